"""The brief as far as it is chosen: what each passage would still add to it."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from briefgen.model import Passage, Rejection, Sentence
from briefgen.pick.likeness import REPEAT, Floats, Likeness

RELEVANCE = 0.65
"""What a passage's own worth counts beside its novelty: the lambda of Carbonell and Goldstein."""

SAME_SOURCE = 0.12
"""What a passage loses for each one of its theme that is already taken from its source."""

WORTHWHILE = -0.12
"""What a passage must add to be worth a reader's time in a section."""

Flags = NDArray[np.bool_]


class Draft:
    """The passages that may be taken, and those that are; each is known by its index."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Hold `passages` ready; a sentence may stand in several, for several themes."""
        self.passages = tuple(passages)
        rows = _numbered(passages)
        self._rows = np.array(
            [(rows[one.sentences[0]], rows[one.sentences[-1]]) for one in passages], dtype=np.int64
        ).reshape(-1, 2)
        self._themes = np.array([one.candidate.theme for one in passages])
        self._sources = np.array([one.candidate.sentence.document for one in passages])
        self._said = tuple(rows)
        self._sentences = np.array([len(one.sentences) for one in passages], dtype=np.int64)
        self._words = np.array([one.words for one in passages], dtype=np.int64)
        self._topical = np.zeros(len(rows))
        self._any = np.zeros(len(rows))
        self._used = np.zeros(len(rows), dtype=bool)
        self._taken = np.zeros(len(passages), dtype=bool)
        self._crowding = np.zeros(len(passages))
        self._worth = _worth(self._themes, np.array([one.candidate.score for one in passages]))

    @property
    def single(self) -> Flags:
        """Whether each passage is one sentence."""
        return np.asarray(self._sentences == 1)

    @property
    def worthwhile(self) -> Flags:
        """Whether each passage adds enough for a section."""
        return self.value > WORTHWHILE

    def fitting(self, sentences: int, words: int) -> Flags:
        """Whether each passage has no more than so many sentences and words."""
        return np.asarray((self._sentences <= sentences) & (self._words <= words))

    @property
    def novel(self) -> Flags:
        """Whether each passage is still free and repeats nothing that is taken."""
        return np.asarray(~self._used[self._rows].any(axis=1) & (self.repetition < REPEAT))

    @property
    def repetition(self) -> Floats:
        """How like each passage is to the nearest sentence that is taken."""
        return np.asarray(self._any[self._rows].max(axis=1))

    @property
    def value(self) -> Floats:
        """What each passage would add: its worth, less what is known and its source's share."""
        known = self._topical[self._rows].max(axis=1)
        return np.asarray(RELEVANCE * self._worth - (1 - RELEVANCE) * known - self._crowding)

    def of_theme(self, theme: str) -> Flags:
        """Whether each passage is for `theme`."""
        return np.asarray(self._themes == theme)

    def best(self, allowed: Flags) -> int | None:
        """Return the passage worth most among those `allowed` and novel; of equals, the first."""
        usable = allowed & self.novel
        if not usable.any():
            return None
        return int(np.argmax(np.where(usable, self.value, -np.inf)))

    def take(self, index: int) -> Passage:
        """Put a passage into the brief and return it."""
        rows = self._rows[index]
        topical, either = self._likeness.to(rows)
        self._topical = np.maximum(self._topical, topical)
        self._any = np.maximum(self._any, either)
        self._used[rows] = True
        self._taken[index] = True
        same = self._sources == self._sources[index]
        self._crowding += SAME_SOURCE * (same & self.of_theme(self._themes[index]))
        return self.passages[index]

    def rejections(self) -> list[Rejection]:
        """Return why each passage that was not taken was left."""
        used = np.asarray(self._used[self._rows].any(axis=1))
        repetition, value = self.repetition, self.value
        return [
            Rejection(
                self.passages[index].candidate,
                _lost_by(used[index], repetition[index], value[index]),
            )
            for index in np.flatnonzero(~self._taken).tolist()
        ]

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness.among(self._said)


def _lost_by(used: bool, repetition: float, value: float) -> str:
    if used:
        return "its sentence is taken for another place"
    if repetition >= REPEAT:
        return f"repeats a sentence that is taken (likeness {repetition:.2f})"
    if value <= WORTHWHILE:
        return f"adds too little to what is taken (value {value:.2f})"
    return f"found no room beside what was worth more (value {value:.2f})"


def _numbered(passages: Sequence[Passage]) -> dict[Sentence, int]:
    numbers: dict[Sentence, int] = {}
    for one in passages:
        for sentence in one.sentences:
            numbers.setdefault(sentence, len(numbers))
    return numbers


def _worth(themes: NDArray[np.str_], scores: Floats) -> Floats:
    """Return the scores of each theme as shares of its best, or of 1 if that is more."""
    worth = np.zeros(len(scores))
    for theme in np.unique(themes):
        own = scores[themes == theme]
        worth[themes == theme] = own / max(own.max(), 1.0)
    return worth
