"""Where a text turns to something new: blocks that are like what follows and unlike what precedes.

TextTiling (Hearst, 1997) as a number for each block b, with cosines of TF-IDF vectors:

    segment(b) = mean cos(b, each of the next `REACH` blocks) - mean cos(b, each of those before)
"""

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize

from briefgen.salience.grams import Floats, Integers

REACH = 3
"""Blocks on either side that a block is compared with, as the sketch of its window in Hearst."""


def segments(weights: csr_matrix, run: Integers, document: Integers) -> Floats:
    """Return how much the block of each text opens a segment, from -1 to 1: (texts,).

    `weights` has a row of length one, or none, for each text; `run` numbers their blocks and
    `document` their documents, both in order. A block without neighbours opens nothing: 0.
    """
    first = np.flatnonzero(np.diff(run, prepend=-1))
    blocks, owner = _summed(weights, first, run), document[first]
    after, before = np.zeros(len(first)), np.zeros(len(first))
    following, preceding = np.zeros(len(first)), np.zeros(len(first))
    for step in range(1, min(REACH, len(first) - 1) + 1):
        same = owner[step:] == owner[:-step]
        likeness = np.asarray(blocks[:-step].multiply(blocks[step:]).sum(axis=1)).ravel() * same
        after[:-step] += likeness
        following[:-step] += same
        before[step:] += likeness
        preceding[step:] += same
    value = after / np.maximum(following, 1) - before / np.maximum(preceding, 1)
    return np.asarray(value[run])


def _summed(weights: csr_matrix, first: Integers, run: Integers) -> csr_matrix:
    """Return the sum of the rows of each block at length one: (blocks, terms)."""
    if len(first) == len(run):
        return weights
    texts = np.arange(len(run))
    shape = (len(first), len(run))
    bounds = np.append(first, len(run))
    blocks = csr_matrix((np.ones(len(run)), texts, bounds), shape) @ weights
    blocks.sort_indices()
    return normalize(blocks, copy=False)
