"""A summary of so many words: the sentences that together say most of what is worth saying."""

from collections.abc import Callable, Sequence

import numpy as np

from briefgen.model import Candidate, Passage, Sentence
from briefgen.pick.coverage import Coverage
from briefgen.pick.likeness import REPEAT, Floats, Likeness
from briefgen.pick.words import Flags, Words

SLACK = 15
"""Words by which a summary may be longer than was asked for, rather than cut a sentence."""

LOOKED_AT = 150
"""Candidates that at least are looked at first, however short the summary is: what comes after them
is worth next to nothing, unless they are all alike."""

RELEVANCE = 0.65
"""What a sentence's own worth counts beside its novelty: the lambda of Carbonell and Goldstein."""

Choice = Callable[[Flags], int | None]
"""Takes, of the candidates allowed, the best that is new, and returns its place."""


def condense(
    candidates: Sequence[Candidate], sentences: Sequence[Sentence], words: int
) -> tuple[Sentence, ...]:
    """Return about `words` words for one theme, in the order of `sentences`; none is cut.

    The best candidates come first. The last sentence taken may go over by `SLACK` words, which
    comes nearer than leaving it; if every sentence is longer, the shortest is all.
    """
    if not candidates:
        return ()
    looked_at = max(LOOKED_AT, words // 2)
    while True:
        best = candidates[:looked_at]
        found = _filled(best, sentences, words, _covering(best))
        if looked_at >= len(candidates) or _count(found) >= words:
            return found
        looked_at *= 2


def _count(sentences: Sequence[Sentence]) -> int:
    return sum(len(one.text.split()) for one in sentences)


def diversify(
    candidates: Sequence[Candidate], sentences: Sequence[Sentence], words: int
) -> tuple[Sentence, ...]:
    """Return the like by maximal marginal relevance (Carbonell and Goldstein, 1998), to compare."""
    if not candidates:
        return ()
    scores = np.array([one.score for one in candidates])
    worth = scores / max(scores.max(initial=1.0), 1.0)
    likeness = Likeness.among(Words.of([one.sentence for one in candidates]))
    known, repetition = np.zeros(len(scores)), np.zeros(len(scores))

    def choose(allowed: Flags) -> int | None:
        usable = allowed & (repetition < REPEAT)
        if not usable.any():
            return None
        value = RELEVANCE * worth - (1 - RELEVANCE) * known
        index = int(np.argmax(np.where(usable, value, -np.inf)))
        topical, either = likeness.to([index])
        np.maximum(known, topical, out=known)
        np.maximum(repetition, either, out=repetition)
        repetition[index] = 1.0
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


def _covering(candidates: Sequence[Candidate]) -> Choice:
    words = Words.of([one.sentence for one in candidates])
    rows = np.arange(len(candidates))
    coverage = Coverage(
        [Passage((one.sentence,), one) for one in candidates],
        words,
        np.column_stack([rows, rows]),
        np.zeros(len(candidates), dtype=np.int64),
    )
    likeness = Likeness.among(words)
    free = np.ones(len(candidates), dtype=bool)

    def choose(allowed: Flags) -> int | None:
        usable = allowed & free
        if not usable.any():
            return None
        index = int(np.argmax(np.where(usable, coverage.value, -1.0)))
        coverage.take(index)
        free[index] = False
        free[likeness.to([index])[1] >= REPEAT] = False
        return index

    return choose


def _lengths(candidates: Sequence[Candidate]) -> Floats:
    return np.array([len(one.sentence.text.split()) for one in candidates], dtype=np.float64)
