"""Recipients x an issue -> who gets what, and who does not and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefgen.model import Mail, Recipient, Tlp


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A recipient who does not get the issue, and why."""

    recipient: Recipient
    reason: str


@dataclass(frozen=True, slots=True)
class Audience:
    """Who gets an issue, each with the `parts` they get, and who does not."""

    receiving: tuple[Recipient, ...]
    left_out: tuple[LeftOut, ...]


def audience(
    recipients: Iterable[Recipient], mail: Mail, tlp: Tlp, language: str = "en"
) -> Audience:
    """Return who gets an issue marked `tlp` and written in `language`, in the given order."""
    receiving: list[Recipient] = []
    left_out: list[LeftOut] = []
    for recipient in recipients:
        if reason := _reason(recipient, mail, tlp, language):
            left_out.append(LeftOut(recipient, reason))
        else:
            receiving.append(replace(recipient, parts=recipient.parts or mail.parts))
    return Audience(tuple(receiving), tuple(left_out))


def _reason(recipient: Recipient, mail: Mail, tlp: Tlp, language: str) -> str:
    """Return why the recipient does not get it, nothing if they do."""
    if recipient.suppressed:
        return "has asked for no more mail"
    if tlp.exceeds(recipient.ceiling):
        return f"may read up to {recipient.ceiling}, the issue is marked {tlp}"
    if mail.groups and not set(mail.groups) & set(recipient.groups):
        return f"is in none of the groups {', '.join(mail.groups)}"
    if not _reads(recipient.language, language):
        return f"reads {recipient.language}, the issue is in {language}"
    return ""


def _reads(asked: str, language: str) -> bool:
    """Whether a reader of `asked` takes `language`: `pt` takes `pt-BR`, not the other way round.

    This is basic filtering as of RFC 4647, section 3.3.1.
    """
    return not asked or f"{language.lower()}-".startswith(f"{asked.lower()}-")
