"""Dates, and what else is known of texts, that a person should look at before relying on it."""

from collections.abc import Iterable, Iterator
from datetime import date

from briefgen.model import File, Outcome, Profile

EARLIEST = date(1990, 1, 1)
"""Before this hardly anything was published as a file: an older date is more often a mistake."""


def doubts(files: Iterable[File], as_of: date) -> tuple[str, ...]:
    """Return a line for each doubt about a document read, as of a day, in their order."""
    read = (one for one in files if one.outcome is Outcome.READ)
    return tuple(f"{one.path}: {doubt}" for one in read for doubt in doubted(one, as_of))


def doubted(one: File | Profile, as_of: date) -> Iterator[str]:
    """Yield what is doubtful about the date of a document, and what its reader found doubtful."""
    yield from one.doubts
    if one.published is None:
        return
    if one.published > as_of:
        yield f"dated {one.published}, which is after {as_of} ({one.dated_by})"
    elif one.published < EARLIEST:
        yield f"dated {one.published}, which is before {EARLIEST.year} ({one.dated_by})"
