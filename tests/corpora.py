"""A corpus made of verdicts that are in memory, for the tests of what becomes of documents."""

from collections.abc import Iterable, Mapping

from briefgen import corpus
from briefgen.model import ALWAYS, Card, Corpus, Coverage, Verdict, Window


def gather(
    verdicts: Iterable[Verdict], window: Window = ALWAYS, families: Mapping[str, str] | None = None
) -> Corpus:
    """Return the corpus, with the profile of every document that may be quoted."""
    every = list(verdicts)
    cards = {one.path: corpus.card(one) for one in every}
    found = corpus.gather(map(corpus.outline, cards.values()), _signed(every), Coverage(window))
    profiles = [cards[one.path].profile for one in found.quotable()]
    return found.corpus([one for one in profiles if one], families or {})


def fold(verdicts: Iterable[Verdict]) -> tuple[Card, ...]:
    """Return the cards, folded."""
    every = list(verdicts)
    return corpus.fold(map(corpus.card, every), _signed(every))


def _signed(verdicts: Iterable[Verdict]) -> corpus.Shingles:
    return corpus.signed(one.document for one in verdicts if one.document)
