"""What is counted in whole documents: whole numbers in arrays, which can be kept and joined.

Everything that weighing needs of a text is here, so that the text itself is read once.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from briefgen.language import terms
from briefgen.language.english import HEDGES
from briefgen.model import BlockKind, Sentence
from briefgen.salience.grams import Integers, flattened, paired

_CAPITALISED = re.compile(r"(?<!^)\b[A-Z]")
_DIGIT = re.compile(r"\d")
_QUOTE = re.compile(r"[\"“”]")

SURFACE: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {
        "words": lambda text: len(text.split()),
        "digits": lambda text: len(_DIGIT.findall(text)),
        "capitals": lambda text: len(_CAPITALISED.findall(text)),
        "quotation": lambda text: len(_QUOTE.findall(text)),
        "hedging": lambda text: len(HEDGES.findall(text)),
    }
)
"""What is counted in a sentence besides its terms; of capitalised words, all but the first."""


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """The counts of some documents: of each document, its terms, its sentences and their entries.

    A document has so many `sentences` and `terms`. A term has a `number`, in which a document's
    stand in order. A sentence is `quotable` or a heading, has its `block` and `position`, the
    counts of its `surface`, shape (sentences, SURFACE), and so many `entries`. An entry is a
    `term`, by its place among its document's, and its `count` in the sentence.
    """

    sentences: Integers
    terms: Integers
    number: Integers
    quotable: NDArray[np.bool_]
    block: Integers
    position: Integers
    surface: Integers
    entries: Integers
    term: Integers
    count: Integers

    @property
    def document(self) -> Integers:
        """The place of each sentence's document."""
        return np.repeat(np.arange(len(self.sentences)), self.sentences)

    @property
    def own(self) -> Integers:
        """The place of each entry's term among those of all documents."""
        first = np.cumsum(self.terms) - self.terms
        return np.asarray(np.repeat(first[self.document], self.entries) + self.term)


def tally(sentences: Sequence[Sentence]) -> Tally:
    """Return the tally of whole documents, whose sentences are given in order."""
    sizes = [len(list(some)) for _, some in groupby(sentences, key=lambda one: one.document)]
    document = np.repeat(np.arange(len(sizes)), sizes)
    row, number, count = entries([terms(one.text) for one in sentences])
    known, place = np.unique(number, return_inverse=True)
    terms_of, own = np.unique(document[row] * len(known) + place, return_inverse=True)
    owner = terms_of // max(len(known), 1)
    first = np.searchsorted(owner, np.arange(len(sizes)))
    return Tally(
        np.array(sizes, dtype=np.int64),
        np.bincount(owner, minlength=len(sizes)),
        known[terms_of % max(len(known), 1)],
        np.array([one.kind is not BlockKind.HEADING for one in sentences], dtype=bool),
        np.array([one.block for one in sentences], dtype=np.int64),
        np.array([one.position for one in sentences], dtype=np.int64),
        _surface([one.text for one in sentences]),
        np.bincount(row, minlength=len(sentences)),
        own - first[document[row]],
        count,
    )


def entries(rows: Sequence[Sequence[str]]) -> tuple[Integers, Integers, Integers]:
    """Return the row, number and count of each row's unigrams and bigrams, by row and number."""
    words, sizes = flattened(rows)
    row = np.repeat(np.arange(len(sizes)), sizes)
    beside = np.flatnonzero(row[:-1] == row[1:])
    numbers = np.concatenate([words, paired(words[beside], words[beside + 1])])
    known, place = np.unique(numbers, return_inverse=True)
    keys = np.concatenate([row, row[beside]]) * len(known) + place
    both, count = np.unique(keys, return_counts=True)
    return both // max(len(known), 1), known[both % max(len(known), 1)], count


def _surface(texts: Sequence[str]) -> Integers:
    counted = [[count(text) for count in SURFACE.values()] for text in texts]
    return np.array(counted, dtype=np.int64).reshape(len(texts), len(SURFACE))
