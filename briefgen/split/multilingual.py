"""Where sentences begin in other languages than English: sentencex, with repairs by their tables.

sentencex is imported only here: it is a compiled library that an English corpus does not need.
"""

import re
from collections.abc import Iterator
from itertools import chain

from briefgen.language import Language
from briefgen.language.patterns import UPPER
from briefgen.split.context import (
    REACH,
    begins_small,
    is_cut_short,
    is_glued,
    is_ordinary,
    is_title,
    last_token,
    missed,
    stopped_word,
)

_PAUSE = re.compile(rf"(?:…|\.\.\.|°[CF]\.)\s+(?=[\"“«„]?[{UPPER}]|[\u0620-\u064a])")
"""An ellipsis, or a temperature, before what may begin a sentence: in Arabic letters, any word."""

_STOP = re.compile(rf"\.\s+(?=[\"“«„(]?\s?[{UPPER}\d])")
"""A stop that a sentence may end with."""

_HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, as JSON may have it; sentencex, which wants Unicode, is shown U+FFFD."""

_WIDE = re.compile(r"[^\S\n](?=\.)")
"""Space before a full stop; sentencex 1.0, which panics at any but U+0020, is shown that."""

_DASH = re.compile(r"[—–-]\s*")
_LAST = re.compile(r"[^\W_]+$")
_ORDINAL = re.compile(r"(?<!\w)\d{1,2}\.$")
_ITEM = re.compile(r"\W{0,2}\d{1,3}[.)]{1,2}\s+$")
"""The number of a list's item, if it is all that stands before a boundary."""

_OPENING = 48
"""Characters before a boundary within which the opening of a sentence may stand."""

_SHORTEST = 10
"""Characters before the first boundary if all that stands before it is the number of an item."""

_WORD = re.compile(r"\w+")


def cuts(text: str, language: Language) -> Iterator[int]:
    """Yield the offsets at which one sentence ends and another begins, in no order."""
    found = {cut for cut in _engine(text, language.tag) if _is_boundary(text, cut, language)}
    passed = (stop for stop in _STOP.finditer(text) if stop.end() not in found)
    ended = (stop.end() for stop in passed if _ends_all_the_same(text, stop, language))
    paused = (pause.end() for pause in _PAUSE.finditer(text)) if _may_pause(text) else ()
    return chain(found, ended, paused, missed(text, language))


def _may_pause(text: str) -> bool:
    """Whether `_PAUSE` may match, in less time than it takes to look."""
    return "…" in text or "..." in text or "°" in text


def _ends_all_the_same(text: str, stop: re.Match[str], language: Language) -> bool:
    """Whether a stop that the engine passes over, or an abbreviation has, ends a sentence."""
    start, end = stop.span()
    if text[end].isdigit():
        return is_ordinary(stopped_word(last_token(text, end)), language)
    endings = language.missed.finditer(text, max(0, start - REACH), end + REACH)
    return any(one.end() == end for one in endings) and not _goes_on(text, end, language)


def _goes_on(text: str, cut: int, language: Language) -> bool:
    """Whether all that stands between the last stop and `cut` only opens a sentence."""
    before = text[max(0, cut - _OPENING) : cut]
    return language.opens.search(before) is not None


def _engine(text: str, tag: str) -> Iterator[int]:
    from sentencex import get_sentence_boundaries

    found = get_sentence_boundaries(tag, _WIDE.sub(" ", _HALF.sub("\ufffd", text)))
    return (int(one["start_index"]) for one in found)


def _is_boundary(text: str, cut: int, language: Language) -> bool:
    """Whether one sentence may end before `cut` and another begin at it.

    A sentence goes on if what follows is small, also behind a dash, as after `!» — сказал он`.
    """
    if is_glued(text, cut):
        return False
    dash = _DASH.match(text, cut)
    following = dash.end() if dash else cut
    if text[following : following + 1].islower():
        return following == cut and begins_small(text, cut, language)
    return _may_end(text, cut, language)


def _may_end(text: str, cut: int, language: Language) -> bool:
    """Whether a sentence may end with the last word before `cut`."""
    if cut < _SHORTEST and _ITEM.match(text, 0, cut):
        return False
    last = last_token(text, cut)
    if not last.endswith("."):
        return True
    if language.ordinals and _ORDINAL.search(last):
        opener = _WORD.match(text, cut)
        return opener is not None and opener[0].lower() in language.stop_words
    if _is_abbreviation(last, language) or is_cut_short(text, cut, language):
        return False
    return not is_title(text, cut, language)


def _is_abbreviation(token: str, language: Language) -> bool:
    """Whether what stands before the stop of a token is an initial or a known abbreviation."""
    word = _LAST.search(token, 0, len(token) - 1)
    if word is None:
        return False
    if len(word[0]) == 1 and word[0].isupper():
        return not token.endswith(f"°{word[0]}.")
    return word[0].lower() in language.abbreviations
