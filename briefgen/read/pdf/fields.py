"""Form fields and comments that carry text: drawn on their page, or their values where they stand.

A field that the page's author filled in and a free text are read by whoever opens the file; notes
that open on a click, and what is flagged as hidden, are not (ISO 32000-2, 12.5.3 and 12.7).
"""

import ctypes
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_UNSEEN = 0x01 | 0x02 | 0x20
"""The flags of annotations that are invisible, hidden, or not to be viewed."""

_MOST = 10_000
"""Annotations of a page that are looked at."""


def drawn_in(pdf: "PdfDocument", page: "PdfPage") -> tuple[str, ...]:
    """Draw the fields and free texts of a page into it; return the values that have no drawing.

    Must be called before the text of the page is taken.
    """
    from pypdfium2 import raw

    count = min(raw.FPDFPage_GetAnnotCount(page), _MOST)
    if count <= 0:
        return ()
    found = list(_values(pdf, page, count))
    if found:
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    return tuple(value for value, is_drawn in found if not is_drawn)


def _values(pdf: "PdfDocument", page: "PdfPage", count: int) -> Iterator[tuple[str, bool]]:
    """Yield the text of each field and free text that is shown, and whether it has a drawing."""
    from pypdfium2 import raw

    for index in range(count):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        is_shown = not raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN
        if is_shown and kind in {raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET}:
            key = b"V" if kind == raw.FPDF_ANNOT_WIDGET else b"Contents"
            value = _string(
                lambda *rest, one=annotation, k=key: raw.FPDFAnnot_GetStringValue(one, k, *rest)
            )
            drawing = _string(
                lambda *rest, one=annotation: raw.FPDFAnnot_GetAP(
                    one, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, *rest
                )
            )
            if any(map(str.isalnum, value)):
                yield value, bool(drawing.strip())
        raw.FPDFPage_CloseAnnot(annotation)


def _string(call: Callable[..., Any]) -> str:
    """Return the text that a function of pdfium writes into a buffer of UTF-16, in two calls."""
    from pypdfium2 import raw

    length = call(None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * ((length + 1) // 2))()
    call(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return bytes(buffer)[:length].decode("utf-16-le", "replace").rstrip("\0")
