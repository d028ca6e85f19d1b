"""JSON Lines: requests for summaries, a line each, in the shape summarisation data is kept in."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, NoReturn

from briefgen.errors import ReadError, UsageError
from briefgen.model import Document, Metadata, Source
from briefgen.read import text

_SHOWN = 60
"""Characters of a wrong value that an error shows."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

_TEXT, _ID = (str,), (str, int, float)


class Request(NamedTuple):
    """Documents to be summarised together, with what interests about them.

    `references` are summaries of them that people wrote, if the line has any.
    """

    id: str | int | float
    documents: tuple[Document, ...]
    theme: str
    references: tuple[str, ...] = ()


def requests(lines: Iterable[bytes], name: str) -> Iterator[Request]:
    """Yield the request on each line: `{"id", "documents": [{"title"?, "text"}], "theme"?}`.

    A line may have `"references"`, a list of texts, to learn from or to be judged by.

    Other keys, blank lines and byte order marks are passed over; `null` is nothing. Raises
    UsageError saying where in the file called `name`, what was expected and what was found.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{name}: line {number}"
            yield _request(_parsed(line, where), where)


def _parsed(line: bytes, where: str) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except json.JSONDecodeError as error:
        found = f"at column {error.colno}: {error.msg}"
        raise UsageError(f"{where}: expected a JSON object, found {found}") from error
    except ValueError as error:
        raise UsageError(f"{where}: expected a JSON object, found {error}") from error
    except RecursionError as error:
        raise UsageError(f"{where}: expected a JSON object, found one nested too deep") from error


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant}, which is no number in JSON (RFC 8259)")


def _request(value: Any, where: str) -> Request:
    _expect(value, (dict,), "an object", where)
    _expect(value.get("id"), _ID, "a text or a number", f"{where}: id")
    theme = _optional_text(value, "theme", f"{where}: theme")
    given = value.get("documents")
    _expect(given, (list,), "a list", f"{where}: documents")
    documents = (_document(one, f"{where}: documents[{n}]", n) for n, one in enumerate(given))
    return Request(value["id"], tuple(documents), theme, _references(value, where))


def _references(value: dict[str, Any], where: str) -> tuple[str, ...]:
    given = value.get("references") or []
    _expect(given, (list,), "a list", f"{where}: references")
    for number, one in enumerate(given):
        _expect(one, _TEXT, "a text", f"{where}: references[{number}]")
    return tuple(given)


def _document(value: Any, where: str, number: int) -> Document:
    _expect(value, (dict,), "an object", where)
    _expect(value.get("text"), _TEXT, "a text", f"{where}.text")
    title = _optional_text(value, "title", f"{where}.title")
    metadata = Metadata(title=title or None, published=_day(title))
    source = Source(f"{number:08}", "", b"", metadata)
    try:
        return text.document(source, value["text"])
    except ReadError as error:
        raise UsageError(f"{where}.text: {error}") from error


def _day(title: str) -> date | None:
    """Return the day that is all a title says, as in a chronicle: `2010-04-20`."""
    try:
        return date.fromisoformat(title) if _DAY.fullmatch(title) else None
    except ValueError:
        return None


def _optional_text(value: dict[str, Any], key: str, where: str) -> str:
    given = "" if value.get(key) is None else value[key]
    _expect(given, _TEXT, "a text", where)
    return str(given)


def _expect(value: Any, kinds: tuple[type, ...], name: str, where: str) -> None:
    if not isinstance(value, kinds) or isinstance(value, bool):
        raise UsageError(f"{where}: expected {name}, found {_shown(value)}")


def _shown(value: Any) -> str:
    written = "nothing" if value is None else json.dumps(value)
    return written if len(written) <= _SHOWN else written[:_SHOWN] + "..."
