"""The commands that read JSON lines: summaries, and what can be learnt and known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.terminal import answer, patience, put

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
def train(data: tuple[tuple[Path, int], ...], place: Path) -> None:
    """Learn what is worth quoting from summaries people wrote.

    Each FILE has lines as for summarize, with {"references": [text, ...]}; WORDS is how long its
    summaries are. The weights come with cross-validated figures. They are used by --weights, or if
    briefgen.yaml names them as its weights. Needs briefgen[eval].
    """
    from datetime import date

    from briefgen.deliver import publish_lines
    from briefgen.training import train as learnt

    with patience("learning"):
        sets = {file.name: (_requests(file), words) for file, words in data}
        publish_lines([learnt(sets, date.today())], place)


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
