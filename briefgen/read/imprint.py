"""What a text says of itself at its top, and no part of what it reports: bylines and datelines.

Looked at is what stands up to the first paragraph of some length, furniture and all; for days with
a label before them, the whole first page.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefgen.language.months import puts_the_day_first
from briefgen.model import Block, BlockKind, Dropped, Metadata
from briefgen.read.cells import pair, parts
from briefgen.read.date_lines import (
    BYLINE,
    DATE_LINE,
    LABELLED,
    LONGEST,
    MASTHEAD,
    PUBLICATION,
    STATUS,
    Line,
    has_year,
    line,
    tells_of_an_event,
)
from briefgen.read.dateline import dateline
from briefgen.read.dates import Order, Usage, order_of
from briefgen.read.furniture import LINK
from briefgen.read.notes import DATED_TITLE, DATELINE, HEADER, Note, day_of, note

_MOST = 12
"""Pieces of a text that are looked at."""

_LEAD = 25
"""Words from which a paragraph is the first of the report and no line about it."""

_PAGE = 3_000
"""Characters of a first page, about."""

_HEADER = re.compile(
    r"(From|To|Cc|Bcc|Reply-To|Sent|Date|Subject|Message-ID|Organi[sz]ation): *(.*)"
)
_DATED = re.compile(r"\d{4}-\d\d-\d\d\W+\w")
_STAFF = re.compile(r"(?:our |a |the )?(?:staff|correspondents?|reporters?)\b", re.IGNORECASE)
_OF_OTHERS = frozenset({"table", LINK})
"""Why pieces are dropped in which a date alone is not that of the text."""

_FAR = frozenset({PUBLICATION, LABELLED, STATUS})
"""The lines that count also below the top of a text."""

_NOTHING = Metadata()

Span = tuple[int, int]


class Imprint(NamedTuple):
    """What a text says of itself, and the blocks and what was dropped once that is taken out.

    `doubts` says why it gives no day, or what the day rests on that it gives.
    """

    metadata: Metadata
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    doubts: tuple[str, ...]


def imprint(
    text: str,
    blocks: Sequence[Block],
    dropped: Sequence[Dropped],
    language: str = "",
    first_page: Sequence[str] = (),
) -> Imprint:
    """Return what the top of `text` says of it.

    Only a whole date that can be read in one way counts, by itself, by the others in the text or
    by its `language`, if that is known; others are told as doubts. `first_page` has more lines,
    where a format knows of pages. A line about the text is no block any more, and a paragraph with
    a dateline begins after it.
    """
    page = _page(blocks, dropped)
    notes = _notes(text, blocks, dropped, page)
    notes += [note(found, 0, 0, False, True) for one in first_page for found in _labelled(one)]
    if not notes:
        return Imprint(_NOTHING, tuple(blocks), tuple(dropped), ())
    is_invitation = any(
        tells_of_an_event(text[start : min(end, start + 40)]) for start, end in page
    )
    found = day_of(notes, _usage(text, language), is_invitation)
    metadata = Metadata(
        title=next((one.title for one in notes if one.title), None),
        author=next((one.author for one in notes if one.author), None),
        published=found.reading.day,
    )
    return Imprint(metadata, *_without(blocks, dropped, notes), found.doubts)


def _usage(text: str, language: str) -> Usage:
    """Return how dates in numbers are written in `text`."""
    order = order_of([text[:_PAGE]])
    if order:
        return Usage(order, "as the other dates of the text are")
    return Usage(Order.DAY_FIRST if puts_the_day_first(language) else None)


def _notes(
    text: str, blocks: Sequence[Block], dropped: Sequence[Dropped], page: Sequence[Span]
) -> list[Note]:
    head = list(_head(text, blocks, page))
    header = _header(text, head)
    rest = head[len(header) :]
    lines = _lines(text, rest, blocks, {one.start: one.reason for one in dropped})
    below = [span for span in page if span not in head]
    far = (each for span in below for each in _far(text, span))
    datelines = _datelines(text, rest, blocks)
    return [*header, *lines, *_pairs(text, page), *far, *datelines, *_dated_title(text, blocks)]


def _page(blocks: Iterable[Block], dropped: Iterable[Dropped]) -> list[Span]:
    """Return where the pieces of the first page stand, furniture and all."""
    spans = [(one.start, one.end) for one in blocks] + [(one.start, one.end) for one in dropped]
    return sorted(span for span in spans if span[0] <= _PAGE)


def _head(text: str, blocks: Sequence[Block], page: Sequence[Span]) -> Iterator[Span]:
    """Yield where the pieces of the top stand, the first paragraph of some length the last."""
    lead = next((one for one in blocks if _is_lead(text, one)), None)
    last = lead.start if lead else len(text)
    yield from [span for span in page if span[0] <= last][:_MOST]


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
        notes.append(Note(start, end, HEADER, sent, title=subject or None))
    return notes if len(notes) > 1 else []


def _lines(
    text: str, head: Sequence[Span], blocks: Iterable[Block], furniture: Mapping[int, str]
) -> Iterator[Note]:
    """Yield the lines about the text.

    A date alone is such a line above the first paragraph only, or below a byline, and if it is the
    only one. In a table, in a link or below a colon, it is of something else.
    """
    notes = [one for span in head for one in _line(text, span, furniture)]
    about = {one.start for one in notes}
    said = (one for one in blocks if one.kind is not BlockKind.HEADING and one.start not in about)
    top = next((one.start for one in said), len(text))
    alone = [one for one in notes if one.reason == DATE_LINE]
    signed = {one.end for one in notes if one.reason == BYLINE}
    for one in notes:
        above = max((end for _, end in head if end <= one.start), default=0)
        is_top = one.start < top or above in signed
        is_other = furniture.get(one.start) in _OF_OTHERS or text[above - 1 : above] == ":"
        if one not in alone or (len(alone) == 1 and is_top and not is_other):
            yield one


def _line(text: str, span: Span, furniture: Mapping[int, str]) -> Iterator[Note]:
    """Yield what a line says; without a date a byline is one only if known as furniture."""
    start, end = span
    found = line(text[start:end])
    if found is None:
        yield from (note(one, start, end, is_taken=False) for one in parts(text[start:end]))
    elif found.said or start in furniture or found.reason != BYLINE:
        known = None if found.author and _STAFF.match(found.author) else found.author
        yield note(found._replace(author=known), start, end, found.reason != MASTHEAD)


def _far(text: str, span: Span) -> Iterator[Note]:
    """Yield what a line below the top says, if it has a label."""
    start, end = span
    written = text[start : min(end, start + LONGEST + 1)]
    found = line(written) if has_year(written) else None
    if found and found.reason in _FAR:
        yield note(found, start, end, is_far=True)
    elif found is None:
        said = (one for one in parts(written) if one.reason in _FAR)
        yield from (note(one, start, end, False, True) for one in said)


def _labelled(written: str) -> Iterator[Line]:
    yield from (one for one in (line(written), *parts(written)) if one and one.reason in _FAR)


def _pairs(text: str, page: Sequence[Span]) -> Iterator[Note]:
    """Yield the labels whose days stand in pieces of their own, and those days."""
    cells = [text[start:end] for start, end in page]
    for place in range(len(cells)):
        if found := pair(cells, place):
            value, said = found
            yield note(said, *page[place])
            yield note(said, *page[value])


def _dated_title(text: str, blocks: Sequence[Block]) -> Iterator[Note]:
    """Yield the day that the opening heading begins with, unless others do as in a chronicle."""
    headings = [one for one in blocks if one.kind is BlockKind.HEADING]
    dated = [one for one in headings if _DATED.match(text, one.start, one.end)]
    if len(dated) == 1 and dated[0] == blocks[0]:
        said = text[dated[0].start : dated[0].end]
        yield Note(dated[0].start, dated[0].end, DATED_TITLE, said, is_taken=False)


def _datelines(text: str, head: Iterable[Span], blocks: Iterable[Block]) -> Iterator[Note]:
    """Yield the datelines that paragraphs of the top begin with."""
    top = frozenset(head)
    for block in blocks:
        if (block.start, block.end) in top and block.kind is BlockKind.PARAGRAPH:
            end = block.start + dateline(text[block.start : block.end])
            if end > block.start:
                yield Note(block.start, end, DATELINE, text[block.start : end])


def _without(
    blocks: Sequence[Block], dropped: Sequence[Dropped], notes: Iterable[Note]
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks without what the notes stand in, and what was dropped, in order."""
    taken = {one.start: one for one in notes if one.is_taken}
    kept = (
        replace(one, start=taken[one.start].end) if one.start in taken else one for one in blocks
    )
    gone = {one.start for one in dropped}
    more = [Dropped(one.start, one.end, one.reason) for one in taken.values()]
    every = sorted([*dropped, *(one for one in more if one.start not in gone)], key=_start)
    return tuple(one for one in kept if one.start < one.end), tuple(every)


def _start(one: Dropped) -> int:
    return one.start
