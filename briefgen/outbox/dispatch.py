"""Steps -> entries: each message once through the door, every reply into the journal."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from briefgen.model.mail import Envelope
from briefgen.outbox.entries import Entry, State
from briefgen.outbox.journal import Journal
from briefgen.outbox.planning import Plan, Step
from briefgen.outbox.posting import Post, UnreachableError, Verdict

Sleep = Callable[[float], None]
Compose = Callable[[Sequence[Step]], Iterator[Envelope]]
"""Makes the messages of some steps, in their order, each when it is asked for."""


@dataclass(frozen=True, slots=True)
class Waits:
    """How a message that was deferred is tried again: seconds, each wait `factor` times the last.

    A run waits for `within` seconds in all; what is due later is for the next run. After
    `attempts`, in any number of runs, it has failed.
    """

    first: float = 10.0
    factor: float = 6.0
    longest: float = 21_600.0
    attempts: int = 8
    within: float = 600.0

    def after(self, attempts: int) -> timedelta:
        """Return how long to wait after so many attempts."""
        return timedelta(seconds=min(self.first * self.factor ** (attempts - 1), self.longest))


@dataclass(frozen=True, slots=True)
class Dispatched:
    """The entries of this edition as they are now, and what stopped the run, if anything did."""

    entries: tuple[Entry, ...]
    stopped: UnreachableError | None = None


def dispatch(
    plan: Plan,
    compose: Compose,
    post: Post,
    journal: Journal,
    sleep: Sleep,
    waits: Waits = Waits(),
) -> Dispatched:
    """Send what is planned, and return what became of it.

    A message is `data` on the disk before its last byte leaves, and only a reply moves it on.
    Raises OutboxError if the journal cannot be written: the message at hand has then not left, or
    it is unknown.
    """
    _queue(plan, journal)
    until = journal.clock() + timedelta(seconds=waits.within)
    stopped = None
    try:
        while ready := _ready(plan, journal, sleep, until):
            envelopes = compose([step for step, _ in ready])
            for (_, entry), envelope in zip(ready, envelopes, strict=True):
                _send(entry, envelope, journal, post, waits)
    except UnreachableError as error:
        stopped = error
        for entry in journal.edition(plan.issue, plan.edition, State.QUEUED):
            journal.move(entry, State.QUEUED, str(error), due=entry.due)
    return Dispatched(journal.edition(plan.issue, plan.edition), stopped)


def _queue(plan: Plan, journal: Journal) -> None:
    """Put into the journal what is to be sent, and out of the queue what is not any more."""
    for entry in plan.closing:
        journal.move(entry, State.FAILED, "not sent: replaced, or no longer among the recipients")
    going = plan.going().items()
    for _, step in going:
        if step.entry and step.entry.state is not State.QUEUED:
            journal.move(step.entry, State.QUEUED, "to be sent again, as was asked", attempts=0)
    new = [(key, step) for key, step in going if step.entry is None]
    journal.add((plan.issue, key, plan.edition, step.correction) for key, step in new)


def _ready(plan: Plan, journal: Journal, sleep: Sleep, until: datetime) -> list[tuple[Step, Entry]]:
    """Return what is due, after a wait if need be; nothing if nothing will be before `until`."""
    queued = {one.recipient: one for one in journal.edition(plan.issue, plan.edition, State.QUEUED)}
    waiting = [(step, queued[key]) for key, step in plan.going().items() if key in queued]
    now = journal.clock()
    first = min((entry.due for _, entry in waiting), default=until)
    if now < first < until:
        sleep((first - now).total_seconds())
        now = first
    return [(step, entry) for step, entry in waiting if entry.due <= now]


def _send(entry: Entry, envelope: Envelope, journal: Journal, post: Post, waits: Waits) -> None:
    at = entry

    def commit() -> None:
        nonlocal at
        at = journal.move(entry, State.DATA)

    reply = post(envelope, commit)
    attempts = entry.attempts + 1
    if reply.verdict is Verdict.DEFERRED and attempts < waits.attempts:
        due = journal.clock() + waits.after(attempts)
        journal.move(at, State.QUEUED, reply.words, attempts, due)
    else:
        journal.move(at, FINAL[reply.verdict], reply.words, attempts)


FINAL: Mapping[Verdict, State] = MappingProxyType(
    {
        Verdict.ACCEPTED: State.SENT,
        Verdict.DEFERRED: State.FAILED,
        Verdict.REFUSED: State.FAILED,
        Verdict.UNANSWERED: State.UNKNOWN,
    }
)
"""The state a reply ends in when nothing more is to be tried."""
