"""Outlines -> Corpus: which documents may be quoted, and who else carries their stories."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from briefgen.corpus.folding import Folded, folded, judged
from briefgen.corpus.outlines import Outline
from briefgen.corpus.reprints import Numbers
from briefgen.corpus.signatures import Shingles
from briefgen.errors import BriefgenError
from briefgen.model import EVERYTHING, Corpus, Coverage, File, Origin, Outcome, Profile

Families = Mapping[str, str]

_NO_FAMILIES: Families = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """All documents by their paths, and what became of each."""

    outlines: Sequence[Outline]
    files: tuple[File, ...]
    folded: Folded
    coverage: Coverage

    def quotable(self) -> list[Outline]:
        """Return the documents that may be quoted."""
        return [
            one
            for one, file in zip(self.outlines, self.files, strict=True)
            if file.outcome is Outcome.READ
        ]

    def corpus(self, profiles: Sequence[Profile], families: Families = _NO_FAMILIES) -> Corpus:
        """Return the corpus with the `profiles` of those documents that something is proposed from.

        `families` gives the family of an outlet by the outlet's name in small letters.
        """
        paths = {one.path for one in profiles}
        wanted = [number for number, one in enumerate(self.outlines) if one.path in paths]
        origins = tuple(self._origins(np.unique(self.folded.origins[wanted]), families))
        return Corpus(self.files, tuple(profiles), origins, self.coverage)

    def _origins(self, leaders: Numbers, families: Families) -> Iterator[Origin]:
        """Yield the origins that are led by `leaders`, in the order of these."""
        members: dict[int, list[int]] = {leader: [] for leader in leaders.tolist()}
        for number in np.flatnonzero(np.isin(self.folded.origins, leaders)).tolist():
            members[int(self.folded.origins[number])].append(number)
        for leader, numbers in members.items():
            numbers.sort(key=lambda number: (number != leader, number))
            carriers = [self.outlines[number] for number in numbers]
            publishers = tuple(_publisher(one, families) for one in carriers)
            yield Origin(tuple(one.path for one in carriers), publishers)


def gather(
    outlines: Iterable[Outline], shingles: Shingles, coverage: Coverage = EVERYTHING
) -> Gathered:
    """Return what became of all documents: copies and reprints folded, those not covered left out.

    Raises BriefgenError if there is no file at all. That nothing can be read, or nothing of these
    days, is not an error here: the report of the build says so.
    """
    ordered = sorted(outlines, key=lambda one: one.path)
    if not ordered:
        raise BriefgenError(
            "no source to read: the source folder is empty; put texts into it,"
            " or let `briefgen add` bring them"
        )
    found = folded(ordered, shingles, coverage)
    files = tuple(judged(number, ordered, found, coverage) for number in range(len(ordered)))
    return Gathered(ordered, files, found, coverage)


def _publisher(one: Outline, families: Families) -> str | None:
    name = one.publisher
    return families.get(name.casefold(), name) if name else None
