"""The days that an issue covers: the key `window:` of briefgen.yaml, and what it means on a day.

Only the standard library is used, so that `briefgen build --if-changed` can ask at once.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

WEEK = 7
"""Days that `window: week` covers, the issue's own the last of them."""

LONGEST = 36_500
"""Days that a window may have: a century, as a bound on typing errors and on the calendar."""

FORMS = "week, N days (such as 10 days), since last issue, or all"

_DAYS = re.compile(r"([1-9]\d{0,4}) days?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Window:
    """The days that documents may be dated, the first and the last included; None is no limit."""

    since: date | None = None
    until: date | None = None

    def __str__(self) -> str:
        """Return the window in words, such as `from 2026-11-16 to 2026-11-22`."""
        limits = ("from", self.since), ("to", self.until)
        return " ".join(f"{word} {day}" for word, day in limits if day) or "any day"

    def holds(self, day: date) -> bool:
        """Whether the day is in the window."""
        return not self.missed(day)

    def missed(self, day: date) -> str:
        """Return how the day misses the window, such as `before 2026-11-16`, or nothing."""
        if self.since and day < self.since:
            return f"before {self.since}"
        return f"after {self.until}" if self.until and day > self.until else ""


ALWAYS = Window()
"""The window without limits."""


@dataclass(frozen=True, slots=True)
class WindowRule:
    """A value of `window:`: so many `days` that end with the issue's, or what `kind` says."""

    kind: Literal["days", "since last issue", "all"]
    days: int = 0

    def window(self, issue_day: date, last_issue: date | None) -> Window:
        """Return the days covered by the issue of `issue_day`.

        `last_issue` is the day of the issue before it, None if there is none: then `since last
        issue` covers everything so far. That day itself is covered again, since texts may have come
        later on it; what the last issue quoted is left out by memory, not by the window.
        """
        if self.kind == "days":
            return Window(issue_day - timedelta(days=self.days - 1), issue_day)
        return Window(last_issue if self.kind == "since last issue" else None, issue_day)


ALL = WindowRule("all")
LAST_WEEK = WindowRule("days", WEEK)


def parse_rule(written: str) -> WindowRule:
    """Return the rule that a value of `window:` stands for. Raises ValueError if it is none.

    >>> parse_rule("10 days")
    WindowRule(kind='days', days=10)
    """
    words = " ".join(written.split())
    if words == "week":
        return LAST_WEEK
    if words == "all":
        return ALL
    if words == "since last issue":
        return WindowRule("since last issue")
    found = _DAYS.fullmatch(words)
    if not found or int(found[1]) > LONGEST:
        raise ValueError(f"expected {FORMS}")
    return WindowRule("days", int(found[1]))


Undated = Literal["leave out", "keep", "retrieved"]
"""What `undated:` says of texts without a date, where an issue has a window."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which texts an issue may quote: those dated in `window`, and which of the undated.

    `issue_day` is the day of the issue, None where no issue is made. With `retrieved`, an undated
    text has the day on which `add` or `refresh` brought it.
    """

    window: Window = ALWAYS
    undated: Undated = "keep"
    issue_day: date | None = None

    def day(self, published: date | None, retrieved: date | None) -> date | None:
        """Return the day that counts for a text, None if it has none."""
        return published or (retrieved if self.undated == "retrieved" else None)

    def admits(self, day: date | None) -> bool:
        """Whether a text of that day may be quoted; None is a text without a date."""
        return self.undated == "keep" if day is None else self.window.holds(day)

    def is_later(self, day: date) -> bool:
        """Whether the day is after that of the issue."""
        return self.issue_day is not None and day > self.issue_day


EVERYTHING = Coverage()
"""What is covered where nobody asks for an issue: all texts of any day."""


def coverage(
    asked: WindowRule | Window,
    undated: Undated,
    issue_day: date,
    last_issue: date | None,
) -> Coverage:
    """Return what the issue of a day covers: never a text dated after the day itself.

    `asked` is a rule, or days given on the command line. Undated texts are kept where everything
    so far is covered: an issue without a window has nothing they could be outside of.
    """
    window = asked.window(issue_day, last_issue) if isinstance(asked, WindowRule) else asked
    until = min(window.until or issue_day, issue_day)
    keeps_all = asked in (ALL, ALWAYS)
    return Coverage(Window(window.since, until), "keep" if keeps_all else undated, issue_day)
