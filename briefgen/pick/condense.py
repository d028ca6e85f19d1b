"""A summary of so many words: the sentences that together say most of what is worth saying.

What is said is counted by pairs of neighbouring words, each once. A pair is worth what the
sentences that say it are, by a softmax of their scores: so what many good sentences say is said.
The sentence whose new pairs are worth most for its length comes next (greedy coverage under a
budget: Gillick and Favre, 2009; Lin and Bilmes, 2010). It comes sooner if it stands beside one
taken, since what reads on reads better, and later if its document has been heard already.
"""

from collections.abc import Callable, Sequence

import numpy as np
from scipy.special import softmax

from briefgen.model import Candidate, Passage, Sentence
from briefgen.pick.draft import Draft
from briefgen.pick.likeness import REPEAT, Floats, Likeness
from briefgen.pick.words import Flags, Integers, Words

SLACK = 15
"""Words by which a summary may be longer than was asked for, rather than cut a sentence."""

SPREAD = 0.6
"""The difference of two scores that makes a sentence e times as likely to be worth quoting."""

SHORTEST = 5
"""Words that a shorter sentence is taken to have, so that none wins by being short."""

LOOKED_AT = 150
"""Candidates that at least are looked at first, however short the summary is: what comes after them
is worth next to nothing, unless they are all alike."""

BESIDE = 1.2
"""Times that a sentence is worth more for each one beside it, in its block, that is taken."""

AGAIN = 0.9
"""Times that a sentence is worth as much for each one of its document that is taken evenly."""

Choice = Callable[[Flags], int | None]
"""Takes, of the candidates allowed, the best that is new, and returns its place."""


def condense(
    candidates: Sequence[Candidate],
    sentences: Sequence[Sentence],
    words: int,
    evenly: bool = False,
) -> tuple[Sentence, ...]:
    """Return about `words` words for one theme, in the order of `sentences`; none is cut.

    The best candidates come first. The last sentence taken may go over by `SLACK` words, which
    comes nearer than leaving it; if every sentence is longer, the shortest is all. With `evenly`, a
    document is rather not heard twice in a row, as is right unless something is asked for of which
    one of them may know most.
    """
    if not candidates:
        return ()
    looked_at, again = max(LOOKED_AT, words // 2), AGAIN if evenly else 1.0
    while True:
        best = candidates[:looked_at]
        found = _filled(best, sentences, words, _covering(best, again))
        if looked_at >= len(candidates) or _count(found) >= words:
            return found
        looked_at *= 2


def _count(sentences: Sequence[Sentence]) -> int:
    return sum(len(one.text.split()) for one in sentences)


def diversify(
    candidates: Sequence[Candidate], sentences: Sequence[Sentence], words: int
) -> tuple[Sentence, ...]:
    """Return the like by maximal marginal relevance, as a brief is picked: to compare with."""
    draft = Draft([Passage((one.sentence,), one) for one in candidates])

    def choose(allowed: Flags) -> int | None:
        index = draft.best(allowed)
        if index is not None:
            draft.take(index)
        return index

    return _filled(candidates, sentences, words, choose)


def _filled(
    candidates: Sequence[Candidate], sentences: Sequence[Sentence], words: int, choose: Choice
) -> tuple[Sentence, ...]:
    lengths = _lengths(candidates)
    taken: set[Sentence] = set()
    room = max(words + SLACK, lengths.min(initial=np.inf))
    used = 0.0
    while used < words and (index := choose(used + lengths <= room)) is not None:
        taken.add(candidates[index].sentence)
        used += lengths[index]
    heard = {one.document for one in taken}
    return tuple(one for one in sentences if one.document in heard and one in taken)


def _covering(candidates: Sequence[Candidate], again: float) -> Choice:
    words = Words.of([one.sentence for one in candidates])
    said, likeness = words.pairs(), Likeness.among(words)
    worth = said.T @ softmax(np.array([one.score for one in candidates]) / SPREAD)
    lengths = np.maximum(_lengths(candidates), SHORTEST)
    beside, source = _beside(candidates), _sources(candidates)
    bonus = np.ones(len(candidates))
    free = np.ones(len(candidates), dtype=bool)

    def choose(allowed: Flags) -> int | None:
        usable = allowed & free
        if not usable.any():
            return None
        index = int(np.argmax(np.where(usable, said @ worth / lengths * bonus, -1.0)))
        worth[said.indices[said.indptr[index] : said.indptr[index + 1]]] = 0.0
        bonus[beside[index]] *= BESIDE
        bonus[source == source[index]] *= again
        free[index] = False
        free[likeness.to([index])[1] >= REPEAT] = False
        return index

    return choose


def _beside(candidates: Sequence[Candidate]) -> Sequence[Sequence[int]]:
    """Return, for each candidate, the places of those beside it in its block."""
    place = {one.sentence: index for index, one in enumerate(candidates)}
    found: list[list[int]] = [[] for _ in candidates]
    for index, one in enumerate(candidates):
        if one.before and one.before in place:
            found[index].append(place[one.before])
            found[place[one.before]].append(index)
    return found


def _sources(candidates: Sequence[Candidate]) -> Integers:
    """Return the number of each candidate's document."""
    return np.unique([one.sentence.document for one in candidates], return_inverse=True)[1]


def _lengths(candidates: Sequence[Candidate]) -> Floats:
    return np.array([len(one.sentence.text.split()) for one in candidates], dtype=np.float64)
