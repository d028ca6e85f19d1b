"""Which sentences are on one running matter, and which tell one event in other words.

Two sentences with the same names are on one matter if they are fairly alike. If their figures are
the same and their days are near, they tell one event, however it is put; if the figures have moved
and the days differ, the later one tells the later state, and the earlier is superseded. What bears
other identifiers, such as CVE-2026-1 and CVE-2026-2, is never one matter, and repeats nothing.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from briefgen.language import known
from briefgen.model import Sentence
from briefgen.pick.likeness import Floats
from briefgen.pick.words import Flags

NAMES = 2
"""Names that two sentences must have in common to be on one matter: one is the name of the place or
the country that a whole folder is about."""

SHARED_NAMES = 0.5
"""The share of the names of the one with fewer that the other must have."""

SAME_MATTER = 0.25
"""Cosine from which sentences with the same names are on one matter; 0.55 is a repeat whatever the
names (Likeness.REPEAT), and what two sentences on a theme have is about 0.15."""

SAME_EVENT = 0.2
"""The same for sentences with the same names and a figure in common."""

NEAR = 3
"""Days between two reports of one event, at the most: a weekend, and the day after it."""

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_IDENTIFIER = re.compile(r"\b(?=[\w-]*[^\W\d_])(?=[\w-]*\d)\w[\w-]*")
"""A run of letters and digits, with hyphens."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_INSIDE = re.compile(r"(?<=[\w,;:] )\S+")


class Matters:
    """The names, figures and days of some sentences."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        """Take the `sentences`; each is read when it is first compared."""
        self._documents = [one.document for one in sentences]
        self._days = [one.published.toordinal() if one.published else None for one in sentences]
        self._names = cache(lambda row: _names(sentences[row]))
        self._figures = cache(lambda row: _figures(sentences[row].text))
        self._identifiers = cache(lambda row: frozenset(_IDENTIFIER.findall(sentences[row].text)))

    def retold(self, row: int, likeness: Floats) -> Flags:
        """Return which sentences of other documents tell the event that the one in `row` tells.

        `likeness` is the cosine of each to it.
        """
        return self._found(row, likeness >= SAME_EVENT, self._is_same_event)

    def superseded(self, row: int, likeness: Floats) -> Flags:
        """Return which tell an earlier state of the matter that the sentence in `row` is on."""
        return self._found(row, likeness >= SAME_MATTER, self._is_earlier)

    def later(self, row: int, likeness: Floats) -> Flags:
        """Return which tell a later state of the matter that the sentence in `row` is on."""
        return self._found(
            row, likeness >= SAME_MATTER, lambda one, other: self._is_earlier(other, one)
        )

    def marked_apart(self, row: int) -> Flags:
        """Return which sentences bear identifiers, but none that the one in `row` bears."""
        if not self._identifiers(row):
            return np.zeros(len(self._documents), dtype=bool)
        return np.array(
            [self._is_marked_apart(row, other) for other in range(len(self._documents))], dtype=bool
        )

    def _is_marked_apart(self, one: int, other: int) -> bool:
        mine, theirs = self._identifiers(one), self._identifiers(other)
        return bool(mine and theirs) and not mine & theirs

    def _found(self, row: int, near: Flags, test: Callable[[int, int], bool]) -> Flags:
        found = np.zeros(len(near), dtype=bool)
        for other in np.flatnonzero(near).tolist():
            found[other] = other != row and self._is_one_matter(row, other) and test(row, other)
        return found

    def _is_one_matter(self, one: int, other: int) -> bool:
        if self._is_marked_apart(one, other):
            return False
        mine, theirs = self._names(one), self._names(other)
        shared = len(mine & theirs)
        return shared >= NAMES and shared >= SHARED_NAMES * min(len(mine), len(theirs))

    def _is_same_event(self, one: int, other: int) -> bool:
        days = self._days[one], self._days[other]
        if self._documents[one] == self._documents[other]:
            return False
        if days[0] is None or days[1] is None or abs(days[0] - days[1]) > NEAR:
            return False
        return bool(self._figures(one) & self._figures(other))

    def _is_earlier(self, one: int, other: int) -> bool:
        """Whether `other` tells an earlier state than `one`: other figures on an earlier day."""
        mine, theirs = self._figures(one), self._figures(other)
        now, then = self._days[one], self._days[other]
        if now is None or then is None or then >= now:
            return False
        return bool(mine and theirs) and not mine & theirs


def _names(sentence: Sentence) -> frozenset[str]:
    """Return the capitalised words inside a sentence; none where a language has others so too."""
    capital = known(sentence.language).capital
    if capital is None:
        return frozenset()
    words = (one.strip(".,;:()[]“”\"'’") for one in _INSIDE.findall(sentence.text))
    return frozenset(word.removesuffix("’s") for word in words if capital.match(word))


def _figures(text: str) -> frozenset[str]:
    """Return the figures of a text as they are written, years and identifiers left out."""
    plain = _IDENTIFIER.sub(" ", text)
    return frozenset(one for one in _FIGURE.findall(plain) if not _YEAR.fullmatch(one))
