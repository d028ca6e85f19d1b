"""Which reader understands which file, by the suffix of its name."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from briefgen.errors import ReadError
from briefgen.read import archive, docx, feed, html, mail, markdown, pdf, table, text
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
        ".json": table.JSON,
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


def reader_for(path: str) -> Reader:
    """Return the reader for a path. Raises ReadError, naming the suffixes that have one."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in READERS:
        raise ReadError(
            f"no reader for {suffix or 'a name without a suffix'}; there are readers for "
            + ", ".join(READERS)
        )
    return READERS[suffix]
