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
)
from briefgen.model.corpora import Card, Corpus, File, Origin, Profile
from briefgen.model.mail import (
    Changes,
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
from briefgen.model.reports import Loss, Report
from briefgen.model.settings import Format, Keyword, Limits, PerSource, Settings, Theme
from briefgen.model.sources import (
    UNDATED_FOR,
    Basis,
    Block,
    BlockKind,
    DatedBy,
    Document,
    Dropped,
    Metadata,
    Outcome,
    Source,
    SourceRule,
    Verdict,
)
from briefgen.windows import ALWAYS, EVERYTHING, Coverage, Window

__all__ = [
    "ALWAYS",
    "EVERYTHING",
    "KEYWORD",
    "OF_THEME",
    "UNDATED_FOR",
    "Artefact",
    "Basis",
    "Block",
    "BlockKind",
    "Brief",
    "Built",
    "Candidate",
    "Card",
    "Changes",
    "Citation",
    "Copy",
    "Corpus",
    "Coverage",
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
    "Loss",
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
    "Report",
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
