"""The pool of proposals -> candidates: feedback, the estimator's score, and its reasons."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from briefgen.model import KEYWORD, OF_THEME, Candidate, Sentence, Theme
from briefgen.salience.estimator import LinearSalience
from briefgen.salience.features import unit
from briefgen.salience.fitting import fitting
from briefgen.salience.grams import Flags, Floats, Integers
from briefgen.salience.layout import LONG
from briefgen.salience.matching import having, holding
from briefgen.salience.passes import Survey, Told
from briefgen.salience.propose import Proposals
from briefgen.salience.reasons import Reasons, reasons
from briefgen.salience.weights import ARTICLE, FEATURES, USUAL, Weights, context

FEEDBACK = 20
"""Sentences nearest to the keywords that at most are taken to speak for a theme."""

FEEDBACK_SHARE = 0.2
"""The share of the pool that at most is taken to speak for a theme."""

LIKENESS = np.array([0.14 if name in OF_THEME else 0.0 for name in FEATURES])
"""What likeness to the keywords is worth on top wherever the corpus is no article, since it was
learnt from such alone."""

ROUTED = 0.3
"""How far a document must answer a theme, beside the one that does best, to be about it."""

BESIDE_KEYWORDS = 0.25
"""The share of `LIKENESS` that is left where a keyword stands whole in some sentence."""

WHOLE = 0.7
"""What a keyword that stands whole is worth on top; to `gist`, as far as this is no article."""

PARTS = (*FEATURES, KEYWORD)
"""What a score is the sum of."""

_CENTROID, _LEADS, _OPENS = map(FEATURES.index, ("centroid", "leads", "opens"))

_LONG = np.log2(LONG)
"""What `opens` is for a sentence that opens a long block."""

_COMMA = re.compile("[,\N{ARABIC COMMA}]")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The pool weighed for one theme.

    `query` is the theme's widened query (columns,), `likeness` each sentence's cosine to it,
    `routed` whether it is of a document about the theme, and `contributions` what each of `PARTS`
    adds to its score: (sentences, parts).
    """

    query: Floats
    likeness: Floats
    routed: Flags
    contributions: Floats

    @property
    def scores(self) -> Floats:
        """The salience of each sentence."""
        return np.asarray(self.contributions.sum(axis=1))


class Described(NamedTuple):
    """What is known of sentences for a theme, before it is weighed.

    `query` is the theme's widened query (columns,), `likeness` each sentence's cosine to it,
    `features` has shape (sentences, features), and `routed` says which sentences are of a document
    about the theme.
    """

    query: Floats
    likeness: Floats
    features: Floats
    routed: Flags


def candidates(found: Survey, themes: Sequence[Theme], weights: Weights) -> tuple[Candidate, ...]:
    """Return the sentences found that fit each theme, scored, each theme's best first."""
    weighed_for: list[Candidate] = []
    keywords = {theme.id: [keyword.phrase for keyword in theme.keywords] for theme in themes}
    phrases = [one for theme in themes for one in (*keywords[theme.id], *theme.exclusions)]
    held, count = holding(_sentences(found), phrases), len(found.told)
    for index, theme in enumerate(themes):
        whole = having(held, keywords[theme.id], count)
        result = weighed(found, index, weights, whole)
        unwanted = having(held, theme.exclusions, count)
        fits = fitting(_documents(found), result.likeness, result.routed, whole)
        rows = _best_first(result, np.flatnonzero(fits & (unwanted == 0)).tolist())
        about = [found.told[row][0] for row in rows]
        columns = found.statistics.columns
        said = [(one.text, one.language) for one in about]
        why = reasons(said, found.pool.weights[rows], result.query, columns)
        weighed_for.extend(_candidates(found, theme.id, result, rows, why))
    return tuple(weighed_for)


def asked(words: str) -> Theme:
    """Return the theme that any `words` ask for; if they have no content, it is anything."""
    return Theme("asked", words, (), words)


def gist(found: Survey, theme: Theme, weights: Weights) -> tuple[Candidate, ...]:
    """Return every sentence found, scored for the one `theme`, the best first.

    Its keywords are the phrases of its description, between commas.
    """
    phrases = _COMMA.split(theme.description) if theme.description else ()
    whole = having(holding(_sentences(found), phrases), phrases, len(found.told))
    result = weighed(found, 0, weights, whole, 1 - float(context(found.statistics)[ARTICLE]))
    rows = _best_first(result, range(len(found.told)))
    return tuple(_candidates(found, theme.id, result, rows, repeat((), len(rows))))


