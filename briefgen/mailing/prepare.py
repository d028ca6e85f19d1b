"""The folder of an issue -> a mailing: everything that can be checked before anything is sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefgen import message
from briefgen.errors import LedgerError, UsageError
from briefgen.message import LeftOut
from briefgen.model import Issue, Mail, Recipient, Settings


@dataclass(frozen=True, slots=True)
class Mailing:
    """An issue, who of its readers get it, by address, and who do not and why."""

    settings: Settings
    mail: Mail
    issue: Issue
    readers: Mapping[str, Recipient]
    left_out: tuple[LeftOut, ...]


def prepare(settings: Settings, folder: Path) -> Mailing:
    """Return the mailing of the issue in `folder`, its files and all recipients checked.

    Raises UsageError without `mail` in the configuration, LedgerError for an issue that is not as
    it was built or has fewer sentences than `minimum:`, ConfigError with every problem of the
    recipients.
    """
    mail = expect_mail(settings)
    issue = message.load_issue(folder)
    if len(issue.sentences) < settings.minimum:
        raise LedgerError(
            f"{folder}: it has {len(issue.sentences)} sentences, fewer than `minimum:"
            f" {settings.minimum}` in {settings.path.name}; such an issue is never mailed"
        )
    people = (*message.load_recipients(mail), *_machines(mail))
    found = message.audience(people, mail, issue.tlp, issue.language)
    readers = {person.address: person for person in found.receiving}
    return Mailing(settings, mail, issue, readers, found.left_out)


class Kind(StrEnum):
    """What an address is that of, in the order in which they are sent to."""

    MAILBOX = "a mailbox"
    WEBHOOK = "a webhook"
    STORE = "a copy of its files"


def kind(address: str) -> Kind:
    """Return what an address is that of; a mailbox's has no colon."""
    if "://" not in address:
        return Kind.MAILBOX
    return Kind.WEBHOOK if address.startswith("https://") else Kind.STORE


def _machines(mail: Mail) -> Iterator[Recipient]:
    """Yield the webhook and the store, if any, as recipients among the others, the last of them."""
    if hook := mail.webhook:
        yield Recipient(hook.address, groups=mail.groups, ceiling=hook.ceiling)
    if copies := mail.copies:
        yield Recipient(copies.to, groups=mail.groups, ceiling=copies.ceiling)


def expect_mail(settings: Settings) -> Mail:
    """Return the `mail` of a configuration; raises UsageError if there is none."""
    if settings.mail is None:
        raise UsageError(
            f"{settings.path} has no `mail:` section; to send an issue it needs one, or `webhook:`"
            " or `copies:`; see the README, Mail"
        )
    return settings.mail


def journal_of(settings: Settings) -> Path:
    """Return where the journal is: beside the configuration, and named for it."""
    return settings.path.with_suffix(".outbox.sqlite")
