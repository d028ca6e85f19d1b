"""Page -> Feed: what an RSS or Atom feed says of itself and of its entries."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from xml.parsers import expat

from briefgen.errors import FetchError
from briefgen.fetch.addresses import has_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.fetch.pages import Page

_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
LONGEST_BROKEN = 256 * 1024
"""Bytes of a feed that is not well-formed XML, as many are not."""

DEEPEST = 100
"""Levels that elements may be nested in a feed; a page inside of one has some 30."""

_LONGEST = 400
"""Characters of a title or a name that are kept."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed has of one text; `key` is what tells it from all others of the feed."""

    key: str
    link: str
    title: str | None
    author: str | None
    published: date | None
    language: str | None
    markup: str = field(repr=False)
    suffix: str = ".html"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's name and its entries, in its own order."""

    title: str | None
    entries: tuple[Entry, ...] = field(repr=False)


def feed(page: Page) -> Feed:
    """Return the feed that `page` is; FetchError if it is none."""
    _expect_harmless(page.data)
    try:
        found = _parsed(page)
        title, entries = found.feed.get("title"), tuple(_entries(found, page.address))
    except ImportError:
        raise
    except Exception as error:  # whatever a library raises at hostile bytes
        raise FetchError(f"expected a feed, found {type(error).__name__}", lasting=True) from error
    if not found.get("version"):
        raise FetchError("expected an RSS or Atom feed, found none", lasting=True)
    return Feed(_line(title), entries)


def _parsed(page: Page) -> Any:
    """Return what feedparser makes of the bytes; cleaning the markup would take it minutes."""
    import feedparser

    content_type = f"{page.media_type}; charset={page.charset}" if page.charset else page.media_type
    return feedparser.parse(
        BytesIO(page.data),  # bytes by themselves it would take for the name of a file
        response_headers={"content-location": page.address, "content-type": content_type},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _expect_harmless(data: bytes) -> None:
    """Raise FetchError for a feed that would keep feedparser busy for long.

    On what is well-formed it takes time as the length has it; on what is not, as its square.
    """
    depth = 0

    def deeper(name: str, attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise FetchError(f"expected at most {DEEPEST} levels, found more", lasting=True)

    def higher(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse_entity
    parser.StartElementHandler, parser.EndElementHandler = deeper, higher
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:
        if len(data) > LONGEST_BROKEN:
            words = f"a feed of more than {LONGEST_BROKEN:,} bytes to be well-formed"
            raise FetchError(f"expected {words}, found: {error}", lasting=True) from error


def _refuse_entity(*declared: object) -> None:
    raise FetchError("expected a feed without entities of its own", lasting=True)


def _entries(found: Any, base: str) -> Iterator[Entry]:
    for one in found.entries:
        link = urljoin(base, one.get("link") or "")
        markup, is_plain = _content(one)
        if key := one.get("id") or one.get("link") or one.get("title"):
            yield Entry(
                str(key),
                link if one.get("link") and has_scheme(link) else "",
                _line(one.get("title")),
                _line(one.get("author_detail", {}).get("name") or one.get("author")),
                _day(one.get("published_parsed")),
                _line(found.feed.get("language")),
                markup,
                ".txt" if is_plain else ".html",
            )


def _content(entry: Any) -> tuple[str, bool]:
    """Return what the entry itself holds, the longest of it, and whether it is plain text."""
    pieces = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    longest = max(pieces, key=lambda piece: len(piece.get("value", "")))
    return longest.get("value", ""), longest.get("type") == "text/plain"


def _line(written: Any) -> str | None:
    """Return a text on one line, without markup and without what cannot be seen."""
    plain = html.unescape(_TAG.sub("", str(written or "")))
    shown = "".join(sign if sign.isprintable() else " " for sign in plain)
    return " ".join(shown.split())[:_LONGEST].rstrip() or None


def _day(parsed: Any) -> date | None:
    try:
        return date(*parsed[:3]) if parsed else None
    except ValueError:
        return None
