"""The process on one screen: a folder of sources in, an issue that an analyst can sign out."""

from collections.abc import Sequence
from datetime import date

from briefgen.compose import compose
from briefgen.corpus import doubts
from briefgen.ledger import certify, dump, materials, record
from briefgen.model import Artefact, Built, Document, Settings, Window
from briefgen.pick import condense, pick
from briefgen.read import listing, reread
from briefgen.render import render
from briefgen.report import report
from briefgen.salience import Weights, weigh_for
from briefgen.split import split
from briefgen.study import study
from briefgen.windows import ALL, WindowRule, coverage
from briefgen.withhold import recall, withheld


def build(settings: Settings, issue_day: date, asked: WindowRule | Window | None = None) -> Built:
    """Return the issue of a day: brief and ledger, with a report of what became of the texts.

    `asked` are the days it covers, if not those that the settings name. Raises LedgerError if any
    sentence is not verbatim in its source; nothing is written.
    """
    beside = materials(settings)
    listed = listing(settings.sources)
    memory = recall(settings.output, f"{issue_day:%G-W%V}", settings.memory)
    rule = asked or settings.window or ALL
    covered = coverage(rule, settings.undated, issue_day, memory.last_issue)

    warnings: list[str] = []
    corpus, candidates = study(settings, listed, covered, warnings.append)
    barred = withheld(candidates, memory, issue_day)
    rules = {one.path: listed.rule(one.path) for one in corpus.profiles}
    selections = pick(candidates, settings.themes, settings.limits, barred, rules)
    brief = compose(selections, corpus, settings, issue_day)
    artefacts = render(brief, settings)

    date_doubts = doubts(corpus.files, issue_day)
    notes = (*listed.problems, *memory.problems, *date_doubts)
    account = report(corpus, brief, barred.values(), settings, notes)
    texts = reread(settings.sources, [one.profile.path for one in brief.citations], listed.files)
    ledger = record(
        brief,
        selections,
        corpus,
        texts,
        settings,
        artefacts,
        beside,
        date_doubts,
        memory.ledgers,
        account,
    )
    certify(ledger, texts)
    ledger_file = Artefact("brief.json", "application/json", dump(ledger))
    return Built((*artefacts, ledger_file), account, tuple(warnings))


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
