"""The nouns that flow between the stages: frozen values, nothing that acts.

A span is a pair of character offsets `start <= end` into `Document.text`, and
`document.text[start:end]` is always the very text the span stands for.
"""

from briefgen.model.briefs import Artefact, Brief, Citation, Section, Statement
from briefgen.model.choices import Candidate, Passage, Rejection, Selection, Sentence
from briefgen.model.settings import Format, Keyword, Limits, Settings, Theme, Tlp
from briefgen.model.sources import (
    Basis,
    Block,
    BlockKind,
    Corpus,
    Document,
    Dropped,
    Metadata,
    Outcome,
    Source,
    Verdict,
)

__all__ = [
    "Artefact",
    "Basis",
    "Block",
    "BlockKind",
    "Brief",
    "Candidate",
    "Citation",
    "Corpus",
    "Document",
    "Dropped",
    "Format",
    "Keyword",
    "Limits",
    "Metadata",
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
]
