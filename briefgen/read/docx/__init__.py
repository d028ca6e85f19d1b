"""DOCX: the paragraphs of a Word document with their styles, as python-docx opens it.

What is deleted but still tracked, comments, headers and footers are no part of the text; notes and
what is hidden are kept apart.
"""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from briefgen.errors import ReadError
from briefgen.model import BlockKind, Document, Metadata, Source
from briefgen.read.archive import opened_zip
from briefgen.read.docx.runs import GONE, name_of, styles_of, words_of
from briefgen.read.field_dates import reading
from briefgen.read.files import printable
from briefgen.read.furniture import HIDDEN
from briefgen.read.html.tables import are_prose
from briefgen.read.pieces import Piece, document
from briefgen.read.reader import Reader
from briefgen.read.stated import stated

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

NAME = "docx/4"

_KINDS = (
    (re.compile(r"(?:heading|title|subtitle)\b", re.IGNORECASE), BlockKind.HEADING),
    (re.compile(r"list\b", re.IGNORECASE), BlockKind.LIST_ITEM),
    (re.compile(r".*\bquot|block text", re.IGNORECASE), BlockKind.QUOTATION),
)
"""The names of the styles, which Word writes in English whatever its own language is."""

_CONTENTS = re.compile(r"(?:toc|contents|table of (?:contents|figures))\b", re.IGNORECASE)
_PROTECTED = b"\xd0\xcf\x11\xe0"
"""How a file begins that is encrypted, or of Word before 2007 (MS-CFB, section 2.2)."""


_HEAD = 4096
"""Bytes of a part before which a declaration stands."""

_DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")


def read(source: Source) -> Document:
    """Return the document in a DOCX file. Raises ReadError if it is none."""
    word = _opened(source.data)
    pieces = chain(_pieces(word), _notes(word))
    page, made = _said_of(word)
    found = document(source, pieces, NAME, page=page, made=made)
    return replace(found, lost=tuple(_losses(word)))


def _opened(data: bytes) -> "Word":
    import docx

    if data.startswith(_PROTECTED):
        raise ReadError("expected DOCX, found a file with a password or an older Word document")
    with opened_zip(data) as archive:
        _check(archive)
    try:
        return docx.Document(io.BytesIO(data))
    except (KeyError, ValueError) as error:
        raise ReadError(f"expected DOCX, found a zip file that is none: {error}") from error


def _check(archive: ZipFile) -> None:
    """Raise ReadError for a document type declaration, which Word neither writes nor reads."""
    for info in archive.infolist():
        if info.filename.endswith((".xml", ".rels")):
            with suppress(BadZipFile, OSError, NotImplementedError, RuntimeError):
                with archive.open(info) as file:
                    declared = _DOCTYPE.search(file.read(_HEAD))
                if declared:
                    found = f"a document type declaration in {printable(info.filename)}"
                    raise ReadError(f"expected DOCX, found {found}, as no Word document has one")


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

    styles, figures = styles_of(word.styles.element), dict[Any, bool]()
    for element in word.element.body.iter(qn("w:p")):
        around = list(element.iterancestors())
        if not any(name_of(one) in GONE for one in around):
            words, hidden = words_of(element, styles)
            reason = _reason(around, figures)
            yield _piece(Paragraph(element, word._body), words, reason)
            yield Piece(BlockKind.PARAGRAPH, hidden, HIDDEN)


def _reason(around: Sequence["BaseOxmlElement"], figures: dict[Any, bool]) -> str:
    """Return why a paragraph that stands in these elements is no text, if it is none.

    `figures` remembers which tables hold figures.
    """
    from docx.oxml.ns import qn

    prompt = f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"
    for table in (element for element in around if element.tag == qn("w:tbl")):
        if table not in figures:
            figures[table] = _holds_figures(table)
        if figures[table]:
            return "table"
    return "placeholder" if any(one.find(prompt) is not None for one in around) else ""


def _holds_figures(table: "BaseOxmlElement") -> bool:
    """Whether a table of more than one cell holds little prose; others are the layout of a text."""
    from docx.oxml.ns import qn

    said = [words for one in table.iter(qn("w:p")) if (words := "".join(_texts_in(one))).strip()]
    return len(said) > 1 and not are_prose(said)


def _piece(paragraph: "Paragraph", words: str, reason: str) -> Piece:
    style = (paragraph.style.name if paragraph.style else None) or ""
    kind = next((kind for pattern, kind in _KINDS if pattern.match(style)), None)
    properties = paragraph._p.pPr
    if kind is None and properties is not None and properties.numPr is not None:
        kind = BlockKind.LIST_ITEM
    contents = "table of contents" if _CONTENTS.match(style) else ""
    return Piece(kind or BlockKind.PARAGRAPH, words, reason or contents)


def _notes(word: "Word") -> Iterator[Piece]:
    """Yield the notes at the foot of pages and at the end, which are no part of the text."""
    for part in _parts(word, "footnotes", "endnotes"):
        for note in _parsed(part):
            words = " ".join("".join(one for one in _texts_in(note)).split())
            yield Piece(BlockKind.PARAGRAPH, words, "note")


def _texts_in(element: "BaseOxmlElement") -> Iterator[str]:
    return (one.text or "" for one in element.iter() if name_of(one) == "t")


def _losses(word: "Word") -> Iterator[str]:
    """Yield what to tell of documents that are put into this one in another format."""
    count = len(_parts(word, "aFChunk"))
    if count:
        yield f"{count} embedded document{'s' if count != 1 else ''} in another format"


def _parts(word: "Word", *kinds: str) -> list[bytes]:
    """Return the parts that the text refers to as one of these kinds."""
    relations = word.part.rels.values()
    ours = (one for one in relations if one.reltype.rpartition("/")[2] in kinds)
    return [one.target_part.blob for one in ours if not one.is_external]


def _parsed(part: bytes) -> "BaseOxmlElement":
    from docx.oxml.parser import parse_xml

    return parse_xml(part)


READER = Reader(NAME, read, libraries=("python-docx", "lxml"))
