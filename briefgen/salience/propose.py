"""Second pass: a partition and the whole corpus's statistics -> its best sentences per theme.

What is proposed depends on the statistics alone, never on what else is in the partition, so the
pool of all proposals is the same however the corpus is cut.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, vstack

from briefgen.model import Sentence, Theme
from briefgen.salience.counts import Integers, Partition, Statistics, vectors
from briefgen.salience.features import GENERAL, Floats, View, general, weighted
from briefgen.salience.layout import Layout

KEPT = 500
"""Sentences proposed for each theme."""

_GIST = [list(GENERAL).index(name) for name in ("centroid", "leads", "early")]
_RANKED_BY = np.array([2.0, 0.5, 0.5])


@dataclass(frozen=True, slots=True)
class Proposals:
    """Sentences worth weighing, in the corpus's order, a row each in every array.

    `likeness` has shape (themes, sentences, 3): the cosine to the theme's keywords of the
    sentence itself, of its neighbours and of its heading. `rank` has shape (themes, sentences).
    """

    sentences: tuple[Sentence, ...]
    before: tuple[Sentence | None, ...]
    weights: csr_matrix
    general: Floats
    likeness: Floats
    rank: Floats

    def best(self, kept: int) -> "Proposals":
        """Return the `kept` best for each theme."""
        rows = _best_rows(self.rank, kept)
        return Proposals(
            tuple(self.sentences[row] for row in rows),
            tuple(self.before[row] for row in rows),
            self.weights[rows],
            self.general[rows],
            self.likeness[:, rows],
            self.rank[:, rows],
        )


def queries(themes: Sequence[Theme], statistics: Statistics) -> csr_matrix:
    """Return each theme's keywords as TF-IDF of length one, weighted: (themes, columns)."""
    rows = [_query(theme, statistics) for theme in themes]
    return vstack(rows).tocsr()


def _query(theme: Theme, statistics: Statistics) -> csr_matrix:
    """Return one theme's query: its keywords, and half as much again of its description."""
    strength = [keyword.weight for keyword in theme.keywords]
    strength.append(sum(strength) / 2)
    phrases = [*(keyword.phrase for keyword in theme.keywords), theme.description]
    rows = weighted(vectors(phrases), statistics)
    summed = csr_matrix(np.array([strength])) @ rows
    return summed / (np.sqrt(summed.multiply(summed).sum()) or 1.0)


def propose(
    partition: Partition, statistics: Statistics, queries: csr_matrix, kept: int = KEPT
) -> Proposals:
    """Return the `kept` best sentences of a partition for each of the `queries`."""
    view = View.of(partition, statistics)
    layout = view.layout
    features = general(view)
    likeness = np.stack([_around(layout, own) for own in (view.weights @ queries.T).T.toarray()])
    rank = features[:, _GIST].sum(axis=1) + likeness @ _RANKED_BY
    rank[:, ~layout.quotable] = -np.inf
    rows = [row for row in _best_rows(rank, kept) if layout.quotable[row]]
    return Proposals(
        tuple(layout.sentences[row] for row in rows),
        tuple(_before(layout, row) for row in rows),
        view.weights[rows],
        features[rows],
        likeness[:, rows],
        rank[:, rows],
    )


def pooled(proposals: Iterable[Proposals], kept: int = KEPT) -> Proposals:
    """Return the `kept` best for each theme of all partitions, given in the corpus's order."""
    parts = tuple(proposals)
    together = Proposals(
        tuple(one for part in parts for one in part.sentences),
        tuple(one for part in parts for one in part.before),
        vstack([part.weights for part in parts]).tocsr(),
        np.concatenate([part.general for part in parts]),
        np.concatenate([part.likeness for part in parts], axis=1),
        np.concatenate([part.rank for part in parts], axis=1),
    )
    return together.best(kept)


def _best_rows(rank: Floats, kept: int) -> list[int]:
    """Return the rows that are among the `kept` best of any theme; of equals, the first stand."""
    best = np.argsort(-rank, axis=1, kind="stable")[:, :kept]
    return [int(row) for row in np.unique(best)]


def _around(layout: Layout, own: Floats) -> Floats:
    """Return a theme's likeness to sentences, their neighbours and headings: (sentences, 3)."""
    neighbours = (_lent(own, layout.before) + _lent(own, layout.after)) / 2
    return np.column_stack([own, neighbours, _lent(own, layout.heading)])


def _lent(values: Floats, rows: Integers) -> Floats:
    return np.where(rows >= 0, values[rows], 0.0)


def _before(layout: Layout, row: int) -> Sentence | None:
    """Return the sentence before `row` in its block."""
    return layout.sentences[row - 1] if layout.position[row] else None
