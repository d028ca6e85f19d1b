"""The commands that read the ledger of an issue, and where the sources are that it speaks of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.terminal import answer, warn
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog=arguments.example("briefgen verify output/2025-W49/brief.json"))
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
    from briefgen.read import reread, usable

    entries = ledger.load(brief_json)
    folder = sources_of(brief_json, config, sources)
    said = usable(folder)
    texts = reread(folder, [one.path for one in entries.sources], said.files)
    report = ledger.verify(entries, texts)
    files = ledger.check_artefacts(entries, brief_json.parent)
    passed = ledger.passes(report, files)
    found = {"ok": passed, "sources": report.sources, "files": files}
    answer(found if as_json else ledger.outcome(entries, report, files), as_json)
    warn(said.problems)
    sys.exit(0 if passed else 1)


@click.command(epilog=arguments.example("briefgen explain output/2025-W49/brief.json 3"))
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


def sources_of(brief_json: Path, config: Path | None, sources: Path | None) -> Path:
    """Return the sources of an issue: as told, or as the nearest configuration above it has it."""
    from briefgen.config import load

    return sources or load(config or _config_above(brief_json)).sources


def _config_above(brief_json: Path) -> Path:
    for folder in brief_json.resolve().parents:
        if (folder / "briefgen.yaml").is_file():
            return folder / "briefgen.yaml"
    raise UsageError(
        f"{brief_json}: expected a briefgen.yaml in a folder above it, found none;"
        " name one with --config FILE, or the sources with --sources DIR"
    )
