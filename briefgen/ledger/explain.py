"""Ledger -> reasons: where a sentence stands, why it is in the brief, and what lost to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.errors import LedgerError
from briefgen.ledger.entries import Ledger, RejectedEntry, SentenceEntry, SourceEntry

RIVALS = 5
"""Losing sentences shown on either side of the sentence's own score."""

_WIDTH = 72
"""Characters of a sentence shown where it has one line only."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one sentence is in the brief.

    `features` and `terms` stand by what they added, largest first. `passed_over` scored more than
    the sentence and lost all the same, `came_next` scored no more; both best first, nearest only.
    """

    sentence: SentenceEntry
    source: SourceEntry
    features: tuple[tuple[str, float], ...]
    terms: tuple[tuple[str, float], ...]
    passed_over: tuple[RejectedEntry, ...]
    came_next: tuple[RejectedEntry, ...]


def explain(ledger: Ledger, number: int) -> Explanation:
    """Return why sentence `number` is in the brief; LedgerError if there is no such sentence."""
    if not 1 <= number <= len(ledger.sentences):
        raise LedgerError(
            f"sentence: expected a number from 1 to {len(ledger.sentences)}, found {number}"
        )
    sentence = ledger.sentences[number - 1]
    rivals = [
        rejected
        for considered in ledger.considered
        if considered.theme == sentence.theme
        for rejected in considered.rejected
    ]
    return Explanation(
        sentence=sentence,
        source=ledger.sources[sentence.source - 1],
        features=_by_contribution(sentence.features),
        terms=_by_contribution(dict(sentence.terms)),
        passed_over=tuple(one for one in rivals if one.score > sentence.score)[-RIVALS:],
        came_next=tuple(one for one in rivals if one.score <= sentence.score)[:RIVALS],
    )


def tell(explanation: Explanation) -> tuple[str, ...]:
    """Return the explanation as lines for a terminal; nothing in them can steer it."""
    return tuple(_visible(line) for line in _told(explanation))


def overview(ledger: Ledger) -> tuple[str, ...]:
    """Return one line for each sentence: number, place, theme, score, source, beginning."""
    width = max((len(theme.id) for theme in ledger.settings.themes), default=0)
    return tuple(
        _visible(
            f"{one.number:>3}  {one.role:<11}  {one.theme:<{width}}  {one.score:7.3f}"
            f"  [{one.source}]  {_beginning(one.text)}"
        )
        for one in ledger.sentences
    )


def _told(explanation: Explanation) -> Iterator[str]:
    sentence, source = explanation.sentence, explanation.source
    yield f"{sentence.number}. {sentence.text}"
    yield ""
    yield f"stands in   {source.path}, characters {sentence.start} to {sentence.end}"
    yield f"cited as    [{source.number}] {source.publisher or 'unknown publisher'}"
    yield f"serves      {sentence.theme}, {sentence.role}, score {sentence.score:.3f}"
    if sentence.lead_in:
        yield f"taken so that sentence {sentence.number + 1} can stand alone, whose score this is"
    yield from _table("what made the score", explanation.features)
    yield from _table("terms that speak for the theme", explanation.terms)
    yield from _rivals("scored more and lost all the same", explanation.passed_over)
    yield from _rivals("came next and lost", explanation.came_next)


def _table(heading: str, rows: tuple[tuple[str, float], ...]) -> Iterator[str]:
    if rows:
        yield ""
        yield f"{heading}:"
        for name, value in rows:
            yield f"  {value:+9.4f}  {name}"


def _rivals(heading: str, rejected: tuple[RejectedEntry, ...]) -> Iterator[str]:
    if rejected:
        yield ""
        yield f"{heading}:"
        for one in rejected:
            yield f"  {one.score:9.3f}  {_beginning(one.text)}"
            yield f"  {'':9}  {one.reason} ({one.path}, {one.start} to {one.end})"


def _by_contribution(weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0])))


def _beginning(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WIDTH else f"{flat[:_WIDTH].rstrip()}…"


def _visible(line: str) -> str:
    """Return `line` with every control and invisible character spelt out."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in line
    )
