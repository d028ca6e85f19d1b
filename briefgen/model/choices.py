"""What is weighed and picked: sentences, and the passages made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from briefgen.model.settings import Theme
from briefgen.model.sources import BlockKind

KEYWORD = "keyword"
"""The feature that says whether a sentence has a keyword of its theme whole."""

OF_THEME = ("query", "feedback", KEYWORD)
"""The features that say how much a sentence is about its theme."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence where it stands; its identity is `(document, start, end)`, never its text.

    `document` is a path, `block` an index into the document's blocks and `position` the
    sentence's place in its block, 0 for the one that opens it; `language` is its document's, and
    so is the day it was `published`; `story` is the number, from 0, of the one it tells, of those
    in its document.
    """

    text: str
    document: str
    block: int
    position: int
    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    language: str = "en"
    published: date | None = None
    story: int = 0

    def __hash__(self) -> int:
        """Return the hash of what tells the sentence from all others."""
        return hash((self.document, self.start, self.end))


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

    @property
    def salience(self) -> float:
        """What it is worth whatever the theme: unlike scores, comparable between themes."""
        return sum(worth for name, worth in self.features.items() if name not in OF_THEME)

    @property
    def has_keyword(self) -> bool:
        """Whether it has a keyword of its theme whole."""
        return KEYWORD in self.features


@dataclass(frozen=True, slots=True)
class Passage:
    """What is taken for a theme: a candidate's sentence, after the one it leans on if need be.

    With `leans` it is read rightly behind a sentence of its own story alone.
    """

    sentences: tuple[Sentence, ...]
    candidate: Candidate
    leans: bool = False

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
