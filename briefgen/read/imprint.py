"""What a text says of itself at its top, and no part of what it reports: bylines and datelines.

Looked at is what stands up to the first paragraph of some length, furniture and all.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefgen.language.months import BY, PUBLISHED, UPDATED
from briefgen.model import Block, BlockKind, Dropped, Metadata
from briefgen.read.dateline import dateline
from briefgen.read.dates import MASKED_DATE, MASKS, Reading, dates, masked

_MOST = 12
"""Pieces of a text that are looked at."""

_LEAD = 25
"""Words from which a paragraph is the first of the report and no line about it."""

_LINE = 200
"""Characters that a line about the text may have."""

_CAPITAL = rf"(?-i:[A-ZÀ-ÞŁŚŠŻŽ{MASKS[0]}])[\w’'.-]*"  # Theresa May
_PARTICLE = r"(?-i:de|du|da|dos|van|von|der|den|la|le|al|el|ag|bin|ben|ibn|and|et|y|e|und|&|in|for)"
_NAMES = rf"{_CAPITAL}(?:(?:,? | [/–—-] )(?:{_CAPITAL}|{_PARTICLE}(?= ))){{1,9}}"
_CLOCK = (
    r"(?:[\s,·•–—-]+(?:\d\d?[:.h]\d\d(?::\d\d)?|at|à|às|um|uhr|[ap]\.?m\.?|gmt|utc|z"
    r"|[a-z]{2,4}t|[+-]\d{4}|\d\d?(?= ?[ap]\.?m))(?!\w))*"
)
_WHEN = rf"(?:(?:on|le|el|em|am|den|the|date) )?(?:[^\W\d_]{{2,13}}\.?,? )?{MASKED_DATE}{_CLOCK}"
_PUBLISHED = (
    r"(?:(?:as|(?:this|the) (?:article|story|report|piece|post|text) was) )?(?:first |originally )?"
    rf"(?:{'|'.join(PUBLISHED)})\b\W*"
    rf"(?:(?:on|in|at|by|par|por|en|von|sur|bei) .{{1,60}}?\W+)?{_WHEN}"
)
_UPDATED = rf"(?:last )?(?:{'|'.join(UPDATED)})\b\W*(?:{_WHEN})?"
_READING_TIME = r"\d+ ?min(?:ute)?s? read"
_MORE = rf"(?:\W+(?:{_UPDATED}|{_READING_TIME}))*"

_LINES = {
    reason: re.compile(rf"\W*{pattern}\W*", re.IGNORECASE)
    for reason, pattern in {
        "publication line": rf"(?P<said>{_PUBLISHED}){_MORE}",
        "update line": rf"{_UPDATED}(?:\W+(?P<said>{_PUBLISHED}))?{_MORE}",
        "byline": (
            rf"(?:(?:words|text|story|written|reported) )?(?:{'|'.join(BY)}) (?P<author>{_NAMES})"
            rf"(?:\W+(?P<said>{_PUBLISHED}|{_WHEN}){_MORE})?"
        ),
        "date line": rf"(?P<said>{_WHEN}){_MORE}",
    }.items()
}
_HEADER = re.compile(
    r"(From|To|Cc|Bcc|Reply-To|Sent|Date|Subject|Message-ID|Organi[sz]ation): *(.*)"
)
_STAFF = re.compile(r"(?:our |a |the )?(?:staff|correspondents?|reporters?)\b", re.IGNORECASE)

_NOTHING = Metadata()

Span = tuple[int, int]


class Imprint(NamedTuple):
    """What a text says of itself, and the blocks and what was dropped once that is taken out."""

    metadata: Metadata
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    doubts: tuple[str, ...]


class Note(NamedTuple):
    """A piece of the text that is about it: where it stands, what it is and what it says."""

    start: int
    end: int
    reason: str
    said: str = ""
    author: str | None = None
    title: str | None = None


def imprint(text: str, blocks: Sequence[Block], dropped: Sequence[Dropped]) -> Imprint:
    """Return what the top of `text` says of it.

    Only a whole date that can be read in one way counts; others are told as doubts. A line about
    the text is no block any more, and a paragraph with a dateline begins after it.
    """
    head = list(_head(text, blocks, dropped))
    header = _header(text, head)
    rest = head[len(header) :]
    top = next((one.start for one in blocks if one.kind is not BlockKind.HEADING), len(text))
    lines = _lines(text, rest, top, {one.start for one in dropped})
    notes = [*header, *lines, *_datelines(text, rest, blocks)]
    if not notes:
        return Imprint(_NOTHING, tuple(blocks), tuple(dropped), ())
    readings = [reading for note in notes for reading in _reading(note)]
    metadata = Metadata(
        title=next((note.title for note in notes if note.title), None),
        author=next((note.author for note in notes if note.author), None),
        published=next((reading.day for reading in readings if reading.day), None),
    )
    kept, taken = _without(blocks, dropped, notes)
    return Imprint(metadata, kept, taken, tuple(one.doubt for one in readings if one.doubt))


def _head(text: str, blocks: Sequence[Block], dropped: Sequence[Dropped]) -> Iterator[Span]:
    """Yield where the pieces of the top stand, the first paragraph of some length the last."""
    lead = next((one for one in blocks if _is_lead(text, one)), None)
    last = lead.start if lead else len(text)
    spans = [(one.start, one.end) for one in blocks] + [(one.start, one.end) for one in dropped]
    yield from sorted(span for span in spans if span[0] <= last)[:_MOST]


def _is_lead(text: str, block: Block) -> bool:
    words = text[block.start : block.end].split(maxsplit=_LEAD)
    return block.kind is BlockKind.PARAGRAPH and len(words) >= _LEAD


def _header(text: str, head: Iterable[Span]) -> list[Note]:
    """Return the lines of a mail's header, if the text begins with at least two of them."""
    notes: list[Note] = []
    for start, end in head:
        fields = [_HEADER.match(line.strip()) for line in text[start:end].splitlines()]
        if not fields[0]:
            break
        said = {found[1]: found[2].strip() for found in fields if found}
        sent, subject = said.get("Date", said.get("Sent", "")), said.get("Subject")
        notes.append(Note(start, end, "mail header", sent, title=subject or None))
    return notes if len(notes) > 1 else []


