"""A weekly hour in a time zone -> what a scheduler needs to run briefgen at it, all year round.

systemd knows time zones, most crons do not, and GitHub Actions know UTC only. Each form is right
across daylight saving by its own means; `moments` says what a zone does in a year.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefgen.schedule.cron import crontab
from briefgen.schedule.github import workflow
from briefgen.schedule.moments import Job, Weekly, week_options, weekly
from briefgen.schedule.systemd import units

FORMS: Mapping[str, Callable[[Job], Mapping[str, str]]] = MappingProxyType(
    {"systemd": units, "cron": crontab, "github": workflow}
)
"""What each scheduler is given: files by name; that of cron is lines for `crontab -e`."""

__all__ = ["FORMS", "Job", "Weekly", "week_options", "weekly"]
