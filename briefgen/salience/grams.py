"""The terms of a text, unigrams and bigrams, and the number each is counted under.

A number is a 63-bit hash, so that partitions counted apart, or years apart, agree without a shared
vocabulary, and no two terms of a corpus are likely to share one.
"""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from briefgen.language import terms

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_MULTIPLIERS = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""Constants of the SplitMix64 generator (Steele, Lea and Flood, 2014)."""


Said = tuple[str, str]
"""A text and the tag of its language."""


def grams(said: Said) -> dict[str, int]:
    """Return the unigrams and bigrams of the terms of a text, each with its number."""
    words = terms(*said)
    numbers = numbered(words)
    pairs = paired(numbers[:-1], numbers[1:]).tolist()
    named = (f"{one} {two}" for one, two in pairwise(words))
    return dict(zip(chain(words, named), chain(numbers.tolist(), pairs), strict=True))


def numbered(words: Sequence[str]) -> Integers:
    """Return the number of each word."""
    digests = [
        blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest() for word in words
    ]
    return (np.frombuffer(b"".join(digests), "<u8") >> np.uint64(1)).astype(np.int64)


def paired(first: Integers, second: Integers) -> Integers:
    """Return the numbers of the bigrams that the words numbered `first` and `second` form."""
    rotate, multiply, finish = (np.uint64(one) for one in _MULTIPLIERS)
    mixed = first.astype(np.uint64) * rotate + second.astype(np.uint64)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * multiply
    mixed = (mixed ^ (mixed >> np.uint64(27))) * finish
    return np.asarray(((mixed ^ (mixed >> np.uint64(31))) >> np.uint64(1)).astype(np.int64))


def distinct(numbers: Integers) -> tuple[Integers, Integers]:
    """Return the numbers in order, each once, and the place among them of each one given.

    Numbers are hashes and so lie evenly: a radix sort by their leading bits leaves them all but
    sorted, which takes a fifth of the time of a sort that knows nothing of them.
    """
    near = np.argsort((numbers >> 47).astype(np.uint16), kind="stable")
    order = near[np.argsort(numbers[near], kind="stable")]
    ordered = numbers[order]
    is_first = np.diff(ordered, prepend=-1) != 0
    place = np.empty(len(numbers), dtype=np.int64)
    place[order] = np.cumsum(is_first) - 1
    return ordered[is_first], place
