"""What the journal says of one message, and how one state follows another."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

Clock = Callable[[], datetime]
"""Tells the time, with its zone."""


class State(StrEnum):
    """How far a message has come; `data` is on disk before its last byte leaves."""

    QUEUED = "queued"
    DATA = "data"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


FOLLOWS: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.QUEUED: frozenset({State.QUEUED, State.DATA, State.FAILED}),
        State.DATA: frozenset({State.QUEUED, State.SENT, State.FAILED, State.UNKNOWN}),
        State.SENT: frozenset(),
        State.FAILED: frozenset({State.QUEUED}),
        State.UNKNOWN: frozenset({State.QUEUED}),
    }
)
"""What a state may change to; `failed` and `unknown` only because a person says so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message to one recipient: its state since `changed`, and what the server said.

    A correction is an entry of its own, for it is another `edition`. While the message is queued,
    it is not tried again before `due`.
    """

    issue: str
    recipient: str
    edition: str
    correction: bool
    state: State
    attempts: int
    changed: datetime
    due: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Approval:
    """Who let an edition of an issue go out, and when."""

    issue: str
    edition: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Settled:
    """An address that nothing more goes to: who decided so, when and why."""

    recipient: str
    why: str
    who: str
    at: datetime

    def __str__(self) -> str:
        """Return it in words, such as `settled by the-editor, 2026-08-10: left the ministry`."""
        return f"settled by {self.who}, {self.at:%Y-%m-%d}: {self.why}"


def known_as(address: str) -> str:
    """Return what the journal calls `address`: small or capital letters make no other recipient.

    RFC 5321 lets a host tell them apart; in practice none does, and a list that is typed anew must
    not send twice.
    """
    return unicodedata.normalize("NFC", address).casefold()
