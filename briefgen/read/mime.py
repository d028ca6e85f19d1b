"""MIME: the parts of a message, which of them are its text, and what is attached to it.

What transport did to the lines is undone by the letter of the standards (RFC 2045 to 2049, 3676);
what programs are known to write wrong is read as they mean it.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from pathlib import PurePosixPath
from typing import NamedTuple

import webencodings

from briefgen.errors import ReadError
from briefgen.read.encoding import decode

_FOLDED = re.compile(
    rb"^(content-(?:type|disposition):[^\r\n]*;)[ \t]*\r?\n"
    rb"(?=(?:boundary|charset|filename|format|name|type)\*?\d*\*?=)",
    re.IGNORECASE | re.MULTILINE,
)
"""A header whose parameters stand on a line of their own that is not indented as it must be."""

_SINGLE_BYTE = re.compile(r"iso8859-?_?\d|latin|cp125\d|windows-125\d|koi8|mac|ascii|cp866")
_C1 = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if bytes([code]) not in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")
}
"""What was windows-1252 and was taken for ISO 8859-1 (WHATWG Encoding Standard, section 4.2)."""

_OF_NO_WORDS = re.compile(
    r"(?:image|audio|video|font)/|text/(?:calendar|rfc822-headers|vcard|x-vcard|css)"
    r"|application/(?:pgp-|pkcs7-|x-pkcs7-|ics)",
)
"""Types of attachments that no text is lost with: pictures, signatures, cards, appointments."""

_QUOTED = re.compile(r">*")
_SIGNATURE = "-- "
_SUFFIXES = {
    "application/json": ".json",
    "application/msword": ".doc",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/zip": ".zip",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
"""What an attachment without a name is called by its type (RFC 2046 and the IANA's list)."""


class Attachment(NamedTuple):
    """What is attached to a message: its name, its bytes, and why it cannot be had if it cannot."""

    name: str
    data: bytes
    problem: str = ""

    @property
    def suffix(self) -> str:
        """The ending of the name, with its dot and in small letters."""
        return PurePosixPath(self.name).suffix.lower()


class Text(NamedTuple):
    """What a person reads of one part, as plain text, as HTML, or as both."""

    plain: str = ""
    rich: str = ""


def parsed(data: bytes) -> EmailMessage:
    """Return the message; what is wrong with it is mended as mail programs do."""
    message = message_from_bytes(_FOLDED.sub(rb"\1 ", data), policy=default)
    boundary = message.get_boundary()
    if boundary and message.get_content_maintype() == "text" and _is_parted(message, boundary):
        message.replace_header("Content-Type", f'multipart/mixed; boundary="{boundary}"')
        return message_from_bytes(message.as_bytes(), policy=default)
    return message


def header(message: EmailMessage, name: str) -> str:
    """Return a header's words, decoded."""
    with suppress(LookupError, ValueError, AttributeError, TypeError, IndexError):
        return _mended(str(message[name] or ""))
    return ""


def texts(part: Message) -> Iterator[Text]:
    """Yield the parts of a message that a person reads, in their order.

    Of parts that are alternatives all are in one text, of related ones the first is read.
    """
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        found = [text for one in _parts(part) for text in texts(one)]
        plain = next((text.plain for text in found if text.plain), "")
        yield Text(plain, "".join(text.rich for text in found))
    elif kind == "multipart/related":
        yield from (text for one in _parts(part)[:1] for text in texts(one))
    elif part.is_multipart() and kind != "message/rfc822":
        yield from (text for one in _parts(part) for text in texts(one))
    elif not _is_attached(part):
        words = written(part)
        yield Text(rich=words) if kind == "text/html" else Text(plain=words)


def attachments(part: Message) -> Iterator[Attachment]:
    """Yield what is attached to a message, its pictures aside; an attached message as one file."""
    if part.get_content_type() == "message/rfc822":
        yield _attachment(part)
    elif part.is_multipart():
        inner = (each for each in _parts(part) if not _is_alternative(part, each))
        yield from (one for each in inner for one in attachments(each))
    elif _is_attached(part) and not _OF_NO_WORDS.match(part.get_content_type()):
        yield _attachment(part)


def written(part: Message) -> str:
    """Return the words of a part, without what no Unicode text has."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    words = _decoded(data, str(part.get_content_charset("utf-8"))).replace("\0", "")
    if str(part.get_param("format", "")).lower() == "flowed":
        deletes = str(part.get_param("delsp", "no")).lower() == "yes"
        return "\n".join(_unflowed(words.splitlines(), deletes))
    return words


def _decoded(data: bytes, label: str) -> str:
    """Return the text of bytes whose encoding is called so, as the WHATWG's table has it.

    What is UTF-8 is that, whatever alphabet of single bytes it is said to be in.
    """
    encoding = webencodings.lookup(label)
    name = encoding.codec_info.name if encoding else label
    for each in ("utf-8", name) if _SINGLE_BYTE.match(name) else (name,):
        with suppress(LookupError, UnicodeDecodeError, ValueError):
            return data.decode(each)
    return decode(data)[0]


def _mended(words: str) -> str:
    """Return the words of a header, raw bytes in it as UTF-8 if they are, else as windows-1252."""
    data = words.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "cp1252"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding).translate(_C1)
    return data.decode("latin-1").translate(_C1)


def _unflowed(lines: Iterable[str], deletes: bool) -> Iterator[str]:
    """Yield the paragraphs of flowed text, each on a line (RFC 3676, section 4).

    A line that ends in a space goes on in the next one of its depth of quotation; the space is
    none of its own if it `deletes` it.
    """
    begun, depth = "", -1
    for line in lines:
        marks = _QUOTED.match(line)
        quotes = marks[0] if marks else ""
        words = line[len(quotes) :].removeprefix(" ")
        if depth >= 0 and (len(quotes) != depth or words == _SIGNATURE):
            yield begun.rstrip()
            begun, depth = "", -1
        begun = (begun if depth >= 0 else f"{quotes} " if quotes else "") + words
        depth = len(quotes) if words.endswith(" ") and words != _SIGNATURE else -1
        if depth < 0:
            yield begun
        elif deletes:
            begun = begun[:-1]
    if depth >= 0:
        yield begun.rstrip()


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _is_parted(message: EmailMessage, boundary: str) -> bool:
    """Whether what is said to be one text has the parts of several."""
    payload = message.get_payload()
    return isinstance(payload, str) and f"--{boundary}" in payload


def _is_alternative(group: Message, part: Message) -> bool:
    """Whether a part is another form of the text, and nothing that is attached."""
    is_form = group.get_content_type() == "multipart/alternative" and not part.is_multipart()
    return is_form and part.get_filename() is None


def _is_attached(part: Message) -> bool:
    """Whether a part is no text of the message, by what it says or for its name or its type."""
    named = part.get_filename() is not None or part.get_content_disposition() == "attachment"
    return named or part.get_content_type() not in {"text/plain", "text/html"}


def _attachment(part: Message) -> Attachment:
    name, data = _name(part), b""
    try:
        data = _bytes(part)
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        return Attachment(name, b"", f"expected an attachment that can be read, found {error}")
    return Attachment(name, data)


def _bytes(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822" and (parts := _parts(part)):
        return parts[0].as_bytes(policy=default.clone(refold_source="none"))
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        raise ReadError("none that is encoded as it says")
    return data


def _name(part: Message) -> str:
    """Return what the attachment is called, without a folder; one of a known type by that."""
    name = _mended(part.get_filename() or "").replace("\\", "/").rpartition("/")[2].strip()
    suffix = _SUFFIXES.get(part.get_content_type(), "")
    if part.get_content_type() == "message/rfc822":
        return f"{name.removesuffix('.eml') or 'message'}.eml"
    return name or f"attachment{suffix}"
