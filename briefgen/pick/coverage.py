"""What a passage would add to what is taken: the pairs of words that are worth saying, each once.

A pair of neighbouring words is worth what the sentences that say it are, by a softmax of their
scores: so what many good sentences say is said. A passage is worth its new pairs for its length
(greedy coverage under a budget: Gillick and Favre, 2009; Lin and Bilmes, 2010). It is worth more if
it stands beside one taken, since what reads on reads better, and less if its source has been heard.
The more of what is worth saying the other sources have, the more it loses: a source that is alone
fills a section as if there were no such rule, and one that knows most loses little.
"""

from collections.abc import Sequence

import numpy as np
from scipy.special import softmax

from briefgen.model import Passage, Sentence
from briefgen.pick.likeness import Floats
from briefgen.pick.words import Flags, Integers, Words

SPREAD = 0.6
"""The difference of two scores that makes a sentence e times as likely to be worth quoting."""

SHORTEST = 5
"""Words that a shorter sentence is taken to have, so that none wins by being short."""

BESIDE = 1.2
"""Times that a passage is worth more for each sentence beside it, in its block, that is taken."""

AGAIN = 0.75
"""Times that a passage is worth as much for each one of its source that its theme has taken, if all
that is worth saying is in other sources; to the power of their share of it."""


class Coverage:
    """The passages that may be taken, each for one of several themes, and what they would add."""

    def __init__(
        self,
        passages: Sequence[Passage],
        words: Words,
        rows: Integers,
        themes: Integers,
    ) -> None:
        """Count the pairs of each passage.

        `rows`, shape (passages, 2), has the first and the last sentence of each passage by its
        place in `words`, and `themes` the number of its theme.
        """
        said = words.pairs()
        both = said[rows[:, 0]].maximum(said[rows[:, 1]]).tocoo()
        self._passage, self._pair = both.row, both.col
        asked = themes[self._passage] * said.shape[1] + self._pair
        slots, self._slot = np.unique(asked, return_inverse=True)
        self._said = np.zeros(said.shape[1], dtype=bool)
        self._pair_of = slots % said.shape[1]
        scores = np.array([one.candidate.score for one in passages], dtype=np.float64)
        shares = _shares(scores, themes)
        self._worth = np.bincount(self._slot, shares[self._passage], len(slots))
        lengths = np.array([one.words for one in passages], dtype=np.float64)
        self._lengths = np.maximum(lengths, SHORTEST)
        self._bonus = np.ones(len(passages))
        self._beside = _beside(passages)
        self._sources = _sources(passages, themes)
        held = np.bincount(self._sources, shares).astype(np.float64)
        self._again = AGAIN ** _variety(held, self._sources, themes)
        self._best = self._most(themes)

    @property
    def value(self) -> Floats:
        """What each passage would add for its length; 1 is what the best of its theme did first."""
        return np.asarray(self._gain() * self._bonus / self._best)

    def take(self, index: int) -> None:
        """Let the pairs of a passage count as said, whatever the theme."""
        self._said[self._pair[self._passage == index]] = True
        self._worth[self._said[self._pair_of]] = 0.0
        self._bonus[self._beside[index]] *= BESIDE
        self._bonus[self._sources == self._sources[index]] *= self._again[index]

    def shorten(self, passages: Flags, words: Integers) -> None:
        """Let the `passages` have as many `words` as is given for each."""
        self._lengths[passages] = np.maximum(words[passages], SHORTEST)

    def _gain(self) -> Floats:
        gained = np.bincount(self._passage, self._worth[self._slot], len(self._lengths))
        return np.asarray(gained / self._lengths)

    def _most(self, themes: Integers) -> Floats:
        """Return, for each passage, what the best of its theme adds, or 1 if that is nothing."""
        gain = self._gain()
        best = np.zeros(themes.max(initial=0) + 1)
        np.maximum.at(best, themes, gain)
        return np.where(best > 0, best, 1.0)[themes]


def _shares(scores: Floats, themes: Integers) -> Floats:
    """Return the softmax of the scores of each theme."""
    found = np.zeros(len(scores))
    for theme in np.unique(themes):
        own = themes == theme
        found[own] = softmax(scores[own] / SPREAD)
    return found


def _variety(held: Floats, sources: Integers, themes: Integers) -> Floats:
    """Return the diversity of the sources of each passage's theme: 1 less the squares of `held`.

    (Simpson, 1949, Measurement of diversity.) It is 0 where there is one, and near 1 where many
    have the same share of what is worth saying.
    """
    theme = np.zeros(len(held), dtype=np.int64)
    theme[sources] = themes
    return np.asarray(1.0 - np.bincount(theme, held**2)[themes])


def _sources(passages: Sequence[Passage], themes: Integers) -> Integers:
    """Return the number of each passage's document, another one for each theme."""
    documents = [one.candidate.sentence.document for one in passages]
    names, source = np.unique(documents, return_inverse=True)
    return np.asarray(np.unique(themes * (len(names) + 1) + source, return_inverse=True)[1])


def _beside(passages: Sequence[Passage]) -> Sequence[Sequence[int]]:
    """Return, for each passage, the places of those of its theme beside it in its block."""
    place: dict[tuple[str, Sentence], int] = {
        (one.candidate.theme, one.candidate.sentence): index for index, one in enumerate(passages)
    }
    found: list[list[int]] = [[] for _ in passages]
    for index, one in enumerate(passages):
        before = one.candidate.before
        if before and (other := place.get((one.candidate.theme, before))) is not None:
            found[index].append(other)
            found[other].append(index)
    return found
