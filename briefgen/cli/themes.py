"""The commands about themes: how they fit the texts, and which the texts suggest."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments, period
from briefgen.cli.terminal import answer, patience, warn

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from briefgen.model import Sentence
    from briefgen.windows import Coverage, Window


_strict = click.option("--strict", is_flag=True, help="Exit 1 if a keyword stands nowhere whole.")
_count = click.option(
    "--count",
    type=click.IntRange(min=1, max=50),
    metavar="N",
    help="How many themes.  [default: 3 to 8, as the texts have them]",
)
_sources = click.option(
    "--sources",
    type=arguments.Place(exists=True, file_okay=False),
    metavar="DIR",
    help="The texts, whatever a configuration says.",
)


@click.group(epilog=arguments.example("briefgen themes check"))
def themes() -> None:
    """See how the themes fit the texts, or have some proposed."""


@themes.command(epilog=arguments.example("briefgen themes check --strict"))
@arguments.config
@period.options
@_strict
@arguments.as_json
def check(
    config: Path,
    week: Window | None,
    since: datetime | None,
    until: datetime | None,
    every: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Say what each theme catches of the texts.

    Shows how many sentences hold a keyword whole and how many could be quoted; keywords that
    stand nowhere whole, with what the texts have instead; exclusions and what they strike; which
    themes catch the same sentences; and what no theme catches. Of the texts, those count that an
    issue of today would cover, or one of the days given.
    """
    from briefgen.config import load
    from briefgen.themes import check as checked
    from briefgen.themes import told

    settings = load(config)
    problems: list[str] = []
    asked = period.covered(week, since, until, every)
    covered = period.coverage(settings, period.issue_day(None, week), asked)
    with patience("checking the themes"):
        texts = _sentences(settings.sources, problems, covered)
        found = checked(texts, settings.themes, settings.limits)
    answer(found if as_json else told(found), as_json)
    warn(problems)
    sys.exit(1 if strict and found.idle else 0)


@themes.command(epilog=arguments.example("briefgen themes suggest --count 4"))
@arguments.config
@period.options
@_sources
@_count
@arguments.as_json
def suggest(
    config: Path,
    week: Window | None,
    since: datetime | None,
    until: datetime | None,
    every: bool,
    sources: Path | None,
    count: int | None,
    as_json: bool,
) -> None:
    """Propose themes from the texts, as YAML ready to paste.

    Each has a title, weighted keywords that stand whole in the texts, and, as comments, sentences
    that speak for it. How many there are is tried out, unless N says so. Of the texts, those count
    that an issue of today would cover, or one of the days given; with --sources, all.
    """
    from briefgen import windows
    from briefgen.config import load
    from briefgen.themes import suggest as suggested
    from briefgen.themes import yaml

    problems: list[str] = []
    asked = period.covered(week, since, until, every)
    issue_day = period.issue_day(None, week)
    if sources:
        covered = windows.coverage(asked or windows.ALL, "leave out", issue_day, None)
    else:
        settings = load(config)
        sources, covered = settings.sources, period.coverage(settings, issue_day, asked)
    with patience("looking for themes"):
        texts = _sentences(sources, problems, covered)
        found = suggested(texts, count)
    answer(found if as_json else yaml(found), as_json)
    warn(problems)


def _sentences(folder: Path, problems: list[str], covered: Coverage) -> tuple[Sentence, ...]:
    """Return the sentences of the texts covered; `problems` gets what a person should look at."""
    from briefgen.read import listing
    from briefgen.study import sentences

    listed = listing(folder)
    problems += listed.problems
    return sentences(folder, listed, problems.append, covered)
