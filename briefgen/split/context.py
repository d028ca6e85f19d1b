"""What stands around a boundary and says more of it than any list of abbreviations can.

The rules are those of all languages; each asks the language's tables for its words.
"""

import re
from collections.abc import Iterator

from briefgen.language import Language
from briefgen.language.patterns import UPPER
from briefgen.language.short_words import LONGEST

REACH = 24
"""Characters before a boundary within which its last word begins."""

QUOTED = 2000
"""Characters before a straight quotation mark that are searched for its partner."""

_UNLISTED = 2
"""Letters of a short word in a language that has no list of short words."""

UNSEEN = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\u061c"))
"""Marks of direction and of breaks, which may stand between a word and its stop."""

_OPENERS = "([{«„“‘\"'*_¿¡"
_NUMBER = re.compile(r"[\[(]?[#§№°$€£¥₹]?\s?\d|(?:[IVX]{2,}|[VX]|[B-HJ-Z])\b(?![.'’-])")
"""A number in figures, a Roman one, or a letter that counts: `5`, `€ 500`, `IV`, `B`."""

_MISSED = re.compile(
    rf"""
    [.](?:
        (?P<small> (?: (?<=[^\W\d_]{{3}}[.]) | (?<=[\d)\]”»"][.]) ) \s+ ) (?=[^\W\d_A-ZÀ-ÖØ-Þ])
        | (?P<joined> (?: (?<=[^\W\d_]{{2}}[.]) | (?<=[\d)\]”»][.]) | (?=[)\]”»"]) ) [)\]”»"]? )
          (?=[“«„"(\[]?[{UPPER}][^\W\d_]*[\s,’'])
    )
    """,
    re.VERBOSE,
)
"""Where a sentence may begin that splitters pass over, at the end of the match: `... 2026. cPanel`
or `killed.The army`."""

_SHOUTED = re.compile(rf"[!?](?<=[^\W\d_]{{2}}.)[”»]?(?=[“«„]?[{UPPER}][^\W\d_]*[\s,’'])")
"""A mark that ends a sentence, and no space behind it."""

_ASIDE = re.compile(r"\([^()]{1,300}\)")
_INTRODUCED = re.compile(r"[^\s.!?…:”\"»’][”\"»’]?\s?$")
"""What stands before a bracket that opens within a sentence."""

_INNER_STOP = re.compile(r"[.!?…][”\"»’]?\s+")

_STARRED = re.compile(rf"[.!?…][”»)\"’]{{0,2}}[*_]{{1,3}}\s+(?=[*_“«„\"'(]{{0,3}}[{UPPER}])")
"""The end of what was set off by asterisks or underscores, as Markdown has it, or a note's mark."""

_PROSE = re.compile(
    r"[({\[«„“‘\"'*_]*(?:\d+|[^\W\d_]+(?:['’-][^\W\d_]+)*)[)\]”»\"’]{0,2}[.!?][)\]”»\"]?"
)
"""A word of prose as it stands before a space that was left out, with its stop."""

_WORD = re.compile(r"[^\W\d_]+")

_CODE = frozenset(
    """
    asp bufio bytes context crypto errors fmt http io json log math net node os path rand reflect
    regexp runtime sort sql string strings strconv sync sys template time unsafe url xml
    """.split()
)
"""What program code joins to a capital by a stop: `fmt.Print`, `asp.Net`."""


def stopped_word(text: str, cut: int) -> str:
    """Return the word whose stop is the last mark before `cut`, or nothing if there is no such.

    >>> stopped_word("held (see para. 2)", 16), stopped_word("left. It", 6), stopped_word("a.m. ", 5)
    ('para', 'left', '')
    """
    tokens = text[max(0, cut - REACH) : cut].split()
    if not tokens or not tokens[-1].endswith(".") or tokens[-1].endswith(".."):
        return ""
    word = tokens[-1].translate(UNSEEN)[:-1].strip(_OPENERS + "°ºª")
    for joint in "-–/":
        word = word.rpartition(joint)[2]
    return word if word.isalpha() else ""


