"""When a weekly hour falls: its day and time in UTC, which change with daylight saving."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefgen.errors import UsageError

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_AHEAD = 104
"""Weeks looked ahead: two years hold every change that a zone makes at present."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """A day of the week (Monday is 0) and a time of day, as the clocks of a zone show them."""

    day: int
    at: time
    zone: str

    def __str__(self) -> str:
        """Return it as it is written on the command line."""
        return f"{DAYS[self.day]} {self.at:%H:%M}"


@dataclass(frozen=True, slots=True)
class Job:
    """What is run when: a name for it, the command, the project's folder and configuration.

    `options` are what follows `briefgen run`, such as which week. `secrets` are the environment
    variables that the command needs, by name; `kept` is what it writes and must find again, as seen
    from the folder.
    """

    name: str
    when: Weekly
    command: tuple[str, ...]
    folder: str
    configuration: str
    secrets: tuple[str, ...]
    kept: tuple[str, ...]
    today: date
    options: tuple[str, ...] = ()


EARLY = 2
"""Days of an ISO week, Monday the first, that are early: less than two days of it have passed, so
that an issue made then is of the week before."""


def week_options(when: Weekly) -> tuple[str, ...]:
    """Return what makes `briefgen run` take the week that has just ended, if it runs early in one.

    >>> week_options(Weekly(0, time(7), "UTC")), week_options(Weekly(4, time(7), "UTC"))
    (('--week', 'last'), ())
    """
    return ("--week", "last") if when.day < EARLY else ()


def weekly(written: str, zone: str, today: date) -> Weekly:
    """Return what is written like `Mon 07:00`, in a zone such as `Europe/Berlin`.

    Raises UsageError for anything else, and for a time that the zone's clocks skip or show twice
    on one of those days within two years.
    """
    found = re.fullmatch(rf"({'|'.join(DAYS)}) ([01]\d|2[0-3]):([0-5]\d)", written.strip().title())
    if not found:
        raise UsageError(f"--at: expected a day and an hour such as Mon 07:00, found {written}")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        wrong = f"expected a time zone such as Europe/Berlin, found {zone or 'none'}"
        raise UsageError(f"--zone: {wrong}") from error
    when = Weekly(DAYS.index(found[1]), time(int(found[2]), int(found[3])), zone)
    for moment in moments(when, today):
        _expect_once(moment, written)
    return when


def moments(when: Weekly, today: date) -> Iterator[datetime]:
    """Yield the next two years of it, in its own zone."""
    first = today + timedelta(days=(when.day - today.weekday()) % 7)
    zone = ZoneInfo(when.zone)
    for week in range(_AHEAD):
        yield datetime.combine(first + timedelta(weeks=week), when.at, zone)


def in_utc(when: Weekly, today: date) -> dict[str, datetime]:
    """Return for each offset that it falls under, such as `+0100`, one such moment in UTC."""
    return {f"{moment:%z}": moment.astimezone(UTC) for moment in moments(when, today)}


def _expect_once(moment: datetime, written: str) -> None:
    back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    if back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        found = f"that the clocks skip it on {moment:%Y-%m-%d}"
    elif moment.utcoffset() != moment.replace(fold=1).utcoffset():
        found = f"that the clocks show it twice on {moment:%Y-%m-%d}"
    else:
        return
    raise UsageError(
        f"--at: expected an hour that comes once each week, and of {written} found {found}"
    )
