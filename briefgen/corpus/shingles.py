"""A document in a few hundred numbers, so that documents can be compared without their texts.

The numbers are hashes of the text's shingles, its runs of `SHINGLE` words (Broder, "On the
resemblance and containment of documents", 1997), whatever their case. Two bits of each say what
kind of words they are, so that texts on one form can be told from copies. The numbers depend on
nothing but the words in the document's blocks, and on its language, so they may be kept as long.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefgen.language import known
from briefgen.model import Document

Signature = NDArray[np.uint32]

SHINGLE = 2
MOST = 512
"""Shingles of a text that are kept; of a longer text it is a sample, good to 3 parts in 100."""

PLAIN, NAME, FIGURE, NUMBER = range(4)
"""Kinds: of shingles, those with neither name nor figure, with a name, and with a figure, and,
beside the shingles, each number by itself, however its thousands are parted."""

BITS = 30
"""Bits of a number that are the hash of a shingle; those above are its kind."""

_OF_KIND = 32 - BITS
_KIND = (1 << _OF_KIND) - 1

_THOUSANDS = 3
"""Figures between two marks that part the thousands of a number."""

_AT_HAND = 50_000
"""Words whose numbers are in memory."""

_HASH = np.uint32((1 << BITS) - 1)
_WORD = re.compile(r"\w+")
_PARTED = re.compile(r"\D+")
_ODD = np.uint64(0x9E3779B97F4A7C15)  # the constants that SplitMix64 spreads its bits with
_MIX = np.uint64(0xBF58476D1CE4E5B9)


class _Codes(dict[str, int]):
    """The number of each word that was asked for: a hash of it in small letters, and its kind.

    All names are spelt with capitals; a language in which all nouns are has none here.
    """

    def __init__(self, tag: str, is_shouted: bool) -> None:
        super().__init__()
        language = known(tag)
        self._has_names = language.capital is not None and not is_shouted
        self._stop_words = language.stop_words

    def __missing__(self, word: str) -> int:
        if len(self) == _AT_HAND:
            self.clear()
        small = word.lower()
        is_name = self._has_names and word != small and small not in self._stop_words
        kind = FIGURE if not word.isalpha() else NAME if is_name else PLAIN
        self[word] = code = crc32(small.encode()) << _OF_KIND | kind
        return code


@cache
def _codes(tag: str, is_shouted: bool) -> _Codes:
    return _Codes(tag, is_shouted)


def signature(document: Document) -> Signature:
    """Return the hashes of the document's shingles in ascending order, each once, with its kind."""
    text = "\n".join(document.text[block.start : block.end] for block in document.blocks)
    codes, words = _codes(document.language, text.isupper()), _WORD.findall(text)
    coded = np.fromiter(map(codes.__getitem__, words), np.uint64, len(words))
    kinds = (coded & np.uint64(_KIND)).astype(np.uint32)
    numbers = list(_numbers(words, np.flatnonzero(kinds == FIGURE).tolist()))
    hashes = _shingles(coded >> np.uint64(_OF_KIND))
    of_both = np.maximum(kinds[:-1], kinds[1:])[: len(hashes)]
    every = np.concatenate([hashes, np.array(numbers, dtype=np.uint32)]) & _HASH
    of_every = np.concatenate([of_both, np.full(len(numbers), NUMBER, np.uint32)])
    return thin(_each_once(every, of_every), MOST)


def _numbers(words: Sequence[str], places: Iterable[int]) -> Iterator[int]:
    """Yield a hash of each number among the words, of which `1,000` is two, side by side."""
    figures, before = "", -1
    for place in places:
        word = _PARTED.sub("", words[place])
        if place == before + 1 and len(words[place]) == len(word) == _THOUSANDS:
            figures += word
        else:
            if figures:
                yield crc32(figures.encode())
            figures = word
        before = place
    if figures:
        yield crc32(figures.encode())


def _each_once(hashes: Signature, kinds: Signature) -> Signature:
    """Return the hashes in order, each once, with the highest of its kinds in the upper bits."""
    both = np.sort(hashes << np.uint32(_OF_KIND) | kinds)
    hashes, kinds = both >> np.uint32(_OF_KIND), both & np.uint32(_KIND)
    is_last = np.ones(len(hashes), np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=is_last[:-1])
    return np.asarray(hashes[is_last] | kinds[is_last] << np.uint32(BITS))


def hashes_of(signature: Signature) -> Signature:
    """Return the hashes of the shingles without their kinds, in ascending order."""
    return np.asarray(signature & _HASH)


def kinds_of(signature: Signature) -> Signature:
    """Return the kinds of the shingles, in the order of their hashes."""
    return np.asarray(signature >> np.uint32(BITS))


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
