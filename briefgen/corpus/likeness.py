"""How much of one text stands in another, by their signatures."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefgen.corpus.candidates import Pairs
from briefgen.corpus.shingles import Signature, step
from briefgen.corpus.signatures import Signatures

COMMON = 20
"""Documents that may share a shingle before it counts less: what `n` of them share counts 20/n.

What many articles share is an outlet's standing text, which makes none of them a reprint.
"""

LEAST = 0.2
"""What a shingle counts at least: a story that hundreds carry is one story all the same."""

AT_ONCE = 2_000
"""Pairs whose signatures are in memory at a time."""


class Overlap(NamedTuple):
    """How much of two texts stands in the other, as shares from 0 to 1.

    `first` and `second` are the shares of either by the weight of their shingles, `copied` that of
    the second with all shingles counted alike.
    """

    first: float
    second: float
    copied: float


class _Weighed(NamedTuple):
    """A signature, what each of its shingles counts, and the power of two they are multiples of."""

    hashes: Signature
    weights: NDArray[np.float64]
    step: int

    def total(self, coarser: int) -> float:
        """Return the weight of the shingles, of those that a coarser sample keeps."""
        if self.step == coarser:
            return float(self.weights.sum())
        return float(self.weights[self.hashes % coarser == 0].sum())

    def count(self, coarser: int) -> int:
        """Return the number of the shingles, of those that a coarser sample keeps."""
        if self.step == coarser:
            return len(self.hashes)
        return int((self.hashes % coarser == 0).sum())


class Likeness:
    """Compares documents of one corpus by their signatures."""

    def __init__(self, signatures: Signatures, pairs: Pairs) -> None:
        """Count how many documents have each shingle of those in `pairs`; keep the common ones."""
        wanted = _distinct(signatures, np.unique(pairs).tolist())
        counts = _counted(signatures, wanted)
        self._common = wanted[counts > COMMON]
        self._worth = np.maximum(COMMON / counts[counts > COMMON], LEAST)
        self._signatures = signatures

    def overlaps(self, pairs: Pairs) -> Iterator[Overlap]:
        """Yield how much the documents of each pair have in common."""
        for start in range(0, len(pairs), AT_ONCE):
            some = pairs[start : start + AT_ONCE]
            numbers = np.unique(some).tolist()
            signatures = self._signatures.recall(numbers)
            known = dict(zip(numbers, map(self._weighed, signatures), strict=True))
            yield from (_overlap(known[one], known[other]) for one, other in some.tolist())

    def _weighed(self, hashes: Signature) -> _Weighed:
        weights = np.ones(len(hashes))
        if len(self._common):
            places = np.searchsorted(self._common, hashes) % len(self._common)
            known = self._common[places] == hashes
            weights[known] = self._worth[places[known]]
        return _Weighed(hashes, weights, step(hashes))


def _distinct(signatures: Signatures, numbers: Sequence[int]) -> Signature:
    """Return the shingles of the documents with these numbers in order, each once."""
    found = np.empty(0, np.uint32)
    for part in signatures.parts(numbers):
        found = np.union1d(found, np.concatenate(part))
    return found


def _counted(signatures: Signatures, wanted: Signature) -> NDArray[np.int64]:
    """Return how many of all documents have each of the shingles `wanted`, which are in order."""
    counts = np.zeros(len(wanted), np.int64)
    for part in signatures.parts() if len(wanted) else ():
        met, times = np.unique(np.concatenate(part), return_counts=True)
        places = np.searchsorted(wanted, met)
        places[places == len(wanted)] = 0
        known = wanted[places] == met
        counts[places[known]] += times[known]
    return counts


def _overlap(one: _Weighed, other: _Weighed) -> Overlap:
    places = np.searchsorted(other.hashes, one.hashes)
    places[places == len(other.hashes)] = 0
    shared = (
        other.hashes[places] == one.hashes
        if len(other.hashes)
        else np.zeros(len(one.hashes), dtype=bool)
    )
    weight = float(one.weights[shared].sum())
    coarser = max(one.step, other.step)
    return Overlap(
        weight / (one.total(coarser) or 1),
        weight / (other.total(coarser) or 1),
        int(shared.sum()) / (other.count(coarser) or 1),
    )
