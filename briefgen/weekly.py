"""The issue of a week: built once, and again only while nobody has it and if its words change."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from briefgen import ledger, pipeline
from briefgen.deliver import publish
from briefgen.errors import BriefgenError, LedgerError
from briefgen.model import Artefact, Built, Report, Settings
from briefgen.outbox import Entry, State
from briefgen.pango import missing_pango
from briefgen.read import reread
from briefgen.stock import LEDGER
from briefgen.windows import LAST_WEEK, Window, WindowRule

WORDS = "brief.md"
"""The file with the words of an issue, which all its files share."""

_OUT = frozenset({State.DATA, State.SENT, State.UNKNOWN})
"""The states after which someone has an issue, or may have it."""


@dataclass(frozen=True, slots=True)
class Published:
    """An issue as it was built: where it lies, its files, and the report of the build.

    `kept` says that one with enough sentences was there and the new one, which has too few, was
    not put in its place.
    """

    folder: Path
    files: tuple[Path, ...]
    report: Report
    warnings: tuple[str, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """Where the issue of a week lies, what was done to have it there, and the build if any."""

    folder: Path
    done: str
    built: Published | None = None


def publish_issue(built: Built, folder: Path) -> Published:
    """Write an issue into its folder, but none with too few sentences over one that has enough."""
    if not built.report.is_enough and _sentences(folder) >= built.report.minimum:
        return Published(folder, (), built.report, built.warnings, kept=True)
    return Published(folder, publish(built.artefacts, folder), built.report, built.warnings)


def build(
    settings: Settings, today: date, asked: Window | WindowRule | None, entries: Iterable[Entry]
) -> Issue:
    """Return the issue of the week of `today`, built if it has to be.

    It covers the days `asked` for, else those that the settings name, else a week. An issue that is
    out, by the journal's `entries`, stays as it is, whatever the sources have become. One that
    nobody has is replaced only if its words would be others or its files are not as they were
    built. Raises what `pipeline.build` and `publish` raise.
    """
    folder = settings.output / f"{today:%G-W%V}"
    if any(entry.issue == folder.name and entry.state in _OUT for entry in entries):
        return Issue(folder, "out already")
    rule = asked or settings.window or LAST_WEEK
    day = _day(folder)
    built = _built(settings, today, rule)
    if day and _same(built, folder, settings, day, rule):
        report = Published(folder, (), built.report, built.warnings)
        return Issue(folder, "unchanged", report)
    published = publish_issue(built, folder)
    done = "kept" if published.kept else "built anew" if day else "built"
    return Issue(folder, done, published)


def check(settings: Settings, folder: Path) -> None:
    """Return if every sentence of an issue still stands verbatim in its source.

    Raises LedgerError, which names the sources that are not as they should be.
    """
    entries = ledger.load(folder / LEDGER)
    report = ledger.verify(entries, reread(settings.sources, [one.path for one in entries.sources]))
    if not report.ok:
        sound = (ledger.State.INTACT, ledger.State.CHANGED)
        wrong = [f"  {one.path}: {one.state}" for one in report.sources if one.state not in sound]
        heading = f"{folder}: expected every sentence in its source, found:"
        raise LedgerError("\n".join([heading, *wrong]))


def _built(settings: Settings, day: date, rule: Window | WindowRule) -> Built:
    """Return the issue of a day; a PDF without Pango is an error before the work."""
    missing = missing_pango() if "pdf" in settings.formats else None
    if missing:
        raise BriefgenError(missing)
    return pipeline.build(settings, day, rule)


def _day(folder: Path) -> date | None:
    """Return the day of the issue in `folder`, nothing if none lies there as it was built."""
    if not (folder / LEDGER).exists():
        return None
    entries = ledger.load(folder / LEDGER)
    states = {one.state for one in ledger.check_artefacts(entries, folder)}
    return entries.issue.date if states == {ledger.State.INTACT} else None


def _sentences(folder: Path) -> int:
    """Return how many sentences the issue in `folder` has, 0 if none can be read there."""
    try:
        return len(ledger.load(folder / LEDGER).sentences)
    except LedgerError:
        return 0


def _same(
    built: Built, folder: Path, settings: Settings, day: date, rule: Window | WindowRule
) -> bool:
    """Whether the issue of `day` in `folder` quotes and says what the one just built does.

    Built on a later day of the week it differs in its date at least, so the one of `day` is built
    again to compare the words that are not quotations.
    """
    if _quoted(folder) != _quoted_in(built.artefacts):
        return False
    again = _built(settings, day, rule).artefacts
    data = {artefact.name: artefact.data for artefact in again}
    there = {entry.name for entry in ledger.load(folder / LEDGER).artefacts}
    words = (folder / WORDS).read_bytes() if WORDS in there else None
    return there | {LEDGER} == data.keys() and words == data.get(WORDS)


def _quoted(folder: Path) -> object:
    return _quotations(json.loads((folder / LEDGER).read_bytes()))


def _quoted_in(artefacts: Iterable[Artefact]) -> object:
    data = next(artefact.data for artefact in artefacts if artefact.name == LEDGER)
    return _quotations(json.loads(data))


def _quotations(entries: Any) -> list[tuple[str, str, str]]:
    """Return theme, role and words of each sentence in a ledger."""
    return [(one["theme"], one["role"], one["text"]) for one in entries["sentences"]]
