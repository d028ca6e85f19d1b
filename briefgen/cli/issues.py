"""The commands that write issues: once, if anything has changed, or whenever something does."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from briefgen.cli import arguments, period
from briefgen.cli.doorway import FAILED
from briefgen.cli.terminal import answer, complain, near, patience, warn
from briefgen.errors import BriefgenError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from briefgen.model import Settings
    from briefgen.unchanged import Standing
    from briefgen.watching import Look
    from briefgen.weekly import Published
    from briefgen.windows import Window, WindowRule


class Order(NamedTuple):
    """Which issue is asked for."""

    config: Path
    day: datetime | None
    week: Window | None
    since: datetime | None
    until: datetime | None
    every: bool
    output: Path | None

    @property
    def as_of(self) -> date:
        """Return the day of the issue, which may be another one tomorrow."""
        return period.issue_day(self.day, self.week)

    @property
    def covered(self) -> Window | WindowRule | None:
        """Return the days that its texts may be dated, None if the configuration says so."""
        return period.covered(self.week, self.since, self.until, self.every)


def _orders(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which issue is asked for."""
    for option in (arguments.output, period.options, arguments.day, arguments.config):
        command = option(command)
    return command


_if_changed = click.option(
    "--if-changed", is_flag=True, help="Do nothing if the issue would come out the same."
)


@click.command(epilog=arguments.example("briefgen build --week 2025-W45"))
@_orders
@_if_changed
@arguments.as_json
def build(if_changed: bool, as_json: bool, **asked: Any) -> None:
    """Write the issue of a day as Markdown, HTML, PDF and ledger.

    The files brief.md, brief.html, brief.pdf and brief.json go into a folder named for the ISO
    week of the day, such as output/2025-W49: all of them, or, if anything fails, none. Their
    paths are printed, and on stderr a report of what was read, quoted and left out, and why. Texts
    dated after the issue's day are never quoted. With `window:` in the configuration, or --week,
    --since or --until, neither are those of other days, nor those without a date unless `undated:`
    says so. Exit 1 if the issue has fewer sentences than `minimum:`, which is 1 if left out.
    """
    order = Order(**asked)
    standing = _standing(order) if if_changed else None
    if standing:
        answer({"unchanged": standing} if as_json else [f"unchanged: {standing}"], as_json)
        return
    with patience("building the brief"):
        issue = _built(order)
    files = [near(path) for path in issue.files]
    tell(issue)
    answer({"files": files, "report": issue.report} if as_json else files, as_json)
    sys.exit(0 if issue.report.is_enough else FAILED)


@click.command(epilog=arguments.example("briefgen watch"))
@_orders
def watch(**asked: Any) -> None:
    """Build, and build again whenever something changes.

    Looks once a second at the source folder with its sources.yaml, the configuration and the
    templates, and builds when they have been quiet for half a second. Each build is told on one
    line. What is broken is told as well, and waited for to change. Ctrl-C ends it.
    """
    with suppress(KeyboardInterrupt):
        for line in _rebuilt(Order(**asked)):
            answer([line], as_json=False)


def _standing(order: Order) -> str | None:
    """Return where the issue is if it stands as a build would write it."""
    from briefgen.unchanged import difference

    standing = _asked(order)
    return near(standing.folder) if standing and difference(standing) is None else None


def _asked(order: Order) -> Standing | None:
    from briefgen.unchanged import standing

    return standing(order.config, order.as_of, order.covered, order.output)


def _built(order: Order) -> Published:
    """Write the issue; return its files and the report of the build."""
    from dataclasses import replace

    from briefgen.config import load

    covered, as_of = order.covered, order.as_of
    settings = load(order.config)
    output = _outside(settings.sources, order.output or settings.output)
    settings = replace(settings, output=output.resolve())
    _expect_pango(settings)  # first of all: what follows takes seconds
    from briefgen import pipeline, weekly

    built = pipeline.build(settings, as_of, covered)
    return weekly.publish_issue(built, output / f"{as_of:%G-W%V}")


def tell(issue: Published) -> None:
    """Print on stderr what became of the texts, and what was done instead of writing the issue."""
    from briefgen.report import lines

    kept = [f"{near(issue.folder)} stays as it was: it has enough sentences"] if issue.kept else []
    warn([*lines(issue.report), *issue.warnings, *kept])


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


def _rebuilt(order: Order) -> Iterator[str]:
    """Yield a line for each build, the first at once and then one for each change."""
    from time import sleep

    from briefgen.watching import changed, settled

    now = _looking(order)
    before, what = now(), "first build"
    while True:
        yield _told(order, what)
        after = settled(before, now, sleep)
        before, what = after, _named(changed(before, after))


def _looking(order: Order) -> Callable[[], Look]:
    """Return a look at all that a build reads; the texts where they were, if that is unclear."""
    from briefgen.bundled import templates
    from briefgen.watching import look

    sources = None

    def now() -> Look:
        nonlocal sources
        standing = _asked(order)
        sources = standing.sources if standing else sources
        return look(order.config.resolve(), sources, templates())

    return now


def _told(order: Order, what: str) -> str:
    """Build, and return how it went as a line; what failed or looks wrong is told on stderr."""
    from datetime import datetime
    from time import perf_counter

    clock, start = datetime.now(), perf_counter()
    try:
        issue = _built(order)
        tell(issue)
        result = near(issue.folder)
    except (BriefgenError, OSError) as error:
        complain(error)
        result = "failed"
    return f"{clock:%H:%M:%S}  {what}: {result}, {perf_counter() - start:.1f} s"


def _named(paths: tuple[str, ...]) -> str:
    from pathlib import Path

    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"{near(Path(paths[0]))}{more}"
