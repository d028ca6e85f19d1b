"""What is read: files, what they say of themselves, and the documents they become."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


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


UNDATED_FOR = "undated, for "
"""How a doubt begins that says why a document has no date."""


class Outcome(StrEnum):
    """What became of one file of the corpus, or of one document in it; each has exactly one.

    OUTSIDE is dated before or after the days asked for, LATER is dated after the issue's own day.
    """

    READ = "read"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    REPRINT = "reprint"
    OUTSIDE = "outside"
    LATER = "later"
    UNDATED = "undated"
    REFUSED = "refused"


class DatedBy(StrEnum):
    """Who says when a source was published, the most trusted first."""

    FRONT_MATTER = "front matter"
    LISTING = "sources.yaml"
    PAGE = "page metadata"
    TEXT = "text"
    ADDRESS = "web address"
    NAME = "file name"
    PROPERTIES = "file properties"


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
class SourceRule:
    """What `sources.yaml` says of how a source is used, whatever stands in it.

    `weight` is a factor above 0 for what its sentences are worth; without `lead` it gives no bottom
    line.
    """

    weight: float = 1.0
    lead: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the corpus before it is understood: where it is and its raw bytes.

    A document inside a file, such as an entry of a feed, is a source too: `path` is its address,
    `sha256` that of the file, `data` its own bytes, and `page` what the file says of it; `doubts`
    are those about the day there. `declared` is what `sources.yaml` says, and `columns` which
    column of a table it says is which field.
    """

    path: str
    sha256: str
    data: bytes = field(repr=False)
    declared: Metadata = Metadata()
    page: Metadata = Metadata()
    columns: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


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

    `language` is a tag of BCP 47, `und` if it is none that briefgen can tell; `doubts` says what a
    person should look at in what is known of it: why it is undated, what its date rests on, what in
    its front matter cannot be read. `lost` says which part of the source could not be read, with
    its share.
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
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one file, or of one document in it: the document, or why there is none."""

    path: str
    outcome: Outcome
    reason: str = ""
    document: Document | None = None
