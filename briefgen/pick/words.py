"""The words of sentences as numbers: a sentence is read once for all that is counted in it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
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
    """The words of so many `sentences` in order, each with the `row` of its sentence.

    A word has a `number` and a `term`, both in the order they are met; a stop word has -1.
    """

    sentences: int
    row: Integers
    number: Integers
    term: Integers

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> "Words":
        """Return the words of `sentences`, by their languages."""
        said = [words(one.text, one.language) for one in sentences]
        place = _places(chain.from_iterable(said))
        row = np.repeat(np.arange(len(said)), [len(some) for some in said])
        every = chain.from_iterable(said)
        number = np.fromiter(map(place.__getitem__, every), np.int64, len(row))
        tags = _places(one.language for one in sentences)
        language = np.array([tags[one.language] for one in sentences], dtype=np.int64)
        return cls(len(said), row, number, _terms(place, tags)[language[row], number])

    def counted(self) -> csr_matrix:
        """Return how often each word is in each sentence: (sentences, words)."""
        return self._counted(self.row, self.number)

    def terms_counted(self) -> csr_matrix:
        """Return how often each term is in each sentence: (sentences, terms)."""
        content = self.term >= 0
        return self._counted(self.row[content], self.term[content])

    def pairs(self) -> csr_matrix:
        """Return which pairs of neighbouring words each sentence has, 1 or 0: (sentences, pairs).

        Two stop words are no pair.
        """
        beside = self.row[:-1] == self.row[1:]
        first = np.flatnonzero(beside & (np.maximum(self.term[:-1], self.term[1:]) >= 0))
        both = self.number[first] * (self.number.max(initial=0) + 1) + self.number[first + 1]
        said = self._counted(self.row[first], np.unique(both, return_inverse=True)[1])
        said.data[:] = 1.0
        return said

    def _counted(self, row: Integers, column: Integers) -> csr_matrix:
        shape = self.sentences, int(column.max(initial=0)) + 1
        return csr_matrix((np.ones(len(row)), (row, column)), shape)


def _places(names: Iterable[str]) -> dict[str, int]:
    """Return the place of each name among those that are met."""
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _terms(column: Mapping[str, int], tags: Collection[str]) -> Integers:
    """Return the term of the name in each column, if it is in each language: (tags, columns)."""
    content = [[name for name in column if name not in known(tag).stop_words] for tag in tags]
    spelt = [terms_among(some, tag) for some, tag in zip(content, tags, strict=True)]
    place = _places(chain.from_iterable(spelt))
    found = np.full((len(tags), len(column)), -1)
    for row, (names, terms) in enumerate(zip(content, spelt, strict=True)):
        found[row, [column[one] for one in names]] = [place[one] for one in terms]
    return found
