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
    mail,
    outbox,
    schedule,
    send,
    weekly,
)
from briefgen.cli.terminal import Commands, answer, near, settle
from briefgen.cli.themes import themes
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model import Settings


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
    *(adding.add, adding.refresh, corpus.sources, issues.build, issues.watch),
    *(data.summarize, data.train, data.evaluate),
    *(mail.recipients, send.send, outbox.show, outbox.approve),
    *(weekly.run, schedule.schedule),
    themes,
):
    main.add_command(command)


@main.command(epilog=arguments.example("briefgen verify output/2025-W49/brief.json"))
@arguments.ledger
@arguments.own_config
@arguments.own_sources
@arguments.as_json
def verify(brief_json: Path, config: Path | None, sources: Path | None, as_json: bool) -> None:
    """Check that each sentence still stands verbatim in its source.

    Says of each source whether it is intact, changed with all quotations intact, altered, missing
    or unreadable; of each altered sentence, what was expected and what is found now. Exit 1
    unless all quotations stand and the files of the issue are as they were built.
    """
    from briefgen import ledger
    from briefgen.read import reread

    entries = ledger.load(brief_json)
    folder = sources or _settings(config or _config_above(brief_json)).sources
    report = ledger.verify(entries, reread(folder, [one.path for one in entries.sources]))
    files = ledger.check_artefacts(entries, brief_json.parent)
    passed = ledger.passes(report, files)
    found = {"ok": passed, "sources": report.sources, "files": files}
    answer(found if as_json else ledger.outcome(entries, report, files), as_json)
    sys.exit(0 if passed else 1)


@main.command(epilog=arguments.example("briefgen explain output/2025-W49/brief.json 3"))
@arguments.ledger
@arguments.sentence
@arguments.as_json
def explain(brief_json: Path, number: int | None, as_json: bool) -> None:
    """Say why sentence N is in the brief and what lost to it.

    Shows the features and terms that made its score, what scored more and was passed over, and
    what came next, each with the reason why it lost. Without N, lists all sentences by number.
    """
    from briefgen import ledger

    entries = ledger.load(brief_json)
    if number is None:
        answer(entries.sentences if as_json else ledger.overview(entries), as_json)
    else:
        explanation = ledger.explain(entries, number)
        answer(explanation if as_json else ledger.tell(explanation), as_json)


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
    """Check what a build needs: libraries, Pango, fonts, folders.

    Exit 1 if anything is missing; each such line says what to do about it.
    """
    from briefgen.doctor import examine

    findings = examine(config)
    answer(findings if as_json else map(str, findings), as_json)
    sys.exit(0 if all(one.ok for one in findings) else 1)


def _settings(config: Path) -> Settings:
    from briefgen.config import load

    return load(config)


def _config_above(brief_json: Path) -> Path:
    """Return the nearest configuration above an issue."""
    for folder in brief_json.resolve().parents:
        if (folder / "briefgen.yaml").is_file():
            return folder / "briefgen.yaml"
    raise UsageError(
        f"{brief_json}: expected a briefgen.yaml in a folder above it, found none;"
        " name one with --config FILE, or the sources with --sources DIR"
    )
