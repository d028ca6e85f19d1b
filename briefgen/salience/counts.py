"""First pass: a partition of the corpus -> its term counts, and statistics that can be added.

Everything added is a whole number, so the sum is the same however the corpus is cut.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import HashingVectorizer

from briefgen.language import terms
from briefgen.model import Sentence
from briefgen.salience.layout import Layout

COLUMNS = 2**22
"""Columns the terms are hashed into: few collisions for millions of bigrams, bounded memory."""

PARTITION = 20_000
"""Sentences that are counted at a time."""

Integers = NDArray[np.int64]

Said = tuple[str, str]
"""A text and the tag of its language."""


def grams(said: Said) -> list[str]:
    """Return the terms of a text and the pairs of neighbouring ones, as they are counted."""
    found = terms(*said)
    return [*found, *(f"{one} {other}" for one, other in pairwise(found))]


_VECTORIZER = HashingVectorizer(
    analyzer=grams, n_features=COLUMNS, alternate_sign=False, norm=None, dtype=np.float64
)


@dataclass(frozen=True, slots=True)
class Statistics:
    """What is known of the terms of a corpus; each array has one entry for each of `columns`.

    `sentences` and `documents` count those with the term, `counts` its uses, and `leads` its uses
    in sentences that open a long block.
    """

    total_sentences: int
    total_documents: int
    total_blocks: int
    long_blocks: int
    columns: Integers
    sentences: Integers
    documents: Integers
    counts: Integers
    leads: Integers

    def __add__(self, other: "Statistics") -> "Statistics":
        """Return the statistics of two corpora together; associative and commutative."""
        columns, place = np.unique(
            np.concatenate([self.columns, other.columns]), return_inverse=True
        )

        def total(name: str) -> Integers:
            both = np.concatenate([getattr(self, name), getattr(other, name)])
            summed = np.zeros(len(columns), dtype=np.int64)
            np.add.at(summed, place, both)
            return summed

        return Statistics(
            self.total_sentences + other.total_sentences,
            self.total_documents + other.total_documents,
            self.total_blocks + other.total_blocks,
            self.long_blocks + other.long_blocks,
            columns,
            *(total(name) for name in ("sentences", "documents", "counts", "leads")),
        )


@dataclass(frozen=True, slots=True)
class Partition:
    """Some documents' sentences, how they lie, and their term counts, a row each."""

    layout: Layout
    counts: csr_matrix


def partitions(sentences: Sequence[Sentence], size: int = PARTITION) -> Iterator[Partition]:
    """Yield the sentences counted, in partitions of whole documents of about `size` sentences."""
    part: list[Sentence] = []
    for _, document in groupby(sentences, key=lambda one: one.document):
        part.extend(document)
        if len(part) >= size:
            yield Partition(Layout.of(part), vectors((one.text, one.language) for one in part))
            part = []
    if part:
        yield Partition(Layout.of(part), vectors((one.text, one.language) for one in part))


def vectors(said: Iterable[Said]) -> csr_matrix:
    """Return the counts of unigrams and bigrams without stop words: (texts, `COLUMNS`)."""
    return _VECTORIZER.transform(list(said))


def count(partition: Partition) -> Statistics:
    """Return the statistics of one partition; headings are no sentences and do not count."""
    layout = partition.layout
    rows = partition.counts[layout.quotable]
    columns, place = np.unique(rows.indices, return_inverse=True)
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))

    def summed(weights: NDArray[np.float64]) -> Integers:
        return np.bincount(place, weights, len(columns)).astype(np.int64)

    document = layout.document[layout.quotable]
    pairs = np.unique(place * (len(layout.sentences) + 1) + document[row])
    return Statistics(
        rows.shape[0],
        len(np.unique(document)),
        int((layout.quotable & (layout.position == 0)).sum()),
        int(layout.leads.sum()),
        columns.astype(np.int64),
        summed(np.ones(len(place))),
        np.bincount(pairs // (len(layout.sentences) + 1), minlength=len(columns)).astype(np.int64),
        summed(rows.data),
        summed(rows.data * layout.leads[layout.quotable][row]),
    )


def total(statistics: Iterable[Statistics]) -> Statistics:
    """Return the statistics of all partitions together."""
    return reduce(Statistics.__add__, statistics)
