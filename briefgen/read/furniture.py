"""Scraped furniture: what stands on a page but is not part of the article.

Each rule is a reason and a test; the first that applies drops the block. Rules by pattern look
only at short blocks, so that a report *about* subscriptions or donations stays.
"""

import re
from collections.abc import Sequence

from briefgen.model import Block, BlockKind, Dropped

_SHORT = 25
_LONE_MARKER = re.compile(r"^[ \t]*[-*•·‣▪◦–—][ \t]*\r?$", re.MULTILINE)
_ENDS_AS_SENTENCE = re.compile(r"[.!;:][\"'”’»)\]]*$")


def _starts(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{pattern})", re.IGNORECASE)


def _is(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{pattern})\W*$", re.IGNORECASE)


_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("read-time line", _is(r"(?:\d+\s*-?\s*)?(?:min|mins|minute|minutes)\s+(?:read|to read)|\d+\s*(?:min|minute)s?\s*read")),
    ("read-time line", _starts(r"(?:estimated )?reading time\b|time to read\b")),
    ("subscription line", _starts(
        r"(?:please )?consider (?:becoming|subscribing|supporting|upgrading)|(?:free|premium|paid) access\b"
        r"|subscribe\b|sign up (?:for|to|now|here)\b|already a (?:subscriber|member)|become a (?:paid |free )?(?:subscriber|member|patron)"
        r"|(?:get|receive) (?:our|the) (?:\w+ ){0,3}newsletter|this post is for (?:paid|paying)|upgrade to paid|log ?in\b.{0,20}$|unsubscribe\b"
    )),
    ("donation line", _starts(r"(?:you can (?:also )?|please )?donate\b(?!d)|support (?:our|independent) (?:work|journalism)|buy (?:me|us) a coffee")),
    ("publication line", _is(r"(?:as |first |originally )?(?:published|posted|updated|last updated)(?: (?:on|in|at|by)\b.{0,80})?")),
    ("publication line", _starts(r"(?:this (?:article|piece|post|story) )?(?:was )?(?:as |first |originally )(?:published|appeared|posted) (?:on|in|at|by)\b.{0,100}$")),
    ("share bar", _starts(
        r"(?:share|tweet|pin|email|print)(?: (?:this|on|via|it)\b.{0,40})?\W*$|(?:share|follow|like|find|join) (?:this|us|me)\b.{0,60}$"
        r"|(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|email|copy link|print|share)(?:\W+(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|email|copy link|print|share|and|on|via))+\W*$"
    )),
    ("link line", _starts(r"(?:read|see|watch|listen|learn)(?: also| more| next| full (?:story|article))\b.{0,120}$|(?:related|more) (?:articles?|stories|posts|reading|from)\b.{0,60}$|(?:also read|you may also like|recommended for you|related|most (?:read|popular)|click here|skip to (?:main )?content|back to top)\b")),
    ("cookie notice", _starts(r"(?:we|this (?:web)?site) uses? cookies|accept (?:all )?cookies|manage (?:cookie|privacy)|cookie (?:policy|settings|preferences)")),
    ("copyright line", _starts(r"(?:©|\(c\)|copyright\b\s*(?:©|\(c\)|\d{4})|all rights reserved)")),
    ("advertisement", _is(r"(?:advertisement|sponsored(?: content)?|promoted|ad)")),
    ("comment prompt", _starts(r"(?:leave a (?:comment|reply)|post a comment|\d+ comments?\W*$|no comments\b)")),
)


def without_furniture(
    text: str, blocks: Sequence[Block]
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks of `text` worth reading, and those that are furniture with the reason."""
    reasons = [_by_pattern(text[block.start : block.end]) for block in blocks]
    for start, end in _link_lists(text, blocks):
        reasons[start:end] = ["link to another article"] * (end - start)
    kept = tuple(block for block, reason in zip(blocks, reasons, strict=True) if not reason)
    dropped = tuple(
        Dropped(block.start, block.end, reason)
        for block, reason in zip(blocks, reasons, strict=True)
        if reason
    )
    return kept, dropped


def _by_pattern(text: str) -> str:
    """Return why a block's text is furniture, or an empty string."""
    if not any(character.isalnum() for character in text):
        return "ornament"
    if len(text) > 400 or len(text.split()) > _SHORT:
        return ""
    flat = " ".join(text.split())
    return next((reason for reason, pattern in _PATTERNS if pattern.match(flat)), "")


def _link_lists(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the runs of list items, as index ranges, that only name other articles.

    An item on a line of its own below a lone marker is one; so are two or more neighbours that
    are written as titles are.
    """
    found = []
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and _names_article(text, blocks[end]):
            end += 1
        if end > start and (_below_marker(text, blocks, start) or _are_titles(text, blocks[start:end])):
            found.append((start, end))
        start = max(end, start + 1)
    return found


def _names_article(text: str, block: Block) -> bool:
    words = text[block.start : block.end]
    short = len(words.split()) <= _SHORT
    return block.kind is BlockKind.LIST_ITEM and short and not _ENDS_AS_SENTENCE.search(words)


def _below_marker(text: str, blocks: Sequence[Block], index: int) -> bool:
    gap = text[blocks[index - 1].end if index else 0 : blocks[index].start]
    return bool(_LONE_MARKER.search(gap))


def _are_titles(text: str, run: Sequence[Block]) -> bool:
    words = [word for block in run for word in text[block.start : block.end].split()]
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(run) > 1 and sum(word[0].isupper() for word in long) > 0.7 * len(long)
