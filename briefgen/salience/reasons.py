"""Which terms tie sentences to their theme: the names behind the hashed columns."""

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import FeatureHasher

from briefgen.model import Sentence
from briefgen.salience.counts import COLUMNS, Integers, grams
from briefgen.salience.features import Floats

SHOWN = 12
"""Terms named for a sentence."""

Reasons = tuple[tuple[str, float], ...]
"""Terms and what each adds."""

_HASHER = FeatureHasher(COLUMNS, input_type="string", alternate_sign=False)


def reasons(
    sentences: Sequence[Sentence], weights: csr_matrix, query: Floats, columns: Integers
) -> Iterator[Reasons]:
    """Yield, for each sentence, its terms and what each adds to its likeness to `query`.

    `weights` has the sentences' TF-IDF, (sentences, columns); `columns` names the hash of each
    column. The largest come first, `SHOWN` at most, and none that adds nothing.
    """
    named = [sorted(set(grams((one.text, one.language)))) for one in sentences]
    place = _places(sorted({gram for some in named for gram in some}), columns)
    added = weights.multiply(query).tocsr()
    for row, some in enumerate(named):
        values = _by_column(added, row)
        worth = [(gram, values.get(place[gram], 0.0)) for gram in some]
        largest = sorted((one for one in worth if one[1] > 0), key=lambda one: -one[1])
        yield tuple(largest[:SHOWN])


def _places(grams: Sequence[str], columns: Integers) -> dict[str, int]:
    """Return the column each of the `grams` is counted in."""
    if not grams:
        return {}
    hashed = _HASHER.transform([gram] for gram in grams).indices
    return dict(zip(grams, np.searchsorted(columns, hashed).tolist(), strict=True))


def _by_column(rows: csr_matrix, row: int) -> dict[int, float]:
    inside = slice(rows.indptr[row], rows.indptr[row + 1])
    return dict(zip(rows.indices[inside].tolist(), rows.data[inside].tolist(), strict=True))
