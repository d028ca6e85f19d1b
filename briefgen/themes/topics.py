"""A matrix of excerpts -> topics: non-negative matrix factorisation, and how many there are.

Lee and Seung (1999), Learning the parts of objects by non-negative matrix factorization. The
number is the one whose topics are found again in samples (Greene, O'Callaghan and Cunningham,
2014, How many topics? Stability analysis for topic models) and whose words are met together
(Lau, Newman and Baldwin, 2014, Machine reading tea leaves: normalised mutual information).
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from sklearn.decomposition import NMF
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfTransformer
from threadpoolctl import threadpool_limits

from briefgen.themes.excerpts import Table

FEWEST, MOST = 3, 8
"""How many topics there may be if nobody says how many."""

VOCABULARY = 6000
"""Phrases that are factorised, those in most excerpts."""

TOP = 10
"""Phrases by which a topic is known again."""

SAMPLES, SHARE = 6, 0.8
"""How many samples of the excerpts are factorised beside the whole, and how large they are."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trial:
    """How good so many topics are, each from 0 to about 1.

    `stability` says how much of a topic is found again in samples of the excerpts, `coherence`
    how much its phrases are met together.
    """

    count: int
    stability: float
    coherence: float

    @property
    def worth(self) -> float:
        """What speaks for this number: both, or it is nothing."""
        return self.stability * max(self.coherence, 0.0)


def features(table: Table) -> csr_matrix:
    """Return TF-IDF of the phrases that can tell topics apart: (excerpts, phrases)."""
    return TfidfTransformer().fit_transform(_telling(table))


def _telling(table: Table) -> csr_matrix:
    """Return the columns of words and pairs of words that are neither everywhere nor rare."""
    known = (table.length <= 2) & ~table.everywhere
    places = np.flatnonzero(known)
    commonest = np.argsort(-table.frequency[places], kind="stable")[:VOCABULARY]
    return table.present[:, places[np.sort(commonest)]]


def topics(table: Table, count: int) -> Floats:
    """Return how far each excerpt is about each of `count` topics: (excerpts, topics).

    The rows add up to 1, or to 0 for an excerpt that has none of the phrases.
    """
    shares, strength = _factors(features(table), count)
    shares = shares * strength.sum(axis=1)
    return np.asarray(shares / np.maximum(shares.sum(axis=1, keepdims=True), 1e-12))


def _factors(rows: csr_matrix, count: int) -> tuple[Floats, Floats]:
    """Return the factors of `rows`: (rows, count) and (count, columns)."""
    model = NMF(count, init="nndsvda", solver="cd", tol=1e-3, random_state=0)
    with warnings.catch_warnings(), threadpool_limits(1):  # small matrices; and the same sums
        warnings.simplefilter("ignore", ConvergenceWarning)  # a little further changes no topic
        shares = model.fit_transform(rows)
    return shares, model.components_


def possible(table: Table) -> int:
    """Return how many topics the excerpts have room for, 0 for none."""
    telling = _telling(table)
    return int(min((telling.getnnz(axis=1) > 1).sum() // 3, telling.shape[1] // 6))


def trials(table: Table) -> tuple[Trial, ...]:
    """Return how good each number of topics is, from `FEWEST` to `MOST` where there is room."""
    most = max(min(MOST, possible(table)), 1)
    rows, present = features(table), _telling(table)
    return tuple(_trial(rows, present, count) for count in range(min(FEWEST, most), most + 1))


def best(some: Sequence[Trial]) -> Trial:
    """Return the trial that is worth most; of equals, that with the fewest topics."""
    return max(some, key=lambda one: (round(one.worth, 6), -one.count))


def _trial(rows: csr_matrix, present: csr_matrix, count: int) -> Trial:
    whole = _tops(rows, count)
    again = [_agreement(whole, _tops(rows[sample], count)) for sample in _samples(rows.shape[0])]
    coherence = [_coherence(present, top) for top in whole]
    return Trial(count, round(float(np.mean(again)), 4), round(float(np.mean(coherence)), 4))


def _samples(count: int) -> list[NDArray[np.int64]]:
    lots = np.random.default_rng(0)
    size = max(int(SHARE * count), 1)
    return [np.sort(lots.choice(count, size, replace=False)) for _ in range(SAMPLES)]


def _tops(rows: csr_matrix, count: int) -> list[list[int]]:
    """Return the columns that each topic is known by, the strongest first."""
    strength = _factors(rows, count)[1]
    return [np.argsort(-one, kind="stable")[:TOP].tolist() for one in strength]


def _agreement(some: Sequence[Sequence[int]], others: Sequence[Sequence[int]]) -> float:
    """Return how alike two lists of topics are, each set beside the one of the others it is."""
    likeness = np.array([[_alike(one, other) for other in others] for one in some])
    return float(likeness[linear_sum_assignment(-likeness)].mean())


def _alike(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the mean, over every depth, of what the tops have in common (Greene et al.)."""
    depths = range(1, min(len(one), len(other)) + 1)
    shared = [len({*one[:depth]} & {*other[:depth]}) for depth in depths]
    return float(
        np.mean([some / (2 * depth - some) for depth, some in zip(depths, shared, strict=True)])
    )


def _coherence(present: csr_matrix, top: Sequence[int]) -> float:
    """Return the mean normalised mutual information of the pairs in `top`, from -1 to 1."""
    columns = present[:, top]
    share = (columns.T @ columns).toarray() / present.shape[0]
    pairs = np.triu_indices(len(top), 1)
    both, alone = share[pairs], np.diag(share)
    expected = alone[pairs[0]] * alone[pairs[1]]
    met = both > 0
    value = np.full(len(both), -1.0)
    value[met] = np.log(both[met] / expected[met]) / np.maximum(-np.log(both[met]), 1e-12)
    return float(np.clip(value, -1, 1).mean()) if len(value) else 0.0
