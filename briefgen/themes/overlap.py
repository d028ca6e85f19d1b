"""Which themes catch the same sentences, and by which keywords."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from briefgen.model import Theme
from briefgen.salience.matching import Rows
from briefgen.themes.findings import Overlap

SHOWN = 3
"""Pairs of keywords that are named for an overlap."""

Caught = Mapping[str, frozenset[int]]


def overlaps(themes: Sequence[Theme], caught: Caught, rows: Rows) -> tuple[Overlap, ...]:
    """Return the pairs of themes that catch a sentence in common, those that share most first.

    `caught` has the sentences of each theme by its id, `rows` those of each keyword.
    """
    pairs = combinations(themes, 2)
    found = [_overlap(one, other, caught, rows) for one, other in pairs]
    return tuple(sorted((one for one in found if one.sentences), key=lambda one: -max(one.shares)))


def _overlap(one: Theme, other: Theme, caught: Caught, rows: Rows) -> Overlap:
    both = caught[one.id] & caught[other.id]
    shares = tuple(round(len(both) / max(len(caught[theme.id]), 1), 4) for theme in (one, other))
    to_blame = sorted(_to_blame(one, other, both, rows), key=lambda pair: -pair[2])
    return Overlap((one.id, other.id), len(both), (shares[0], shares[1]), tuple(to_blame[:SHOWN]))


def _to_blame(
    one: Theme, other: Theme, both: frozenset[int], rows: Rows
) -> Iterator[tuple[str, str, int]]:
    """Yield the pairs of keywords that stand in a sentence of `both` together."""
    for mine in one.keywords:
        for theirs in other.keywords:
            count = len(both.intersection(rows[mine.phrase]).intersection(rows[theirs.phrase]))
            if count:
                yield mine.phrase, theirs.phrase, count
