"""Stage 7, Selections -> Brief: readable order, paragraphs, numbered citations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from briefgen.language import known
from briefgen.model import (
    Brief,
    Candidate,
    Citation,
    Corpus,
    Origin,
    Passage,
    Profile,
    Section,
    Selection,
    Sentence,
    Settings,
    Statement,
)

PARAGRAPH = 3
"""Sentences after which a paragraph is long enough to end."""


class Said(NamedTuple):
    """A sentence that is quoted for a candidate, and whether it leans on the one before it."""

    sentence: Sentence
    candidate: Candidate
    leans: bool


def compose(
    selections: Sequence[Selection], corpus: Corpus, settings: Settings, as_of: date
) -> Brief:
    """Return the brief of what was selected, as of a day.

    Bullets come the strongest first: what says most of all the texts, whatever its theme. Sections
    keep the configured order; in each, sources follow one another by date, the undated last, and a
    source's sentences by their place in it. Citations are numbered as a reader meets them.
    """
    leading = sorted(
        (one for one in selections if one.bottom_line), key=lambda one: -_salience(one.bottom_line)
    )
    numbers: dict[str, int] = {}
    bullets = {
        one.theme.id: _statement(said, numbers)
        for one in leading
        for said in _said(one.bottom_line)
    }
    profiles = {profile.path: profile for profile in corpus.profiles}
    sections = tuple(
        Section(
            one.theme,
            bullets.get(one.theme.id),
            tuple(
                tuple(_statement(said, numbers) for said in paragraph)
                for paragraph in _paragraphs(_readable(one.passages, profiles, numbers))
            ),
        )
        for one in selections
    )
    return Brief(
        settings.series,
        settings.title,
        settings.organisation,
        settings.tlp,
        as_of,
        tuple(bullets.values()),
        sections,
        tuple(_citations(numbers, profiles, corpus.origins)),
        settings.language,
        corpus.coverage.window,
    )


def _citations(
    numbers: Mapping[str, int], profiles: Mapping[str, Profile], origins: Iterable[Origin]
) -> Iterator[Citation]:
    """Yield an entry for each source cited, with who else carried its story."""
    published = {
        path: (own, origin.publishers)
        for origin in origins
        for path, own in zip(origin.members, origin.publishers, strict=True)
        if path in numbers
    }
    for path, number in numbers.items():
        own, every = published.get(path, (None, ()))
        carriers = dict.fromkeys(name for name in every if name and name != own)
        yield Citation(number, profiles[path], tuple(carriers))


def _salience(passage: Passage | None) -> float:
    return passage.candidate.salience if passage else 0.0


def _said(passage: Passage | None) -> Iterator[Said]:
    if passage:
        for sentence in passage.sentences:
            leans = passage.leans and sentence == passage.sentences[-1]
            yield Said(sentence, passage.candidate, leans)


def _statement(said: Said, numbers: dict[str, int]) -> Statement:
    """Return what is said with its citation; a source met for the first time gets a number."""
    number = numbers.setdefault(said.sentence.document, len(numbers) + 1)
    return Statement(said.sentence, number, said.candidate)


def _readable(
    passages: Iterable[Passage], profiles: Mapping[str, Profile], numbers: Mapping[str, int]
) -> list[Said]:
    """Return a section's sentences by date, source and place.

    Undated sources come last; of those alike, one cited before comes first.
    """

    def place(said: Said) -> tuple[bool, date, int, str, int]:
        path = said.sentence.document
        published = profiles[path].metadata.published
        cited = numbers.get(path, len(profiles) + 1)
        return (published is None, published or date.max, cited, path, said.sentence.start)

    return sorted((said for one in passages for said in _said(one)), key=place)


def _paragraphs(quoted: Iterable[Said]) -> Iterator[tuple[Said, ...]]:
    """Yield paragraphs of about `PARAGRAPH` sentences; those of a story are kept together.

    Stories share a paragraph only if each of its sentences stands alone: `The flaw ...` behind
    another story would be said of the wrong one. Sentences that run from the right and from the
    left never share one.
    """
    paragraph: list[Said] = []
    for _, story in groupby(quoted, key=lambda said: (said.sentence.document, said.sentence.story)):
        run = list(story)
        if paragraph and (_is_full(paragraph, run) or not _may_share(paragraph, run)):
            yield tuple(paragraph)
            paragraph = []
        paragraph += run
    if paragraph:
        yield tuple(paragraph)


def _is_full(paragraph: Sequence[Said], run: Sequence[Said]) -> bool:
    return len(paragraph) >= PARAGRAPH or len(paragraph) + len(run) > PARAGRAPH + 1


def _may_share(paragraph: Sequence[Said], run: Sequence[Said]) -> bool:
    """Whether a run of sentences may stand in one paragraph with those of other stories."""
    every = (*paragraph, *run)
    ways = {known(said.sentence.language).right_to_left for said in every}
    return len(ways) == 1 and not any(said.leans for said in every)
