"""What went into a build besides the texts quoted: settings, files, templates, tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen import state
from briefgen.errors import LedgerError
from briefgen.ledger.entries import FileEntry, InputsEntry, TemplateEntry
from briefgen.model import Settings, Verdict


@dataclass(frozen=True, slots=True)
class Materials:
    """The hashes of what lies beside the texts: `sources.yaml` if any, templates, tables."""

    declarations: str | None
    templates: Mapping[str, str]
    tables: Mapping[str, str]


def materials(settings: Settings) -> Materials:
    """Return the hashes of what a build is about to read; LedgerError if a file cannot be.

    Taken first, they are never those of a file that was changed after it was read.
    """
    try:
        return Materials(
            state.declarations(settings.sources),
            state.templates(settings.templates),
            state.tables(),
        )
    except OSError as error:
        raise LedgerError(
            f"{error.filename}: expected to record its hash, found: {error.strerror}"
        ) from error


def fingerprint(settings: Settings, beside: Materials, verdicts: Iterable[Verdict]) -> InputsEntry:
    """Return the hashes of everything that went in."""
    return InputsEntry(
        configuration=settings.sha256,
        declarations=beside.declarations,
        files=tuple(_file(verdict) for verdict in verdicts),
        templates=_named(beside.templates),
        tables=_named(beside.tables),
    )


def _file(verdict: Verdict) -> FileEntry:
    sha256 = verdict.document.sha256 if verdict.document else verdict.sha256
    path, reason = state.unicode(verdict.path), state.unicode(verdict.reason)
    return FileEntry(path, verdict.outcome, reason, sha256)


def _named(hashes: Mapping[str, str]) -> tuple[TemplateEntry, ...]:
    return tuple(TemplateEntry(name, sha256) for name, sha256 in hashes.items())
