"""Dates as texts write them. Only a whole date that can be read in one way is a date."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from briefgen.language.months import MONTHS, ORDINALS, WEEKDAYS, YEAR_MARKS


def _longest_first(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


MONTH = rf"(?:{_longest_first(MONTHS)})"
"""A pattern for the name of a month, in small letters."""

WEEKDAY = rf"(?:{_longest_first([*WEEKDAYS, 'mar'])})"
"""A pattern for the name of a day of the week, in small letters; `mar` is a month's name too."""

ORDINAL = rf"(?:{'|'.join(map(re.escape, ORDINALS))})"
"""A pattern for what stands right behind the number of a day."""

_YEAR = r"\d{4}"
_NAMED = rf"{MONTH}\b(?:\.|/{MONTH}\b| \({MONTH}\))?"  # `mars/آذار`: some texts name a month twice

DATE = (
    rf"(?:{_YEAR}-\d\d?-\d\d?|{_YEAR}/\d\d?/\d\d?|{_YEAR}\.\d\d?\.\d\d?"
    rf"|\d\d? ?/ ?\d\d? ?/ ?{_YEAR}|\d\d?\. ?\d\d?\. ?{_YEAR}|\d\d?-\d\d?-{_YEAR}"
    rf"|\d\d?(?:{ORDINAL}?[ /-]|\.)(?:of |de |d’|d')?{_NAMED},?(?:[ /-](?:de |del |of )?{_YEAR})?"
    rf"|{MONTH}\b\.?[ -]\d\d?{ORDINAL}?(?:(?:,? ?|-){_YEAR})?"
    rf"|{_YEAR},?[ -]{MONTH}\b\.?[ -]\d\d?)(?!\d|[./-]\d)"
)
"""A pattern for a date, whole or without its year; letter case is for the one who uses it."""

MASKS = "Ɀɀ"
"""Rare letters that stand for those of a month's name: with a capital, and without."""

MASKED_DATE = DATE.replace(MONTH, f"[{MASKS}]+")
"""A pattern for a date in a masked text. It is a tenth as long: a month has some ninety names."""

YEAR_MARK = rf"(?: ?(?:{'|'.join(map(re.escape, YEAR_MARKS))})(?!\w))?"
"""A pattern for what may stand behind the number of a year."""

YEARS = range(1600, 2200)
"""Years that a text may be of; 1447 and 2569 are of other calendars than the Gregorian."""

