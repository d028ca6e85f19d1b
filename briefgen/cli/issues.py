"""The commands that write issues: once, if anything has changed, or whenever something does."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.terminal import answer, complain, near, patience
from briefgen.errors import BriefgenError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from briefgen.model import Settings
    from briefgen.watching import Look

if_changed = click.option(
    "--if-changed", is_flag=True, help="Do nothing if the issue would come out the same."
)


@click.command(epilog=arguments.example("briefgen build --date 2025-12-01"))
@arguments.config
@arguments.day
@arguments.output
@if_changed
@arguments.as_json
def build(
    config: Path, day: datetime | None, output: Path | None, if_changed: bool, as_json: bool
) -> None:
    """Write the issue of a day as Markdown, HTML, PDF and ledger.

    The files brief.md, brief.html, brief.pdf and brief.json go into a folder named for the ISO
    week of the day, such as output/2025-W49: all of them, or, if anything fails, none. Their
    paths are printed.
    """
    as_of = _day(day)
    if if_changed and (standing := _standing(config, as_of, output)):
        where = near(standing)
        answer({"unchanged": where} if as_json else [f"unchanged: {where}"], as_json)
        return
    with patience("building the brief"):
        paths = _built(config, as_of, output)
    answer([near(path) for path in paths], as_json)


@click.command(epilog=arguments.example("briefgen watch"))
@arguments.config
@arguments.day
@arguments.output
def watch(config: Path, day: datetime | None, output: Path | None) -> None:
    """Build, and build again whenever something changes.

    Looks once a second at the source folder with its sources.yaml, the configuration and the
    templates, and builds when they have been quiet for half a second. Each build is told on one
    line. What is broken is told as well, and waited for to change. Ctrl-C ends it.
    """
    with suppress(KeyboardInterrupt):
        for line in _rebuilt(config, day, output):
            answer([line], as_json=False)


def _day(day: datetime | None) -> date:
    from datetime import date

    return day.date() if day else date.today()  # the one place where the clock is read


def _standing(config: Path, as_of: date, output: Path | None) -> Path | None:
    """Return the folder of the issue if it stands as a build would write it."""
    from briefgen.unchanged import difference, issue

    one = issue(config, as_of, output)
    return one.folder if one and difference(one) is None else None


def _built(config: Path, as_of: date, output: Path | None) -> tuple[Path, ...]:
    """Return the files of the issue, which are written."""
    from briefgen.config import load

    settings = load(config)
    issues = _outside(settings.sources, output or settings.output)
    _expect_pango(settings)  # first of all: what follows takes seconds
    from briefgen import pipeline
    from briefgen.deliver import publish

    return publish(pipeline.build(settings, as_of), issues / f"{as_of:%G-W%V}")


def _outside(sources: Path, output: Path) -> Path:
    """Return `output`, which the next build must not read as a source."""
    if output.resolve().is_relative_to(sources):
        raise UsageError(f"--output: expected a folder outside of the sources, found {output}")
    return output


def _expect_pango(settings: Settings) -> None:
    from briefgen.pango import missing_pango

    missing = missing_pango() if "pdf" in settings.formats else None
    if missing:
        raise BriefgenError(missing)


def _rebuilt(config: Path, day: datetime | None, output: Path | None) -> Iterator[str]:
    """Yield a line for each build, the first at once and then one for each change."""
    from time import sleep

    from briefgen.watching import changed, settled

    now = _looking(config, _day(day))
    before, what = now(), "first build"
    while True:
        yield _told(config, day, output, what)
        after = settled(before, now, sleep)
        before, what = after, _named(changed(before, after))


def _looking(config: Path, as_of: date) -> Callable[[], Look]:
    """Return a look at all that a build reads; the texts where they were, if that is unclear."""
    from briefgen.bundled import templates
    from briefgen.unchanged import issue
    from briefgen.watching import look

    sources = None

    def now() -> Look:
        nonlocal sources
        one = issue(config, as_of, None)
        sources = one.sources if one else sources
        return look(config.resolve(), sources, templates())

    return now


def _told(config: Path, day: datetime | None, output: Path | None, what: str) -> str:
    """Build, and return how it went as a line; what failed is told on stderr."""
    from datetime import datetime
    from time import perf_counter

    clock, start = datetime.now(), perf_counter()
    try:
        result = str(near(_built(config, _day(day), output)[0].parent))
    except (BriefgenError, OSError) as error:
        complain(error)
        result = "failed"
    return f"{clock:%H:%M:%S}  {what}: {result}, {perf_counter() - start:.1f} s"


def _named(paths: tuple[str, ...]) -> str:
    from pathlib import Path

    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"{near(Path(paths[0]))}{more}"
