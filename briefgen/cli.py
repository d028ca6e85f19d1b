"""The command line: each command parses, calls the library and prints; nothing else prints."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import click

from briefgen import __version__
from briefgen.errors import BriefgenError, ConfigError, UsageError

if TYPE_CHECKING:
    from briefgen.model import Settings

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
ANY_PATH = click.Path(path_type=Path)

config_option = click.option(
    "--config",
    type=ANY_PATH,
    default=Path("briefgen.yaml"),
    show_default=True,
    help="The configuration.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


class Failure(click.ClickException):
    """A `BriefgenError` on its way to the terminal: exit 2 if the call was wrong, else 1."""

    def __init__(self, error: BriefgenError) -> None:
        super().__init__(str(error))
        self.exit_code = 2 if isinstance(error, ConfigError | UsageError) else 1

    def show(self, file: Any = None) -> None:
        """Print the message to stderr."""
        click.echo(f"briefgen: {_visible(self.message)}", err=True)


class Commands(click.Group):
    """A group of commands whose failures end in a message and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command called for."""
        try:
            return super().invoke(ctx)
        except BriefgenError as error:
            raise Failure(error) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefgen")
def main() -> None:
    """Turn a folder of sources into a brief: every sentence verbatim, cited and checkable."""


@main.command()
@config_option
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The issue's day [today].")
@click.option("--output", type=ANY_PATH, help="Where issues go, instead of the configured folder.")
@json_option
def build(config: Path, day: datetime | None, output: Path | None, as_json: bool) -> None:
    """Write the issue: brief.md, .html, .pdf and .json in OUTPUT/<ISO week>/."""
    from briefgen import pipeline
    from briefgen.deliver import publish

    settings = _settings(config)
    as_of = day.date() if day else date.today()  # the one place where the clock is read
    with _patience("building the brief"):
        artefacts = pipeline.build(settings, as_of)
    paths = publish(artefacts, (output or settings.output) / f"{as_of:%G-W%V}")
    _answer([str(path) for path in paths], as_json)


@main.command()
@click.argument("brief_json", metavar="BRIEF.json", type=EXISTING)
@click.option("--sources", type=ANY_PATH, help="The sources [as briefgen.yaml above BRIEF.json says].")
@json_option
def verify(brief_json: Path, sources: Path | None, as_json: bool) -> None:
    """Check that every sentence of an issue still stands, to the character, in its source."""
    from briefgen import ledger
    from briefgen.read import reread

    entries = ledger.load(brief_json)
    folder = sources or _sources_of(brief_json)
    report = ledger.verify(entries, reread(folder, [one.path for one in entries.sources]))
    files = ledger.check_artefacts(entries, brief_json.parent)
    passed = ledger.passes(report, files)
    if as_json:
        _answer({"ok": passed, "sources": report.sources, "files": files}, as_json)
    else:
        _answer(ledger.outcome(entries, report, files), as_json)
    if not passed:
        sys.exit(1)


@main.command()
@click.argument("brief_json", metavar="BRIEF.json", type=EXISTING)
@click.argument("number", metavar="[N]", type=int, required=False)
@json_option
def explain(brief_json: Path, number: int | None, as_json: bool) -> None:
    """Say why sentence N is in the brief and what lost to it; without N, list the sentences."""
    from briefgen import ledger

    entries = ledger.load(brief_json)
    if number is None:
        _answer(entries.sentences if as_json else ledger.overview(entries), as_json)
    else:
        explanation = ledger.explain(entries, number)
        _answer(explanation if as_json else ledger.tell(explanation), as_json)


@main.command()
@config_option
@click.option("--dropped", is_flag=True, help="List the scraped furniture that was left out.")
@json_option
def sources(config: Path, dropped: bool, as_json: bool) -> None:
    """Say what became of every file in the source folder."""
    from briefgen.corpus import gather
    from briefgen.inventory import inventory, listing
    from briefgen.read import read

    entries = inventory(gather(read(_settings(config).sources)))
    _answer(entries if as_json else listing(entries, dropped), as_json)


@main.command()
@click.option("--input", "given", type=click.File("r", "utf-8"), required=True, metavar="IN.jsonl")
@click.option("--words", type=click.IntRange(min=1), required=True, help="How long, about.")
@click.option("--output", "place", type=ANY_PATH, required=True, metavar="OUT.jsonl")
def summarize(given: Iterable[str], words: int, place: Path) -> None:
    """Summarise any documents: a JSON object on each line in, one on each line out.

    In: {"id", "documents": [{"title", "text"}], "theme"?}. Out: {"id", "summary": [sentence]}.
    """
    from briefgen import pipeline
    from briefgen.deliver import publish_lines
    from briefgen.read.jsonlines import requests

    def answers() -> Iterator[str]:
        for one in requests(given):
            summary = pipeline.summarize(one.documents, one.theme, words)
            yield json.dumps({"id": one.id, "summary": summary}, ensure_ascii=False)

    with _patience("summarising"):
        publish_lines(answers(), place)


@main.command()
@click.argument("folder", metavar="DIR", type=ANY_PATH)
def init(folder: Path) -> None:
    """Write a ready-to-run project: briefgen.yaml with comments and an empty seeds/."""
    from briefgen.scaffold import scaffold

    _answer([str(path) for path in scaffold(folder)], as_json=False)


@main.command()
@config_option
@json_option
def doctor(config: Path, as_json: bool) -> None:
    """Check what a build needs: libraries, Pango, fonts, folders that can be written."""
    from briefgen.doctor import examine

    findings = examine(config)
    _answer(findings if as_json else [str(one) for one in findings], as_json)
    if not all(one.ok for one in findings):
        sys.exit(1)


def _settings(config: Path) -> "Settings":
    from briefgen.config import load

    return load(config)


def _sources_of(brief_json: Path) -> Path:
    """Return the source folder of the nearest configuration above an issue."""
    for folder in brief_json.resolve().parents:
        if (folder / "briefgen.yaml").is_file():
            return _settings(folder / "briefgen.yaml").sources
    raise UsageError(f"{brief_json}: no briefgen.yaml in a folder above it: name --sources DIR")


def _answer(value: Any, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))
    else:
        for line in value:
            click.echo(_visible(line))


def _plain(value: Any) -> Any:
    """Return what JSON writes for a value it does not know."""
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)


def _visible(text: str) -> str:
    """Return `text` with nothing in it that could steer a terminal."""
    return "".join(one if one.isprintable() or one == "\n" else "\N{REPLACEMENT CHARACTER}" for one in text)


@contextmanager
def _patience(task: str) -> Iterator[None]:
    """Show on a terminal, when the work is long, that it goes on and for how long."""
    done = Event()

    def tell() -> None:
        seconds = 2
        while not done.wait(2 if seconds == 2 else 1):
            click.echo(f"\rbriefgen: {task}, {seconds} s", err=True, nl=False)
            seconds += 1

    if sys.stderr.isatty():
        Thread(target=tell, daemon=True).start()
    try:
        yield
    finally:
        done.set()
        if sys.stderr.isatty():
            click.echo("\r\033[K", err=True, nl=False)
