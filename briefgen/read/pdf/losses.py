"""Pages -> what to tell of them that could not be read: pages without text, letters left out."""

import re
import zlib
from collections.abc import Iterator, Sequence

from briefgen.read.pdf.lines import Page

_SHARE = 0.02
"""The share of the letters from which it is told that they are lost; a stamp has less."""

_STREAM = re.compile(rb"/FlateDecode\b[^\0]{0,400}?>>\s*stream\r?\n")
_MOST = 64 * 1024 * 1024
"""Bytes of all packed streams that are unpacked to see whether one is broken."""


def losses(parts: Sequence[Sequence[Page]], data: bytes) -> Iterator[str]:
    """Yield what was lost of pages, each given as its parts, of which the last has the counts.

    A page without anything may be meant so, unless the `data` of the file are broken.
    """
    empty = [part[-1] for part in parts if not any(one.lines for one in part)]
    pictures = sum(page.has_pictures for page in empty)
    if pictures:
        yield f"{pictures} of {len(parts)} pages without text but with pictures: scans, perhaps"
    blank = len(empty) - pictures
    if blank and _is_broken(data):
        yield f"{blank} of {len(parts)} pages without anything on them in a file that is damaged"
    wholes = [part[-1] for part in parts]
    letters = sum(page.letters for page in wholes)
    leaning = sum(page.leaning for page in wholes)
    unknown = sum(page.unknown for page in wholes)
    if leaning > _SHARE * letters:
        yield f"{_percent(leaning, letters)} of the letters, left out as not upright"
    if unknown > _SHARE * letters:
        yield f"{_percent(unknown, letters)} of the letters, for which the file gives no characters"


def _percent(part: int, whole: int) -> str:
    return f"{max(1, round(100 * part / whole))} %"


def _is_broken(data: bytes) -> bool:
    """Whether the file holds a packed stream that cannot be unpacked."""
    if b"/Encrypt" in data:
        return False  # all streams look broken
    left = _MOST
    for found in _STREAM.finditer(data):
        unpacker, start = zlib.decompressobj(), found.end()
        try:
            left -= len(unpacker.decompress(data[start : start + _MOST], max(left, 1)))
        except zlib.error:
            return True
        if left <= 0:
            return False
    return False
