"""The table of dates: hundreds of ways to say when a text was published, in seven languages.

`tests/dates` has a file for each language. A case is right if the day is the one a person tells,
wrong if it is another, or any where there is none; undated if a day that is there is not found.
"""

import csv
import io
import json
from collections.abc import Iterator
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
MOST_UNDATED = 0.03
"""The share of days that are there and may be missed."""

SEVERAL = 300
"""Cases that there are at least."""

Days = tuple[date | None, ...]


class Case(NamedTuple):
    """A file as it is read, what `sources.yaml` says of it, and the days of the texts in it."""

    kind: str
    name: str
    path: str
    written: str
    days: Days
    address: str | None = None


def cases(path: Path) -> Iterator[Case]:
    known: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    headline, report = known["headline"], known["report"]
    plain = f"{headline}\n\n{report}\n"
    for line, day in known["lines"].items():
        yield Case("line", line, "a.txt", f"{headline}\n\n{line}\n\n{report}\n", (day,))
    for line, day in known.get("foot", {}).items():
        yield Case("foot", line, "a.txt", f"{plain}\n{line}\n", (day,))
    for name, day in known.get("names", {}).items():
        yield Case("name", name, name, plain, (day,))
    for address, day in known.get("addresses", {}).items():
        yield Case("address", address, "a.txt", plain, (day,), address)
    for number, text in enumerate(known.get("texts", ())):
        yield Case(
            "text", f"text {number}", text.get("path", "a.txt"), text["text"], (text["day"],)
        )
    yield from tables(known)


def tables(known: dict[str, Any]) -> Iterator[Case]:
    """Yield the cases whose days stand in a field, one or several in a column."""
    for value, day in known["fields"].items():
        yield from columns(str(value), [str(value)], (day,), known["report"])
    for column in known.get("columns", ()):
        values, days = column["values"], tuple(column["days"])
        yield from columns(" and ".join(values), values, days, known["report"])


def columns(name: str, values: list[str], days: Days, report: str) -> Iterator[Case]:
    """Yield a table, lines of JSON and a feed whose texts have these values as their days."""
    rows = [
        {"title": f"Text {n}", "text": f"{n}: {report}", "date": one}
        for n, one in enumerate(values)
    ]
    table = io.StringIO()
    writer = csv.DictWriter(table, ["title", "text", "date"])
    writer.writeheader()
    writer.writerows(rows)
    items = "".join(
        f"<item><title>{row['title']}</title><guid>{n}</guid><pubDate>{escape(row['date'])}</pubDate>"
        f"<description>{escape(row['text'])}</description></item>"
        for n, row in enumerate(rows)
    )
    feed = (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{items}</channel></rss>'
    )
    yield Case("csv", name, "a.csv", table.getvalue(), days)
    yield Case("jsonl", name, "a.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows), days)
    yield Case("feed", name, "a.rss", feed, days)


ALL = [(path.stem, case) for path in sorted(TABLE.glob("*.yaml")) for case in cases(path)]


@cache
def found(language: str, case: Case) -> Days:
    source = Source(case.path, "", case.written.encode(), Metadata(address=case.address))
    documents = (one.document for one in verdicts(source) if one.document)
    return tuple(one.metadata.published for one in documents)


@pytest.mark.parametrize(
    ("language", "case"),
    ALL,
    ids=lambda one: one if isinstance(one, str) else f"{one.kind}: {one.name}",
)
def test_a_day_is_found_or_not_but_never_a_wrong_one(language: str, case: Case) -> None:
    assert found(language, case) == case.days
