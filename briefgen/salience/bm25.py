"""How far documents as wholes answer a theme: Okapi BM25 (Robertson and Zaragoza, 2009).

A document is long or short beside the others, and a term that it says ten times makes it no ten
times as much about the theme: what the cosine of a sentence does not tell.
"""

import numpy as np
from scipy.sparse import csr_matrix

from briefgen.salience.counts import Statistics
from briefgen.salience.grams import Floats, Integers
from briefgen.salience.tally import Tally

K1 = 1.2
"""How soon more uses of a term stop to count, as is usual (Robertson and Zaragoza, 2009, 3.5)."""

B = 0.75
"""How far the length of a document is made up for, from 0 to 1, as is usual (the same place)."""


def bm25(tally: Tally, statistics: Statistics, asked: csr_matrix) -> Floats:
    """Return how far each document answers each theme, from 0 to 1: (themes, documents).

    `asked` has the weights of the themes' words, (themes, columns). It is the sum over the words t
    of a theme, by what it would be if all were used without end:

        weight(t) uses(t) / (uses(t) + K1 (1 - B + B length / mean length))

    A length is counted in terms. Headings count, since they say what a text is about.
    """
    columns = np.unique(asked.indices)
    document = np.repeat(tally.document, tally.entries)
    lengths = np.bincount(document, tally.count, len(tally.sentences))
    mean = int(statistics.counts.sum()) / max(statistics.total_documents, 1)
    uses = _uses(tally, statistics.columns[columns], document)
    rows = np.repeat(np.arange(len(lengths)), np.diff(uses.indptr))
    uses.data /= uses.data + K1 * (1 - B + B * lengths[rows] / max(mean, 1.0))
    weights = asked[:, columns]
    total = np.asarray(weights.sum(axis=1))
    return np.asarray((weights @ uses.T).toarray() / np.where(total > 0, total, 1.0))


def _uses(tally: Tally, numbers: Integers, document: Integers) -> csr_matrix:
    """Return how often each document uses the terms with these `numbers`: (documents, numbers).

    `document` has the number of the document of each entry.
    """
    place = np.minimum(np.searchsorted(numbers, tally.number), max(len(numbers) - 1, 0))
    is_asked = numbers[place] == tally.number if len(numbers) else np.zeros(len(place), dtype=bool)
    entry = np.flatnonzero(is_asked[tally.term])
    counts = tally.count[entry].astype(np.float64)
    shape = (len(tally.sentences), len(numbers))
    return csr_matrix((counts, (document[entry], place[tally.term[entry]])), shape)
