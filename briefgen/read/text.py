"""Plain text: blocks by line and by blank line, whichever way the file was written.

Scraped articles put a paragraph on a line; mail and old exports wrap paragraphs by hand. Both
are told apart chunk by chunk, where a chunk is what stands between two blank lines.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.model import Block, BlockKind, Document, Source
from briefgen.read.assemble import assemble
from briefgen.read.encoding import decode
from briefgen.read.metadata import front_matter

NAME = "text/1"

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_STOPPED = re.compile(r"[.!?…:;。؟][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•·‣▪◦–—]|\(?\d{1,3}[.)])\s+(?=\S)")
_LONE_MARKER = re.compile(r"[-*•·‣▪◦–—]")
_QUOTED = re.compile(r">\s*(?=\S)")
_INNER_STOP = re.compile(r"[a-z0-9][.!?][\"”’)]?\s+[\"“(]?[A-Z]")
_HEADING_WORDS = 28
_WRAP_WIDTH = 120


class Line(NamedTuple):
    """A line without the space around it, as a span of the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind the line's last character."""
        return self.start + len(self.text)

    @property
    def stopped(self) -> bool:
        """Whether the line ends as a sentence does."""
        return bool(_STOPPED.search(self.text))


def read(source: Source) -> Document:
    """Return the document in a plain text file. Raises ReadError if it is not text."""
    text, encoding = decode(source.data)
    return document(source, text, encoding)


def document(source: Source, text: str, encoding: str = "utf-8") -> Document:
    """Return the document that `text`, already decoded, stands for."""
    front, body = front_matter(text)
    return assemble(source, text, blocks(text, body), front, NAME, encoding)


def blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """Return the blocks of `text` from the offset `start` on, in order."""
    found: list[Block] = []
    for chunk in _chunks(text, start):
        found.extend(_unwrap(chunk) if _is_wrapped(chunk) else _line_by_line(chunk))
    return tuple(found)


def _chunks(text: str, start: int) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for line in _lines(text, start):
        if line.text:
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _lines(text: str, start: int) -> Iterator[Line]:
    for end, following in _line_ends(text, start):
        raw = text[start:end]
        yield Line(raw.strip(), start + len(raw) - len(raw.lstrip()))
        start = following


def _line_ends(text: str, start: int) -> Iterator[tuple[int, int]]:
    for found in _BREAK.finditer(text, start):
        yield found.span()
    yield len(text), len(text)


def _is_wrapped(chunk: list[Line]) -> bool:
    """Whether the lines of a chunk are one text cut to a width, not a paragraph each."""
    inner = chunk[:-1]
    if not inner or max(len(line.text) for line in chunk) > _WRAP_WIDTH:
        return False
    width = max(len(line.text) for line in inner)
    full = [line for line in inner if len(line.text) >= 0.6 * width and not line.stopped]
    return width >= 40 and chunk[-1].stopped and len(full) > len(inner) / 2


def _unwrap(chunk: list[Line]) -> Iterator[Block]:
    """Yield one block for each run of lines; a list or quotation marker opens a new one."""
    start = 0
    for index in range(1, len(chunk) + 1):
        if index == len(chunk) or _ITEM.match(chunk[index].text):
            yield _block(chunk[start:index])
            start = index


def _line_by_line(chunk: list[Line]) -> Iterator[Block]:
    """Yield a block for each line, or for each run of lines that a stray break cut in two."""
    run: list[Line] = []
    for index, line in enumerate(chunk):
        if _LONE_MARKER.fullmatch(line.text):
            continue
        run.append(line)
        following = chunk[index + 1] if index + 1 < len(chunk) else None
        if not _goes_on(run, following):
            yield _block(run, after_marker=_follows_marker(chunk, index, run))
            run = []


def _goes_on(run: list[Line], following: Line | None) -> bool:
    """Whether the paragraph that `run` begins continues on the `following` line."""
    if following is None or run[-1].stopped or _marked(following):
        return False
    return following.text[0].islower() or not _may_be_heading(run)


def _follows_marker(chunk: list[Line], index: int, run: list[Line]) -> bool:
    before = index - len(run)
    return before >= 0 and bool(_LONE_MARKER.fullmatch(chunk[before].text))


def _marked(line: Line) -> bool:
    return bool(_LONE_MARKER.fullmatch(line.text) or _ITEM.match(line.text))


def _may_be_heading(run: list[Line]) -> bool:
    """Whether a line without a stop is a heading: alone, short, one clause, not begun small."""
    text = run[0].text
    short = len(run) == 1 and len(text.split()) <= _HEADING_WORDS
    return short and not text[0].islower() and not _INNER_STOP.search(text)


def _block(run: list[Line], after_marker: bool = False) -> Block:
    """Return the block that `run` is, its marker left out."""
    first = run[0]
    quoted, item = _QUOTED.match(first.text), _ITEM.match(first.text)
    marker = quoted or item
    start = first.start + (marker.end() if marker else 0)
    if quoted:
        kind = BlockKind.QUOTATION
    elif item or after_marker:
        kind = BlockKind.LIST_ITEM
    else:
        kind = _kind(run)
    return Block(kind, start, run[-1].end)


def _kind(run: list[Line]) -> BlockKind:
    heading = not run[-1].stopped and _may_be_heading(run)
    return BlockKind.HEADING if heading else BlockKind.PARAGRAPH
