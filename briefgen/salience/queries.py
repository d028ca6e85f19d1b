"""What a theme asks for, as a vector of its terms in every form that the corpus has.

Where terms are no stems, a text may say `mobilised` to who asks for `mobilisation`. Forms of a term
count as one, as frequent as they are together, so that a sentence is as near by any of them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, vstack

from briefgen.language import forms, terms
from briefgen.model import Theme
from briefgen.salience.counts import Statistics
from briefgen.salience.features import Floats, inverse_frequency, placed, rarity
from briefgen.salience.grams import Integers, Said, numbered, paired

_LOOSE = 0.3
"""What a word of a longer keyword counts when the rest of the keyword does not stand beside it."""

_FREE = 0.5
"""What a theme's description counts beside its keywords."""


class _Term(NamedTuple):
    """A term that is asked for so many times: the columns of its forms, and what it is worth."""

    columns: Integers
    is_word: bool
    times: int
    rarity: float
    frequency: int


def queries(
    themes: Sequence[Theme], statistics: Statistics, languages: Sequence[str]
) -> csr_matrix:
    """Return what each theme asks for as TF-IDF of length one, weighted: (themes, columns).

    Nobody says which language a theme is in, so it is read in each of the corpus's `languages`; a
    reading that the corpus does not have weighs nothing.
    """
    return vstack([csr_matrix(_query(one, statistics, languages)) for one in themes]).tocsr()


def _query(theme: Theme, statistics: Statistics, languages: Sequence[str]) -> Floats:
    """Return one theme's query: its keywords, and the words of its description: (columns,)."""
    query = np.zeros(len(statistics.columns))
    for keyword in theme.keywords:
        for phrase in _readings(keyword.phrase, languages):
            query += keyword.weight * _keyword(phrase, statistics)
    free = _FREE * sum(one.weight for one in theme.keywords) if theme.keywords else 1.0
    for phrase in _readings(theme.description, languages):
        query += free * _request(phrase, statistics)
    length = np.sqrt(query @ query)
    return query / (length or 1.0)


def _readings(phrase: str, languages: Sequence[str]) -> list[Said]:
    """Return the phrase in each of the `languages` in which it comes to other terms."""
    different: dict[tuple[str, ...], Said] = {}
    for tag in languages:
        different.setdefault(tuple(terms(phrase, tag)), (phrase, tag))
    return list(different.values())


def _keyword(phrase: Said, statistics: Statistics) -> Floats:
    """Return a fixed phrase, whose single words count little for themselves: (columns,)."""
    found = list(_terms(phrase, statistics))
    is_longer = len(terms(*phrase)) > 1
    loose = np.array([_LOOSE if is_longer and one.is_word else 1.0 for one in found])
    worth = np.array([(1 + np.log(one.times)) * one.rarity for one in found])
    return _spread(found, loose * worth / (np.sqrt(worth @ worth) or 1.0), statistics)


def _request(phrase: Said, statistics: Statistics) -> Floats:
    """Return words that are freely put: (columns,).

    They are worth more the more sentences have them, since a request has words beside the point,
    `describe` or `developments`, and what the corpus hardly has would be the rarest.
    """
    found = list(_terms(phrase, statistics))
    worth = np.array(
        [(1 + np.log(one.times)) * one.rarity * np.log1p(one.frequency) for one in found]
    )
    return _spread(found, worth / (np.sqrt(worth @ worth) or 1.0), statistics)


def _terms(phrase: Said, statistics: Statistics) -> Iterator[_Term]:
    """Yield the words of a phrase and their pairs, each once, that the corpus has in any form."""
    text, tag = phrase
    words = terms(text, tag)
    numbers = {word: numbered(forms(word, tag)) for word in words}
    times = Counter[tuple[str, ...]]([*((word,) for word in words), *pairwise(words)])
    for term, count in times.items():
        first, last = numbers[term[0]], numbers[term[-1]]
        is_word = len(term) == 1
        forms_of_it = (
            first if is_word else paired(np.repeat(first, len(last)), np.tile(last, len(first)))
        )
        columns = np.unique(placed(forms_of_it, statistics))
        columns = columns[columns >= 0]
        if len(columns):
            together = int(statistics.sentences[columns].sum())
            frequency = min(together, statistics.total_sentences)
            yield _Term(columns, is_word, count, rarity(frequency, statistics), frequency)


def _spread(found: Sequence[_Term], worth: Floats, statistics: Statistics) -> Floats:
    """Return what each term is worth in the columns of all its forms: (columns,).

    A rarer form weighs more in a sentence, so it counts for less here: the product is the same.
    """
    query = np.zeros(len(statistics.columns))
    usual = inverse_frequency(statistics)
    for one, value in zip(found, worth, strict=True):
        query[one.columns] += value * one.rarity / usual[one.columns]
    return query
