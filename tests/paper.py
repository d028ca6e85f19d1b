"""What stands where on the pages of a PDF, read back from the file.

Lengths are in points (1/72 inch), from the lower left corner of a page.
"""

import re
from collections.abc import Iterator, Sequence
from ctypes import c_double, c_int, c_uint
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

FURNITURE = 70
"""What stands nearer than this to a page's upper or lower edge is a running title or a number."""


class Word(NamedTuple):
    """What stands between two spaces, as drawn on one line."""

    text: str
    left: float
    right: float


class Line(NamedTuple):
    """A line of text; what is set high in it, such as a citation, belongs to it."""

    words: tuple[Word, ...]
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """The words, with a space between two."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right


class Box(NamedTuple):
    """A filled rectangle."""

    left: float
    bottom: float
    right: float
    top: float
    colour: tuple[int, int, int]


class Page(NamedTuple):
    """A page, its lines in reading order."""

    width: float
    height: float
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]

    @property
    def text(self) -> tuple[Line, ...]:
        """The lines between the running title and the foot."""
        return tuple(
            line for line in self.lines if FURNITURE < line.baseline < self.height - FURNITURE
        )


class _Glyph(NamedTuple):
    text: str
    left: float
    right: float
    baseline: float
    size: float


_RAISED = 6.0
"""The baseline of what is set high stands less than this above its line's, another line's more."""


_GAP = 1.0
"""Two glyphs further apart than this stand in two words; the narrowest space is 1.6 wide."""


def pages(data: bytes) -> list[Page]:
    """Return the pages of a PDF whose text runs from left to right."""
    return [
        Page(page.get_width(), page.get_height(), tuple(_lines(page)), tuple(_boxes(page)))
        for page in pypdfium2.PdfDocument(data)
    ]


def _lines(page: pypdfium2.PdfPage) -> Iterator[Line]:
    row: list[_Glyph] = []
    for glyph in _glyphs(page):
        if row and abs(glyph.baseline - row[0].baseline) > _RAISED:
            yield from _line(row)
            row = []
        row.append(glyph)
    yield from _line(row)


def _line(row: list[_Glyph]) -> Iterator[Line]:
    """Yield the line of these glyphs, unless they are nothing but spaces."""
    words: list[Word] = []
    for glyph in row:
        if glyph.text.isspace():
            continue
        if words and glyph.left - words[-1].right < _GAP:
            words[-1] = Word(words[-1].text + glyph.text, words[-1].left, glyph.right)
        else:
            words.append(Word(glyph.text, glyph.left, glyph.right))
    if words:
        yield Line(tuple(words), row[0].baseline, max(glyph.size for glyph in row))


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[_Glyph]:
    text: Any = page.get_textpage()
    x, y = c_double(), c_double()
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, index):
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        yield _Glyph(letter, left, right, y.value, top - bottom)


def _boxes(page: pypdfium2.PdfPage) -> Iterator[Box]:
    shades = [c_uint() for _ in range(4)]
    for shape in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
        mode, stroke = c_int(), c_int()
        pdfium.FPDFPath_GetDrawMode(shape, mode, stroke)
        if mode.value:
            pdfium.FPDFPageObj_GetFillColor(shape, *shades)
            red, green, blue, _ = (shade.value for shade in shades)
            left, bottom, right, top = shape.get_bounds()
            yield Box(left, bottom, right, top, (red, green, blue))


_TINT = (242, 245, 249)
"""The colour of --wash in brief.css, of which the bottom line's box is."""

_BOX_INSET = 14.4
"""The space that brief.css leaves between the text and the box's edge: 1.3em of 11 points."""

_SLACK = 5.0
"""What the padding of a link and the rounding of widths come to at most."""

_LEADING = 1.15
"""From line to line it is at most this many times the size; between two paragraphs it is more."""


_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def tinted(page: Page) -> list[Box]:
    """Return the parts of the bottom line's box that stand on `page`."""
    return [box for box in page.boxes if box.colour == _TINT]


def early_breaks(brief: Sequence[Page]) -> list[str]:
    """Return each line below the masthead, with a bar and the next word, which had fitted on it.

    A citation belongs to the word before it.
    """
    left = min(line.left for page in brief for line in page.text)
    found = []
    for page in brief:
        body = [line for line in page.text if line.baseline < _masthead(page)]
        for line, following in pairwise(body):
            free = _right_edge(page, line, left) - line.right
            if _is_next(line, following) and _first_word(following) + _SLACK < free:
                found.append(f"{line.text} | {following.words[0].text} ({free:.0f} pt free)")
    return found


def parted_dates(brief: Sequence[Page]) -> list[str]:
    """Return the dates that stand on two lines."""
    text = "\n".join(line.text for page in brief for line in page.lines)
    months = "|".join(_MONTHS)
    return re.findall(rf"\d{{1,2}}\n(?:{months})\b|\d{{1,2}} (?:{months})\n\d{{4}}", text)


def _masthead(page: Page) -> float:
    return max((box.top for box in tinted(page)), default=page.height)


def _right_edge(page: Page, line: Line, left: float) -> float:
    boxed = any(box.bottom < line.baseline < box.top for box in tinted(page))
    return page.width - left - (_BOX_INSET if boxed else 0)


def _is_next(line: Line, following: Line) -> bool:
    leading = line.baseline - following.baseline
    return 0 < leading < _LEADING * line.size and abs(line.size - following.size) < 1


# A citation stands behind its word and an arrow before its letter; a date is whole; and by UAX 14,
# LB 15, no line ends between ” and (.
_TIED = re.compile(r"(?:\d{1,2} [A-Z][a-z]+ \d{4}\S*|\S+[“”] [(“]\S+|↑ \w|\S+)(?: [\[↑]\S*)*")


def _first_word(line: Line) -> float:
    """Return the width of the first word and what is tied to it, with a space before them."""
    tied = _TIED.match(line.text)
    count = tied[0].count(" ") + 1 if tied else 1
    return line.words[count - 1].right - line.left + _GAP
