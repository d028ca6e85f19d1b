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
@arguments.issue
@arguments.own_config
@arguments.own_sources
@arguments.as_json
def verify(issue: Path | None, config: Path | None, sources: Path | None, as_json: bool) -> None:
    """Check that each sentence still stands verbatim in its source.

    Says of each source whether it is intact, changed with all quotations intact, altered, missing
    or unreadable; of each altered sentence, what was expected and what is found now. ISSUE is the
    folder of an issue or a file in it, the latest issue if left out. Exit 1 unless all quotations
    stand and the files of the issue are as they were built.
    """
    from briefgen import ledger
    from briefgen.read import reread, usable

    brief_json = ledger_of(issue, config)
    entries = ledger.load(brief_json)
    folder = sources_of(brief_json, config, sources)
    listed = usable(folder)
    texts = reread(folder, [source.path for source in entries.sources], listed.files)
    report = ledger.verify(entries, texts)
    files = ledger.check_artefacts(entries, brief_json.parent)
    passed = ledger.passes(report, files)
    checks = {"ok": passed, "sources": report.sources, "files": files}
    answer(checks if as_json else ledger.outcome(entries, report, files), as_json)
    warn(listed.problems)
    sys.exit(0 if passed else 1)


@click.command(epilog=arguments.example("briefgen explain output/2025-W49/brief.json 3"))
@arguments.issue_or_sentence
@arguments.sentence
@arguments.own_config
@arguments.as_json
def explain(
    issue_or_number: str | None, number: int | None, config: Path | None, as_json: bool
) -> None:
    """Say why sentence N is in the brief and what lost to it.

    Shows the features and terms that made its score, what scored more and was passed over, and
    what came next, each with the reason why it lost. ISSUE is the folder of an issue or a file in
    it, the latest issue if left out. Without N, lists all sentences by number.
    """
    from pathlib import Path

    from briefgen import ledger

    issue = Path(issue_or_number) if issue_or_number else None
    if issue_or_number and issue and not issue.exists():
        if number is not None or not issue_or_number.isdecimal():
            raise UsageError(f"{issue}: there is no such issue; name a folder, a file or a number")
        issue, number = None, int(issue_or_number)
    entries = ledger.load(ledger_of(issue, config))
    if number is None:
        answer(entries.sentences if as_json else ledger.overview(entries), as_json)
    else:
        explanation = ledger.explain(entries, number)
        answer(explanation if as_json else ledger.tell(explanation), as_json)


def ledger_of(issue: Path | None, config: Path | None) -> Path:
    """Return the ledger of an issue, given by its folder or a file in it; else of the latest."""
    from pathlib import Path

    from briefgen.cli.doorway import issue_folder
    from briefgen.config import load
    from briefgen.stock import LEDGER

    if issue is None:
        return issue_folder(None, load(config or Path("briefgen.yaml"))) / LEDGER
    if issue.is_dir():
        return issue / LEDGER
    return issue.with_name(LEDGER) if issue.suffix in {".md", ".html", ".pdf"} else issue


def sources_of(brief_json: Path, config: Path | None, sources: Path | None) -> Path:
    """Return the sources of an issue: those given, or as the nearest configuration above says."""
    from briefgen.config import load

    return sources or load(config or _config_above(brief_json)).sources


def _config_above(brief_json: Path) -> Path:
    for folder in brief_json.resolve().parents:
        if (folder / "briefgen.yaml").is_file():
            return folder / "briefgen.yaml"
    raise UsageError(
        f"{brief_json}: there is no briefgen.yaml in a folder above it; name one with --config"
        " FILE, or the sources with --sources DIR"
    )
