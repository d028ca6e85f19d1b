"""Exports: a document in each row of a table, line of a .jsonl file or object of a .json file.

A document's address is `export.csv#` and a digest of its id or its address or, without these, of
the whole row, so that it stays the same when rows are added or sorted.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import Any, NamedTuple

from briefgen.errors import ReadError
from briefgen.language import detect
from briefgen.model import Source
from briefgen.read import text
from briefgen.read.dates import UNKNOWN, Usage, may_be_in_numbers, order_of
from briefgen.read.dumps import MORE_NAMES, TEXTS, flat
from briefgen.read.dumps import records as records_in
from briefgen.read.encoding import decode
from briefgen.read.field_dates import first_day
from briefgen.read.field_names import DAYS, NAMES, looks_like_a_date, plain
from briefgen.read.html import FRAGMENT, MARKUP, unescaped
from briefgen.read.reader import Member, Reader, inside
from briefgen.read.stated import digest, stated
from briefgen.stock import LARGEST

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": NAMES["id"],
        "title": NAMES["title"],
        "text": TEXTS,
        "publisher": NAMES["publisher"],
        "author": NAMES["author"],
        "published": tuple(name for names in DAYS for name in names),
        "address": NAMES["address"],
        "language": NAMES["language"],
    }
)
"""The names that a column goes by, as `plain` makes them; the first that is there is taken."""

_FIELDS = {field: (*names, *MORE_NAMES.get(field, ())) for field, names in COLUMNS.items()}
"""The names that a field of an object goes by; the first that says anything is taken."""

Row = Mapping[str, str]

_DELIMITERS = ",;\t|"
_SHOWN = 20
"""Columns that an error names."""


class _Columns(NamedTuple):
    """Which column is which field, and which may have the day.

    Of the groups of `days` the first is asked that says anything in a row. `passed_over` are
    other columns that look as if they had it.
    """

    fields: Row
    days: tuple[tuple[str, ...], ...]
    passed_over: tuple[str, ...] = ()


def rows(source: Source) -> Iterator[Member]:
    """Yield the documents in the rows of a table; its first row names the columns."""
    written, _ = decode(source.data)
    csv.field_size_limit(LARGEST)
    lines = csv.reader(io.StringIO(written, newline=""), delimiter=_delimiter(written))
    try:
        header = next(lines, [])
        columns = _named(source, header, _first(header, COLUMNS))
        usage = _usage(written, (_days(row, columns) for row in _as_dicts(header, written)))
        for row in lines:
            if any(row):
                yield _member(source, dict(zip(header, row, strict=False)), columns, usage)
    except csv.Error as error:
        raise ReadError(f"line {lines.line_num}: expected a row, found {error}") from error


def _as_dicts(header: Sequence[str], written: str) -> Iterator[Row]:
    lines = csv.reader(io.StringIO(written, newline=""), delimiter=_delimiter(written))
    return (dict(zip(header, row, strict=False)) for row in lines)


def records(source: Source) -> Iterator[Member]:
    """Yield the documents in the objects of a JSON Lines file; a line that is none says so."""
    written, _ = decode(source.data)
    usage = _usage(written, _days_of_lines(source, written.split("\n")))
    for number, line in enumerate(written.split("\n"), start=1):
        if line.strip():
            yield _record(source, line, f"line {number}", usage)


def objects(source: Source) -> Iterator[Member]:
    """Yield the documents in the objects that a JSON file holds, as `dumps` finds them.

    Each is read as if it stood on a line of its own.
    """
    written, _ = decode(source.data)
    found = _parsed(written, "JSON")
    lines = [json.dumps(one) for one in records_in(found)]
    usage = _usage(written, _days_of_lines(source, lines))
    for number, line in enumerate(lines, start=1):
        yield _record(source, line, f"object {number}", usage)


def _record(source: Source, line: str, where: str, usage: Usage) -> Member:
    try:
        row = _row(_parsed(line, "a JSON object"))
        return _member(source, row, _fields(source, row), usage)
    except ReadError as error:
        place = inside(source, f"#{digest(line)}", b"")
        return Member(place, problem=f"{where}: {error}")


def _usage(written: str, days: Iterator[Sequence[str]]) -> Usage:
    """Return how dates in numbers are written in the columns with `days`.

    They are only looked through if there are such dates in what is `written` at all.
    """
    if not may_be_in_numbers(written):
        return UNKNOWN
    order = order_of(day for row in days for day in row)
    return Usage(order, "as the other dates of the column are") if order else UNKNOWN


def _days_of_lines(source: Source, lines: Iterable[str]) -> Iterator[Sequence[str]]:
    """Yield the days in objects, passing over what is none, of which each says so later."""
    for line in lines:
        with suppress(ReadError):
            row = _row(_parsed(line, "a JSON object"))
            yield _days(row, _fields(source, row))


def _days(row: Row, columns: _Columns) -> tuple[str, ...]:
    """Return what a row says of its day, the most trusted first."""
    groups = (tuple(row[name] for name in group if row.get(name)) for group in columns.days)
    return next(filter(None, groups), ())


def _parsed(written: str, expected: str) -> Any:
    try:
        return json.loads(written)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"expected {expected}, found {error}") from error


def _row(found: Any) -> Row:
    """Return the texts and numbers in a JSON object; a list of texts is one, with commas."""
    if not isinstance(found, dict):
        raise ReadError("expected a JSON object, found something else")
    return {key: _written(value) for key, value in flat(found).items()}


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(one for one in value if isinstance(one, str))
    return str(value) if isinstance(value, str | int | float) else ""


def _delimiter(written: str) -> str:
    """Return what the first line has most of, of all that may stand between two columns."""
    header = written.split("\n", 1)[0]
    return max(_DELIMITERS, key=header.count)


def _first(header: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> Row:
    """Return the first column that goes by one of the `names` of each field, if there is any."""
    known = {plain(name): name for name in reversed(header)}
    return {
        field: next((known[one] for one in called if one in known), "")
        for field, called in names.items()
    }


def _fields(source: Source, row: Row) -> _Columns:
    """Return which key of an object is which field; one that says something goes first."""
    usual = _first(list(row), _FIELDS)
    full = _first([key for key, value in row.items() if value], _FIELDS)
    return _named(source, list(row), {field: full[field] or usual[field] for field in usual})


def _named(source: Source, header: Sequence[str], usual: Row) -> _Columns:
    """Return the column for each field: the one `sources.yaml` names, or else the `usual` one."""
    fields = {**usual, **source.columns}
    missing = [name for name in source.columns.values() if name not in header]
    if missing:
        raise ReadError(f"expected a column {', '.join(missing)}; found {_listed(header)}")
    if not fields["text"]:
        how = f"{source.path}: {{columns: {{text: NAME}}}}"
        raise ReadError(
            f"no column for the text; found {_listed(header)};"
            f" say which it is in sources.yaml, as in  {how}"
        )
    names = {plain(name): name for name in reversed(header)}
    declared = source.columns.get("published")
    usual_days = (tuple(names[one] for one in group if one in names) for group in DAYS)
    days = ((declared,),) if declared else tuple(filter(None, usual_days))
    more = (name for name in header if looks_like_a_date(name) and name not in fields.values())
    return _Columns(fields, days, () if days else tuple(more))


def _listed(names: Iterable[str]) -> str:
    known = [name[:40] for name in names]
    return ", ".join(known[:_SHOWN]) or "none"


def _member(source: Source, row: Row, columns: _Columns, usage: Usage) -> Member:
    said = {field: row.get(name) or "" for field, name in columns.fields.items()}
    body, name = said.pop("text"), said.pop("id")
    key = [name or said["address"]] if name or said["address"] else [body, *said.values()]
    body = unescaped(body)
    language = said["language"] or source.declared.language or ""
    found = first_day(_days(row, columns), usage, lambda: language or detect(body))
    doubts = [found.doubt] if found.doubt else []
    doubts += [_passed_over(column) for column in columns.passed_over if row.get(column)]
    page = stated(**{**said, "published": found.day})
    data = body.encode("utf-8", "replace")
    place = inside(source, f"#{digest(*key)}", data, page, tuple(doubts))
    return Member(place, FRAGMENT if MARKUP.search(body) else text.READER)


def _passed_over(column: str) -> str:
    known = f"columns: {{published: {column[:40]}}}"
    return (
        f"no column is known to have the day; if “{column[:40]}” has, say {known} in sources.yaml"
    )


CSV = Reader("csv/3", rows)
JSON = Reader("json/3", objects)
JSON_LINES = Reader("jsonl/3", records)