def weighed(
    found: Survey, index: int, weights: Weights, whole: Floats, on_top: float = 1.0
) -> Weighed:
    """Return the pool weighed for the theme with this `index`.

    `whole` is 1 for the sentences with a keyword whole, 0 for the others: (sentences,). `on_top` is
    the share of what is added to what was learnt.
    """
    known = described(found, index)
    more = LIKENESS * (BESIDE_KEYWORDS if whole.any() else 1.0)
    shares = shares_for(found, index)
    worth = weights.coefficients(FEATURES, shares) + on_top * more
    contributions = [
        salience(known.features, worth, shares),
        on_top * WHOLE * whole,
    ]
    return Weighed(known.query, known.likeness, known.routed, np.column_stack(contributions))


def shares_for(found: Survey, index: int) -> Floats:
    """Return how far each of `CONTEXTS` holds for the theme with this `index`: (contexts,)."""
    return context(found.statistics, bool(found.queries.words[index].nnz))


def salience(features: Floats, worth: Floats, shares: Floats) -> Floats:
    """Return what each feature adds to each sentence's score: (sentences, features).

    `worth` is what a standard deviation of each is worth: (features,). `shares` are how far each of
    `CONTEXTS` holds for the corpus.
    """
    estimator = LinearSalience(worth, USUAL, float(shares[ARTICLE]))
    return estimator.fit(features).contributions(features)


def described(found: Survey, index: int) -> Described:
    """Return what is known of the sentences found for the theme with this `index`."""
    pool = found.pool
    routed = _routed(pool.route[index])
    wider = _fed_back(pool, index, found.queries.vectors[index])
    likeness = np.asarray(pool.weights @ wider)
    own = pool.general.copy()
    if not routed.all():
        own[:, _CENTROID] = pool.weights @ _centroid(pool.weights[routed])
        own[:, _LEADS] = pool.weights @ _centroid(pool.weights[routed & (own[:, _OPENS] >= _LONG)])
    asked = pool.likeness[index, :, 0]
    dated = _dated(found.told)
    features = np.column_stack([own, *dated, asked, likeness])
    return Described(wider, likeness, features, routed)


def _routed(route: Floats) -> Flags:
    """Return whether each sentence is of a document that is about the theme; of all if none is."""
    return np.asarray(route >= ROUTED * route.max(initial=0.0))


def _centroid(weights: csr_matrix) -> Floats:
    """Return the sum of the rows at length one: (columns,)."""
    return unit(np.asarray(weights.sum(axis=0)).ravel())


def _dated(told: Sequence[Told]) -> tuple[Floats, Floats]:
    """Return, of each sentence, its recency and whether it is of the first day there is.

    Recency is 0 on the last day and falls by 1 as the days since double. What has no date is taken
    for as recent as the others are on the average; if nothing has, there is nothing to tell.
    """
    days = [sentence.published.toordinal() for sentence, _ in told if sentence.published]
    if not days:
        return np.zeros(len(told)), np.zeros(len(told))
    known = np.array([bool(sentence.published) for sentence, _ in told])
    recency, origin = np.zeros(len(told)), np.zeros(len(told))
    recency[known] = -np.log2(1 + max(days) - np.array(days))
    recency[~known] = recency[known].mean()
    origin[known] = np.array(days) == min(days)
    return recency, origin


def _fed_back(pool: Proposals, index: int, query: csr_matrix) -> Floats:
    """Return the query widened by what its nearest sentences say (Rocchio, 1971): (columns,)."""
    own = pool.likeness[index, :, 0]
    count = min(FEEDBACK, max(3, int(FEEDBACK_SHARE * len(own))))
    nearest = np.argsort(-own, kind="stable")[:count]
    said = own[nearest] @ pool.weights[nearest] / (own[nearest].sum() or 1.0)
    return unit(query.toarray()[0] + np.asarray(said))


def _sentences(found: Survey) -> list[Sentence]:
    return [sentence for sentence, _ in found.told]


def _documents(found: Survey) -> Integers:
    """Return the number of each sentence's document."""
    names = [one.document for one in _sentences(found)]
    return np.asarray(np.unique(names, return_inverse=True)[1], dtype=np.int64)


def _best_first(result: Weighed, rows: Iterable[int]) -> list[int]:
    scores = result.scores
    return sorted(rows, key=lambda row: -scores[row])


def _candidates(
    found: Survey, theme: str, result: Weighed, rows: Sequence[int], why: Iterable[Reasons]
) -> Iterator[Candidate]:
    scores, contributions = result.scores.tolist(), result.contributions.tolist()
    for row, named in zip(rows, why, strict=True):
        added = contributions[row]
        features = dict(compress(zip(PARTS, added, strict=True), added))
        sentence, before = found.told[row]
        yield Candidate(sentence, theme, scores[row], features, named, before)
