"""The command that looks at the corpus, and its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments, period
from briefgen.cli.terminal import answer, patience, warn

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from briefgen.inventory import Furniture
    from briefgen.model import Card, Settings

_OUTCOMES = "read empty duplicate reprint refused absent".split()

_outcome = click.option(
    "--outcome",
    "outcomes",
    type=click.Choice(_OUTCOMES),
    multiple=True,
    metavar="OUTCOME",
    help="Only files that are one of read, empty, duplicate, reprint, refused, absent; may be"
    " repeated.",
)
_outlet = click.option(
    "--outlet", default="", metavar="TEXT", help="Only outlets with TEXT in their name."
)
_undated = click.option("--undated", is_flag=True, help="Only files without a date.")
_cited = click.option(
    "--cited/--uncited", default=None, help="Only files that some issue cites, or that none does."
)
_problems = click.option(
    "--problems", is_flag=True, help="List only what is lost and why, the same causes together."
)
_dropped = click.option(
    "--dropped", is_flag=True, help="List what was left out of the texts and why."
)


@click.command(epilog=arguments.example("briefgen sources --undated --uncited"))
@arguments.config
@_outcome
@_outlet
@period.since
@period.until
@_undated
@_cited
@_dropped
@_problems
@arguments.as_json
def sources(
    config: Path,
    outcomes: tuple[str, ...],
    outlet: str,
    since: datetime | None,
    until: datetime | None,
    undated: bool,
    cited: bool | None,
    dropped: bool,
    problems: bool,
    as_json: bool,
) -> None:
    """Say what became of every file, and what is known of it.

    Each is read, empty, a duplicate or a reprint of another, or refused; what sources.yaml lists
    and is not there is absent. Dates are shown with where they are from: front matter, sources.yaml
    (listed), the page's metadata, or the text itself. Files that carry the same story have the same
    number of origin, and the issues that cite a file are named. What is not known is never guessed.
    With --problems, what an issue of today would lose is listed by its causes instead: refused,
    undated, of other days, empty.
    """
    from shutil import get_terminal_size

    from briefgen import read
    from briefgen.config import load
    from briefgen.inventory import ABSENT, NARROWEST, Entry, Filter, inventory, listing
    from briefgen.ledger import issues
    from briefgen.study import catalogue

    shown = Filter(frozenset(outcomes), outlet, period.days(since, until), undated, cited)
    settings = load(config)
    if problems:
        return _answer_problems(settings, as_json)
    listed = read.listing(settings.sources)
    warnings = list(listed.problems)
    with patience("reading the sources"):
        cards, left_out = (
            _read(settings.sources)
            if dropped
            else (catalogue(settings.sources, listed, warnings.append), {})
        )
    known, unread = issues(settings.output)
    gone = [
        Entry(one.path, ABSENT, one.reason, cited=known.get(one.path, ())) for one in listed.absent
    ]
    entries = (*inventory(cards, period.today(), known, left_out), *gone)
    width = max(NARROWEST, get_terminal_size((NARROWEST, 0)).columns)
    chosen = [entry for entry in entries if shown.admits(entry)]
    answer(chosen if as_json else listing(entries, shown, dropped, width), as_json)
    return warn([*warnings, *unread])


def _answer_problems(settings: Settings, as_json: bool) -> None:
    """Print what an issue of today would lose, and what is doubtful about the rest."""
    from briefgen import read
    from briefgen.corpus import doubts
    from briefgen.model import File
    from briefgen.report import losses, table
    from briefgen.study import catalogue

    listed = read.listing(settings.sources)
    warnings = list(listed.problems)
    covered = period.coverage(settings, period.today(), None)
    with patience("reading the sources"):
        cards = catalogue(settings.sources, listed, warnings.append, covered)
    rows = list(losses(cards, shown=None))
    files = [
        File(
            card.path,
            card.outcome,
            published=card.profile.published,
            dated_by=card.profile.dated_by,
            doubts=card.profile.doubts,
        )
        for card in cards
        if card.profile
    ]
    questions = doubts(files, period.today())
    total = f"{sum(loss.count for loss in rows)} of {len(cards)} texts left out"
    answers = {"lost": rows, "doubts": questions}
    answer(answers if as_json else [*table(rows), *questions, total], as_json)
    warn(warnings)


def _read(sources: Path) -> tuple[tuple[Card, ...], dict[str, tuple[Furniture, ...]]]:
    """Return the card of every file, and what was left out of the texts, which no index keeps."""
    from briefgen.corpus import card, fold, signed
    from briefgen.inventory import furniture
    from briefgen.read import read

    verdicts = read(sources)
    documents = [one.document for one in verdicts if one.document]
    cards = fold(map(card, verdicts), signed(documents))
    return cards, {one.path: furniture(one) for one in documents}
