"""What stands at the head of a message. Nothing a stranger wrote can add to it or end it.

`=?` opens an encoded word (RFC 2047), which some parsers decode into line breaks; it is broken.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from email.headerregistry import Address
from email.utils import format_datetime
from urllib.parse import quote

from briefgen.model import Issue, Mail, Recipient
from briefgen.render.escape import plain
from briefgen.render.view import long_date

_LONGEST = 200
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_LEFT_OVER = " :;,·|/-–—"

Header = tuple[str, str | Address]


def headers(
    issue: Issue, mail: Mail, to: Recipient, when: datetime, *, correction: bool, trial: bool
) -> Iterator[Header]:
    """Yield the headers by name, those of MIME aside, in the order in which they are written."""
    yield "From", _address(mail.sender_name or issue.organisation or issue.series, mail.sender)
    yield "To", _address(to.name, to.address)
    if mail.reply_to:
        yield "Reply-To", _address("", mail.reply_to)
    yield "Subject", subject(issue, mail, correction=correction)
    yield "Date", format_datetime(when)
    yield "Message-ID", message_id(issue, mail, to, correction, when if trial else "")
    yield "List-Id", _list_id(issue, mail)
    yield from _unsubscribing(mail, to)
    yield "Auto-Submitted", "auto-generated"  # RFC 3834: no out-of-office answers
    yield "Content-Language", issue.language


def subject(issue: Issue, mail: Mail, *, correction: bool = False) -> str:
    """Return the subject: the marking first, as TLP 2.0 asks, then the words of the template."""
    names = {
        "series": issue.series,
        "title": issue.title,
        "organisation": issue.organisation,
        "week": issue.name,
        "date": long_date(issue.as_of),
    }
    written = _PLACEHOLDER.sub(lambda found: plain(names.get(found[1], found[0])), mail.subject)
    words = _harmless(written).strip(_LEFT_OVER) or issue.name
    return _cut(f"[{issue.tlp}] {'Correction: ' if correction else ''}{words}")


def message_id(issue: Issue, mail: Mail, to: Recipient, *besides: object) -> str:
    """Return an id (RFC 5322, section 3.6.4) that one edition always has for one recipient.

    A server or mail program can thus tell a message that it gets a second time. What else tells
    messages apart stands `besides`: the time of a trial, lest the true one be taken for its copy.
    """
    told = "\0".join(map(str, (issue.name, issue.edition, to.address, *besides)))
    digest = hashlib.sha256(told.encode()).hexdigest()[:32]
    return f"<{issue.name}.{digest}@{_domain(mail.sender)}>"


def leave_address(mail: Mail) -> str:
    """Return the address to write to for no more mail."""
    return mail.unsubscribe.mailto or mail.reply_to or mail.sender


def leave_link(mail: Mail, to: Recipient) -> str:
    """Return the page to open for no more mail, empty if there is none."""
    return mail.unsubscribe.https.replace("{address}", quote(to.address, safe=""))


def _unsubscribing(mail: Mail, to: Recipient) -> Iterator[Header]:
    """Yield the headers of RFC 2369 and, if there is someone to answer it, of RFC 8058."""
    address = quote(leave_address(mail), safe="@!$'*+")
    link, written = leave_link(mail, to), f"<mailto:{address}?subject=unsubscribe>"
    yield "List-Unsubscribe", f"<{link}>, {written}" if link else written
    if link and mail.unsubscribe.one_click:
        yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"


def _list_id(issue: Issue, mail: Mail) -> str:
    """Return the list's name (RFC 2919), which must not change from issue to issue."""
    bare = unicodedata.normalize("NFKD", issue.series.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:60] or "brief"
    return f"<{mail.list_id or f'{slug}.{_domain(mail.sender)}'}>"


def _address(name: str, address: str) -> Address:
    local, _, domain = address.rpartition("@")
    return Address(_cut(_harmless(name)), local, domain)


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


def _harmless(text: str) -> str:
    return plain(text).replace("=?", "= ?")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
