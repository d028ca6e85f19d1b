"""PDF: the text of its pages in reading order, put together into paragraphs again.

What stands on page after page, and the pages' numbers, are dropped; words cut at the end of a line
are joined. The document's text is what comes of it, so its offsets count in that.
"""

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from briefgen.errors import ReadError
from briefgen.model import BlockKind, Document, Metadata, Source
from briefgen.read.pdf.lines import Page
from briefgen.read.pdf.losses import losses
from briefgen.read.pdf.order import in_reading_order
from briefgen.read.pdf.paragraphs import pieces
from briefgen.read.pdf.running import running
from briefgen.read.pieces import Piece, document
from briefgen.read.reader import Reader
from briefgen.read.stated import stated

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_BROWSERS = re.compile(r"Skia/PDF|Mozilla|Firefox|wkhtmltopdf|Headless", re.IGNORECASE)

MOST_PAGES = 5_000
"""Pages that a file may have."""


def read(source: Source) -> Document:
    """Return the document in a PDF file. Raises ReadError if none can be had from it."""
    from briefgen.read.pdf.lines import pages_of

    pdf = _opened(source.data)
    if len(pdf) > MOST_PAGES:
        raise ReadError(f"expected at most {MOST_PAGES:,} pages, found {len(pdf):,}")
    parts = [[*pages_of(pdf, number)] for number in range(len(pdf))]
    pages = [in_reading_order(page) for part in parts for page in part if page.lines]
    wholes = [part[-1] for part in parts]
    values = [value for page in wholes for value in page.values]
    if not pages and not values:
        raise ReadError(_without_text(wholes))
    said = chain(pieces(pages, running(pages)), map(_field, values))
    found = document(source, said, NAME, page=_said_of(pdf))
    return replace(found, lost=tuple(losses(parts, source.data)))


def _field(value: str) -> Piece:
    return Piece(BlockKind.PARAGRAPH, value.strip())


def _opened(data: bytes) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("expected a PDF that opens without a password") from error
        raise ReadError(f"expected a PDF, found a broken one: {error}") from error


def _without_text(pages: list[Page]) -> str:
    """Return why there is nothing to read in any of the `pages`."""
    count = f"{len(pages)} page{'s' if len(pages) != 1 else ''}"
    if any(page.has_pictures for page in pages):
        return f"expected text, found {count} of pictures: a scan, to be put through OCR first"
    return f"expected text, found {count} without any"


def _said_of(pdf: "PdfDocument") -> Metadata:
    """Return what the document's information dictionary says (ISO 32000-2, 14.3.3).

    The day that a browser printed a page is not the day it was published.
    """
    said = pdf.get_metadata_dict(skip_empty=True)
    is_printed = _BROWSERS.search(f"{said.get('Creator')} {said.get('Producer')}")
    made = None if is_printed else said.get("CreationDate", "").removeprefix("D:")[:8]
    return stated(title=said.get("Title"), author=said.get("Author"), published=made)


NAME = "pdf/3"
READER = Reader(NAME, read, libraries=("pypdfium2",))
