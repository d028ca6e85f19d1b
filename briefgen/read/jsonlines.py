"""JSON Lines: requests for summaries, a line each, in the shape summarisation data is kept in."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from briefgen.errors import UsageError
from briefgen.model import Document, Metadata, Source
from briefgen.read import text


class Request(NamedTuple):
    """Documents to be summarised together, with what interests about them."""

    id: str | int
    documents: tuple[Document, ...]
    theme: str


def requests(lines: Iterable[bytes], name: str) -> Iterator[Request]:
    """Yield the request on each line: `{"id", "documents": [{"title", "text"}], "theme"?}`.

    Blank lines are skipped. Raises UsageError saying where in the file called `name`, what was
    expected and what was found.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{name}: line {number}"
            yield _request(_parsed(line, where), where)


def _parsed(line: bytes, where: str) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where}: expected a JSON object, found {error}") from error
    except RecursionError as error:
        raise UsageError(f"{where}: expected a JSON object, found one nested too deep") from error


def _request(value: Any, where: str) -> Request:
    _expect(value, dict, "an object", where)
    _expect(value.get("id"), (str, int), "a text or a number", f"{where}: id")
    _expect(value.get("theme", ""), str, "a text", f"{where}: theme")
    given = value.get("documents")
    _expect(given, list, "a list", f"{where}: documents")
    documents = (_document(one, f"{where}: documents[{n}]", n) for n, one in enumerate(given))
    return Request(value["id"], tuple(documents), value.get("theme", ""))


def _document(value: Any, where: str, number: int) -> Document:
    _expect(value, dict, "an object", where)
    _expect(value.get("text"), str, "a text", f"{where}.text")
    _expect(value.get("title", ""), str, "a text", f"{where}.title")
    source = Source(f"{number:08}", "", b"", Metadata(title=value.get("title") or None))
    return text.document(source, value["text"])


def _expect(value: Any, kind: type | tuple[type, ...], name: str, where: str) -> None:
    if not isinstance(value, kind):
        found = "nothing" if value is None else json.dumps(value, ensure_ascii=False)[:60]
        raise UsageError(f"{where}: expected {name}, found {found}")
