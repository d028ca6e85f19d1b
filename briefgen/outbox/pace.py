"""No more messages in a minute than a server wants."""

import time
from collections.abc import Callable

from briefgen.model.mail import Envelope
from briefgen.outbox.posting import Commit, Post, Reply


def paced(
    post: Post,
    per_minute: int,
    sleep: Callable[[float], None],
    seconds: Callable[[], float] = time.monotonic,
) -> Post:
    """Return `post`, but evenly spaced: at most `per_minute` messages; 0 is no limit."""
    if not per_minute:
        return post
    free = seconds()

    def spaced(envelope: Envelope, commit: Commit) -> Reply:
        nonlocal free
        now = seconds()
        if now < free:
            sleep(free - now)
        free = max(now, free) + 60 / per_minute
        return post(envelope, commit)

    return spaced
