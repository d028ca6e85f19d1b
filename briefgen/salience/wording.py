"""The words of many texts, each looked at once however often it is used.

A word here is what stands between two spaces, with the marks written on to it. Nothing that is
counted reaches from one word into the next, so a text has what its words have.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from briefgen.language import Language, known, terms_of_each
from briefgen.salience.grams import Integers, Said, numbered

_DIGIT = re.compile(r"\d")

UNTOLD = -1
"""The count of what a language does not tell."""

LETTERS: Mapping[str, Callable[[Language], re.Pattern[str] | None]] = MappingProxyType(
    {
        "digits": lambda _: _DIGIT,
        "capitals": lambda language: language.capital,
        "hedging": lambda language: language.hedges,
        "reporting": lambda language: language.reports,
        "first_person": lambda language: language.first_person,
    }
)
"""What is counted in the letters of a text, by the pattern for it; none if it tells nothing."""

SURFACE = ("words", *LETTERS)
"""What is counted in a text besides its terms; of capitalised words, all but the first."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The `number` of each term in some texts, and the `row` of its text; in order text by text.

    `surface` has what is counted besides: (texts, SURFACE).
    """

    row: Integers
    number: Integers
    surface: Integers

    @classmethod
    def of(cls, said: Sequence[Said]) -> "Wording":
        """Return the wording of texts, each with the tag of its language."""
        rows: dict[str, list[int]] = {}
        for row, (_, tag) in enumerate(said):
            rows.setdefault(tag, []).append(row)
        parts = [
            (np.array(some), _read([said[row][0] for row in some], tag))
            for tag, some in rows.items()
        ]
        surface = np.empty((len(said), len(SURFACE)), dtype=np.int64)
        for some, part in parts:
            surface[some] = part.surface
        row_of = [some[part.row] for some, part in parts]
        return cls(_joined(row_of), _joined([part.number for _, part in parts]), surface)


class _Words(NamedTuple):
    """Each word of some texts once; which of them are `used`, and how many by each text."""

    distinct: tuple[str, ...]
    used: Integers
    sizes: Integers


def _read(texts: Sequence[str], tag: str) -> Wording:
    """Return the wording of texts in one language."""
    words = _words(texts)
    numbers, many = _terms(words.distinct, tag)
    row = np.repeat(np.repeat(np.arange(len(texts)), words.sizes), many[words.used])
    return Wording(row, numbers[_ranges(many, words.used)], _surface(texts, words, known(tag)))


def _words(texts: Sequence[str]) -> _Words:
    place: defaultdict[str, int] = defaultdict()
    place.default_factory = place.__len__
    sizes: list[int] = []

    def words() -> Iterator[list[str]]:
        for text in texts:
            yield (found := text.split())
            sizes.append(len(found))

    used = np.fromiter(map(place.__getitem__, chain.from_iterable(words())), np.int64)
    return _Words(tuple(place), used, np.array(sizes, dtype=np.int64))


def _terms(words: Sequence[str], tag: str) -> tuple[Integers, Integers]:
    """Return the numbers of the terms of all words, one after another, and how many each has."""
    terms, places = terms_of_each(words, tag)
    place = np.array(places, dtype=np.int64)
    many = np.diff(np.flatnonzero(place == 0), prepend=-1) - 1
    return numbered(terms)[place[place > 0]], many


def _ranges(many: Integers, used: Integers) -> Integers:
    """Return the places of the terms of each word that is used, where a word has so `many`."""
    first, size = (np.cumsum(many) - many)[used], many[used]
    return np.asarray(np.repeat(first - np.cumsum(size) + size, size) + np.arange(size.sum()))


def _surface(texts: Sequence[str], words: _Words, language: Language) -> Integers:
    """Return what is counted in each text: the sum over its words, but for the first capital."""
    ones = np.ones(len(words.distinct), dtype=np.int64)
    in_words = np.column_stack([ones, *_in_words(words.distinct, language)])
    bounds = np.concatenate([[0], np.cumsum(words.sizes)])
    uses = csr_matrix((ones[words.used], words.used, bounds), (len(texts), len(ones)))
    found = np.asarray(uses @ in_words)
    found[:, SURFACE.index("capitals")] -= _first_capitals(texts, language)
    return found


def _first_capitals(texts: Sequence[str], language: Language) -> Integers:
    """Return what counting capitals has to leave out: the one that every sentence begins with."""
    if not language.capital:
        return np.full(len(texts), -UNTOLD)
    return np.array([bool(language.capital.match(text)) for text in texts], dtype=np.int64)


def _in_words(words: Sequence[str], language: Language) -> Iterator[Integers]:
    """Yield what is counted in the letters of each word, one thing after another."""
    lines = "\n".join(words)
    ends = np.cumsum([len(word) + 1 for word in words])
    for pattern in (each(language) for each in LETTERS.values()):
        found = map(re.Match.start, pattern.finditer(lines)) if pattern else ()
        places = np.searchsorted(ends, np.fromiter(found, np.int64), "right")
        yield np.bincount(places, minlength=len(words))


def _joined(parts: Sequence[Integers]) -> Integers:
    return np.concatenate([np.empty(0, dtype=np.int64), *parts])
