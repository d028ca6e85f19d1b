"""Tables: whether one holds figures, or is the layout of a text, judged by what is in its cells."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

LONG = 200
"""Characters from which a cell is text whatever it says; figures and their labels are shorter."""

_SENTENCE_WORDS = 5
"""Words from which what ends as a sentence is one."""

_SENTENCE = re.compile(r".*[.!?…؟][\"'”’»)\]]*", re.DOTALL)
_FIGURE = re.compile(r"[\W\d_]*\d[\W\d_]*(?:[^\W\d_]{1,3}\W*)?")
"""A number, with a sign or a unit at most."""


def is_prose(words: str) -> bool:
    """Whether the words of a cell are text and not a figure or the label of one."""
    said = words.split()
    is_sentence = len(said) >= _SENTENCE_WORDS and _SENTENCE.fullmatch(words.strip()) is not None
    return is_sentence or len(" ".join(said)) > LONG


def are_prose(cells: list[str]) -> bool:
    """Whether half of the text in the cells of a table, or more, stands in cells of prose."""
    lengths = [(len("".join(cell.split())), is_prose(cell)) for cell in cells]
    total = sum(length for length, _ in lengths)
    return 2 * sum(length for length, prose in lengths if prose) >= total


def holds_figures(table: "_Element", is_page: bool) -> bool:
    """Whether a table holds figures; one of one cell, or declared to be layout, does not.

    On a page any other table does whose text is not prose. In a fragment, whose letter may be laid
    out in tables of short cells, it has to have headings, or figures in most of its cells.
    """
    if table.get("role") in {"presentation", "none"}:
        return False
    cells = _cells(table)
    if len(cells) < 2 or are_prose(cells):
        return False
    return is_page or table.find(".//th") is not None or _are_figures(cells)


def _are_figures(cells: list[str]) -> bool:
    return 2 * sum(_FIGURE.fullmatch(cell.strip()) is not None for cell in cells) >= len(cells)


def _cells(table: "_Element") -> list[str]:
    """Return the words of the cells of a table that have any, those of tables in it apart."""
    is_nested = table.find(".//table") is not None
    cells = table.iter("td", "th")
    found = (_own_words(cell) if is_nested else "".join(cell.itertext()) for cell in cells)
    return [words for words in found if words.strip()]


def _own_words(cell: "_Element") -> str:
    """Return the words of a cell without those of the tables in it."""
    depth = sum(1 for _ in cell.iterancestors("table"))
    return "".join(cell.xpath(f".//text()[count(ancestor::table) = {depth}]"))
