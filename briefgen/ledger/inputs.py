"""What went into a build besides the texts quoted: settings, files, templates, tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen import stock
from briefgen.errors import LedgerError
from briefgen.ledger.entries import FileEntry, InputsEntry, TemplateEntry, WindowEntry
from briefgen.model import Corpus, File, Settings


@dataclass(frozen=True, slots=True)
class Materials:
    """The hashes of what lies beside the texts; `sources.yaml` and own weights there may be."""

    declarations: str | None
    weights: str | None
    templates: Mapping[str, str]
    tables: Mapping[str, str]


def materials(settings: Settings) -> Materials:
    """Return the hashes of what a build is about to read; LedgerError if a file cannot be.

    Taken first, they are never those of a file that was changed after it was read.
    """
    try:
        return Materials(
            stock.declarations(settings.sources),
            stock.digest(settings.weights) if settings.weights else None,
            stock.templates(settings.templates),
            stock.tables(),
        )
    except OSError as error:
        raise LedgerError(
            f"{error.filename}: expected to record its hash, found: {error.strerror}"
        ) from error


def fingerprint(
    settings: Settings,
    beside: Materials,
    corpus: Corpus,
    doubts: tuple[str, ...],
    earlier: Mapping[str, str],
) -> InputsEntry:
    """Return the hashes of everything that went in; `earlier` are those of earlier ledgers."""
    return InputsEntry(
        configuration=settings.sha256,
        declarations=beside.declarations,
        weights=beside.weights,
        window=WindowEntry(corpus.coverage.window.since, corpus.coverage.window.until),
        files=tuple(map(_file, corpus.files)),
        doubts=tuple(map(stock.unicode, doubts)),
        templates=_named(beside.templates),
        tables=_named(beside.tables),
        undated=corpus.coverage.undated,
        earlier_issues=_named(earlier),
    )


def _file(one: File) -> FileEntry:
    path, reason = stock.unicode(one.path), stock.unicode(one.reason)
    return FileEntry(path, one.outcome, reason, one.sha256)


def _named(hashes: Mapping[str, str]) -> tuple[TemplateEntry, ...]:
    return tuple(TemplateEntry(name, sha256) for name, sha256 in hashes.items())
