"""What each feature is worth, for a corpus built as this one is: learnt, or by hand.

A corpus of one article and one of fifty reports call for different weights, and so do texts in
long paragraphs and texts of a paragraph a sentence. A feature therefore has a weight of its own
and one for each of `CONTEXTS`; the weight used is their sum, and the score stays linear.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np

from briefgen.errors import ConfigError
from briefgen.salience.counts import Statistics
from briefgen.salience.features import GENERAL
from briefgen.salience.grams import Floats

LEARNT = Path(__file__).with_name("weights.json")
"""The weights that come with briefgen; `trained_on` in it says from what."""

FEATURES = (*GENERAL, "recency", "origin", "query", "feedback")
"""All features, in the order of their columns; the last four are known of the pool alone."""

CONTEXTS = (
    "always",
    "one article",
    "long blocks",
    "headed blocks",
    "several reports",
    "theme of several",
)
"""What a corpus may be."""

ARTICLE = CONTEXTS.index("one article")

_USUAL = {"centroid": 0.065, "leads": 0.17, "introduces": 0.035, "query": 0.065, "feedback": 0.17}

USUAL = np.array([_USUAL.get(name, np.nan) for name in FEATURES])
"""The standard deviation of each likeness, a cosine, among the sentences of a corpus: the geometric
mean over what the weights were learnt from; NaN for the other features. In one article it counts
instead of the article's own: where sentences differ more than usual in what they are like, it tells
more, and where they hardly differ, less."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a standard deviation of each feature is worth in each of `CONTEXTS`, by their names."""

    table: Mapping[str, Mapping[str, float]]

    def coefficients(self, names: Sequence[str], shares: Floats) -> Floats:
        """Return what each named feature is worth where the contexts hold to these `shares`."""
        rows = [self.table.get(one, {}) for one in CONTEXTS]
        return np.asarray(
            shares @ np.array([[row.get(name, 0.0) for name in names] for row in rows])
        )


def context(statistics: Statistics, is_asked: bool = False) -> Floats:
    """Return how far each of `CONTEXTS` holds for a corpus, from 0 to 1: (contexts,).

    The share of long blocks counts only if documents have blocks at all, three or more. What is one
    article has none; a corpus is the less like it the more documents it has, and not at all if half
    its blocks are long: a report need not be written as news is, even if it comes alone. Headed
    blocks are the share of the long ones that have a topline of their own before them. Several
    reports are long blocks, and a theme of several is one that `is_asked`, by the share of the
    documents that are not the first.
    """
    documents = max(statistics.total_documents, 1)
    several = 1.0 - 1.0 / documents
    parted = statistics.total_blocks > 2 * statistics.total_documents
    long = statistics.long_blocks / max(statistics.total_blocks, 1) if parted else 0.0
    headed = statistics.headed_blocks / max(statistics.long_blocks, 1) if parted else 0.0
    article = max(1.0 - 2.0 * long, 0.0) / documents
    return np.array([1.0, article, long, headed, long * several, is_asked * several])


def known(path: Path | None = None) -> Weights:
    """Return the weights in the file at `path`, as `briefgen train` writes it.

    Without a path they are those that come with briefgen, or, if there are none, those set by hand.
    Raises ConfigError with all that is wrong with the file.
    """
    if path is None and not LEARNT.is_file():
        return BY_HAND
    place = path or LEARNT
    table = read(place)["weights"]
    if problems := list(_problems(table)):
        raise ConfigError(str(place), problems)
    return Weights(table)


def trained_on(path: Path | None = None) -> frozenset[str]:
    """Return the names of the data sets that the weights `known` were learnt from."""
    if path is None and not LEARNT.is_file():
        return frozenset()
    names = read(path or LEARNT).get("trained_on")
    return frozenset(map(str, names)) if isinstance(names, list) else frozenset()


def read(path: Path) -> dict[str, Any]:
    """Return what is in a file of weights, unchecked but for having any; raises ConfigError."""
    expected = 'expected JSON with an object "weights", as `briefgen train` writes it'
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(str(path), [f"{expected}, found {error.strerror}"]) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(str(path), [f"{expected}, found no JSON: {error}"]) from error
    if not isinstance(found, dict) or "weights" not in found:
        raise ConfigError(str(path), [f"{expected}, found none"])
    return found


def _problems(table: Any) -> Iterator[str]:
    """Yield what is wrong with the value of `weights`: names nobody knows, values not a number."""
    yield from _unknown("weights", table, CONTEXTS)
    for name in CONTEXTS:
        row = table.get(name, {}) if isinstance(table, dict) else {}
        yield from _unknown(f"weights.{name}", row, FEATURES)
        for feature, worth in row.items() if isinstance(row, dict) else ():
            if not _is_number(worth):
                found = json.dumps(worth)
                yield f"weights.{name}.{feature}: expected a number, found {found}"


def _unknown(where: str, value: Any, names: Sequence[str]) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where}: expected an object, found {json.dumps(value)}"
    else:
        known_names = ", ".join(names)
        yield from (
            f"{where}: expected some of {known_names}, found {json.dumps(one)}"
            for one in value
            if one not in names
        )


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


BY_HAND = Weights(
    {
        "always": {
            "centroid": 0.12,
            "leads": 0.2,
            "introduces": 0.1,
            "opens": 0.12,
            "depth": -0.1,
            "digits": -0.04,
            "capitals": -0.04,
            "query": 0.12,
            "feedback": 0.2,
        }
    }
)
"""The fallback, set by hand and the same for every corpus."""
