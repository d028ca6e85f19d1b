"""Items of a list that stand in one line: `1. Open the valve 2. Close the hatch`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.language.patterns import UPPER

FEWEST_LETTERED = 3
"""Items by letters that make a list: two may be an initial and a point of the text."""

_BULLETS = "•‣\u2043◦▪●■"
_BEGINS = re.compile(rf"\s*(?:[{_BULLETS}]|\(?(?:1|a)[.)])")
_INTRODUCED = re.compile(r"[:.!?]\s+[1a][.)]")
_MARKER = re.compile(
    rf"(?<!\S)(?:[{_BULLETS}]\s?)?(?:(?P<number>\d{{1,2}})|(?P<letter>[a-z]))"
    rf"(?P<form>\.\)|[.)])\s+(?=[\"“«„]?[{UPPER}])"
)
_BULLET = re.compile(rf"[{_BULLETS}](?<!\S.)\s*(?=\S)")
_WITHIN = re.compile(r"(?:[,;]|\b(?:and|or|und|oder|et|ou|y|o|e|и|или))\s*$")
"""What stands before an item that goes on with the sentence of the one before."""

_ENDED = re.compile(r"(?:^|[.!?:…][\"”»’)]?)\s*$")
_REACH = 8
"""Characters before a marker that tell how the item before it ended."""


class Items(NamedTuple):
    """Where the items of a list begin, and where behind its marker each has its first word."""

    starts: tuple[int, ...] = ()
    words: frozenset[int] = frozenset()


NONE = Items()


def items(text: str, ordinals: bool = False, first_is_gone: bool = False) -> Items:
    """Return the items of a list within `text`, two and more, whose markers count on from 1.

    The first marker may be gone, as it is where a reader took it off. With `ordinals`, a number and
    a stop are a marker only behind what ends a sentence: `in die 2. Liga`.

    >>> items("1) Open the valve 2) Close the hatch").starts
    (0, 18)
    """
    if not (first_is_gone or _may_have(text)):
        return NONE
    markers = [one for one in _MARKER.finditer(text) if _is_item(text, one, ordinals)]
    counted = _counted(text, markers, first_is_gone)
    if counted:
        return Items(tuple(one.start() for one in counted), frozenset(map(re.Match.end, counted)))
    return Items(tuple(one.start() for one in _BULLET.finditer(text)))


def _may_have(text: str) -> bool:
    """Whether a list may begin in `text`, in less time than it takes to look for one."""
    if "•" in text or not text[:2].isalpha():
        return bool(_BEGINS.match(text) or "•" in text)
    return ":" in text and bool(_INTRODUCED.search(text))


def _is_item(text: str, marker: re.Match[str], ordinals: bool) -> bool:
    before = text[max(0, marker.start() - _REACH) : marker.start()]
    if ordinals and marker["form"] == "." and not _ENDED.search(before):
        return False
    return not _WITHIN.search(before)


def _counted(
    text: str, markers: Sequence[re.Match[str]], first_is_gone: bool
) -> list[re.Match[str]]:
    """Return those markers that count on from the first, by a number or a letter, in its form."""
    chain = list(_chain(text, markers, first_is_gone))
    if not chain:
        return []
    fewest = (FEWEST_LETTERED if chain[0]["letter"] else 2) - first_is_gone
    return chain if len(chain) >= fewest else []


def _chain(
    text: str, markers: Sequence[re.Match[str]], first_is_gone: bool
) -> Iterator[re.Match[str]]:
    form, due = ("", False), 0
    for marker in markers:
        own = marker["form"], bool(marker["number"])
        value = int(marker["number"] or ord(marker["letter"]) - ord("a") + 1)
        if (own == form and value == due) or (
            not due and (value == 2 if first_is_gone else _may_open(text, marker, value))
        ):
            form, due = own, value + 1
            yield marker


def _may_open(text: str, marker: re.Match[str], value: int) -> bool:
    """Whether a list begins with a marker: at the text's beginning, or with 1 behind a stop."""
    if not text[: marker.start()].strip():
        return True
    return value == 1 and bool(_ENDED.search(text[: marker.start()][-_REACH:]))
