"""PDF: the text of its pages in reading order, put together into paragraphs again.

What stands on page after page, and the pages' numbers, are dropped; words cut at the end of a line
are joined. The document's text is what comes of it, so its offsets count in that.
"""

import re
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from briefgen.errors import ReadError
from briefgen.model import BlockKind, Document, Metadata, Source
from briefgen.read.field_dates import reading
from briefgen.read.pdf.first_page import author, labelled, title
from briefgen.read.pdf.lines import Page
from briefgen.read.pdf.losses import losses
from briefgen.read.pdf.order import in_reading_order
from briefgen.read.pdf.paragraphs import pieces
from briefgen.read.pdf.running import running
from briefgen.read.pieces import Piece, document
from briefgen.read.reader import Reader

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
    upright = [page for part in parts for page in part if page.lines]
    wholes = [part[-1] for part in parts]
    values = [value for page in wholes for value in page.values]
    if not upright and not values:
        raise ReadError(_without_text(wholes))
    first = next(iter(upright), wholes[0])
    pages = [in_reading_order(page) for page in upright]
    found = document(
        source,
        chain(pieces(pages, running(pages)), map(_field, values)),
        NAME,
        page=_said_of(pdf, first),
        first_page=tuple(labelled(first)),
        made=_made(pdf),
    )
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


def _said_of(pdf: "PdfDocument", first: Page) -> Metadata:
    """Return what the file says of itself as far as its first page bears it out."""
    said = pdf.get_metadata_dict(skip_empty=True)
    return Metadata(
        title=title(said.get("Title"), first),
        author=author(said.get("Author"), first),
    )


def _made(pdf: "PdfDocument") -> date | None:
    """Return the day the file was made, by its information dictionary (ISO 32000-2, 14.3.3).

    The day that a browser printed a page has nothing to do with the day it was published.
    """
    said = pdf.get_metadata_dict(skip_empty=True)
    is_printed = _BROWSERS.search(f"{said.get('Creator')} {said.get('Producer')}")
    return None if is_printed else reading(said.get("CreationDate", "").removeprefix("D:")[:8]).day


NAME = "pdf/4"
READER = Reader(NAME, read, libraries=("pypdfium2",))
