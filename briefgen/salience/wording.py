"""The words of many texts in one language, each looked at once however often it is used.

A word here is what stands between two spaces, with the marks written on to it. Nothing that is
counted reaches from one word into the next, so a text has what its words have.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from scipy.sparse import csr_matrix

from briefgen.language import Language, known, terms_of_each
from briefgen.salience.grams import Integers, flattened

_DIGIT = re.compile(r"\d")

UNTOLD = -1
"""The count of what a language does not tell."""

LETTERS: Mapping[str, Callable[[Language], re.Pattern[str] | None]] = MappingProxyType(
    {
        "digits": lambda _: _DIGIT,
        "capitals": lambda language: language.capital,
        "hedging": lambda language: language.hedges,
        "reporting": lambda language: language.reports,
    }
)
"""What is counted in the letters of a text, by the pattern for it; none if it tells nothing."""

SURFACE = ("words", *LETTERS)
"""What is counted in a text besides its terms; of capitalised words, all but the first."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The `number` of each term in some texts and the `row` of the text it is in, in order.

    `surface` has what is counted besides: (texts, SURFACE).
    """

    row: Integers
    number: Integers
    surface: Integers

    @classmethod
    def of(cls, texts: Sequence[str], tag: str) -> "Wording":
        """Return the wording of `texts` in the language with this tag."""
        words, used, sizes = _words(texts)
        numbers, many = flattened(terms_of_each(words, tag))
        row = np.repeat(np.repeat(np.arange(len(texts)), sizes), many[used])
        return cls(row, numbers[_ranges(many, used)], _surface(texts, words, sizes, used, tag))


def _words(texts: Sequence[str]) -> tuple[tuple[str, ...], Integers, Integers]:
    """Return each word once, the places of those that the texts use, and how many each uses."""
    place: defaultdict[str, int] = defaultdict()
    place.default_factory = place.__len__
    used: list[int] = []
    ends = [0]
    for text in texts:
        used.extend(map(place.__getitem__, text.split()))
        ends.append(len(used))
    return tuple(place), np.array(used, dtype=np.int64), np.diff(ends)


def _ranges(many: Integers, used: Integers) -> Integers:
    """Return the places of the terms of each word that is used, where a word has so `many`."""
    first, size = (np.cumsum(many) - many)[used], many[used]
    return np.asarray(np.repeat(first - np.cumsum(size) + size, size) + np.arange(size.sum()))


def _surface(
    texts: Sequence[str], words: Sequence[str], sizes: Integers, used: Integers, tag: str
) -> Integers:
    """Return what is counted in texts of so many words, by which of `words` they use."""
    language = known(tag)
    in_words = np.column_stack([np.ones(len(words), np.int64), *_in_words(words, language)])
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    uses = csr_matrix((np.ones(len(used), np.int64), used, bounds), (len(texts), len(words)))
    found = np.asarray(uses @ in_words)
    if language.capital:
        opens = [bool(language.capital.match(text)) for text in texts]
        found[:, SURFACE.index("capitals")] -= np.array(opens, dtype=np.int64)
    else:
        found[:, SURFACE.index("capitals")] = UNTOLD
    return found


def _in_words(words: Sequence[str], language: Language) -> Iterator[Integers]:
    """Yield what is counted in the letters of each word, one thing after another."""
    lines = "\n".join(words)
    ends = np.cumsum([len(word) + 1 for word in words])
    for pattern in (each(language) for each in LETTERS.values()):
        found = (one.start() for one in pattern.finditer(lines)) if pattern else ()
        places = np.searchsorted(ends, np.fromiter(found, np.int64), "right")
        yield np.bincount(places, minlength=len(words))
