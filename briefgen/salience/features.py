"""What is known of a sentence before it is weighed: a small function for each feature.

A feature takes a `View` of some sentences and returns an array, one number a sentence.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize
from threadpoolctl import ThreadpoolController

from briefgen.salience.counts import Statistics
from briefgen.salience.grams import Floats, Integers
from briefgen.salience.layout import Layout
from briefgen.salience.segments import segments
from briefgen.salience.tally import Tally
from briefgen.salience.uptake import uptake
from briefgen.salience.wording import SURFACE, UNTOLD

FULL = 8
"""Sentences of a full paragraph."""

USUAL_CAPITALS = 0.13
"""Capitalised words for each word of English news: what counts where capitals say nothing."""


@dataclass(frozen=True, slots=True)
class View:
    """Sentences of a partition seen in the light of the whole corpus.

    `surface` has what is counted in the letters, by its name; `weights` is TF-IDF, rows of length
    one, over the corpus's `columns`: (sentences, columns). `uptake` is how far what a sentence
    introduces is taken up again, and `segment` how much its block opens a segment.
    """

    layout: Layout
    surface: Mapping[str, Integers]
    weights: csr_matrix
    uptake: Floats
    segment: Floats
    statistics: Statistics

    @classmethod
    def of(cls, tally: Tally, statistics: Statistics) -> "View":
        """Return the view of `tally` that the `statistics` of its corpus give."""
        layout = Layout.of(tally)
        place = _placed(tally.number, statistics)
        bounds = np.concatenate([[0], np.cumsum(tally.entries)])
        weights = _weighted(bounds, place[tally.term], tally.count, statistics)
        surface = dict(zip(SURFACE, tally.surface.T, strict=True))
        said = _of_quotable(weights.data, tally)
        segment = segments(said, layout.run, layout.document)
        return cls(layout, surface, weights, uptake(said, layout.document), segment, statistics)

    def at(self, rows: Integers) -> "View":
        """Return the view of the sentences in these rows alone."""
        surface = {name: counts[rows] for name, counts in self.surface.items()}
        layout, weights = self.layout.at(rows), self.weights[rows]
        return View(
            layout, surface, weights, self.uptake[rows], self.segment[rows], self.statistics
        )


def _of_quotable(weights: Floats, tally: Tally) -> csr_matrix:
    """Return the weights of all entries by the terms of the partition alone, headings empty."""
    kept = np.repeat(tally.quotable, tally.entries)
    bounds = np.concatenate([[0], np.cumsum(tally.entries * tally.quotable)])
    shape = (len(tally.entries), len(tally.number))
    return csr_matrix((weights[kept], tally.term[kept], bounds), shape)


def inverse_frequency(statistics: Statistics) -> Floats:
    """Return how rare the term of each column is: (columns,)."""
    return rarity(statistics.sentences, statistics)


def rarity(frequency: Integers | int, statistics: Statistics) -> Floats:
    """Return scikit-learn's smooth inverse sentence frequency: ln((1 + n) / (1 + f)) + 1."""
    return np.asarray(np.log((1 + statistics.total_sentences) / (1 + frequency)) + 1.0)


def _placed(number: Integers, statistics: Statistics) -> Integers:
    """Return the column that each term is counted in, -1 if it is in none.

    Numbers are hashes and so lie evenly: the leading bits tell nearly where to look, which takes a
    third of the time of a binary search.
    """
    columns = np.append(statistics.columns, np.iinfo(np.int64).max)
    bits = len(columns).bit_length()
    sizes = np.bincount(statistics.columns >> (63 - bits), minlength=2**bits)
    place = (np.cumsum(sizes) - sizes)[number >> (63 - bits)]
    short = np.flatnonzero(columns[place] < number)
    while len(short):
        place[short] += 1
        short = short[columns[place[short]] < number[short]]
    return np.where(columns[place] == number, place, -1)


def _weighted(
    bounds: Integers, place: Integers, count: NDArray[np.integer[Any]], statistics: Statistics
) -> csr_matrix:
    """Return counts as sublinear TF-IDF with rows of length one: (rows, columns)."""
    known = place >= 0
    data = np.where(known, (1 + np.log(count)) * inverse_frequency(statistics)[place], 0.0)
    shape = (len(bounds) - 1, len(statistics.columns))
    weights = csr_matrix((data, np.maximum(place, 0), bounds), shape=shape)
    return normalize(weights, copy=False)


