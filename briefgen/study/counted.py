"""The documents of a corpus as the index has them: their counts, and any of their sentences."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from briefgen.corpus import Outline
from briefgen.index import Index
from briefgen.model import Sentence
from briefgen.salience import Tally, Told, among, unpacked
from briefgen.study.kept import SENTENCES

PARTITION = 20_000
"""Sentences that are weighed at a time."""


class Counted:
    """Partitions of whole documents that can be gone through again and again."""

    def __init__(self, index: Index, documents: Iterable[Outline]) -> None:
        """Take from `index` those of the `documents` that have any sentence, in this order."""
        self._index = index
        self.documents = [one for one in documents if one.sentences]
        self._ends = np.cumsum([one.sentences for one in self.documents], dtype=np.int64)

    def only(self, numbers: Iterable[int]) -> "Counted":
        """Return those of the documents with these numbers alone."""
        return Counted(self._index, [self.documents[number] for number in numbers])

    def __iter__(self) -> Iterator[Tally]:
        """Yield the tally of about `PARTITION` sentences, then of the next."""
        start = 0
        while start < len(self.documents):
            before = self._ends[start - 1] if start else 0
            end = int(max(self._ends.searchsorted(before + PARTITION, "right"), start + 1))
            yield unpacked(self._index.counts(self._paths(range(start, end))))
            start = end

    def sentences(self) -> tuple[Sentence, ...]:
        """Return all sentences, in order."""
        bodies = self._index.bodies(self._paths(range(len(self.documents))))
        return tuple(one for body in bodies for one in SENTENCES.validate_json(body))

    def recall(self, numbers: Sequence[int]) -> list[Told]:
        """Return the sentences with these numbers, which count on from document to document."""
        places = self._ends.searchsorted(numbers, "right").tolist()
        wanted = sorted(set(places))
        told = {
            place: among(SENTENCES.validate_json(body))
            for place, body in zip(wanted, self._index.bodies(self._paths(wanted)), strict=True)
        }
        firsts = [0, *self._ends.tolist()]
        return [
            told[place]([number - firsts[place]])[0]
            for number, place in zip(numbers, places, strict=True)
        ]

    def _paths(self, numbers: Iterable[int]) -> list[str]:
        return [self.documents[number].path for number in numbers]
