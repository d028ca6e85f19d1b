"""Which theme should have which passage, seen over all the themes that want one.

The assignment problem (Kuhn, 1955, The Hungarian method for the assignment problem): one passage
for each theme, so that all of them together are worth most.
"""

from collections.abc import Mapping

import numpy as np
from scipy.optimize import linear_sum_assignment

from briefgen.pick.draft import Draft
from briefgen.pick.likeness import Floats
from briefgen.pick.words import Flags

NOTHING = -1e6
"""What it is worth to leave a theme without any: less than all else, so that none is starved."""


def allot(draft: Draft, wanted: Mapping[str, Flags]) -> dict[str, int]:
    """Return a passage of those `wanted` for each theme that can have one, by its index.

    No sentence serves two themes, and none repeats what is taken or another of them. Where two
    repeat each other, one is given up: the one without which the rest is worth most.
    """
    free = {theme: flags & draft.novel for theme, flags in wanted.items()}
    while True:
        found = _assigned(draft, free)
        repeats = draft.repeating(tuple(found.values()))
        if not repeats:
            return found
        fewer = [_without(free, theme, one) for theme, one in found.items() if one in repeats]
        free = max(fewer, key=lambda some: _total(draft, some))


def _assigned(draft: Draft, free: Mapping[str, Flags]) -> dict[str, int]:
    """Return the assignment worth most of the passages that are `free` for each theme."""
    value = np.round(draft.leading, 9)
    offers = [_best(value, flags, len(free)) for flags in free.values()]
    sentences = sorted({draft.sentence(index) for some in offers for index in some})
    worth = np.full((len(free), len(sentences) + len(free)), NOTHING)
    held = {}
    for row, some in enumerate(offers):
        for index in some:
            place = row, sentences.index(draft.sentence(index))
            worth[place], held[place] = value[index], index
    pairs = {int(row): (int(row), int(column)) for row, column in _solved(worth)}
    return {theme: held[pairs[row]] for row, theme in enumerate(free) if pairs[row] in held}


def _solved(worth: Floats) -> Floats:
    return np.transpose(linear_sum_assignment(worth, maximize=True))


def _best(value: Floats, flags: Flags, count: int) -> list[int]:
    """Return the `count` best; no theme needs more, since the others take one each."""
    able = np.flatnonzero(flags)
    return [int(index) for index in able[np.argsort(-value[able], kind="stable")[:count]]]


def _without(free: Mapping[str, Flags], theme: str, index: int) -> dict[str, Flags]:
    rest = free[theme].copy()
    rest[index] = False
    return {**free, theme: rest}


def _total(draft: Draft, free: Mapping[str, Flags]) -> float:
    found = _assigned(draft, free)
    missing = len(free) - len(found)
    return float(draft.leading[list(found.values())].sum() + NOTHING * missing)
