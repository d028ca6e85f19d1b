"""Which days an issue covers, as the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from briefgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from briefgen.model import Settings
    from briefgen.windows import Coverage, Window, WindowRule


class Week(click.ParamType[Any]):
    """An ISO 8601 week, written as in 2026-W47, or `last` or `this` for one seen from today."""

    name = "week"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the week's days, Monday to Sunday, as a window."""
        import re
        from datetime import date, timedelta

        from briefgen.windows import Window

        try:
            if value in ("last", "this"):
                year, week, _ = (today() - timedelta(days=7 * (value == "last"))).isocalendar()
                value = f"{year}-W{week:02}"
            if not re.fullmatch(r"\d{4}-W\d\d", str(value), re.ASCII):
                raise ValueError
            monday = date.fromisoformat(value)
            return Window(monday, monday + timedelta(days=6))
        except (OverflowError, ValueError):
            expected = "expected last, this or an ISO 8601 week, such as 2026-W47"
            self.fail(f"{expected}, found {value}", param, ctx)


_DAY = click.DateTime(["%Y-%m-%d"])

week = click.option(
    "--week",
    type=Week(),
    metavar="WEEK",
    help="That week's issue, as last, this or YYYY-Www: texts dated in it; its day is the Sunday,"
    " or today if that is before.",
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
every = click.option(
    "--all", "every", is_flag=True, help="Texts of all days so far, whatever `window:` says."
)


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which days are covered."""
    for option in (every, until, since, week):
        command = option(command)
    return command


def days(since: datetime | None, until: datetime | None) -> Window:
    """Return the days from one to the other; UsageError if there can be none."""
    from briefgen.windows import Window

    first, last = since and since.date(), until and until.date()
    if first and last and first > last:
        raise UsageError(f"--since: expected a day up to --until {last}, found {first}")
    return Window(first, last)


def covered(
    week: Window | None, since: datetime | None, until: datetime | None, every: bool
) -> Window | WindowRule | None:
    """Return the days asked for, None if `window:` decides; UsageError if they are given twice."""
    from briefgen.windows import ALL

    given = {"--week": week, "--since or --until": since or until, "--all": every}
    named = [option for option, value in given.items() if value]
    if len(named) > 1:
        raise UsageError(f"{named[0]} cannot stand beside {named[1]}: each says which days count")
    if every:
        return ALL
    return week or (days(since, until) if since or until else None)


def coverage(settings: Settings, issue_day: date, asked: Window | WindowRule | None) -> Coverage:
    """Return what an issue of that day covers, by what is asked for or else the configuration."""
    from briefgen import windows
    from briefgen.withhold import recall

    rule = asked or settings.window or windows.ALL
    last_issue = recall(settings.output, f"{issue_day:%G-W%V}", 0).last_issue
    return windows.coverage(rule, settings.undated, issue_day, last_issue)


def issue_day(day: datetime | None, week: Window | None) -> date:
    """Return the day of the issue; UsageError if it is not in the `week` asked for."""
    if week is None or week.until is None:
        return day.date() if day else today()
    chosen = day.date() if day else min(today(), week.until)
    if not week.holds(chosen):
        span = f"{week.since} to {week.until}"
        raise UsageError(f"--week: expected the day of the issue in it, {span}, found {chosen}")
    return chosen


def today() -> date:
    """Return the day that it is here."""
    from datetime import date

    return date.today()
