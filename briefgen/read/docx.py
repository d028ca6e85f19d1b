"""DOCX: the paragraphs of a Word document with their styles, as python-docx opens it.

What is deleted but still tracked, comments, notes, headers and footers are no part of the text.
"""

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from briefgen.errors import ReadError
from briefgen.model import BlockKind, Document, Metadata, Source
from briefgen.read.archive import opened_zip
from briefgen.read.field_dates import reading
from briefgen.read.pieces import Piece, document
from briefgen.read.reader import Reader
from briefgen.read.signs import raised
from briefgen.read.stated import stated

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

NAME = "docx/3"

_KINDS = (
    (re.compile(r"(?:heading|title|subtitle)\b", re.IGNORECASE), BlockKind.HEADING),
    (re.compile(r"list\b", re.IGNORECASE), BlockKind.LIST_ITEM),
    (re.compile(r".*\bquot|block text", re.IGNORECASE), BlockKind.QUOTATION),
)
"""The names of the styles, which Word writes in English whatever its own language is."""

_CONTENTS = re.compile(r"(?:toc|contents|table of (?:contents|figures))\b", re.IGNORECASE)
_GONE = frozenset({"del", "moveFrom", "Fallback"})
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PROSE = 20
"""Words from which a full sentence in a table is text in a layout, and no figure."""

_PROTECTED = b"\xd0\xcf\x11\xe0"
"""How a file begins that is encrypted, or of Word before 2007 (MS-CFB, section 2.2)."""


def read(source: Source) -> Document:
    """Return the document in a DOCX file. Raises ReadError if it is none."""
    word = _opened(source.data)
    page, made = _said_of(word)
    return document(source, _pieces(word), NAME, page=page, made=made)


def _opened(data: bytes) -> "Word":
    import docx

    if data.startswith(_PROTECTED):
        raise ReadError("expected DOCX, found a file with a password or an older Word document")
    opened_zip(data).close()
    try:
        return docx.Document(io.BytesIO(data))
    except (KeyError, ValueError) as error:
        raise ReadError(f"expected DOCX, found a zip file that is none: {error}") from error


def _said_of(word: "Word") -> tuple[Metadata, date | None]:
    """Return what the core properties say, and the day of the last change.

    python-docx makes them up where there are none.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE

    relations = word.part.package.rels.values()
    if not any(one.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for one in relations):
        return Metadata(), None
    core = word.core_properties
    made = reading(core.modified or core.created).day
    return stated(title=core.title, author=core.author), made


def _pieces(word: "Word") -> Iterator[Piece]:
    """Yield the paragraphs in their order, those in tables, frames and fields too."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    for element in word.element.body.iter(qn("w:p")):
        around = {_name(one) for one in element.iterancestors()}
        if not around & _GONE:
            words = "".join(_visible(element)).strip()
            yield _piece(Paragraph(element, word._body), words, "tbl" in around)


def _piece(paragraph: "Paragraph", words: str, tabled: bool) -> Piece:
    style = (paragraph.style.name if paragraph.style else None) or ""
    kind = next((kind for pattern, kind in _KINDS if pattern.match(style)), None)
    properties = paragraph._p.pPr
    if kind is None and properties is not None and properties.numPr is not None:
        kind = BlockKind.LIST_ITEM
    reason = "table of contents" if _CONTENTS.match(style) else ""
    if tabled and not (len(words.split()) >= _PROSE and words.endswith((".", "”", '"'))):
        reason = "table"
    return Piece(kind or BlockKind.PARAGRAPH, words, reason)


def _visible(paragraph: "CT_P") -> Iterator[str]:
    """Yield the words of a paragraph, but not those of a frame that is anchored in it."""
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        name = _name(element)
        if name in _GONE or name == "txbxContent":
            walk.skip_subtree()
        elif name == "t":
            words = element.text or ""
            yield raised(words) if _is_high(element) else words
        elif name in _SPACES:
            yield _SPACES[name]


def _is_high(element: "BaseOxmlElement") -> bool:
    """Whether the run that the words stand in is set as a superscript."""
    from docx.oxml.ns import nsmap, qn

    set_as = element.getparent().find("w:rPr/w:vertAlign", nsmap)
    return set_as is not None and set_as.get(qn("w:val")) == "superscript"


def _name(element: "BaseOxmlElement") -> str:
    """Return the name of an element without its namespace; a comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


READER = Reader(NAME, read, extra="docx", libraries=("python-docx", "lxml"))
