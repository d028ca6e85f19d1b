"""What a sentence is the first of its document to say, and how far the rest takes it up again."""

import numpy as np
from scipy.sparse import csr_matrix

from briefgen.salience.grams import Floats, Integers

_UNIT = 2.0**20
"""One, as it is added up: in whole numbers, so that a sum does not depend on what it began with.
They hold a document that says the same in three million sentences."""


def uptake(weights: csr_matrix, document: Integers) -> Floats:
    """Return how like what is new in each text is to what follows it in its document: (texts,).

    `weights` has a row of length one, or none, for each text, (texts, terms); the texts of a
    `document` stand together. It is the cosine to the sum of the texts that follow, less what those
    terms add that a text before has too.
    """
    texts, terms = weights.shape
    entries = weights.tocsc()  # term by term, each in the order of texts
    row, weight = entries.indices, entries.data
    term = np.repeat(np.arange(terms), np.diff(entries.indptr))
    first = np.flatnonzero(np.diff(term, prepend=-1) | np.diff(document[row], prepend=-1))
    shared = weight * _after(weight, first)
    new = np.bincount(row[first], shared[first], texts)
    # the square of a sum: of each text in it its own, and twice what it shares with those after it
    squares = np.asarray(np.bincount(row, weight * weight + 2 * shared, texts), np.float64)
    lengths = np.sqrt(_after(squares, np.flatnonzero(np.diff(document, prepend=-1))))
    return np.divide(new, lengths, out=np.zeros(texts), where=lengths > 0)


def _after(values: Floats, first: Integers) -> Floats:
    """Return, for each value, the sum of those after it in its run; runs begin at `first`."""
    running = np.cumsum(np.rint(values * _UNIT).astype(np.int64))
    sizes = np.diff(first, append=len(values))
    return np.asarray((np.repeat(running[first + sizes - 1], sizes) - running) / _UNIT)
