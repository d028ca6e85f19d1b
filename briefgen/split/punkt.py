"""Where sentences begin, by the Punkt algorithm (Kiss and Strunk, 2006) with tables for news.

nupunkt is the engine. The model that comes with it was trained on law and takes `week`, `month`
and 2,400 other everyday words for abbreviations, so that `... last week. Residents fled.` was one
sentence; of the model only the initialisms (`u.s`, `p.m`) are kept here.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from string import ascii_lowercase
from unicodedata import normalize

from nupunkt import PunktParameters, PunktSentenceTokenizer
from nupunkt.models import get_default_model_path

from briefgen.language import DEFAULT, known

ABBREVIATIONS, TITLES = known(DEFAULT).abbreviations, known(DEFAULT).titles

OPENERS = frozenset(
    """
    a according after again all although am among an and another are as at because before both
    but by despite did do does during each either even every few finally for from further
    furthermore given had has have he her here his how however i if in indeed instead is it its
    just last later many meanwhile more moreover most much my neither never next nobody none nor
    not nothing now of officials on once one only or other others our over people perhaps police
    residents several she since so some soon still such that the their them then there therefore
    these they this those though through thus to today two under unless until upon was we were
    what when where whether which while who why with within without would yes yesterday yet you
    your
    """.split()
)
"""Words that open a sentence when they stand, with a capital, after an abbreviation.

Where all is in capitals they tell nothing: `THE U.S. AND MALI` is more common than two sentences.
"""

_INITIALISM = re.compile(r"[a-z](?:\.[a-z]){1,3}")
_ACCENTED = re.compile(r"[À-ÖØ-ÞĀ-žȘȚ]")
_VOWELLESS = re.compile(r"[B-DF-HJ-NP-TVXZ][b-df-hj-np-tvxz]+")
"""A name or title that cannot be spoken as it is written: `Bn`, `Sqn`."""

_LONGEST_WORD = 500

Doubtful = Callable[[str, int, int], Iterator[int]]
"""Yields where sentences begin in a stretch of the text, from one offset to another."""

_MARK = re.compile(
    r"[.!?…](?:(?![^\W_])|(?=[A-Z][a-z\s]))"
    r"((?<!…)[”\"’']?\s+(?=[“\"‘'(]?[A-Z])(?![IVX]{2,}\b|[B-HJ-Z]\b))?"
)
"""What may end a sentence, as a mark within a word or number does not; with its group, it does if
the word before it is ordinary. What counts, as in `Annex. IV` or `B`, leaves it open."""

_REACH = 24
"""Characters before a stop within which an ordinary word begins."""


def starts(text: str, doubtful: Doubtful | None = None) -> Iterator[int]:
    """Yield the offsets at which sentences of `text` begin, but for its beginning, in no order.

    Most sentences end plainly. Only what stands between two plain ends and has other marks in it is
    left to `doubtful`, or to the engine; what it says there depends on nothing beyond them.
    """
    doubtful = doubtful or engine_starts
    begin, is_doubtful, last = 0, False, len(text.rstrip()) - 1
    for mark in _MARK.finditer(text):
        at = mark.start()
        is_stop = text[at] == "."
        if not mark.lastindex or (is_stop and not _follows_ordinary_word(text, at)):
            is_doubtful |= at < last
            continue
        if is_doubtful:
            yield from doubtful(text, begin, at if is_stop else mark.end() + 2)
        yield mark.end()
        begin, is_doubtful = at, False
    if is_doubtful:
        yield from doubtful(text, begin, len(text))


def _follows_ordinary_word(text: str, stop: int) -> bool:
    """Whether a stop ends a word that is no abbreviation and does not open its line, or a number.

    So does one that stands apart, as tokenised texts have it. A number behind another mark may be
    that of a list's item.
    """
    begin = text.rfind(" ", max(0, stop - _REACH), stop) + 1
    if begin < 2 or text[begin - 2].isspace():
        return False
    word = text[begin:stop]
    is_plain = _is_plain(word)
    return text[begin - 2].isalnum() if is_plain is None else is_plain


@lru_cache(maxsize=10_000)
def _is_plain(word: str) -> bool | None:
    """Return whether a word is no abbreviation, initial or title; None for a number or nothing."""
    if not word or word.isdecimal():
        return None
    if len(word) < 2 or not (word.isascii() and word.isalnum()):
        return False
    return word.lower() not in ABBREVIATIONS and (word.islower() or not is_title(word))


def is_title(word: str) -> bool:
    """Return whether a word with a capital is that of a title, or of a name, that is shortened.

    >>> is_title("Regt"), is_title("Sqn"), is_title("Mali")
    (True, True, False)
    """
    return word in TITLES or _VOWELLESS.fullmatch(word) is not None


def engine_starts(text: str, begin: int, end: int) -> Iterator[int]:
    """Yield where sentences begin in a stretch of `text`, but for the beginning of the stretch."""
    tokenizer = _tokenizer(not text.isupper())
    spans = tokenizer.span_tokenize(_tamed(text[begin:end]))
    return (begin + start for start, _ in spans if start)


@cache
def _tokenizer(openers: bool) -> PunktSentenceTokenizer:
    trained = PunktParameters.load(get_default_model_path()).abbrev_types
    initialisms = {one for one in trained if _INITIALISM.fullmatch(one)}
    abbreviations = {*ABBREVIATIONS, *initialisms, *ascii_lowercase}
    return PunktSentenceTokenizer(
        PunktParameters(abbrev_types=abbreviations, sent_starters=set(OPENERS if openers else ()))
    )


def _tamed(text: str) -> str:
    """Return `text`, letter for letter, as nupunkt can take it.

    It does not see that an accented capital begins a sentence, and its time grows with the square
    of the distance between two spaces.
    """
    if not text.isascii():
        text = _ACCENTED.sub(lambda letter: normalize("NFD", letter[0])[0], text)
    if len(text) > _LONGEST_WORD and _is_crammed(text):
        text = re.sub(rf"(?<!\S)\S{{{_LONGEST_WORD},}}", lambda word: "x" * len(word[0]), text)
    return text


def _is_crammed(text: str) -> bool:
    """Whether some run of `_LONGEST_WORD` characters may have no space; it holds a whole half."""
    half = _LONGEST_WORD // 2
    return any(text.find(" ", at, at + half) < 0 for at in range(0, len(text) - half, half))
