"""Lines -> reading order: as the file has them, unless it jumps between columns."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefgen.read.pdf.initials import with_initials
from briefgen.read.pdf.lines import Line, Page
from briefgen.read.signs import BULLETS

_MIDDLE = (0.3, 0.7)
"""Where on the width of a page the gap between two columns may be."""

_STEPS = 80
_MOST_CROSSING, _LEAST_COLUMN = 0.25, 5
"""The share of lines, headings and the like, that may cross the gap; the lines of a column."""

_ALIGNED, _EVEN = 0.5, 0.2
"""The share of the lines of a column that begin at one place, those set in aside, and how many
times their size they may differ in it."""

_CELL = 3
"""How many times the size of its letters parts two cells of a table; justified words may gape."""

_BULLETS = frozenset(f"{BULLETS}–-*")
_JUMPS = 4
"""How often a page may go from one column to the other before its order is no reading order."""


def in_reading_order(page: Page) -> Page:
    """Return the page with its lines in the order they are read in.

    The pieces of each line of a column are put together again. A page with two columns is read as
    the file has it, or, if that jumps to and fro, column by column between the lines that cross
    both.
    """
    page = page._replace(lines=tuple(_marked(with_initials(page.lines))))
    gap = _gap(page)
    lines = _whole_lines(page.lines, gap)
    sides = [side for line in lines if (side := _side(line, gap))]
    jumps = sum(one != two for one, two in pairwise(sides))
    return page._replace(
        lines=_in_columns(_by_column(lines, gap) if jumps > _JUMPS else lines, gap)
    )


def _marked(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, those beside a bullet that is drawn on its own beginning with it."""
    bullets = [line for line in lines if line.text in _BULLETS]
    for line in lines:
        if line.text not in _BULLETS:
            beside = any(_is_beside(bullet, line) for bullet in bullets)
            yield line._replace(text=f"• {line.text}") if beside else line


def _is_beside(bullet: Line, line: Line) -> bool:
    return abs(bullet.base - line.base) < 2 and 0 < line.left - bullet.right < 3 * line.size


def _gap(page: Page) -> float | None:
    """Return where the page is parted into two columns, if it is."""
    first, last = (share * page.width for share in _MIDDLE)
    places = [first + (last - first) * step / _STEPS for step in range(_STEPS + 1)]
    crossing = {x: sum(line.left < x < line.right for line in page.lines) for x in places}
    least = min(crossing.values())
    fewest = [x for x in places if crossing[x] == least]
    x = fewest[len(fewest) // 2]
    sides = [_side(line, x) for line in page.lines]
    rows = [
        {round(line.base) for line, side in zip(page.lines, sides, strict=True) if side == one}
        for one in ("left", "right")
    ]
    narrowest = min(map(len, rows))
    is_parted = least <= _MOST_CROSSING * len(sides) and narrowest >= _LEAST_COLUMN
    return x if is_parted and _begin_alike(page.lines, x) else None


def _begin_alike(lines: Iterable[Line], gap: float) -> bool:
    """Whether what stands behind a gap begins at one place, as the lines of a column do.

    The words of a line that is justified with wide gaps begin anywhere.
    """
    first: dict[int, Line] = {}
    for line in lines:
        row = round(line.base)
        if line.left >= gap and (row not in first or line.left < first[row].left):
            first[row] = line
    lefts = sorted(line.left for line in first.values())
    width = _EVEN * max((line.size for line in first.values()), default=0.0)
    most = max((sum(left <= one <= left + width for one in lefts) for left in lefts), default=0)
    return most >= _ALIGNED * len(lefts)


def _side(line: Line, gap: float | None) -> str:
    """Return on which side of the gap a line stands; nothing if it crosses it, or there is none."""
    if gap is None:
        return ""
    return "left" if line.right <= gap else "right" if line.left >= gap else ""


def _whole_lines(lines: Iterable[Line], gap: float | None) -> list[Line]:
    """Return the lines, those that follow each other on one base line of a column as one."""
    whole: list[Line] = []
    for line in lines:
        if whole and _is_behind(whole[-1], line) and _side(whole[-1], gap) == _side(line, gap):
            last = whole.pop()
            text = f"{last.text} {line.text}"
            cells = last.cells + (line.left - last.right > _CELL * line.size)
            line = last._replace(text=text, right=line.right, cells=cells)
        whole.append(line)
    return whole


def _is_behind(last: Line, line: Line) -> bool:
    return abs(last.base - line.base) < 1 and last.right < line.left


def _by_column(lines: Iterable[Line], gap: float | None) -> list[Line]:
    """Return the lines from the top down: the left column, then the right, to the next crossing."""
    lines = list(lines)
    crossing = [line.base for line in lines if not _side(line, gap)]

    def place(line: Line) -> tuple[int, str, float, float]:
        above = sum(base > line.base for base in crossing)
        return above, _side(line, gap), -line.base, line.left

    return sorted(lines, key=place)


def _in_columns(lines: Iterable[Line], gap: float | None) -> tuple[Line, ...]:
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