_DATE = re.compile(rf"(?<![\w/.-])(?:(?P<weekday>{WEEKDAY})\.?,? )?(?P<date>{DATE})", re.IGNORECASE)
_IN_NUMBERS = re.compile(r"(?<![\w/.-])(\d\d?)([./-]) ?(\d\d?)\2 ?(\d{4})(?!\d|[./-]\d)")
_NAME = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"(?:كانون|تشرين) \w+|\w+")
_UNSEEN = re.compile("[\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks of the direction of writing, vowel signs and lengthenings of Arabic."""


class Order(StrEnum):
    """What comes first in a date of three numbers whose year is the last."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


class Usage(NamedTuple):
    """How dates in numbers are written in some place, and why that is known if it is to be told."""

    order: Order | None = None
    why: str = ""


UNKNOWN = Usage()


class Reading(NamedTuple):
    """What a date says: the day, or else in `doubt` why it names none.

    With a day, `doubt` says what the reading rests on if the date does not say it all.
    """

    day: date | None = None
    doubt: str = ""


def flat(text: str) -> str:
    r"""Return `text` on one line, composed (Unicode NFC), without signs that nobody sees.

    >>> flat(" 4.\u00a0Ma\u0308rz \u200f2026")
    '4. März 2026'
    """
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).split())


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


def dates(text: str, usage: Usage = UNKNOWN) -> Iterator[Reading]:
    """Yield what each date in `text` says, in order.

    `usage` is how a date is read that can be read in two ways, unless its day of the week decides.

    >>> [str(one.day or one.doubt) for one in dates("Oct. 14, 2025; 3/4/2025; 13/4/2025")]
    ['2025-10-14', '“3/4/2025” can be read in two ways', '2025-04-13']
    >>> [str(one.day) for one in dates("Friday, 3/4/2026; 3/4/2026", Usage(Order.MONTH_FIRST))]
    ['2026-04-03', '2026-03-04']
    """
    return (_read(found["date"], found["weekday"] or "", usage) for found in _DATE.finditer(text))


def order_of(texts: Iterable[str]) -> Order | None:
    """Return the order of the dates in numbers in all `texts`, told by days that are no months.

    None if no such day is there, or if they contradict each other.

    >>> order_of(["3/4/2026", "8/20/2026"]), order_of(["20.8.2026", "8/20/2026"])
    (<Order.MONTH_FIRST: 'month first'>, None)
    """
    orders = set()
    for text in texts:
        for found in _IN_NUMBERS.finditer(text):
            first, second = int(found[1]), int(found[3])
            if (first > 12) != (second > 12) and max(first, second) <= 31:
                orders.add(Order.DAY_FIRST if first > 12 else Order.MONTH_FIRST)
    return orders.pop() if len(orders) == 1 else None


def may_be_in_numbers(text: str) -> bool:
    """Whether there is any date in `text` of three numbers with the year last."""
    return _IN_NUMBERS.search(text) is not None


def dated_spans(text: str) -> Iterator[tuple[date, int]]:
    """Yield each whole date in `text` that can be read in one way, and the offset it begins at.

    >>> [(str(day), start) for day, start in dated_spans("On Friday, 3/4/2026 and 3/4/2026")]
    [('2026-04-03', 11)]
    """
    for found in _DATE.finditer(text):
        reading = _read(found["date"], found["weekday"] or "", UNKNOWN)
        if reading.day:
            yield reading.day, found.start("date")


def of_the_calendar(written: str, year: int, month: int, day: int) -> Reading:
    """Return the reading of a date by its parts; `written` is for the doubt if there is no day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return Reading(None, f"“{written}” is no day of the calendar")
    if year not in YEARS:
        return Reading(None, f"“{written}” is of no year from {YEARS[0]} to {YEARS[-1]}")
    return Reading(found)


def _read(written: str, weekday: str, usage: Usage) -> Reading:
    numbers = [int(number) for number in _NUMBER.findall(written)]
    if named := _NAME.search(written):
        month = MONTHS.get(named[0].lower(), 0)  # 0 for a name with letters that only `re` knows
        return _with_month(written, month, numbers)
    if numbers[0] > 31:
        return of_the_calendar(written, *numbers)
    return _in_numbers(written, numbers, WEEKDAYS.get(weekday.lower()), usage)


def _with_month(written: str, month: int, numbers: list[int]) -> Reading:
    if len(numbers) == 1:
        return Reading(None, f"“{written}” has no year")
    day, year = numbers if numbers[0] <= 31 else reversed(numbers)
    return of_the_calendar(written, year, month, day)


def _in_numbers(written: str, numbers: list[int], weekday: int | None, usage: Usage) -> Reading:
    """Return what a date says that has its year last and its month as a number."""
    first, second, year = numbers
    if first > 12 or second > 12 or first == second:
        return of_the_calendar(written, year, min(first, second), max(first, second))
    readings = {
        Order.DAY_FIRST: of_the_calendar(written, year, second, first),
        Order.MONTH_FIRST: of_the_calendar(written, year, first, second),
    }
    fitting = [one for one in readings.values() if one.day and one.day.weekday() == weekday]
    if len(fitting) == 1:
        return fitting[0]
    if usage.order is None:
        return Reading(None, f"“{written}” can be read in two ways")
    doubt = f"“{written}” is read {usage.order}, {usage.why}" if usage.why else ""
    return readings[usage.order]._replace(doubt=doubt)
