"""Envelopes -> an https address: a JSON document, signed with a key that the receiver has too.

The signature is the HMAC-SHA256 (RFC 2104) of the time, a dot and the body, so that neither can be
changed and an old request is known by its time. `Idempotency-Key` is the same whenever the same
edition is posted.
"""

import hashlib
import hmac
import http.client
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from urllib.parse import urlsplit

from briefgen import __version__
from briefgen.model.mail import Envelope
from briefgen.outbox.posting import Commit, Post, Reply, Verdict, printed
from briefgen.outbox.secret import Secret

_LATER = frozenset({408, 425, 429})
"""Answers that ask for another attempt, as do those from 500 on (RFC 9110, RFC 6585)."""


@contextmanager
def webhook(
    key: Secret | None,
    clock: Callable[[], datetime],
    timeout: float,
    context: ssl.SSLContext | None = None,
) -> Iterator[Post]:
    """Yield what posts each message to the https address that is its recipient.

    Without a key it is not signed. A redirection is not followed: it counts as a refusal.
    """
    trusted = context or ssl.create_default_context()

    def post(envelope: Envelope, commit: Commit) -> Reply:
        place = urlsplit(envelope.recipient)
        assert place.scheme == "https" and place.hostname, "checked with the configuration"
        connection = http.client.HTTPSConnection(
            place.hostname, place.port, timeout=timeout, context=trusted
        )
        with closing(connection):
            return _posted(connection, envelope, signed(envelope, key, clock()), commit)

    yield post


def signed(envelope: Envelope, key: Secret | None, when: datetime) -> dict[str, str]:
    """Return the headers of a request: what it holds, when it was made, and the signature."""
    told = f"{envelope.issue} {envelope.edition} {envelope.recipient}".encode()
    time = str(int(when.timestamp()))
    headers = {
        "Content-Type": "application/json",
        "Content-Length": str(len(envelope.message)),
        "User-Agent": f"briefgen/{__version__}",
        "Idempotency-Key": hashlib.sha256(told).hexdigest(),
        "Briefgen-Time": time,
    }
    if key:
        covered = f"{time}.".encode() + envelope.message
        digest = hmac.new(key.reveal().encode(), covered, hashlib.sha256).hexdigest()
        headers["Briefgen-Signature"] = f"sha256={digest}"
    return headers


def _posted(
    connection: http.client.HTTPSConnection,
    envelope: Envelope,
    headers: dict[str, str],
    commit: Commit,
) -> Reply:
    """Send all but the last byte, commit, and send that; no answer after it leaves it open."""
    place = urlsplit(envelope.recipient)
    path = (place.path or "/") + (f"?{place.query}" if place.query else "")
    try:
        connection.putrequest("POST", path)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(envelope.message[:-1])
    except ssl.SSLCertVerificationError as error:
        return Reply(Verdict.REFUSED, f"its certificate does not hold: {error.verify_message}")
    except (OSError, http.client.HTTPException) as error:
        return Reply(Verdict.DEFERRED, f"not reached: {printed(str(error))}")
    commit()
    try:
        connection.send(envelope.message[-1:])
        answer = connection.getresponse()
    except (OSError, http.client.HTTPException) as error:
        return Reply(
            Verdict.UNANSWERED, f"no answer: {printed(str(error)) or type(error).__name__}"
        )
    return Reply(_verdict(answer.status), f"{answer.status} {printed(answer.reason)}")


def _verdict(status: int) -> Verdict:
    if 200 <= status < 300:
        return Verdict.ACCEPTED
    return Verdict.DEFERRED if status in _LATER or status >= 500 else Verdict.REFUSED
