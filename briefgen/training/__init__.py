"""Weights learnt from summaries that people wrote, and how well they do on others of the kind."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from briefgen.errors import UsageError
from briefgen.evaluation.rouge import read
from briefgen.model import Sentence
from briefgen.pick import condense
from briefgen.read.jsonlines import Request
from briefgen.salience import weigh_for
from briefgen.salience.learning import Example, example, learn, recall
from briefgen.salience.weights import Weights
from briefgen.split import split
from briefgen.training.issues import lessons_in

__all__ = ["FOLDS", "Lesson", "fold_of", "lessons_in", "lessons_of", "train"]

FOLDS = 5
"""Parts of a data set; each is judged by what the others teach."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One instance to learn from: what was read, what interested, what people wrote of it."""

    sentences: tuple[Sentence, ...]
    theme: str
    references: tuple[str, ...]
    words: int
    example: Example


def train(sets: Mapping[str, tuple[Sequence[Request], int | None]], on: date) -> str:
    """Return a file of weights, as JSON: what was learnt from `sets`, when, and its figures.

    `sets` maps a name to requests with references and the words a summary of them has, None if
    each is as long as its reference. The figures are ROUGE-1 and ROUGE-2 recall in per cent, each
    fold judged by weights that the other folds of all sets taught. Raises UsageError for a set that
    has no references, and BriefgenError if rouge-score is not installed.
    """
    lessons = {name: lessons_of(name, *given) for name, given in sets.items()}
    learnt = {
        "trained_on": list(lessons),
        "date": on.isoformat(),
        "recall": _judged(lessons),
        "weights": learn([[one.example for one in some] for some in lessons.values()]).table,
    }
    return json.dumps(learnt, indent=1, ensure_ascii=False)


def lessons_of(name: str, requests: Sequence[Request], words: int | None) -> list[Lesson]:
    """Return what the `requests` with references teach; UsageError if they are too few to judge."""
    found = []
    for one in requests:
        length = words or max((len(text.split()) for text in one.references), default=0)
        references = tuple(" ".join(text.split()[:length]) for text in one.references)
        sentences = split(one.documents)
        shown = example(sentences, one.theme, references, read) if references else None
        if shown:
            found.append(Lesson(sentences, one.theme, references, length, shown))
    if len(found) < FOLDS:
        raise UsageError(
            f"{name}: expected at least {FOLDS} summaries to learn from, found {len(found)}"
        )
    return found


def _judged(lessons: Mapping[str, Sequence[Lesson]]) -> dict[str, dict[str, float]]:
    """Return the cross-validated figures of each set."""
    scores: dict[str, list[tuple[float, float]]] = {name: [] for name in lessons}
    for fold in range(FOLDS):
        taught = learn(
            [[one.example for one in fold_of(some, fold, others=True)] for some in lessons.values()]
        )
        for name, some in lessons.items():
            scores[name] += [_score(one, taught) for one in fold_of(some, fold)]
    return {
        name: {
            "words": round(fmean(one.words for one in lessons[name])),
            "R-1": round(100 * sum(one for one, _ in some) / len(some), 1),
            "R-2": round(100 * sum(two for _, two in some) / len(some), 1),
        }
        for name, some in scores.items()
    }


def fold_of(lessons: Sequence[Lesson], fold: int, others: bool = False) -> list[Lesson]:
    """Return a fold of neighbours, since they may be about one event, or all the others."""
    return [
        one
        for place, one in enumerate(lessons)
        if (place * FOLDS // len(lessons) == fold) is not others
    ]


def _score(lesson: Lesson, weights: Weights) -> tuple[float, float]:
    found = weigh_for(lesson.sentences, lesson.theme, weights)
    quoted = condense(found, lesson.sentences, lesson.words)
    summary = " ".join(one.text for one in quoted)
    shown = " ".join(summary.split()[: lesson.words])
    one, two = (recall(shown, lesson.references, order, read) for order in (1, 2))
    return one, two
