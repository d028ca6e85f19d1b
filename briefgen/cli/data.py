"""The commands that read JSON lines: summaries, and what can be learnt and known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.ledgers import sources_of
from briefgen.cli.terminal import answer, near, patience, put, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefgen.read.jsonlines import Request


@click.command(
    epilog=arguments.example("briefgen summarize --input IN.jsonl --words 100 --output OUT.jsonl")
)
@arguments.requests_in
@arguments.words
@arguments.weights
@arguments.summaries_out
def summarize(given: Path, words: int, weights: Path | None, place: Path) -> None:
    """Summarise any documents, one JSON object a line in and out.

    A line {"id", "documents": [{"title", "text"}], "theme"?} gives {"id", "summary": [sentence,
    ...]}: whole sentences, verbatim, in the order of the documents. A theme is a text: what the
    reader wants to know.
    """
    import json

    from briefgen import pipeline
    from briefgen.deliver import publish_lines
    from briefgen.read.jsonlines import requests
    from briefgen.salience import known

    worth = known(weights)
    printed = str(place) == "-"

    def answers(lines: Iterable[bytes]) -> Iterator[str]:
        for one in requests(lines, str(given)):
            summary = pipeline.summarize(one.documents, one.theme, words, worth)
            yield json.dumps({"id": one.id, "summary": summary}, ensure_ascii=printed)

    with click.open_file(str(given), "rb") as lines:
        if printed:
            put(answers(lines))
        else:
            with patience("summarising"):
                publish_lines(answers(lines), place)


@click.command(epilog=arguments.example("briefgen train past.jsonl:150 --output weights.json"))
@arguments.data
@arguments.weights_out
@arguments.own_config
@arguments.own_sources
def train(
    data: tuple[tuple[Path, int | None], ...],
    place: Path,
    config: Path | None,
    sources: Path | None,
) -> None:
    """Learn what is worth quoting from summaries people wrote.

    Each FILE has lines as for summarize, with {"references": [text, ...]}; WORDS is how long its
    summaries are. BRIEF.json is an earlier issue, whose brief.md you have edited: its bottom line
    and each of its sections is a summary of the texts it was made from. The weights come with
    cross-validated figures. They are used by --weights, or if briefgen.yaml names them as its
    weights. Needs briefgen[eval].
    """
    from datetime import date

    from briefgen.deliver import publish_lines
    from briefgen.training import train as learnt

    with patience("learning"):
        sets = {file.name: (_requests(file), words) for file, words in data if words}
        issues = [(one, sources_of(one, config, sources)) for one, words in data if words is None]
        earlier = {"earlier issues": (_lessons(issues), None)} if issues else {}
        publish_lines([learnt({**sets, **earlier}, date.today())], place)


def _lessons(issues: list[tuple[Path, Path]]) -> list[Request]:
    """Return what issues teach, given with their sources; those that nobody edited are told."""
    from briefgen.training import lessons_in

    found = [(place, *lessons_in(place, sources)) for place, sources in issues]
    as_built = [near(place.with_name("brief.md")) for place, _, edited in found if not edited]
    if as_built:
        warn(
            [
                f"{', '.join(as_built)}: expected what a person has edited, found it as it was"
                " built; it teaches only what was chosen anyway"
            ]
        )
    return [one for _, requests, _ in found for one in requests]


@click.command("eval", epilog=arguments.example("briefgen eval past.jsonl --words 150"))
@arguments.judged
@arguments.words
@arguments.weights
@arguments.as_json
def evaluate(data: tuple[Path, ...], words: int, weights: Path | None, as_json: bool) -> None:
    """Compare the summaries with those of other systems.

    Each DATA file has lines as for summarize, with {"references": [text, ...]}: summaries people
    wrote. Says how much of them briefgen has (ROUGE recall), and how long it takes, beside chance,
    the first sentences, centroid + MMR, a greedy oracle and, where sumy is installed, its LexRank
    and TextRank. Needs briefgen[eval].
    """
    from time import perf_counter

    from briefgen import evaluation
    from briefgen.evaluation.table import table

    with patience("evaluating"):
        found = [
            evaluation.evaluate(one.name, _requests(one), words, perf_counter, weights)
            for one in data
        ]
    answer(found if as_json else table(found), as_json)


def _requests(file: Path) -> list[Request]:
    from briefgen.read.jsonlines import requests

    return list(requests(file.read_bytes().splitlines(), str(file)))
