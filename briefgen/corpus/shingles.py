"""A document in a few hundred numbers, so that documents can be compared without their texts.

The numbers are hashes of the text's shingles, its runs of `SHINGLE` words (Broder, "On the
resemblance and containment of documents", 1997). They depend on nothing but the words in the
document's blocks, so they may be kept as long as those.
"""

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefgen.model import Document

Signature = NDArray[np.uint32]

SHINGLE = 2
MOST = 512
"""Shingles of a text that are kept; of a longer text it is a sample, good to 3 parts in 100."""

_WORD = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)  # the constants that SplitMix64 spreads its bits with
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def signature(document: Document) -> Signature:
    """Return the hashes of the document's shingles in ascending order, each once."""
    said = (document.text[block.start : block.end] for block in document.blocks)
    words = [crc32(word.encode()) for part in said for word in _WORD.findall(part.lower())]
    return thin(np.unique(_shingles(np.array(words, dtype=np.uint64))), MOST)


def kept(signature: bytes) -> Signature:
    """Return the signature that was kept as these bytes."""
    return np.frombuffer(signature, dtype=np.uint32)


def thin(hashes: Signature, most: int) -> Signature:
    """Return at most `most` of the hashes: all, or every second, fourth... by their last bits.

    Which ones are left does not depend on the others, so samples of two texts can be compared.
    """
    step = 1
    while len(hashes) > most:
        step *= 2
        hashes = hashes[hashes % np.uint32(step) == 0]
    return hashes


def step(hashes: Signature) -> int:
    """Return the power of two that all the hashes are multiples of: 1 unless they were thinned."""
    bits = int(np.bitwise_or.reduce(hashes, initial=0))
    return bits & -bits or 1


def _shingles(words: NDArray[np.uint64]) -> Signature:
    """Return a hash of each run of `SHINGLE` words, in the order of the text."""
    count = max(len(words) - SHINGLE + 1, 0)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE):
        mixed = (mixed + words[place : place + count]) * _ODD
        mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX
    return (mixed >> np.uint64(32)).astype(np.uint32)
