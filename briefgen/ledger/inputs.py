"""What went into a build besides the texts quoted: settings, files, templates, software."""

import hashlib
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from briefgen.errors import LedgerError
from briefgen.ledger.entries import FileEntry, InputsEntry, TemplateEntry, WindowEntry
from briefgen.model import Corpus, Settings, Verdict

DECLARATIONS = "sources.yaml"

LIBRARIES = (
    "charset-normalizer cssselect2 fonttools jinja2 markdown-it-py numpy nupunkt"
    " pillow pydyf pyphen pystemmer pyyaml scikit-learn scipy sentencex tinycss2 tinyhtml5"
    " weasyprint"
).split()
"""The distributions whose version can change a byte of the output."""


def fingerprint(settings: Settings, corpus: Corpus, doubts: tuple[str, ...]) -> InputsEntry:
    """Return the hashes of everything that went in; LedgerError if a file has gone meanwhile."""
    declarations = settings.sources / DECLARATIONS
    try:
        return InputsEntry(
            configuration=_sha256(settings.path),
            declarations=_sha256(declarations) if declarations.is_file() else None,
            weights=_sha256(settings.weights) if settings.weights else None,
            window=WindowEntry(corpus.window.since, corpus.window.until),
            files=tuple(_file(verdict) for verdict in corpus.verdicts),
            doubts=tuple(map(_unicode, doubts)),
            templates=_templates(settings.templates),
        )
    except OSError as error:
        raise LedgerError(
            f"{error.filename}: expected to record its hash, found: {error.strerror}"
        ) from error


def versions(settings: Settings) -> dict[str, str]:
    """Return the version of Python and of everything else that shapes the output, by name."""
    known = {name: version(name) for name in LIBRARIES}
    known["python"] = platform.python_version()
    if "pdf" in settings.formats:
        known |= _native()
    return dict(sorted(known.items()))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _file(verdict: Verdict) -> FileEntry:
    sha256 = verdict.document.sha256 if verdict.document else None
    return FileEntry(_unicode(verdict.path), verdict.outcome, _unicode(verdict.reason), sha256)


def _unicode(name: str) -> str:
    """Return a text that JSON can hold: a file name need not be Unicode."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _templates(folders: Iterable[Path]) -> tuple[TemplateEntry, ...]:
    """Return each template once, by name, from the first folder that has it."""
    chosen: dict[str, Path] = {}
    for folder in folders:
        for path in folder.rglob("[!.]*"):
            if path.is_file():
                chosen.setdefault(path.relative_to(folder).as_posix(), path)
    return tuple(TemplateEntry(name, _sha256(path)) for name, path in sorted(chosen.items()))


def _native() -> dict[str, str]:
    """Return the libraries that draw the PDF, as WeasyPrint loaded them.

    Whether HarfBuzz subsets the fonts, or fontTools does, changes the bytes.
    """
    from weasyprint.text.ffi import harfbuzz_subset, pango

    major, rest = divmod(pango.pango_version(), 10_000)
    return {
        "pango": f"{major}.{rest // 100}.{rest % 100}",
        "harfbuzz-subset": "absent" if harfbuzz_subset is None else "present",
    }
