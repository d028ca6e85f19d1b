"""HTML: of a saved page its main text, of a fragment all there is to see, block by block.

A page is a file with everything a site puts around an article; trafilatura finds the article. A
fragment is what a feed, a newsletter or an export holds: the article alone, so nothing is guessed
away. The document's text is the words that a reader sees, so its offsets count in those.
"""

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from briefgen.errors import ReadError
from briefgen.model import Document, Source
from briefgen.read.html.charset import decode_html
from briefgen.read.html.visible import visible
from briefgen.read.limits import check_page
from briefgen.read.pieces import document
from briefgen.read.reader import Reader
from briefgen.read.signs import raised

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = "p|div|br|ul|ol|li|h[1-6]|blockquote|article|section|table|figure|img|a|b|i|em|strong|span"
MARKUP = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
"""A tag by which a text is known as HTML."""

_ESCAPED = re.compile(rf"&lt;/?(?:{_TAGS})(?:\s(?:(?!&[lg]t;).)*)?/?&gt;", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->|<[!?][^<>]*>", re.DOTALL)

DEEPEST = 2048
"""Elements in each other that libxml2 keeps (`xmlParserMaxDepth`); it counts in 2.14."""


def read(source: Source) -> Document:
    """Return the document in a saved web page. Raises ReadError if it holds no HTML."""
    from briefgen.read.html.page import article_of, said_of

    written, encoding = decode_html(source.data)
    tree = parsed(written)
    page = said_of(tree, written)
    article = article_of(tree)
    found = document(source, article.pieces, NAME, encoding, page=page)
    return replace(found, lost=article.lost)


def read_fragment(source: Source) -> Document:
    """Return the document in a piece of HTML; one of no words, or of comments, is empty."""
    written, encoding = decode_html(source.data)
    words = _COMMENT.sub("", written).strip()
    pieces = visible(parsed(words).body) if words else ()
    return document(source, pieces, FRAGMENT_NAME, encoding)


def unescaped(written: str) -> str:
    """Return HTML that a program escaped once more than it had to as what it was before.

    >>> unescaped("&lt;p&gt;The fuel &amp;amp; the oil.&lt;/p&gt;")
    '<p>The fuel &amp; the oil.</p>'
    """
    is_escaped = _ESCAPED.search(written) and not MARKUP.search(written)
    return unescape(written) if is_escaped else written


def parsed(written: str) -> "HtmlElement":
    """Return the tree of a page or of a fragment, however it is broken, as browsers do.

    Comments and processing instructions are not in it; what stands behind them is. Figures that it
    sets high are written so: `8 km<sup>2</sup>` is 8 km², not 8 km2. Raises ReadError if there is
    no HTML, or if elements stand in each other beyond the depth at which libxml2 drops all text.
    """
    from lxml import etree, html

    check_page(written)
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        tree = html.document_fromstring(written.encode("utf-8"), parser=parser)
    except etree.XMLSyntaxError as error:
        raise MemoryError from error  # all else it mends
    except (etree.ParserError, ValueError) as error:
        raise ReadError("expected HTML, found none") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise ReadError(f"expected HTML of at most {DEEPEST:,} elements in each other, found more")
    for high in tree.iter("sup"):
        high.text = high.text and raised(high.text)
        for part in high.iterdescendants(etree.Element):
            part.text, part.tail = part.text and raised(part.text), part.tail and raised(part.tail)
    return tree


NAME, FRAGMENT_NAME = "html/4", "html-fragment/4"
PAGE = Reader(NAME, read, libraries=("trafilatura", "htmldate", "lxml"))
FRAGMENT = Reader(FRAGMENT_NAME, read_fragment, libraries=("lxml",))
