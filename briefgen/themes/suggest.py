"""A corpus -> themes that it would bear, each with the sentences that speak for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.errors import BriefgenError, UsageError
from briefgen.model import Document, Limits, Selection, Sentence, Theme
from briefgen.pick import pick
from briefgen.salience import weigh
from briefgen.split import split
from briefgen.themes.excerpts import Table, excerpts, sampled, table
from briefgen.themes.topics import Trial, best, possible, topics, trials
from briefgen.themes.wording import worded

SHOWN = 3
"""Sentences that speak for a theme, at most."""


_TOO_LITTLE = (
    "themes: expected texts that share some phrases, found too little text to tell themes apart"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A theme, and the sentences that a brief would open with if it were configured."""

    theme: Theme
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The themes proposed, the largest first, and from what.

    `excerpts` is how many stretches of text were looked at, in so many of the documents; `trials`
    says how good each number of themes was, empty if the number was given.
    """

    documents: int
    looked_at: int
    excerpts: int
    trials: tuple[Trial, ...]
    proposals: tuple[Proposal, ...]


def suggest(documents: Sequence[Document], count: int | None = None) -> Suggestion:
    """Return `count` themes for the `documents`, or as many as it has.

    There are fewer if a topic has too few words of its own to be asked for. Raises BriefgenError
    if there is too little text, and UsageError if there is too little for so many.
    """
    some = sampled(documents)
    seen = table(sampled(excerpts(split(some))))
    _expect_room(seen, count)
    tried = () if count else trials(seen)
    themes = worded(seen, topics(seen, count or best(tried).count))
    if not themes:
        raise BriefgenError(_TOO_LITTLE)
    return Suggestion(
        len(documents),
        len(some),
        len(seen.excerpts),
        tried,
        tuple(map(Proposal, themes, _speaking(seen, themes))),
    )


def _expect_room(seen: Table, count: int | None) -> None:
    room = possible(seen)
    if not room:
        raise BriefgenError(_TOO_LITTLE)
    if count and count > room:
        raise UsageError(f"--count: expected at most {room} for so much text, found {count}")


def _speaking(seen: Table, themes: Sequence[Theme]) -> list[tuple[Sentence, ...]]:
    """Return, for each theme, what a brief would pick for it and can be quoted alone."""
    sentences = [sentence for excerpt in seen.excerpts for sentence in excerpt]
    limits = Limits(sentences_per_section=SHOWN, words=100_000)
    return [_quoted(one)[:SHOWN] for one in pick(weigh(sentences, themes), themes, limits)]


def _quoted(selection: Selection) -> tuple[Sentence, ...]:
    first = [selection.bottom_line] if selection.bottom_line else []
    passages = [*first, *selection.passages]
    return tuple(one.sentences[0] for one in passages if len(one.sentences) == 1)
