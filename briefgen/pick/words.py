"""The words of sentences as numbers: a sentence is read once for all that is counted in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from briefgen.language import known, terms_among, words
from briefgen.model import Sentence

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of sentences in order, each with the `row` of its sentence, and its `number`.

    Numbers are in the order of the alphabet. `is_stop` marks the stop words. The rest come to
    terms, with a `term_row` and a `term`, a number too.
    """

    sentences: int
    row: Integers
    number: Integers
    is_stop: Flags
    term_row: Integers
    term: Integers

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> "Words":
        """Return the words of `sentences`, by their languages."""
        said = [words(one.text, one.language) for one in sentences]
        tags = [one.language for one in sentences]
        terms = [terms_among(some, tag) for some, tag in zip(said, tags, strict=True)]
        stops = [
            map(known(tag).stop_words.__contains__, some)
            for some, tag in zip(said, tags, strict=True)
        ]
        is_stop = np.fromiter(chain.from_iterable(stops), bool)
        return cls(len(said), *_numbered(said), is_stop, *_numbered(terms))

    def counted(self) -> csr_matrix:
        """Return how often each word is in each sentence: (sentences, words)."""
        return _counted(self.sentences, self.row, self.number)

    def terms_counted(self) -> csr_matrix:
        """Return how often each term is in each sentence: (sentences, terms)."""
        return _counted(self.sentences, self.term_row, self.term)

    def pairs(self) -> csr_matrix:
        """Return which pairs of neighbouring words each sentence has, 1 or 0: (sentences, pairs).

        Two stop words are no pair.
        """
        small = self.is_stop[:-1] & self.is_stop[1:]
        first = np.flatnonzero((self.row[:-1] == self.row[1:]) & ~small)
        both = self.number[first] * (self.number.max(initial=0) + 1) + self.number[first + 1]
        pair = np.unique(both, return_inverse=True)[1]
        said = _counted(self.sentences, self.row[first], pair)
        said.data[:] = 1.0
        return said


def _numbered(rows: Sequence[Sequence[str]]) -> tuple[Integers, Integers]:
    """Return the row of each name in `rows`, and its place in the alphabet of them all."""
    names = [*chain.from_iterable(rows)]
    place = {name: place for place, name in enumerate(sorted(set(names)))}
    row = np.repeat(np.arange(len(rows)), [len(some) for some in rows])
    return row, np.fromiter(map(place.__getitem__, names), np.int64, len(names))


def _counted(rows: int, row: Integers, column: Integers) -> csr_matrix:
    shape = rows, int(column.max(initial=0)) + 1
    return csr_matrix((np.ones(len(row)), (row, column)), shape)
