"""Bytes to text: UTF-8 unless the bytes say otherwise; what is not text is refused."""

import codecs
import re
from contextlib import suppress

from briefgen.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NULS = (
    (re.compile(rb"\0\0\0[^\0]"), "utf-32-be"),
    (re.compile(rb"\0[^\0]\0[^\0]"), "utf-16-be"),
    (re.compile(rb"[^\0]\0\0\0"), "utf-32-le"),
    (re.compile(rb"[^\0]\0[^\0]\0"), "utf-16-le"),
)
"""Where the first four bytes are NUL if there is no mark (RFC 4627, section 3)."""

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
_STRAY, _FEW = 1, 500
"""Control characters that any text may have, and of how many characters one may be one."""

_WESTERN_SHARE = 0.15
"""The most bytes outside ASCII that a text in a Western European language has; French has 0.08."""

_SYMBOL_IN_WORD = re.compile(
    r"[^\W\d_]"
    r"[\xa1-\xa9\xab\xac\xae\xaf\xb1-\xb3\xb6\xb8\xb9\xbb-\xbf\xd7\xf7\u02c6\u02dc\u2020\u2021\u2030]"
    r"[^\W\d_]"
)
"""What the letters of other alphabets turn into when they are taken for Western European."""

_OTHERS = """
    cp1250 iso8859_2 cp1251 koi8_r cp866 cp1253 cp1254 cp1256 shift_jis euc_jp gb18030 big5 euc_kr
""".split()


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of `data` and the name of its encoding, line ends as they are.

    A byte order mark decides, or else the NULs of UTF-16 and UTF-32; without them it is UTF-8 if
    it can be, then Windows-1252 if it looks Western European (as the WHATWG Encoding Standard has
    it), then whichever of the common encodings charset-normalizer finds most plausible. Raises
    ReadError for binary data and for bytes that fit no encoding.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return _text_only(_marked(data, marked)), marked
    for encoding in (*(name for pattern, name in _NULS if pattern.match(data)), "utf-8"):
        with suppress(UnicodeDecodeError):
            return _text_only(data.decode(encoding)), encoding
    return _legacy(data)


def _marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"expected {encoding} as its first bytes say, found {error}") from error


def _legacy(data: bytes) -> tuple[str, str]:
    """Return the text and the encoding of bytes that are not Unicode."""
    _text_only(data.decode("latin-1"))
    encoding = "cp1252" if _is_western(data) else _most_plausible(data)
    return data.decode(encoding), encoding


def _is_western(data: bytes) -> bool:
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return high <= _WESTERN_SHARE * len(data) and not _SYMBOL_IN_WORD.search(text)


def _most_plausible(data: bytes) -> str:
    from charset_normalizer import from_bytes  # only here: most corpora never need it

    matches = list(from_bytes(data, cp_isolation=_OTHERS))
    if not matches:
        raise ReadError("expected text, found bytes that fit no known encoding")
    spelt = (one for one in matches if not _SYMBOL_IN_WORD.search(str(one)))
    return next(spelt, matches[0]).encoding


def _text_only(text: str) -> str:
    """Return `text` if it is text; a NUL or many other control characters tell a binary file.

    A few of those get into honest texts out of other programs, and change none of their words.
    """
    if "\0" in text:
        raise ReadError(_binary("a NUL byte", text.index("\0")))
    found = _CONTROL.findall(text)
    if len(found) > max(_STRAY, len(text) // _FEW):
        place = text.index(found[0])
        raise ReadError(_binary(f"{len(found)} control characters, U+{ord(found[0]):04X}", place))
    return text


def _binary(found: str, place: int) -> str:
    return f"expected text, found {found} at character {place}: a binary file?"
