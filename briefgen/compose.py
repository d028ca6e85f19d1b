"""Stage 7, Selections -> Brief: readable order, paragraphs, numbered citations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from briefgen.model import (
    Brief,
    Candidate,
    Citation,
    Corpus,
    Document,
    Origin,
    Passage,
    Section,
    Selection,
    Sentence,
    Settings,
    Statement,
)

PARAGRAPH = 3
"""Sentences after which a paragraph is long enough to end."""

Said = tuple[Sentence, Candidate]


def compose(
    selections: Sequence[Selection], corpus: Corpus, settings: Settings, as_of: date
) -> Brief:
    """Return the brief of what was selected, as of a day.

    Bullets come the strongest first. Sections keep the configured order; in each, sources
    follow one another by date, the undated last, and a source's sentences by their place in it.
    Citations are numbered as a reader meets them.
    """
    leading = sorted(
        (one for one in selections if one.bottom_line), key=lambda one: -_score(one.bottom_line)
    )
    numbers: dict[str, int] = {}
    bullets = {
        one.theme.id: _statement(said, numbers)
        for one in leading
        for said in _said(one.bottom_line)
    }
    documents = {document.path: document for document in corpus.documents}
    sections = tuple(
        Section(
            one.theme,
            bullets.get(one.theme.id),
            tuple(_paragraphs(_readable(one.passages, documents, numbers))),
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
        tuple(_citations(numbers, documents, corpus.origins)),
    )


def _citations(
    numbers: Mapping[str, int], documents: Mapping[str, Document], origins: Iterable[Origin]
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
        yield Citation(number, documents[path], tuple(carriers))


def _score(passage: Passage | None) -> float:
    return passage.candidate.score if passage else 0.0


def _said(passage: Passage | None) -> Iterator[Said]:
    if passage:
        yield from ((sentence, passage.candidate) for sentence in passage.sentences)


def _statement(said: Said, numbers: dict[str, int]) -> Statement:
    """Return what is said with its citation; a source met for the first time gets a number."""
    sentence, candidate = said
    return Statement(sentence, numbers.setdefault(sentence.document, len(numbers) + 1), candidate)


def _readable(
    passages: Iterable[Passage], documents: Mapping[str, Document], numbers: dict[str, int]
) -> list[Statement]:
    """Return a section's sentences by date, source and place.

    Undated sources come last; of those alike, one cited before comes first.
    """

    def place(said: Said) -> tuple[bool, date, int, str, int]:
        path = said[0].document
        published = documents[path].metadata.published
        cited = before.get(path, len(documents) + 1)
        return (published is None, published or date.max, cited, path, said[0].start)

    before = dict(numbers)
    ordered = sorted((said for one in passages for said in _said(one)), key=place)
    return [_statement(said, numbers) for said in ordered]


def _paragraphs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Yield paragraphs of about `PARAGRAPH` sentences; a source's are kept together if they fit."""
    paragraph: list[Statement] = []
    for _, said in groupby(statements, key=lambda one: one.citation):
        run = list(said)
        if paragraph and (len(paragraph) >= PARAGRAPH or len(paragraph) + len(run) > PARAGRAPH + 1):
            yield tuple(paragraph)
            paragraph = []
        paragraph += run
    if paragraph:
        yield tuple(paragraph)
