"""The issue of a week: built once, and again only while nobody has it and if its words change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen import ledger, pipeline
from briefgen.deliver import publish
from briefgen.errors import BriefgenError, LedgerError
from briefgen.model import Artefact, Settings
from briefgen.outbox import Entry, State
from briefgen.pango import missing_pango
from briefgen.read import reread

WORDS = "brief.md"
"""The file with the words of an issue, which all its files share."""

_OUT = frozenset({State.DATA, State.SENT, State.UNKNOWN})
"""The states after which someone has an issue, or may have it."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Where the issue of a week lies, and what was done to have it there."""

    folder: Path
    done: str


def build(settings: Settings, today: date, entries: Iterable[Entry]) -> Issue:
    """Return the issue of the week of `today`, built if it has to be.

    An issue that is out, by the journal's `entries`, stays as it is, whatever the sources have
    become. One that nobody has is replaced only if its words would be others or its files are not
    as they were built. Raises what `pipeline.build` and `publish` raise.
    """
    folder = settings.output / f"{today:%G-W%V}"
    if any(one.issue == folder.name and one.state in _OUT for one in entries):
        return Issue(folder, "out already")
    day = _day(folder)
    if day and _same(_built(settings, day), folder):
        return Issue(folder, "unchanged")
    publish(_built(settings, today), folder)
    return Issue(folder, "built anew" if day else "built")


def check(settings: Settings, folder: Path) -> None:
    """Return if every sentence of an issue still stands verbatim in its source.

    Raises LedgerError, which names the sources that are not as they should be.
    """
    entries = ledger.load(folder / "brief.json")
    report = ledger.verify(entries, reread(settings.sources, [one.path for one in entries.sources]))
    if not report.ok:
        sound = (ledger.State.INTACT, ledger.State.CHANGED)
        wrong = [f"  {one.path}: {one.state}" for one in report.sources if one.state not in sound]
        heading = f"{folder}: expected every sentence in its source, found:"
        raise LedgerError("\n".join([heading, *wrong]))


def _built(settings: Settings, day: date) -> tuple[Artefact, ...]:
    """Return the files of the issue of a day; a PDF without Pango is an error before the work."""
    missing = missing_pango() if "pdf" in settings.formats else None
    if missing:
        raise BriefgenError(missing)
    return pipeline.build(settings, day).artefacts


def _day(folder: Path) -> date | None:
    """Return the day of the issue in `folder`, nothing if none lies there as it was built."""
    if not (folder / "brief.json").exists():
        return None
    entries = ledger.load(folder / "brief.json")
    states = {one.state for one in ledger.check_artefacts(entries, folder)}
    return entries.issue.date if states == {ledger.State.INTACT} else None


def _same(artefacts: Iterable[Artefact], folder: Path) -> bool:
    """Whether the issue in `folder` has these very files, and the same words in them."""
    data = {artefact.name: artefact.data for artefact in artefacts}
    there = {entry.name for entry in ledger.load(folder / "brief.json").artefacts}
    words = (folder / WORDS).read_bytes() if WORDS in there else None
    return there | {"brief.json"} == data.keys() and words == data.get(WORDS)
