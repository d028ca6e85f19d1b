"""What every door has in common: a message goes in, a reply comes out."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from briefgen.errors import OutboxError
from briefgen.model.mail import Envelope


class Verdict(StrEnum):
    """What became of a message; only UNANSWERED leaves it open."""

    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    REFUSED = "refused"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Reply:
    """A verdict and the words it came in."""

    verdict: Verdict
    words: str


Commit = Callable[[], None]
"""To be called once, right before what cannot be taken back; if it raises, nothing may leave."""

Post = Callable[[Envelope, Commit], Reply]
"""Hands one message over; raises UnreachableError if no message can be."""


class UnreachableError(OutboxError):
    """Nothing can be handed over now; if `lasting`, a person has to mend something first."""

    def __init__(self, words: str, lasting: bool) -> None:
        """Keep `words`, which say where, what was expected and what was found."""
        super().__init__(words)
        self.lasting = lasting


def printed(words: bytes | str) -> str:
    """Return what a server said on one line, what cannot be printed replaced, at most 500 signs."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    shown = "".join(one if one.isprintable() else " " for one in text)
    return " ".join(shown.split())[:500]
