"""Which documents are worth comparing: those that share several shingles of a small sample.

It is locality-sensitive hashing with a bucket for each sampled shingle. A bucket may hold the whole
corpus, where an outlet ends all its articles in the same words; so in a bucket each document meets
its next `NEIGHBOURS` only. Copies of one story share many buckets, where they stand side by side.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefgen.corpus.shingles import Signature, step, thin

Pairs = NDArray[np.int64]

SAMPLE = 128
"""Shingles of a document that are looked at."""

NEIGHBOURS = 4
FEWEST = 40
"""Shingles below which a text is too short for its likeness to mean anything."""

LEAST = 0.12
"""Share of the smaller sample that must be shared, far below what makes a reprint."""


def candidates(signatures: Sequence[Signature]) -> Pairs:
    """Return the pairs worth comparing, as rows `(i, j)` with `i < j` in order, each once."""
    samples = [thin(one, SAMPLE) if len(one) >= FEWEST else one[:0] for one in signatures]
    met, shared = np.unique(_meetings(samples), return_counts=True)
    pairs = np.stack(np.divmod(met, max(len(samples), 1)), axis=1)
    enough = (shared > 1) & (shared >= LEAST * _smaller(samples, pairs))
    found: Pairs = pairs[enough]
    return found


def _meetings(samples: Sequence[Signature]) -> NDArray[np.int64]:
    """Return `i * n + j` for each time that documents `i < j` of `n` meet in a bucket."""
    owners = np.repeat(np.arange(len(samples)), [len(one) for one in samples])
    hashes = np.concatenate([*samples, np.empty(0, np.uint32)])
    order = np.argsort(hashes, kind="stable")  # keeps the owners of a bucket in order
    hashes, owners = hashes[order], owners[order]
    met = [np.empty(0, np.int64)]
    for offset in range(1, NEIGHBOURS + 1):
        same = np.flatnonzero(hashes[offset:] == hashes[:-offset])
        met.append(owners[same] * len(samples) + owners[same + offset])
    return np.concatenate(met)


def _smaller(samples: Sequence[Signature], pairs: Pairs) -> NDArray[np.int64]:
    """Return the size of each pair's smaller sample, both thinned as the thinner one is."""
    steps = np.array([step(one) for one in samples], dtype=np.int64)
    coarser = steps[pairs].max(axis=1, initial=1)
    sizes = np.zeros(pairs.shape, dtype=np.int64)
    for each in np.unique(coarser):
        size = np.array([np.count_nonzero(one % np.uint32(each) == 0) for one in samples])
        sizes[coarser == each] = size[pairs[coarser == each]]
    smaller: NDArray[np.int64] = sizes.min(axis=1, initial=SAMPLE)
    return smaller
