"""Page -> Lines: runs of characters on one base line, each with its place and its size."""

import ctypes
import math
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from briefgen.read.signs import raised

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

HYPHEN = "\ufffe"
"""What stands for a hyphen that may be there only because the line ends, as pdfium has it."""

_HYPHENS = dict.fromkeys((0x02, 0xFFFE, 0xAD, 0x2010), HYPHEN)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_UPRIGHT = 0.2
"""Radians by which text may lean; what leans more is a stamp or a watermark."""

_GAP = 1.3
"""How many times the size of its letters parts two columns on one base line."""

_HIGH = 0.2
"""The share of the size of its line that a figure stands above the others at least, if set high."""

_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)


class Line(NamedTuple):
    """Words on one base line, up to a gap; places in points from the lower left of the page.

    Its column reaches from `first` to `last`; `cells` counts the pieces, parted by gaps, that it
    was put together from.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool
    first: float = 0.0
    last: float = 0.0
    cells: int = 1


class Page(NamedTuple):
    """The lines of a page in the order of the file, its size, and whether there are pictures."""

    lines: tuple[Line, ...]
    width: float
    height: float
    has_pictures: bool = False


class _Letter(NamedTuple):
    """A character and its place; a space has none of its own."""

    text: str
    left: float
    right: float
    base: float
    size: float
    place: int


def page_of(pdf: "PdfDocument", number: int) -> Page:
    """Return the page of that number, from 0, its text as pdfium finds it."""
    from pypdfium2 import raw

    page = pdf[number]
    text = page.get_textpage()
    lines = tuple(_line(text, run) for run in _runs(_letters(text)) if _is_upright(text, run))
    pictures = any(one.type == raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects(max_depth=3))
    width, height = page.get_size()
    found = Page(tuple(line for line in lines if line.text), width, height, pictures)
    text.close()
    page.close()
    return found


def _letters(page: "PdfTextPage") -> Iterator[_Letter]:
    """Yield the characters of a page; line ends are left to their places to tell."""
    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, index)
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        size = box.top - box.bottom
        yield _Letter(_written(code), box.left, box.right, y.value, size, index)


def _written(code: int) -> str:
    """Return the character of a code; what is no character is a space."""
    if code in _HYPHENS:
        return HYPHEN
    letter = _LIGATURES.get(code) or chr(code if code <= sys.maxunicode else 0)
    return letter if letter.isprintable() else " "


def _runs(letters: Iterable[_Letter]) -> Iterator[list[_Letter]]:
    """Yield the letters of each line, the spaces within it among them."""
    run: list[_Letter] = []
    last: _Letter | None = None
    for letter in letters:
        if not letter.text.isspace():
            if last and not _goes_on(last, letter):
                yield run
                run = []
            last = letter
        if last:
            run.append(letter)
    if run:
        yield run


def _goes_on(last: _Letter, letter: _Letter) -> bool:
    """Whether a letter stands on the line of the last one and close behind it."""
    size = max(last.size, letter.size, 1.0)
    on_base = abs(letter.base - last.base) < size / 2
    return on_base and -size < letter.left - last.right < _GAP * size


def _line(page: "PdfTextPage", run: Sequence[_Letter]) -> Line:
    letters = [letter for letter in run if not letter.text.isspace()]
    size = median(letter.size for letter in letters)
    high = median(letter.base for letter in letters) + _HIGH * size
    return Line(
        " ".join("".join(_as_set(letter, high) for letter in run).split()),
        letters[0].left,
        max(letter.right for letter in letters),
        letters[0].base,
        size,
        _is_bold(page, letters[0].place),
    )


def _as_set(letter: _Letter, high: float) -> str:
    """Return the character, raised if it is a figure whose base is above what counts as `high`."""
    return raised(letter.text) if letter.base > high else letter.text


def _is_bold(page: "PdfTextPage", index: int) -> bool:
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(page, index, name, len(name), None)
    return bool(_BOLD.search(name.value))


def _is_upright(page: "PdfTextPage", run: Sequence[_Letter]) -> bool:
    """Whether a line is read from left to right, unlike a stamp along the margin."""
    from pypdfium2 import raw

    angle = raw.FPDFText_GetCharAngle(page, run[0].place)
    return not _UPRIGHT < angle < 2 * math.pi - _UPRIGHT
