"""The day in a field of a feed, a table, a mail or front matter, in the forms that people have."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from email.utils import parsedate_to_datetime

from briefgen.language.months import puts_the_day_first
from briefgen.read.date_lines import field
from briefgen.read.dates import (
    MONTH,
    UNKNOWN,
    WEEKDAY,
    Order,
    Reading,
    Usage,
    dates,
    flat,
    of_the_calendar,
)

_SHOWN = 40
"""Characters of a field that a doubt shows."""

_EPOCH = date(1970, 1, 1)
_SINCE = range(631_152_000, 4_102_444_800)
"""Seconds since 1970 that count as a time: from 1990 to 2099."""

_UNITS = (1, 1_000, 1_000_000)
"""Parts of a second that programs count in."""

_COUNTED = re.compile(r"(?:/Date\()?(\d{9,16})(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?|T\d\d:?\d\d.*)?", re.ASCII)
_ISO = re.compile(
    r"(?P<date>(\d{4})([-/.])(\d\d?)\3(\d\d?))"
    r"(?:Z|[+-]\d\d:\d\d|,?[T ] ?\d\d?[:.]\d\d(?::\d\d(?:[.,]\d+)?)? ?\S{0,6}(?: \S{1,6})?)?",
    re.ASCII | re.IGNORECASE,
)
_RFC_822 = re.compile(
    r"(?:[a-z]{3}, )?\d\d? [a-z]{3} \d\d \d\d:\d\d(?::\d\d)? .{1,8}", re.IGNORECASE
)
_ASCTIME = re.compile(
    rf"(?:{WEEKDAY} )?({MONTH} \d\d?) \d\d:\d\d(?::\d\d)?(?: [a-z+:\d-]{{1,6}})? (\d{{4}})",
    re.IGNORECASE,
)
"""`Thu Aug  6 10:00:00 2026`, as ctime in C has it."""


def reading(written: object, usage: Usage = UNKNOWN) -> Reading:
    """Return the day that a field gives, in its own time zone, or the doubt why it gives none.

    Seconds and their parts since 1970 are of UTC. `usage` is how dates in numbers are read that
    can be read in two ways. Neither a day nor a doubt comes of a field with nothing in it.

    >>> [str(reading(one).day) for one in ("2026-08-24T23:30:00-05:00", 1787529600, "20260824")]
    ['2026-08-24', '2026-08-24', '2026-08-24']
    >>> reading("last Tuesday")
    Reading(day=None, doubt='“last Tuesday” is no whole date')
    """
    if isinstance(written, date):
        return Reading(date(written.year, written.month, written.day))
    if written is None or isinstance(written, bool):
        return Reading()
    value = flat(str(written)).strip("[]\"' ")
    if not value:
        return Reading()
    found = next(filter(None, (form(value) for form in _FORMS)), None)
    return found or _in_words(value, usage)


def first_day(values: Sequence[object], usage: Usage, language: Callable[[], str]) -> Reading:
    """Return the first day that one of `values` gives, or the first doubt why none is given.

    Where `usage` does not say how dates in numbers are read, the `language` may; it is asked only
    then.
    """
    readings = [reading(value, usage) for value in values]
    found = next((one for one in readings if one.day), next(iter(readings), Reading()))
    if found.doubt and not (found.day or usage.order) and puts_the_day_first(language()):
        return first_day(values, Usage(Order.DAY_FIRST), language)
    return found


def _iso(value: str) -> Reading | None:
    found = _ISO.fullmatch(value)
    return of_the_calendar(found["date"], *map(int, found.group(2, 4, 5))) if found else None


def _compact(value: str) -> Reading | None:
    """Return the day of `20260824` or `20260824T103000Z`, if its numbers can be of a day."""
    found = _COMPACT.fullmatch(value)
    read = of_the_calendar(value, *map(int, found.groups())) if found else Reading()
    return read if read.day else None


def _counted(value: str) -> Reading | None:
    """Return the day of a count of seconds, milliseconds or microseconds since 1970 (POSIX)."""
    found = _COUNTED.fullmatch(value)
    counts = (int(found[1]) // unit for unit in _UNITS) if found else ()
    seconds = next((one for one in counts if one in _SINCE), None)
    return None if seconds is None else Reading(_EPOCH + timedelta(days=seconds // 86_400))


def _short_year(value: str) -> Reading | None:
    """Return the day of a time by RFC 822, whose years had two digits."""
    with suppress(ValueError, TypeError):
        if _RFC_822.fullmatch(value):
            return Reading(parsedate_to_datetime(value).date())
    return None


def _asctime(value: str) -> Reading | None:
    found = _ASCTIME.fullmatch(value)
    return next(dates(f"{found[1]} {found[2]}"), None) if found else None


_FORMS: tuple[Callable[[str], Reading | None], ...] = (
    _iso,
    _compact,
    _counted,
    _short_year,
    _asctime,
)


def _in_words(value: str, usage: Usage) -> Reading:
    """Return the day of a value that is a date as texts have it, maybe with a label before it."""
    shown = value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
    return next(dates(field(value), usage), Reading(None, f"“{shown}” is no whole date"))
