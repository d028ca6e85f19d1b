"""Which documents are worth comparing: those that share several shingles of a small sample.

It is locality-sensitive hashing with a bucket for each sampled shingle. A bucket may hold the whole
corpus, where an outlet ends all its articles in the same words; so in a bucket each document meets
its next `NEIGHBOURS` only. Copies of one story share many buckets, where they stand side by side.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefgen.corpus.samples import OWNER, Keys, Part, owned, sampled, shingle
from briefgen.corpus.signatures import Signatures

Pairs = NDArray[np.int64]

NEIGHBOURS = 4

LEAST = 0.15
"""Share of the smaller sample that must be shared, far below what makes a reprint."""


_WHOSE = (np.uint64(1) << OWNER) - np.uint64(1)


class _Sizes(NamedTuple):
    """How often each sample was thinned, and in row `k` what is left of it after `k` times."""

    thinned: NDArray[np.uint8]
    left: NDArray[np.uint8]


def candidates(signatures: Signatures) -> Pairs:
    """Return the pairs worth comparing, as rows `(i, j)` with `i < j` in order, each once."""
    parts = list(sampled(signatures))
    keys, sizes = owned(parts), _sizes(parts)
    found = [_worthwhile(np.concatenate([*_meetings(one, keys)]), sizes) for one in parts]
    return np.concatenate([np.empty((0, 2), np.int64), *found])


def _sizes(parts: Sequence[Part]) -> _Sizes:
    thinned = np.concatenate([np.empty(0, np.uint8), *(one.thinned for one in parts)])
    times = range(int(thinned.max(initial=0)) + 1)
    left = [np.concatenate([thinned[:0], *(one.left(k) for one in parts)]) for k in times]
    return _Sizes(thinned, np.stack(left))


def _meetings(part: Part, keys: Keys) -> Iterator[NDArray[np.int64]]:
    """Yield a pair, as in `_pair`, for each time a document of the part meets another in a bucket.

    `keys` are those of all documents.
    """
    own = np.sort(part.keys())
    places = np.searchsorted(keys, own)
    for offset in range(1, NEIGHBOURS + 1):
        is_there = places + offset < len(keys)
        mine, other = own[is_there], keys[places[is_there] + offset]
        same = shingle(mine) == shingle(other)
        yield _pair(mine[same], other[same])


def _pair(mine: Keys, other: Keys) -> NDArray[np.int64]:
    """Return two documents as one number, the first of them in its upper half."""
    return np.asarray((mine << OWNER | other & _WHOSE).astype(np.int64))


def _worthwhile(met: NDArray[np.int64], sizes: _Sizes) -> Pairs:
    """Return the pairs that met often enough for the smaller sample, thinned as the other is."""
    numbers, shared = np.unique(met, return_counts=True)
    pairs = np.stack(np.divmod(numbers[shared > 1], 1 << int(OWNER)), axis=1)
    times = sizes.thinned[pairs].max(axis=1)
    smaller = sizes.left[times[:, None], pairs].min(axis=1)
    found: Pairs = pairs[shared[shared > 1] >= LEAST * smaller]
    return found
