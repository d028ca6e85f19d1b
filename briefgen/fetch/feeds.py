"""Page -> Feed: what an RSS or Atom feed says of itself and of its entries."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from briefgen.errors import FetchError
from briefgen.fetch.installed import expect_installed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.fetch.pages import Page

_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
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
    expect_installed("feedparser")
    import feedparser

    headers = {"content-location": page.address, "content-type": _content_type(page)}
    # Bytes by themselves would be taken for the name of a file, if there is one of that name.
    found = feedparser.parse(BytesIO(page.data), response_headers=headers)
    if not found.version:
        raise FetchError("expected an RSS or Atom feed, found none", lasting=True)
    return Feed(_line(found.feed.get("title")), tuple(_entries(found, page.address)))


def _content_type(page: Page) -> str:
    return f"{page.media_type}; charset={page.charset}" if page.charset else page.media_type


def _entries(found: Any, base: str) -> Iterator[Entry]:
    language = found.feed.get("language")
    for one in found.entries:
        link = urljoin(base, one.get("link", ""))
        markup, is_plain = _content(one)
        key = one.get("id") or one.get("link") or one.get("title")
        if key:
            yield Entry(
                str(key),
                link if one.get("link") else "",
                _line(one.get("title")),
                _line(one.get("author")),
                _day(one.get("published_parsed")),
                _line(language),
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
