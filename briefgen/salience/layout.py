"""How the sentences of some documents lie: which opens what, what stands above and beside."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefgen.salience.grams import Integers
from briefgen.salience.tally import Tally

LONG = 3
"""Sentences of a long block, the first of which is a lead, the gist of the rest."""

STORY = 4
"""Sentences that the first one of a text in short paragraphs counts as opening, at the most."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One entry a sentence in each array; row numbers count from 0, -1 stands for none.

    `document` numbers the documents, `order` the quotable sentences of each from 0. `block_length`
    counts the sentences of the block, and `opened` those that the sentence opens, itself among
    them. `heading` is the row of the heading above, `before` and `after` those of the neighbours in
    the document.
    """

    quotable: NDArray[np.bool_]
    document: Integers
    order: Integers
    block_length: Integers
    opened: Integers
    position: Integers
    heading: Integers
    before: Integers
    after: Integers

    @classmethod
    def of(cls, tally: Tally) -> "Layout":
        """Return the layout of the documents counted in `tally`."""
        document, quotable = tally.document, tally.quotable
        order = _order(document, quotable)
        block_length = _run_lengths(document, tally.block)
        before = _before(document, quotable)
        return cls(
            quotable,
            document,
            order,
            block_length,
            _opened(document, quotable, order, np.where(tally.position == 0, block_length, 0)),
            tally.position,
            _headings(document, quotable),
            before,
            _after(before),
        )

    def at(self, rows: Integers) -> "Layout":
        """Return the layout of the sentences in these rows alone."""
        return Layout(*(getattr(self, name)[rows] for name in self.__slots__))

    @property
    def openers(self) -> NDArray[np.bool_]:
        """Whether a sentence is the first of its block."""
        return np.asarray(self.quotable & (self.position == 0))

    @property
    def leads(self) -> NDArray[np.bool_]:
        """Whether a sentence opens several: in analysts' prose and in news, their gist."""
        return np.asarray(self.quotable & (self.opened >= LONG))


def _opened(
    document: Integers, quotable: NDArray[np.bool_], order: Integers, block: Integers
) -> Integers:
    """Return how many sentences each opens: those of its `block`, given of its first, or itself.

    Where paragraphs are short, as in news, the first sentence is as much the gist of what comes
    after it as if there were none, and opens up to `STORY` sentences.
    """
    total = np.bincount(document, quotable)[document].astype(np.int64)
    blocks = np.bincount(document, quotable & (block > 0))[document]
    story = np.where((order == 0) & (total < LONG * blocks), np.minimum(total, STORY), 1)
    return np.where(quotable, np.maximum(block, story), 1)


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
