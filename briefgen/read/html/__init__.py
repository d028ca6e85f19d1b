"""HTML: of a saved page its main text, of a fragment all there is to see, block by block.

A page is a file with everything a site puts around an article; trafilatura finds the article. A
fragment is what a feed, a newsletter or an export holds: the article alone, so nothing is guessed
away. The document's text is the words that a reader sees, so its offsets count in those.
"""

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


def read(source: Source) -> Document:
    """Return the document in a saved web page. Raises ReadError if it holds no HTML."""
    from briefgen.read.html.page import main_text, said_of

    written, encoding = decode_html(source.data)
    tree = parsed(written)
    page = said_of(tree, written)
    return document(source, visible(main_text(tree), is_page=True), NAME, encoding, page=page)


def read_fragment(source: Source) -> Document:
    """Return the document in a piece of HTML. Raises ReadError if it holds none."""
    written, encoding = decode_html(source.data)
    return document(source, visible(parsed(written).body), FRAGMENT_NAME, encoding)


def parsed(written: str) -> "HtmlElement":
    """Return the tree of a page or of a fragment, however it is broken, as browsers do.

    Figures that it sets high are written so: `8 km<sup>2</sup>` is 8 km², not 8 km2.
    """
    from lxml import etree, html

    check_page(written)
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(written.encode("utf-8"), parser=parser)
    except etree.XMLSyntaxError as error:
        raise MemoryError from error  # all else it mends
    except (etree.ParserError, ValueError) as error:
        raise ReadError("expected HTML, found none") from error
    for high in tree.iter("sup"):
        high.text = high.text and raised(high.text)
        for part in high.iterdescendants(etree.Element):
            part.text, part.tail = part.text and raised(part.text), part.tail and raised(part.tail)
    return tree


NAME, FRAGMENT_NAME = "html/2", "html-fragment/2"
PAGE = Reader(NAME, read, extra="html", libraries=("trafilatura", "htmldate", "lxml"))
FRAGMENT = Reader(FRAGMENT_NAME, read_fragment, extra="html", libraries=("lxml",))
