"""The brief as far as it is chosen: what each passage would still add to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefgen.model import Limits, Passage, Rejection, Sentence, SourceRule
from briefgen.pick.coverage import SPREAD, Coverage
from briefgen.pick.heard import Heard, numbered
from briefgen.pick.likeness import REPEAT, Floats
from briefgen.pick.shares import Shares
from briefgen.pick.words import Flags, Integers

KNOWN = 0.54
"""What a sentence as like as can be to a bottom line loses as another, in units of the best score:
the lambda of Carbonell and Goldstein (1998), at 0.65, as a price of likeness."""


class Draft:
    """The passages that may be taken, and those that are; each is known by its index."""

    def __init__(
        self,
        passages: Sequence[Passage],
        reading_on: Sequence[tuple[Passage, str]] = (),
        limits: Limits = Limits(),  # noqa: B008 - frozen
        rules: Mapping[str, SourceRule] | None = None,
    ) -> None:
        """Hold `passages` ready; a sentence may stand in several, for several themes.

        Of two sentences whose first is quoted in the section already, the second is quoted alone
        and reads on. Those `reading_on`, each with why it cannot stand, are taken so or not at all.
        """
        self._refused = [*("" for _ in passages), *(reason for _, reason in reading_on)]
        passages = [*passages, *(one for one, _ in reading_on)]
        self.passages = tuple(passages)
        rows = numbered(passages)
        self._rows = np.array(
            [(rows[one.sentences[0]], rows[one.sentences[-1]]) for one in passages], dtype=np.int64
        ).reshape(-1, 2)
        names = np.array([one.candidate.theme for one in passages], dtype=np.str_)
        self._names, self._themes = np.unique(names, return_inverse=True)
        self._heard = Heard(tuple(rows))
        self._tied = np.array([bool(one) for one in self._refused], dtype=bool)
        self._sentences = np.array([len(one.sentences) for one in passages], dtype=np.int64)
        self._words = np.array([one.words for one in passages], dtype=np.int64)
        self._last_words = np.array(
            [len(one.sentences[-1].text.split()) for one in passages], dtype=np.int64
        )
        self._section = np.full(len(rows), -1)
        self._reads_on = np.zeros(len(passages), dtype=bool)
        self._taken = np.zeros(len(passages), dtype=bool)
        self._scores = np.array([one.candidate.score for one in passages], dtype=np.float64)
        self._best = _best(self._themes, self._scores)
        self._shares = Shares(passages, self._themes, limits.per_source, rules or {})

    @property
    def single(self) -> Flags:
        """Whether each passage is one sentence."""
        return np.asarray(self._sentences == 1)

    @cached_property
    def has_keyword(self) -> Flags:
        """Whether the sentence each passage is taken for has a keyword of its theme whole."""
        return np.array([one.candidate.has_keyword for one in self.passages], dtype=bool)

    def fitting(self, sentences: int | Integers, words: int) -> Flags:
        """Whether each passage has no more than so many sentences and words."""
        short = (self._sentences <= sentences) & (self._words <= words)
        return np.asarray(short & self._shares.room(self._sentences))

    @property
    def can_lead(self) -> Flags:
        """Whether each passage can be a bottom line: one sentence of a source that may lead."""
        room = self._shares.room_in_brief(self._sentences)
        return np.asarray(self.single & self._shares.may_lead & room)

    @property
    def novel(self) -> Flags:
        """Whether each passage is still free, can be read, and repeats nothing that is taken."""
        readable = ~self._tied | self._reads_on
        free = ~self._either(self._heard.needless)
        return np.asarray(readable & free & (self.repetition < REPEAT))

    @property
    def repetition(self) -> Floats:
        """How like each passage is to the nearest sentence that is taken."""
        return self._either(self._heard.repetition)

    @property
    def value(self) -> Floats:
        """What each passage would add to its section; 1 is what the best of its theme did first."""
        return np.asarray(self._coverage.value * self._shares.weight)

    @property
    def leading(self) -> Floats:
        """What each passage would be worth as a bottom line, in units of the score.

        So themes can be compared. It is the score, which is about the theme, less the likeness to
        the bottom lines that are taken; what matters whatever the theme counts no second time.
        """
        known = KNOWN * self._best * self._either(self._heard.topical)
        weight = SPREAD * np.log(self._shares.weight)
        return np.asarray(self._scores + weight - known)

    def at_home(self, wanted: Flags) -> Flags:
        """Whether none of the passages `wanted` has the same sentence for a theme with more use.

        Of equals, all are at home.
        """
        own = self._rows[:, 1]
        highest = np.full(len(self._heard.used), -np.inf)
        np.maximum.at(highest, own[wanted], self._scores[wanted])
        return np.asarray(self._scores >= highest[own])

    def of_theme(self, theme: str) -> Flags:
        """Whether each passage is for `theme`."""
        return np.asarray((self._names == theme)[self._themes])

    def spread(self, numbers: Mapping[str, int]) -> Integers:
        """Return for each passage the number of its theme, 0 if it has none."""
        return np.array([numbers.get(name, 0) for name in self._names], dtype=np.int64)[
            self._themes
        ]

    def sentence(self, index: int) -> int:
        """Return the number of the sentence that a passage is taken for, whatever the theme."""
        return int(self._rows[index, 1])

    def repeating(self, indices: Sequence[int]) -> frozenset[int]:
        """Return those of the passages that repeat another of them."""
        if len(indices) < 2:
            return frozenset()
        rows = self._rows[list(indices)].reshape(-1).tolist()
        alike = self._heard.repeats(rows).reshape(len(indices), 2, len(indices), 2)
        repeats = np.asarray(alike.any(axis=(1, 3)))
        np.fill_diagonal(repeats, val=False)
        return frozenset(index for index, some in zip(indices, repeats, strict=True) if some.any())

    def best(self, *allowed: Flags) -> int | None:
        """Return the passage worth most among those first `allowed` and novel, else among the next.

        Of equals, it is the first; None if none is left.
        """
        for flags in allowed:
            usable = flags & self.novel
            if usable.any():
                return int(np.argmax(np.where(usable, self.value, -np.inf)))
        return None

    def quote(self, index: int) -> Passage:
        """Put a passage into its theme's section and return what is said there."""
        rows = self._rows[index][int(self._reads_on[index]) :]
        self._shares.take(index, len(rows), in_section=True)
        passage = self._put(index)
        self._section[rows] = self._themes[index]
        pair = self._rows[:, 0] != self._rows[:, 1]
        reads_on = pair & (self._section[self._rows[:, 0]] == self._themes)
        new = reads_on & ~self._reads_on
        self._reads_on |= new
        self._sentences[new], self._words[new] = 1, self._last_words[new]
        self._coverage.shorten(new, self._words)
        return passage

    def words(self, index: int) -> int:
        """Return how many words taking a passage adds to the brief."""
        return int(self._words[index])

    def newest(self, index: int, allowed: Flags) -> int:
        """Return the passage on the running matter of one that tells its latest state, or itself.

        It is among those `allowed`, and for the same theme.
        """
        later = self._heard.later(self.sentence(index))
        choices = allowed & self.novel & (self._themes == self._themes[index])
        choices &= later[self._rows[:, 1]]
        if not choices.any():
            return index
        day = np.array([_day(one.candidate.sentence) for one in self.passages])
        return int(np.argmax(np.where(choices, day * 1e6 + self._scores, -np.inf)))

    def take(self, index: int) -> Passage:
        """Put a passage into the brief as a bottom line and return what is said there."""
        self._shares.take(index, 1, in_section=False)
        return self._put(index)

    def _put(self, index: int) -> Passage:
        rows = self._rows[index][int(self._reads_on[index]) :]
        for row in rows.tolist():
            self._heard.take(row)
        self._taken[index] = True
        self._coverage.take(index)
        passage = self.passages[index]
        return replace(passage, sentences=passage.sentences[-len(rows) :])

    def rejections(self) -> list[Rejection]:
        """Return why each passage that was not taken was left."""
        reasons = zip(
            self._either(self._heard.used),
            self.repetition,
            self._shares.room(self._sentences),
            self.at_home(np.ones(len(self.passages), dtype=bool)),
            self.value,
            strict=True,
        )
        return [
            Rejection(
                passage.candidate,
                self._refused[index] or self._heard.why(self.sentence(index)) or _lost_by(*reason),
            )
            for index, (passage, reason) in enumerate(zip(self.passages, reasons, strict=True))
            if not self._taken[index]
        ]

    def _either(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return for each passage the larger of the `values` of the sentences it would add."""
        first = np.where(self._reads_on, self._rows[:, 1], self._rows[:, 0])
        return np.asarray(np.maximum(values[first], values[self._rows[:, 1]]))

    @cached_property
    def _coverage(self) -> Coverage:
        return Coverage(self.passages, self._heard.words, self._rows, self._themes)


def _lost_by(used: bool, repetition: float, has_room: bool, at_home: bool, value: float) -> str:
    if used:
        return "its sentence is taken for another place"
    if repetition >= REPEAT:
        return f"repeats a sentence that is taken (likeness {repetition:.2f})"
    if not has_room:
        return "its source has as many sentences as per_source allows"
    if not at_home:
        return f"found no room, and is worth more to another theme (value {value:.2f})"
    return f"found no room beside what was worth more (value {value:.2f})"


def _day(sentence: Sentence) -> int:
    return sentence.published.toordinal() if sentence.published else 0


def _best(themes: Integers, scores: Floats) -> Floats:
    """Return the best score of each one's theme, or 1 if that is more."""
    best = np.ones(len(scores))
    for theme in np.unique(themes):
        best[themes == theme] = max(scores[themes == theme].max(), 1.0)
    return best
