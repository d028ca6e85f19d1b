"""Stage 5, Candidates -> Selections: a length budget, no repeats, a balance of sources.

Maximal marginal relevance (Carbonell and Goldstein, 1998) over the whole brief: each passage is
worth its score, less its likeness to what is already taken and less its source's share. Themes
choose in turn, so that none is starved by another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from briefgen.model import (
    Candidate,
    Limits,
    Passage,
    Rejection,
    Selection,
    Sentence,
    SourceRule,
    Theme,
)
from briefgen.pick.allot import allot
from briefgen.pick.condense import SLACK, condense, diversify
from briefgen.pick.draft import Draft
from briefgen.pick.kinds import StatementKind, counting_events, is_statement, kind, statements_first
from briefgen.pick.passages import continuation, passage, short_forms, unexplained
from briefgen.pick.people import surnames
from briefgen.pick.words import Flags

_NOTHING_WITHHELD: Mapping[Sentence, str] = MappingProxyType({})

__all__ = ["SLACK", "condense", "diversify", "pick"]


def pick(
    candidates: Sequence[Candidate],
    themes: Sequence[Theme],
    limits: Limits,
    withheld: Mapping[Sentence, str] = _NOTHING_WITHHELD,
    rules: Mapping[str, SourceRule] | None = None,
) -> tuple[Selection, ...]:
    """Return what each of the `themes` says, in their order, and why the rest was left.

    First every theme takes its bottom line, one sentence, the strongest theme first. Then the
    themes take turns until their sections are full, nothing new is left, or the words are spent.
    `withheld` says of sentences that must not be quoted, whatever they are worth, why not; `rules`
    say by the path of a document what an editor makes of it.
    """
    candidates = [counting_events(one) for one in candidates]
    names = surnames(candidates, themes)
    screened = [_screened(one, limits, names, withheld) for one in candidates]
    screened = statements_first(screened)
    passages = [one for one in screened if isinstance(one, Passage)]
    refused = [one for one in screened if isinstance(one, Rejection)]
    following = [_continuation(one.candidate, limits, names, withheld) for one in refused]
    tied = [(tail, one.reason) for tail, one in zip(following, refused, strict=True) if tail]
    draft = Draft(passages, tied, limits, rules)
    clear = _clear(draft, short_forms(candidates))
    bottom_lines = _bottom_lines(draft, [theme.id for theme in themes], clear)
    sections = _sections(draft, [theme.id for theme in themes], bottom_lines, limits)
    lost = [one for one, tail in zip(refused, following, strict=True) if not tail]
    lost += draft.rejections()
    return tuple(
        Selection(
            theme,
            bottom_lines.get(theme.id),
            tuple(sections[theme.id]),
            tuple(sorted(_of(theme, lost), key=lambda one: -one.candidate.score)),
        )
        for theme in themes
    )


def _screened(
    candidate: Candidate, limits: Limits, names: frozenset[str], withheld: Mapping[Sentence, str]
) -> Passage | Rejection:
    """Return what can be quoted for a candidate, or why nothing can."""
    if candidate.sentence in withheld:
        return Rejection(candidate, withheld[candidate.sentence])
    if candidate.before in withheld:
        candidate = replace(candidate, before=None)
    return passage(candidate, limits.words_per_sentence, names)


def _continuation(
    candidate: Candidate, limits: Limits, names: frozenset[str], withheld: Mapping[Sentence, str]
) -> Passage | None:
    """Return what can be quoted right after the sentence before it, unless it is talk."""
    sentence = candidate.sentence
    is_talk = kind(sentence.text, sentence.language) is not StatementKind.STATEMENT
    if sentence in withheld or is_talk:
        return None
    return continuation(candidate, limits.words_per_sentence, names)


def _clear(draft: Draft, explained: frozenset[str]) -> Flags:
    """Return whether each passage is one sentence whose short forms need no earlier sentence."""
    texts = (one.candidate.sentence.text for one in draft.passages)
    known = np.array([not unexplained(text, explained) for text in texts], dtype=bool)
    return np.asarray(draft.can_lead & known)


def _bottom_lines(draft: Draft, themes: Sequence[str], clear: Flags) -> dict[str, Passage]:
    """Return one sentence for each theme that has any; the theme with the best chooses first.

    What is read first should not use short forms that are explained only later, if it can.
    """
    found: dict[str, Passage] = {}
    fit = np.array([is_statement(one) for one in draft.passages], dtype=bool)
    while True:
        waiting = {one: _first_lines(draft, one, fit, clear) for one in themes if one not in found}
        plan = allot(draft, waiting).values()
        if not plan:
            return found
        strongest = max(plan, key=draft.leading.__getitem__)
        latest = draft.newest(strongest, draft.can_lead)
        found[draft.passages[strongest].candidate.theme] = draft.take(latest)


def _first_lines(draft: Draft, theme: str, fit: Flags, clear: Flags) -> Flags:
    """Return what can be the first line of a theme: what is `clear`, or else any sentence.

    It is a statement, which `fit` tells, or there is none.

    Of what is clear, it is what has a keyword whole, if there is any.
    """
    own = draft.of_theme(theme) & draft.novel & fit
    choices = (own & clear & draft.has_keyword, own & clear, own & draft.can_lead)
    return next((one for one in choices if one.any()), choices[-1])


def _sections(
    draft: Draft, themes: Sequence[str], bottom_lines: Mapping[str, Passage], limits: Limits
) -> dict[str, list[Passage]]:
    """Return what stands under each bottom line; themes take a passage each in turn.

    A theme takes what is worth more to another only if it has nothing else to take.
    """
    sections: dict[str, list[Passage]] = {theme: [] for theme in themes}
    left = limits.words - sum(one.words for one in bottom_lines.values())
    unfilled = list(sections)
    while unfilled:
        room = {one: limits.sentences_per_section - _length(sections[one]) for one in unfilled}
        wanted = draft.fitting(draft.spread(room), left) & draft.novel
        theme = unfilled.pop(0)
        own = wanted & draft.of_theme(theme)
        index = draft.best(own & draft.at_home(wanted), own)
        if index is not None:
            index = draft.newest(index, own)
            left -= draft.words(index)
            sections[theme].append(draft.quote(index))
            unfilled.append(theme)
    return sections


def _length(section: Sequence[Passage]) -> int:
    return sum(len(one.sentences) for one in section)


def _of(theme: Theme, rejections: Iterable[Rejection]) -> list[Rejection]:
    return [one for one in rejections if one.candidate.theme == theme.id]
