"""The two passes over partitions of whole documents, and what they leave in hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scipy.sparse import csr_matrix

from briefgen.model import Sentence, Theme
from briefgen.salience.counts import PARTITION, Statistics, count, partitions, total
from briefgen.salience.propose import Proposals, pooled, propose, queries


@dataclass(frozen=True, slots=True)
class Survey:
    """The pool of proposals, the themes' queries (themes, columns), and the corpus's statistics."""

    pool: Proposals
    queries: csr_matrix
    statistics: Statistics


def spoken(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """Return the languages of the `sentences`, by tag."""
    return tuple(sorted({one.language for one in sentences}))


def survey(
    sentences: Sequence[Sentence], themes: Sequence[Theme], size: int = PARTITION
) -> Survey | None:
    """Count all partitions and add up, then let each propose its best in the light of the sum.

    None if there is nothing to ask, or no word in the `sentences` that could answer.
    """
    parts = tuple(partitions(sentences, size))
    if not parts or not themes:
        return None
    statistics = total(count(part) for part in parts)
    if not len(statistics.columns):
        return None
    asked = queries(themes, statistics, spoken(sentences))
    pool = pooled(propose(part, statistics, asked) for part in parts)
    return Survey(pool, asked, statistics)
