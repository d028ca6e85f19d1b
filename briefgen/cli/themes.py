"""The commands about themes: how they fit the texts, and which the texts suggest."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.terminal import answer, patience, warn

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model import Sentence


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
@_strict
@arguments.as_json
def check(config: Path, strict: bool, as_json: bool) -> None:
    """Say what each theme catches of the texts.

    Shows how many sentences hold a keyword whole and how many could be quoted; keywords that
    stand nowhere whole, with what the texts have instead; exclusions and what they strike; which
    themes catch the same sentences; and what no theme catches.
    """
    from briefgen.config import load
    from briefgen.themes import check as checked
    from briefgen.themes import told

    settings = load(config)
    problems: list[str] = []
    with patience("checking the themes"):
        texts = _sentences(settings.sources, problems)
        found = checked(texts, settings.themes, settings.limits)
    answer(found if as_json else told(found), as_json)
    warn(problems)
    sys.exit(1 if strict and found.idle else 0)


@themes.command(epilog=arguments.example("briefgen themes suggest --count 4"))
@arguments.config
@_sources
@_count
@arguments.as_json
def suggest(config: Path, sources: Path | None, count: int | None, as_json: bool) -> None:
    """Propose themes from the texts, as YAML ready to paste.

    Each has a title, weighted keywords that stand whole in the texts, and, as comments, sentences
    that speak for it. How many there are is tried out, unless N says so.
    """
    from briefgen.config import load
    from briefgen.themes import suggest as suggested
    from briefgen.themes import yaml

    problems: list[str] = []
    with patience("looking for themes"):
        texts = _sentences(sources or load(config).sources, problems)
        found = suggested(texts, count)
    answer(found if as_json else yaml(found), as_json)
    warn(problems)


def _sentences(folder: Path, problems: list[str]) -> tuple[Sentence, ...]:
    """Return the sentences of the texts; what a person should look at is added to `problems`."""
    from briefgen.read import listing
    from briefgen.study import sentences

    said = listing(folder)
    problems += said.problems
    return sentences(folder, said, problems.append)
