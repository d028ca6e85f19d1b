"""Which texts have a keyword whole: its words side by side, in any form that their language has."""

from collections.abc import Iterable, Sequence
from functools import cache, cached_property, partial

import numpy as np

from briefgen.language import stemmed
from briefgen.model import Sentence
from briefgen.salience.grams import Floats


class Texts:
    """The texts of sentences, read by their stems once somebody asks for a phrase."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        """Hold the `sentences` ready."""
        self._sentences = tuple(sentences)

    def having(self, phrases: Iterable[str]) -> Floats:
        """Return 1 for each text that has one of the phrases whole, else 0: (texts,)."""
        every = tuple(phrase for phrase in phrases if phrase.strip())
        if not every:
            return np.zeros(len(self._sentences))
        spelt = cache(partial(_with_content, every))
        has = (
            any(phrase in text for phrase in spelt(one.language))
            for one, text in zip(self._sentences, self._spelt, strict=True)
        )
        return np.fromiter(has, dtype=np.float64, count=len(self._sentences))

    @cached_property
    def _spelt(self) -> Sequence[str]:
        return [_spelt(one.text, one.language) for one in self._sentences]


def _with_content(phrases: Sequence[str], tag: str) -> list[str]:
    """Return the `phrases` that have content in the language with this tag, by their stems."""
    return [one for one in (_spelt(phrase, tag) for phrase in phrases) if one.strip()]


def _spelt(text: str, tag: str) -> str:
    """Return the stems of `text` between spaces, so that a phrase is found whole."""
    return f" {' '.join(stemmed(text, tag))} "
