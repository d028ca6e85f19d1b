"""The commands that look at what was mailed, and let an issue go out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from briefgen.cli import arguments
from briefgen.cli.doorway import WAITING, issue, issue_folder, now
from briefgen.cli.terminal import answer
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.outbox import Entry

who = click.option(
    "--by", "who", metavar="NAME", help="Who approves.  [default: the user of this machine]"
)
decided_by = click.option(
    "--by", "who", metavar="NAME", help="Who decides so.  [default: the user of this machine]"
)


why = click.option("--why", metavar="TEXT", help="Why nothing more goes to the address.")
undo = click.option("--undo", is_flag=True, help="Take it back: the address gets mail again.")


@click.group("outbox", epilog=arguments.example("briefgen outbox"), invoke_without_command=True)
@arguments.config
@arguments.as_json
@click.pass_context
def show(ctx: click.Context, config: Path, as_json: bool) -> None:
    """Say what was sent to whom, and what was not and why.

    A message is queued; data, while a server has it and has not answered; then sent, failed or
    unknown. What is unknown may have arrived or not: look for it at the recipient's before
    `briefgen send --resend-unknown`. With --json, each change of state has its time and words.
    """
    if ctx.invoked_subcommand:
        return None
    from briefgen import mailing, outbox
    from briefgen.config import load
    from briefgen.outbox.lines import told

    place = mailing.journal_of(load(config))
    if not place.exists():
        return answer([] if as_json else ["Nothing was sent so far."], as_json)
    with outbox.seen(place, now) as journal:
        entries, approvals = journal.entries(), journal.approvals()
        settled = list(journal.settled().values())
        if as_json:
            changes = [_with_changes(entry, journal.changes(entry)) for entry in entries]
            found = {"messages": changes, "approvals": approvals, "settled": settled}
            return answer(found, as_json)
    lines = [f"{decision.recipient}: {decision}" for decision in settled]
    return answer([*told(entries, approvals), *lines], as_json)


@show.command(epilog=arguments.example("briefgen outbox settle ana@example.org --why 'has left'"))
@click.argument("address")
@why
@decided_by
@undo
@arguments.config
@arguments.as_json
def settle(
    address: str, why: str | None, who: str | None, undo: bool, config: Path, as_json: bool
) -> None:
    """Settle an address: nothing more goes to it, and what failed there is no failure any more.

    For an address that is dead, so that later runs end with 0. The decision is kept in the journal
    with its reason; --undo takes it back. It is for one address of the file of recipients, which
    stays as it is.
    """
    from getpass import getuser

    from briefgen import mailing, outbox
    from briefgen.config import load

    if not (why or undo):
        raise UsageError("outbox settle: say --why nothing more goes to the address, or --undo")
    settings = load(config)
    recipient = outbox.known_as(address)
    with outbox.opened(mailing.journal_of(settings), now, WAITING) as journal:
        known = {entry.recipient for entry in journal.entries()} | journal.settled().keys()
        if recipient not in known:
            raise UsageError(
                f"{address}: nothing was ever sent to this address; `briefgen outbox` lists all"
            )
        if undo:
            journal.unsettle(recipient)
            return answer({"unsettled": recipient} if as_json else [f"{recipient}: open"], as_json)
        decision = journal.settle(recipient, str(why), who or getuser())
    return answer(decision if as_json else [f"{recipient}: {decision}"], as_json)


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
