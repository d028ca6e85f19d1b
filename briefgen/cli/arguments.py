"""What the commands are told, and how their help says it."""

from __future__ import annotations

from typing import Any

import click


class Place(click.Path):
    """A path given on the command line."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path once it is known to be what the command needs."""
        from pathlib import Path

        return Path(str(super().convert(value, param, ctx)))


def example(line: str) -> str:
    """Return `line` as the end of a command's help."""
    return f"\b\nExample:\n  {line}"


issue = click.argument("issue", metavar="[ISSUE]", type=Place(exists=True), required=False)
issue_or_sentence = click.argument("issue_or_number", metavar="[ISSUE]", required=False)
sentence = click.argument("number", metavar="[N]", type=int, required=False)
project = click.argument("folder", metavar="DIR", type=Place(file_okay=False))

as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
config = click.option(
    "--config",
    type=Place(),
    metavar="FILE",
    default="briefgen.yaml",
    show_default=True,
    help="The configuration; its folders are seen from where it stands.",
)

day = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day of the issue.  [default: today]",
)
output = click.option(
    "--output",
    type=Place(file_okay=False),
    metavar="DIR",
    help="Where issues go.  [default: as configured]",
)

own_config = click.option(
    "--config",
    type=Place(),
    metavar="FILE",
    help="Says where sources and issues are.  [default: the nearest briefgen.yaml above ISSUE]",
)
own_sources = click.option(
    "--sources",
    type=Place(exists=True, file_okay=False),
    metavar="DIR",
    help="The sources, whatever a configuration says.",
)


class DataSet(Place):
    """The ledger of an issue, or a file of JSON lines and the words a summary has, `FILE:WORDS`."""

    name = "data set"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path and the number of words, None for an issue."""
        if str(value).endswith(".json"):
            return super().convert(value, param, ctx), None
        file, _, words = str(value).rpartition(":")
        if not file or not words.isdecimal() or int(words) < 1:
            expected = "expected FILE:WORDS, such as past.jsonl:150, or an issue's brief.json"
            self.fail(f"{expected}, found {value}", param, ctx)
        return super().convert(file, param, ctx), int(words)


data = click.argument(
    "data",
    metavar="FILE:WORDS|BRIEF.json...",
    nargs=-1,
    required=True,
    type=DataSet(exists=True, dir_okay=False),
)
judged = click.argument(
    "data",
    metavar="DATA...",
    nargs=-1,
    required=True,
    type=Place(exists=True, dir_okay=False),
)
weights_out = click.option(
    "--output",
    "place",
    type=Place(dir_okay=False),
    required=True,
    metavar="WEIGHTS.json",
    help="Where the weights go.",
)

weights = click.option(
    "--weights",
    type=Place(exists=True, dir_okay=False),
    metavar="FILE",
    help="What features are worth, as briefgen train wrote it.  [default: briefgen's own]",
)

requests_in = click.option(
    "--input",
    "given",
    type=Place(exists=True, dir_okay=False, allow_dash=True),
    required=True,
    metavar="IN.jsonl",
    help="The documents; - reads what is piped in.",
)
words = click.option(
    "--words",
    type=click.IntRange(min=1),
    metavar="N",
    required=True,
    help="The length of a summary, about.",
)
summaries_out = click.option(
    "--output",
    "place",
    type=Place(dir_okay=False, allow_dash=True),
    required=True,
    metavar="OUT.jsonl",
    help="The summaries; - prints them.",
)
