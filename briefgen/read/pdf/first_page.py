"""The first page of a PDF: its title, the lines with labels on it, and whether a name stands there.

What the file says of itself in its information dictionary (ISO 32000-2, 14.3.3) is written by
programs: titles of templates, names of logins. So it counts if the page bears it out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefgen.read.date_lines import has_year, is_label
from briefgen.read.dates import flat
from briefgen.read.pdf.letters import HYPHEN
from briefgen.read.pdf.lines import Line, Page
from briefgen.read.stated import name

_ALIKE = 0.06
"""The share by which the sizes of two lines of a title may differ."""

_PITCH = 2.2
"""How many times its size the next line of a title stands below it at most."""

_MOST_LINES = 500
"""Lines of a page that are looked at; a page of small print has 150."""

_TITLE_WORDS, _TITLE_LENGTH = 30, 250
_FEWEST = 2
"""Words of a title in large type; one word is more often the name of a house or of a rubric."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_PROGRAM = re.compile(
    r"(?:microsoft|adobe|libreoffice|openoffice|quarkxpress|indesign|acrobat|pdf\w*|latex|tex|word"
    r"|powerpoint|excel|pages|keynote|canva|scribus)\b.*"
    r"|(?:slide|folie|diapositive|diapositiva|document|dokument|documento|book|mappe|layout|blank"
    r"|présentation|presentation|präsentation|presentación|apresentação|print|scan)\W*"
    r"(?:page|de|powerpoint)?[\W\d]*(?:powerpoint)?"
    r"|(?:sans|sin|sem|ohne) (?:titre|título|titulo|titel)\W*\d*|unbenannt\W*\d*"
    r"|без (?:названия|имени)\W*\d*",
    re.IGNORECASE,
)
"""Titles that programs give to what has none."""

_FILE_NAME = re.compile(r"\S*(?:_|\d)\S*|.*\.[a-z][a-z\d]{1,4}", re.IGNORECASE)


def title(stated: str | None, page: Page) -> str | None:
    """Return the title that the file states, or else what stands on the page in its largest type.

    A stray sign, a program's name or a file's name is no title.
    """
    known = name(stated)
    if known and _WORD.search(known) and not (_PROGRAM.fullmatch(known) or _is_file_name(known)):
        return known
    return _largest(page)


def _is_file_name(stated: str) -> bool:
    return _FILE_NAME.fullmatch(stated) is not None


def author(stated: str | None, page: Page) -> str | None:
    """Return the author that the file states, if the page names him; else it may be any login.

    A single word has to stand there letter for letter: `HP` is not what the page calls hp.
    """
    known = name(stated)
    if not known or known.islower():
        return None
    flags = re.IGNORECASE if " " in known else re.NOFLAG
    whole = re.compile(rf"(?<![\w@./]){re.escape(flat(known))}(?![\w@])", flags)
    return known if whole.search(flat(" ".join(one.text for one in page.lines))) else None


def labelled(page: Page) -> Iterator[str]:
    """Yield the lines of a page that may have a day, and each label with its neighbours.

    These are on its right and below it: so a label and its value are together, whichever way a
    table has them.
    """
    for one in page.lines[:_MOST_LINES]:
        if has_year(one.text):
            yield one.text
        if is_label(one.text):
            neighbours = (_beside(one, page.lines), _beneath(one, page.lines))
            yield from (f"{one.text} {other.text}" for other in neighbours if other)


def _beside(line: Line, lines: Sequence[Line]) -> Line | None:
    right = [one for one in lines if abs(one.base - line.base) < line.size / 2]
    return _nearest((one.left - line.right, one) for one in right if one.left >= line.right)


def _beneath(line: Line, lines: Sequence[Line]) -> Line | None:
    under = (one for one in lines if one.left < line.right and line.left < one.right)
    return _nearest((line.base - one.base, one) for one in under if one.base < line.base - 1)


def _nearest(placed: Iterable[tuple[float, Line]]) -> Line | None:
    found = min(placed, default=None)
    return found[1] if found else None


def _largest(page: Page) -> str | None:
    """Return the lines in the largest type that are words, put together; None if none stand out."""
    lines = [one for one in page.lines if len(_WORD.findall(one.text)) >= _FEWEST]
    if not lines:
        return None
    size = max(one.size for one in lines)
    most = sum(len(one.text) for one in page.lines)
    first = next(one for one in lines if one.size >= (1 - _ALIKE) * size)
    text = _joined(_title_lines(first, page.lines))
    large = sum(len(one.text) for one in page.lines if one.size >= (1 - _ALIKE) * size)
    is_large = 2 * large < most or len(page.lines) == 1
    is_title = len(text) <= _TITLE_LENGTH and len(text.split()) <= _TITLE_WORDS
    return name(text) if is_large and is_title else None


def _title_lines(first: Line, lines: Sequence[Line]) -> list[Line]:
    """Return the line and those of its size that follow right below it."""
    found = [first]
    for one in sorted(lines, key=lambda one: -one.base):
        last = found[-1]
        is_alike = abs(one.size - first.size) <= _ALIKE * first.size
        if is_alike and 0 < last.base - one.base <= _PITCH * first.size:
            found.append(one)
    return found


def _joined(lines: Iterable[Line]) -> str:
    text = ""
    for one in lines:
        words = one.text
        text = text[:-1] + words if text.endswith(HYPHEN) else f"{text} {words}"
    return " ".join(text.replace(HYPHEN, "-").split())
