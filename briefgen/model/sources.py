"""What is read: files, what they say of themselves, and the documents they become."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from briefgen.model.settings import ALWAYS, Window


class BlockKind(StrEnum):
    """What a block of text is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"


class Basis(StrEnum):
    """How the language of a document is known."""

    DECLARED = "declared"
    DETECTED = "detected"
    ASSUMED = "assumed"


class Outcome(StrEnum):
    """What became of one file of the corpus, or of one document in it; each has exactly one."""

    READ = "read"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    REPRINT = "reprint"
    OUTSIDE = "outside"
    REFUSED = "refused"


class DatedBy(StrEnum):
    """Who says when a source was published, the most trusted first."""

    FRONT_MATTER = "front matter"
    LISTING = "sources.yaml"
    PAGE = "page metadata"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says of itself; what it does not say stays `None`, never a guess."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    address: str | None = None
    language: str | None = None
    retrieved: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the corpus before it is understood: where it is and its raw bytes.

    A document inside a file, such as an entry of a feed, is a source too: `path` is its address,
    `sha256` that of the file, `data` its own bytes, and `page` what the file says of it. `declared`
    is what `sources.yaml` says, and `columns` which column of a table it says is which field.
    """

    path: str
    sha256: str
    data: bytes = field(repr=False)
    declared: Metadata = Metadata()
    page: Metadata = Metadata()
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or quotation, as a span of its document."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """Scraped furniture left out of the blocks, and which rule knew it."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source understood: its text exact and whole, and the blocks worth reading in it.

    `language` is a tag of BCP 47, `und` if it is none that briefgen can tell; `doubts` says what
    its text gives as a date that cannot be taken for one.
    """

    path: str
    sha256: str
    metadata: Metadata
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    dropped: tuple[Dropped, ...] = field(repr=False)
    reader: str
    encoding: str = "utf-8"
    language: str = "en"
    basis: Basis = Basis.ASSUMED
    dated_by: DatedBy | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one file, or of one document in it: the document, or why there is none."""

    path: str
    outcome: Outcome
    reason: str = ""
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a document without its text, small enough to be kept for all at once.

    `words` counts those of its blocks, `digest` is their hash, and `shingles` are the numbers that
    it is compared by, empty once the corpus is gathered.
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
    shingles: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """What became of one file in the corpus, and what is known of its document.

    `origin` is the path of the document that leads all those carrying the same story; a document
    that is like no other leads itself. It is empty until the corpus is gathered. `sha256` is that
    of the file before it was read, None if it could not be opened.
    """

    path: str
    outcome: Outcome
    reason: str = ""
    profile: Profile | None = None
    origin: str = ""
    sha256: str | None = None


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
    """A card for every file seen, in the order of their paths: all that a build may quote from.

    Each document that may be quoted has its path among the members of exactly one of the
    `origins`. What is dated was published in the `window`.
    """

    cards: tuple[Card, ...]
    origins: tuple[Origin, ...] = ()
    window: Window = ALWAYS

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """What is known of each document that may be quoted."""
        return tuple(
            one.profile for one in self.cards if one.outcome is Outcome.READ and one.profile
        )
