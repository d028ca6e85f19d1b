"""Which language a text is in, by its commonest words and letters (as Dunning, 1994, by words).

Of 700 texts of 50 words in the seven languages with tables, all are told right; of
pieces of ten words, nine in ten. `tests/benchmarks/languages.py` measures it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from briefgen.language.profiles import COMMONEST, TELLING

UNDETERMINED = "und"
"""The tag for a language that is not known (ISO 639-2, BCP 47)."""

LOOKED_AT = 1000
"""Characters of a text that are looked at."""

FARTHEST = 10 * LOOKED_AT
"""The same of one that does not show its language by them, since it begins with names."""

LEAST_SHARE = 0.1
"""Share of a text's words that must speak for a language; English prose has 0.25 at least."""

LEAST_EVIDENCE = 1.0
"""Words that must speak for a language, lest a name decide."""

MANY = 40
"""Words of a text that is long enough to have many different ones of a language."""

LEAST_DISTINCT = 5
"""Different words that must speak for the language of such a text: `de` and `la` stand in the names
of all countries."""

FEW = 20
"""Words below which a text in Latin letters that shows no language says too little to tell."""

_WORD = re.compile(r"[^\W\d_]+")
_BLANKED = str.maketrans({one: " " for one in map(chr, range(128)) if not one.isalpha()})
"""What parts the words where there are no other letters, in a fifth of the time."""

_TYPOGRAPHY = "“”‘’–—…"
"""What of other characters most often stands in such a text."""

_LATIN = re.compile(r"[a-zß-öø-ɏ]+")


def detect(text: str) -> str:
    """Return the tag of the language of `text`, or nothing if there is too little to tell.

    It is `und` for a language that is in none of the profiles.
    """
    words = _words(text[:LOOKED_AT].lower())
    found = _told(words)
    if not found:
        found = _told([word for word in _words(text[:FARTHEST]) if not word[0].isupper()])
    if found:
        return found
    return "" if len(words) < FEW and _mostly_latin(words) else UNDETERMINED


def _told(words: list[str]) -> str:
    """Return the language that enough of the words speak for, or nothing."""
    scores = _scores(words)
    best = max(scores, key=scores.__getitem__, default="")
    if scores[best] < max(LEAST_EVIDENCE, LEAST_SHARE * len(words)):
        return ""
    is_prose = len(words) < MANY or len(COMMONEST[best].intersection(words)) >= LEAST_DISTINCT
    return best if is_prose or not _mostly_latin(words) else ""


def _words(text: str) -> list[str]:
    for mark in _TYPOGRAPHY:
        text = text.replace(mark, " ")
    return text.translate(_BLANKED).split() if text.isascii() else _WORD.findall(text)


def _scores(words: list[str]) -> dict[str, float]:
    """Return what speaks for each language, in the order of the profiles.

    A word that several languages have speaks less for each.
    """
    owners, scores = _owners(), dict.fromkeys(COMMONEST, 0.0)
    for word, count in Counter(words).items():
        if tags := owners.get(word):
            worth = count / len(tags) ** 0.5
            for tag in tags:
                scores[tag] += worth
        if not word.isascii():
            for tag in _told_by_letters(word):
                scores[tag] += count
    return scores


@cache
def _owners() -> Mapping[str, tuple[str, ...]]:
    """Return the languages that have each of the commonest words."""
    owners: dict[str, tuple[str, ...]] = {}
    for tag, words in COMMONEST.items():
        for word in words:
            owners[word] = (*owners.get(word, ()), tag)
    return owners


def _told_by_letters(word: str) -> Iterator[str]:
    return (tag for tag, letters in TELLING.items() if not set(letters).isdisjoint(word))


def _mostly_latin(words: list[str]) -> bool:
    return 2 * sum(bool(_LATIN.fullmatch(word)) for word in words) >= len(words)
