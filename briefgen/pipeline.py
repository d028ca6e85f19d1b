"""The process on one screen: a folder of sources in, an issue that an analyst can sign out."""

from collections.abc import Sequence
from datetime import date

from briefgen.compose import compose
from briefgen.corpus import doubts, gather
from briefgen.ledger import certify, dump, record
from briefgen.model import ALWAYS, Artefact, Document, Issue, Settings, Window
from briefgen.pick import condense, pick
from briefgen.read import families, read
from briefgen.render import render
from briefgen.salience import Weights, known, weigh, weigh_for
from briefgen.split import split


def build(settings: Settings, as_of: date, window: Window = ALWAYS) -> Issue:
    """Return the issue as of a day, from what is dated in the window: brief and ledger.

    Raises LedgerError if any sentence is not verbatim in its source; nothing is written.
    """
    corpus = gather(read(settings.sources), window, families(settings.sources))
    questions = doubts(corpus.documents, as_of)
    sentences = split(corpus.documents)
    candidates = weigh(sentences, settings.themes, weights=known(settings.weights))
    selections = pick(candidates, settings.themes, settings.limits)
    brief = compose(selections, corpus, settings, as_of)
    artefacts = render(brief, settings)
    ledger = record(brief, selections, corpus, settings, artefacts, questions)
    certify(ledger, corpus)
    return Issue((*artefacts, Artefact("brief.json", "application/json", dump(ledger))), questions)


def summarize(
    documents: Sequence[Document], theme: str, words: int, weights: Weights | None = None
) -> tuple[str, ...]:
    """Return the sentences that make best use of about `words` words, in the documents' order.

    `theme`, if not empty, says what interests about the documents, in any words. None stands for
    the `weights` that come with briefgen.
    """
    sentences = split(documents)
    candidates = weigh_for(sentences, theme, weights)
    return tuple(sentence.text for sentence in condense(candidates, sentences, words))
