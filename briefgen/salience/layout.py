"""How the sentences of some documents lie: which opens what, what stands above and beside."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefgen.model import BlockKind, Sentence

Integers = NDArray[np.int64]

LONG_BLOCK = 3
"""Sentences a block has at least for its first to count as a lead, the gist of the rest."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One entry a sentence in each array; row numbers count from 0, -1 stands for none.

    `document` numbers the documents, `order` the quotable sentences of each from 0, `length` is
    how many it has; `block_length` counts the sentences of the block; `heading` is the row of the
    heading above, `before` and `after` those of the neighbours in the document.
    """

    sentences: tuple[Sentence, ...]
    quotable: NDArray[np.bool_]
    document: Integers
    order: Integers
    length: Integers
    block_length: Integers
    position: Integers
    heading: Integers
    before: Integers
    after: Integers
    words: Integers

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> "Layout":
        """Return the layout of whole documents' sentences, given in order."""
        quotable = np.array([one.kind is not BlockKind.HEADING for one in sentences], dtype=bool)
        document = _numbered([one.document for one in sentences])
        blocks = [(one.document, one.block) for one in sentences]
        sizes = Counter(blocks)
        order = _order(document, quotable)
        before = _before(document, quotable)
        return cls(
            tuple(sentences),
            quotable,
            document,
            order,
            np.bincount(document, quotable).astype(np.int64)[document],
            np.array([sizes[block] for block in blocks], dtype=np.int64),
            np.array([one.position for one in sentences], dtype=np.int64),
            _headings(document, quotable),
            before,
            _after(before),
            np.array([len(one.text.split()) for one in sentences], dtype=np.int64),
        )

    @property
    def leads(self) -> NDArray[np.bool_]:
        """Whether a sentence opens a block of several: in analysts' prose, its gist."""
        opens = (self.position == 0) & (self.block_length >= LONG_BLOCK)
        return np.asarray(self.quotable & opens)


def _numbered(names: Sequence[str]) -> Integers:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64)


def _order(document: Integers, quotable: NDArray[np.bool_]) -> Integers:
    """Return each sentence's place among the quotable ones of its document."""
    running: Integers = np.cumsum(quotable) - quotable
    first = np.searchsorted(document, document)
    return (running - running[first]).astype(np.int64)


def _headings(document: Integers, quotable: NDArray[np.bool_]) -> Integers:
    rows = np.where(quotable, -1, np.arange(len(document)))
    nearest = np.maximum.accumulate(rows) if len(rows) else rows
    inside = (nearest >= 0) & (document[nearest] == document)
    return np.where(inside, nearest, -1).astype(np.int64)


def _before(document: Integers, quotable: NDArray[np.bool_]) -> Integers:
    rows = np.arange(len(document)) - 1
    same = (rows >= 0) & (document[rows] == document) & quotable[rows] & quotable
    return np.where(same, rows, -1).astype(np.int64)


def _after(before: Integers) -> Integers:
    after = np.full(len(before), -1, dtype=np.int64)
    rows = np.flatnonzero(before >= 0)
    after[before[rows]] = rows
    return after
