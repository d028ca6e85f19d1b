"""The documents of a corpus as the index has them: their counts, and any of their sentences."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from pydantic import TypeAdapter

from briefgen.index import Index
from briefgen.model import Sentence
from briefgen.salience import Tally, Told, among, unpacked

PARTITION = 20_000
"""Sentences that are weighed at a time."""

SENTENCES = TypeAdapter(tuple[Sentence, ...])
"""How the sentences of a document are kept."""


class Counted:
    """Partitions of whole documents that can be gone through again and again."""

    def __init__(self, index: Index, paths: Sequence[str], sizes: Mapping[str, int]) -> None:
        """Take from `index` the documents at `paths` that have any sentence, in this order.

        `sizes` says how many sentences each has, by its path.
        """
        self._index = index
        self._paths = [path for path in paths if sizes[path]]
        self._sizes = {path: sizes[path] for path in self._paths}
        self._ends = list(accumulate(self._sizes.values()))

    def __contains__(self, path: str) -> bool:
        """Return whether the document at `path` is one of these."""
        return path in self._sizes

    def only(self, paths: Sequence[str]) -> "Counted":
        """Return those at `paths` alone."""
        return Counted(self._index, paths, self._sizes)

    def __iter__(self) -> Iterator[Tally]:
        """Yield the tally of about `PARTITION` sentences, then of the next."""
        start = 0
        while start < len(self._paths):
            before = self._ends[start - 1] if start else 0
            end = max(bisect_right(self._ends, before + PARTITION), start + 1)
            yield unpacked(self._index.counts(self._paths[start:end]))
            start = end

    def sentences(self) -> tuple[Sentence, ...]:
        """Return all sentences, in order."""
        bodies = self._index.bodies(self._paths)
        return tuple(one for body in bodies for one in SENTENCES.validate_json(body))

    def recall(self, numbers: Sequence[int]) -> list[Told]:
        """Return the sentences with these numbers, which count on from document to document."""
        places = [bisect_right(self._ends, number) for number in numbers]
        wanted = sorted(set(places))
        bodies = self._index.bodies([self._paths[place] for place in wanted])
        told = {
            place: among(SENTENCES.validate_json(body))
            for place, body in zip(wanted, bodies, strict=True)
        }
        firsts = [0, *self._ends]
        return [
            told[place]([number - firsts[place]])[0]
            for number, place in zip(numbers, places, strict=True)
        ]
