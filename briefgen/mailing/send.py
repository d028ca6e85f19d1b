"""A mailing through a door, every message once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

from briefgen import message, outbox
from briefgen.mailing.copying import bundle, copying
from briefgen.mailing.notice import notice
from briefgen.mailing.prepare import Kind, Mailing, kind
from briefgen.message import LeftOut
from briefgen.model import Envelope
from briefgen.outbox import Choices, Clock, Dispatched, Entry, Journal, Plan, Post, State, Step, Way
from briefgen.outbox.posting import Commit, Reply


@dataclass(frozen=True, slots=True)
class Mailed:
    """What became of a mailing: every message's state, and how many were sent just now.

    `undecided` wait for a person, and with `unapproved` all do. `stopped` says why what is queued
    could not be handed over; if it is `lasting`, a person has to mend something first.
    """

    issue: str
    edition: str
    sent_now: int
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    undecided: tuple[Step, ...]
    unapproved: bool = False
    stopped: str = ""
    lasting: bool = False


def planned(mailing: Mailing, entries: Sequence[Entry], choices: Choices) -> Plan:
    """Return who gets the issue now, who does not and why, by what was sent of it before."""
    issue = mailing.issue
    mine = [entry for entry in entries if entry.issue == issue.name]
    return outbox.plan(issue.name, issue.edition, mailing.readers, mine, choices)


def send(mailing: Mailing, choices: Choices, journal: Journal, door: str, way: Way) -> Mailed:
    """Mail the issue to whom the plan says, and return what became of it.

    Without the approval that the configuration may ask for, nothing is sent. Raises OutboxError if
    the journal cannot be written, DeliveryError for a message that cannot be made; what went out
    before then is in the journal.
    """
    issue = mailing.issue
    plan = planned(mailing, journal.entries(), choices)
    before = journal.edition(issue.name, issue.edition)
    unapproved = bool(plan.going()) and not _approved(mailing, journal)
    done = Dispatched(before) if unapproved else _dispatched(mailing, plan, journal, door, way)
    return Mailed(
        issue=issue.name,
        edition=issue.edition,
        sent_now=_sent(done.entries) - _sent(before),
        entries=done.entries,
        left_out=mailing.left_out,
        undecided=tuple(step for step in plan.steps if step.decide),
        unapproved=unapproved,
        stopped=str(done.stopped or ""),
        lasting=done.stopped is not None and done.stopped.lasting,
    )


def _dispatched(mailing: Mailing, plan: Plan, journal: Journal, door: str, way: Way) -> Dispatched:
    def compose(steps: Sequence[Step]) -> Iterator[Envelope]:
        return _envelopes(mailing, steps, journal.clock)

    with _doors(mailing, plan, door, way) as doors:

        def post(envelope: Envelope, commit: Commit) -> Reply:
            return doors[kind(envelope.recipient)](envelope, commit)

        return outbox.dispatch(plan, compose, post, journal, way.sleep)


@contextmanager
def _doors(mailing: Mailing, plan: Plan, door: str, way: Way) -> Iterator[dict[Kind, Post]]:
    """Yield the doors for the steps of a plan; what can be known to be missing is an error now."""
    with outbox.DOORS[door](way) as mail, outbox.DOORS["webhook"](way) as hook:
        doors = {Kind.MAILBOX: mail, Kind.WEBHOOK: hook}
        copies = mailing.mail.copies
        if copies and any(kind(step.address) is Kind.STORE for step in plan.going().values()):
            doors[Kind.STORE] = copying(copies, way)
        yield doors


def _envelopes(mailing: Mailing, steps: Sequence[Step], clock: Clock) -> Iterator[Envelope]:
    """Yield the message of each step; corrections, which come last, say what they are."""
    for correction, some in groupby(steps, key=lambda step: step.correction):
        addresses = [step.address for step in some]
        people = [mailing.readers[one] for one in addresses if kind(one) is Kind.MAILBOX]
        yield from message.envelopes(
            mailing.issue, mailing.settings, people, clock(), correction=correction
        )
        hooks = [one for one in addresses if kind(one) is Kind.WEBHOOK]
        yield from (notice(mailing.issue, one, correction=correction) for one in hooks)
        stores = [one for one in addresses if kind(one) is Kind.STORE]
        yield from (bundle(mailing.issue, one) for one in stores)


def _approved(mailing: Mailing, journal: Journal) -> bool:
    editions = {one.edition for one in journal.approvals()}
    return mailing.mail.approval == "none" or mailing.issue.edition in editions


def _sent(entries: Sequence[Entry]) -> int:
    return sum(entry.state is State.SENT for entry in entries)
