"""The nouns that flow between the stages: frozen values, nothing that acts.

A span is a pair of character offsets `start <= end` into `Document.text`, and
`document.text[start:end]` is always the very text the span stands for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le, MinLen

Format = Literal["md", "html", "pdf"]


class Tlp(StrEnum):
    """The Traffic Light Protocol 2.0 labels (FIRST, August 2022), never translated."""

    RED = "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER"
    GREEN = "TLP:GREEN"
    CLEAR = "TLP:CLEAR"


class BlockKind(StrEnum):
    """What a block of text is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"


class Outcome(StrEnum):
    """What became of one file of the corpus; every file has exactly one."""

    READ = "read"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


# --- settings ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Keyword:
    """A phrase a theme asks for, and how much it counts beside the others."""

    phrase: Annotated[str, MinLen(1)]
    weight: Annotated[float, Gt(0), Le(100)] = 1.0


@dataclass(frozen=True, slots=True)
class Theme:
    """One section of the brief, as a weighted query; a sentence with an excluded phrase is out."""

    id: str
    title: str
    keywords: tuple[Keyword, ...]
    description: str = ""
    exclusions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the brief may become; words are runs of non-space characters."""

    sentences_per_section: Annotated[int, Ge(1), Le(100)] = 6
    words_per_sentence: Annotated[int, Ge(8), Le(400)] = 60
    words: Annotated[int, Ge(50), Le(100_000)] = 900


@dataclass(frozen=True, slots=True)
class Settings:
    """A validated `briefgen.yaml`: every path absolute, every default filled in."""

    path: Path
    series: str
    title: str
    organisation: str
    tlp: Tlp
    sources: Path
    output: Path
    templates: tuple[Path, ...]
    formats: tuple[Format, ...]
    page: Literal["A4", "Letter"]
    limits: Limits
    themes: tuple[Theme, ...]


# --- what is read --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says of itself; what it does not say stays `None`, never a guess."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    address: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the corpus before it is understood: where it is and its raw bytes."""

    path: str
    sha256: str
    data: bytes = field(repr=False)
    declared: Metadata = Metadata()


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
    """A source understood: its text exact and whole, and the blocks worth reading in it."""

    path: str
    sha256: str
    metadata: Metadata
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    dropped: tuple[Dropped, ...] = field(repr=False)
    reader: str
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one file: its document if it was read, else the reason why not."""

    path: str
    outcome: Outcome
    reason: str = ""
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything a build may quote from, in a fixed order, and a verdict for every file seen."""

    documents: tuple[Document, ...]
    verdicts: tuple[Verdict, ...]


# --- what is weighed and picked ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence where it stands; its identity is `(document, start, end)`, never its text.

    `document` is a path, `block` an index into the document's blocks and `position` the
    sentence's place in its block, 0 for the one that opens it.
    """

    text: str
    document: str
    block: int
    position: int
    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence proposed for a theme: its score, and everything that made the score.

    `features` maps a feature's name to what it added to `score`; `terms` lists the sentence's
    terms by what each added to its likeness to the theme, largest first. `before` is the
    sentence it follows in its block, for a passage that cannot stand alone.
    """

    sentence: Sentence
    theme: str
    score: float
    features: Mapping[str, float]
    terms: tuple[tuple[str, float], ...]
    before: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """What is taken for a theme: a candidate's sentence, after the one it leans on if need be."""

    sentences: tuple[Sentence, ...]
    candidate: Candidate

    @property
    def words(self) -> int:
        """How many runs of non-space characters the passage has."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that was not taken, and why."""

    candidate: Candidate
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What one theme will say: the bottom line, the passages under it, and what lost."""

    theme: Theme
    bottom_line: Passage | None
    passages: tuple[Passage, ...]
    rejections: tuple[Rejection, ...]


# --- the brief -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Citation:
    """An entry of the *Sources* list; `number` is its `[n]`, in order of first citation."""

    number: int
    document: Document


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the brief with its citation number and the candidate that brought it in."""

    sentence: Sentence
    citation: int
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Section:
    """One theme of the brief; each paragraph holds consecutive statements. No bullet, no report."""

    theme: Theme
    bottom_line: Statement | None
    paragraphs: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The finished words: sections in the configured order, bullets the strongest first."""

    series: str
    title: str
    organisation: str
    tlp: Tlp
    as_of: date
    bottom_line: tuple[Statement, ...]
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    language: str = "en"

    @property
    def week(self) -> str:
        """The issue's ISO 8601 week, such as `2026-W47`."""
        return f"{self.as_of:%G-W%V}"


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the issue, ready to be written or mailed."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
