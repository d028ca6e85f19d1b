"""How the sentences of some documents lie: which opens what, what stands above and beside."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefgen.salience.grams import Integers
from briefgen.salience.tally import Tally

LONG = 3
"""Sentences of a long block, the first of which is a lead, the gist of the rest."""

SHORT = 2
"""Sentences that a topline has at the most: a block of its own before a long one."""

STORY = 4
"""Sentences that the first one of a text in short paragraphs counts as opening, at the most."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One entry a sentence in each array; row numbers count from 0, -1 stands for none.

    `document` numbers the documents, `run` the blocks, and `order` the quotable sentences of each
    document from 0. `block_length` counts the sentences of the block, `opened` those that the
    sentence opens, itself among them, and `headed` those of the long block that the sentence's own,
    a short one, stands before, 0 if there is none. `heading` is the row of the heading above,
    `before` and `after` those of the neighbours in the document.
    """

    quotable: NDArray[np.bool_]
    document: Integers
    order: Integers
    block_length: Integers
    opened: Integers
    run: Integers
    headed: Integers
    position: Integers
    heading: Integers
    before: Integers
    after: Integers

    @classmethod
    def of(cls, tally: Tally) -> "Layout":
        """Return the layout of the documents counted in `tally`."""
        document, quotable = tally.document, tally.quotable
        order = _order(document, quotable)
        run = _runs(document, tally.block)
        block_length = np.bincount(run)[run] if len(run) else run
        before = _before(document, quotable)
        return cls(
            quotable,
            document,
            order,
            block_length,
            _opened(document, quotable, order, np.where(tally.position == 0, block_length, 0)),
            run,
            _headed(document, run, quotable),
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


def _runs(document: Integers, block: Integers) -> Integers:
    """Return the number of each sentence's block, counted on from document to document."""
    starts = np.diff(document, prepend=-1).astype(bool) | np.diff(block, prepend=-1).astype(bool)
    return np.asarray(np.cumsum(starts) - 1, dtype=np.int64)


def _headed(document: Integers, run: Integers, quotable: NDArray[np.bool_]) -> Integers:
    """Return the length of the long block that each sentence's short block stands before, or 0."""
    lengths = np.bincount(run) if len(run) else run
    first = np.flatnonzero(np.diff(run, prepend=-1))
    same = np.append(document[first][1:] == document[first][:-1], [False] * bool(len(first)))
    following = np.append(lengths[1:] * quotable[first][1:], [0] * bool(len(first)))
    heads = same & (lengths <= SHORT) & (following >= LONG)
    return np.where(heads, following, 0).astype(np.int64)[run] * quotable


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
