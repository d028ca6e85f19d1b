"""What a server says it sends -> the suffix by which a reader is found."""

from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from urllib.parse import urlsplit

from briefgen.errors import FetchError
from briefgen.fetch.pages import Page

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        "application/atom+xml": ".xml",
        "application/json": ".json",
        "application/jsonl": ".jsonl",
        "application/mbox": ".mbox",
        "application/pdf": ".pdf",
        "application/rss+xml": ".xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
        "application/x-ndjson": ".jsonl",
        "application/xhtml+xml": ".html",
        "application/xml": ".xml",
        "message/rfc822": ".eml",
        "text/csv": ".csv",
        "text/html": ".html",
        "text/markdown": ".md",
        "text/plain": ".txt",
        "text/xml": ".xml",
    }
)
"""Media types of texts, by the registry that IANA keeps."""

_VAGUE = frozenset({"application/octet-stream", "binary/octet-stream", "text/plain"})
"""What servers say of anything; the end of the address may know better."""

_UNMARKED = frozenset({".csv", ".html", ".md", ".txt"})
"""Formats whose bytes need not say in what encoding they are."""


def suffix(page: Page) -> str:
    """Return the suffix for what came; FetchError, with its name, if it is no text."""
    named = PurePosixPath(urlsplit(page.address).path).suffix.lower()
    if page.media_type in _VAGUE and named in SUFFIXES.values():
        return named
    if page.media_type not in SUFFIXES:
        raise FetchError(
            f"expected a text, such as text/html or application/pdf, found {page.media_type}",
            lasting=True,
        )
    return SUFFIXES[page.media_type]


def utf8(page: Page) -> bytes:
    """Return the bytes of the page; a text in the encoding that only the server tells, as UTF-8.

    What is decoded is marked with a byte order mark, which goes before whatever the text says.
    """
    if suffix(page) not in _UNMARKED or page.charset in {"", "utf-8", "utf8", "us-ascii"}:
        return page.data
    try:
        return BOM_UTF8 + page.data.decode(page.charset).encode("utf-8")
    except (LookupError, ValueError):
        return page.data
