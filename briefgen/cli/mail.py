"""The commands about mail that send none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.terminal import answer
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.group(epilog=arguments.example("briefgen recipients check"))
def recipients() -> None:
    """Look at who receives the brief by mail."""


@recipients.command(epilog=arguments.example("briefgen recipients check --json"))
@arguments.config
@arguments.as_json
def check(config: Path, as_json: bool) -> None:
    """Check the recipients, and say who gets what.

    Reads the file of recipients that the configuration names under mail, and reports every problem
    with its line. Then says of each recipient which parts of an issue with the configured marking
    they get, or why they get none. Nothing is sent.
    """
    from briefgen import message
    from briefgen.config import load

    settings = load(config)
    if settings.mail is None or settings.mail.recipients is None:
        raise UsageError(
            f"{config} has no `mail:` section, which names the recipients; see the README, Mail"
        )
    people = message.load_recipients(settings.mail)
    found = message.audience(people, settings.mail, settings.tlp)
    answer(found if as_json else message.listing(found, settings.tlp), as_json)
