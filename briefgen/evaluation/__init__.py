"""How good the summaries are on the user's own material, beside what others make of it.

ROUGE recall of each system on each line, and what chance has to do with its mean: a percentile
bootstrap over the lines (Efron, 1979).
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefgen.errors import UsageError
from briefgen.evaluation.rouge import MEASURES, countable, recall
from briefgen.evaluation.systems import System, contenders
from briefgen.read.jsonlines import Request
from briefgen.salience.weights import LEARNT

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
class Evaluation:
    """How all systems did on one data set.

    `judged` counts the lines, `without_references` those left out. `learnt_from` says whether
    briefgen's weights were learnt from a data set of this name, which flatters briefgen.
    """

    name: str
    words: int
    judged: int
    without_references: int
    learnt_from: bool
    standings: tuple[Standing, ...]


def evaluate(
    name: str, requests: Sequence[Request], words: int, clock: Callable[[], float]
) -> Evaluation:
    """Return how well the systems summarise the `requests` in `words` words.

    `clock` tells seconds. Raises UsageError if no request has references that can be judged by,
    and BriefgenError if rouge-score is not installed.
    """
    judged = [one for one in map(_judgeable, requests) if one.references]
    if not judged:
        raise UsageError(f"{name}: expected lines with references in Latin letters, found none")
    standings = _standings(judged, words, clock)
    left_out = len(requests) - len(judged)
    return Evaluation(name, words, len(judged), left_out, _learnt_from(name), standings)


def _judgeable(request: Request) -> Request:
    return request._replace(references=tuple(countable(request.references)))


def _learnt_from(name: str) -> bool:
    return LEARNT.is_file() and name in json.loads(LEARNT.read_text("utf-8"))["trained_on"]


def _standings(
    requests: Sequence[Request], words: int, clock: Callable[[], float]
) -> tuple[Standing, ...]:
    """Return how each system did; line by line, so that a slow hour of the machine hits all."""
    known = contenders()
    results = [[_result(one, words, each, clock) for each in known.values()] for one in requests]
    scores = np.array([[score for score, _ in row] for row in results])
    seconds = np.array([[time for _, time in row] for row in results]).sum(axis=0)
    return tuple(
        Standing(system, _figures(scores[:, place]), round(float(seconds[place]), 3))
        for place, system in enumerate(known)
    )


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