def _likeness(view: View, sums: NDArray[np.int64]) -> Floats:
    """Return each sentence's cosine to the centroid whose term counts are `sums`."""
    return np.asarray(view.weights @ unit(sums * inverse_frequency(view.statistics)))


def unit(vector: Floats) -> Floats:
    """Return the vector at length one, unless it has none.

    One thread adds up, since the last bit of a sum tells how many there were.
    """
    with _threads().limit(limits=1):
        length = np.linalg.norm(vector)
    return np.asarray(vector / length if length else vector)


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def centroid(view: View) -> Floats:
    """Likeness to the whole corpus (Radev et al., 2004, Centroid-based summarization)."""
    return _likeness(view, view.statistics.counts)


def leads(view: View) -> Floats:
    """Likeness to the sentences that open several."""
    return _likeness(view, view.statistics.leads)


def opens(view: View) -> Floats:
    """How much a sentence opens: the doublings of the sentences that follow from it, from 0.

    More than `FULL` tell no more: what is longer is a text without paragraphs.
    """
    return np.asarray(np.log2(np.minimum(view.layout.opened, FULL)))


def heads(view: View) -> Floats:
    """Whether a sentence is in a topline: the doublings of the long block it stands before, or 0.

    log2(1 + sentences of that block), `FULL` at the most.
    """
    return np.asarray(np.log2(1 + np.minimum(view.layout.headed, FULL)))


def segment(view: View) -> Floats:
    """How much the sentence opens a segment of its text: that of its block if it opens the block.

    Of a topline, which is a block of one or two sentences, all open it.
    """
    opening = (view.layout.position == 0) | (view.layout.headed > 0)
    return np.where(opening, view.segment, 0.0)


def spread(view: View) -> Floats:
    """How many documents say what the sentence says: the mean of log2(documents) of its terms.

    A term weighs the square of its share of the sentence's TF-IDF vector.
    """
    squares = view.weights.copy()
    squares.data **= 2
    return np.asarray(squares @ np.log2(np.maximum(view.statistics.documents, 1)))


def depth(view: View) -> Floats:
    """How deep in its document the sentence stands: the doublings of its place, from 0."""
    return np.asarray(np.log2(1 + view.layout.order))


def introduces(view: View) -> Floats:
    """Likeness of what it is the first of its document to say to what follows there.

    What the rest takes up again is what the document is about, whatever else the corpus has.
    """
    return view.uptake


def length(view: View) -> Floats:
    """The sentence's length, in doublings of a word."""
    return np.asarray(np.log2(np.maximum(view.surface["words"], 1)))


def digits(view: View) -> Floats:
    """Digits for each word."""
    return _for_each_word(view, "digits")


def capitals(view: View) -> Floats:
    """Capitalised words for each word, the first aside; the usual where they name nothing."""
    told = view.surface["capitals"] != UNTOLD
    return np.where(told, _for_each_word(view, "capitals"), USUAL_CAPITALS)


def hedging(view: View) -> Floats:
    """Words of likelihood and doubt: in analysts' prose the mark of a judgement."""
    return view.surface["hedging"].astype(np.float64)


def reporting(view: View) -> Floats:
    """Words that name who said it: what is only reported is seldom the gist."""
    return view.surface["reporting"].astype(np.float64)


def first_person(view: View) -> Floats:
    """Words of one who speaks of himself, an author or whom he quotes: a voice, not a finding."""
    return view.surface["first_person"].astype(np.float64)


def _for_each_word(view: View, name: str) -> Floats:
    return np.asarray(view.surface[name] / np.maximum(view.surface["words"], 1))


GENERAL: Mapping[str, Callable[[View], Floats]] = MappingProxyType(
    {
        function.__name__: function
        for function in (
            centroid, leads, introduces, opens, heads, segment, spread, depth,
            length, digits, capitals, hedging, reporting, first_person,
        )
    }
)  # fmt: skip
"""The features a sentence has whatever the theme."""


def general(view: View) -> Floats:
    """Return all general features: (sentences, len(GENERAL))."""
    return np.column_stack([function(view) for function in GENERAL.values()])
