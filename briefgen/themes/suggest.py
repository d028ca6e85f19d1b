"""A corpus -> themes that it would bear, each with the sentences that speak for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.errors import BriefgenError, UsageError
from briefgen.model import Limits, Selection, Sentence, Theme
from briefgen.pick import pick
from briefgen.salience import weigh
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

    `passages` is how many there are, and `looked_at` how many were; `trials` says how good each
    number of topics was, empty if the number was given. Of the `topics`, those with too few words
    of their own became no theme.
    """

    documents: int
    passages: int
    looked_at: int
    topics: int
    trials: tuple[Trial, ...]
    proposals: tuple[Proposal, ...]


def suggest(sentences: Sequence[Sentence], count: int | None = None) -> Suggestion:
    """Return `count` themes for a corpus of `sentences`, or as many as it has.

    There are fewer if a topic has too few words of its own to be asked for. Raises BriefgenError
    if there is too little text, and UsageError if there is too little for so many.
    """
    every = excerpts(sentences)
    seen = table(sampled(every))
    _expect_room(seen, count)
    tried = () if count else trials(seen)
    number = count or best(tried).count
    themes = worded(seen, topics(seen, number))
    if not themes:
        raise BriefgenError(_TOO_LITTLE)
    return Suggestion(
        len({one.document for one in sentences}),
        len(every),
        len(seen.excerpts),
        number,
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
    limits = Limits(sentences_per_section=SHOWN, words=100_000)
    return [_quoted(one)[:SHOWN] for one in pick(weigh(seen.sentences, themes), themes, limits)]


def _quoted(selection: Selection) -> tuple[Sentence, ...]:
    first = [selection.bottom_line] if selection.bottom_line else []
    passages = [*first, *selection.passages]
    return tuple(one.sentences[0] for one in passages if len(one.sentences) == 1)
