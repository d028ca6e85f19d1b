"""What `sources.yaml` says, once all its entries are put together."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from briefgen.model import Metadata, SourceRule
from briefgen.read.files import printable
from briefgen.read.sources_yaml.shape import LISTING
from briefgen.stock import holders


class Listed(NamedTuple):
    """What `sources.yaml` says of one file: of its text, which column is which, how it is used."""

    metadata: Metadata = Metadata()
    columns: Mapping[str, str] = MappingProxyType({})
    rule: SourceRule = SourceRule()

    @property
    def reading(self) -> tuple[object, ...]:
        """Return the part that decides what is read out of the file."""
        return self.metadata, *self.columns.items()


class Absent(NamedTuple):
    """An entry that is for no file: its key, its line, whether that is a pattern, a better key."""

    path: str
    line: int
    is_pattern: bool
    hint: str = ""

    @property
    def reason(self) -> str:
        """Return what is wrong, without the key."""
        wrong = "matches no file" if self.is_pattern else "listed but not there"
        return f"{wrong} ({LISTING}, line {self.line})"

    def __str__(self) -> str:
        """Return what is wrong and what to do about it."""
        key = printable(self.path)
        wrong = "matches no file" if self.is_pattern else "is listed but not there"
        hint = f"did you mean {printable(self.hint)}? Else " if self.hint else ""
        entry = f"remove the entry with briefgen remove {shlex.quote(key)}"
        return f"{LISTING}, line {self.line}: {key} {wrong}; {hint}{entry}"


@dataclass(frozen=True, slots=True)
class Listing:
    """What `sources.yaml` says: of each file, by its path, and of outlets that are one publisher.

    `files` has every file that some entry is for. `own` has what the entries for one file say by
    themselves, whether the file is there or not, `patterns` the keys of the others, the least
    precise first. `families` gives the publisher that an outlet belongs to, by the outlet's name in
    small letters. `absent` are entries without a file, by line; `mistakes` says in words what was
    passed over because it is wrong.
    """

    files: Mapping[str, Listed] = field(default_factory=dict)
    own: Mapping[str, Metadata] = field(default_factory=dict)
    patterns: tuple[str, ...] = ()
    families: Mapping[str, str] = field(default_factory=dict)
    absent: tuple[Absent, ...] = ()
    mistakes: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """Return what a person should mend, a line each; none of it keeps a command from going on.

        Everything else in the file is in force.
        """
        return (*self.mistakes, *map(str, self.absent))

    def rule(self, path: str) -> SourceRule:
        """Return how the document at `path` is used; one in a file is used as the file is."""
        listed = (self.files[one] for one in holders(path) if one in self.files)
        return next(listed, Listed()).rule
