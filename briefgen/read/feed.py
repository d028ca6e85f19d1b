"""Feeds: a document in each entry of an RSS or Atom file, at `feed.xml#` and a digest of its id."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from briefgen.errors import ReadError
from briefgen.language import detect
from briefgen.model import Metadata, Source
from briefgen.read import text
from briefgen.read.dates import UNKNOWN, Usage, order_of
from briefgen.read.field_dates import first_day
from briefgen.read.html import FRAGMENT, MARKUP, unescaped
from briefgen.read.reader import Member, Reader, inside
from briefgen.read.stated import digest, stated

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def entries(source: Source) -> Iterator[Member]:
    """Yield the entries in the order of the file. Raises ReadError if it is no feed."""
    import feedparser

    bytes_only = io.BytesIO(source.data)  # what looks like an address would be fetched
    feed = feedparser.parse(bytes_only, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version:
        raise ReadError("expected an RSS or Atom feed, found something else")
    order = order_of(day for entry in feed.entries for day in _days(entry))
    usage = Usage(order, "as the other dates of the feed are") if order else UNKNOWN
    for entry in feed.entries:
        yield _member(source, feed.feed, entry, usage)


def _days(entry: Any) -> list[str]:
    """Return what an entry has as the day of publication, or else as that of its last change."""
    said = entry.get("published") or entry.get("updated")
    return [said] if said else []


def _member(source: Source, feed: Any, entry: Any, usage: Usage) -> Member:
    """Return the document in an entry: of the bodies that it has, the longest."""
    bodies = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    body = max(bodies, key=lambda one: len(one.get("value") or ""))
    words = unescaped(body.get("value") or "")
    key = entry.get("id") or entry.get("link")
    name = digest(key) if key else digest(entry.get("title", ""), words)
    said = _said_of(feed, entry, body.get("language"))
    day = first_day(_days(entry), usage, lambda: said.language or detect(_TAG.sub(" ", words)))
    page = replace(said, published=day.day)
    data = words.encode("utf-8", "replace")
    place = inside(source, f"#{name}", data, page, (day.doubt,) if day.doubt else ())
    is_plain = body.get("type") == "text/plain" and not MARKUP.search(words)
    return Member(place, text.READER if is_plain or not words.strip() else FRAGMENT)


def _said_of(feed: Any, entry: Any, language: str | None) -> Metadata:
    """Return what an entry says; one taken over from another feed names that as its publisher."""
    origin = entry.get("source") or {}
    return stated(
        title=_plain(entry.get("title") or ""),
        publisher=origin.get("title") or feed.get("title"),
        author=entry.get("author") or feed.get("author"),
        address=entry.get("link"),
        language=language or feed.get("language"),
    )


def _plain(title: str) -> str:
    """Return the words of a title, without tags, escaped as often as programs do."""
    return unescape(_TAG.sub("", unescape(_TAG.sub("", title))))


READER = Reader("feed/3", entries, libraries=("feedparser",))
