"""Lines that are about a text and say when it was published, in seven languages.

A line is looked at as a whole: a date within a sentence is what the text reports.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen.language.date_labels import (
    AS_OF,
    AT,
    BY,
    DATE,
    DONE_AT,
    EVENT,
    EVENT_NAMES,
    HALVES,
    HAPPENINGS,
    MASTHEADS,
    NOT_YET,
    PLACE_OPENINGS,
    PREPOSITIONS,
    PUBLISHED,
    UPDATED,
    alternatives,
    of_publication_by_name,
)
from briefgen.read.dates import MASKED_DATE, MASKS, WEEKDAY, YEAR_MARK, flat, masked

LONGEST = 200
"""Characters that a line about the text may have."""

_LONGEST_RAW = 2 * LONGEST
"""Characters that it may have with the white space in it."""

_LABEL_LENGTH = 60
"""Characters that a label may have."""

PUBLICATION, BYLINE, DATE_LINE = "publication line", "byline", "date line"
LABELLED, STATUS, MASTHEAD, UPDATE = "date label", "status line", "masthead", "update line"

_CAPITAL = rf"(?-i:[A-ZÀ-ÞŁŚŠŻŽЀ-Я{MASKS[0]}])[\w’'.-]*"  # Theresa May
_PARTICLE = r"(?-i:de|du|da|dos|van|von|der|den|la|le|al|el|ag|bin|ben|ibn|and|et|y|e|und|&|in|for)"
_NAMES = rf"{_CAPITAL}(?:(?:,? | [/–—-] )(?:{_CAPITAL}|{_PARTICLE}(?= ))){{1,9}}"

_TIME = (
    r"(?:\d\d?[:.h]\d\d(?::\d\d(?:[.,]\d+)?)?|\d\d? ?h(?: ?\d\d)?(?!\w)|\d\d?(?= ?[ap]\.?m\b)"
    r"|\d\d?(?= uhr))"
)
_ZONE = (
    r"(?:z|uhr|h|hrs|мск|\(?(?:gmt|utc)(?:[+-]\d\d?(?::?\d\d)?)?\)?|\(?[a-z]{2,4}t\)?"
    r"|[+-]\d\d:?\d\d)"
)
_HOUR = rf"{_TIME}(?: ?{alternatives(HALVES)}(?!\w))?(?: ?{_ZONE}(?!\w)){{0,2}}"
_CLOCK = (
    rf"(?:T{_TIME} ?{_ZONE}?|(?:\s*[,·•|،]\s*|\s+[–—-]\s+|\s+)(?:{alternatives(AT)} )?{_HOUR})?"
    r"(?!\w)"
)

_BEFORE = rf"(?:{alternatives(PREPOSITIONS)}[:,]? ){{0,2}}"
_DAY_OF_WEEK = rf"(?:(?:{WEEKDAY}|[{MASKS}]{{3}})\.?[,،]? (?:{alternatives(PREPOSITIONS)} )?)?"
_AFTER = rf"(?:,? \(?{WEEKDAY}\)?(?!\w))?"
WHEN = rf"(?:{_HOUR},? )?{_BEFORE}{_DAY_OF_WEEK}{MASKED_DATE}{YEAR_MARK}{_AFTER}{_CLOCK}"
"""A pattern for a day as a line gives it, with its day of the week and its hour."""

_PLACE = (
    rf"(?:{alternatives(PLACE_OPENINGS)}\.? {_CAPITAL}(?: {_CAPITAL})?"
    rf"|{_CAPITAL}(?: {_PARTICLE} {_CAPITAL}){{0,2}}"
    rf"|[؀-ۿ]{{2,15}}(?: [؀-ۿ]{{2,15}})?)"
)
_AGENCY = r" \([\w/ .-]{2,20}\),?"
_TOWN = rf"(?!{WEEKDAY}\b)(?:[^\W\d_]\. )?{_PLACE}(?:[,،]|{_AGENCY}) ?"
_WHERE = rf"(?:{alternatives(DONE_AT)} )?(?:{_TOWN})?(?:(?:a|a los) )?"
_NUMBER = r"\W{0,3}(?:no|nr|num|n\.?[°ºo]|№|#)?\W{0,3}\d{1,4}(?:[/-]\d{2,4})?"
_BAR = r"(?:\s*[|·•,،:(/]\s*|\s+[–—-]\s+)"

_LABEL = rf"{alternatives(PUBLISHED)}\b"
_PUBLISHED = (
    r"(?:(?:as|(?:this|the) (?:article|story|report|piece|post|text) was) )?(?:first |originally )?"
    rf"{_LABEL}\W*(?:(?:on|in|at|by|par|por|en|von|sur|bei) .{{1,60}}?\W+)?{WHEN}"
)
_UPDATED = rf"{alternatives(UPDATED)}\b\W*"
_READING_TIME = r"\d+ ?min(?:ute)?s? read"
_MORE = rf"(?:\W+(?:{_UPDATED}(?:{WHEN})?|{_READING_TIME}))*"
_OPEN = r"[^.!?]{1,60}(?<=\w)$"
"""The end of a line that is no sentence."""

_MAST_NUMBERED = rf"{alternatives(MASTHEADS)}\b{_NUMBER}"
_MAST = rf"{alternatives(MASTHEADS)}\b(?:{_NUMBER})?"

_LINES: Mapping[str, str] = MappingProxyType(
    {
        PUBLICATION: rf"(?P<said>{_PUBLISHED})(?:{_MORE}|\W+{alternatives(BY)} {_OPEN})",
        UPDATE: rf"{_UPDATED}{WHEN}(?:\W+(?P<said>{_PUBLISHED}))?{_MORE}",
        STATUS: rf"{alternatives(AS_OF)}\b\W*(?P<said>{WHEN})",
        BYLINE: (
            rf"(?:(?:words|text|story|written|reported) )?{alternatives(BY)}:? (?P<author>{_NAMES})"
            rf"(?:\W+(?P<said>{_PUBLISHED}|{WHEN}){_MORE})?"
        ),
        LABELLED: rf"{alternatives(DATE)}\b\W*(?P<said>{WHEN}){_MORE}",
        DATE_LINE: (
            rf"(?P<where>{_WHERE})(?P<said>{WHEN})"
            rf"(?:{_MORE}|\W+{alternatives(BY)} (?P<author>{_NAMES})|{_AGENCY}| /[\w ]{{2,20}}/)"
        ),
        MASTHEAD: (
            rf"(?:(?:(?:.{{0,80}}?\W)??(?:{_MAST}{_BAR}|{_MAST_NUMBERED} )|{_MAST} ){_WHERE}"
            rf"(?P<said>{WHEN})|(?P<first>{WHEN}){_BAR}(?:.{{0,40}}?\W)??{_MAST})"
        ),
    }
)
"""The lines by what they are, a date label with its colon or without."""

_HAPPENING = re.compile(
    rf"\b{alternatives((*HAPPENINGS, *EVENT_NAMES))}\b|\b{WEEKDAY}\b", re.IGNORECASE
)
"""What is no place, though a comma and a date follow it."""

_ROW_LABEL = alternatives(of_publication_by_name(PUBLISHED))
_NUMBERS = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")
_SIGNED = rf"\W*(?:\w+ )?{alternatives(BY)}\b"
"""How a byline begins; all other lines have a number in them."""

_DATED_FIELD = (PUBLICATION, LABELLED, DATE_LINE)
_LABEL_ALONE = rf"(?:{_LABEL}|{alternatives((*DATE, *AS_OF))}\b)"
_EVENT = rf"\W*{alternatives(EVENT)}\s*:"
_IN_A_ROW = (
    rf"(?:^{_ROW_LABEL}\b\s*:?|(?P<before>\w+)\W+{_ROW_LABEL}\s*:)\s*(?P<said>{WHEN})"
    r"(?=\W*$|\W+(?-i:[A-ZÀ-ÞЀ-Я]))"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern, compiled at its first use: a start without texts has no need of it."""
    return re.compile(pattern, re.IGNORECASE)


