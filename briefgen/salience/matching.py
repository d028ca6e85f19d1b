"""Which sentences hold which phrases whole, as keywords and exclusions are read everywhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import contains

import numpy as np

from briefgen.language import stemmed, stems_of_each
from briefgen.model import Sentence
from briefgen.salience.grams import Floats

Rows = Mapping[str, tuple[int, ...]]
"""A phrase as it was written, and the places of the sentences that hold it."""

Stems = Sequence[Sequence[str]]
"""The stems that each word of a phrase may have, word by word."""

Opening = Mapping[str, Sequence[tuple[str, Stems]]]
"""The first stem of phrases, and each of them with the stems of all its words."""


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
    found: dict[str, list[tuple[str, Stems]]] = {}
    for phrase in phrases:
        words = stems_of_each(phrase, tag)
        for first in words[0] if words else ():
            found.setdefault(first, []).append((phrase, words))
    return found


def _held(text: Sequence[str], opening: Opening) -> Iterator[str]:
    found = {
        phrase
        for word in opening.keys() & set(text)
        for phrase, words in opening[word]
        if _holds(text, words)
    }
    yield from sorted(found)


def _holds(text: Sequence[str], words: Stems) -> bool:
    size = len(words)
    return any(
        all(map(contains, words, text[at : at + size])) for at in range(len(text) - size + 1)
    )
