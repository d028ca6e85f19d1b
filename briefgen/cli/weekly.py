"""The commands for a week that needs no one at the keyboard."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments, period
from briefgen.cli.doorway import (
    FAILED,
    entries_so_far,
    exit_code,
    mailed,
    now,
    settled_so_far,
)
from briefgen.cli.issues import tell
from briefgen.cli.terminal import answer, near, patience, warn

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from briefgen.windows import Window

by_sendmail = click.option(
    "--sendmail", is_flag=True, help="Hand the messages to this machine's own mailer."
)


@click.command(epilog=arguments.example("briefgen run"))
@arguments.config
@arguments.day
@period.week
@by_sendmail
@arguments.as_json
def run(
    config: Path, day: datetime | None, week: Window | None, sendmail: bool, as_json: bool
) -> None:
    """Ask the feeds, build the week's issue, verify and mail it.

    The issue covers the seven days that end with its day, unless `window:` says otherwise; --week
    last is that of the ISO week which has just ended. Without `mail:` it is written and goes where
    `copies:` and `webhook:` say. One with fewer sentences than `minimum:` is never mailed.

    Safe to be run twice: an issue that is out is neither built again nor sent again, one whose
    words would be the same stays as it is, and what is queued goes on. Prints one line. Exit codes
    are those of send: 0 all is sent, 1 something failed, 3 some is for a later run, 4 a person has
    to decide, which an approval is too. A feed that fails is told and keeps nothing else from being
    done; it makes a 0 a 1.
    """
    from time import sleep

    from briefgen import adding, mailing, outbox, weekly
    from briefgen.config import load

    settings = load(config)
    entries, settled = entries_so_far(settings), settled_so_far(settings)
    issue_day = period.issue_day(day if week else day or now(), week)
    sources, today = settings.sources, now().date()
    with patience("asking the feeds"):
        failed = [visit for visit in adding.refresh(sources, today, sleep) if not visit.ok]
    warn([str(visit) for visit in failed])
    with patience("building the brief"):
        issue = weekly.build(settings, issue_day, week, entries)
    if issue.built:
        tell(issue.built)
    if settings.mail is None or (issue.built and not issue.built.report.is_enough):
        why = "it has too few sentences" if settings.mail else "there is no `mail:` section"
        lines = [f"{near(issue.folder)}: issue {issue.done}; nothing is mailed: {why}"]
        answer({"issue": issue, "mailed": None} if as_json else lines, as_json)
        enough = issue.built is None or issue.built.report.is_enough
        sys.exit(0 if enough and not failed else FAILED)
    plan = mailing.prepare(settings, issue.folder)
    if mailing.planned(plan, entries, outbox.Choices(), settled).going():
        weekly.check(settings, issue.folder)
    done = mailed(plan, outbox.Choices(), "sendmail" if sendmail else "smtp")
    behind = mailing.left_behind(entries, done.issue, settled)
    lines = [f"{mailing.summary(done)}; issue {issue.done}{behind}"]
    answer({"issue": issue, "mailed": done} if as_json else lines, as_json)
    sys.exit(exit_code(done) or (FAILED if failed else 0))
