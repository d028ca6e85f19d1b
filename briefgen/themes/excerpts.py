"""Sentences -> excerpts -> a matrix: what stands together, and the phrases it has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from briefgen.model import BlockKind, Sentence
from briefgen.themes.phrases import phrases

LENGTH = 4
"""Sentences of an excerpt, about: short blocks are joined, long ones cut."""

MOST = 3000
"""Excerpts that are looked at; of more, as many at even distances."""

COMMONEST = 0.4
"""Share of the excerpts that may have a phrase for it to tell one topic from another."""

SEVERAL = 4
"""Documents from which on a phrase must stand in two of them: one text is no theme."""

Excerpt = tuple[Sentence, ...]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Table:
    """Which excerpt has which phrase: `present` is (excerpts, phrases), 1 or 0.

    A phrase is named by its terms with spaces between.
    """

    excerpts: tuple[Excerpt, ...]
    phrases: tuple[str, ...]
    present: csr_matrix

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all excerpts, in order."""
        return tuple(sentence for excerpt in self.excerpts for sentence in excerpt)

    @property
    def frequency(self) -> NDArray[np.float64]:
        """How many excerpts have each phrase."""
        return np.asarray(self.present.sum(axis=0), dtype=np.float64).ravel()

    @property
    def everywhere(self) -> Flags:
        """Whether so many excerpts have each phrase that it says little of any."""
        return np.asarray(self.frequency > COMMONEST * len(self.excerpts))

    @property
    def length(self) -> NDArray[np.int64]:
        """How many terms each phrase has."""
        return np.array([one.count(" ") + 1 for one in self.phrases], dtype=np.int64)


def excerpts(sentences: Iterable[Sentence]) -> tuple[Excerpt, ...]:
    """Return the sentences of each document in runs of about `LENGTH`, cut where a block begins.

    Headings are left out.
    """
    told = (one for one in sentences if one.kind is not BlockKind.HEADING)
    documents = groupby(told, key=lambda one: one.document)
    return tuple(run for _, document in documents for run in _runs(document))


def sampled(every: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """Return `MOST` excerpts at even distances, or all if there are no more."""
    if len(every) <= MOST:
        return tuple(every)
    return tuple(every[place * len(every) // MOST] for place in range(MOST))


def _runs(document: Iterable[Sentence]) -> Iterator[Excerpt]:
    run: list[Sentence] = []
    for sentence in document:
        enough = len(run) >= LENGTH - 1 and sentence.position == 0
        if run and (enough or len(run) >= LENGTH + 2):
            yield tuple(run)
            run = []
        run.append(sentence)
    yield tuple(run)


def table(some: Sequence[Excerpt]) -> Table:
    """Return which phrases the excerpts have; a phrase of one excerpt alone is left out.

    So is, from `SEVERAL` documents on, a phrase of one document alone.
    """
    said = [_phrases(one) for one in some]
    if not any(said):
        return Table(tuple(some), (), csr_matrix((len(some), 0)))
    counter = CountVectorizer(analyzer=list, binary=True, dtype=np.float64)
    present = counter.fit_transform(said)
    names = counter.get_feature_names_out()
    kept = np.flatnonzero(_common(present, _documents(some)))
    return Table(tuple(some), tuple(names[kept].tolist()), present[:, kept].tocsr())


def _phrases(excerpt: Excerpt) -> list[str]:
    return [
        " ".join(one.terms)
        for sentence in excerpt
        for one in phrases(sentence.text, sentence.language)
    ]


def _documents(some: Sequence[Excerpt]) -> csr_matrix:
    """Return which excerpt is of which document: (documents, excerpts)."""
    numbers: dict[str, int] = {}
    rows = [numbers.setdefault(one[0].document, len(numbers)) for one in some]
    shape = (len(numbers), len(some))
    return csr_matrix((np.ones(len(rows)), (rows, range(len(rows)))), shape=shape)


def _common(present: csr_matrix, documents: csr_matrix) -> Flags:
    having = np.asarray((documents @ present).astype(bool).sum(axis=0)).ravel()
    least = 2 if documents.shape[0] >= SEVERAL else 1
    return np.asarray((np.asarray(present.sum(axis=0)).ravel() >= 2) & (having >= least))
