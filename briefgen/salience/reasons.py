"""Why a sentence is like a query: its terms, and what each adds."""

from collections.abc import Iterator, Sequence

from scipy.sparse import csr_matrix

from briefgen.salience.grams import Floats, Integers, Said, grams

SHOWN = 12
"""Terms named for a sentence."""

Reasons = tuple[tuple[str, float], ...]
"""Terms and what each adds."""


def reasons(
    said: Sequence[Said], weights: csr_matrix, query: Floats, columns: Integers
) -> Iterator[Reasons]:
    """Yield, for each text, its terms and what each adds to its likeness to `query`.

    `weights` has the texts' TF-IDF, (texts, columns); `columns` has the number of the term that
    each column counts. The largest come first, `SHOWN` at most, and none that adds nothing.
    """
    added = weights.multiply(query).tocsr()
    for row, one in enumerate(said):
        inside = slice(added.indptr[row], added.indptr[row + 1])
        numbers = columns[added.indices[inside]].tolist()
        values = dict(zip(numbers, added.data[inside].tolist(), strict=True))
        named = [(gram, values.get(number, 0.0)) for gram, number in sorted(grams(one).items())]
        yield tuple(
            sorted((each for each in named if each[1] > 0), key=lambda each: -each[1])[:SHOWN]
        )
