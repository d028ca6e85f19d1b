"""Which documents are worth comparing: those that share several shingles of a small sample.

It is locality-sensitive hashing with a bucket for each sampled shingle. A bucket may hold the whole
corpus, where an outlet ends all its articles in the same words; so in a bucket each document meets
its next `NEIGHBOURS` only. Copies of one story share many buckets, where they stand side by side.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefgen.corpus.shingles import Signature, step, thin

Pairs = NDArray[np.int64]

SAMPLE = 64
"""Shingles of a document that are looked at."""

NEIGHBOURS = 4
PART = 5_000
"""Documents whose meetings are counted at a time."""

FEWEST = 40
"""Shingles below which a text is too short for its likeness to mean anything."""

LEAST = 0.15
"""Share of the smaller sample that must be shared, far below what makes a reprint."""


class _Buckets(NamedTuple):
    """The sampled shingles of all documents, like ones side by side, and whose they are."""

    hashes: Signature
    owners: NDArray[np.int64]
    documents: int


def candidates(signatures: Sequence[Signature]) -> Pairs:
    """Return the pairs worth comparing, as rows `(i, j)` with `i < j` in order, each once."""
    samples = [thin(one, SAMPLE) if len(one) >= FEWEST else one[:0] for one in signatures]
    buckets = _buckets(samples)
    steps = np.array([step(one) for one in samples], dtype=np.int64)
    sizes = _sizes(buckets, steps)
    parts = [_worthwhile(met, steps, sizes) for met in _meetings(buckets)]
    return np.concatenate([np.empty((0, 2), np.int64), *parts])


def _buckets(samples: Sequence[Signature]) -> _Buckets:
    owners = np.repeat(np.arange(len(samples)), [len(one) for one in samples])
    hashes = np.concatenate([*samples, np.empty(0, np.uint32)])
    order = np.argsort(hashes, kind="stable")  # keeps the owners of a bucket in order
    return _Buckets(hashes[order], owners[order], len(samples))


def _sizes(buckets: _Buckets, steps: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the size of each sample, and in the rows below as often as it may be thinned again."""
    times = int(steps.max(initial=1)).bit_length()
    return np.stack(
        [
            np.bincount(buckets.owners[buckets.hashes % (1 << k) == 0], minlength=buckets.documents)
            for k in range(times)
        ]
    )


def _meetings(buckets: _Buckets) -> Iterator[NDArray[np.int64]]:
    """Yield `i * n + j` for each time that documents `i < j` of `n` meet in a bucket.

    They come in parts, each for the next `PART` documents `i`, so that memory stays bounded.
    """
    hashes, owners, count = buckets
    same = [np.flatnonzero(hashes[k:] == hashes[:-k]) for k in range(1, NEIGHBOURS + 1)]
    for first in range(0, count, PART):
        met = []
        for offset, places in enumerate(same, start=1):
            part = places[(owners[places] >= first) & (owners[places] < first + PART)]
            met.append(owners[part] * count + owners[part + offset])
        yield np.concatenate(met)


def _worthwhile(
    met: NDArray[np.int64], steps: NDArray[np.int64], sizes: NDArray[np.int64]
) -> Pairs:
    """Return the pairs that met often enough for the smaller sample, thinned as the other is."""
    keys, shared = np.unique(met, return_counts=True)
    pairs = np.stack(np.divmod(keys[shared > 1], len(steps)), axis=1)
    times = np.log2(steps[pairs].max(axis=1)).astype(np.int64)
    smaller = sizes[times[:, None], pairs].min(axis=1)
    found: Pairs = pairs[shared[shared > 1] >= LEAST * smaller]
    return found
