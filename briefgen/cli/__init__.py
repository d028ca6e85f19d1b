"""The command line: each command parses, calls the library and prints; nothing else prints.

What only some commands need is imported by them, so that `briefgen --help` answers at once.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen import __version__
from briefgen.cli import (
    adding,
    arguments,
    corpus,
    data,
    issues,
    ledgers,
    mail,
    outbox,
    reading,
    removing,
    schedule,
    send,
    weekly,
)
from briefgen.cli.terminal import Commands, answer, near, settle
from briefgen.cli.themes import themes

if TYPE_CHECKING:
    from pathlib import Path


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`briefgen COMMAND --help` tells more about one of them.",
)
@click.version_option(__version__, prog_name="briefgen")
def main() -> None:
    """Turn a folder of texts into a brief: every sentence verbatim, cited and checkable.

    A project is a folder with a briefgen.yaml; `briefgen init` begins one.
    """
    settle()


for command in (
    *(adding.add, adding.refresh, removing.remove, corpus.sources, reading.read),
    *(issues.build, issues.watch),
    *(ledgers.verify, ledgers.explain),
    *(data.summarize, data.train, data.evaluate),
    *(mail.recipients, send.send, outbox.show, outbox.approve),
    *(weekly.run, schedule.schedule),
    themes,
):
    main.add_command(command)


@main.command(epilog=arguments.example("briefgen init desk"))
@arguments.project
def init(folder: Path) -> None:
    """Begin a project: briefgen.yaml and an empty seeds folder.

    The configuration is commented and has an example of a theme. Put texts into DIR/seeds and run
    `briefgen build` in DIR. Nothing that exists is overwritten.
    """
    from briefgen.scaffold import scaffold

    answer([near(path) for path in scaffold(folder)], as_json=False)


@main.command(epilog=arguments.example("briefgen doctor"))
@arguments.config
@arguments.as_json
def doctor(config: Path, as_json: bool) -> None:
    """Check what a build needs: libraries, readers, Pango, fonts.

    A tiny file of every format is read. Exit 1 if anything is not as it should be; each such line
    says why, or what to do about it.
    """
    from briefgen.doctor import examine

    findings = examine(config)
    answer(findings if as_json else map(str, findings), as_json)
    sys.exit(0 if all(one.ok for one in findings) else 1)
