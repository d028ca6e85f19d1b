"""Which shingles many documents have, and what these weigh when documents are compared."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefgen.corpus.shingles import BITS, Signature, hashes_of
from briefgen.corpus.signatures import Signatures

COMMON = 20
"""Documents that may share a shingle before it counts less: what `n` of them share counts 20/n.

What many articles share is an outlet's standing text, which makes none of them a reprint.
"""

LEAST = 0.2
"""What a shingle counts at least: a story that hundreds carry is one story all the same."""

_LEAST_BITS, _MOST_BITS = 12, 22
"""Bits of a shingle by which it is counted together with others, before it is counted alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Commonness:
    """The shingles that more than `COMMON` documents have, in order, and what each weighs."""

    shingles: Signature
    weight: NDArray[np.float64]

    @classmethod
    def of(cls, signatures: Signatures) -> "Commonness":
        """Return what is common in the documents."""
        bits = min(max((32 * signatures.count).bit_length(), _LEAST_BITS), _MOST_BITS)
        shingles, counts = _counted(signatures, _crowded(signatures, bits), bits)
        common = counts > COMMON
        return cls(shingles[common], np.maximum(COMMON / counts[common], LEAST))

    def weights(self, hashes: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return what each of the shingles weighs."""
        weights = np.ones(len(hashes))
        if len(self.shingles):
            places = np.searchsorted(self.shingles, hashes.astype(np.uint32)) % len(self.shingles)
            known = self.shingles[places] == hashes
            weights[known] = self.weight[places[known]]
        return weights


def _crowded(signatures: Signatures, bits: int) -> NDArray[np.bool_]:
    """Return which buckets hold so many shingles that one of them may be common."""
    counts = np.zeros(1 << bits, np.uint32)
    for part in signatures.parts():
        met = _bucket(hashes_of(np.concatenate(part)), bits)
        counts += np.bincount(met, minlength=len(counts)).astype(np.uint32)
    return counts > COMMON


def _counted(
    signatures: Signatures, crowded: NDArray[np.bool_], bits: int
) -> tuple[Signature, NDArray[np.int64]]:
    """Return the shingles in the crowded buckets, in order, and how many documents have each."""
    shingles, counts = np.empty(0, np.uint32), np.empty(0, np.int64)
    for part in signatures.parts():
        every = hashes_of(np.concatenate(part))
        met, times = np.unique(every[crowded[_bucket(every, bits)]], return_counts=True)
        both, places = np.unique(np.concatenate([shingles, met]), return_inverse=True)
        counts = np.bincount(places, np.concatenate([counts, times]), len(both)).astype(np.int64)
        shingles = both
    return shingles, counts


def _bucket(shingles: Signature, bits: int) -> Signature:
    return shingles >> np.uint32(BITS - bits)
