"""Envelopes -> the world, each once: the journal of what was sent, and the doors it leaves by.

`opened` yields the journal, `plan` says who gets what, `dispatch` sends it and writes down what
became of it. Everything is so made that the process can be killed at any instant and run again.
"""

from briefgen.outbox.dispatch import Dispatched, Waits, dispatch
from briefgen.outbox.doors import DOORS, Way
from briefgen.outbox.entries import Approval, Clock, Entry, Settled, State, known_as
from briefgen.outbox.journal import Journal
from briefgen.outbox.opening import opened, seen
from briefgen.outbox.planning import Choices, Plan, Step, plan
from briefgen.outbox.posting import Post, Verdict
from briefgen.outbox.secret import Secret, find_secret

__all__ = [
    "DOORS",
    "Approval",
    "Choices",
    "Clock",
    "Dispatched",
    "Entry",
    "Journal",
    "Plan",
    "Post",
    "Secret",
    "Settled",
    "State",
    "Step",
    "Verdict",
    "Waits",
    "Way",
    "dispatch",
    "find_secret",
    "known_as",
    "opened",
    "plan",
    "seen",
]
