"""How much of one text stands in another, by their signatures, and whether both fill one form."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefgen.corpus.candidates import Pairs
from briefgen.corpus.commonness import Commonness
from briefgen.corpus.shingles import (
    FIGURE,
    NAME,
    NUMBER,
    PLAIN,
    Signature,
    hashes_of,
    kinds_of,
    step,
)
from briefgen.corpus.signatures import Signatures

AT_ONCE = 1_000
"""Pairs whose signatures are in memory at a time."""

FEWEST_FIGURES = 4
"""Shingles with a figure that texts must have for the difference between theirs to tell anything:
two figures have as many."""

FEWEST_NAMES = 6
"""The same of shingles with a name."""

FEWEST_NUMBERS = 2
"""Numbers that each of two texts must have for itself: a correction has one."""

SAME_WORDS = 0.75
"""Share of the other shingles that texts on one form have in common at least.

Chosen, as those below, on forms of twenty kinds and on the half `tune` of the set in
tests/benchmarks/reprints.py: texts on one form share 0 to 0.4 as much of figures as of other words,
a copy with one word in five changed, or a correction, 0.67 and more.
"""

OTHER_FIGURES = 0.55
"""Below what share of figures, to that of other words, texts are on one form."""

OTHER_NUMBERS = 0.8
"""The same of the numbers by themselves, of which texts share small ones by chance, and copies in
another outlet's style all."""

OTHER_NAMES = 0.6
"""The same of names, of which a form has some of its own."""

Shares = NDArray[np.float64]
"""A row for each pair of documents, three shares from 0 to 1: of the first, and of the second, what
stands in the other, by the weight of their shingles; and of the second with all counted alike."""

_Integers = NDArray[np.int64]
_Flags = NDArray[np.bool_]
_KINDS = len((PLAIN, NAME, FIGURE, NUMBER))


class Compared(NamedTuple):
    """What pairs of documents share, and of each whether both are texts on one form.

    Such texts have the same words, but for their figures or names: reports of several days,
    notices about several things. However much they share, each says something of its own.
    """

    shares: Shares
    forms: _Flags


class Likeness:
    """Compares documents of one corpus by their signatures."""

    def __init__(self, signatures: Signatures) -> None:
        """Count which shingles are common among the documents."""
        self._signatures, self._commonness = signatures, Commonness.of(signatures)

    def compared(self, pairs: Pairs) -> Compared:
        """Return how much the documents of each pair have in common, and which fill one form."""
        parts = [pairs[start : start + AT_ONCE] for start in range(0, len(pairs), AT_ONCE)]
        found = [Compared(np.empty((0, 3)), np.empty(0, np.bool_)), *map(self._compared, parts)]
        return Compared(*(np.concatenate(both) for both in zip(*found, strict=True)))

    def _compared(self, pairs: Pairs) -> Compared:
        numbers, places = np.unique(pairs, return_inverse=True)
        some = _Shelf(list(self._signatures.recall(numbers.tolist())), self._commonness)
        one, other = places.reshape(-1, 2).T
        coarser = np.maximum(some.steps[one], some.steps[other])
        both = some.shared(one, other)
        first, second = some.total(one, coarser), some.total(other, coarser)
        weight, count = both.of_shingles()
        first_weight, _ = first.of_shingles()
        second_weight, every = second.of_shingles()
        shares = [_share(weight, first_weight), _share(weight, second_weight), _share(count, every)]
        return Compared(np.stack(shares, axis=1), _are_forms(both, first, second))


class _Sums(NamedTuple):
    """The weight and the number of some shingles: a row for each pair, a column for each kind."""

    weight: Shares
    number: Shares

    def of_shingles(self) -> tuple[Shares, Shares]:
        """Return the weight and the number of all shingles, numbers by themselves aside."""
        weight, number = (one[:, :NUMBER].sum(axis=1) for one in (self.weight, self.number))
        return weight, number


def _are_forms(both: _Sums, first: _Sums, second: _Sums) -> _Flags:
    """Return which pairs have the same words and other figures, or other names.

    The share of a kind is that of the text which has less of it: what is cut off a copy tells
    nothing.
    """
    share = _share(both.weight, np.minimum(first.weight, second.weight))
    fewer = np.minimum(first.number, second.number)
    plain = share[:, PLAIN]
    other_figures = (
        (fewer[:, FIGURE] >= FEWEST_FIGURES)
        & (share[:, FIGURE] < OTHER_FIGURES * plain)
        & (share[:, NUMBER] < OTHER_NUMBERS * plain)
        & (fewer[:, NUMBER] - both.number[:, NUMBER] >= FEWEST_NUMBERS)
    )
    other_names = (fewer[:, NAME] >= FEWEST_NAMES) & (share[:, NAME] < OTHER_NAMES * plain)
    return np.asarray((plain >= SAME_WORDS) & (other_figures | other_names))


class _Shelf:
    """The signatures of some documents side by side, with what each shingle weighs.

    `steps` are the powers of two that the shingles of each document are multiples of.
    """

    def __init__(self, signatures: Sequence[Signature], commonness: Commonness) -> None:
        self.steps = np.array([step(one) for one in signatures], dtype=np.int64)
        self._sizes = np.array([len(one) for one in signatures], dtype=np.int64)
        self._firsts = np.cumsum(self._sizes) - self._sizes
        every = np.concatenate(signatures)
        self._hashes = hashes_of(every).astype(np.int64)
        self._kinds = kinds_of(every).astype(np.int64)
        self._weights = commonness.weights(self._hashes)
        self._keys = np.repeat(np.arange(len(signatures)) << 32, self._sizes) | self._hashes

    def shared(self, one: _Integers, other: _Integers) -> _Sums:
        """Return the shingles that pairs of documents share, by their kinds in the first."""
        row, place = self._laid_out(one)
        wanted = (other << 32)[row] | self._hashes[place]
        found = self._keys[self._keys.searchsorted(wanted) % len(self._keys)] == wanted
        return self._summed(row[found], place[found], len(one))

    def total(self, which: _Integers, coarser: _Integers) -> _Sums:
        """Return all shingles of documents, of those that coarser samples keep."""
        row, place = self._laid_out(which)
        kept = self._hashes[place] & (coarser - 1)[row] == 0
        return self._summed(row[kept], place[kept], len(which))

    def _laid_out(self, which: _Integers) -> tuple[_Integers, _Integers]:
        """Return the number of a row for each of the documents, and where its shingles are."""
        sizes = self._sizes[which]
        row = np.repeat(np.arange(len(which)), sizes)
        before = np.cumsum(sizes) - sizes
        return row, np.arange(len(row)) + (self._firsts[which] - before)[row]

    def _summed(self, row: _Integers, place: _Integers, rows: int) -> _Sums:
        cell, cells = row * _KINDS + self._kinds[place], rows * _KINDS
        weight = np.bincount(cell, self._weights[place], cells).astype(np.float64)
        count = np.bincount(cell, minlength=cells).astype(np.float64)
        return _Sums(weight.reshape(rows, _KINDS), count.reshape(rows, _KINDS))


def _share(part: Shares, whole: Shares) -> Shares:
    return np.asarray(part / np.where(whole, whole, 1))
