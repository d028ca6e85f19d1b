"""Dates that a person should look at before anyone relies on them."""

from collections.abc import Iterable, Iterator
from datetime import date

from briefgen.model import Profile

EARLIEST = date(1990, 1, 1)
"""Before this hardly anything was published as a file: an older date is more often a mistake."""


def doubts(profiles: Iterable[Profile], as_of: date) -> tuple[str, ...]:
    """Return a line for each document whose date is doubtful as of a day, in their order."""
    return tuple(f"{one.path}: {doubt}" for one in profiles for doubt in doubted(one, as_of))


def doubted(profile: Profile, as_of: date) -> Iterator[str]:
    """Yield what is doubtful about the date of a profile."""
    published = profile.metadata.published
    if published is None:
        yield from (f"undated, for {doubt}" for doubt in profile.doubts)
    elif published > as_of:
        yield f"dated {published}, which is after {as_of} ({profile.dated_by})"
    elif published < EARLIEST:
        yield f"dated {published}, which is before {EARLIEST.year} ({profile.dated_by})"
