"""Stage 2, Documents -> Corpus: what a build may quote from, each story once."""

from briefgen.corpus.doubts import doubted, doubts
from briefgen.corpus.folding import fold
from briefgen.corpus.gathering import Gathered, gather
from briefgen.corpus.outlines import Outline, outline
from briefgen.corpus.profiles import card, profile
from briefgen.corpus.shingles import signature
from briefgen.corpus.signatures import Shingles, signed

__all__ = [
    "Gathered",
    "Outline",
    "Shingles",
    "card",
    "doubted",
    "doubts",
    "fold",
    "gather",
    "outline",
    "profile",
    "signature",
    "signed",
]
