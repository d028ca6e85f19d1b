"""The pool of proposals -> candidates: feedback, the estimator's score, and its reasons."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

import numpy as np
from scipy.sparse import csr_matrix

from briefgen.language import terms
from briefgen.model import Candidate, Theme
from briefgen.salience.counts import Integers
from briefgen.salience.estimator import LinearSalience
from briefgen.salience.features import GENERAL, Floats
from briefgen.salience.propose import Proposals
from briefgen.salience.reasons import reasons

FEEDBACK = 20
"""Sentences nearest to the keywords that are taken to speak for a theme."""

ON_THEME = 0.05
"""Likeness to a theme below which a sentence without a keyword of it is about something else."""

FEATURES = (*GENERAL, "query", "neighbours", "heading", "feedback")

FALLBACK = MappingProxyType(
    {
        "centroid": 0.3,
        "leads": 0.5,
        "early": 0.3,
        "support": 0.2,
        "coverage": 0.2,
        "opens_block": 0.3,
        "lead_place": 0.2,
        "brevity": -0.3,
        "capitals": -0.1,
        "digits": -0.1,
        "quotation": -0.2,
        "query": 0.8,
        "neighbours": 0.1,
        "heading": 0.2,
        "feedback": 0.8,
    }
)
"""What a standard deviation of each feature is worth; the others are worth nothing."""


def candidates(
    pool: Proposals, themes: Sequence[Theme], queries: csr_matrix, columns: Integers
) -> tuple[Candidate, ...]:
    """Return the sentences of `pool` that fit each theme, scored, each theme's best first.

    `queries` has shape (themes, columns), and `columns` the hash of each of these columns.
    """
    return tuple(
        candidate
        for index, theme in enumerate(themes)
        for candidate in _of_theme(pool, theme, index, queries[index], columns)
    )


def _of_theme(
    pool: Proposals, theme: Theme, index: int, query: csr_matrix, columns: Integers
) -> Iterator[Candidate]:
    wider = _fed_back(pool, index, query)
    feedback = pool.weights @ wider
    features = np.column_stack([pool.general, pool.likeness[index], feedback])
    salience = LinearSalience([FALLBACK.get(name, 0.0) for name in FEATURES]).fit(features)
    contributions = salience.contributions(features)
    scores = contributions.sum(axis=1)
    rows = sorted(_fitting(theme, pool, index, feedback), key=lambda row: -scores[row])
    sentences = [pool.sentences[row] for row in rows]
    why = reasons(sentences, pool.weights[rows], wider, columns)
    for row, sentence, terms_of_it in zip(rows, sentences, why, strict=True):
        yield Candidate(
            sentence,
            theme.id,
            float(scores[row]),
            _named(contributions[row]),
            terms_of_it,
            pool.before[row],
        )


def _fed_back(pool: Proposals, index: int, query: csr_matrix) -> Floats:
    """Return the query widened by what its nearest sentences say (Rocchio, 1971): (columns,)."""
    own = pool.likeness[index, :, 0]
    nearest = np.argsort(-own, kind="stable")[:FEEDBACK]
    wider = query.toarray()[0] + np.asarray(own[nearest] @ pool.weights[nearest]) / (
        own[nearest].sum() or 1.0
    )
    length = np.linalg.norm(wider)
    return wider / length if length else wider


def _fitting(theme: Theme, pool: Proposals, index: int, feedback: Floats) -> list[int]:
    """Return the rows that say something on the theme and nothing it excludes."""
    own = pool.likeness[index, :, 0]
    near = (own > 0) | (feedback >= ON_THEME) | (not theme.keywords)
    unwanted = tuple(_spelt(phrase) for phrase in theme.exclusions)
    return [
        int(row)
        for row in np.flatnonzero(near)
        if not any(phrase in _spelt(pool.sentences[row].text) for phrase in unwanted)
    ]


def _spelt(text: str) -> str:
    """Return the content words of `text` between spaces, so that a phrase is found whole."""
    return f" {' '.join(terms(text))} "


def _named(contributions: Floats) -> dict[str, float]:
    return {
        name: float(value)
        for name, value in zip(FEATURES, contributions, strict=True)
        if value
    }
