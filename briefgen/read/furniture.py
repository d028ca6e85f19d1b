"""Scraped furniture: what stands on a page but is no part of the article.

A block is known by what it says, if it says nothing else and is short, so that a report *about*
subscriptions or donations stays; or by its company, as titles in a list of links are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from briefgen.language import DEFAULT
from briefgen.model import Block, BlockKind, Document, Dropped
from briefgen.read.foreign_phrases import phrases_of, signature_of
from briefgen.read.phrases import LINK_LIST
from briefgen.read.phrases.phrase import FEED
from briefgen.read.signs import BULLETS

LINK, HIDDEN = "link to another article", "hidden text"

_MOST_CHARACTERS = 400
"""What is longer says more than furniture does, and names no article."""

_LAST, _TAIL = 3, 600
"""Blocks at the end, and characters of each, in which a feed's line is looked for."""

_LETTER = re.compile(r"[^\W_]")
"""A letter or a digit."""

_LONE_MARKER = re.compile(rf"(?:^|[\r\n])[ \t]*[-*–—{BULLETS}][ \t]*[\r\n]")
_ENDS_AS_SENTENCE = re.compile(r"[.!;:…][\"'”’»)\]]*$")
_LISTED = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_TITLE_WORDS = range(4, 26)
_TITLES = 3
"""How many neighbours it takes to be a list of links by their look alone."""


def without_furniture(
    text: str, blocks: Sequence[Block], known: Mapping[int, str], language: str = DEFAULT
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks of `text` worth reading, and those that are furniture with the reason.

    `known` holds reasons that the format of the file gave, by the block's index; `language` is
    the document's, whose phrases are looked for beside the English ones.
    """
    phrases = phrases_of(language)
    said = {
        index: _by_phrase(text[one.start : one.end], phrases) for index, one in enumerate(blocks)
    }
    reasons = {**{index: reason for index, reason in said.items() if reason}, **known}
    reasons |= dict.fromkeys(_links(text, blocks, reasons), LINK)
    dropped = [Dropped(blocks[i].start, blocks[i].end, reasons[i]) for i in sorted(reasons)]
    kept = [one for i, one in enumerate(blocks) if i not in reasons]
    return _unsigned(text, kept, dropped, signature_of(language))


def _unsigned(
    text: str, kept: list[Block], dropped: list[Dropped], signature: re.Pattern[str]
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks without the line that a feed adds behind the last words of an entry."""
    for place in range(max(0, len(kept) - _LAST), len(kept)):
        block = kept[place]
        signed = signature.fullmatch(text, max(block.start, block.end - _TAIL), block.end)
        if signed:
            kept[place] = replace(block, end=signed.end(1))
            dropped.append(Dropped(*signed.span(2), FEED))
    return tuple(kept), tuple(sorted(dropped, key=lambda one: one.start))


def without(document: Document, spans: Iterable[tuple[int, int, str]]) -> Document:
    """Return the document without the blocks that begin in one of `spans`, with its reason."""
    reasons = {
        block: reason
        for start, end, reason in spans
        for block in document.blocks
        if start <= block.start < end
    }
    dropped = [Dropped(one.start, one.end, reason) for one, reason in reasons.items()]
    return replace(
        document,
        blocks=tuple(one for one in document.blocks if one not in reasons),
        dropped=tuple(sorted([*document.dropped, *dropped], key=lambda one: one.start)),
    )


def _by_phrase(text: str, phrases: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    """Return why a block is furniture for what it says, or an empty string."""
    if not _LETTER.search(text):
        return "ornament"
    if len(text) > _MOST_CHARACTERS:
        return ""
    flat = " ".join(text.split())
    return next((reason for reason, pattern in phrases if pattern.fullmatch(flat)), "")


def _links(text: str, blocks: Sequence[Block], reasons: Mapping[int, str]) -> Iterator[int]:
    """Yield the indices of blocks that only name other articles; `reasons` are no part of a run."""
    rest = [index for index in range(len(blocks)) if index not in reasons]
    for kind, group in groupby(rest, lambda index: _title_kind(text, blocks[index])):
        run = list(group)
        announced = reasons.get(run[0] - 1) == LINK_LIST
        if kind is BlockKind.LIST_ITEM:
            listed = announced or _are_titles(text, [blocks[index] for index in run])
            yield from (index for index in run if listed or _is_below_marker(text, blocks, index))
        elif kind is BlockKind.HEADING:
            last = run[-1] == rest[-1]
            if announced:
                yield from run if last else run[:-1]  # the last heads what comes next
            elif last and _TITLES <= len(run) < len(rest):
                yield from run


def _title_kind(text: str, block: Block) -> BlockKind | None:
    """Return the kind of a block that may be the title of another article, else None."""
    if block.kind not in _LISTED or block.end - block.start > _MOST_CHARACTERS:
        return None
    words = text[block.start : block.end]
    is_title = len(words.split()) in _TITLE_WORDS and not _ENDS_AS_SENTENCE.search(words)
    return block.kind if is_title else None


def _is_below_marker(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether the marker of a list item stands on a line of its own."""
    before = blocks[index - 1].end if index else 0
    return bool(_LONE_MARKER.search(text, before, blocks[index].start))


def _are_titles(text: str, run: Sequence[Block]) -> bool:
    """Whether list items are written as titles are, most words with a capital."""
    words = [word for block in run for word in text[block.start : block.end].split()]
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(run) >= _TITLES and sum(word[0].isupper() for word in long) > 0.7 * len(long)
