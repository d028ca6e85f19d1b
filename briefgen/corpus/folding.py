"""Each story once: copies and reprints are folded into the document that stands for them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np

from briefgen.corpus.outlines import Outline, outline
from briefgen.corpus.reprints import NONE, Issues, Numbers, reprints
from briefgen.corpus.signatures import Shingles, recalled
from briefgen.model import ALWAYS, Card, File, Outcome, Window


class Folded(NamedTuple):
    """Of each document, by its number, which one it is a copy of, and which one a reprint of.

    `origins` has the one that leads all that carry the same story. What is like no other has its
    own number, what was not read has `NONE`.
    """

    originals: Numbers
    faces: Numbers
    origins: Numbers


def fold(cards: Iterable[Card], shingles: Shingles, window: Window = ALWAYS) -> tuple[Card, ...]:
    """Return the cards by path, that of a copy or reprint saying of what; `folded` says how."""
    ordered = sorted(cards, key=lambda one: one.path)
    outlines = [outline(one) for one in ordered]
    found = folded(outlines, shingles, window)
    return tuple(_folded(*each, outlines, found, window) for each in enumerate(ordered))


def folded(outlines: Sequence[Outline], shingles: Shingles, window: Window = ALWAYS) -> Folded:
    """Return what of the documents, which are in the order of their paths, stands for what.

    Two documents are copies if their blocks hold the same words, whatever furniture stands around
    them. Of copies and reprints the earliest dated stands for all, else the best sourced, else the
    fullest; one dated in the `window` goes before any that is not. Of a publisher's reports that
    say the same from day to day, the newest in the window does.
    """
    places = _read(outlines, window)
    first: dict[bytes, int] = {}
    same = [first.setdefault(outlines[number].digest, number) for number in places]
    singles = np.fromiter(first.values(), np.int64, len(first))
    signatures = recalled([outlines[number].path for number in singles], shingles)
    found = reprints(signatures, _issues([outlines[number] for number in singles], window))
    originals, faces, origins = np.full((3, len(outlines)), NONE)
    originals[places] = same
    faces[singles], origins[singles] = singles[found.faces], singles[found.origins]
    origins[places] = origins[same]
    return Folded(originals, faces, origins)


def _issues(outlines: Sequence[Outline], window: Window) -> Issues:
    """Return who published the documents, and on which day, if that is in the window."""
    names = {one.publisher for one in outlines if one.publisher}
    numbers = {name: number for number, name in enumerate(sorted(names))}
    publishers = [numbers.get(one.publisher or "", NONE) for one in outlines]
    days = [
        day.toordinal() if (day := one.seen.published) and window.holds(day) else NONE
        for one in outlines
    ]
    return Issues(np.array(publishers, np.int64), np.array(days, np.int64))


def judged(number: int, outlines: Sequence[Outline], found: Folded, window: Window) -> File:
    """Return what becomes of the document with this number; what is dated outside is left out.

    `read + empty + duplicate + reprint + outside + refused` is always the number of files seen.
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
    if seen.published is None or window.holds(seen.published):
        return seen
    reason = f"dated {seen.published}, {window.missed(seen.published)}"
    return replace(seen, outcome=Outcome.OUTSIDE, reason=reason)


def _folded(
    number: int, card: Card, outlines: Sequence[Outline], found: Folded, window: Window
) -> Card:
    file, origin = judged(number, outlines, found, window), found.origins[number]
    leader = "" if origin == NONE else outlines[origin].path
    return replace(card, outcome=file.outcome, reason=file.reason, origin=leader)


def _read(outlines: Sequence[Outline], window: Window) -> list[int]:
    """Return the numbers of what was read, that first which is best fit to stand for its copies."""
    read = (number for number, one in enumerate(outlines) if one.seen.outcome is Outcome.READ)
    return sorted(read, key=lambda number: _place(outlines[number], window))


def _place(one: Outline, window: Window) -> tuple[int, date, int, int, str]:
    published = one.seen.published
    return (
        2 if published is None else 0 if window.holds(published) else 1,
        published or date.max,
        one.gaps,
        -one.words,
        one.path,
    )
