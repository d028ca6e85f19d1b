"""What a person decides: the nouns of `briefgen.yaml`."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le, MinLen

from briefgen.model.mail import Mail
from briefgen.model.marking import Tlp
from briefgen.windows import Undated, WindowRule

Format = Literal["md", "html", "pdf"]

MEMORY = 8
"""Earlier issues that an issue remembers unless `memory:` says otherwise: two months of weeks."""


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
class PerSource:
    """The most sentences of one source in a section and, bottom lines among them, in the brief."""

    section: Annotated[int, Ge(1), Le(100)] = 100
    brief: Annotated[int, Ge(1), Le(1000)] = 1000


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the brief may become; words are runs of non-space characters."""

    sentences_per_section: Annotated[int, Ge(1), Le(100)] = 6
    words_per_sentence: Annotated[int, Ge(8), Le(400)] = 60
    words: Annotated[int, Ge(50), Le(100_000)] = 900
    per_source: PerSource = PerSource()


@dataclass(frozen=True, slots=True)
class Settings:
    """A validated `briefgen.yaml`: every path absolute, every default filled in.

    `language`, a tag of BCP 47, is that of the titles and the templates. `window` is None if the
    file has no such key: then `run` takes a week, all else everything. An issue of fewer than
    `minimum` sentences is never mailed; what the last `memory` issues quoted is not quoted again.
    `sha256` is that of the file before it was read; settings that say the same are equal.
    """

    path: Path
    sha256: str = field(compare=False)
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
    weights: Path | None = None
    mail: Mail | None = None
    language: str = "en"
    window: WindowRule | None = None
    undated: Undated = "leave out"
    minimum: int = 1
    memory: int = MEMORY
