"""What is made: the brief, and what a build returns."""

from dataclasses import dataclass
from datetime import date

from briefgen.model.artefacts import Artefact
from briefgen.model.choices import Candidate, Sentence
from briefgen.model.corpora import Profile
from briefgen.model.marking import Tlp
from briefgen.model.reports import Report
from briefgen.model.settings import Theme
from briefgen.windows import ALWAYS, Window


@dataclass(frozen=True, slots=True)
class Citation:
    """An entry of the *Sources* list; `number` is its `[n]`, in order of first citation.

    `carriers` are the other publishers that are known to have carried the same story.
    """

    number: int
    profile: Profile
    carriers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the brief with its citation number and the candidate that brought it in."""

    sentence: Sentence
    citation: int
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Section:
    """One theme of the brief; each paragraph holds consecutive statements.

    Without a bottom line no single sentence could stand alone; without paragraphs there is no more.
    """

    theme: Theme
    bottom_line: Statement | None
    paragraphs: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The finished words: sections in the configured order, bullets the strongest first.

    `covered` are the days that its sources may be dated.
    """

    series: str
    title: str
    organisation: str
    tlp: Tlp
    as_of: date
    bottom_line: tuple[Statement, ...]
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    language: str = "en"
    covered: Window = ALWAYS

    @property
    def week(self) -> str:
        """The issue's ISO 8601 week, such as `2026-W47`."""
        return f"{self.as_of:%G-W%V}"


@dataclass(frozen=True, slots=True)
class Built:
    """Everything a build makes: the files, and the report of what became of the texts.

    `warnings` are of this machine, such as a damaged index; nothing in the files depends on them.
    """

    artefacts: tuple[Artefact, ...]
    report: Report
    warnings: tuple[str, ...] = ()
