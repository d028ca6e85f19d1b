"""What the commands that mail share: which issue, by which door, and what the exit code says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.arguments import Place
from briefgen.cli.terminal import patience
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from briefgen.mailing import Mailed, Mailing
    from briefgen.model import Settings
    from briefgen.outbox import Choices, Entry, Settled, Way

DONE, FAILED, LATER, DECIDE = 0, 1, 3, 4
"""Exit codes: all is sent; something failed; some of it is for a later run, or for a person."""

WAITING = 60.0
"""Seconds to wait for another sender to end."""

issue = click.argument("place", metavar="[ISSUE]", type=Place(exists=True), required=False)


def now() -> datetime:
    """Return the time, with the zone of this machine."""
    from datetime import datetime

    return datetime.now().astimezone()


def issue_folder(place: Path | None, settings: Settings) -> Path:
    """Return the folder of an issue that was named; the latest issue if none was."""
    if place:
        return place if place.is_dir() else place.parent
    issues = sorted(settings.output.glob("[0-9]*-W[0-9][0-9]/brief.json"))
    if not issues:
        raise UsageError(
            f"{settings.output}: expected an issue, found none; `briefgen build` makes one"
        )
    return issues[-1].parent


def way_out(settings: Settings, door: str) -> Way:
    """Return what a door needs, with the password and the key that the configuration points to."""
    import os
    from time import sleep

    from briefgen import mailing, outbox

    mail = mailing.expect_mail(settings)
    server = mail.server if door == "smtp" else None
    if door == "smtp" and mail.recipients and server is None:
        raise UsageError(
            f"{settings.path}: expected the key mail.server, found none; or use --sendmail"
        )
    hook, copies = mail.webhook, mail.copies
    secret = key = None
    if server:
        secret = outbox.find_secret(server.password, server.username, os.environ)
    if hook:
        key = outbox.find_secret(hook.key, hook.address, os.environ)
    found = {
        name: outbox.find_secret(place, name, os.environ)
        for name, place in (copies.secrets if copies else ())
    }
    secrets = {name: one for name, one in found.items() if one}
    return outbox.Way(sleep, server, secret, key=key, clock=now, secrets=secrets)


def entries_so_far(settings: Settings) -> tuple[Entry, ...]:
    """Return what the journal has; nothing is begun or changed to look."""
    from briefgen import mailing, outbox

    place = mailing.journal_of(settings)
    if not place.exists():
        return ()
    with outbox.seen(place, now) as journal:
        return journal.entries()


def settled_so_far(settings: Settings) -> dict[str, Settled]:
    """Return the addresses that a person has settled; nothing is begun or changed to look."""
    from briefgen import mailing, outbox

    journal_file = mailing.journal_of(settings)
    if not journal_file.exists():
        return {}
    with outbox.seen(journal_file, now) as journal:
        return journal.settled()


def mailed(one: Mailing, choices: Choices, door: str) -> Mailed:
    """Return what became of a mailing, sent by a door that counts."""
    from briefgen import mailing, outbox

    way = way_out(one.settings, door)
    with (
        patience("mailing"),
        outbox.opened(mailing.journal_of(one.settings), now, WAITING) as journal,
    ):
        return mailing.send(one, choices, journal, door, way)


def exit_code(done: Mailed) -> int:
    """Return the exit code that says most of a mailing."""
    from briefgen.outbox import State

    states = {entry.state for entry in done.entries if entry.recipient not in done.settled}
    if State.FAILED in states or done.lasting:
        return FAILED
    if done.undecided or done.unapproved or State.UNKNOWN in states:
        return DECIDE
    return LATER if State.QUEUED in states or done.stopped else DONE
