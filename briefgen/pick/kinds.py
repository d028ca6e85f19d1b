"""What kind of statement a sentence is: an event, or talk about the text and what stands beside it.

A linear classifier (multinomial logistic regression) over the cues of the sentence's language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from briefgen.language import known
from briefgen.language.cues import EVENT
from briefgen.model import Candidate, Passage, Rejection

MOST = 3
"""Times that a cue counts at the most, so that a long sentence is not talk for being long."""

EVENT_WORTH = 0.6
"""What a sentence that has all cues of an event is worth on top, in units of the score.

With .6 the R-2 of a section of `build` rises by .4 on campaign assessments and by .3 on news with
themes; from .3 to 1 it is within .3 of that, and at 1.3 the gain on assessments is gone.
"""


class StatementKind(StrEnum):
    """What a sentence is for a reader who wants to know what happened."""

    STATEMENT = "a statement"
    TEXT = "about the text itself"
    BESIDE = "a notice, reference, caption or note beside the text"
    ADVICE = "advice to the reader"
    NOTHING = "a finding of nothing"


_TALK = (StatementKind.TEXT, StatementKind.BESIDE, StatementKind.ADVICE, StatementKind.NOTHING)

BIAS = (-1.95, -4.87, -4.42, -4.81)
"""The log-odds of each kind of talk, in the order of `WEIGHTS`, for a sentence without any cue."""

WEIGHTS: Mapping[str, tuple[float, float, float, float]] = {
    #            text, beside, advice, nothing
    "pointer": (6.27, 4.41, 3.22, 3.04),
    "deictic": (5.20, 3.73, 2.45, 2.59),
    "remark": (5.16, 1.23, 1.52, 1.21),
    "abstract": (3.36, 1.28, 1.26, 2.02),
    "address": (0.47, 0.37, 1.65, 0.05),
    "notice": (0.49, 4.85, 0.49, 1.30),
    "entry": (2.43, 5.92, 2.61, 2.47),
    "caption": (0.41, 4.48, 1.25, 0.92),
    "label": (-0.74, 0.76, -0.65, -0.50),
    "note": (2.40, 7.18, 4.45, 3.18),
    "advice": (1.70, 3.21, 7.21, 3.68),
    "nothing": (1.59, 1.99, 2.11, 6.61),
    "action": (-0.14, -0.93, -0.94, -0.46),
    "figure": (-0.36, -0.05, -0.13, 0.24),
    "day": (-0.94, 0.89, 0.76, 1.48),
    "name": (-0.85, 0.13, -0.72, -0.54),
}
"""What a cue adds to the log-odds of each kind of talk against a statement.

Learnt on 1,527 English sentences, 221 of them talk, of threat reports, a certificate authority's
blog, roundups, campaign assessments, crisis updates and news; L2 with C = 3. In ten-fold
cross-validation 95 % of what is taken for talk is talk, 73 % of the talk is found, and 9 of 1,306
statements are lost.
"""


def kind(text: str, tag: str) -> StatementKind:
    """Return the likeliest kind of a sentence in the language with this `tag`.

    Where the language has no cues it is a statement.
    """
    scores = list(BIAS)
    for name, count in _counts(text, tag).items():
        for place, weight in enumerate(WEIGHTS.get(name, ())):
            scores[place] += weight * min(count, MOST)
    best = max(range(len(scores)), key=scores.__getitem__)
    return _TALK[best] if scores[best] > 0 else StatementKind.STATEMENT


def event(text: str, tag: str) -> float:
    """Return how much a sentence says of what was done, how many, when and to whom: 0 to 1.

    It is the share of the cues of an event that it has.
    """
    counts = _counts(text, tag)
    return sum(1 for name in EVENT if counts.get(name)) / len(EVENT)


def counting_events(candidate: Candidate) -> Candidate:
    """Return the candidate with what it says of an event as one more feature of its score."""
    worth = EVENT_WORTH * event(candidate.sentence.text, candidate.sentence.language)
    features = {**candidate.features, "event": worth}
    return replace(candidate, score=candidate.score + worth, features=features)


def is_statement(passage: Passage) -> bool:
    """Whether no sentence of a passage is talk."""
    return all(kind(one.text, one.language) is StatementKind.STATEMENT for one in passage.sentences)


def statements_first(screened: Sequence[Passage | Rejection]) -> list[Passage | Rejection]:
    """Return what was screened; talk is rejected wherever its theme has any statement."""
    passages = [one for one in screened if isinstance(one, Passage)]
    served = {one.candidate.theme for one in passages if is_statement(one)}
    return [_unless_talk(one, served) if isinstance(one, Passage) else one for one in screened]


def _unless_talk(passage: Passage, served: set[str]) -> Passage | Rejection:
    if passage.candidate.theme not in served or is_statement(passage):
        return passage
    kinds = (kind(one.text, one.language) for one in passage.sentences)
    talk = next(one for one in kinds if one is not StatementKind.STATEMENT)
    return Rejection(passage.candidate, f"is {talk.value}")


@lru_cache(maxsize=1 << 14)
def _counts(text: str, tag: str) -> Mapping[str, int]:
    """Return how often each cue that the sentence has stands in it."""
    flat = " ".join(text.split())
    small = flat.lower()
    cues = known(tag).cues.items()
    return {name: count for name, cue in cues if (count := cue.count(flat, small))}
