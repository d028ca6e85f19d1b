"""JSON Lines: requests for summaries, a line each, in the shape summarisation data is kept in."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, NoReturn

from briefgen.errors import ReadError, UsageError
from briefgen.model import Document, Metadata, Source
from briefgen.read import text

_SHOWN = 60
"""Characters of a wrong value that an error shows."""

_TEXT, _ID = (str,), (str, int, float)


class Request(NamedTuple):
    """Documents to be summarised together, with what interests about them."""

    id: str | int | float
    documents: tuple[Document, ...]
    theme: str


def requests(lines: Iterable[str]) -> Iterator[Request]:
    """Yield the request on each line: `{"id", "documents": [{"title"?, "text"}], "theme"?}`.

    Other keys, blank lines and a byte order mark are passed over; `null` is nothing. Raises
    UsageError naming line and place, what was expected and what was found.
    """
    for number, line in _numbered(lines):
        if line.strip():
            yield _request(_parsed(line, f"line {number}"), f"line {number}")


def _numbered(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    number = 0
    try:
        for number, line in enumerate(lines, start=1):
            yield number, line.removeprefix("\ufeff") if number == 1 else line
    except UnicodeDecodeError as error:  # of a file, which decodes some lines ahead
        raise UsageError(f"after line {number}: expected UTF-8, found {error}") from error


def _parsed(line: str, where: str) -> Any:
    try:
        return json.loads(line, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise UsageError(f"{where}, column {error.colno}: expected JSON, {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: expected JSON, found {error}") from error


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant}, which is no number in JSON (RFC 8259)")


def _request(value: Any, where: str) -> Request:
    _expect(value, (dict,), "an object", where)
    _expect(value.get("id"), _ID, "a text or a number", f"{where}: id")
    theme = _optional_text(value, "theme", f"{where}: theme")
    given = value.get("documents")
    _expect(given, (list,), "a list", f"{where}: documents")
    documents = (_document(one, f"{where}: documents[{n}]", n) for n, one in enumerate(given))
    return Request(value["id"], tuple(documents), theme)


def _document(value: Any, where: str, number: int) -> Document:
    _expect(value, (dict,), "an object", where)
    _expect(value.get("text"), _TEXT, "a text", f"{where}.text")
    title = _optional_text(value, "title", f"{where}.title")
    source = Source(f"{number:08}", "", b"", Metadata(title=title or None))
    try:
        return text.document(source, value["text"])
    except ReadError as error:
        raise UsageError(f"{where}.text: {error}") from error


def _optional_text(value: dict[str, Any], key: str, where: str) -> str:
    given = "" if value.get(key) is None else value[key]
    _expect(given, _TEXT, "a text", where)
    return str(given)


def _expect(value: Any, kinds: tuple[type, ...], name: str, where: str) -> None:
    """Raise UsageError unless `value` is of one of the kinds, and can be written as UTF-8."""
    if not isinstance(value, kinds) or isinstance(value, bool):
        raise UsageError(f"{where}: expected {name}, found {_shown(value)}")
    if isinstance(value, str) and not _is_encodable(value):
        raise UsageError(f"{where}: expected {name}, found half a surrogate pair in it")


def _shown(value: Any) -> str:
    written = "nothing" if value is None else json.dumps(value)
    return written if len(written) <= _SHOWN else written[:_SHOWN] + "..."


def _is_encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
