"""How much of one text stands in another, by their signatures."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from briefgen.corpus.shingles import Signature, step

COMMON = 20
"""Documents that may share a shingle before it counts less: what `n` of them share counts 20/n.

What many articles share is an outlet's standing text, which makes none of them a reprint.
"""

LEAST = 0.2
"""What a shingle counts at least: a story that hundreds carry is one story all the same."""


class Overlap(NamedTuple):
    """How much of two texts stands in the other, as shares from 0 to 1.

    `first` and `second` are the shares of either by the weight of their shingles, `copied` that of
    the second with all shingles counted alike.
    """

    first: float
    second: float
    copied: float


class Likeness:
    """Compares the documents of one corpus by their signatures."""

    def __init__(self, signatures: Sequence[Signature]) -> None:
        """Count how many documents have each shingle, and keep those that are common."""
        self._signatures = signatures
        every = np.sort(np.concatenate([*signatures, np.empty(0, np.uint32)]))
        is_first = np.concatenate([[True], every[1:] != every[:-1]])[: len(every)]
        firsts = np.flatnonzero(is_first)
        counts = np.diff(np.append(firsts, len(every)))
        self._common = every[firsts[counts > COMMON]]
        self._discounts = 1 - np.maximum(COMMON / counts[counts > COMMON], LEAST)

    def overlap(self, one: int, other: int) -> Overlap:
        """Return how much the two documents have in common."""
        first, second = self._signatures[one], self._signatures[other]
        shared = np.intersect1d(first, second, assume_unique=True)
        coarser = np.uint32(max(step(first), step(second)))
        first, second = (each[each % coarser == 0] for each in (first, second))
        weight = self._weight(shared)
        return Overlap(
            weight / (self._weight(first) or 1),
            weight / (self._weight(second) or 1),
            len(shared) / (len(second) or 1),
        )

    def _weight(self, hashes: Signature) -> float:
        if not len(self._common):
            return float(len(hashes))
        places = np.searchsorted(self._common, hashes) % len(self._common)
        known = self._common[places] == hashes
        return float(len(hashes) - self._discounts[places[known]].sum())
