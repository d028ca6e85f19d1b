"""Documents that carry the same story: which belong together, and which have nothing of their own.

Two belong together if most of the shorter one stands in the other: a copy, another version, a local
story around a wire story. One that mostly stands in another of them is folded into it. Texts on one
form, such as the reports of several days, belong together with none of each other.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from briefgen.corpus.candidates import Pairs, candidates
from briefgen.corpus.likeness import Likeness, Shares
from briefgen.corpus.signatures import Signatures

LINKED = 0.45
"""Share of the shorter text that must stand in the longer for the two to belong together.

Chosen, as `FOLDED` and `MARGINAL`, on the half `tune` of the set in tests/benchmarks/reprints.py.
"""

WHOLE = 1.1
"""Shares of one text that together must overlap; a tenth is left for what samples are off."""

MARGINAL = 0.1
"""Share of the longer text below which it only mentions the shorter."""

FOLDED = 0.7
"""Share of a text that must stand in another for it to have too little of its own."""

SERIES = 0.9
"""The same of texts that one publisher dates differently, as the reports of a series are.

Below, a report has a sentence of its own; above, it says what the last one said, and the newest of
them stands for all.
"""

Numbers = NDArray[np.int64]
_Flags = NDArray[np.bool_]

NONE = -1
"""What stands for a publisher or a day that is not known."""


class Reprints(NamedTuple):
    """For each document, by index: the first one it belongs with, and the one it is folded into.

    A document folded into itself stands for itself. `compared` counts pairs.
    """

    origins: Numbers
    faces: Numbers
    compared: int


class Issues(NamedTuple):
    """Of each document, a number for its publisher and one for its day, or `NONE`."""

    publishers: Numbers
    days: Numbers

    @classmethod
    def unknown(cls, count: int) -> "Issues":
        """Return that of so many documents nothing is known."""
        return cls(np.full(count, NONE), np.full(count, NONE))

    def are_series(self, one: Numbers, other: Numbers) -> _Flags:
        """Return which pairs of documents one publisher has dated, and differently."""
        publishers, days = self
        known = (publishers[one] != NONE) & (days[one] != NONE) & (days[other] != NONE)
        same = publishers[one] == publishers[other]
        return np.asarray(known & same & (days[one] != days[other]))


class _Links(NamedTuple):
    """Pairs of documents that have much in common, and how much."""

    pairs: Pairs
    shares: Shares


def reprints(signatures: Signatures, issues: Issues | None = None) -> Reprints:
    """Return what belongs together; what comes first goes before, and is the face of the others.

    Of a series, which `issues` tells, the newest goes before. No pair is compared twice, and the
    number of comparisons grows as the number of documents.
    """
    issues = issues or Issues.unknown(signatures.count)
    pairs, likeness = candidates(signatures), Likeness(signatures)
    links = _links(likeness, pairs)
    origins = _origins(links, signatures.count)
    rest = _with_first(origins, pairs)
    more = _links(likeness, rest)
    links = _Links(*(np.concatenate(both) for both in zip(links, more, strict=True)))
    faces = _faces(origins, links, issues)
    newest = _newest(faces, links, issues)
    return Reprints(newest[origins], newest[faces], len(pairs) + len(rest))


def _links(likeness: Likeness, pairs: Pairs) -> _Links:
    shares, forms = likeness.compared(pairs)
    either = shares[:, :2]
    linked = (either.max(axis=1) >= LINKED) & (either.min(axis=1) >= MARGINAL) & ~forms
    return _Links(pairs[linked], shares[linked])


def _origins(links: _Links, count: int) -> Numbers:
    """Return for each document the first one that it is linked with, over however many others."""
    joined = _joined(links, count).T
    graph = coo_array((np.ones(joined.shape[1]), tuple(joined)), (count, count))
    _, groups = connected_components(graph, directed=False)
    _, firsts = np.unique(groups, return_index=True)
    return np.asarray(firsts[groups])


def _joined(links: _Links, count: int) -> Pairs:
    """Return the links that make one origin: for each longer text the one that fills most of it.

    Others count if they must overlap with that one, as both together are more than the whole. So
    two stories do not become one because a third text, a digest, carries both.
    """
    first, second, _ = links.shares.T
    fills = np.minimum(first, second)
    longer = np.where(first > second, links.pairs[:, 1], links.pairs[:, 0])
    most = np.zeros(count)
    np.maximum.at(most, longer, fills)
    joined: Pairs = links.pairs[(fills == most[longer]) | (fills + most[longer] > WHOLE)]
    return joined


def _with_first(origins: Numbers, pairs: Pairs) -> Pairs:
    """Return the pairs of a document and the first of its origin that are not among `pairs`."""
    count = len(origins)
    others = np.flatnonzero(origins != np.arange(count))
    known = pairs[:, 0] * count + pairs[:, 1]
    rest = np.setdiff1d(origins[others] * count + others, known)
    return np.stack(np.divmod(rest, max(count, 1)), axis=1)


def _faces(origins: Numbers, links: _Links, issues: Issues) -> Numbers:
    """Return for each document the first of its origin that stands for itself and covers it."""
    one, other = links.pairs.T
    least = np.where(issues.are_series(one, other), SERIES, FOLDED)
    covered = (links.shares[:, 2] >= least) & (origins[one] == origins[other])
    faces = np.arange(len(origins))
    for first, second in sorted(links.pairs[covered].tolist(), key=lambda pair: pair[::-1]):
        if faces[first] == first and faces[second] == second:
            faces[second] = first
    return faces


def _newest(faces: Numbers, links: _Links, issues: Issues) -> Numbers:
    """Return for each document the newest of its series that it covers and that is folded into it.

    Where there is none, it is the document itself.
    """
    one, other = links.pairs.T
    folded = (faces[other] == one) & (links.shares[:, 0] >= SERIES)
    later = issues.days[other] > issues.days[one]
    series = links.pairs[folded & later & issues.are_series(one, other)]
    newest = np.arange(len(faces))
    for first, second in sorted(series.tolist(), key=lambda pair: (issues.days[pair[1]], -pair[1])):
        newest[first] = second
    return newest
