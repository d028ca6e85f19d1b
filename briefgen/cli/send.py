"""The command that mails an issue."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli import arguments
from briefgen.cli.arguments import Place
from briefgen.cli.doorway import (
    entries_so_far,
    exit_code,
    issue,
    issue_folder,
    mailed,
    now,
    settled_so_far,
    way_out,
)
from briefgen.cli.terminal import answer, near
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.mailing import Mailing
    from briefgen.outbox import Choices

dry_run = click.option(
    "--dry-run", is_flag=True, help="Say who would get what, and who would not and why."
)
preview = click.option(
    "--preview",
    type=Place(dir_okay=False),
    metavar="FILE",
    help="Write the first recipient's message: FILE.eml, or FILE.html for how it looks.",
)
to = click.option(
    "--to", "address", metavar="ADDRESS", help="Send a trial to one address; it does not count."
)
eml = click.option(
    "--eml",
    type=Place(file_okay=False),
    metavar="DIR",
    help="Write the messages as files; none counts as sent.",
)
maildir = click.option(
    "--maildir",
    type=Place(file_okay=False),
    metavar="DIR",
    help="Put the messages into a Maildir; none counts as sent.",
)
by_sendmail = click.option(
    "--sendmail", is_flag=True, help="Hand the messages to this machine's own mailer."
)
resend_unknown = click.option(
    "--resend-unknown", is_flag=True, help="Send again where nobody knows whether it arrived."
)
retry_failed = click.option(
    "--retry-failed", is_flag=True, help="Try again what a server refused for good."
)
correction = click.option(
    "--correction", is_flag=True, help="Send an issue that changed, as a correction."
)


@click.command(epilog=arguments.example("briefgen send --dry-run"))
@issue
@arguments.config
@dry_run
@preview
@to
@eml
@maildir
@by_sendmail
@resend_unknown
@retry_failed
@correction
@arguments.as_json
def send(place: Path | None, config: Path, as_json: bool, **given: Any) -> None:
    """Mail an issue to its recipients, to each only once.

    ISSUE is the folder of an issue or its brief.json; the latest one if left out. Its files must be
    as they were built. What becomes of each message is in a journal beside the configuration, so
    that the command can be stopped at any moment and run again. Exit 0 if all is sent, 1 if a
    message failed, 3 if some are still queued for another run, 4 if a person has to decide.
    """
    from briefgen import mailing, outbox
    from briefgen.config import load

    _expect_one_way(given)
    settings = load(config)
    one = mailing.prepare(settings, issue_folder(place, settings))
    choices = outbox.Choices(given["resend_unknown"], given["retry_failed"], given["correction"])
    if given["dry_run"]:
        _answer_plan(one, choices, as_json)
    elif given["preview"]:
        answer([_previewed(one, given["address"] or "", given["preview"])], as_json)
    elif given["eml"] or given["maildir"]:
        answer(_copied(one, choices.correction, given["eml"], given["maildir"]), as_json)
    else:
        _mail(one, choices, given["address"], given["sendmail"], as_json)


def _expect_one_way(given: dict[str, Any]) -> None:
    """Raise UsageError for options of which only one can be meant; --to may go with two of them."""
    ways = ("dry_run", "preview", "eml", "maildir", "sendmail")
    asked = [f"--{way.replace('_', '-')}" for way in ways if given[way]]
    if given["address"] and not set(asked) <= {"--preview", "--sendmail"}:
        asked.append("--to")
    if len(asked) > 1:
        raise UsageError(f"send: expected one of {' and '.join(asked)}, found both")


def _mail(
    one: Mailing, choices: Choices, address: str | None, sendmail: bool, as_json: bool
) -> None:
    from briefgen import mailing

    door = "sendmail" if sendmail else "smtp"
    if address:
        words = mailing.trial(one, address, now, door, way_out(one.settings, door))
        return answer([f"{address}: a trial, which does not count: {words}"], as_json)
    done = mailed(one, choices, door)
    answer(done if as_json else mailing.report(done), as_json)
    sys.exit(exit_code(done))


def _answer_plan(one: Mailing, choices: Choices, as_json: bool) -> None:
    from briefgen import mailing

    settled = settled_so_far(one.settings)
    plan = mailing.planned(one, entries_so_far(one.settings), choices, settled)
    parts = {address: person.parts for address, person in one.readers.items()}
    whole = {"issue": plan.issue, "edition": plan.edition, "steps": plan.steps, "parts": parts}
    told = whole | {"left_out": one.left_out}
    answer(told if as_json else mailing.forecast(one, plan), as_json)


def _previewed(one: Mailing, address: str, file: Path) -> str:
    from email import message_from_bytes
    from email.policy import default

    from briefgen import mailing
    from briefgen.deliver import publish_lines

    message = mailing.example(one, now, address).message
    if file.suffix != ".html":
        file.write_bytes(message)
        return near(file)
    shown = message_from_bytes(message, policy=default).get_body(["html", "plain"])
    assert shown, "every message has a text"
    publish_lines([shown.get_content()], file)
    return near(file)


def _copied(
    one: Mailing, correction: bool, eml: Path | None, maildir: Path | None
) -> Iterable[str]:
    from time import sleep

    from briefgen import mailing, outbox

    door = "eml" if eml else "maildir"
    way = outbox.Way(sleep, folder=eml or maildir)
    return list(mailing.copies(one, now, door, way, correction=correction))
