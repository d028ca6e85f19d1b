"""Each story once: copies and reprints are folded into the document that stands for them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np

from briefgen.corpus.outlines import Outline, outline
from briefgen.corpus.reprints import NONE, Issues, Numbers, reprints
from briefgen.corpus.signatures import Shingles, recalled
from briefgen.model import EVERYTHING, UNDATED_FOR, Card, Coverage, File, Outcome


class Folded(NamedTuple):
    """Of each document, by its number, which one it is a copy of, and which one a reprint of.

    `origins` has the one that leads all that carry the same story. What is like no other has its
    own number, what was not read has `NONE`.
    """

    originals: Numbers
    faces: Numbers
    origins: Numbers


def fold(
    cards: Iterable[Card], shingles: Shingles, coverage: Coverage = EVERYTHING
) -> tuple[Card, ...]:
    """Return the cards by path, that of a copy or reprint saying of what; `folded` says how."""
    ordered = sorted(cards, key=lambda one: one.path)
    outlines = [outline(one) for one in ordered]
    found = folded(outlines, shingles, coverage)
    return tuple(_folded(*each, outlines, found, coverage) for each in enumerate(ordered))


def folded(
    outlines: Sequence[Outline], shingles: Shingles, coverage: Coverage = EVERYTHING
) -> Folded:
    """Return what of the documents, which are in the order of their paths, stands for what.

    Two documents are copies if their blocks hold the same words, whatever furniture stands around
    them. Of copies and reprints the earliest dated stands for all, else the best sourced, else the
    fullest; one that the `coverage` admits by its date takes precedence over any that it does not.
    Of a publisher's reports that say the same from day to day, the newest covered stands for all.
    """
    places = _read(outlines, coverage)
    first: dict[bytes, int] = {}
    same = [first.setdefault(outlines[number].digest, number) for number in places]
    singles = np.fromiter(first.values(), np.int64, len(first))
    signatures = recalled([outlines[number].path for number in singles], shingles)
    found = reprints(signatures, _issues([outlines[number] for number in singles], coverage))
    originals, faces, origins = np.full((3, len(outlines)), NONE)
    originals[places] = same
    faces[singles], origins[singles] = singles[found.faces], singles[found.origins]
    origins[places] = origins[same]
    return Folded(originals, faces, origins)


def _issues(outlines: Sequence[Outline], coverage: Coverage) -> Issues:
    """Return who published the documents, and on which day, if that is covered."""
    names = {document.publisher for document in outlines if document.publisher}
    numbers = {name: number for number, name in enumerate(sorted(names))}
    publishers = [numbers.get(document.publisher or "", NONE) for document in outlines]
    days = [
        day.toordinal() if (day := document.seen.published) and coverage.admits(day) else NONE
        for document in outlines
    ]
    return Issues(np.array(publishers, np.int64), np.array(days, np.int64))


def judged(number: int, outlines: Sequence[Outline], found: Folded, coverage: Coverage) -> File:
    """Return what becomes of the document with this number; what is not covered is left out.

    Each document has exactly one outcome, so their counts add up to the number of files seen.
    """
    seen, original, face = outlines[number].seen, found.originals[number], found.faces[number]
    if original == NONE:
        return seen
    if original != number:
        reason = f"the same text as {outlines[original].path}"
        return replace(seen, outcome=Outcome.DUPLICATE, reason=reason)
    if face != number:
        reason = f"for the most part the text of {outlines[face].path}"
        return replace(seen, outcome=Outcome.REPRINT, reason=reason)
    day = coverage.day(seen.published, outlines[number].retrieved)
    return seen if coverage.admits(day) else _left_out(seen, day, coverage)


def _left_out(seen: File, day: date | None, coverage: Coverage) -> File:
    """Return what becomes of a text that the coverage does not admit, and why."""
    if day is None:
        reasons = [doubt.removeprefix(UNDATED_FOR) for doubt in seen.doubts]
        reason = "; ".join(reasons) or "no date found"
        return replace(seen, outcome=Outcome.UNDATED, reason=reason)
    if coverage.is_later(day):
        reason = f"dated {day}, after the issue's day, {coverage.issue_day}"
        return replace(seen, outcome=Outcome.LATER, reason=reason)
    reason = f"dated {day}, {coverage.window.missed(day)}"
    return replace(seen, outcome=Outcome.OUTSIDE, reason=reason)


def _folded(
    number: int, card: Card, outlines: Sequence[Outline], found: Folded, coverage: Coverage
) -> Card:
    file, origin = judged(number, outlines, found, coverage), found.origins[number]
    leader = "" if origin == NONE else outlines[origin].path
    return replace(card, outcome=file.outcome, reason=file.reason, origin=leader)


def _read(outlines: Sequence[Outline], coverage: Coverage) -> list[int]:
    """Return the numbers of what was read, that first which is best fit to stand for its copies."""
    read = (number for number, one in enumerate(outlines) if one.seen.outcome is Outcome.READ)
    return sorted(read, key=lambda number: _fitness(outlines[number], coverage))


def _fitness(document: Outline, coverage: Coverage) -> tuple[int, date, int, int, str]:
    """Return a key that is the lower the better a document stands for its copies."""
    day = coverage.day(document.seen.published, document.retrieved)
    return (
        2 if day is None else 0 if coverage.admits(day) else 1,
        day or date.max,
        document.gaps,
        -document.words,
        document.path,
    )
