"""Recipients as a table (CSV, RFC 4180) -> the tree that the same ones would be in YAML."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.strict_yaml import Kind, Node, Problem, nearest, quoted

if TYPE_CHECKING:
    from _csv import Reader

LISTS = frozenset({"groups", "parts"})
"""The columns whose cells hold several words."""

_BETWEEN = re.compile(r"[\s,;|]+")


def parse(text: str, columns: Collection[str]) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return a list with an entry for each row, and the problems of the table's form.

    The first row names the columns, each one of `columns`. They are divided by commas, semicolons
    or tabs, whichever the first row has most of; an empty cell is one left out.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    entries: list[Node] = []
    problems: list[Problem] = []
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        problems += _misnamed(header, columns)
        for line, cells in _with_lines(rows):
            known = [one for one in zip(header, cells, strict=False) if one[0] in columns]
            problems += _uneven(header, cells, line)
            entries.append(_entry(len(entries), line, known))
    except csv.Error as error:
        problems.append(Problem(rows.line_num, 1, (), f"expected a table (CSV), got: {error}"))
    children = MappingProxyType(dict[str | int, Node](enumerate(entries)))
    return Node((), 1, 1, Kind.LIST, children=children), tuple(problems)


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _with_lines(rows: "Reader") -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not empty with the line it begins in."""
    line = rows.line_num + 1
    for cells in rows:
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = rows.line_num + 1


def _misnamed(header: list[str], columns: Collection[str]) -> Iterator[Problem]:
    for place, name in enumerate(header):
        if name not in columns:
            words = f"unknown column {quoted(name)}; {nearest(name, columns)}"
            yield Problem(1, 1, (), words)
        elif name in header[:place]:
            yield Problem(1, 1, (), f"expected the column {quoted(name)} once, got it again")


def _uneven(header: list[str], cells: list[str], line: int) -> Iterator[Problem]:
    if len(cells) > len(header):
        words = f"expected {len(header)} cells as in the first row, got {len(cells)}"
        yield Problem(line, 1, (), words)


def _entry(index: int, line: int, cells: Iterable[tuple[str, str]]) -> Node:
    children: dict[str | int, Node] = {
        name: _value((index, name), line, text.strip()) for name, text in cells if text.strip()
    }
    return Node((index,), line, 1, Kind.KEYS, children=MappingProxyType(children))


def _value(steps: tuple[int, str], line: int, text: str) -> Node:
    if steps[1] not in LISTS:
        return Node(steps, line, 1, Kind.TEXT, text)
    words = filter(None, _BETWEEN.split(text))
    children: dict[str | int, Node] = {
        place: Node((*steps, place), line, 1, Kind.TEXT, word) for place, word in enumerate(words)
    }
    return Node(steps, line, 1, Kind.LIST, children=MappingProxyType(children))
