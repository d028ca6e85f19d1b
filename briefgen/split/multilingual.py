"""Where sentences begin in other languages than English: sentencex, with repairs by their tables.

sentencex is imported only here: it is a compiled library that an English corpus does not need.
"""

import re
from collections.abc import Iterator
from itertools import chain

from briefgen.language import Language
from briefgen.language.patterns import UPPER

_PAUSE = re.compile(rf"(?:…|\.\.\.)\s+(?=[\"“«„]?[{UPPER}]|[\u0620-\u064a])")
"""An ellipsis before what may begin a sentence: in Arabic letters, any word."""

_HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, as JSON may have it; sentencex, which wants Unicode, is shown U+FFFD."""

_WIDE = re.compile(r"[^\S\n](?=\.)")
"""Space before a full stop; sentencex 1.0, which panics at any but U+0020, is shown that."""

_DASH = re.compile(r"[—–-]\s*")
_STOPPED_WORD = re.compile(r"(?:\b|(?<=\.))([^\W_]+)\.\s*$")
_INITIAL = re.compile(rf"(?<!\w)[{UPPER}]\.\s*$")
_ORDINAL = re.compile(r"(?<!\w)\d{1,2}\.\s*$")
_WORD = re.compile(r"\w+")
_REACH = 24
"""Characters before a boundary within which its last word begins."""


def cuts(text: str, language: Language) -> Iterator[int]:
    """Yield the offsets at which one sentence ends and another begins, in no order."""
    missed = (found.end() for found in chain.from_iterable(_missed(text, language)))
    found = (cut for cut in _engine(text, language.tag) if _is_boundary(text, cut, language))
    return chain(found, missed)


def _missed(text: str, language: Language) -> Iterator[Iterator[re.Match[str]]]:
    yield language.missed.finditer(text)
    yield _PAUSE.finditer(text)


def _engine(text: str, tag: str) -> Iterator[int]:
    from sentencex import get_sentence_boundaries

    found = get_sentence_boundaries(tag, _WIDE.sub(" ", _HALF.sub("\ufffd", text)))
    return (int(one["start_index"]) for one in found)


def _is_boundary(text: str, cut: int, language: Language) -> bool:
    """Whether one sentence may end before `cut` and another begin at it.

    A sentence goes on if what follows is small, also behind a dash, as after `!» — сказал он`.
    """
    dash = _DASH.match(text, cut)
    following = dash.end() if dash else cut
    small = text[following : following + 1].islower()
    if small and not language.small_beginnings.match(text, following):
        return False
    before = text[max(0, cut - _REACH) : cut]
    if language.ordinals and _ORDINAL.search(before):
        opener = _WORD.match(text, cut)
        return opener is not None and opener[0].lower() in language.stop_words
    return not _ends_in_abbreviation(before, language)


def _ends_in_abbreviation(before: str, language: Language) -> bool:
    if _INITIAL.search(before):
        return True
    last = _STOPPED_WORD.search(before)
    return last is not None and last[1].lower() in language.abbreviations
