"""Which days an issue is about, as the command line is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from briefgen.errors import UsageError

if TYPE_CHECKING:
    from datetime import date, datetime

    from briefgen.model import Window


class Week(click.ParamType[Any]):
    """An ISO 8601 week, written as in 2026-W47."""

    name = "week"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the week's days, Monday to Sunday, as a window."""
        import re
        from datetime import date, timedelta

        from briefgen.model import Window

        try:
            if not re.fullmatch(r"\d{4}-W\d\d", str(value), re.ASCII):
                raise ValueError
            monday = date.fromisoformat(value)
            return Window(monday, monday + timedelta(days=6))
        except (OverflowError, ValueError):
            self.fail(f"expected an ISO 8601 week, such as 2026-W47, found {value}", param, ctx)


_DAY = click.DateTime(["%Y-%m-%d"])

week = click.option(
    "--week",
    type=Week(),
    metavar="YYYY-Www",
    help="That week's issue: texts dated in it; its day is the Sunday, or today if that is before.",
)
since = click.option(
    "--since",
    type=_DAY,
    metavar="YYYY-MM-DD",
    help="The first day that texts may be dated.",
)
until = click.option(
    "--until",
    type=_DAY,
    metavar="YYYY-MM-DD",
    help="The last day that texts may be dated.",
)


def window(week: Window | None, since: datetime | None, until: datetime | None) -> Window:
    """Return the days asked for; UsageError if there can be none, or if they are told twice."""
    from briefgen.model import Window

    if week and (since or until):
        raise UsageError("--week: expected neither --since nor --until beside it")
    first, last = since and since.date(), until and until.date()
    if first and last and first > last:
        raise UsageError(f"--since: expected a day up to --until {last}, found {first}")
    return week or Window(first, last)


def issue_day(day: datetime | None, week: Window | None) -> date:
    """Return the day of the issue; UsageError if it is not in the `week` asked for."""
    if week is None or week.until is None:
        return day.date() if day else today()
    chosen = day.date() if day else min(today(), week.until)
    if not week.holds(chosen):
        days = f"{week.since} to {week.until}"
        raise UsageError(f"--week: expected the day of the issue in it, {days}, found {chosen}")
    return chosen


def today() -> date:
    """Return the day that it is here."""
    from datetime import date

    return date.today()
