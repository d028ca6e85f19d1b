"""The two passes over partitions of whole documents, and what they leave in hand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefgen.model import Sentence, Theme
from briefgen.salience.counts import Statistics, count, total
from briefgen.salience.propose import Proposals, pooled, propose
from briefgen.salience.queries import Queries, queries
from briefgen.salience.tally import Tally, tally

PARTITION = 20_000
"""Sentences that are counted at a time."""

Told = tuple[Sentence, Sentence | None]
"""A sentence, and the one of its story that it follows in its block, if any."""

Recall = Callable[[Sequence[int]], Sequence[Told]]
"""Returns the sentences with these numbers in the corpus, from 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """The pool of proposals and its sentences, the themes' queries, and the corpus's statistics."""

    pool: Proposals
    told: tuple[Told, ...]
    queries: Queries
    statistics: Statistics


def counted(partitions: Iterable[Tally]) -> Statistics:
    """Return the statistics of all partitions together: the first pass."""
    return total(map(count, partitions))


def survey(
    partitions: Iterable[Tally],
    statistics: Statistics,
    themes: Sequence[Theme],
    recall: Recall,
    languages: Sequence[str],
) -> Survey | None:
    """Let each partition propose its best in the light of the corpus's statistics: the second pass.

    `languages` are those of the sentences. None if there is nothing to ask, or no word in the
    sentences that could answer.
    """
    if not len(statistics.columns) or not themes:
        return None
    asked = queries(themes, statistics, languages)
    pool = pooled(
        propose(part, first, statistics, asked) for part, first in _with_firsts(partitions)
    )
    return Survey(pool, tuple(recall(pool.sentence.tolist())), asked, statistics)


def _with_firsts(partitions: Iterable[Tally]) -> Iterator[tuple[Tally, int]]:
    """Yield each partition with the number of its first sentence."""
    first = 0
    for part in partitions:
        yield part, first
        first += len(part.quotable)


def spoken(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """Return the tags of the languages of the `sentences`."""
    return tuple(sorted({one.language for one in sentences}))


def tallies(sentences: Sequence[Sentence], size: int = PARTITION) -> Iterator[Tally]:
    """Yield the sentences counted, in partitions of whole documents of about `size` sentences."""
    part: list[Sentence] = []
    for _, document in groupby(sentences, key=lambda one: one.document):
        part.extend(document)
        if len(part) >= size:
            yield tally(part)
            part = []
    if part:
        yield tally(part)


def among(sentences: Sequence[Sentence]) -> Recall:
    """Return how to recall any of the `sentences`."""

    def told(number: int) -> Told:
        sentence = sentences[number]
        before = sentences[number - 1] if sentence.position else None
        return sentence, before if before and before.story == sentence.story else None

    return lambda numbers: [told(number) for number in numbers]
