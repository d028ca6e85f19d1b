"""The table of dates: hundreds of ways to say when a text was published, in seven languages.

`tests/dates` has a file for each language. A case is right if the day is the one that a person
tells, undated if a day that is there is not found, and wrong if it is any other.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import pytest
import yaml

from briefgen.model import Metadata, Source
from briefgen.read.judgement import verdicts

TABLE = Path(__file__).resolve().parent / "dates"
LANGUAGES = {"ar", "de", "en", "es", "fr", "pt", "ru"}

SEVERAL = 300
"""Inputs that there are at least; a value of a field is one, though it is read in three formats."""

MOST_UNDATED = 0.03
"""The share of days that are there and may be missed."""

Days = tuple[date | None, ...]


class Case(NamedTuple):
    """A file as it is read, what `sources.yaml` says of its address, and the days of its texts."""

    language: str
    kind: str
    name: str
    path: str
    written: str
    days: Days
    address: str | None = None


def lines(language: str, known: Mapping[str, Any]) -> Iterator[Case]:
    """Yield texts with a line between the headline and the report, or below them."""
    headline, report = known["headline"], known["report"]
    for line, day in known["lines"].items():
        text = f"{headline}\n\n{line}\n\n{report}\n"
        yield Case(language, "line at the top", line, "a.txt", text, (day,))
    for line, day in known["foot"].items():
        text = f"{headline}\n\n{report}\n\n{line}\n"
        yield Case(language, "line at the foot", line, "a.txt", text, (day,))


def names(language: str, known: Mapping[str, Any]) -> Iterator[Case]:
    text = f"{known['headline']}\n\n{known['report']}\n"
    for name, day in known["names"].items():
        yield Case(language, "file name", name, name, text, (day,))
    for address, day in known.get("addresses", {}).items():
        yield Case(language, "web address", address, "a.txt", text, (day,), address)


def fields(language: str, known: Mapping[str, Any]) -> Iterator[Case]:
    """Yield the values of fields, alone and in columns, in the formats that have fields."""
    alone = [{"values": [str(value)], "days": [day]} for value, day in known["fields"].items()]
    for column in (*alone, *known.get("columns", ())):
        rows = [
            {"title": f"Text {number}", "text": f"{number}: {known['report']}", "date": value}
            for number, value in enumerate(column["values"])
        ]
        name, days = " and ".join(column["values"]), tuple(column["days"])
        for suffix, written in FORMATS.items():
            yield Case(language, f"field of {suffix}", name, f"a.{suffix}", written(rows), days)


def texts(language: str, known: Mapping[str, Any]) -> Iterator[Case]:
    for number, text in enumerate(known["texts"]):
        path, days = text.get("path", "a.txt"), (text["day"],)
        yield Case(language, "text", f"text {number}", path, text["text"], days)


Rows = list[dict[str, str]]


def as_csv(rows: Rows) -> str:
    table = io.StringIO()
    writer = csv.DictWriter(table, ["title", "text", "date"])
    writer.writeheader()
    writer.writerows(rows)
    return table.getvalue()


def as_jsonl(rows: Rows) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def as_feed(rows: Rows) -> str:
    items = "".join(
        f"<item><title>{row['title']}</title><guid>{row['title']}</guid>"
        f"<pubDate>{escape(row['date'])}</pubDate>"
        f"<description>{escape(row['text'])}</description></item>"
        for row in rows
    )
    channel = f"<channel><title>A feed</title>{items}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'


FORMATS: Mapping[str, Callable[[Rows], str]] = {"csv": as_csv, "jsonl": as_jsonl, "rss": as_feed}


def cases() -> Iterator[Case]:
    for path in sorted(TABLE.glob("*.yaml")):
        known = yaml.safe_load(path.read_text("utf-8"))
        for kind in (lines, names, fields, texts):
            yield from kind(path.stem, known)


CASES = tuple(cases())


@cache
def found(case: Case) -> Days:
    source = Source(case.path, "", case.written.encode(), Metadata(address=case.address))
    documents = (one.document for one in verdicts(source) if one.document)
    return tuple(one.metadata.published for one in documents)


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.language}, {case.kind}: {case.name}"
)
def test_a_day_is_found_or_not_but_never_a_wrong_one(case: Case) -> None:
    days = found(case)
    assert len(days) == len(case.days)
    assert all(day in {expected, None} for day, expected in zip(days, case.days, strict=True))


def test_the_table_is_long_and_hardly_a_day_that_is_there_is_missed() -> None:
    there, missed = Counter[str](), Counter[str]()
    for case in CASES:
        for day, expected in zip(found(case), case.days, strict=True):
            there[case.kind] += expected is not None
            missed[case.kind] += day != expected
    print(f"days that are there: {dict(there)}, missed: {dict(missed)}")  # noqa: T201 - by `-rP`
    assert {case.language for case in CASES} == LANGUAGES
    assert len({(case.language, case.kind[:8], case.name) for case in CASES}) >= SEVERAL
    assert missed.total() <= MOST_UNDATED * there.total()
