"""The nouns of `brief.json`, format 1; `brief.schema.json` is generated from them.

Offsets count Unicode characters in the source's text as briefgen reads it, from 0, the end
excluded. A hash is SHA-256 in lower-case hexadecimal. Paths are relative, with `/`. Numbers
that were computed are rounded to `record.DIGITS` decimals. The order of every list is meaningful.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from annotated_types import Ge, MaxLen, MinLen
from pydantic import ConfigDict, Field

from briefgen.model import DatedBy, Format, Limits, Outcome, Report, Theme, Tlp
from briefgen.windows import Undated

FORMAT: Literal[1] = 1
"""Raised whenever a program that reads `brief.json` would have to change."""

CONTEXT = 32
"""Characters of text kept on either side of a quotation."""

Offset = Annotated[int, Ge(0)]
Number = Annotated[int, Ge(1)]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Beside = Annotated[str, MaxLen(CONTEXT)]
Relative = Annotated[str, Field(pattern="^[^/]")]
FileName = Annotated[str, Field(pattern=r"^[^./\\][^/\\]*$")]
Features = Mapping[str, float]
Terms = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """Which issue this is; `week` is the ISO 8601 week of `date`, such as `2026-W47`."""

    series: str
    title: str
    organisation: str
    tlp: Tlp
    date: datetime.date
    week: str
    language: str


@dataclass(frozen=True, slots=True)
class SettingsEntry:
    """What the configuration asked for; no folder, so that the ledger is the same anywhere."""

    formats: tuple[Format, ...]
    page: Literal["A4", "Letter"]
    limits: Limits
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file of the corpus and what became of it; the hash of a file not read is unknown."""

    path: str
    outcome: Outcome
    reason: str
    sha256: Sha256 | None


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """A file of the words or the looks, or a table of briefgen's own such as the weights.

    The name is its path in the template folders, or in the package.
    """

    name: Relative
    sha256: Sha256


@dataclass(frozen=True, slots=True)
class WindowEntry:
    """The first and the last day that a source may be dated; null is no limit."""

    since: datetime.date | None
    until: datetime.date | None


@dataclass(frozen=True, slots=True)
class InputsEntry:
    """What went in: settings, `sources.yaml` and own weights if any, corpus, templates, tables.

    `doubts` says which dates a person should look at, and why; `undated` what became of texts
    without a date. `earlier_issues` are the ledgers of issues that this one remembers.
    """

    configuration: Sha256
    declarations: Sha256 | None
    weights: Sha256 | None
    window: WindowEntry
    files: tuple[FileEntry, ...]
    doubts: tuple[str, ...]
    templates: tuple[TemplateEntry, ...]
    tables: tuple[TemplateEntry, ...]
    undated: Undated = "keep"
    earlier_issues: tuple[TemplateEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A cited source; `number` is its `[n]`, `characters` the length of its text.

    `dated_by` says where the date is from, `carriers` who else is known to have published it.
    """

    number: Number
    path: Relative
    sha256: Sha256
    reader: str
    encoding: str
    characters: Offset
    title: str | None
    publisher: str | None
    author: str | None
    published: datetime.date | None
    address: str | None
    dated_by: DatedBy | None
    carriers: tuple[str, ...]
    retrieved: datetime.date | None


@dataclass(frozen=True, slots=True)
class SentenceEntry:
    """A sentence of the brief, where it stands in its source, and what brought it in.

    `prefix` and `suffix` are the text beside it, as in the TextQuoteSelector of the W3C Web
    Annotation Data Model (2017, section 4.2.4). `copies` counts the places of the source where
    the same text stands with such a prefix or such a suffix: 1 unless whole passages repeat.
    `lead_in` says that it was taken so that the next sentence can stand alone; `score`, `features`
    (what each added to the score) and `terms` (what each added to the likeness to the theme,
    largest first) are then those of that next sentence.
    """

    number: Number
    role: Literal["bottom line", "section"]
    theme: str
    source: Number
    text: Annotated[str, MinLen(1)]
    start: Offset
    end: Offset
    prefix: Beside
    suffix: Beside
    copies: Number
    lead_in: bool
    score: float
    features: Features
    terms: Terms


@dataclass(frozen=True, slots=True)
class RejectedEntry:
    """A sentence that was considered for a theme and not taken, and why."""

    path: Relative
    start: Offset
    end: Offset
    text: str
    reason: str
    score: float
    features: Features
    terms: Terms


@dataclass(frozen=True, slots=True)
class ConsideredEntry:
    """What lost in one theme: `rejected` holds the best by score of `total`, best first."""

    theme: str
    total: Offset
    rejected: tuple[RejectedEntry, ...]


@dataclass(frozen=True, slots=True)
class ArtefactEntry:
    """A file of the issue as it was written."""

    name: FileName
    media_type: str
    sha256: Sha256


@dataclass(frozen=True, slots=True)
class Ledger:
    """A whole `brief.json`: the brief held against its sources, checkable by anyone.

    `versions` names every piece of software that shapes the output. `sentences` are in reading
    order, numbered from 1. `report` counts what became of all texts; issues built before there was
    one have none. Unknown keys are refused, here and in everything below.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", allow_inf_nan=False)

    format: Literal[1]
    briefgen: str
    issue: IssueEntry
    settings: SettingsEntry
    inputs: InputsEntry
    versions: Mapping[str, str]
    sources: tuple[SourceEntry, ...]
    sentences: tuple[SentenceEntry, ...]
    considered: tuple[ConsideredEntry, ...]
    artefacts: tuple[ArtefactEntry, ...]
    report: Report | None = None
