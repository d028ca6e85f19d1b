"""Where sentences begin, by the Punkt algorithm (Kiss and Strunk, 2006) with tables for news.

nupunkt is the engine. The model that comes with it was trained on law and takes `week`, `month`
and 2,400 other everyday words for abbreviations, so that `... last week. Residents fled.` was one
sentence; of the model only the initialisms (`u.s`, `p.m`) are kept here.
"""

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase
from unicodedata import normalize

from nupunkt import PunktParameters, PunktSentenceTokenizer
from nupunkt.models import get_default_model_path

ABBREVIATIONS = frozenset(
    """
    mr mrs ms messrs mme mmes mlle dr drs prof profs rev fr hon st ste sts mt mts ft sr jr esq
    gen gens lt col cols maj capt cpl sgt sgts pvt spc pfc cmdr comdr adm brig insp supt det
    amb gov govs sen sens rep reps pres asst assoc ph
    jan feb apr jun jul aug sep sept oct nov dec tue tues thu thur thurs
    inc corp co cos ltd plc llc bros assn dept depts univ inst govt natl intl mfg
    ave blvd rd hwy rte bldg apt tel ext
    ala ariz ark calif colo conn fla kan ky md mich minn mont neb nev okla penn tenn tex va vt
    wis wyo
    approx etc cf al vs ca viz eds trans vol vols km kg lb lbs oz yr yrs hr hrs
    """.split()
)
"""Words that a stop does not end a sentence after, unless one of `OPENERS` follows."""

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
_LONGEST_WORD = 500

_MARK = re.compile(r"[.!?…](?!\w)(?P<end>(?<!…)[”\"’']?\s+(?=[“\"‘'(]?[A-Z]))?")
"""What may end a sentence, as a mark within a word or number does not; with an `end`, it does if
the word before it is ordinary."""

_REACH = 24
"""Characters before a stop within which an ordinary word begins."""


def starts(text: str) -> Iterator[int]:
    """Yield the offsets at which sentences of `text` begin, but for its beginning, in no order.

    Most sentences end plainly. The engine is asked only about what stands between two plain ends
    and has other marks in it; what it says there depends on nothing beyond them.
    """
    openers = not text.isupper()
    begin, doubtful, last = 0, False, len(text.rstrip()) - 1
    for mark in _MARK.finditer(text):
        at, is_stop = mark.start(), text[mark.start()] == "."
        if not mark["end"] or (is_stop and not _follows_ordinary_word(text, at)):
            doubtful |= at < last
            continue
        if doubtful:
            yield from _engine_starts(text, begin, at if is_stop else mark.end() + 2, openers)
        yield mark.end()
        begin, doubtful = at, False
    if doubtful:
        yield from _engine_starts(text, begin, len(text), openers)


def _follows_ordinary_word(text: str, stop: int) -> bool:
    """Whether a stop ends a word that is no abbreviation and does not open its line, or a number.

    So does one that stands apart, as tokenised texts have it.
    """
    begin = text.rfind(" ", max(0, stop - _REACH), stop) + 1
    if begin < 2 or text[begin - 2].isspace():
        return False
    word = text[begin:stop]
    if len(word) < 2:
        return word.isdecimal() if word else text[begin - 2].isalnum()
    return word.isascii() and word.isalnum() and word.lower() not in ABBREVIATIONS


def _engine_starts(text: str, begin: int, end: int, openers: bool) -> Iterator[int]:
    """Yield where sentences begin in a stretch of `text`, but for the beginning of the stretch."""
    spans = _tokenizer(openers).span_tokenize(_tamed(text[begin:end]))
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
