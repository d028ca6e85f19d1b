"""A saved web page: what it says of itself, and where its article is (trafilatura 2.3)."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from trafilatura.core import bare_extraction
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document as Extracted

from briefgen.model import Metadata
from briefgen.read.stated import stated

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_DATES: Mapping[str, object] = MappingProxyType(
    {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
)
"""How htmldate looks for the day: what the page declares, not whatever its text has, and without a
look at the clock; a day in the future is for the corpus to question."""

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
"""What browsers write on top of a page they save."""


def said_of(tree: "HtmlElement", written: str) -> Metadata:
    """Return what the page says of itself in its head, its JSON-LD and its byline."""
    saved = _SAVED_FROM.search(written, 0, 2000)
    found = extract_metadata(tree, saved[1] if saved else None, dict(_DATES))
    return stated(
        title=found.title,
        publisher=found.sitename,
        author=(found.author or "").replace("; ", ", "),
        published=found.date,
        address=found.url,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def main_text(tree: "HtmlElement") -> "_Element":
    """Return the element that holds the article, or the whole page if none stands out."""
    found = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    return found.body if isinstance(found, Extracted) and len(found.body) else tree.body
