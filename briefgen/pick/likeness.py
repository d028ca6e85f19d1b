"""How much alike sentences are, measured among what is proposed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.preprocessing import normalize

from briefgen.pick.words import Words

Floats = NDArray[np.float64]

REPEAT = 0.55
"""Cosine from which two sentences say the same (research: 0.55 to 0.7 are all repeats)."""

SHARED = 0.1
"""Likeness by topic below which sentences are alike in their small words alone."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Unigram vectors of length one, a row for each sentence.

    `topical` is TF-IDF of the terms; `plain` counts every word, and so finds a sentence said again
    with one rare word changed.
    """

    topical: csr_matrix
    plain: csr_matrix

    @classmethod
    def among(cls, words: Words) -> "Likeness":
        """Return the likeness among the sentences that have these `words`."""
        topical = TfidfTransformer(sublinear_tf=True).fit_transform(words.terms_counted())
        return cls(topical, normalize(words.counted()))

    def to(self, rows: Sequence[int]) -> tuple[Floats, Floats]:
        """Return how like each text is to the nearest of `rows`: by topic, and in either way.

        Small words count only beside shared content: `of the` alone makes no repeat.
        """
        topical, plain = _cosines(self.topical, rows), _cosines(self.plain, rows)
        return topical.max(axis=1), _either(topical, plain).max(axis=1)

    def within(self, rows: Sequence[int]) -> Floats:
        """Return how like each of `rows` is to each other, in either way: (rows, rows)."""
        own = Likeness(self.topical[list(rows)], self.plain[list(rows)])
        every = range(len(rows))
        return _either(_cosines(own.topical, every), _cosines(own.plain, every))


def _either(topical: Floats, plain: Floats) -> Floats:
    return np.maximum(topical, np.where(topical >= SHARED, plain, 0.0))


def _cosines(vectors: csr_matrix, rows: Sequence[int]) -> Floats:
    near = np.zeros((vectors.shape[1], len(rows)))
    for place, row in enumerate(rows):
        own = slice(vectors.indptr[row], vectors.indptr[row + 1])
        near[vectors.indices[own], place] = vectors.data[own]
    return np.asarray(vectors @ near)