def is_cut_short(text: str, cut: int, language: Language) -> bool:
    """Return whether the stop before `cut` is that of an abbreviation, by what follows.

    Before a number it is if the word is an abbreviation that is known, or is short and not known.
    """
    if not _NUMBER.match(text, cut):
        return False
    word = stopped_word(text, cut)
    return word != "" and _is_abbreviation(word, language)


def _is_abbreviation(word: str, language: Language) -> bool:
    folded = word.lower()
    if folded in language.abbreviations or folded in language.numbered:
        return True
    if len(word) > (LONGEST if language.short_words else _UNLISTED):
        return False
    if len(word) > 1 and word.isupper():
        return False
    return not _is_ordinary(folded, language)


def _is_ordinary(folded: str, language: Language) -> bool:
    return folded in language.short_words or folded in language.stop_words


def is_title(text: str, cut: int, language: Language) -> bool:
    """Return whether the stop before `cut` is that of a title, and a name follows."""
    if stopped_word(text, cut) not in language.titles:
        return False
    opener = _WORD.match(text, cut)
    return opener is not None and opener[0].lower() not in language.stop_words


def begins_small(text: str, cut: int, language: Language) -> bool:
    """Return whether a sentence may begin with the small letter at `cut`.

    A name such as `iPhone` may, behind any stop but an abbreviation's. Any word may behind a word
    in small letters that is no abbreviation, as people write who do not look back.
    """
    word = stopped_word(text, cut)
    folded = word.lower()
    if folded in language.abbreviations or folded in language.numbered:
        return False
    if language.small_beginnings.match(text, cut):
        return len(word) != 1
    return word.islower() and (len(word) > LONGEST or folded in language.short_words)


def asides(text: str) -> frozenset[int]:
    """Return the offsets that no sentence begins at, as they are in brackets within another one.

    Brackets that a sentence ends before hold sentences of their own.

    >>> asides("It (he left. So did I.) fell. (So it did. It lay.)")
    frozenset({13})
    """
    if "(" not in text:
        return frozenset()
    return frozenset(
        inner.end()
        for aside in _ASIDE.finditer(text)
        for inner in _INNER_STOP.finditer(text, *aside.span())
        if _INTRODUCED.search(text, max(0, aside.start() - 3), aside.start())
    )


def missed(text: str, language: Language, begin: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where sentences begin that splitters pass over: small, joined, or behind asterisks.

    Only those are looked for that begin in the stretch of the text from `begin` to `end`.
    """
    end = len(text) if end is None else end
    for found in _MISSED.finditer(text, begin, end):
        is_start = begins_small if found["small"] else _is_joined
        if is_start(text, found.end(), language):
            yield found.end() - _opens_quotation(text, found.end() - 1)
    if text.find("!", begin, end) >= 0 or text.find("?", begin, end) >= 0:
        shouted = (found.end() for found in _SHOUTED.finditer(text, begin, end))
        yield from (cut for cut in shouted if _is_joined(text, cut, language))
    if text.find("*", begin, end) >= 0 or text.find("_", begin, end) >= 0:
        yield from (found.end() for found in _STARRED.finditer(text, begin, end))


def is_glued(text: str, cut: int) -> bool:
    """Return whether a stop stands straight before `cut`; `missed` says where a sentence begins so."""
    return text[cut - 1] in ".!?"


def _opens_quotation(text: str, place: int) -> bool:
    """Return whether there is a straight quotation mark at `place` that has none before it."""
    return text[place] == '"' and text.count('"', max(0, place - QUOTED), place) % 2 == 0


def _is_joined(text: str, cut: int, language: Language) -> bool:
    """Return whether a sentence begins at `cut`, where only the space before it was left out.

    So it does behind a word in small letters, unless both are code; behind a number, or a name,
    only if it begins with a word that says nothing itself.
    """
    tokens = text[max(0, cut - REACH) : cut].split()
    opener = _WORD.search(text, cut)
    if not tokens or not opener or not _PROSE.fullmatch(tokens[-1]):
        return False
    if opener[0].lower() in language.stop_words:
        return len(opener[0]) > 1 or opener[0].isupper()
    word = tokens[-1].strip(f"{_OPENERS})]”».!?’")
    return word.islower() and len(word) > 2 and word not in _CODE | language.abbreviations
