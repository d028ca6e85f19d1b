"""A saved web page: what it says of itself, and where its article is (trafilatura 2.3)."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from trafilatura.core import bare_extraction
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document as Extracted

from briefgen.model import Metadata
from briefgen.read.furniture import HIDDEN
from briefgen.read.html.article import Article, article
from briefgen.read.html.tables import is_prose
from briefgen.read.html.visible import Block, blocks, visible
from briefgen.read.stated import stated

if TYPE_CHECKING:
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


def article_of(tree: "HtmlElement") -> Article:
    """Return the article in a page, as a browser shows it; what is hidden is taken out of the tree.

    Where nothing that is shown holds the article, as in a page that a script fills, it is what
    trafilatura has from the data in the page.
    """
    shown = _shown(tree.body)
    found = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    body = found.body if isinstance(found, Extracted) else None
    pieces = [] if body is None else [*visible(body)]
    chosen = article(shown, [piece.words for piece in pieces])
    return chosen if any(not piece.reason for piece in chosen.pieces) else Article((*pieces,))


def _shown(body: "HtmlElement") -> list[Block]:
    """Return the blocks of a page; styles that hide most of it are undone by a script."""
    shown = [*blocks(body, is_page=True)]
    hidden = {block.element for block in shown if block.piece.reason == HIDDEN}
    if _length(shown, hidden=True) > _length(shown, hidden=False):
        return [*blocks(body, is_page=True, obeys_styles=False)]
    for element in hidden:
        if element is not body and element.getparent() is not None:
            element.drop_tree()
    return shown


def _length(shown: Iterable[Block], hidden: bool) -> int:
    """Return the characters of prose that are hidden, or are not."""
    said = (block.piece for block in shown if (block.piece.reason == HIDDEN) is hidden)
    return sum(len(piece.words) for piece in said if is_prose(piece.words))
