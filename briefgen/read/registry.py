"""Which reader understands which file, by the suffix of its name."""

from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType

from briefgen.errors import ReadError
from briefgen.read import archive, docx, feed, html, mail, markdown, pdf, table, text
from briefgen.read.furniture import RULES
from briefgen.read.reader import Reader

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".atom": feed.READER,
        ".csv": table.CSV,
        ".docx": docx.READER,
        ".eml": mail.MESSAGE,
        ".gz": archive.GZIP,
        ".htm": html.PAGE,
        ".html": html.PAGE,
        ".jsonl": table.JSON_LINES,
        ".markdown": markdown.READER,
        ".mbox": mail.MAILBOX,
        ".md": markdown.READER,
        ".mhtml": mail.SAVED_PAGE,
        ".ndjson": table.JSON_LINES,
        ".pdf": pdf.READER,
        ".rss": feed.READER,
        ".tsv": table.CSV,
        ".txt": text.READER,
        ".xhtml": html.PAGE,
        ".xml": feed.READER,
        ".zip": archive.ZIP,
    }
)


def stamp(path: str) -> str:
    """Return the versions of all that shapes what is read of a file of that name.

    What a risky format holds may be read by any reader, so the versions of all of them count, and
    whether their libraries are there. Who keeps what was read must read again when this changes.
    """
    reader = READERS.get(PurePosixPath(path).suffix.lower())
    if reader is None:
        return " ".join(READERS)
    return f"{RULES} {_all_stamps() if reader.risky else reader.stamp()}"


@cache
def _all_stamps() -> str:
    return " ".join(sorted({_stamp(reader) for reader in (*READERS.values(), html.FRAGMENT)}))


def _stamp(reader: Reader) -> str:
    try:
        return reader.stamp()
    except ReadError as error:
        return f"{reader.name} {error}"


def reader_for(path: str) -> Reader:
    """Return the reader for a path. Raises ReadError, naming the suffixes that have one."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in READERS:
        raise ReadError(
            f"no reader for {suffix or 'a name without a suffix'}; there are readers for "
            + ", ".join(READERS)
        )
    return READERS[suffix]
