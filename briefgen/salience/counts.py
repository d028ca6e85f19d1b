"""First pass: a partition of the corpus -> statistics of its terms, which can be added.

Everything added is a whole number, so the sum is the same however the corpus is cut.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from briefgen.salience.grams import Integers, distinct
from briefgen.salience.layout import LONG, Layout
from briefgen.salience.tally import Tally


@dataclass(frozen=True, slots=True, eq=False)
class Statistics:
    """What is known of the terms of a corpus; each array has one entry for each of `columns`.

    A column is a term's number. `sentences` counts those with the term, `documents` the documents,
    headings left out, `counts` its uses, and `leads` its uses in sentences that open several.
    `headed_blocks` counts the long blocks that a short one stands before.
    """

    total_sentences: int
    total_documents: int
    total_blocks: int
    long_blocks: int
    headed_blocks: int
    columns: Integers
    sentences: Integers
    documents: Integers
    counts: Integers
    leads: Integers

    def __add__(self, other: "Statistics") -> "Statistics":
        """Return the statistics of two corpora together; associative and commutative."""
        return total([self, other])


def count(tally: Tally) -> Statistics:
    """Return the statistics of one partition; headings are no sentences and do not count."""
    layout = Layout.of(tally)
    quotable, leads = (np.repeat(one, tally.entries) for one in (layout.quotable, layout.leads))

    def summed(entries: NDArray[Any]) -> Integers:
        return np.bincount(tally.term, entries, len(tally.number)).astype(np.int64)

    spread = summed(quotable)
    said = spread > 0
    return Statistics(
        int(layout.quotable.sum()),
        len(np.unique(layout.document[layout.quotable])),
        int(layout.openers.sum()),
        int((layout.block_length[layout.openers] >= LONG).sum()),
        int((layout.headed[layout.openers] > 0).sum()),
        tally.number[said],
        spread[said],
        _documents(tally, quotable)[said],
        summed(quotable * tally.count)[said],
        summed(leads * tally.count)[said],
    )


def _documents(tally: Tally, quotable: NDArray[np.bool_]) -> Integers:
    """Return how many documents have each term in a sentence that is quotable: (terms,).

    `quotable` says so of the sentence of each entry.
    """
    owner = np.repeat(tally.document, tally.entries)[quotable]
    bounds = np.concatenate([[0], np.cumsum(tally.entries * tally.quotable)])
    shape = (len(tally.entries), len(tally.number))
    # term by term, each in the order of documents: one counts where it is another than before
    by_term = csr_matrix((owner, tally.term[quotable], bounds), shape).tocsc()
    is_new = np.diff(by_term.data, prepend=-1) != 0
    is_new[by_term.indptr[:-1][np.diff(by_term.indptr) > 0]] = True
    return np.asarray(np.diff(np.concatenate([[0], np.cumsum(is_new)])[by_term.indptr]))


def total(statistics: Iterable[Statistics]) -> Statistics:
    """Return the statistics of all partitions together, columns in order.

    A sum waits until what came after it is as large, so few are in memory at once and no column
    is added up often.
    """
    waiting: list[Statistics] = []
    for one in statistics:
        waiting.append(one)
        while len(waiting) > 1 and len(waiting[-2].columns) <= len(waiting[-1].columns):
            waiting[-2:] = [_summed(waiting[-2:])]
    return waiting[0] if len(waiting) == 1 else _summed(waiting)


def _summed(some: Sequence[Statistics]) -> Statistics:
    columns, place = distinct(
        np.concatenate([np.empty(0, np.int64), *(one.columns for one in some)])
    )

    def summed(name: str) -> Integers:
        values = np.concatenate([np.empty(0, np.int64), *(getattr(one, name) for one in some)])
        return np.bincount(place, values, len(columns)).astype(np.int64)

    return Statistics(
        sum(one.total_sentences for one in some),
        sum(one.total_documents for one in some),
        sum(one.total_blocks for one in some),
        sum(one.long_blocks for one in some),
        sum(one.headed_blocks for one in some),
        columns,
        summed("sentences"),
        summed("documents"),
        summed("counts"),
        summed("leads"),
    )
