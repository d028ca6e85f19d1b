"""What ranks best: pickers, sets left out, features taken away; `make bench` has times and memory.

    BRIEFGEN_EVAL=FOLDER python tests/benchmarks/ranking.py [FILE:WORDS...]

Every figure is ROUGE-1 / ROUGE-2 recall in per cent, stemmed, of summaries cut at the set's words.
Nothing is judged by weights that it taught: a fold by the other folds of all sets, or, with a set
left out, the set by the others. Without files, the sets are those that briefgen learnt from.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, hstack, identity
from scipy.special import softmax

from briefgen.evaluation.rouge import read
from briefgen.evaluation.systems import lead
from briefgen.model import Candidate, Sentence
from briefgen.pick import SLACK, condense, diversify
from briefgen.pick.coverage import SPREAD
from briefgen.pick.words import Words
from briefgen.read.jsonlines import Request, requests
from briefgen.salience.learning import learn, recall
from briefgen.salience.weights import CONTEXTS, FEATURES, LEARNT, Weights
from briefgen.training import FOLDS, Lesson, fold_of, lessons_of

Picker = Callable[[Lesson, Sequence[Candidate]], tuple[Sentence, ...]]
Sets = Mapping[str, Sequence[Lesson]]
Scores = dict[str, list[tuple[float, float]]]

GROUPS = {
    "likeness": ("centroid", "leads", "introduces"),
    "place": ("opens", "depth"),
    "wording": ("length", "digits", "capitals", "hedging", "reporting", "first_person"),
    "dates": ("recency", "origin"),
    "theme": ("query", "feedback"),
}


def exact(
    candidates: Sequence[Candidate], sentences: Sequence[Sentence], words: int
) -> tuple[Sentence, ...]:
    """Return the sentences that `condense` looks for step by step, by integer programming."""
    said = Words.of([one.sentence for one in candidates]).pairs()
    worth = said.T @ softmax(np.array([one.score for one in candidates]) / SPREAD)
    lengths = np.array([len(one.sentence.text.split()) for one in candidates], dtype=float)
    count, width = said.shape
    budget = csr_matrix(np.concatenate([lengths, np.zeros(width)]))
    found = milp(
        np.concatenate([np.zeros(count), -worth]),
        integrality=np.concatenate([np.ones(count), np.zeros(width)]),
        bounds=Bounds(0, 1),
        constraints=[
            LinearConstraint(budget, -np.inf, words + SLACK / 2),
            LinearConstraint(hstack([-said.T, identity(width)]).tocsr(), -np.inf, 0),
        ],
        options={"time_limit": 5, "mip_rel_gap": 1e-3},
    )
    taken = {
        one.sentence for one, share in zip(candidates, found.x[:count], strict=True) if share > 0.5
    }
    return tuple(one for one in sentences if one in taken)


def covering(lesson: Lesson, found: Sequence[Candidate]) -> tuple[Sentence, ...]:
    """Return what `summarize` answers."""
    return condense(found, lesson.sentences, lesson.words)


PICKERS: Mapping[str, Picker] = {
    "coverage": covering,
    "MMR": lambda lesson, found: diversify(found, lesson.sentences, lesson.words),
    "MILP": lambda lesson, found: exact(found, lesson.sentences, lesson.words),
}


def scored(lesson: Lesson, weights: Weights) -> list[Candidate]:
    """Return the candidates of a lesson, the best first."""
    table = np.array([[weights.table[one].get(name, 0.0) for name in FEATURES] for one in CONTEXTS])
    scores = (lesson.example.design @ table.ravel()).tolist()
    before = dict(pairwise(reversed(lesson.sentences)))
    found = (
        Candidate(one, "", score, {}, (), before[one] if one.position else None)
        for one, score in zip(lesson.example.sentences, scores, strict=True)
    )
    return sorted(found, key=lambda one: -one.score)


def judged(lesson: Lesson, texts: Iterable[str]) -> tuple[float, float]:
    shown = " ".join(" ".join(texts).split()[: lesson.words])
    one, two = (recall(shown, lesson.references, order, read) for order in (1, 2))
    return one, two


def score(lesson: Lesson, weights: Weights, picker: Picker) -> tuple[float, float]:
    summary = picker(lesson, scored(lesson, weights))
    return judged(lesson, (one.text for one in summary))


def taught(sets: Sets, fold: int) -> Weights:
    return learn([[one.example for one in fold_of(some, fold, True)] for some in sets.values()])


def cross_validated(sets: Sets, pickers: Mapping[str, Picker]) -> dict[str, Scores]:
    """Return the scores of each picker on each set, in the order of the lines."""
    found: dict[str, Scores] = {name: {one: [] for one in sets} for name in pickers}
    for fold in range(FOLDS):
        weights = taught(sets, fold)
        for name, some in sets.items():
            for lesson in fold_of(some, fold):
                for called, picker in pickers.items():
                    found[called][name].append(score(lesson, weights, picker))
    return found


def left_out(sets: Sets) -> Scores:
    """Return the scores on each set by what all the others teach."""
    found: Scores = {}
    for name, some in sets.items():
        others = [[one.example for one in each] for other, each in sets.items() if other != name]
        weights = learn(others)
        found[name] = [score(one, weights, covering) for one in some]
    return found


def without(sets: Sets, names: Sequence[str]) -> Sets:
    """Return the lessons as they would be if there were no such features."""
    there = np.tile([name not in names for name in FEATURES], len(CONTEXTS)).astype(float)

    def blind(lesson: Lesson) -> Lesson:
        return replace(
            lesson, example=replace(lesson.example, design=lesson.example.design * there)
        )

    return {name: [blind(one) for one in some] for name, some in sets.items()}


def tell(name: str, scores: Scores) -> None:
    means = {one: 100 * np.mean(values, axis=0) for one, values in scores.items()}
    cells = (f"{r1:5.1f} / {r2:4.1f}" for r1, r2 in means.values())
    print(f"{name:24s}" + "   ".join(f"{cell:>14s}" for cell in cells), flush=True)


def given() -> dict[str, tuple[list[Request], int]]:
    """Return the requests and words of the files named, or of those that briefgen learnt from."""
    folder = Path(os.environ["BRIEFGEN_EVAL"])
    known = json.loads(LEARNT.read_text("utf-8"))["recall"]
    named = sys.argv[1:] or [f"{name}:{figures['words']}" for name, figures in known.items()]
    split = [one.rpartition(":") for one in named]
    return {
        file: (list(requests((folder / file).read_bytes().splitlines(), file)), int(words))
        for file, _, words in split
    }


def main() -> None:
    """Print the tables: pickers and lead, each set left out, each feature and group taken away."""
    if "BRIEFGEN_EVAL" not in os.environ:
        sys.exit("ranking: not measured, BRIEFGEN_EVAL names no folder of *.jsonl")
    data = given()
    sets = {name: lessons_of(name, *each) for name, each in data.items()}
    print(" " * 24 + "   ".join(f"{name.removesuffix('.jsonl')[:14]:>14s}" for name in sets))
    for name, scores in cross_validated(sets, PICKERS).items():
        tell(name, scores)
    tell("coverage, set left out", left_out(sets))
    leads = {
        name: [
            judged(lesson, lead(request, lesson.words))
            for lesson, request in zip(sets[name], some, strict=True)
        ]
        for name, (some, _) in data.items()
    }
    tell("lead", leads)
    for name, some in {**GROUPS, **{one: (one,) for one in FEATURES}}.items():
        [found] = cross_validated(without(sets, some), {"coverage": covering}).values()
        tell(f"without {name}", found)


if __name__ == "__main__":
    main()
