"""Addresses x journal -> who gets the issue now, who does not, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefgen.outbox.entries import Entry, Settled, State, known_as


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has decided: to send again, or to send what replaces an issue."""

    resend_unknown: bool = False
    retry_failed: bool = False
    correction: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """Whether an address gets the issue now, and why; `decide` if only a person can change it.

    `entry` is what the journal has of this edition, if anything; `corrects` the edition that a
    correction replaces.
    """

    address: str
    send: bool
    why: str
    correction: bool = False
    decide: bool = False
    entry: Entry | None = None
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of an edition of an issue: a step for each address.

    `closing` are the queued entries that no step goes on with.
    """

    issue: str
    edition: str
    steps: tuple[Step, ...]
    closing: tuple[Entry, ...]

    def going(self) -> dict[str, Step]:
        """Return the steps that send, by what the journal calls their addresses."""
        return {known_as(step.address): step for step in self.steps if step.send}


def plan(
    issue: str,
    edition: str,
    addresses: Iterable[str],
    entries: Sequence[Entry],
    choices: Choices = Choices(),
    settled: Mapping[str, Settled] = MappingProxyType({}),
) -> Plan:
    """Return the plan: first the plain steps, then the corrections, each as `addresses` has them.

    `entries` are all that the journal has of the issue, of any edition; `settled` are the addresses
    that a person has settled, by what the journal calls them: nothing goes to these.
    """
    known: dict[str, list[Entry]] = {}
    for entry in entries:
        known.setdefault(entry.recipient, []).append(entry)
    steps: dict[str, Step] = {}
    for address in addresses:
        key = known_as(address)
        step = _step(address, edition, known.get(key, []), choices)
        if key in settled:
            step = replace(step, send=False, why=str(settled[key]), decide=False)
        steps.setdefault(key, step)
    ordered = tuple(sorted(steps.values(), key=lambda step: step.correction))
    queued = (entry for entry in entries if entry.state is State.QUEUED)
    done_with = (one for one in queued if one.edition != edition or one.recipient not in steps)
    return Plan(issue, edition, ordered, tuple(done_with))


def _step(address: str, edition: str, entries: Sequence[Entry], choices: Choices) -> Step:
    for entry in entries:
        if entry.edition == edition:
            return _known(address, entry, choices)
    earlier = [one for one in entries if one.state not in (State.QUEUED, State.FAILED)]
    if not earlier:
        return Step(address, True, "not sent so far")
    last = earlier[-1]
    if choices.correction:
        why = f"corrects what was {_since(last)}"
        return Step(address, True, why, correction=True, corrects=last.edition)
    why = f"an earlier edition is {_since(last)}; --correction sends this one"
    return Step(address, False, why, decide=True)


def _known(address: str, entry: Entry, choices: Choices) -> Step:
    allowed = {
        State.QUEUED: True,
        State.UNKNOWN: choices.resend_unknown,
        State.FAILED: choices.retry_failed,
    }
    send = allowed.get(entry.state, False)
    why = _since(entry) + ("" if send else _ASIDE[entry.state])
    return Step(
        address, send, why, entry.correction, entry.state is State.UNKNOWN and not send, entry
    )


_ASIDE: Mapping[State, str] = MappingProxyType(
    {
        State.DATA: "; it is under way",
        State.SENT: "",
        State.FAILED: "; --retry-failed tries again",
        State.UNKNOWN: "; --resend-unknown sends it again",
    }
)


def _since(entry: Entry) -> str:
    words = f": {entry.words}" if entry.words and entry.state is not State.SENT else ""
    return f"{entry.state} since {entry.changed:%Y-%m-%d %H:%M} UTC{words}"
