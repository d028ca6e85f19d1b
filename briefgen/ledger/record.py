"""Brief -> Ledger: what the brief says, where each sentence stands, and what lost to it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from briefgen import __version__
from briefgen.errors import LedgerError
from briefgen.ledger.anchor import context, copies
from briefgen.ledger.entries import (
    FORMAT,
    ArtefactEntry,
    ConsideredEntry,
    IssueEntry,
    Ledger,
    RejectedEntry,
    SentenceEntry,
    SettingsEntry,
    SourceEntry,
)
from briefgen.ledger.inputs import Materials, fingerprint
from briefgen.model import (
    Artefact,
    Brief,
    Candidate,
    Citation,
    Corpus,
    Document,
    Rejection,
    Report,
    Selection,
    Settings,
    Statement,
)
from briefgen.stock import versions

DIGITS = 6
"""Decimals kept of a computed number: below what another processor's rounding could change."""

TERMS = 12
"""Terms kept for a sentence, those that weigh most."""

CONSIDERED = 20
"""Losing sentences kept for a theme, the best by score."""

Role = Literal["bottom line", "section"]
Texts = Mapping[str, Document | str]


def record(
    brief: Brief,
    selections: Iterable[Selection],
    corpus: Corpus,
    texts: Texts,
    settings: Settings,
    artefacts: Iterable[Artefact],
    beside: Materials,
    doubts: Iterable[str] = (),
    earlier: Mapping[str, str] = MappingProxyType({}),
    report: Report | None = None,
) -> Ledger:
    """Return the ledger of `brief`, ready to be certified and dumped.

    `texts` has the sources cited by path, as they are read now or why one cannot be; `doubts` is
    what the build had to say of the sources' dates; `beside` are the hashes of what lay beside the
    texts before any of it was read; `earlier` has the hashes of earlier issues' ledgers. Raises
    LedgerError if a source has gone.
    """
    documents = {one.number: _document(one.profile.path, texts) for one in brief.citations}
    statements = enumerate(_statements(brief), start=1)
    return Ledger(
        format=FORMAT,
        briefgen=__version__,
        issue=_issue(brief),
        settings=SettingsEntry(settings.formats, settings.page, settings.limits, settings.themes),
        inputs=fingerprint(settings, beside, corpus, tuple(doubts), earlier),
        versions=versions(settings.formats),
        sources=tuple(_source(one, documents[one.number]) for one in brief.citations),
        sentences=tuple(
            _sentence(number, role, statement, documents[statement.citation])
            for number, (role, statement) in statements
        ),
        considered=tuple(_considered(selection) for selection in selections),
        artefacts=tuple(_artefact(artefact) for artefact in artefacts),
        report=report,
    )


def _statements(brief: Brief) -> Iterator[tuple[Role, Statement]]:
    """Yield every statement in reading order."""
    for statement in brief.bottom_line:
        yield "bottom line", statement
    for section in brief.sections:
        for paragraph in section.paragraphs:
            for statement in paragraph:
                yield "section", statement


def _issue(brief: Brief) -> IssueEntry:
    return IssueEntry(
        series=brief.series,
        title=brief.title,
        organisation=brief.organisation,
        tlp=brief.tlp,
        date=brief.as_of,
        week=brief.week,
        language=brief.language,
    )


def _document(path: str, texts: Texts) -> Document:
    text = texts.get(path, "it is not there any more")
    if isinstance(text, str):
        raise LedgerError(f"{path}: expected to read it again, as it is cited, found: {text}")
    return text


def _source(citation: Citation, document: Document) -> SourceEntry:
    profile, metadata = citation.profile, citation.profile.metadata
    return SourceEntry(
        number=citation.number,
        path=profile.path,
        sha256=profile.sha256,
        reader=profile.reader,
        encoding=profile.encoding,
        characters=len(document.text),
        title=metadata.title,
        publisher=metadata.publisher,
        author=metadata.author,
        published=metadata.published,
        address=metadata.address,
        dated_by=profile.dated_by,
        carriers=citation.carriers,
        retrieved=metadata.retrieved,
    )


def _sentence(number: int, role: Role, statement: Statement, document: Document) -> SentenceEntry:
    sentence, candidate = statement.sentence, statement.candidate
    prefix, suffix = context(document.text, sentence.start, sentence.end)
    return SentenceEntry(
        number=number,
        role=role,
        theme=candidate.theme,
        source=statement.citation,
        text=sentence.text,
        start=sentence.start,
        end=sentence.end,
        prefix=prefix,
        suffix=suffix,
        copies=copies(document.text, sentence.start, sentence.end),
        lead_in=sentence != candidate.sentence,
        score=_rounded(candidate.score),
        features=_features(candidate.features),
        terms=_terms(candidate),
    )


def _considered(selection: Selection) -> ConsideredEntry:
    """Return the theme's best losers; equal scores stand in the order of the corpus."""
    ranked = sorted(selection.rejections, key=_by_score)
    rejected = tuple(_rejected(rejection) for rejection in ranked[:CONSIDERED])
    return ConsideredEntry(selection.theme.id, len(ranked), rejected)


def _by_score(rejection: Rejection) -> tuple[float, str, int]:
    sentence = rejection.candidate.sentence
    return -_rounded(rejection.candidate.score), sentence.document, sentence.start


def _rejected(rejection: Rejection) -> RejectedEntry:
    candidate, sentence = rejection.candidate, rejection.candidate.sentence
    return RejectedEntry(
        path=sentence.document,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        reason=rejection.reason,
        score=_rounded(candidate.score),
        features=_features(candidate.features),
        terms=_terms(candidate),
    )


def _features(features: Mapping[str, float]) -> dict[str, float]:
    return {name: _rounded(value) for name, value in sorted(features.items())}


def _terms(candidate: Candidate) -> tuple[tuple[str, float], ...]:
    return tuple((term, _rounded(weight)) for term, weight in candidate.terms[:TERMS])


def _rounded(value: float) -> float:
    return round(float(value), DIGITS) + 0.0  # adding 0.0 turns -0.0 into 0.0


def _artefact(artefact: Artefact) -> ArtefactEntry:
    sha256 = hashlib.sha256(artefact.data).hexdigest()
    return ArtefactEntry(artefact.name, artefact.media_type, sha256)