def _signed(written: str) -> bool:
    return _compiled(_SIGNED).match(written) is not None


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return _compiled(rf"\W*{pattern}\W*")


class Line(NamedTuple):
    """A line about the text: what it is, the part of it that has the day, and the author."""

    reason: str
    said: str = ""
    author: str | None = None


def line(written: str) -> Line | None:
    """Return what a line about the text says; None if it is none.

    >>> line("Veröffentlicht am 4. März 2026")
    Line(reason='publication line', said='Veröffentlicht am 4. März 2026', author=None)
    >>> line("The town fell on 4 March 2026.")
    """
    if len(written) > _LONGEST_RAW or not (_NUMBERS.search(written) or _signed(written)):
        return None
    shown = flat(written)
    veiled = masked(shown)
    if len(shown) > LONGEST:
        return None
    is_dated = _YEAR.search(veiled) or any(mask in veiled for mask in MASKS)
    for reason, pattern in _LINES.items() if is_dated else [(BYLINE, _LINES[BYLINE])]:
        found = _whole(pattern).fullmatch(veiled)
        if found and not _HAPPENING.search(_group(found, "where", shown)):
            said = _group(found, "said", shown) or _group(found, "first", shown)
            return Line(reason, said, _group(found, "author", shown) or None)
    return None


def has_year(written: str) -> bool:
    """Whether there is a number that may be a year, as there is in every whole date."""
    return _YEAR.search(written) is not None


def field(written: str) -> str:
    """Return the part with the day of a field that holds a day, and maybe its label; or nothing."""
    found = line(written)
    return found.said if found and found.reason in _DATED_FIELD else ""


def is_label(written: str) -> bool:
    """Whether it is a label alone, such as `Date of publication:`, whose value stands beside it."""
    return len(written) <= _LABEL_LENGTH and bool(_whole(_LABEL_ALONE).fullmatch(flat(written)))


def is_value(written: str) -> bool:
    """Whether it is a day alone, as stands beside a label."""
    return len(written) <= LONGEST and bool(_whole(WHEN).fullmatch(masked(flat(written))))


def tells_of_an_event(written: str) -> bool:
    """Whether it is a line such as `Venue: the town hall`, as invitations have it."""
    return ":" in written and bool(_compiled(_EVENT).match(written))


def in_a_row(written: str) -> Iterator[Line]:
    """Yield the days of publication in a row of labels and values, such as the cells of a table.

    >>> [one.said for one in in_a_row("Numéro : 12 Date de publication : 4 mars 2026 Page 1")]
    ['4 mars 2026']
    """
    if not has_year(written):
        return
    shown = flat(written)
    if len(shown) > LONGEST:
        return
    for found in _compiled(_IN_A_ROW).finditer(masked(shown)):
        if (found["before"] or "").lower() not in NOT_YET:
            yield Line(PUBLICATION, shown[found.start("said") : found.end("said")])


def _group(found: re.Match[str], name: str, text: str) -> str:
    """Return what the named group stands for in the text before it was masked."""
    start, end = found.span(name) if found.groupdict().get(name) else (0, 0)
    return text[start:end]
