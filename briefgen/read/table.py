"""Exports: a document in each row of a table, line of a .jsonl file or object of a .json file.

A document's address is `export.csv#` and a digest of its id or its address or, without these, of
the whole row, so that it stays the same when rows are added or sorted.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefgen.errors import ReadError
from briefgen.model import Source
from briefgen.read import text
from briefgen.read.dumps import flat
from briefgen.read.dumps import records as records_in
from briefgen.read.encoding import decode
from briefgen.read.html import FRAGMENT, MARKUP, unescaped
from briefgen.read.reader import Member, Reader, inside
from briefgen.read.stated import digest, stated
from briefgen.stock import LARGEST

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "guid", "uuid", "_id"),
        "title": ("title", "headline", "subject"),
        "text": ("text", "body", "content", "article", "fulltext", "full_text", "maintext"),
        "publisher": ("publisher", "source", "outlet", "site", "site_name", "publication"),
        "author": ("author", "authors", "byline", "creator"),
        "published": (
            "published",
            "date",
            "published_at",
            "publish_date",
            "date_publish",
            "pubdate",
            "pub_date",
            "created_at",
        ),
        "address": ("address", "url", "link", "canonical_url", "permalink"),
        "language": ("language", "lang"),
    }
)
"""The names that a column goes by, whatever their case; the first that is there is taken."""

Row = Mapping[str, str]

_DELIMITERS = ",;\t|"
_SHOWN = 20
"""Columns that an error names."""


def rows(source: Source) -> Iterator[Member]:
    """Yield the documents in the rows of a table; its first row names the columns."""
    written, _ = decode(source.data)
    csv.field_size_limit(LARGEST)
    lines = csv.reader(io.StringIO(written, newline=""), delimiter=_delimiter(written))
    try:
        header = next(lines, [])
        columns = _columns(source, header)
        for row in lines:
            if any(row):
                yield _member(source, dict(zip(header, row, strict=False)), columns)
    except csv.Error as error:
        raise ReadError(f"line {lines.line_num}: expected a row, found {error}") from error


def records(source: Source) -> Iterator[Member]:
    """Yield the documents in the objects of a JSON Lines file; a line that is none says so."""
    written, _ = decode(source.data)
    for number, line in enumerate(written.split("\n"), start=1):
        if line.strip():
            yield _record(source, line, f"line {number}")


def objects(source: Source) -> Iterator[Member]:
    """Yield the documents in the objects that a JSON file holds, as `dumps` finds them.

    Each is read as if it stood on a line of its own.
    """
    written, _ = decode(source.data)
    found = _parsed(written, "JSON")
    for number, one in enumerate(records_in(found), start=1):
        yield _record(source, json.dumps(one), f"object {number}")


def _record(source: Source, line: str, where: str) -> Member:
    try:
        row = _row(_parsed(line, "a JSON object"))
        return _member(source, row, _columns(source, row))
    except ReadError as error:
        place = inside(source, f"#{digest(line)}", b"")
        return Member(place, problem=f"{where}: {error}")


def _parsed(written: str, expected: str) -> Any:
    try:
        return json.loads(written)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"expected {expected}, found {error}") from error


def _row(found: Any) -> Row:
    """Return the texts and numbers in a JSON object; a list of texts is one, with commas."""
    if not isinstance(found, dict):
        raise ReadError("expected a JSON object, found something else")
    return {key: _written(value) for key, value in flat(found, COLUMNS).items()}


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(one for one in value if isinstance(one, str))
    return str(value) if isinstance(value, str | int | float) else ""


def _delimiter(written: str) -> str:
    """Return what the first line has most of, of all that may stand between two columns."""
    header = written.split("\n", 1)[0]
    return max(_DELIMITERS, key=header.count)


def _columns(source: Source, header: Iterable[str]) -> Row:
    """Return the column for each field: the one `sources.yaml` names, or one of the usual name."""
    names = {name.strip().lower().replace(" ", "_"): name for name in reversed(list(header))}
    usual = {
        field: next((names[one] for one in known if one in names), "")
        for field, known in COLUMNS.items()
    }
    columns = {**usual, **source.columns}
    missing = [name for name in source.columns.values() if name not in names.values()]
    if missing or not columns["text"]:
        wanted = ", ".join(missing) or "text, or one that `columns:` in sources.yaml names"
        raise ReadError(f"expected a column {wanted}; found {_listed(names.values())}")
    return columns


def _listed(names: Iterable[str]) -> str:
    known = [name[:40] for name in names]
    return ", ".join(known[-_SHOWN:][::-1]) or "none"


def _member(source: Source, row: Row, columns: Row) -> Member:
    said = {field: row.get(name) or "" for field, name in columns.items()}
    body, name = said.pop("text"), said.pop("id")
    key = [name or said["address"]] if name or said["address"] else [body, *said.values()]
    body = unescaped(body)
    place = inside(source, f"#{digest(*key)}", body.encode("utf-8", "replace"), stated(**said))
    return Member(place, FRAGMENT if MARKUP.search(body) else text.READER)


CSV = Reader("csv/2", rows)
JSON = Reader("json/2", objects)
JSON_LINES = Reader("jsonl/2", records)
