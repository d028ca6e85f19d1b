"""Lines -> Pieces: paragraphs, headings and list items, told by where their lines stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.language import ends
from briefgen.model import BlockKind
from briefgen.read.pdf.letters import HYPHEN
from briefgen.read.pdf.lines import Line, Page
from briefgen.read.pieces import Piece
from briefgen.read.text import LINE_STOPS, MARKER, NUMBER

_LARGER = 1.12
"""How many times the size of most text a heading is at least."""

_CLOSE = 1.35
"""How many times the usual distance of two lines parts no paragraphs yet."""

_INDENT = 0.8
"""How many times its size the first line of a paragraph stands to the right."""

_ALIKE = 0.08
"""The share by which the sizes of two lines of a paragraph may differ."""

_SHORT = 0.25
"""The share of its column that a line leaves empty which is no paragraph cut to its width."""

_HEADING_WORDS = 28
_CELLS = 3
"""Pieces of a line from which it is a row of a table."""

_COMPOUNDING = frozenset(
    "two three four five six seven eight nine half self well vice twenty thirty forty fifty sixty"
    " seventy eighty ninety".split()
)
"""Words that a hyphen joins to the next more often than a syllable goes on behind them."""

_FAR = 1.8
"""How many times its size a line stands below another with which it makes no paragraph."""

_CAPTION = re.compile(
    r"(?:fig(?:ure|ura)?|table|chart|graph|map|box|exhibit|photo|abb(?:ildung)?|tab(?:elle|leau|ela)?"
    r"|schaubild|karte|graphique|carte|encadré|gráfico|cuadro|tabla|mapa|quadro|рис(?:унок)?"
    r"|табл(?:ица)?|карта|график|الشكل|شكل|الجدول|جدول)\.?\s*[\dIVX٠-٩]{1,4}(?:\.\d+)?\s*[.:–—|-]"
    r"|(?:sources?|notes?|quellen?|anmerkung(?:en)?|fuentes?|notas?|fontes?|источники?|примечани[ея]"
    r"|المصدر|ملاحظة)\s?:",
    re.IGNORECASE,
)
"""How the caption of a figure or a table begins, or the note below one."""

_WORD = re.compile(r"\w[\w'’-]*\w")
_LAST, _FIRST = re.compile(r"([\w'’-]*\w)[-\ufffe]$"), re.compile(r"\w[\w'’-]*\w|\w")


class Shape(NamedTuple):
    """What most lines of a document are like: their size, and how far apart they stand."""

    size: float
    pitch: float


def pieces(pages: Sequence[Page], dropped: Sequence[Mapping[int, str]]) -> Iterator[Piece]:
    """Yield the pieces of a document; what is `dropped` stands before the page it is dropped from.

    A paragraph that goes on over the end of a page is one, so it stands before that as well.
    """
    kept = [
        [line for index, line in enumerate(page.lines) if index not in gone]
        for page, gone in zip(pages, dropped, strict=True)
    ]
    shape = _shape(kept)
    words = Counter(_WORD.findall(" ".join(line.text for lines in kept for line in lines)))
    for run in _runs([line for lines in kept for line in lines], shape):
        yield _piece(run, shape, words)
    for page, gone in zip(pages, dropped, strict=True):
        for index, reason in gone.items():
            yield Piece(BlockKind.PARAGRAPH, page.lines[index].text, reason)


def _shape(pages: Iterable[Sequence[Line]]) -> Shape:
    """Return the shape of most text, long lines counting for more."""
    sizes = Counter[float]()
    steps = Counter[float]()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        below = ((one, two) for one, two in pairwise(lines) if _is_below(one, two))
        steps.update(round(one.base - two.base, 1) for one, two in below)
    size = _most_common(sizes, 1.0)
    return Shape(size, _most_common(steps, size))


def _most_common(counts: Mapping[float, int], default: float) -> float:
    return max(counts, key=lambda one: (counts[one], one), default=default)


def _is_below(line: Line, following: Line) -> bool:
    """Whether the following line is further down in the same column."""
    overlaps = following.left < line.right and line.left < following.right
    return following.base < line.base and overlaps


def _runs(lines: Iterable[Line], shape: Shape) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if run and not _goes_on(run, line, shape):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _goes_on(run: Sequence[Line], line: Line, shape: Shape) -> bool:
    """Whether the paragraph of the lines in `run` goes on in `line`."""
    last = run[-1]
    if abs(last.size - line.size) > _ALIKE * last.size or _is_marked(run, line):
        return False
    if max(last.cells, line.cells) >= _CELLS:
        return False
    stopped = ends(last.text, LINE_STOPS)
    if _is_apart(run, line, stopped):
        return False
    if not _is_below(last, line):  # in the next column, or on the next page
        return not stopped and not _is_heading(run, shape)
    pitch = shape.pitch * max(1.0, line.size / shape.size)
    if last.base - line.base > _CLOSE * pitch or (last.is_bold and not line.is_bold):
        return False
    return not (_ends_early(last, line) and (stopped or _begins(last, line)))


def _is_apart(run: Sequence[Line], line: Line, stopped: bool) -> bool:
    """Whether a caption or the note of a table begins in a line, or has ended above it.

    What looks like one within a paragraph, as `Table 3` at the beginning of its line, is none.
    """
    if _CAPTION.match(line.text):
        return (
            stopped
            or _ends_early(run[-1], line)
            or abs(line.base - run[-1].base) > _FAR * line.size
        )
    return stopped and _CAPTION.match(run[0].text) is not None


def _is_marked(run: Sequence[Line], line: Line) -> bool:
    """Whether a list marker opens a line, and no number that a sentence ends with: `May / 10. It`.

    Such a number stands in the middle of a paragraph, where the line above has no room for it.
    """
    if not NUMBER.match(line.text):
        return MARKER.match(line.text) is not None
    is_item = MARKER.match(run[0].text) is not None
    return is_item or ends(run[-1].text, LINE_STOPS) or _ends_early(run[-1], line)


def _ends_early(line: Line, following: Line) -> bool:
    """Whether the first word of the next line had room in a line, or the next is set in.

    All lines of a list item but the first are set in behind its marker.
    """
    word = following.text.split(maxsplit=1)[0]
    width = len(word) * (following.right - following.left) / len(following.text)
    had_room = line.last - line.right > width + line.size
    is_set_in = following.left > line.left + _INDENT * line.size
    return had_room or (is_set_in and not MARKER.match(line.text))


def _begins(last: Line, line: Line) -> bool:
    """Whether a line may begin a piece though no sentence ended before it, as items of lists do."""
    is_item = line.left > line.first + _INDENT * line.size
    is_short = last.right < last.last - _SHORT * (last.last - last.first)
    return not line.text[0].islower() or (is_item and is_short)


def _piece(run: Sequence[Line], shape: Shape, words: Mapping[str, int]) -> Piece:
    text = run[0].text
    for line in run[1:]:
        text = _joined(text, line.text, words)
    text = text.replace(HYPHEN, "-")
    if any(line.cells >= _CELLS for line in run):
        return Piece(BlockKind.PARAGRAPH, text, "table")
    marker = MARKER.match(text)
    if marker and marker.end() < len(text):
        return Piece(BlockKind.LIST_ITEM, text[marker.end() :])
    kind = BlockKind.HEADING if _is_heading(run, shape) else BlockKind.PARAGRAPH
    return Piece(kind, text)


def _is_heading(run: Sequence[Line], shape: Shape) -> bool:
    """Whether the lines are larger than most text, or bold and short, and no sentence."""
    count = sum(len(line.text.split()) for line in run)
    is_marked = run[0].size > _LARGER * shape.size or all(line.is_bold for line in run)
    return is_marked and count <= _HEADING_WORDS and not run[-1].text.endswith((".", ":", ";", ","))


def _joined(text: str, following: str, words: Mapping[str, int]) -> str:
    """Return two lines as one; a hyphen between them stays if it also stands within a line."""
    head, tail = _LAST.search(text), _FIRST.match(following)
    if not text.endswith(("-", HYPHEN)):
        return f"{text} {following}"
    if not head or not tail:
        return f"{text[:-1]}-{following}"
    cut, kept = head[1] + tail[0], f"{head[1]}-{tail[0]}"
    stays = words.get(kept, 0) > words.get(cut, 0) or not tail[0][0].islower()
    stays = stays or (cut not in words and head[1].lower() in _COMPOUNDING)
    return f"{text[:-1]}{'-' if stays else ''}{following}"
