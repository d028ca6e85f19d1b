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
from sklearn.preprocessing import normalize

from briefgen.language import forms_of_each, terms
from briefgen.model import Theme
from briefgen.salience.counts import Statistics
from briefgen.salience.features import rarity, unit
from briefgen.salience.grams import Floats, Integers, Said, numbered, paired

_LOOSE = 0.3
"""What a word of a longer keyword counts when the rest of the keyword does not stand beside it."""

_DESCRIPTION = 0.5
"""What a theme's description counts beside its keywords."""


class _Term(NamedTuple):
    """A word or a pair of words that is asked for so many `times`, where the corpus has it.

    `columns` are those of its forms, `frequency` the sentences that have any.
    """

    columns: Integers
    is_word: bool
    times: int
    frequency: int


class Queries(NamedTuple):
    """What each theme asks for, both of shape (themes, columns).

    `vectors` is TF-IDF of length one, of words and their pairs, to take cosines to; `words` has the
    weights of the single words by themselves, for BM25.
    """

    vectors: csr_matrix
    words: csr_matrix


def queries(themes: Sequence[Theme], statistics: Statistics, languages: Sequence[str]) -> Queries:
    """Return what each theme asks for.

    Nobody says which language a theme is in, so it is read in each of the corpus's `languages`; a
    reading that the corpus does not have weighs nothing.
    """
    return Queries(
        vstack([_query(one, statistics, languages) for one in themes]).tocsr(),
        vstack([_words(one, statistics, languages) for one in themes]).tocsr(),
    )


def _words(theme: Theme, statistics: Statistics, languages: Sequence[str]) -> csr_matrix:
    """Return the words that a theme asks for, each worth the most that asks for it: (1, columns).

    The inverse frequency of a word is ln(1 + (n - f + 0.5) / (f + 0.5)), with its f of n sentences
    (Robertson and Zaragoza, 2009, 3.2).
    """
    share = _DESCRIPTION * max((one.weight for one in theme.keywords), default=0.0) or 1.0
    asked = [*((one.phrase, one.weight) for one in theme.keywords), (theme.description, share)]
    worth = np.zeros(len(statistics.columns))
    for phrase, weight in asked:
        for reading in _readings(phrase, languages):
            for term in _terms(reading, statistics):
                if term.is_word:
                    rest = statistics.total_sentences - term.frequency
                    value = weight * np.log1p((rest + 0.5) / (term.frequency + 0.5))
                    worth[term.columns] = np.maximum(worth[term.columns], value)
    return csr_matrix(worth)


def _query(theme: Theme, statistics: Statistics, languages: Sequence[str]) -> csr_matrix:
    """Return one theme's query: its keywords, and its description, which may be all it has."""
    said = [
        (keyword.weight, _keyword(phrase, statistics))
        for keyword in theme.keywords
        for phrase in _readings(keyword.phrase, languages)
    ]
    share = _DESCRIPTION * sum(one.weight for one in theme.keywords) or 1.0
    said += [(share, _request(one, statistics)) for one in _readings(theme.description, languages)]
    query = csr_matrix((1, len(statistics.columns)))
    for weight, row in said:
        query += weight * row
    return normalize(query)


def _readings(phrase: str, languages: Sequence[str]) -> list[Said]:
    """Return the phrase in each of the `languages` in which it comes to other terms."""
    different: dict[tuple[str, ...], Said] = {}
    for tag in languages:
        different.setdefault(tuple(terms(phrase, tag)), (phrase, tag))
    return list(different.values())


def _keyword(phrase: Said, statistics: Statistics) -> csr_matrix:
    """Return a fixed phrase, whose single words count little for themselves: (1, columns)."""
    found = list(_terms(phrase, statistics))
    is_longer = len(terms(*phrase)) > 1
    loose = np.array([_LOOSE if is_longer and one.is_word else 1.0 for one in found])
    return _spread(found, loose * unit(_worth(found, statistics)), statistics)


def _request(phrase: Said, statistics: Statistics) -> csr_matrix:
    """Return words that are freely put: (1, columns).

    They are worth more the more sentences have them, since a request has words beside the point,
    `describe` or `developments`, and what the corpus hardly has would be the rarest.
    """
    found = list(_terms(phrase, statistics))
    taken_up = np.log1p([one.frequency for one in found])
    return _spread(found, unit(_worth(found, statistics) * taken_up), statistics)


def _terms(phrase: Said, statistics: Statistics) -> Iterator[_Term]:
    """Yield the words of a phrase and their pairs, each once, that the corpus has in any form."""
    text, tag = phrase
    words = terms(text, tag)
    alike = dict(zip(words, forms_of_each(text, tag), strict=True))
    asked = Counter[tuple[str, ...]]([*((word,) for word in words), *pairwise(words)])
    for term, times in asked.items():
        columns = _columns([alike[word] for word in term], statistics)
        if len(columns):
            together = int(statistics.sentences[columns].sum())
            frequency = min(together, statistics.total_sentences)
            yield _Term(columns, len(term) == 1, times, frequency)


def _columns(term: Sequence[Sequence[str]], statistics: Statistics) -> Integers:
    """Return the columns of a word or a pair of words, in all forms that the corpus has."""
    numbers, *others = map(numbered, term)
    for second in others:
        numbers = paired(np.repeat(numbers, len(second)), np.tile(second, len(numbers)))
    places = np.searchsorted(statistics.columns, numbers)
    has = statistics.columns.take(places, mode="clip") == numbers
    return np.unique(places[has])


def _worth(found: Sequence[_Term], statistics: Statistics) -> Floats:
    """Return what each term is worth by sublinear TF-IDF: (terms,)."""
    times = np.array([one.times for one in found])
    frequency = np.array([one.frequency for one in found])
    return np.asarray((1 + np.log(times)) * rarity(frequency, statistics))


def _spread(found: Sequence[_Term], worth: Floats, statistics: Statistics) -> csr_matrix:
    """Return what each term is worth in the columns of all its forms: (1, columns).

    A rarer form weighs more in a sentence, so it counts for less here: the product is the same.
    """
    query = csr_matrix((1, len(statistics.columns)))
    for one, value in zip(found, worth, strict=True):
        usual = rarity(statistics.sentences[one.columns], statistics)
        values = value * rarity(one.frequency, statistics) / usual
        bounds = [0, len(one.columns)]
        query += csr_matrix((values, one.columns, bounds), shape=query.shape)
    return query
