"""How good the summaries are on the user's own material, beside what others make of it.

ROUGE recall of each system on each line, and what chance has to do with its mean: a percentile
bootstrap over the lines (Efron, 1979).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefgen.errors import UsageError
from briefgen.evaluation.rouge import MEASURES, countable, recall
from briefgen.evaluation.systems import ORACLE, OWN, System, contenders
from briefgen.read.jsonlines import Request
from briefgen.salience.weights import trained_on

SEED = 1979
"""Where the bootstrap begins; all systems are drawn the same lines."""

SAMPLES = 2000
"""Times that as many lines as there are, are drawn from them with replacement."""

LIMITS = (2.5, 97.5)
"""Percentiles of the means of these samples: an interval of 95 per cent."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean in per cent, and the interval that it would stay in on other lines of the kind."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Standing:
    """How one system did: a figure for each of `MEASURES`, and the seconds it took in all."""

    system: str
    recall: Mapping[str, Figure]
    seconds: float


@dataclass(frozen=True, slots=True)
class Lead:
    """How far briefgen is ahead of another system on the same lines, in points of per cent."""

    of: str
    by: Figure


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How all systems did on one data set.

    `judged` counts the lines, `without_references` those left out. `learnt_from` says whether
    briefgen's weights were learnt from a data set of this name, which flatters briefgen; `lead`
    compares it with the best of the others, the oracle aside, by each of `MEASURES`.
    """

    name: str
    words: int
    judged: int
    without_references: int
    learnt_from: bool
    standings: tuple[Standing, ...]
    lead: Mapping[str, Lead]


def evaluate(
    name: str,
    requests: Sequence[Request],
    words: int,
    clock: Callable[[], float],
    weights: Path | None = None,
) -> Evaluation:
    """Return how well the systems summarise the `requests` in `words` words.

    `clock` tells seconds; `weights` is a file of briefgen's, None for those that it comes with.
    Raises UsageError if no request has references that can be judged by, and BriefgenError
    if rouge-score is not installed.
    """
    judged = [one for one in map(_judgeable, requests) if one.references]
    if not judged:
        raise UsageError(f"{name}: expected lines with references in Latin letters, found none")
    known_systems = contenders(weights)
    scores, seconds = _results(judged, words, known_systems, clock)
    return Evaluation(
        name,
        words,
        len(judged),
        len(requests) - len(judged),
        name in trained_on(weights),
        _standings(tuple(known_systems), scores, seconds),
        _lead(tuple(known_systems), scores),
    )


def _judgeable(request: Request) -> Request:
    return request._replace(references=tuple(countable(request.references)))


def _results(
    requests: Sequence[Request],
    words: int,
    systems: Mapping[str, System],
    clock: Callable[[], float],
) -> tuple[Floats, Floats]:
    """Return the scores, (lines, systems, measures), and the seconds of all lines, (systems,).

    It goes line by line, so that a slow hour of the machine hits all systems.
    """
    results = [[_result(one, words, each, clock) for each in systems.values()] for one in requests]
    scores = np.array([[score for score, _ in row] for row in results])
    return scores, np.array([[time for _, time in row] for row in results]).sum(axis=0)


def _standings(systems: Sequence[str], scores: Floats, seconds: Floats) -> tuple[Standing, ...]:
    """Return how each system did."""
    return tuple(
        Standing(system, _figures(scores[:, place]), round(float(seconds[place]), 3))
        for place, system in enumerate(systems)
    )


def _lead(systems: Sequence[str], scores: Floats) -> dict[str, Lead]:
    """Return how far briefgen is ahead, line by line, of the best of the others by each measure.

    Such a difference is far less a matter of chance than the two means are.
    """
    own = systems.index(OWN)
    others = [place for place, system in enumerate(systems) if system not in {OWN, ORACLE}]
    best = [others[place] for place in scores[:, others].mean(axis=0).argmax(axis=0)]
    ahead = np.column_stack([scores[:, own, at] - scores[:, it, at] for at, it in enumerate(best)])
    figures = _figures(ahead).items()
    return {
        name: Lead(systems[it], figure) for (name, figure), it in zip(figures, best, strict=True)
    }


def _result(
    request: Request, words: int, system: System, clock: Callable[[], float]
) -> tuple[list[float], float]:
    """Return the scores of one summary and the seconds it took."""
    begun = clock()
    summary = system(request, words)
    seconds = clock() - begun
    return recall(summary, request.references, words), seconds


def _figures(scores: Floats) -> dict[str, Figure]:
    """Return the figure of each measure, from `scores` of shape (lines, measures)."""
    columns = zip(scores.mean(axis=0), *_intervals(scores), strict=True)
    rounded = ([round(100 * float(value), 2) for value in column] for column in columns)
    return {name: Figure(*values) for name, values in zip(MEASURES, rounded, strict=True)}


def _intervals(scores: Floats) -> Iterable[Floats]:
    """Return the lower and the upper limits of the means of `scores`: 2 x (measures,)."""
    count = len(scores)
    drawn = np.random.default_rng(SEED).multinomial(count, [1 / count] * count, SAMPLES)
    low, high = np.percentile(drawn @ scores / count, LIMITS, axis=0)
    return low, high
