"""How much of one text stands in another, by their signatures."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefgen.corpus.candidates import Pairs
from briefgen.corpus.commonness import Commonness
from briefgen.corpus.shingles import Signature, step
from briefgen.corpus.signatures import Signatures

AT_ONCE = 1_000
"""Pairs whose signatures are in memory at a time."""

Shares = NDArray[np.float64]
"""A row for each pair of documents, three shares from 0 to 1: of the first, and of the second, what
stands in the other, by the weight of their shingles; and of the second with all counted alike."""

_Integers = NDArray[np.int64]


class Likeness:
    """Compares documents of one corpus by their signatures."""

    def __init__(self, signatures: Signatures) -> None:
        """Count which shingles are common among the documents."""
        self._signatures, self._commonness = signatures, Commonness.of(signatures)

    def shares(self, pairs: Pairs) -> Shares:
        """Return how much the documents of each pair have in common."""
        parts = (pairs[start : start + AT_ONCE] for start in range(0, len(pairs), AT_ONCE))
        return np.concatenate([np.empty((0, 3)), *map(self._shares, parts)])

    def _shares(self, pairs: Pairs) -> Shares:
        numbers, places = np.unique(pairs, return_inverse=True)
        some = _Shelf(list(self._signatures.recall(numbers.tolist())), self._commonness)
        one, other = places.reshape(-1, 2).T
        coarser = np.maximum(some.steps[one], some.steps[other])
        weight, count = some.shared(one, other)
        first, _ = some.total(one, coarser)
        second, every = some.total(other, coarser)
        return np.stack([_share(weight, first), _share(weight, second), _share(count, every)], 1)


class _Shelf:
    """The signatures of some documents side by side, with what each shingle weighs.

    `steps` are the powers of two that the shingles of each document are multiples of.
    """

    def __init__(self, signatures: Sequence[Signature], commonness: Commonness) -> None:
        self.steps = np.array([step(one) for one in signatures], dtype=np.int64)
        self._sizes = np.array([len(one) for one in signatures], dtype=np.int64)
        self._firsts = np.cumsum(self._sizes) - self._sizes
        self._hashes = np.concatenate(signatures).astype(np.int64)
        self._weights = commonness.weights(self._hashes)
        self._keys = np.repeat(np.arange(len(signatures)) << 32, self._sizes) | self._hashes

    def shared(self, one: _Integers, other: _Integers) -> tuple[Shares, Shares]:
        """Return the weight, and the number, of the shingles that pairs of documents share."""
        row, place = self._laid_out(one)
        wanted = (other << 32)[row] | self._hashes[place]
        found = self._keys[self._keys.searchsorted(wanted) % len(self._keys)] == wanted
        return self._summed(row[found], place[found], len(one))

    def total(self, which: _Integers, coarser: _Integers) -> tuple[Shares, Shares]:
        """Return the same of all shingles of documents, of those that coarser samples keep."""
        row, place = self._laid_out(which)
        kept = self._hashes[place] & (coarser - 1)[row] == 0
        return self._summed(row[kept], place[kept], len(which))

    def _laid_out(self, which: _Integers) -> tuple[_Integers, _Integers]:
        """Return the number of a row for each of the documents, and where its shingles are."""
        sizes = self._sizes[which]
        row = np.repeat(np.arange(len(which)), sizes)
        before = np.cumsum(sizes) - sizes
        return row, np.arange(len(row)) + (self._firsts[which] - before)[row]

    def _summed(self, row: _Integers, place: _Integers, rows: int) -> tuple[Shares, Shares]:
        weight = np.bincount(row, self._weights[place], rows).astype(np.float64)
        return weight, np.bincount(row, minlength=rows).astype(np.float64)


def _share(part: Shares, whole: Shares) -> Shares:
    return np.asarray(part / np.where(whole, whole, 1))
