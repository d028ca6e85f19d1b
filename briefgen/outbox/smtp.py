"""Envelopes -> a server (RFC 5321): one connection for many, made anew when it is lost."""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from briefgen.model.mail import Envelope, Server
from briefgen.outbox.posting import Commit, Reply, UnreachableError, Verdict, printed
from briefgen.outbox.secret import Secret
from briefgen.outbox.session import expect, live, session

FINAL_WAIT = 600.0
"""Seconds to wait for the answer to a whole message (RFC 5321, section 4.5.3.2.6).

A shorter wait would leave messages unknown that a busy server has taken.
"""

REDIALS = (5.0, 30.0)
"""Seconds before each further attempt to get a connection."""

_VERDICTS = {2: Verdict.ACCEPTED, 4: Verdict.DEFERRED, 5: Verdict.REFUSED}


class Line:
    """The connection to a server: there once it is needed."""

    def __init__(
        self,
        server: Server,
        secret: Secret | None,
        context: ssl.SSLContext,
        sleep: Callable[[float], None],
        final_wait: float = FINAL_WAIT,
    ) -> None:
        """Keep what a connection takes; `sleep` waits before another attempt to make it."""
        self.server = server
        self.secret = secret
        self.context = context
        self.sleep = sleep
        self.final_wait = final_wait
        self._smtp: smtplib.SMTP | None = None

    def post(self, envelope: Envelope, commit: Commit) -> Reply:
        """Hand over one message, and call `commit` when all but the final dot has been sent.

        Raises UnreachableError if there is no connection and none can be made.
        """
        smtp = self._ready()
        try:
            return _transaction(smtp, envelope, commit, self.final_wait)
        except BaseException:
            self.hang_up()  # in the middle of a message, nothing else may be said
            raise

    def take_leave(self) -> None:
        """End the session, with a word if the server still listens."""
        with suppress(smtplib.SMTPException, OSError):
            if self._smtp:
                self._smtp.quit()
        self.hang_up()

    def hang_up(self) -> None:
        """End the connection, without a word."""
        if self._smtp:
            self._smtp.close()
        self._smtp = None

    def _ready(self) -> smtplib.SMTP:
        """Return a session between two messages: the one there is if it still answers."""
        if self._smtp and not _answers(self._smtp):
            self.hang_up()
        self._smtp = self._smtp or self._dial()
        return self._smtp

    def _dial(self) -> smtplib.SMTP:
        for wait in REDIALS:
            try:
                return session(self.server, self.secret, self.context)
            except UnreachableError as error:
                if error.lasting:
                    raise
            self.sleep(wait)
        return session(self.server, self.secret, self.context)


@contextmanager
def line(
    server: Server,
    secret: Secret | None,
    sleep: Callable[[float], None],
    context: ssl.SSLContext | None = None,
    final_wait: float = FINAL_WAIT,
) -> Iterator[Line]:
    """Yield the line to a server; what certificates are trusted is the system's choice.

    As everywhere in OpenSSL, the environment's SSL_CERT_FILE may name others.
    """
    opened = Line(server, secret, context or ssl.create_default_context(), sleep, final_wait)
    try:
        yield opened
    finally:
        opened.take_leave()


def _answers(smtp: smtplib.SMTP) -> bool:
    try:
        expect(smtp.rset())
    except (smtplib.SMTPException, OSError):
        return False
    return True


def _transaction(
    smtp: smtplib.SMTP, envelope: Envelope, commit: Commit, final_wait: float
) -> Reply:
    """Return what became of one message; a connection that is lost before the dot defers it."""
    try:
        _say_all_but_the_dot(smtp, envelope)
    except smtplib.SMTPNotSupportedError as error:
        return Reply(Verdict.REFUSED, str(error))
    except smtplib.SMTPResponseException as error:
        return _reply(smtp, error.smtp_code, error.smtp_error, Verdict.DEFERRED)
    except (smtplib.SMTPException, OSError) as error:
        return Reply(Verdict.DEFERRED, f"no answer: {printed(str(error))}")
    commit()
    try:
        live(smtp).settimeout(final_wait)
        smtp.send(b".\r\n")
        answer = smtp.getreply()
        live(smtp).settimeout(smtp.timeout)
    except (smtplib.SMTPException, OSError) as error:
        return Reply(Verdict.UNANSWERED, f"no answer to the whole message: {printed(str(error))}")
    return _reply(smtp, *answer, Verdict.UNANSWERED)


def _reply(smtp: smtplib.SMTP, code: int, words: bytes | str, otherwise: Verdict) -> Reply:
    """Return the reply of a code; `otherwise` is what an answer without a known one amounts to."""
    said = f"{code} {printed(words)}"
    if smtp.sock is None or code // 100 not in _VERDICTS:  # no SMTP; smtplib closed endless lines
        smtp.close()
        return Reply(otherwise, said)
    return Reply(_VERDICTS[code // 100], said)


def _say_all_but_the_dot(smtp: smtplib.SMTP, envelope: Envelope) -> None:
    wire = on_the_wire(envelope.message)
    options = _options(smtp, envelope, wire)
    expect(smtp.docmd("MAIL", f"FROM:<{envelope.sender}>{options}"))
    expect(smtp.docmd("RCPT", f"TO:<{envelope.recipient}>"))
    expect(smtp.docmd("DATA"), 3)
    smtp.send(wire)


def _options(smtp: smtplib.SMTP, envelope: Envelope, wire: bytes) -> str:
    """Return what the server is to know of the message, if it offers to.

    Raises SMTPNotSupportedError for an address that it cannot take (RFC 6531).
    """
    options = f" SIZE={len(wire)}" if smtp.has_extn("size") else ""
    smtp.command_encoding = "ascii"
    if not (envelope.sender + envelope.recipient).isascii():
        if not smtp.has_extn("smtputf8"):
            raise smtplib.SMTPNotSupportedError(
                "the server does not take addresses outside of ASCII (no SMTPUTF8)"
            )
        smtp.command_encoding = "utf-8"
        options += " SMTPUTF8"
    if not wire.isascii() and smtp.has_extn("8bitmime"):
        options += " BODY=8BITMIME"
    return options


def on_the_wire(message: bytes) -> bytes:
    """Return a message as it is sent, the final dot aside (RFC 5321, sections 2.3.8 and 4.5.2).

    Lines end in CRLF and nothing else does, so that no server sees an end before the end; a dot
    at the start of a line is doubled.
    """
    ended = re.sub(rb"\r\n|\r|\n", b"\r\n", message)
    whole = ended if ended.endswith(b"\r\n") else ended + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", whole)
