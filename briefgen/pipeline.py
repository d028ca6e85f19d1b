"""The process on one screen: a folder of sources in, an issue that an analyst can sign out."""

from collections.abc import Sequence
from datetime import date

from briefgen.compose import compose
from briefgen.corpus import doubts
from briefgen.ledger import certify, dump, materials, record
from briefgen.model import ALWAYS, Artefact, Built, Document, Settings, Window
from briefgen.pick import condense, pick
from briefgen.read import listing, reread
from briefgen.render import render
from briefgen.salience import Weights, weigh_for
from briefgen.split import split
from briefgen.study import study


def build(settings: Settings, as_of: date, window: Window = ALWAYS) -> Built:
    """Return the issue as of a day, from what is dated in the window: brief and ledger.

    Raises LedgerError if any sentence is not verbatim in its source; nothing is written.
    """
    beside = materials(settings)
    said = listing(settings.sources)
    warnings: list[str] = []
    corpus, candidates = study(settings, said, window, warnings.append)
    selections = pick(candidates, settings.themes, settings.limits)
    brief = compose(selections, corpus, settings, as_of)
    artefacts = render(brief, settings)
    questions = doubts(corpus.files, as_of)
    cited = [one.profile.path for one in brief.citations]
    texts = reread(settings.sources, cited, said.files)
    ledger = record(brief, selections, corpus, texts, settings, artefacts, beside, questions)
    certify(ledger, texts)
    whole = (*artefacts, Artefact("brief.json", "application/json", dump(ledger)))
    return Built(whole, (*warnings, *questions))


def summarize(
    documents: Sequence[Document], theme: str, words: int, weights: Weights | None = None
) -> tuple[str, ...]:
    """Return the sentences that make best use of about `words` words, in the documents' order.

    `theme`, if not empty, says what interests about the documents, in any words. None stands for
    the `weights` that come with briefgen.
    """
    sentences = split(documents)
    candidates = weigh_for(sentences, theme, weights)
    quoted = condense(candidates, sentences, words)
    return tuple(sentence.text for sentence in quoted)
