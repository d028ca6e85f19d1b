"""The commands that look at what was mailed, and let an issue go out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from briefgen.cli import arguments
from briefgen.cli.doorway import WAITING, issue, issue_folder, now
from briefgen.cli.terminal import answer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.outbox import Entry

who = click.option(
    "--by", "who", metavar="NAME", help="Who approves.  [default: the user of this machine]"
)


@click.command("outbox", epilog=arguments.example("briefgen outbox"))
@arguments.config
@arguments.as_json
def show(config: Path, as_json: bool) -> None:
    """Say what was sent to whom, and what was not and why.

    A message is queued; data, while a server has it and has not answered; then sent, failed or
    unknown. What is unknown may have arrived or not: look for it at the recipient's before
    `briefgen send --resend-unknown`. With --json, each change of state has its time and words.
    """
    from briefgen import mailing, outbox
    from briefgen.config import load
    from briefgen.outbox.lines import told

    place = mailing.journal_of(load(config))
    if not place.exists():
        return answer([] if as_json else ["Nothing was sent so far."], as_json)
    with outbox.seen(place, now) as journal:
        entries, approvals = journal.entries(), journal.approvals()
        if as_json:
            changes = [_with_changes(entry, journal.changes(entry)) for entry in entries]
            return answer({"messages": changes, "approvals": approvals}, as_json)
    return answer(told(entries, approvals), as_json)


@click.command(epilog=arguments.example("briefgen approve --by the-editor"))
@issue
@arguments.config
@who
@arguments.as_json
def approve(place: Path | None, config: Path, who: str | None, as_json: bool) -> None:
    """Let an issue go out.

    With `approval: required` under mail in the configuration, nothing is sent before. The approval
    is of the issue as it lies there, whose files must be as they were built; an issue that is built
    anew with other words needs another. ISSUE is a folder or a brief.json; the latest if left out.
    """
    from getpass import getuser

    from briefgen import mailing, outbox
    from briefgen.config import load
    from briefgen.message import load_issue

    settings = load(config)
    approved = load_issue(issue_folder(place, settings))
    with outbox.opened(mailing.journal_of(settings), now, WAITING) as journal:
        one = journal.approve(approved.name, approved.edition, who or getuser())
    lines = [f"{one.issue}: approved by {one.who}, {one.at:%Y-%m-%d %H:%M} UTC"]
    answer(one if as_json else lines, as_json)


def _with_changes(entry: Entry, changes: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    from dataclasses import asdict

    told = [{"state": state, "at": at, "words": words} for state, at, words in changes]
    return asdict(entry) | {"changes": told}
