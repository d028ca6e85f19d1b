"""How much of one text stands in another, by their signatures."""

from collections.abc import Sequence

import numpy as np

from briefgen.corpus.shingles import Signature, step

COMMON = 20
"""Documents that may share a shingle before it counts less: what `n` of them share counts 20/n.

What many articles share is an outlet's standing text, which makes none of them a reprint.
"""

Shares = tuple[float, float]


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
        self._discounts = 1 - COMMON / counts[counts > COMMON]

    def shares(self, one: int, other: int) -> Shares:
        """Return how much of the first document stands in the second, and the other way round.

        Both are shares from 0 to 1 of the weight of the shingles.
        """
        first, second = self._signatures[one], self._signatures[other]
        coarser = np.uint32(max(step(first), step(second)))
        shared = self._weight(np.intersect1d(first, second, assume_unique=True))
        first, second = (each[each % coarser == 0] for each in (first, second))
        return shared / (self._weight(first) or 1), shared / (self._weight(second) or 1)

    def _weight(self, hashes: Signature) -> float:
        if not len(self._common):
            return float(len(hashes))
        places = np.searchsorted(self._common, hashes) % len(self._common)
        known = self._common[places] == hashes
        return float(len(hashes) - self._discounts[places[known]].sum())
