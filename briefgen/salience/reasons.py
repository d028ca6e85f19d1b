"""Why a sentence is like a query: its terms, and what each adds."""

from collections.abc import Iterator, Sequence

from scipy.sparse import csr_matrix

from briefgen.salience.features import Floats
from briefgen.salience.grams import Integers, grams

SHOWN = 12
"""Terms named for a sentence."""

Reasons = tuple[tuple[str, float], ...]
"""Terms and what each adds."""


def reasons(
    texts: Sequence[str], weights: csr_matrix, query: Floats, columns: Integers
) -> Iterator[Reasons]:
    """Yield, for each of the `texts`, its terms and what each adds to its likeness to `query`.

    `weights` has the texts' TF-IDF, (texts, columns); `columns` has the number of the term that
    each column counts. The largest come first, `SHOWN` at most, and none that adds nothing.
    """
    added = weights.multiply(query).tocsr()
    for row, text in enumerate(texts):
        inside = slice(added.indptr[row], added.indptr[row + 1])
        numbers = columns[added.indices[inside]].tolist()
        values = dict(zip(numbers, added.data[inside].tolist(), strict=True))
        named = [(gram, values.get(number, 0.0)) for gram, number in sorted(grams(text).items())]
        yield tuple(sorted((one for one in named if one[1] > 0), key=lambda one: -one[1])[:SHOWN])
