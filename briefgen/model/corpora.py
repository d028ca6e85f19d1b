"""What is known of the corpus once its texts are put away: of all files a little, of some more."""

from dataclasses import dataclass, field
from datetime import date

from briefgen.model.sources import Basis, DatedBy, Metadata, Outcome
from briefgen.windows import EVERYTHING, Coverage


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a document without its text.

    `words` counts those of its blocks, and `digest` is their hash.
    """

    path: str
    sha256: str
    metadata: Metadata
    reader: str
    encoding: str
    language: str
    basis: Basis
    dated_by: DatedBy | None
    doubts: tuple[str, ...]
    words: int
    digest: bytes = field(repr=False)
    lost: tuple[str, ...] = ()

    @property
    def published(self) -> date | None:
        """The day it was published, if that is known."""
        return self.metadata.published


@dataclass(frozen=True, slots=True)
class Card:
    """What became of one file, or of one document in it, and what is known of the document.

    `origin` is the path of the document that leads all those carrying the same story; a document
    that is like no other leads itself. It is empty until the cards are folded. `sha256` is that
    of the file before it was read, None if it could not be opened.
    """

    path: str
    outcome: Outcome
    reason: str = ""
    profile: Profile | None = None
    origin: str = ""
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    """One file seen, or one document in it: what became of it, and when it was published.

    It is what an issue tells of every file, so it is small. `sha256` is that of the file, None if
    it could not be opened.
    """

    path: str
    outcome: Outcome
    reason: str = ""
    sha256: str | None = None
    published: date | None = None
    dated_by: DatedBy | None = None
    doubts: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """A story and the files that carry it: however many, they are one witness.

    `members` are the paths, that of the document that leads them first. `publishers` says who
    published each of them, under the name of the family if there is one, None if it is not known.
    """

    members: tuple[str, ...]
    publishers: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every file seen, in the order of their paths, and all that is known of what may be quoted.

    `profiles` are those of the documents that a sentence is proposed from, in the order of their
    paths; each has its path among the members of exactly one of the `origins`. The `coverage`
    admits all of them.
    """

    files: tuple[File, ...]
    profiles: tuple[Profile, ...] = ()
    origins: tuple[Origin, ...] = ()
    coverage: Coverage = EVERYTHING
