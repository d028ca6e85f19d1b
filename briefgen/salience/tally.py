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

from briefgen.language import Language, known, terms
from briefgen.model import BlockKind, Sentence
from briefgen.salience.grams import Integers, flattened, paired

_DIGIT = re.compile(r"\d")

UNTOLD = -1
"""The count of what a language does not tell."""


def _capitals(text: str, language: Language) -> int:
    return len(language.capital.findall(text)) if language.capital else UNTOLD


SURFACE: Mapping[str, Callable[[str, Language], int]] = MappingProxyType(
    {
        "words": lambda text, _: len(text.split()),
        "digits": lambda text, _: len(_DIGIT.findall(text)),
        "capitals": _capitals,
        "hedging": lambda text, language: len(language.hedges.findall(text)),
        "reporting": lambda text, language: len(language.reports.findall(text)),
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
    row, number, count = entries([terms(one.text, one.language) for one in sentences])
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
        _surface(sentences),
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


def _surface(sentences: Sequence[Sentence]) -> Integers:
    said = [(one.text, known(one.language)) for one in sentences]
    counted = [[count(*one) for count in SURFACE.values()] for one in said]
    return np.array(counted, dtype=np.int64).reshape(len(said), len(SURFACE))
