"""The process on one screen: a folder of sources in, an issue that an analyst can sign out."""

from collections.abc import Sequence
from datetime import date

from briefgen.compose import compose
from briefgen.corpus import gather
from briefgen.ledger import certify, dump, materials, record
from briefgen.model import Artefact, Document, Settings
from briefgen.pick import condense, pick
from briefgen.read import read
from briefgen.render import render
from briefgen.salience import weigh, weigh_for
from briefgen.split import split


def build(settings: Settings, as_of: date) -> tuple[Artefact, ...]:
    """Return the files of the issue as of a day: the brief in its formats, and its ledger.

    Raises LedgerError if any sentence is not verbatim in its source; nothing is written.
    """
    beside = materials(settings)
    corpus = gather(read(settings.sources))
    sentences = split(corpus.documents)
    candidates = weigh(sentences, settings.themes)
    selections = pick(candidates, settings.themes, settings.limits)
    brief = compose(selections, corpus, settings, as_of)
    artefacts = render(brief, settings)
    ledger = record(brief, selections, corpus, settings, artefacts, beside)
    certify(ledger, corpus)
    return (*artefacts, Artefact("brief.json", "application/json", dump(ledger)))


def summarize(documents: Sequence[Document], theme: str, words: int) -> tuple[str, ...]:
    """Return the sentences that make best use of about `words` words, in the documents' order.

    `theme`, if not empty, says what interests about the documents, in any words.
    """
    sentences = split(documents)
    candidates = weigh_for(sentences, theme)
    return tuple(sentence.text for sentence in condense(candidates, sentences, words))