def _lines(text: str, head: Sequence[Span], top: int, furniture: Container[int]) -> Iterator[Note]:
    """Yield the lines about the text; `top` is where its first paragraph begins.

    A date alone is such a line above that only, or below a byline, and if it is the only one.
    """
    notes = [note for span in head for note in _line(text, span, furniture)]
    alone = [note for note in notes if note.reason == "date line"]
    signed = {note.end for note in notes if note.reason == "byline"}
    for note in notes:
        above = max((end for _, end in head if end <= note.start), default=0)
        if note not in alone or (len(alone) == 1 and (note.start < top or above in signed)):
            yield note


def _line(text: str, span: Span, furniture: Container[int]) -> Iterator[Note]:
    """Yield what a line says; without a date a byline is one only if known as furniture."""
    start, end = span
    flat = " ".join(text[start : min(end, start + _LINE + 1)].split())
    if len(flat) > _LINE:
        return
    veiled = masked(flat)
    for reason, pattern in _LINES.items():
        found = pattern.fullmatch(veiled)
        if found:
            said, author = (_group(found, name, flat) for name in ("said", "author"))
            if said or start in furniture or reason != "byline":
                known = None if author and _STAFF.match(author) else author
                yield Note(start, end, reason, said or "", known)
            break


def _group(found: re.Match[str], name: str, text: str) -> str | None:
    """Return what the named group stands for in the text before it was masked."""
    start, end = found.span(name) if found.groupdict().get(name) else (0, 0)
    return text[start:end] or None


def _datelines(text: str, head: Iterable[Span], blocks: Iterable[Block]) -> Iterator[Note]:
    """Yield the datelines that paragraphs of the top begin with."""
    top = frozenset(head)
    for block in blocks:
        if (block.start, block.end) in top and block.kind is BlockKind.PARAGRAPH:
            end = block.start + dateline(text[block.start : block.end])
            if end > block.start:
                yield Note(block.start, end, "dateline", text[block.start : end])


def _reading(note: Note) -> Iterator[Reading]:
    """Yield the first date that the note gives, if it gives any."""
    first = next(dates(note.said), None)
    if first:
        yield first


def _without(
    blocks: Sequence[Block], dropped: Sequence[Dropped], notes: Iterable[Note]
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks without what the notes stand in, and what was dropped, in order."""
    ends = {note.start: note.end for note in notes}
    kept = (replace(one, start=ends[one.start]) if one.start in ends else one for one in blocks)
    gone = {one.start for one in dropped}
    taken = [Dropped(note.start, note.end, note.reason) for note in notes]
    every = [*dropped, *(one for one in taken if one.start not in gone)]
    every.sort(key=lambda one: one.start)
    return tuple(one for one in kept if one.start < one.end), tuple(every)
