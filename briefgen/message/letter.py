"""Headers and parts -> a message (RFC 5322, MIME), the same bytes whenever it is made."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

from briefgen.message.headers import Header

Seal = Callable[[EmailMessage], EmailMessage]
"""What signs or encrypts a message, S/MIME or OpenPGP: the same headers, other content."""

WIDEST = 76
"""Characters of a line on the wire: RFC 2045's bound, far below the 998 of RFC 5322."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a message holds; of the texts one may be empty, of the PDF too."""

    text: str = ""
    html: str = ""
    pdf: bytes = b""
    file_name: str = ""
    ascii_name: str = ""


def letter(headers: Iterable[Header], content: Content, *, utf8: bool) -> EmailMessage:
    """Return the message; with `utf8` its headers are in UTF-8 (RFC 6532), else in ASCII.

    The last of `headers` may tell of the content, as Content-Language does.
    """
    message = EmailMessage((SMTPUTF8 if utf8 else SMTP).clone(max_line_length=WIDEST))
    *envelope, last = headers
    for name, value in envelope:
        message[name] = value
    if content.text:
        _put(message.set_content, content.text, "plain")
    if content.html:
        _put(message.add_alternative if content.text else message.set_content, content.html, "html")
    if content.pdf:
        message.add_attachment(content.pdf, "application", "pdf", filename=content.file_name)
        *_, attached = message.iter_attachments()
        attached.set_param("name", content.ascii_name)
    message[last[0]] = last[1]  # set before, it would go with the first part
    _divide(message)
    return message


def _put(place: Callable[..., None], text: str, subtype: str) -> None:
    """Put a text in 7 bits, the only ones that every server on the way leaves as they are.

    A signature holds only over what is left as it is. Quoted-printable can be read in the raw;
    base64 is for scripts other than Latin, where it is far shorter.
    """
    foreign = sum(not character.isascii() for character in text) * 5 > len(text)
    encoding = "base64" if foreign else "quoted-printable"
    place(text, subtype=subtype, charset="utf-8", cte=encoding)


def _divide(message: EmailMessage) -> None:
    """Give each multipart a boundary that depends on the message alone.

    `=_` stands in no text that is encoded as ours are.
    """
    for depth, part in enumerate(message.walk()):
        if part.is_multipart():
            told = f"{depth} {message['Message-ID']}"
            part.set_boundary(f"=_{hashlib.sha256(told.encode()).hexdigest()[:32]}")
