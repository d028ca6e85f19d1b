"""What is to be added, and what became of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from briefgen.model import Metadata


class Fate(StrEnum):
    """What became of one thing that was to be added."""

    ADDED = "added"
    THERE = "already there"
    LEFT_OUT = "left out"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Item:
    """A text on its way into the corpus.

    `given` is what a person called it, `name` the path it should have in the corpus.
    """

    given: str
    name: str
    data: bytes = field(repr=False)
    known: Metadata


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a thing given: its path in the corpus, or why it has none.

    `later` says that another try may do better.
    """

    given: str
    fate: Fate
    path: str = ""
    reason: str = ""
    later: bool = False

    def __str__(self) -> str:
        """Return it as a line."""
        if self.reason:
            return f"{self.fate:<13}  {self.given}: {self.reason}"
        return f"{self.fate:<13}  {self.path}  ({self.given})"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a feed brought: what became of its new entries, how many wait for the next time.

    `reason` says why the feed itself could not be had.
    """

    address: str
    added: tuple[Added, ...] = ()
    left: int = 0
    reason: str = ""

    @property
    def ok(self) -> bool:
        """Return whether the feed and all its new entries could be had."""
        return not self.reason and all(one.fate is not Fate.FAILED for one in self.added)

    def __str__(self) -> str:
        """Return it as a line."""
        if self.reason:
            return f"{Fate.FAILED:<13}  {self.address}: {self.reason}"
        fates = [one.fate for one in self.added]
        counts = [f"{fates.count(one)} {one}" for one in Fate if one in fates]
        counts += [f"{self.left} left for the next time"] if self.left else []
        return f"{'feed':<13}  {self.address}: {', '.join(counts) or 'nothing new'}"
