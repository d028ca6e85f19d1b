"""Which sentences hold which phrases whole, as keywords and exclusions are read everywhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from briefgen.language import stemmed
from briefgen.model import Sentence
from briefgen.salience.grams import Floats

Rows = Mapping[str, tuple[int, ...]]
"""A phrase as it was written, and the places of the sentences that hold it."""

Opening = Mapping[str, Sequence[tuple[str, Sequence[str]]]]
"""The first stem of phrases, and each of them with all its stems."""


def holding(sentences: Sequence[Sentence], phrases: Iterable[str]) -> Rows:
    """Return which of the `sentences` hold each phrase whole.

    A phrase is held whole where its words, in any form that the sentence's language has of them,
    stand one after the other, whatever small words and signs are between them.
    """
    rows: dict[str, list[int]] = {phrase: [] for phrase in phrases}
    if not rows:
        return {}

    @cache
    def read(tag: str) -> Opening:
        return _opening(rows, tag)

    for row, one in enumerate(sentences):
        for phrase in _held(stemmed(one.text, one.language), read(one.language)):
            rows[phrase].append(row)
    return {phrase: tuple(found) for phrase, found in rows.items()}


def having(rows: Rows, phrases: Iterable[str], sentences: int) -> Floats:
    """Return 1 for each of so many `sentences` that holds a phrase, else 0: (sentences,)."""
    found = np.zeros(sentences)
    for phrase in phrases:
        found[list(rows[phrase])] = 1.0
    return found


def _opening(phrases: Iterable[str], tag: str) -> Opening:
    found: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for phrase in phrases:
        words = stemmed(phrase, tag)
        if words:
            found.setdefault(words[0], []).append((phrase, words))
    return found


def _held(text: Sequence[str], opening: Opening) -> Iterator[str]:
    for word in opening.keys() & set(text):
        for phrase, words in opening[word]:
            if _holds(text, words):
                yield phrase


def _holds(text: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    return any(text[at : at + size] == words for at in range(len(text) - size + 1))
