"""Documents that carry the same story: which belong together, and which have nothing of their own.

Two belong together if most of the shorter one stands in the other: a copy, another version, a local
story around a wire story. One that mostly stands in another of them is folded into it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from briefgen.corpus.candidates import Pairs, candidates
from briefgen.corpus.likeness import Likeness, Overlap
from briefgen.corpus.shingles import Signature

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

Pair = tuple[int, int]
Links = Mapping[Pair, Overlap]


class Reprints(NamedTuple):
    """For each document, by index: the first one it belongs with, and the one it is folded into.

    A document folded into itself stands for itself. `compared` counts pairs.
    """

    origins: Sequence[int]
    faces: Sequence[int]
    compared: int


def reprints(signatures: Sequence[Signature]) -> Reprints:
    """Return what belongs together; what comes first goes before, and is the face of the others.

    No pair is compared twice, and the number of comparisons grows as the number of documents.
    """
    likeness, pairs = Likeness(signatures), candidates(signatures)
    links = dict(_links(likeness, pairs))
    origins = _origins(links, len(signatures))
    rest = _with_first(origins, pairs)
    links |= _links(likeness, rest)
    return Reprints(origins, _faces(origins, links), len(pairs) + len(rest))


def _links(likeness: Likeness, pairs: Pairs) -> Iterator[tuple[Pair, Overlap]]:
    for one, other in pairs.tolist():
        found = likeness.overlap(one, other)
        if max(found[:2]) >= LINKED and min(found[:2]) >= MARGINAL:
            yield (one, other), found


def _origins(links: Links, count: int) -> Sequence[int]:
    """Return for each document the first one that it is linked with, over however many others."""
    joined = np.array([*_joined(links)], dtype=np.int64).reshape(-1, 2).T
    graph = coo_array((np.ones(joined.shape[1]), tuple(joined)), (count, count))
    _, groups = connected_components(graph, directed=False)
    _, firsts = np.unique(groups, return_index=True)
    origins: Sequence[int] = firsts[groups].tolist()
    return origins


def _joined(links: Links) -> Iterator[Pair]:
    """Yield the links that make one origin: for each longer text the one that fills most of it.

    Others count if they must overlap with that one, as both together are more than the whole. So
    two stories do not become one because a third text, a digest, carries both.
    """
    fills = {pair: min(found[:2]) for pair, found in links.items()}
    longer = {pair: pair[found.first > found.second] for pair, found in links.items()}
    most: dict[int, float] = {}
    for pair, share in fills.items():
        most[longer[pair]] = max(most.get(longer[pair], 0), share)
    for pair, share in fills.items():
        if share == most[longer[pair]] or share + most[longer[pair]] > WHOLE:
            yield pair


def _with_first(origins: Sequence[int], pairs: Pairs) -> Pairs:
    """Return the pairs of a document and the first of its origin that are not among `pairs`."""
    count = len(origins)
    wanted = [first * count + one for one, first in enumerate(origins) if first != one]
    known = pairs[:, 0] * count + pairs[:, 1]
    rest = np.setdiff1d(np.array(wanted, dtype=np.int64), known)
    return np.stack(np.divmod(rest, max(count, 1)), axis=1)


def _faces(origins: Sequence[int], links: Links) -> Sequence[int]:
    """Return for each document the first of its origin that stands for itself and covers it."""
    faces = list(range(len(origins)))
    for (one, other), found in sorted(links.items(), key=lambda link: link[0][::-1]):
        covered = found.copied >= FOLDED and origins[one] == origins[other]
        if covered and faces[one] == one and faces[other] == other:
            faces[other] = one
    return faces
