"""What the journal says, as lines for people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefgen.outbox.entries import Approval, Entry, State

_SHORT = 8
"""Signs of an edition's name that tell it from others."""


def told(entries: Sequence[Entry], approvals: Sequence[Approval]) -> Iterator[str]:
    """Yield for each edition a sum, who let it go out, and a line for each message not sent."""
    for issue, edition in dict.fromkeys((entry.issue, entry.edition) for entry in entries):
        mine = [one for one in entries if (one.issue, one.edition) == (issue, edition)]
        yield f"{issue}, edition {edition[:_SHORT]}: {counted(mine)}"
        yield from (_approved(one) for one in approvals if one.edition == edition)
        yield from troubles(mine)
    editions = {entry.edition for entry in entries}
    for one in approvals:
        if one.edition not in editions:
            yield f"{one.issue}, edition {one.edition[:_SHORT]}: nothing sent"
            yield _approved(one)


def troubles(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each message that was not sent, with the reason."""
    for entry in entries:
        if entry.state is not State.SENT:
            tries = f" ({entry.attempts} attempts)" if entry.attempts > 1 else ""
            yield f"  {entry.state:<8}  {entry.recipient}: {entry.words or 'not tried yet'}{tries}"


def counted(entries: Iterable[Entry]) -> str:
    """Return how many messages are in each state, those states that none is in left out."""
    counts = Counter(entry.state for entry in entries)
    return ", ".join(f"{counts[state]} {state}" for state in State if counts[state]) or "none"


def _approved(approval: Approval) -> str:
    return f"  approved by {approval.who}, {approval.at:%Y-%m-%d %H:%M} UTC"
