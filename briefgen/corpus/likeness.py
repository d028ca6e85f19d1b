"""How much of one text stands in another, by their signatures."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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
        every = np.sort(np.concatenate([*signatures, np.empty(0, np.uint32)]))
        is_first = np.concatenate([[True], every[1:] != every[:-1]])[: len(every)]
        firsts = np.flatnonzero(is_first)
        counts = np.diff(np.append(firsts, len(every)))
        self._common = every[firsts[counts > COMMON]]
        self._worth = np.maximum(COMMON / counts[counts > COMMON], LEAST)
        self._signatures = signatures
        self._steps = [step(one) for one in signatures]
        self._weighed: dict[int, NDArray[np.float64]] = {}

    def overlap(self, one: int, other: int) -> Overlap:
        """Return how much the two documents have in common."""
        first, second = self._signatures[one], self._signatures[other]
        places = np.searchsorted(second, first)
        places[places == len(second)] = 0
        shared = second[places] == first if len(second) else np.zeros(len(first), dtype=bool)
        weight = float(self._weights(one)[shared].sum())
        coarser = max(self._steps[one], self._steps[other])
        count = len(second) if self._steps[other] == coarser else int((second % coarser == 0).sum())
        return Overlap(
            weight / (self._total(one, coarser) or 1),
            weight / (self._total(other, coarser) or 1),
            int(shared.sum()) / (count or 1),
        )

    def _total(self, one: int, coarser: int) -> float:
        """Return the weight of a document's shingles, of those that a coarser sample keeps."""
        weights = self._weights(one)
        if self._steps[one] == coarser:
            return float(weights.sum())
        return float(weights[self._signatures[one] % coarser == 0].sum())

    def _weights(self, one: int) -> NDArray[np.float64]:
        """Return what each shingle of a document counts; kept, since few documents are compared."""
        if one not in self._weighed:
            self._weighed[one] = self._weigh(self._signatures[one])
        return self._weighed[one]

    def _weigh(self, hashes: Signature) -> NDArray[np.float64]:
        weights = np.ones(len(hashes))
        if len(self._common):
            places = np.searchsorted(self._common, hashes) % len(self._common)
            known = self._common[places] == hashes
            weights[known] = self._worth[places[known]]
        return weights
