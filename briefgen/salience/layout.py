"""How the sentences of some documents lie: which opens what, what stands above and beside."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefgen.salience.grams import Integers
from briefgen.salience.tally import Tally

LONG_BLOCK = 3
"""Sentences a block has at least for its first to count as a lead, the gist of the rest."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One entry a sentence in each array; row numbers count from 0, -1 stands for none.

    `document` numbers the documents, `order` the quotable sentences of each from 0; `block_length`
    counts the sentences of the block; `heading` is the row of the heading above, `before` and
    `after` those of the neighbours in the document. `row` is the sentence's own.
    """

    row: Integers

    quotable: NDArray[np.bool_]
    document: Integers
    order: Integers
    block_length: Integers
    position: Integers
    heading: Integers
    before: Integers
    after: Integers

    @classmethod
    def of(cls, tally: Tally) -> "Layout":
        """Return the layout of the documents counted in `tally`."""
        document = tally.document
        before = _before(document, tally.quotable)
        return cls(
            np.arange(len(document)),
            tally.quotable,
            document,
            _order(document, tally.quotable),
            _run_lengths(document, tally.block),
            tally.position,
            _headings(document, tally.quotable),
            before,
            _after(before),
        )

    def at(self, rows: Integers) -> "Layout":
        """Return the layout of the sentences in these rows alone."""
        return Layout(*(getattr(self, name)[rows] for name in self.__slots__))

    @property
    def leads(self) -> NDArray[np.bool_]:
        """Whether a sentence opens a block of several: in analysts' prose, its gist."""
        opens = (self.position == 0) & (self.block_length >= LONG_BLOCK)
        return np.asarray(self.quotable & opens)


def _run_lengths(document: Integers, block: Integers) -> Integers:
    """Return how many sentences the block of each sentence has."""
    starts = np.flatnonzero(np.diff(document, prepend=-1) | np.diff(block, prepend=-1))
    lengths = np.diff(starts, append=len(block))
    return np.repeat(lengths, lengths)


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
