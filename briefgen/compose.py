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
    Passage,
    Section,
    Selection,
    Sentence,
    Settings,
    Statement,
)

Said = tuple[Sentence, Candidate]


def compose(
    selections: Sequence[Selection], corpus: Corpus, settings: Settings, as_of: date
) -> Brief:
    """Return the brief of what was selected, as of a day.

    Bullets come the strongest first. Sections keep the configured order; in each, sources
    follow one another by date, the undated last, and a source's sentences by their place in it.
    Citations are numbered as a reader meets them.
    """
    documents = {document.path: document for document in corpus.documents}
    leading = sorted(
        (one for one in selections if one.bottom_line), key=lambda one: -_score(one.bottom_line)
    )
    bodies = [list(_paragraphs(one.passages, documents)) for one in selections]
    numbers = _numbers(leading, bodies)
    bullets = {
        one.theme.id: _statement(said, numbers)
        for one in leading
        for said in _said(one.bottom_line)
    }
    return Brief(
        settings.series,
        settings.title,
        settings.organisation,
        settings.tlp,
        as_of,
        tuple(bullets.values()),
        tuple(
            Section(
                one.theme,
                bullets.get(one.theme.id),
                tuple(tuple(_statement(said, numbers) for said in paragraph) for paragraph in body),
            )
            for one, body in zip(selections, bodies, strict=True)
        ),
        tuple(Citation(number, documents[path]) for path, number in numbers.items()),
    )


def _score(passage: Passage | None) -> float:
    return passage.candidate.score if passage else 0.0


def _said(passage: Passage | None) -> Iterator[Said]:
    if passage:
        yield from ((sentence, passage.candidate) for sentence in passage.sentences)


def _paragraphs(
    passages: Iterable[Passage], documents: Mapping[str, Document]
) -> Iterator[list[Said]]:
    """Yield the sentences of each source as a paragraph, the sources by date."""
    said = sorted(
        (one for passage in passages for one in _said(passage)),
        key=lambda one: (_dated(documents[one[0].document]), one[0].document, one[0].start),
    )
    for _, paragraph in groupby(said, key=lambda one: one[0].document):
        yield list(paragraph)


def _dated(document: Document) -> tuple[bool, date]:
    published = document.metadata.published
    return (published is None, published or date.max)


def _numbers(leading: Iterable[Selection], bodies: Iterable[Iterable[Iterable[Said]]]) -> dict[str, int]:
    """Return each cited document's number, in the order in which a reader meets them."""
    met = [said for one in leading for said in _said(one.bottom_line)]
    met += [said for body in bodies for paragraph in body for said in paragraph]
    paths = dict.fromkeys(sentence.document for sentence, _ in met)
    return {path: number for number, path in enumerate(paths, start=1)}


def _statement(said: Said, numbers: Mapping[str, int]) -> Statement:
    sentence, candidate = said
    return Statement(sentence, numbers[sentence.document], candidate)
