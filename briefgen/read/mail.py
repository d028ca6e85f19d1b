"""Mail: the message that a person reads in an .eml file, each of an .mbox, a page saved as .mhtml.

Of the parts that say the same, plain text is taken, unless it is a stub that only points to the
HTML. What is attached in a known format is a document of its own, at `letter.eml/report.pdf`; an
attached message is one too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr
from html import escape

from briefgen.errors import ReadError
from briefgen.model import Document, Metadata, Source
from briefgen.read import html, text
from briefgen.read.field_dates import reading
from briefgen.read.files import printable
from briefgen.read.furniture import without
from briefgen.read.mime import Attachment, Text, attachments, header, parsed, texts, written
from briefgen.read.phrases.headers import FIELDS, REPLY
from briefgen.read.reader import Member, Reader, inside
from briefgen.read.stated import digest, stated

_BETWEEN = re.compile(rb"(?:\A|(?<=\n))From [^\n]*\n")
"""The line before each message of an mbox file (RFC 4155)."""

_REPLY = re.compile(rf"^(?:\s*(?:{REPLY})\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_FORWARDED = re.compile(
    rf"(?:^[> \t*]*(?:{FIELDS})[ \u00a0]?\*?:[^\n]*\n*){{3,}}", re.IGNORECASE | re.MULTILINE
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")
_STUB = 0.5
"""The share of the HTML's words below which plain text is a stub."""

_LIST_HEADERS = ("List-Id", "List-Unsubscribe", "List-Post")
"""What only newsletters and mailing lists have (RFC 2369, RFC 2919)."""

_HEADERS = (
    *("From", "Subject", "Sender", "To", "Date", "Message-ID", "Received", "Return-Path"),
    *("Reply-To", "Cc", "MIME-Version", "Delivered-To"),
)
"""The headers of which a mail has one at least."""

ATTACHABLE = frozenset(
    ".atom .csv .docx .eml .gz .htm .html .json .jsonl .markdown .mbox .md .mhtml .ndjson .pdf .rss"
    " .tsv .txt .xhtml .xml .zip".split()
)
"""The endings of the names of attachments that are read: those that have a reader."""

_PICTURES = frozenset(".bmp .gif .ico .jpeg .jpg .p7m .p7s .png .svg .tif .tiff .webp".split())
"""The endings of attachments that no text is lost with, whatever type they are said to be of."""


def read(source: Source) -> Document | Iterable[Member]:
    """Return the document that the message in an .eml file is, or with it what is attached.

    The message itself comes last: should an attachment bring its reader down, the others and the
    message are still to be read. Raises ReadError if it is no message.
    """
    message = _message(source)
    every = [*attachments(message)]
    attached = [one for one in every if one.suffix in ATTACHABLE]
    return _members(source, attached) if attached else _document(source, message, every)


def read_body(source: Source) -> Document:
    """Return the document that a message is without its attachments."""
    message = _message(source)
    return _document(source, message, attachments(message))


def _document(source: Source, message: EmailMessage, attached: Iterable[Attachment]) -> Document:
    doubt = reading(header(message, "Date")).doubt
    said = replace(source, page=_said_of(message), doubts=(doubt,) if doubt else ())
    found = _body(said, [*texts(message)])
    lost = tuple(_unread(attached))
    return replace(without(found, _not_said(found.text)), reader=NAME, lost=(*found.lost, *lost))


def messages(source: Source) -> Iterator[Member]:
    """Yield the messages of a mailbox, each at `#` and a digest of its Message-ID."""
    if not _BETWEEN.match(source.data):
        raise ReadError("expected a mailbox that begins with `From `, found something else")
    for data in _BETWEEN.split(source.data)[1:]:
        message = _QUOTED_FROM.sub(rb"\1", data)
        name = header(parsed(message), "Message-ID") or message.decode("latin-1")
        yield Member(inside(source, f"#{digest(name.strip())}", message), MESSAGE)


def read_saved_page(source: Source) -> Document:
    """Return the page in a file that a browser saved as MHTML (RFC 2557), its pictures aside."""
    message = parsed(source.data)
    found = message.get_body(("html",))
    if found is None:
        raise ReadError("expected a web page saved as MHTML, found none in it")
    address = found["Content-Location"] or message["Snapshot-Content-Location"]
    page = stated(address=address)
    return html.read(replace(source, data=written(found).encode("utf-8"), page=page))


def _message(source: Source) -> EmailMessage:
    message = parsed(source.data)
    if not any(header(message, name) for name in _HEADERS):
        raise ReadError("expected a mail with a sender, a subject or the like, found no header")
    return message


def _members(source: Source, attached: Iterable[Attachment]) -> Iterator[Member]:
    for one in attached:
        place = inside(source, f"/{printable(one.name)}", one.data)
        yield Member(place, problem=one.problem)
    yield Member(source, BODY)


def _unread(attached: Iterable[Attachment]) -> Iterator[str]:
    """Yield what to tell of attachments in formats that have no reader."""
    for one in attached:
        if one.suffix not in ATTACHABLE | _PICTURES:
            yield f"the attachment {printable(one.name)}, in a format without a reader"


def _said_of(message: EmailMessage) -> Metadata:
    """Return what the headers say: a newsletter's sender is its publisher, a person an author."""
    name, address = parseaddr(header(message, "From"))
    sender = name.replace('"', "").strip("' ") or address
    is_list = any(one in message for one in _LIST_HEADERS)
    return stated(
        title=_REPLY.sub("", header(message, "Subject")),
        publisher=sender if is_list else None,
        author=None if is_list else sender,
        published=header(message, "Date"),
        language=header(message, "Content-Language"),
    )


def _body(source: Source, parts: list[Text]) -> Document:
    """Return the document in the parts that a person reads."""
    plain = "\n\n".join(part.plain for part in parts if part.plain)
    said = text.document(source, plain)
    if not any(part.rich for part in parts):
        return said
    rich = "\n".join(f"<div>{part.rich or _as_html(part.plain)}</div>" for part in parts)
    shown = html.read_fragment(replace(source, data=rich.encode("utf-8", "replace")))
    is_whole = all(part.plain for part in parts)
    return said if is_whole and _words(said) >= _STUB * _words(shown) else shown


def _as_html(plain: str) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in _BLANK.split(plain))


def _words(found: Document) -> int:
    return sum(len(found.text[one.start : one.end].split()) for one in found.blocks)


def _not_said(written: str) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of a message that its writer did not write, and what they are."""
    for found in _FORWARDED.finditer(written):
        yield *found.span(), "mail header"
    signature = _SIGNATURE.search(written)
    if signature:
        yield signature.start(), len(written), "signature"


NAME = "mail/4"
BODY = Reader(NAME, read_body)
MESSAGE = Reader(NAME, read)
MAILBOX = Reader("mailbox/3", messages)
SAVED_PAGE = Reader("mhtml/4", read_saved_page, libraries=html.PAGE.libraries)
