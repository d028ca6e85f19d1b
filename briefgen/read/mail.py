"""Mail: the message that a person reads in an .eml file, each of an .mbox, a page saved as .mhtml.

Of the parts that say the same, plain text is taken, unless it is a stub that only points to the
HTML. Attachments are no part of a message.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr

from briefgen.errors import ReadError
from briefgen.model import Document, Metadata, Source
from briefgen.read import html, text
from briefgen.read.encoding import decode
from briefgen.read.field_dates import reading
from briefgen.read.furniture import without
from briefgen.read.reader import Member, Reader, inside
from briefgen.read.stated import digest, stated

_BETWEEN = re.compile(rb"(?:\A|(?<=\n))From [^\n]*\n")
"""The line before each message of an mbox file (RFC 4155)."""

_REPLY = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr)\s*:)+\s*", re.IGNORECASE)
_FORWARDED = re.compile(
    r"(?:^[> \t*]*(?:from|sent|date|to|cc|subject|reply-to)\*?:[^\n]*\n*){3,}",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_STUB = 0.5
"""The share of the HTML's words below which plain text is a stub."""

_LIST_HEADERS = ("List-Id", "List-Unsubscribe", "List-Post")
"""What only newsletters and mailing lists have (RFC 2369, RFC 2919)."""


def read(source: Source) -> Document:
    """Return the document that the message in an .eml file is. Raises ReadError if it is none."""
    message = _parsed(source.data)
    if not (message["From"] or message["Subject"]):
        raise ReadError("expected a mail with a sender or a subject, found neither")
    doubt = reading(message["Date"]).doubt
    said = replace(source, page=_said_of(message), doubts=(doubt,) if doubt else ())
    found = _body(said, message)
    return replace(without(found, _not_said(found.text)), reader=NAME)


def messages(source: Source) -> Iterator[Member]:
    """Yield the messages of a mailbox, each at `#` and a digest of its Message-ID."""
    if not _BETWEEN.match(source.data):
        raise ReadError("expected a mailbox that begins with `From `, found something else")
    for data in _BETWEEN.split(source.data)[1:]:
        message = _QUOTED_FROM.sub(rb"\1", data)
        name = _parsed(message)["Message-ID"] or message.decode("latin-1")
        yield Member(inside(source, f"#{digest(str(name).strip())}", message), MESSAGE)


def read_saved_page(source: Source) -> Document:
    """Return the page in a file that a browser saved as MHTML (RFC 2557), its pictures aside."""
    message = _parsed(source.data)
    found = message.get_body(("html",))
    if found is None:
        raise ReadError("expected a web page saved as MHTML, found none in it")
    address = found["Content-Location"] or message["Snapshot-Content-Location"]
    page = stated(address=address)
    return html.read(replace(source, data=_written(found).encode("utf-8"), page=page))


def _parsed(data: bytes) -> EmailMessage:
    """Return the message; what is wrong with it is mended as mail programs do."""
    return message_from_bytes(data, policy=default)


def _said_of(message: EmailMessage) -> Metadata:
    """Return what the headers say: a newsletter's sender is its publisher, a person an author."""
    name, address = parseaddr(str(message["From"] or ""))
    is_list = any(header in message for header in _LIST_HEADERS)
    return stated(
        title=_REPLY.sub("", str(message["Subject"] or "")),
        publisher=(name or address) if is_list else None,
        author=None if is_list else (name or address),
        published=message["Date"],
        language=message["Content-Language"],
    )


def _body(source: Source, message: EmailMessage) -> Document:
    """Return the document in the part that a person reads."""
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    said = text.document(source, _written(plain) if plain is not None else "")
    if rich is None:
        return said
    try:
        html.FRAGMENT.stamp()
    except ReadError:
        if said.blocks:
            return said
        raise
    shown = html.read_fragment(replace(source, data=_written(rich).encode("utf-8")))
    return shown if _words(said) < _STUB * _words(shown) else said


def _words(found: Document) -> int:
    return sum(len(found.text[one.start : one.end].split()) for one in found.blocks)


def _written(part: MIMEPart) -> str:
    """Return the text of a part, without what no Unicode text has."""
    data = part.get_payload(decode=True)
    charset = str(part.get_content_charset("utf-8"))
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(charset).replace("\0", "")
    except (LookupError, UnicodeDecodeError):
        return decode(data)[0]


def _not_said(written: str) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of a message that its writer did not write, and what they are."""
    for found in _FORWARDED.finditer(written):
        yield *found.span(), "mail header"
    signature = _SIGNATURE.search(written)
    if signature:
        yield signature.start(), len(written), "signature"


NAME = "mail/3"
MESSAGE = Reader(NAME, read)
MAILBOX = Reader("mailbox/1", messages)
SAVED_PAGE = Reader("mhtml/2", read_saved_page, extra="html", libraries=html.PAGE.libraries)
