"""What is taken into a brief, and what that makes needless: repeats, retellings, earlier states."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from briefgen.model import Passage, Sentence
from briefgen.pick.likeness import REPEAT, Floats, Likeness
from briefgen.pick.matters import Matters
from briefgen.pick.words import Flags, Words

SHOWN = 60
"""Characters of the sentence that another is superseded by, in the reason."""


class Heard:
    """Sentences, each known by its row, and which of them are said already in any way."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        """Begin with nothing taken."""
        self._sentences = tuple(sentences)
        self.used: Flags = np.zeros(len(self._sentences), dtype=bool)
        """Whether each is taken."""
        self.topical: Floats = np.zeros(len(self._sentences))
        """How like each is to the nearest one taken, by topic."""
        self.repetition: Floats = np.zeros(len(self._sentences))
        """How like each is to the nearest one taken, in any way."""
        self._retold: Flags = np.zeros(len(self._sentences), dtype=bool)
        self._later: dict[int, int] = {}

    @cached_property
    def words(self) -> Words:
        """The words of the sentences."""
        return Words.of(self._sentences)

    @cached_property
    def likeness(self) -> Likeness:
        """How much alike the sentences are."""
        return Likeness.among(self.words)

    @cached_property
    def _matters(self) -> Matters:
        return Matters(self._sentences)

    @property
    def needless(self) -> Flags:
        """Whether each is taken, tells an event that one taken tells, or an earlier state."""
        flags = self.used | self._retold
        flags[list(self._later)] = True
        return flags

    def take(self, row: int) -> None:
        """Take the sentence in `row`, and note what repeats, retells or precedes it."""
        self.used[row] = True
        topical, either = self.likeness.to([row])
        self.topical = np.maximum(self.topical, topical)
        either[self._matters.marked_apart(row)] = 0.0
        self.repetition = np.maximum(self.repetition, either)
        self._retold |= self._matters.retold(row, topical)
        earlier = np.flatnonzero(self._matters.superseded(row, topical)).tolist()
        self._later.update(dict.fromkeys(earlier, row))

    def later(self, row: int) -> Flags:
        """Return which sentences tell a later state of the matter that the one in `row` is on."""
        return self._matters.later(row, self.likeness.to([row])[0])

    def why(self, row: int) -> str:
        """Return what that is taken makes the sentence in `row` needless, or nothing."""
        if self.used[row]:
            return "its sentence is taken for another place"
        if row in self._later:
            later = self._sentences[self._later[row]]
            return f"superseded by {later.document} of {later.published}: {later.text[:SHOWN]}"
        if self._retold[row]:
            return "tells an event that a sentence taken tells"
        return ""

    def repeats(self, rows: Sequence[int]) -> Flags:
        """Return which of the pairs of `rows`, (rows, rows), say the same."""
        return np.asarray(self.likeness.within(rows) >= REPEAT)


def numbered(passages: Sequence[Passage]) -> dict[Sentence, int]:
    """Return the sentences of all passages, each with its row, in the order they are met."""
    numbers: dict[Sentence, int] = {}
    for one in passages:
        for sentence in one.sentences:
            numbers.setdefault(sentence, len(numbers))
    return numbers
