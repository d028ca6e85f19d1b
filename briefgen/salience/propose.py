"""Second pass: a partition and the whole corpus's statistics -> its best sentences per theme.

What is proposed depends on the statistics alone, never on what else is in the partition, so the
pool of all proposals is the same however the corpus is cut.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

import numpy as np
from scipy.sparse import csr_matrix, vstack

from briefgen.salience.bm25 import bm25
from briefgen.salience.counts import Statistics
from briefgen.salience.features import View, centroid, depth, general, leads
from briefgen.salience.grams import Floats, Integers
from briefgen.salience.layout import Layout
from briefgen.salience.queries import Queries
from briefgen.salience.tally import Tally

KEPT = 1000
"""Sentences proposed for each theme."""

_GIST = {centroid: 1.0, leads: 1.0, depth: -0.05}
_RANKED_BY = np.array([2.0, 0.5, 0.5])


@dataclass(frozen=True, slots=True, eq=False)
class Proposals:
    """Sentences worth weighing, in the corpus's order, an entry each in every array.

    `sentence` is a sentence's number in the corpus, from 0. `likeness` has shape (themes,
    sentences, 3): the cosine to the theme's keywords of the sentence itself, of its neighbours
    and of its heading. `route` is how far its document answers the theme by BM25,
    and `rank` what it is proposed by, both of shape (themes, sentences).
    """

    sentence: Integers
    weights: csr_matrix
    general: Floats
    likeness: Floats
    route: Floats
    rank: Floats

    def best(self, kept: int) -> "Proposals":
        """Return the `kept` best for each theme."""
        rows = _best_rows(self.rank, kept)
        return Proposals(
            self.sentence[rows],
            self.weights[rows],
            self.general[rows],
            self.likeness[:, rows],
            self.route[:, rows],
            self.rank[:, rows],
        )


def propose(
    tally: Tally, first: int, statistics: Statistics, queries: Queries, kept: int = KEPT
) -> Proposals:
    """Return the `kept` best sentences of a partition for each of the `queries`.

    `first` is the number of the partition's first sentence in the corpus.
    """
    view = View.of(tally, statistics)
    layout = view.layout
    likeness = np.stack(
        [_around(layout, own) for own in (view.weights @ queries.vectors.T).T.toarray()]
    )
    gist = np.sum([worth * feature(view) for feature, worth in _GIST.items()], axis=0)
    rank = gist + (likeness * _RANKED_BY).sum(axis=2)
    rank[:, ~tally.whole] = -np.inf
    best = _best_rows(rank, kept)
    rows = best[tally.whole[best]]
    seen = view.at(rows)
    return Proposals(
        first + rows,
        seen.weights,
        general(seen),
        likeness[:, rows],
        bm25(tally, statistics, queries.words)[:, layout.document[rows]],
        rank[:, rows],
    )


def pooled(proposals: Iterable[Proposals], kept: int = KEPT) -> Proposals:
    """Return the `kept` best for each theme of all partitions, given in the corpus's order."""
    return reduce(lambda one, other: _together(one, other).best(kept), proposals)


def _together(one: Proposals, other: Proposals) -> Proposals:
    return Proposals(
        np.concatenate([one.sentence, other.sentence]),
        vstack([one.weights, other.weights]).tocsr(),
        np.concatenate([one.general, other.general]),
        np.concatenate([one.likeness, other.likeness], axis=1),
        np.concatenate([one.route, other.route], axis=1),
        np.concatenate([one.rank, other.rank], axis=1),
    )


def _best_rows(rank: Floats, kept: int) -> Integers:
    """Return the rows that are among the `kept` best of any theme; of equals, the first stand."""
    best = [_best(one, min(kept, rank.shape[1])) for one in rank]
    return np.flatnonzero(np.bincount(np.concatenate(best)))


def _best(rank: Floats, kept: int) -> Integers:
    near = np.flatnonzero(rank >= np.partition(rank, -kept)[-kept])
    return near[np.argsort(-rank[near], kind="stable")[:kept]]


def _around(layout: Layout, own: Floats) -> Floats:
    """Return a theme's likeness to sentences, their neighbours and headings: (sentences, 3)."""
    neighbours = (_lent(own, layout.before) + _lent(own, layout.after)) / 2
    return np.column_stack([own, neighbours, _lent(own, layout.heading)])


def _lent(values: Floats, rows: Integers) -> Floats:
    return np.where(rows >= 0, values[rows], 0.0)
