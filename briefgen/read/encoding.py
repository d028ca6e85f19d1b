"""Bytes to text: UTF-8 unless the bytes say otherwise; what is not text is refused."""

import codecs
import re

from briefgen.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of `data` and the name of its encoding, newlines as they are.

    A byte order mark decides; else UTF-8; else the encoding that charset-normalizer finds most
    plausible. Raises ReadError for binary data and for bytes that fit no encoding.
    """
    encoding = _marked(data) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise ReadError(f"expected {encoding} as its byte order mark says, found {error}") from error
        text, encoding = _detect(data, error)
    return _text_only(text), encoding


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _detect(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Return text and encoding of bytes that are not UTF-8."""
    from charset_normalizer import from_bytes  # only here: most corpora never need it

    _text_only(data.decode("latin-1"))
    best = from_bytes(data).best()
    if best is None:
        raise ReadError(f"expected text, found bytes of no known encoding (not UTF-8 at byte {error.start})")
    return str(best), best.encoding


def _text_only(text: str) -> str:
    """Return `text` if it is text; control characters tell a binary file."""
    found = _CONTROL.search(text)
    if found:
        kind = "a NUL byte" if found[0] == "\0" else f"control character U+{ord(found[0]):04X}"
        raise ReadError(f"expected text, found {kind} at character {found.start()}: a binary file?")
    return text
