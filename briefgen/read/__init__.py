"""Stage 1, Source -> Document: every file of the corpus gets a verdict, and most a document.

A reader is a function `Source -> Document`, found in `READERS` by the file's suffix.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from briefgen.errors import ReadError
from briefgen.model import Document, Metadata, Outcome, Source, Verdict
from briefgen.read import markdown, text
from briefgen.read.files import admit, find, load, printable
from briefgen.read.metadata import declared, families

__all__ = ["READERS", "families", "read", "reread"]

Reader = Callable[[Source], Document]

READERS: Mapping[str, Reader] = MappingProxyType(
    {".markdown": markdown.read, ".md": markdown.read, ".txt": text.read}
)

_UNDECLARED = Metadata()


def read(folder: Path) -> tuple[Verdict, ...]:
    """Return a verdict for every file under `folder`, in the order of their paths.

    Raises ConfigError if the folder's `sources.yaml` is wrong, BriefgenError if the folder cannot
    be listed.
    """
    listed = declared(folder)
    return tuple(_judge(folder, path, listed.get(path, _UNDECLARED)) for path in find(folder))


def reread(folder: Path, paths: Iterable[str]) -> dict[str, Document | str]:
    """Return the documents at `paths` as they are now, or why one cannot be read.

    A path where nothing is any more is left out.
    """
    there = (path for path in paths if os.path.lexists(folder / path))
    verdicts = {path: _judge(folder, path, _UNDECLARED) for path in there}
    return {path: one.document or one.reason for path, one in verdicts.items()}


def _judge(folder: Path, path: str, listed: Metadata) -> Verdict:
    """Return what becomes of the file at `path`, relative to `folder`."""
    try:
        place = admit(folder, path)
        document = _reader(path)(load(place, path, listed))
    except ReadError as error:
        return Verdict(printable(path), Outcome.REFUSED, str(error))
    if not document.blocks:
        return Verdict(path, Outcome.EMPTY, _emptiness(document), document)
    return Verdict(path, Outcome.READ, document=document)


def _reader(path: str) -> Reader:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in READERS:
        raise ReadError(
            f"no reader for {suffix or 'a name without a suffix'}; there are readers for "
            + ", ".join(READERS)
        )
    return READERS[suffix]


def _emptiness(document: Document) -> str:
    return "nothing but scraped furniture" if document.dropped else "no words in it"
