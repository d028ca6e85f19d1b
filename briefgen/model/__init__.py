"""The nouns that flow between the stages: frozen values, nothing that acts.

A span is a pair of character offsets `start <= end` into `Document.text`, and
`document.text[start:end]` is always the very text the span stands for.
"""

from briefgen.model.briefs import Artefact, Brief, Citation, Issue, Section, Statement
from briefgen.model.choices import Candidate, Passage, Rejection, Selection, Sentence
from briefgen.model.settings import ALWAYS, Format, Keyword, Limits, Settings, Theme, Tlp, Window
from briefgen.model.sources import (
    Basis,
    Block,
    BlockKind,
    Corpus,
    DatedBy,
    Document,
    Dropped,
    Metadata,
    Origin,
    Outcome,
    Source,
    Verdict,
)

__all__ = [
    "ALWAYS",
    "Artefact",
    "Basis",
    "Block",
    "BlockKind",
    "Brief",
    "Candidate",
    "Citation",
    "Corpus",
    "DatedBy",
    "Document",
    "Dropped",
    "Format",
    "Issue",
    "Keyword",
    "Limits",
    "Metadata",
    "Origin",
    "Outcome",
    "Passage",
    "Rejection",
    "Section",
    "Selection",
    "Sentence",
    "Settings",
    "Source",
    "Statement",
    "Theme",
    "Tlp",
    "Verdict",
    "Window",
]
