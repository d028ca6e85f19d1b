"""PDF -> letters: the characters of a page with their places, turned so that they are upright."""

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefgen.read.signs import BULLETS

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage
    from pypdfium2.raw import FS_RECTF

HYPHEN = "\ufffe"
"""What stands for a hyphen that may be there only because the line ends, as pdfium has it."""

_HYPHENS = dict.fromkeys((0x02, 0xFFFE, 0xAD, 0x2010), HYPHEN)
_MEANT = frozenset({0x02, 0x09, 0x0A, 0x0D})
"""Control characters with which pdfium says something: a hyphen, a tabulator, the end of a line."""

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_UPRIGHT = 0.2
"""Radians by which text may lean; what leans more is a stamp or a watermark."""

_MANY = 200
"""Letters from which text that is turned in another way than most of a page is read too; the stamp
that archives print along the margin has some fifty."""


class Letter(NamedTuple):
    """A character and its place, as it stands when the page is turned by `turn` quarters.

    A space has no place of its own; what leans has no `turn`.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    place: int
    turn: int | None = 0
    is_known: bool = True


class Ground(NamedTuple):
    """The lower left corner and the size of a page before anything is turned, in points."""

    left: float
    bottom: float
    width: float
    height: float


def taken(page: "PdfPage", ground: Ground) -> tuple["PdfTextPage", list[Letter]]:
    """Return the text of a page and its letters in the order in which pdfium reads them.

    That is the order of reading for upright letters only, so the page is turned if most are not.
    """
    text = page.get_textpage()
    letters = list(_letters(text, ground))
    turns = turns_of(Counter(one.turn for one in letters if not one.text.isspace()))
    if not turns or 90 * turns[0] == page.get_rotation():
        return text, letters
    text.close()
    page.set_rotation(90 * turns[0])
    text = page.get_textpage()
    return text, list(_letters(text, ground))


def turns_of(turns: Counter[int | None]) -> list[int]:
    """Return by how many quarters to turn the page: for most of its letters, and for many more."""
    known = [(count, turn) for turn, count in turns.items() if turn is not None]
    ordered = sorted(known, key=lambda one: (-one[0], one[1]))
    return [turn for place, (count, turn) in enumerate(ordered) if not place or count >= _MANY]


def _letters(page: "PdfTextPage", ground: Ground) -> Iterator[Letter]:
    """Yield the characters of a page; line ends are left to their places to tell."""
    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    turn: int | None = 0
    begins = True  # a word, all letters of which stand alike
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, index)
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        words = _written(code)
        if words.isspace():
            begins = True
        elif begins:
            turn, begins = _turn(raw.FPDFText_GetCharAngle(page, index)), False
        left, right, base, size = _turned(box, (x.value, y.value), turn or 0, ground)
        is_known = not _is_unknown(code)
        yield Letter(words, left, right, base, size, index, turn, is_known)


def _turn(angle: float) -> int | None:
    """Return by how many quarters a letter is turned to the left; None if it leans.

    pdfium counts the angle to the right.
    """
    quarters = angle / (math.pi / 2)
    turn = round(quarters)
    return -turn % 4 if abs(quarters - turn) * math.pi / 2 <= _UPRIGHT else None


def _turned(
    box: "FS_RECTF", origin: tuple[float, float], turn: int, ground: Ground
) -> tuple[float, float, float, float]:
    """Return left, right, base and size of a letter on the page turned to the right."""
    x, y = origin[0] - ground.left, origin[1] - ground.bottom
    left, right = box.left - ground.left, box.right - ground.left
    bottom, top = box.bottom - ground.bottom, box.top - ground.bottom
    if turn == 1:
        return bottom, top, ground.width - x, right - left
    if turn == 2:
        return ground.width - right, ground.width - left, ground.height - y, top - bottom
    if turn == 3:
        return ground.height - top, ground.height - bottom, x, right - left
    return left, right, y, top - bottom


def _is_unknown(code: int) -> bool:
    """Whether a code stands for no character: the file does not say which, or for private use."""
    is_private = 0xE000 <= code <= 0xF8FF and chr(code) not in BULLETS
    return (
        code == 0xFFFD
        or is_private
        or (code not in _MEANT and (code < 0x20 or 0x7F <= code < 0xA0))
    )


def _written(code: int) -> str:
    """Return the character of a code; what is no character is a space."""
    if code in _HYPHENS:
        return HYPHEN
    letter = _LIGATURES.get(code) or chr(code if code <= sys.maxunicode else 0)
    return letter if letter.isprintable() else " "
