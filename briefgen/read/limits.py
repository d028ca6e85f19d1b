"""What a document may be at most, asked before it is split and counted: that is done unguarded.

What is larger is refused with a reason, in seconds. A book has a million characters; at these
limits a document takes some ten seconds and 400 MB (tests/benchmarks/bounds.py).
"""

from collections.abc import Sequence

from briefgen.errors import ReadError
from briefgen.model import Block

MOST_CHARACTERS = 5_000_000
"""Characters of a document."""

MOST_BLOCKS = 60_000
"""Paragraphs, headings and items of a document."""

MOST_SENTENCES = 120_000
"""Sentences of a document, by the marks that may end one."""

LONGEST_BLOCK = 1_000_000
"""Characters of a paragraph."""

MOST_TAGS = 250_000
"""Tags of a page: those of the longest articles are 50,000."""


def check_text(text: str) -> None:
    """Raise ReadError if a document has too many characters, or too many sentences."""
    _check(len(text), MOST_CHARACTERS, "characters in a document")
    if len(text) > MOST_SENTENCES:  # a shorter text has no room for so many
        marks = sum(text.count(mark) for mark in (". ", ".\n", "! ", "? ", "؟ "))
        _check(marks, MOST_SENTENCES, "sentences in a document")


def check_blocks(blocks: Sequence[Block]) -> None:
    """Raise ReadError if a document has too many blocks, or one that is too long."""
    _check(len(blocks), MOST_BLOCKS, "paragraphs in a document")
    longest = max((block.end - block.start for block in blocks), default=0)
    _check(longest, LONGEST_BLOCK, "characters in a paragraph")


def check_page(written: str) -> None:
    """Raise ReadError if a page has too many tags to be looked through."""
    _check(written.count("<"), MOST_TAGS, "tags in a page")


def _check(found: int, most: int, what: str) -> None:
    if found > most:
        raise ReadError(f"expected at most {most:,} {what}, found {found:,}; split it into several")
