"""Lines -> reading order: as the file has them, unless it jumps between columns."""

from collections.abc import Iterable
from itertools import pairwise

from briefgen.read.pdf.lines import Line, Page

_MIDDLE = (0.3, 0.7)
"""Where on the width of a page the gap between two columns may be."""

_STEPS = 80
_MOST_CROSSING, _LEAST_COLUMN = 0.25, 5
"""The share of lines, headings and the like, that may cross the gap; the lines of a column."""

_JUMPS = 4
"""How often a page may go from one column to the other before its order is no reading order."""


def in_reading_order(page: Page) -> Page:
    """Return the page with its lines in the order they are read in.

    A page without columns has the pieces of each line put together again. One with two columns is
    read as the file has it, or, if that jumps to and fro, column by column between the lines that
    cross both.
    """
    gap = _gap(page)
    if gap is None:
        return page._replace(lines=_in_columns(_whole_lines(page.lines), page.width))
    sides = [side for line in page.lines if (side := _side(line, gap))]
    jumps = sum(one != two for one, two in pairwise(sides))
    lines = _by_column(page, gap) if jumps > _JUMPS else page.lines
    return page._replace(lines=_in_columns(lines, gap))


def _gap(page: Page) -> float | None:
    """Return where the page is parted into two columns, if it is."""
    first, last = (share * page.width for share in _MIDDLE)
    places = [first + (last - first) * step / _STEPS for step in range(_STEPS + 1)]
    crossing = {x: sum(line.left < x < line.right for line in page.lines) for x in places}
    least = min(crossing.values())
    fewest = [x for x in places if crossing[x] == least]
    x = fewest[len(fewest) // 2]
    sides = [_side(line, x) for line in page.lines]
    narrowest = min(sides.count("left"), sides.count("right"))
    is_parted = least <= _MOST_CROSSING * len(sides) and narrowest >= _LEAST_COLUMN
    return x if is_parted else None


def _side(line: Line, gap: float) -> str:
    """Return on which side of the gap a line stands, or nothing if it crosses it."""
    return "left" if line.right <= gap else "right" if line.left >= gap else ""


def _whole_lines(lines: Iterable[Line]) -> list[Line]:
    """Return the lines, those that follow each other on one base line as one."""
    whole: list[Line] = []
    for line in lines:
        if whole and abs(whole[-1].base - line.base) < 1 and whole[-1].right < line.left:
            last = whole.pop()
            text, cells = f"{last.text} {line.text}", last.cells + 1
            line = last._replace(text=text, right=line.right, cells=cells)
        whole.append(line)
    return whole


def _by_column(page: Page, gap: float) -> list[Line]:
    """Return the lines from the top down: the left column, then the right, to the next crossing."""
    crossing = [line.base for line in page.lines if not _side(line, gap)]

    def place(line: Line) -> tuple[int, str, float, float]:
        above = sum(base > line.base for base in crossing)
        return above, _side(line, gap), -line.base, line.left

    return sorted(page.lines, key=place)


def _in_columns(lines: Iterable[Line], gap: float) -> tuple[Line, ...]:
    """Return the lines, each with the edges of its column: where nearly all lines of it end."""
    sides = [(line, _side(line, gap)) for line in lines]
    edges = {
        side: (
            _share(0.1, (one.left for one in column)),
            _share(0.9, (one.right for one in column)),
        )
        for side in {side for _, side in sides}
        if (column := [line for line, where in sides if where == side])
    }
    return tuple(line._replace(first=edges[side][0], last=edges[side][1]) for line, side in sides)


def _share(share: float, places: Iterable[float]) -> float:
    """Return the place that this share of the `places` does not reach."""
    ordered = sorted(places)
    return ordered[int(share * (len(ordered) - 1) + 0.5)]
