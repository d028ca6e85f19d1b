"""What a person should look at before relying on a text: its date, and what is missing of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from briefgen.model import DatedBy, File, Outcome, Profile

EARLIEST = date(1990, 1, 1)
"""Before this hardly anything was published as a file: an older date is more often a mistake."""


def doubts(files: Iterable[File], as_of: date) -> tuple[str, ...]:
    """Return a line for each doubt about a document read, as of a day, in their order."""
    read = (one for one in files if one.outcome is Outcome.READ)
    return tuple(f"{one.path}: {doubt}" for one in read for doubt in doubted(one, as_of))


def doubted(one: File | Profile, as_of: date) -> Iterator[str]:
    """Yield what is doubtful about a document: what its reader says, its date, what is missing."""
    yield from one.doubts
    if one.published is not None:
        yield from _doubted_day(one.published, one.dated_by, as_of)
    yield from (f"read in part: {loss}" for loss in one.lost)


def _doubted_day(published: date, dated_by: DatedBy | None, as_of: date) -> Iterator[str]:
    if published > as_of:
        yield f"dated {published}, which is after {as_of} ({dated_by})"
    elif published < EARLIEST:
        yield f"dated {published}, which is before {EARLIEST.year} ({dated_by})"
