"""Dates as texts write them. Only a whole date that can be read in one way is a date."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from briefgen.language.months import MONTHS

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
"""A pattern for the name of a month, in small letters."""

_ORDINAL = "(?:st|nd|rd|th|er|º|°|\\.)?"
_YEAR = r"\d{4}"

DATE = (
    rf"(?:{_YEAR}-\d\d?-\d\d?|{_YEAR}/\d\d?/\d\d?|\d\d?/\d\d?/{_YEAR}|\d\d?\.\d\d?\.{_YEAR}"
    rf"|\d\d?-\d\d?-{_YEAR}"
    rf"|\d\d?{_ORDINAL}[ -](?:of |de |d’|d')?{MONTH}\b\.?,?(?:[ -](?:de |del |of )?{_YEAR})?"
    rf"|{MONTH}\b\.? \d\d?{_ORDINAL}(?:,? {_YEAR})?)(?!\d)"
)
"""A pattern for a date, whole or without its year; letter case is for the one who uses it."""

MASKS = "Ɀɀ"
"""Rare letters that stand for those of a month's name: with a capital, and without."""

MASKED_DATE = DATE.replace(MONTH, f"[{MASKS}]+")
"""A pattern for a date in a masked text. It is a tenth as long: a month has some fifty names."""

_DATE = re.compile(rf"(?<![\w/.-]){DATE}", re.IGNORECASE)
_NAME = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")


class Reading(NamedTuple):
    """What a date says: the day, or else in `doubt` why it names none."""

    day: date | None
    doubt: str = ""


def masked(text: str) -> str:
    """Return `text` with every letter of a month's name replaced by one of `MASKS`.

    >>> masked("14 May, or may not")
    '14 ⱿⱿⱿ, or ɀɀɀ not'
    """
    if MONTHS.keys().isdisjoint(_WORD.findall(text.lower())):
        return text
    return _WORD.sub(_mask, text)


def _mask(word: re.Match[str]) -> str:
    said = word[0]
    return MASKS[said[0].islower()] * len(said) if said.lower() in MONTHS else said


def dates(text: str) -> Iterator[Reading]:
    """Yield what each date in `text` says, in order.

    >>> [str(one.day or one.doubt) for one in dates("Oct. 14, 2025; 3/4/2025; 13/4/2025")]
    ['2025-10-14', '“3/4/2025” can be read in two ways', '2025-04-13']
    """
    return (_read(found[0]) for found in _DATE.finditer(text))


def _read(written: str) -> Reading:
    numbers = [int(number) for number in _NUMBER.findall(written)]
    if named := _NAME.search(written):
        day, *year = numbers
        if not year:
            return Reading(None, f"“{written}” has no year")
        month = MONTHS.get(named[0].lower(), 0)  # 0 for a name with letters that only `re` knows
        return _day(written, year[0], month, day)
    if written[:4].isdigit():
        return _day(written, *numbers)
    one, two, year_written = numbers
    if one <= 12 and two <= 12 and one != two:
        return Reading(None, f"“{written}” can be read in two ways")
    return _day(written, year_written, min(one, two), max(one, two))


def _day(written: str, year: int, month: int, day: int) -> Reading:
    try:
        return Reading(date(year, month, day))
    except ValueError:
        return Reading(None, f"“{written}” is no day of the calendar")


def dated_spans(text: str) -> Iterator[tuple[date, int]]:
    """Yield each whole date in `text` that can be read in one way, and the offset it begins at."""
    for found in _DATE.finditer(text):
        reading = _read(found[0])
        if reading.day:
            yield reading.day, found.start()
