"""The nouns that flow between the stages: frozen values, nothing that acts.

A span is a pair of character offsets `start <= end` into `Document.text`, and
`document.text[start:end]` is always the very text the span stands for.
"""

from briefgen.model.addresses import web_host
from briefgen.model.artefacts import Artefact
from briefgen.model.briefs import Brief, Built, Citation, Section, Statement
from briefgen.model.choices import (
    KEYWORD,
    OF_THEME,
    Candidate,
    Passage,
    Rejection,
    Selection,
    Sentence,
    SourceRule,
)
from briefgen.model.corpora import Card, Corpus, File, Origin, Profile
from briefgen.model.mail import (
    Copy,
    Dkim,
    Envelope,
    Issue,
    Mail,
    Part,
    Recipient,
    Server,
    Unsubscribe,
    Webhook,
)
from briefgen.model.marking import Tlp
from briefgen.model.settings import (
    ALWAYS,
    Format,
    Keyword,
    Limits,
    PerSource,
    Settings,
    Theme,
    Window,
)
from briefgen.model.sources import (
    Basis,
    Block,
    BlockKind,
    DatedBy,
    Document,
    Dropped,
    Metadata,
    Outcome,
    Source,
    Verdict,
)

__all__ = [
    "ALWAYS",
    "KEYWORD",
    "OF_THEME",
    "Artefact",
    "Basis",
    "Block",
    "BlockKind",
    "Brief",
    "Built",
    "Candidate",
    "Card",
    "Citation",
    "Copy",
    "Corpus",
    "DatedBy",
    "Dkim",
    "Document",
    "Dropped",
    "Envelope",
    "File",
    "Format",
    "Issue",
    "Keyword",
    "Limits",
    "Mail",
    "Metadata",
    "Origin",
    "Outcome",
    "Part",
    "Passage",
    "PerSource",
    "Profile",
    "Recipient",
    "Rejection",
    "Section",
    "Selection",
    "Sentence",
    "Server",
    "Settings",
    "Source",
    "SourceRule",
    "Statement",
    "Theme",
    "Tlp",
    "Unsubscribe",
    "Verdict",
    "Webhook",
    "Window",
    "web_host",
]
