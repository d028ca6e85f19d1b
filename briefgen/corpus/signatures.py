"""The signatures of many documents, of which only some are in memory at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.corpus.shingles import Signature, kept, signature
from briefgen.model import Document

PART = 2_500
"""Documents whose signatures are in memory at a time."""

AT_HAND = 2**14
"""Documents whose signatures, some 2 kB each, are all held in memory, if there are no more."""

Shingles = Callable[[Sequence[str]], Iterable[bytes]]
"""Returns the bytes of the signatures of the documents at these paths, in this order."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """So many signatures; `recall` returns those with the numbers asked for, counted from 0."""

    count: int
    recall: Callable[[Sequence[int]], Iterable[Signature]]

    def parts(self, numbers: Sequence[int] | None = None) -> Iterator[list[Signature]]:
        """Yield the signatures with these numbers, or all, `PART` at a time."""
        wanted = range(self.count) if numbers is None else numbers
        for start in range(0, len(wanted), PART):
            yield list(self.recall(wanted[start : start + PART]))


def recalled(paths: Sequence[str], shingles: Shingles) -> Signatures:
    """Return the signatures of the documents at `paths`."""
    if len(paths) <= AT_HAND:
        return in_hand(list(map(kept, shingles(paths))))
    return Signatures(
        len(paths), lambda numbers: map(kept, shingles([paths[number] for number in numbers]))
    )


def in_hand(signatures: Sequence[Signature]) -> Signatures:
    """Return signatures all of which are in memory."""
    return Signatures(len(signatures), lambda numbers: [signatures[one] for one in numbers])


def signed(documents: Iterable[Document]) -> Shingles:
    """Return the shingles of documents that are in memory, by path."""
    known = {one.path: signature(one).tobytes() for one in documents}
    return lambda paths: [known[path] for path in paths]
