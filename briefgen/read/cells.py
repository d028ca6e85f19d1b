"""Labels and days in pieces of their own: beside each other, below each other, in a row, in parts.

`Date of publication` may stand in one cell of a table, or on one line, and its day in another.
"""

import re
from collections.abc import Iterator, Sequence

from briefgen.language.date_labels import DATE_WORDS, alternatives
from briefgen.read.date_lines import (
    LABELLED,
    LONGEST,
    MASTHEAD,
    PUBLICATION,
    STATUS,
    UPDATE,
    Line,
    has_year,
    in_a_row,
    is_label,
    is_value,
    line,
)

_ROW = 8
"""Cells that a table with labels above its values has in a row at most."""

_CELL_WORDS = 4
"""Words of a cell that may stand between a label and a value below it."""

_RUBRIC_WORDS = 3
"""Words of a rubric or a name that may stand beside a date, with a bar between them."""

_BARS = re.compile(r"\s*[|·•]\s*|\s/\s|;\s|\t+|\s{3,}")
_ANY_DATE = re.compile(rf"\b{alternatives(DATE_WORDS)}\b|datum\b", re.IGNORECASE)
_LABELLED = frozenset({PUBLICATION, LABELLED, STATUS, UPDATE})
"""What a line within a piece may be; without a label it might be the end of a sentence."""


def pair(cells: Sequence[str], place: int) -> tuple[int, Line] | None:
    """Return the place of the value of the label at `place`, and the line that both make.

    >>> pair(["Auteur", "A. Plume", "Date de publication", "4 mars 2026"], 2)
    (3, Line(reason='publication line', said='Date de publication 4 mars 2026', author=None))
    """
    if not is_label(cells[place]):
        return None
    beside = cells[place + 1 : place + 2]
    value = place + 1 if beside and is_value(beside[0]) else _below(cells, place)
    found = line(f"{cells[place]} {cells[value]}") if value else None
    return (value, found) if found else None


def _below(cells: Sequence[str], place: int) -> int:
    """Return the place of the only day in the cells behind a label, if it can be of no other."""
    window = range(place + 1, min(place + 1 + _ROW, len(cells)))
    days = [at for at in window if is_value(cells[at])]
    between = cells[place + 1 : days[0]] if days else ()
    if len(days) != 1 or any(_ANY_DATE.search(one) or _is_long(one) for one in between):
        return 0
    return days[0]


def _are_short(segments: Sequence[str]) -> bool:
    """Whether what stands between bars is names and rubrics beside a date, and no headline."""
    return all(len(one.split()) <= _RUBRIC_WORDS or has_year(one) for one in segments)


def _is_long(cell: str) -> bool:
    return len(cell.split(maxsplit=_CELL_WORDS)) > _CELL_WORDS


def parts(piece: str) -> Iterator[Line]:
    r"""Yield what is said by a line within a piece, by what stands between bars, or in a row.

    >>> [one.said for one in parts("News | 4 March 2026 | Port")]
    ['4 March 2026']
    >>> list(parts("The port was shut on\n4 March 2026"))
    []
    """
    if len(piece) > LONGEST or not has_year(piece):
        return
    for written in piece.splitlines():
        segments = _BARS.split(written)
        for found in filter(None, map(line, segments)):
            is_cut = len(segments) > 1 and found.reason != MASTHEAD and _are_short(segments)
            if is_cut or found.reason in _LABELLED:
                yield found
    yield from in_a_row(piece)
