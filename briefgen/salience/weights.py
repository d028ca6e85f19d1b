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

CONTEXTS = ("always", "one document", "long blocks", "short blocks of several documents")
"""What a corpus may be; the last is wire copy, of which there was nothing to learn from."""

LONG_SHARE = 0.4
"""Share of long blocks from which a corpus is like those that there was something to learn from."""


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


def context(statistics: Statistics) -> Floats:
    """Return how far each of `CONTEXTS` holds for a corpus, from 0 to 1: (contexts,).

    The share of long blocks counts only if documents have blocks at all, three or more.
    """
    parted = statistics.total_blocks > 2 * statistics.total_documents
    one = 1.0 / max(statistics.total_documents, 1)
    long = statistics.long_blocks / max(statistics.total_blocks, 1) if parted else 0.0
    return np.array([1.0, one, long, (1 - one) * max(1 - long / LONG_SHARE, 0.0)])


@cache
def known(path: Path = LEARNT) -> Weights:
    """Return the weights in the file at `path`, or those set by hand if there is none."""
    if not path.is_file():
        return BY_HAND
    return Weights(json.loads(path.read_text(encoding="utf-8"))["weights"])


BY_HAND = Weights(
    {
        "always": {
            "centroid": 0.12,
            "leads": 0.2,
            "support": 0.08,
            "coverage": 0.08,
            "opens_block": 0.12,
            "lead_place": 0.16,
            "capitals": -0.04,
            "digits": -0.04,
            "quotation": -0.08,
            "query": 0.12,
            "neighbours": 0.04,
            "heading": 0.08,
            "feedback": 0.2,
        }
    }
)
"""The fallback: centroid, leads and coverage, set by hand and the same for every corpus."""
