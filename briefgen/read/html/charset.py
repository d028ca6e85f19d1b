"""Bytes of HTML to text: as Unicode if they are, else as the page itself says, else as it looks."""

import codecs
import re
from contextlib import suppress

import webencodings

from briefgen.read.encoding import decode

_PRESCAN = 4096
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def decode_html(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding, without control characters.

    The encoding that a `meta` element names is read by its label, as the WHATWG Encoding Standard
    has it. Raises ReadError for binary data.
    """
    said = _said(data)
    if said and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        for name in ("utf-8", said):
            with suppress(UnicodeDecodeError):
                return _clean(data.decode(name)), name
    text, encoding = decode(data)
    return _clean(text), encoding


def _said(data: bytes) -> str | None:
    """Return Python's name of the encoding that the page itself names."""
    found = _CHARSET.search(data, 0, _PRESCAN)
    label = webencodings.lookup(found[1].decode("ascii", "replace")) if found else None
    return label.codec_info.name if label else None


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text)
