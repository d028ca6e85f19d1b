"""A mailing through a door, every message once."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from briefgen import message, outbox
from briefgen.mailing.copying import bundle, copying
from briefgen.mailing.notice import notice
from briefgen.mailing.prepare import Kind, Mailing, kind
from briefgen.message import LeftOut
from briefgen.model import Changes, Envelope, Issue
from briefgen.outbox import (
    Choices,
    Dispatched,
    Entry,
    Journal,
    Plan,
    Post,
    Settled,
    State,
    Step,
    Way,
)
from briefgen.outbox.posting import Commit, Reply


@dataclass(frozen=True, slots=True)
class Mailed:
    """What became of a mailing: every message's state, and how many were sent just now.

    `undecided` wait for a person, and with `unapproved` all do. What could not be sent to an
    address that is `settled` is no failure any more. `stopped` says why what is queued could not be
    handed over; if it is `lasting`, a person has to mend something first.
    """

    issue: str
    edition: str
    sent_now: int
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    undecided: tuple[Step, ...]
    settled: frozenset[str] = frozenset()
    unapproved: bool = False
    stopped: str = ""
    lasting: bool = False


def planned(
    mailing: Mailing,
    entries: Sequence[Entry],
    choices: Choices,
    settled: Mapping[str, Settled] = MappingProxyType({}),
) -> Plan:
    """Return who gets the issue now, who does not and why, by what was sent of it before."""
    issue = mailing.issue
    mine = [entry for entry in entries if entry.issue == issue.name]
    return outbox.plan(issue.name, issue.edition, mailing.readers, mine, choices, settled)


def send(mailing: Mailing, choices: Choices, journal: Journal, door: str, way: Way) -> Mailed:
    """Mail the issue to whom the plan says, and return what became of it.

    Without the approval that the configuration may ask for, nothing is sent. Raises OutboxError if
    the journal cannot be written, DeliveryError for a message that cannot be made; what went out
    before then is in the journal.
    """
    issue = mailing.issue
    settled = journal.settled()
    plan = planned(mailing, journal.entries(), choices, settled)
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
        settled=frozenset(settled),
        unapproved=unapproved,
        stopped=str(done.stopped or ""),
        lasting=done.stopped is not None and done.stopped.lasting,
    )


def _dispatched(mailing: Mailing, plan: Plan, journal: Journal, door: str, way: Way) -> Dispatched:
    issue = mailing.issue
    if plan.going():
        journal.keep_sentences(issue.name, issue.edition, issue.sentences)

    def compose(steps: Sequence[Step]) -> Iterator[Envelope]:
        return _envelopes(mailing, steps, journal)

    with _doors(mailing, plan, door, way) as doors:

        def post(envelope: Envelope, commit: Commit) -> Reply:
            return doors[kind(envelope.recipient)](envelope, commit)

        return outbox.dispatch(plan, compose, post, journal, way.sleep)


@contextmanager
def _doors(mailing: Mailing, plan: Plan, door: str, way: Way) -> Iterator[dict[Kind, Post]]:
    """Yield the doors for the steps of a plan; what can be known to be missing is an error now."""
    needed = {kind(step.address) for step in plan.going().values()}
    copies = mailing.mail.copies
    doors: dict[Kind, Post] = {}
    with ExitStack() as stack:
        if Kind.MAILBOX in needed:
            doors[Kind.MAILBOX] = stack.enter_context(outbox.DOORS[door](way))
        if Kind.WEBHOOK in needed:
            doors[Kind.WEBHOOK] = stack.enter_context(outbox.DOORS["webhook"](way))
        if copies and Kind.STORE in needed:
            doors[Kind.STORE] = copying(copies, way)
        yield doors


def _envelopes(mailing: Mailing, steps: Sequence[Step], journal: Journal) -> Iterator[Envelope]:
    """Yield the message of each step, in order; a correction says by what it differs."""
    issue = mailing.issue
    for (route, correction, corrects), group in groupby(steps, key=_occasion):
        addresses = [step.address for step in group]
        changes = _changes(issue, journal, corrects) if corrects else None
        if route is Kind.WEBHOOK:
            yield from (notice(issue, each, correction, changes) for each in addresses)
        elif route is Kind.STORE:
            yield from (bundle(issue, each) for each in addresses)
        else:
            people = [mailing.readers[address] for address in addresses]
            yield from message.envelopes(
                issue,
                mailing.settings,
                people,
                journal.clock(),
                correction=correction,
                changes=changes,
            )


def _occasion(step: Step) -> tuple[Kind, bool, str]:
    """Return what messages made together have in common."""
    return kind(step.address), step.correction, step.corrects


def _changes(issue: Issue, journal: Journal, corrects: str) -> Changes | None:
    """Return how the sentences differ from those of the edition corrected, if these are known."""
    before = journal.sentences(issue.name, corrects)
    if before is None:
        return None
    gone = dict.fromkeys(sentence for sentence in before if sentence not in issue.sentences)
    new = dict.fromkeys(sentence for sentence in issue.sentences if sentence not in before)
    return Changes(tuple(gone), tuple(new))


def _approved(mailing: Mailing, journal: Journal) -> bool:
    editions = {one.edition for one in journal.approvals()}
    return mailing.mail.approval == "none" or mailing.issue.edition in editions


def _sent(entries: Sequence[Entry]) -> int:
    return sum(entry.state is State.SENT for entry in entries)
