"""Issue x recipients -> envelopes: everything is checked before the first, then one by one."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache, partial

from briefgen.errors import DeliveryError, UsageError
from briefgen.message import words
from briefgen.message.audience import audience
from briefgen.message.headers import headers, leave_address, leave_link
from briefgen.message.letter import Content, Seal, enclose, letter
from briefgen.message.names import ascii_name, file_name
from briefgen.message.page import html
from briefgen.message.proof import prove
from briefgen.message.signature import signer
from briefgen.model import Changes, Envelope, Issue, Part, Recipient, Settings


def envelopes(
    issue: Issue,
    settings: Settings,
    recipients: Iterable[Recipient],
    when: datetime,
    *,
    correction: bool = False,
    changes: Changes | None = None,
    trial: bool = False,
    seal: Seal | None = None,
) -> Iterator[Envelope]:
    """Return the messages for those of `recipients` who are to get the issue, in their order.

    They are made one at a time, so that thousands need the memory of one; what can go wrong for
    all is found before the first. `when`, aware of its zone, becomes their date. `correction`
    says in subject and text that the issue replaces one that was sent, and with `changes` what it
    differs by; `trial` marks a message
    that counts as none. `seal` signs or encrypts what was proved to read back as meant (S/MIME,
    OpenPGP); DKIM comes last.

    Raises UsageError without `mail` in the configuration, TemplateError, ConfigError (the key of
    DKIM), DeliveryError for what the issue does not have, BriefgenError for a missing dkimpy.
    """
    if settings.mail is None:
        raise UsageError(f"{settings.path}: expected the key mail, to mail anything; found none")
    mail = settings.mail
    people = audience(recipients, mail, issue.tlp, issue.language).receiving
    occasion = words.Occasion(issue, settings.templates, leave_address(mail), correction, changes)
    for parts in sorted({person.parts for person in people}):
        _content(occasion, parts, "")
    content = lru_cache(maxsize=8)(partial(_content, occasion))
    sign = signer(mail.dkim) if mail.dkim else bytes

    def enclosed(to: Recipient) -> Envelope:
        lines = list(headers(issue, mail, to, when, correction=correction, trial=trial))
        inside = content(to.parts, leave_link(mail, to))
        entity = enclose(inside, str(dict(lines)["Message-ID"]))
        data = letter(lines, entity)
        prove(data, lines, inside)
        sealed = letter(lines, seal(entity)) if seal else data
        return Envelope(mail.sender, to.address, issue.name, issue.edition, sign(sealed))

    return map(enclosed, people)


def _content(occasion: words.Occasion, parts: tuple[Part, ...], link: str) -> Content:
    issue = occasion.issue
    if "pdf" in parts and not issue.pdf:
        raise DeliveryError(
            "mail.parts: expected a brief.pdf to attach, found the issue built without;"
            " add pdf to formats and build again"
        )
    return Content(
        text="" if parts == ("html",) else words.text(occasion, parts, link),
        html=html(occasion, parts, link) if "html" in parts else "",
        pdf=issue.pdf if "pdf" in parts else b"",
        file_name=file_name(issue),
        ascii_name=ascii_name(issue),
    )
