"""The nouns that flow between the stages: frozen values, nothing that acts.

A span is a pair of character offsets `start <= end` into `Document.text`, and
`document.text[start:end]` is always the very text the span stands for.
"""

from briefgen.model.briefs import Artefact, Brief, Citation, Section, Statement
from briefgen.model.choices import Candidate, Passage, Rejection, Selection, Sentence
from briefgen.model.mail import (
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
from briefgen.model.settings import Format, Keyword, Limits, Settings, Theme
from briefgen.model.sources import (
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
    "Block",
    "BlockKind",
    "Brief",
    "Candidate",
    "Citation",
    "Corpus",
    "Dkim",
    "Document",
    "Dropped",
    "Envelope",
    "Format",
    "Issue",
    "Keyword",
    "Limits",
    "Mail",
    "Metadata",
    "Outcome",
    "Part",
    "Passage",
    "Recipient",
    "Rejection",
    "Section",
    "Selection",
    "Sentence",
    "Server",
    "Settings",
    "Source",
    "Statement",
    "Theme",
    "Tlp",
    "Unsubscribe",
    "Verdict",
    "Webhook",
]
