"""The commands for a week that needs no one at the keyboard."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.doorway import FAILED, entries_so_far, exit_code, mailed, now
from briefgen.cli.terminal import answer, patience, warn

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

by_sendmail = click.option(
    "--sendmail", is_flag=True, help="Hand the messages to this machine's own mailer."
)


@click.command(epilog=arguments.example("briefgen run"))
@arguments.config
@arguments.day
@by_sendmail
@arguments.as_json
def run(config: Path, day: datetime | None, sendmail: bool, as_json: bool) -> None:
    """Ask the feeds, build the issue of the week, verify it and mail it.

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
    mailing.expect_mail(settings)
    entries = entries_so_far(settings)
    today = (day or now()).date()
    with patience("asking the feeds"):
        failed = [one for one in adding.refresh(settings.sources, today, sleep) if not one.ok]
    warn([str(one) for one in failed])
    with patience("building the brief"):
        issue = weekly.build(settings, today, entries)
    one = mailing.prepare(settings, issue.folder)
    if mailing.planned(one, entries, outbox.Choices()).going():
        weekly.check(settings, issue.folder)
    done = mailed(one, outbox.Choices(), "sendmail" if sendmail else "smtp")
    behind = mailing.left_behind(entries, done.issue)
    lines = [f"{mailing.summary(done)}; issue {issue.done}{behind}"]
    answer({"issue": issue, "mailed": done} if as_json else lines, as_json)
    sys.exit(exit_code(done) or (FAILED if failed else 0))
