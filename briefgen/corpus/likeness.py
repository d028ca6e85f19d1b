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
        """Weigh every shingle by how many documents have it."""
        sizes = [len(one) for one in signatures]
        every = np.concatenate([*signatures, np.empty(0, np.uint32)])
        _, place, counts = np.unique(every, return_inverse=True, return_counts=True)
        weights = np.where(counts > COMMON, np.maximum(COMMON / counts, LEAST), 1.0)[place]
        self._signatures = signatures
        self._weights = np.split(weights, np.cumsum(sizes)[:-1])
        self._steps = [step(one) for one in signatures]
        self._totals = [float(one.sum()) for one in self._weights]

    def overlap(self, one: int, other: int) -> Overlap:
        """Return how much the two documents have in common."""
        first, second = self._signatures[one], self._signatures[other]
        places = np.searchsorted(second, first)
        places[places == len(second)] = 0
        shared = second[places] == first if len(second) else np.zeros(len(first), dtype=bool)
        weight = float(self._weights[one][shared].sum())
        coarser = max(self._steps[one], self._steps[other])
        count = len(second) if self._steps[other] == coarser else int((second % coarser == 0).sum())
        return Overlap(
            weight / (self._total(one, coarser) or 1),
            weight / (self._total(other, coarser) or 1),
            int(shared.sum()) / (count or 1),
        )

    def _total(self, one: int, coarser: int) -> float:
        """Return the weight of a document's shingles, of those that a coarser sample keeps."""
        if self._steps[one] == coarser:
            return self._totals[one]
        return float(self._weights[one][self._signatures[one] % coarser == 0].sum())
