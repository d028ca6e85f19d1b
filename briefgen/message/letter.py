"""Headers and parts -> the bytes of a message (RFC 5322, MIME), the same whenever it is made."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.header import Header as Encoded
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from briefgen.message.headers import Header

Seal = Callable[[EmailMessage], EmailMessage]
"""What signs or encrypts (S/MIME, OpenPGP): a MIME entity in, the one that encloses it out."""

WIDEST = 76
"""Characters of a line on the wire: RFC 2045's bound, far below the 998 of RFC 5322."""

_FOLD = "\r\n "
_LONG_WORD = 50
_ATOMS = re.compile(r"[\w!#$%&'*+/=?^`{|}~ -]*", re.ASCII)
_TO_ESCAPE = re.compile(r'[\\"]')


@dataclass(frozen=True, slots=True)
class Content:
    """What a message holds; of the texts one may be empty, of the PDF too."""

    text: str = ""
    html: str = ""
    pdf: bytes = b""
    file_name: str = ""
    ascii_name: str = ""


def letter(headers: Iterable[Header], entity: EmailMessage) -> bytes:
    """Return the message: the headers, then the entity with the headers of MIME.

    It is all ASCII but for an address that is not (RFC 6532). Headers are written here, since the
    folding of Python's own policies breaks long ids, long addresses and some subjects.
    """
    head = "".join(f"{name}: {_written(name, value)}\r\n" for name, value in headers)
    return head.encode() + entity.as_bytes()


def enclose(content: Content, salt: str) -> EmailMessage:
    """Return the content as a MIME entity; `salt` tells its boundaries from other messages'."""
    entity = EmailMessage(SMTP.clone(max_line_length=WIDEST))
    if content.text:
        _put(entity.set_content, content.text, "plain")
    if content.html:
        _put(entity.add_alternative if content.text else entity.set_content, content.html, "html")
    if content.pdf:
        entity.add_attachment(content.pdf, "application", "pdf", filename=content.file_name)
        *_, attached = entity.iter_attachments()
        attached.set_param("name", content.ascii_name)
        del attached["MIME-Version"]
    _divide(entity, salt)
    return entity


def _written(name: str, value: str | Address) -> str:
    """Return a header's value as it goes over the wire, folded where it may be."""
    if isinstance(value, Address):
        mailbox = f"<{value.username}@{value.domain}>"
        phrase = _phrase(name, value.display_name)
        wide = len(f"{name}: {phrase} {mailbox}".rpartition("\n")[2]) > WIDEST
        return f"{phrase}{_FOLD if wide else ' '}{mailbox}" if phrase else mailbox
    return _encoded(name, value) if name == "Subject" else value.replace(">, <", f">,{_FOLD}<")


def _phrase(name: str, text: str) -> str:
    """Return a display name: as it is, in quotation marks, or as encoded words."""
    if not text.isascii() or len(text) > _LONG_WORD:
        return _encoded(name, text, always=True)
    return text if _ATOMS.fullmatch(text) else '"' + _TO_ESCAPE.sub(r"\\\g<0>", text) + '"'


def _encoded(name: str, text: str, *, always: bool = False) -> str:
    """Return text on lines of the right width, as encoded words (RFC 2047) if it needs them."""
    long_word = max(map(len, text.split()), default=0) > _LONG_WORD
    charset = "utf-8" if always or long_word or not text.isascii() else "us-ascii"
    return Encoded(text, charset, WIDEST, name).encode(linesep="\r\n")


def _put(place: Callable[..., None], text: str, subtype: str) -> None:
    """Put a text in 7 bits, the only ones that every server on the way leaves as they are.

    A signature holds only over what is left as it is. Quoted-printable can be read in the raw;
    base64 is for scripts other than Latin, where it is far shorter.
    """
    foreign = sum(not character.isascii() for character in text) * 5 > len(text)
    encoding = "base64" if foreign else "quoted-printable"
    place(text, subtype=subtype, charset="utf-8", cte=encoding)


def _divide(entity: EmailMessage, salt: str) -> None:
    """Give each multipart a boundary; `=_` stands in no text that is encoded as ours are."""
    for depth, part in enumerate(entity.walk()):
        if part.is_multipart():
            digest = hashlib.sha256(f"{depth} {salt}".encode()).hexdigest()
            part.set_boundary(f"=_{digest[:32]}")
