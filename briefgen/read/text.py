"""Plain text: blocks by line and by blank line, whichever way the file was written.

Scraped articles put a paragraph on a line; mail and old exports cut paragraphs to a width. Which
it is, is told chunk by chunk, where a chunk is what stands between two blank lines: a text is cut
to a width if most of its lines are full, that is, if the first word of the next had no room.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefgen.language import STOPS, ends
from briefgen.model import Block, BlockKind, Document, Source
from briefgen.read.assemble import assemble
from briefgen.read.dates import MONTH
from briefgen.read.encoding import decode
from briefgen.read.front_matter import front_matter
from briefgen.read.limits import check_text
from briefgen.read.reader import Reader
from briefgen.read.signs import BULLETS

NAME = "text/4"

_NO_BREAKS = "\x1c\x1d\x1e"
"""What ends no line, though Python takes it for an end."""

_QUOTES = re.compile(r"[\s>]*")
_MONTH_AND_YEAR = rf"(?:(?i:{MONTH})\b\.?|\d\d?\.) \d{{4}}"
MARKER = re.compile(
    rf"[{BULLETS}]\s*|[-*+–—](?:\s+|$)|\(?[a-z]\)\s+(?=\S)"
    rf"|\(?\d{{1,3}}(?:\.\)|[.)])\s+(?=\S)(?!{_MONTH_AND_YEAR})"
    r"|(?:[a-z]\.|\(?[ivx]{2,5}[.)])\s+(?=[A-Z])|o\t\s*(?=\S)"
)
"""What opens an item of a list; `4. März 2024` is a date."""

NUMBER = re.compile(r"\d{1,3}\.\s+")
"""What looks like a marker and may be the number that a sentence ends with."""
LINE_STOPS = f"{STOPS};"
"""What a line ends in that is not cut off there."""

_INNER_STOP = re.compile(r"[a-z0-9][.!?][\"”’)]?\s+[\"“(]?[A-Z]")
_CUT_SHORT = re.compile(
    r"(?:,|\b(?:an?|and|as|at|by|for|from|in|into|of|on|or|that|the|to|under|with))$"
)
_QUOTE_MARK = re.compile(r"(?<=[\n\r])[ \t]*>[> \t]*")
_HEADING_WORDS, _HEADING_LENGTH = 28, 300
_WHOLE_LENGTH = 60
"""Characters up to which a line, if there is no stop at its end, is not a paragraph cut in two."""

_NARROWEST, _WIDEST = 40, 120


class Line(NamedTuple):
    """A line of the text, its indentation and marker told apart from its words.

    `start` is the offset of the words, `lead` the characters before them, `quotes` how deep it is
    quoted as in mail.
    """

    words: str
    start: int
    lead: int
    quotes: int
    marker: str

    @property
    def is_item(self) -> bool:
        """Whether the line has a marker, as an item of a list has."""
        return bool(self.marker)

    @property
    def is_numbered(self) -> bool:
        """Whether what looks like a marker may be the number that a sentence ends with."""
        return NUMBER.fullmatch(self.marker) is not None

    @property
    def end(self) -> int:
        """The offset behind the line's last character."""
        return self.start + len(self.words)

    @property
    def is_stopped(self) -> bool:
        """Whether the line ends as a sentence does."""
        return ends(self.words, LINE_STOPS)

    @property
    def begins_small(self) -> bool:
        """Whether the line begins with a small letter, as no sentence does."""
        return self.words[:1].islower()

    @property
    def width(self) -> int:
        """The characters from the line's beginning to its last word."""
        return self.lead + len(self.words)

    def fills(self, width: int, following: "Line") -> bool:
        """Whether the first word of the `following` line had no room left in `width`."""
        said = following.words[:width]
        first = f"{following.marker}{said}" if following.is_numbered else said
        return self.width <= width < self.width + 1 + len("".join(first.split(maxsplit=1)[:1]))


def read(source: Source) -> Document:
    """Return the document in a plain text file. Raises ReadError if it is not text."""
    text, encoding = decode(source.data)
    return document(source, text, encoding)


def document(source: Source, text: str, encoding: str = "utf-8") -> Document:
    """Return the document that `text`, already decoded, stands for.

    The `>` that mail puts before the lines of a quotation are no words of it; each becomes a space,
    which leaves every offset as it is.
    """
    check_text(text)
    front = front_matter(text)
    found = blocks(text, front.end)
    if any(block.kind is BlockKind.QUOTATION for block in found):
        text = _QUOTE_MARK.sub(lambda mark: " " * len(mark[0]), text)
    return assemble(source, text, found, front, NAME, encoding)


def blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """Return the blocks of `text` from the offset `start` on, in order."""
    chunks = list(_chunks(text, start))
    widest = max(map(_wrapped_to, chunks), default=0)
    return tuple(block for chunk in chunks for block in _blocks(chunk, widest))


def _chunks(text: str, start: int) -> Iterator[list[Line]]:
    """Yield the runs of lines between blank ones."""
    chunk: list[Line] = []
    for line in _lines(text, start):
        if line.words:
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _lines(text: str, start: int) -> Iterator[Line]:
    """Yield the lines; a marker on a line of its own is put before the words that come next."""
    marked = False
    for one in _NO_BREAKS:
        text = text.replace(one, " ")
    for whole in text[start:].splitlines(keepends=True):
        line = _line(whole.rstrip(), start)
        if line.words or not (line.is_item or marked):
            yield line._replace(marker="-") if marked else line
        marked = not line.words and (line.is_item or marked)
        start += len(whole)


def _line(raw: str, start: int) -> Line:
    words = raw.lstrip()
    if words.startswith(">"):
        words = _QUOTES.sub("", words, count=1)
    lead = len(raw) - len(words)
    marker = MARKER.match(raw, lead)
    begin = marker.end() if marker else lead
    quotes = raw.count(">", 0, lead)
    return Line(raw[begin:], start + begin, begin, quotes, marker[0] if marker else "")


def _wrapped_to(chunk: list[Line]) -> int:
    """Return the width that the lines of a chunk are cut to, or 0 if they are not.

    Titles in a list may fill their lines by chance, but prose goes on with a small letter.
    """
    if len(chunk) < 2:
        return 0
    width = max(line.width for line in chunk)
    joints = [(one, two) for one, two in pairwise(chunk) if one.quotes == two.quotes]
    joints = [(one, two) for one, two in joints if not two.is_item]
    full = [(one, two) for one, two in joints if one.fills(width, two)]
    within = [two.begins_small for one, two in full if not one.is_stopped]
    wrapped = 2 * len(full) >= len(joints) and any(within) and 3 * sum(within) >= len(within)
    return width if wrapped and _NARROWEST <= width <= _WIDEST else 0


def _blocks(chunk: list[Line], widest: int) -> Iterator[Block]:
    """Yield the blocks of a chunk; `widest` is the width of other chunks, should it have none."""
    width = _wrapped_to(chunk)
    run: list[Line] = []
    for line in chunk:
        if run and not _goes_on(run, line, width or widest, bool(width)):
            yield Block(_kind(run), run[0].start, run[-1].end)
            run = []
        run.append(line)
    yield Block(_kind(run), run[0].start, run[-1].end)


def _goes_on(run: list[Line], line: Line, width: int, wrapped: bool) -> bool:
    """Whether the paragraph that `run` begins continues on `line`."""
    last = run[-1]
    if line.is_item or line.quotes != last.quotes:
        return _is_within(run, line, width, wrapped)
    if last.lead < line.lead == run[0].lead:  # set in as the first line is, and only that
        return False
    if last.is_stopped:
        return wrapped and last.fills(width, line) and line.lead <= last.lead
    return line.begins_small or last.fills(width, line) or not _stands_alone(run)


def _is_within(run: list[Line], line: Line, width: int, wrapped: bool) -> bool:
    """Whether what looks like a list marker stands within a text that is cut before it.

    It may be a dash, or the number that a sentence ends with: `... on March / 10. The army ...`.
    """
    inside = line.quotes == run[-1].quotes and not run[0].is_item and not run[-1].is_stopped
    goes_on = line.begins_small or (wrapped and line.is_numbered)
    return inside and goes_on and run[-1].fills(width, line)


def _stands_alone(run: list[Line]) -> bool:
    """Whether a line without a stop is all there is: a heading or a short item, not a clause."""
    words = run[0].words
    if len(run) > 1 or len(words) > _HEADING_LENGTH:
        return False
    if run[0].begins_small and not run[0].is_item:
        return False
    return len(words.split()) <= _HEADING_WORDS and not _is_cut(words)


def _is_cut(words: str) -> bool:
    """Whether a line without a stop is a part of a paragraph."""
    if len(words) <= _WHOLE_LENGTH:
        return False
    return bool(_INNER_STOP.search(words) or _CUT_SHORT.search(words))


def _kind(run: list[Line]) -> BlockKind:
    if run[0].quotes:
        return BlockKind.QUOTATION
    if run[0].is_item:
        return BlockKind.LIST_ITEM
    if not run[0].is_stopped and _stands_alone(run):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


READER = Reader(NAME, read, risky=False)
