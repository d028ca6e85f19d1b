"""The marks of notes behind a sentence, such as `[3]`, which are no part of what it says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from briefgen.language.endings import STOPS
from briefgen.language.patterns import RAISED, UPPER

Span = tuple[int, int]

_CLOSER, _OPENER = "[\"'”’»)]", "[\"'“‘«„(]"
_SIGNS, _UNSEEN = "†‡§¶", "\u200b\u2060\ufeff"
_NUMBER = f"(?:[0-9{RAISED}]{{1,3}}|[ivxl]{{1,8}})"
_SHORT = "(?i:art|col|est|fig|gen|nos|sec|sgt|vol|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)"

_MARKS = re.compile(
    rf"""
    [{STOPS.replace(":", "")}] (?: {_CLOSER} | [ \u00a0\u202f]» ){{0,2}}
    (?P<marks> (?:
        [ \u00a0,]{{0,2}} \[ (?:
            {_NUMBER} (?: \s?[,;–-]\s? {_NUMBER} ){{0,9}}    # [3], [iii], [1, 2], [4-6]
            | [a-z] | (?:note|nb|fn)\.?\s?[0-9]{{1,3}}       # [a], [note 3]
            | [a-z][a-z ]{{0,20}}\ needed                    # [citation needed]
            | \^[^\s\[\]]{{1,20}}                           # [^3]
        ) \]
        | (?: (?<=\.) | (?<=\.{_CLOSER}) ) \([0-9]{{1,3}}\)  # (3)
        | \^[0-9]{{1,3}}\^?                                # ^3^
        | [{RAISED}]{{1,3}} (?: [ ,–-] [{RAISED}]{{1,3}} )* | [{_SIGNS}]{{1,3}} | [{_UNSEEN}]
        | (?: (?<=[^\W\d_]{{3}}\.) (?<!\b{_SHORT}\.) (?<!\bSept\.) | (?<=[^\W\d_]{{3}}\.[”’"]) )
          [0-9]{{1,3}} (?: [,–-] [0-9]{{1,3}} ){{0,9}}       # numbers that stood higher
          (?= \s+{_OPENER}?[^\W\d_] | \s*$ )
    )+ )
    (?= \s | $ | {_OPENER} | [{UPPER}] )    # but not [a]nd
    """,
    re.VERBOSE,
)
_FIGURE = re.compile(rf"\.(?:{_CLOSER}?\(|(?<=[^\W\d_]\.){_CLOSER}?[0-9])")
_SIGN = re.compile(f"[{RAISED}{_SIGNS}{_UNSEEN}]")

_BEGINNING = re.compile(rf"\s*{_OPENER}?([^\W\d_])")
_INITIAL = re.compile(r"(?<!\w)\w\.$")


def marks(text: str) -> tuple[Span, ...]:
    """Return where the marks of notes stand behind what ends as a sentence does.

    >>> text = "Aid came.[1] Rebels left. [2, 3] “It is over.”¹ He wept.[citation needed]"
    >>> [text[start:end] for start, end in marks(text)]
    ['[1]', ' [2, 3]', '¹', '[citation needed]']
    """
    return tuple(found.span("marks") for found in _MARKS.finditer(text)) if _may_have(text) else ()


def _may_have(text: str) -> bool:
    """Return whether there may be a mark in `text`, in less time than it takes to find it."""
    if "[" in text or "^" in text or _FIGURE.search(text):
        return True
    return not text.isascii() and bool(_SIGN.search(text))


def unmarked(text: str, spans: Sequence[Span]) -> str:
    """Return `text` with spaces in place of the marks at these `spans`."""
    if not spans:
        return text
    bounds = [0, *chain.from_iterable(spans), len(text)]
    kept = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    blank = [" " * (end - start) for start, end in spans]
    return "".join(chain.from_iterable(zip_longest(kept, blank, fillvalue="")))


def beginnings(text: str, spans: Iterable[Span]) -> Iterator[int]:
    """Yield the ends of those marks that a sentence begins behind: what follows has a capital."""
    for start, end in spans:
        following = _BEGINNING.match(text, end)
        is_initial = _INITIAL.search(text, max(0, start - 3), start)
        if following and following[1].isupper() and not is_initial:
            yield end
