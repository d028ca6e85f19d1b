"""What each feature is worth, for a corpus built as this one is: learnt, or by hand.

A corpus of one article and one of fifty reports call for different weights, and so do texts in
long paragraphs and texts of a paragraph a sentence. A feature therefore has a weight of its own
and one for each `Context`; the weight used is their sum, and the score stays linear.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from briefgen.salience.counts import Statistics
from briefgen.salience.features import Floats

LEARNT = Path(__file__).with_name("weights.json")
"""The weights that come with briefgen; `trained_on` in it says from what."""

CONTEXTS = ("always", "one document", "long blocks")


@dataclass(frozen=True, slots=True)
class Weights:
    """A table of weights: for each feature one for each of `CONTEXTS`."""

    features: Mapping[str, Sequence[float]]

    def coefficients(self, names: Sequence[str], context: Floats) -> Floats:
        """Return what a standard deviation of each named feature is worth in this context."""
        nothing = [0.0] * len(CONTEXTS)
        return np.array([self.features.get(name, nothing) for name in names]) @ context


def context(statistics: Statistics) -> Floats:
    """Return how far each of `CONTEXTS` holds for a corpus, from 0 to 1: (contexts,).

    The share of long blocks counts only if documents have blocks at all, three or more.
    """
    parted = statistics.total_blocks > 2 * statistics.total_documents
    share = statistics.long_blocks / max(statistics.total_blocks, 1)
    return np.array([1.0, 1.0 / max(statistics.total_documents, 1), share if parted else 0.0])


@cache
def known(path: Path = LEARNT) -> Weights:
    """Return the weights in the file at `path`, or those set by hand if there is none."""
    if not path.is_file():
        return BY_HAND
    return Weights(json.loads(path.read_text(encoding="utf-8"))["weights"])


BY_HAND = Weights(
    {
        "centroid": (0.3, 0, 0),
        "leads": (0.5, 0, 0),
        "support": (0.2, 0, 0),
        "coverage": (0.2, 0, 0),
        "opens_block": (0.3, 0, 0),
        "lead_place": (0.4, 0, 0),
        "capitals": (-0.1, 0, 0),
        "digits": (-0.1, 0, 0),
        "quotation": (-0.2, 0, 0),
        "query": (0.3, 0, 0),
        "neighbours": (0.1, 0, 0),
        "heading": (0.2, 0, 0),
        "feedback": (0.5, 0, 0),
    }
)
"""The fallback: centroid, leads and coverage, set by hand and the same for every corpus."""
