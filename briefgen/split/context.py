"""What stands around a boundary and says more of it than any list of abbreviations can.

The rules are those of all languages; each asks the language's tables for its words.
"""

import re
from collections.abc import Iterator

from briefgen.language import Language
from briefgen.language.patterns import UPPER, VOWELS
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
        (?P<small> (?: (?<=[^\W\d_]{{2}}[.]) | (?<=[\d)\]”»"][.]) ) \s+ ) (?=[^\W\d_A-ZÀ-ÖØ-Þ])
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

_ASIDES = {"(": re.compile(r"\([^()]{1,300}\)"), "[": re.compile(r"\[[^\[\]]{12,300}\]")}
"""Brackets by what opens them; a mark of a note has fewer letters."""

_INTRODUCED = re.compile(r"[^\s.!?…:”\"»’][”\"»’]?\s?$")
"""What stands before a bracket that opens within a sentence."""

_INNER_STOP = re.compile(r"[.!?…][”\"»’]?\s+")

_STARRED = re.compile(rf"[.!?…][”»)\"’]{{0,2}}[*_]{{1,3}}\s+(?=[*_“«„\"'(]{{0,3}}[{UPPER}])")
"""The end of what was set off by asterisks or underscores, as Markdown has it, or a note's mark."""

_PROSE = re.compile(
    r"[({\[«„“‘\"'*_]*(?:\d+|[^\W\d_]+(?:['’-][^\W\d_]+)*)[)\]”»\"’]{0,2}[.!?][)\]”»\"]?"
)
"""A word of prose as it stands before a space that was left out, with its stop."""

_CONSONANT = rf"[^\W\d_{VOWELS}]"
_SPOKEN = re.compile(
    rf"(?=\w{{4}}){_CONSONANT}*[{VOWELS}]+{_CONSONANT}+(?:[^\W\d_]*{_CONSONANT})?[{VOWELS}]"
)
"""A word of four letters and more, and two syllables, that ends in a vowel: `slave`."""

_WORD = re.compile(r"[^\W\d_]+")

_JOINT = re.compile("[-–/’']")
_CODE = frozenset(
    """
    asp bufio bytes context crypto errors fmt http io json log math net node os path rand reflect
    regexp runtime sort sql string strings strconv sync sys template time unsafe url xml
    """.split()
)
"""What program code joins to a capital by a stop: `fmt.Print`, `asp.Net`."""


def last_token(text: str, cut: int) -> str:
    """Return what stands between the last two spaces before `cut`, but for marks of direction."""
    tokens = text[max(0, cut - REACH) : cut].split()
    token = tokens[-1] if tokens else ""
    return token if token[-2:].isascii() else token.translate(UNSEEN)


def stopped_word(token: str) -> str:
    """Return the word that a token is with its stop, or nothing if it is anything else.

    >>> stopped_word("(para."), stopped_word("ex-Gen."), stopped_word("a.m."), stopped_word("so”")
    ('para', 'Gen', '', '')
    """
    if not token.endswith(".") or token.endswith(".."):
        return ""
    word = token[:-1].strip(_OPENERS + "°ºª")
    if not word.isalpha():
        word = _JOINT.split(word)[-1]
    return word if word.isalpha() else ""


def is_cut_short(text: str, cut: int, language: Language) -> bool:
    """Return whether the stop before `cut` is that of an abbreviation, by what follows.

    Before a number it is if the word is an abbreviation that is known, or is short and not known.
    """
    number = _NUMBER.match(text, cut)
    if number is None or number[0].lower() in language.stop_words:
        return False
    word = stopped_word(last_token(text, cut))
    return word != "" and _is_abbreviation(word, language)


def _is_abbreviation(word: str, language: Language) -> bool:
    if _is_known(word, language):
        return True
    if len(word) > (LONGEST if language.short_words else _UNLISTED):
        return False
    return not (len(word) > 1 and word.isupper()) and not is_ordinary(word, language)


def _is_known(word: str, language: Language) -> bool:
    folded = word.lower()
    return folded in language.abbreviations or folded in language.numbered


def is_ordinary(word: str, language: Language) -> bool:
    """Return whether a short word is listed as no abbreviation, or ends in a vowel, as few do."""
    folded = word.lower()
    if _is_known(word, language) or not language.short_words:
        return False
    is_listed = folded in language.short_words or folded in language.stop_words
    return is_listed or _SPOKEN.fullmatch(folded) is not None


def is_title(text: str, cut: int, language: Language) -> bool:
    """Return whether the stop before `cut` is that of a title, and a name follows."""
    if stopped_word(last_token(text, cut)) not in language.titles:
        return False
    opener = _WORD.match(text, cut)
    return opener is not None and opener[0].lower() not in language.stop_words


def begins_small(text: str, cut: int, language: Language) -> bool:
    """Return whether a sentence may begin with the small letter at `cut`.

    A name such as `iPhone` may, behind any stop but an abbreviation's. Any word may behind a word
    in small letters that is no abbreviation, as people write who do not look back.
    """
    word = stopped_word(last_token(text, cut))
    if _is_known(word, language):
        return False
    if language.small_beginnings.match(text, cut):
        return len(word) != 1
    return word.islower() and (len(word) > LONGEST or is_ordinary(word, language))


def asides(text: str) -> frozenset[int]:
    """Return the offsets that no sentence begins at, as they are in brackets within another one.

    Brackets that a sentence ends before hold sentences of their own.

    >>> asides("It (he left. So did I.) fell. (So it did. It lay.)")
    frozenset({13})
    """
    return frozenset(
        inner.end()
        for opening, pattern in _ASIDES.items()
        if opening in text
        for aside in pattern.finditer(text)
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
    """Return whether a mark stands straight before `cut`; `missed` tells if a sentence begins."""
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
