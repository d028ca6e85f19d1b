"""A job as a crontab: a line that is right in every cron, because it asks what time it is there."""

import shlex
from collections.abc import Mapping

from briefgen.schedule.moments import Job

_QUARTER = 15
"""Minutes: the offsets of all zones from UTC are multiples of it."""


def crontab(job: Job) -> Mapping[str, str]:
    """Return the lines for `crontab -e`."""
    when, zone = job.when, job.when.zone
    day, asked = when.day + 1, f"{when.day + 1}{when.at:%H%M}"
    command = shlex.join(["env", f"TZ={zone}", *job.command, *job.options])
    work = f"cd {shlex.quote(job.folder)} && {command}"
    first = when.at.minute % _QUARTER
    quarters = f"{first}-59/{_QUARTER}" if first else f"*/{_QUARTER}"
    check = f'[ "$(TZ={zone} date +%u%H%M)" = {asked} ]'
    return {
        "crontab": (
            f"# {when} in {zone}, all year round. Most crons know the machine's own zone only, so\n"
            "# every quarter of an hour this asks what time it is there. To run it twice is safe.\n"
            f"{quarters} * * * * {_line(f'{check} && {work}')}\n"
            "\n"
            "# In cronie (Fedora, Red Hat, Arch) this does the same. CRON_TZ says in which zone\n"
            "# the lines below it are meant. Debian's cron ignores it and would go by the\n"
            "# machine's own zone, which may be hours off, or one hour for half of the year.\n"
            f"# CRON_TZ={zone}\n"
            f"# {when.at.minute} {when.at.hour} * * {day % 7} {_line(work)}\n"
        )
    }


def _line(command: str) -> str:
    """Return a command as a crontab has it, where a bare percent sign ends it (crontab(5))."""
    return command.replace("%", "\\%")
