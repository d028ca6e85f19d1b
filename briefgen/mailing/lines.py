"""What would become and what became of a mailing, as lines for people."""

from collections.abc import Container, Iterable, Iterator

from briefgen.mailing.prepare import Kind, Mailing, kind
from briefgen.mailing.send import Mailed
from briefgen.outbox import Entry, Plan, State
from briefgen.outbox.lines import counted

_SHOWN = 3
"""Addresses named beside one reason; `briefgen outbox` names all."""


def forecast(mailing: Mailing, plan: Plan) -> Iterator[str]:
    """Yield a line for each recipient: the parts they would get, or why they would get none."""
    width = max(map(len, mailing.readers), default=0)
    for step in plan.steps:
        parts = ", ".join(mailing.readers[step.address].parts)
        parts = parts if kind(step.address) is Kind.MAILBOX else kind(step.address)
        verb = "gets" if step.send else "not now"
        what = f"{parts}; {step.why}" if step.send else step.why
        yield f"{verb:<8}  {step.address:<{width}}  {what}"
    for one in mailing.left_out:
        yield f"left out  {one.recipient.address:<{width}}  {one.reason}"
    yield f"{mailing.issue.name}: {len(plan.going())} messages would be sent"


def report(mailed: Mailed) -> Iterator[str]:
    """Yield the summary, then who was not sent the issue; those with one reason share a line."""
    yield summary(mailed)
    lines = [
        ("settled" if one.recipient in mailed.settled else str(one.state), one.words, one.recipient)
        for one in mailed.entries
        if _open(one)
    ]
    lines += [("waits", one.why, one.address) for one in mailed.undecided if not one.entry]
    lines += [("left out", one.reason, one.recipient.address) for one in mailed.left_out]
    groups: dict[tuple[str, str], list[str]] = {}
    for state, words, address in lines:
        groups.setdefault((state, words), []).append(address)
    for (state, words), addresses in groups.items():
        more = f" and {len(addresses) - _SHOWN} more" if len(addresses) > _SHOWN else ""
        yield f"  {state:<8}  {', '.join(addresses[:_SHOWN])}{more}: {words}"


def summary(mailed: Mailed) -> str:
    """Return one line: how many were sent now and before, what is open, and what stopped it."""
    before = sum(one.state is State.SENT for one in mailed.entries) - mailed.sent_now
    others = [one for one in mailed.entries if _open(one) and one.recipient not in mailed.settled]
    parts = [f"{mailed.sent_now} sent now", f"{before} before"]
    parts += [counted(others)] if others else []
    parts += [f"{len(mailed.left_out)} left out"] if mailed.left_out else []
    told = f"{mailed.issue}: {', '.join(parts)}"
    waiting = sum(one.entry is None for one in mailed.undecided)
    told += f"; {waiting} have an earlier edition, --correction sends this one" if waiting else ""
    told += "; it waits for `briefgen approve`" if mailed.unapproved else ""
    return told + (f"; stopped: {mailed.stopped}" if mailed.stopped else "")


def left_behind(entries: Iterable[Entry], issue: str, settled: Container[str] = ()) -> str:
    """Return how much of other issues is neither sent, refused nor settled; nothing if all is."""
    waiting = (State.QUEUED, State.DATA, State.UNKNOWN)
    old = [
        entry
        for entry in entries
        if entry.issue != issue and entry.state in waiting and entry.recipient not in settled
    ]
    return f"; of other issues: {counted(old)}, see `briefgen outbox`" if old else ""


def _open(entry: Entry) -> bool:
    return entry.state is not State.SENT
