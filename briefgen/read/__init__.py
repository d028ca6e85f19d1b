"""Stage 1, Source -> Document: every file of the corpus gets a verdict, and most a document.

A reader is a function `Source -> Document`, found in `READERS` by the file's suffix.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from briefgen.errors import ReadError
from briefgen.model import Document, Metadata, Outcome, Source, Verdict
from briefgen.read import markdown, text
from briefgen.read.files import find, load
from briefgen.read.metadata import declared

READERS: Mapping[str, Callable[[Source], Document]] = MappingProxyType(
    {".markdown": markdown.read, ".md": markdown.read, ".txt": text.read}
)


def read(folder: Path) -> tuple[Verdict, ...]:
    """Return a verdict for every file under `folder`, in the order of their paths.

    Raises ConfigError if the folder's `sources.yaml` is wrong.
    """
    listed = declared(folder)
    return tuple(read_one(folder, path, listed.get(path, Metadata())) for path in find(folder))


def read_one(folder: Path, path: str, listed: Metadata = Metadata()) -> Verdict:
    """Return what becomes of the file at `path`, relative to `folder`; it never raises."""
    try:
        document = _reader(path)(load(folder, path, listed))
    except ReadError as error:
        return Verdict(path, Outcome.REFUSED, str(error))
    if not document.blocks:
        return Verdict(path, Outcome.EMPTY, _emptiness(document), document)
    return Verdict(path, Outcome.READ, document=document)


def reread(folder: Path, paths: Iterable[str]) -> dict[str, Document | str]:
    """Return the documents at `paths` as they are now, or why one cannot be read."""
    verdicts = (read_one(folder, path) for path in paths)
    return {one.path: one.document or one.reason for one in verdicts}


def _reader(path: str) -> Callable[[Source], Document]:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in READERS:
        raise ReadError(
            f"no reader for {suffix or 'a name without a suffix'}; there are readers for "
            + ", ".join(READERS)
        )
    return READERS[suffix]


def _emptiness(document: Document) -> str:
    return "nothing but scraped furniture" if document.dropped else "no words in it"
