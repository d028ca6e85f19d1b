"""Page -> Lines: runs of characters on one base line, each with its place and its size."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from briefgen.read.pdf.fields import drawn_in
from briefgen.read.pdf.letters import Ground, Letter, taken, turns_of
from briefgen.read.signs import raised

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

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
    """The lines of a page in the order of the file, its size, and whether there are pictures.

    `values` are those of its form fields and comments that no line shows; `letters` counts what is
    drawn, `leaning` what of it is left out since it stands askew, and `unknown` those letters for
    which the file gives no character.
    """

    lines: tuple[Line, ...]
    width: float
    height: float
    has_pictures: bool = False
    values: tuple[str, ...] = ()
    letters: int = 0
    leaning: int = 0
    unknown: int = 0


def pages_of(pdf: "PdfDocument", number: int) -> Iterator[Page]:
    """Yield the page of that number, from 0, its text as pdfium finds it.

    The page is turned so that most letters are upright, whatever its `/Rotate` says. If it has
    much text that is turned in another way, that comes as another page.
    """
    from pypdfium2 import raw

    page = pdf[number]
    values = drawn_in(pdf, page)
    left, bottom, right, top = page.get_cropbox()
    ground = Ground(left, bottom, right - left, top - bottom)
    text, letters = taken(page, ground)
    pictures = any(one.type == raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects(max_depth=3))
    turns = Counter(letter.turn for letter in letters if not letter.text.isspace())
    for turn in turns_of(turns):
        upright = [one for one in letters if one.turn == turn]
        lines = tuple(line for run in _runs(upright) if (line := _line(text, run)).text)
        sides = ground.width, ground.height
        width, height = sides[::-1] if turn % 2 else sides
        yield Page(lines, width, height, pictures)
    yield Page(
        lines=(),
        width=ground.width,
        height=ground.height,
        has_pictures=pictures,
        values=values,
        letters=sum(not (one.is_known and one.text.isspace()) for one in letters),
        leaning=turns.total() - sum(turns[turn] for turn in turns_of(turns)),
        unknown=sum(not one.is_known for one in letters),
    )
    text.close()
    page.close()


def _runs(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Yield the letters of each line, the spaces within it among them."""
    run: list[Letter] = []
    last: Letter | None = None
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


def _goes_on(last: Letter, letter: Letter) -> bool:
    """Whether a letter stands on the line of the last one and close behind it."""
    size = max(last.size, letter.size, 1.0)
    on_base = abs(letter.base - last.base) < size / 2
    return on_base and -size < letter.left - last.right < _GAP * size


def _line(page: "PdfTextPage", run: Sequence[Letter]) -> Line:
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


def _as_set(letter: Letter, high: float) -> str:
    """Return the character, raised if it is a figure whose base is above what counts as `high`."""
    return raised(letter.text) if letter.base > high else letter.text


def _is_bold(page: "PdfTextPage", index: int) -> bool:
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(page, index, name, len(name), None)
    return bool(_BOLD.search(name.value))
