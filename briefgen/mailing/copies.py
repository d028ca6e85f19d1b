"""Messages that count as not sent: a trial to one address, copies in a folder, a look at one."""

from collections.abc import Iterator

from briefgen import message, outbox
from briefgen.errors import OutboxError, UsageError
from briefgen.mailing.prepare import Kind, Mailing, kind
from briefgen.message.addresses import routable, same
from briefgen.model import Envelope, Recipient
from briefgen.outbox import Clock, Verdict, Way


def copies(
    mailing: Mailing, clock: Clock, door: str, way: Way, *, correction: bool
) -> Iterator[str]:
    """Write every reader's message into a folder, and yield where each is.

    Raises OutboxError if one cannot be written.
    """
    people = [one for address, one in mailing.readers.items() if kind(address) is Kind.MAILBOX]
    made = message.envelopes(
        mailing.issue, mailing.settings, people, clock(), correction=correction
    )
    with outbox.DOORS[door](way) as post:
        for envelope in made:
            yield post(envelope, _nothing).words


def trial(mailing: Mailing, address: str, clock: Clock, door: str, way: Way) -> str:
    """Send the issue to one address, marked as a trial, and return the server's answer.

    Raises UsageError for what is no address or may not read the issue, OutboxError if the server
    does not take the message.
    """
    envelope = example(mailing, clock, address, trial=True)
    with outbox.DOORS[door](way) as post:
        reply = post(envelope, _nothing)
    if reply.verdict is not Verdict.ACCEPTED:
        raise OutboxError(f"{address}: expected the server to take it, found: {reply.words}")
    return reply.words


def example(mailing: Mailing, clock: Clock, address: str = "", *, trial: bool = False) -> Envelope:
    """Return the message that an address gets, or without one the first reader.

    Raises UsageError if there is no such reader.
    """
    people = [_person(mailing, address)] if address else _first(mailing)
    if not people:
        raise UsageError("mail.recipients: expected someone who gets this issue, found nobody")
    [made] = message.envelopes(mailing.issue, mailing.settings, people, clock(), trial=trial)
    return made


def _first(mailing: Mailing) -> list[Recipient]:
    return [one for address, one in mailing.readers.items() if kind(address) is Kind.MAILBOX][:1]


def _person(mailing: Mailing, address: str) -> Recipient:
    """Return the reader of that address; someone else gets what the settings name."""
    for one in mailing.left_out:
        if same(one.recipient.address) == same(address):
            wrong = f"expected someone who may get this issue, found that who {one.reason}"
            raise UsageError(f"{address}: {wrong}")
    for known, person in mailing.readers.items():
        if same(known) == same(address):
            return person
    try:
        return Recipient(routable(address), parts=mailing.mail.parts, ceiling=mailing.issue.tlp)
    except ValueError as error:
        raise UsageError(f"--to: expected an address, found {address}: {error}") from error


def _nothing() -> None:
    """Commit nothing: what is no mailing has no journal."""
