"""A small sample of each document's shingles, and whose each of them is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefgen.corpus.shingles import NUMBER, Signature, hashes_of, kinds_of, step, thin
from briefgen.corpus.signatures import Signatures

Keys = NDArray[np.uint64]
"""A shingle in the upper half of each, the number of the document that has it in the lower: in
their order, those that share a shingle stand side by side, and by their numbers."""

SAMPLE = 64
"""Shingles of a document that are looked at."""

FEWEST = 40
"""Shingles below which a text is too short for its likeness to mean anything."""

OWNER = np.uint64(32)
"""Bits of a key that say whose it is."""


class Part(NamedTuple):
    """The samples of some documents one after another, the first of which has number `first`.

    Each document has as many `hashes` as `lengths` says, and was `thinned` so many times.
    """

    first: int
    hashes: Signature
    lengths: NDArray[np.uint8]
    thinned: NDArray[np.uint8]

    def keys(self) -> Keys:
        """Return the keys of the hashes, in the order of the documents."""
        numbers = np.arange(self.first, self.first + len(self.lengths), dtype=np.uint64)
        return np.asarray(self.hashes.astype(np.uint64) << OWNER | np.repeat(numbers, self.lengths))

    def left(self, times: int) -> NDArray[np.uint8]:
        """Return the length of each sample, had it been thinned so many times."""
        owners = np.repeat(np.arange(len(self.lengths)), self.lengths)
        still = owners[self.hashes % (1 << times) == 0]
        return np.bincount(still, minlength=len(self.lengths)).astype(np.uint8)


def sampled(signatures: Signatures) -> Iterator[Part]:
    """Yield the samples of all documents; those that are too short have none."""
    first = 0
    for part in signatures.parts():
        shingles = [hashes_of(one[kinds_of(one) != NUMBER]) for one in part]
        samples = [thin(one, SAMPLE) if len(one) >= FEWEST else one[:0] for one in shingles]
        lengths = np.array([len(one) for one in samples], dtype=np.uint8)
        thinned = np.array([step(one).bit_length() - 1 for one in samples], dtype=np.uint8)
        yield Part(first, np.concatenate(samples), lengths, thinned)
        first += len(part)


def owned(parts: Sequence[Part]) -> Keys:
    """Return the keys of all parts in order; there is never more than one copy of them."""
    keys = np.empty(sum(len(one.hashes) for one in parts), np.uint64)
    end = 0
    for one in parts:
        start, end = end, end + len(one.hashes)
        keys[start:end] = one.keys()
    keys.sort()
    return keys


def shingle(keys: Keys) -> Keys:
    """Return the shingle of each key."""
    return keys >> OWNER
