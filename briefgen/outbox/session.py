"""A server -> a session with it: encrypted, its certificate verified, logged in.

There is no way to a session in the clear. Of what a server says before TLS only refusals are
believed, and if it speaks ahead of its turn there, the talk is over: someone else may have put the
words in (RFC 3207, section 6; CVE-2011-0411).
"""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

from briefgen.model.mail import Server
from briefgen.outbox.login import log_in
from briefgen.outbox.posting import UnreachableError, printed
from briefgen.outbox.secret import Secret


def session(server: Server, secret: Secret | None, context: ssl.SSLContext) -> smtplib.SMTP:
    """Return a session in which messages can be handed over.

    Raises UnreachableError, lasting for what another attempt would not mend: a certificate that
    does not hold, no encryption, a password refused, any other 5xx.
    """
    with _told(server):
        smtp = _dial(server, context)
    try:
        with _told(server):
            _encrypt(smtp, server, context)
        if secret:
            log_in(smtp, server, secret)
    except BaseException:
        smtp.close()
        raise
    return smtp


def expect(answer: tuple[int, bytes], first_digit: int = 2) -> None:
    """Return if an answer begins with the digit, else raise it as an SMTPResponseException."""
    code, words = answer
    if code // 100 != first_digit:
        raise smtplib.SMTPResponseException(code, words)


def live(smtp: smtplib.SMTP) -> socket.socket:
    """Return the socket, unless smtplib has closed it."""
    if smtp.sock is None:
        raise smtplib.SMTPServerDisconnected("the connection is closed")
    return smtp.sock


def _dial(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    """Connect, and have our address for a name in EHLO (RFC 5321, section 4.1.3).

    smtplib would ask the domain name system what this machine is called: slow, and telling.
    """
    name = "localhost"
    place = server.host, server.port
    if server.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(*place, name, timeout=server.timeout, context=context)
    else:
        smtp = smtplib.SMTP(*place, name, timeout=server.timeout)
    live(smtp).setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # the dot comes by itself
    address = ip_address(live(smtp).getsockname()[0])
    smtp.local_hostname = f"[IPv6:{address}]" if address.version == 6 else f"[{address}]"
    return smtp


def _encrypt(smtp: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    expect(smtp.ehlo())
    if server.security == "starttls":
        if not smtp.has_extn("starttls"):
            raise smtplib.SMTPNotSupportedError("no STARTTLS")
        expect(smtp.docmd("STARTTLS"))
        _expect_silence(smtp, server.timeout)
        smtp.sock = context.wrap_socket(live(smtp), server_hostname=server.host)
        smtp.file = None  # smtplib's own way to begin anew
        smtp.esmtp_features = {}
        expect(smtp.ehlo())


def _expect_silence(smtp: smtplib.SMTP, timeout: float) -> None:
    """Return if nothing came after the answer to STARTTLS, which would be in the clear."""
    live(smtp).setblocking(False)
    early = smtp.file.peek(1) if smtp.file else b""
    live(smtp).settimeout(timeout)
    if early:
        raise smtplib.SMTPNotSupportedError(f"{len(early)} bytes in the clear after STARTTLS")


@contextmanager
def _told(server: Server) -> Iterator[None]:
    """Translate what goes wrong before a session stands; all of it is an OSError."""
    try:
        yield
    except ssl.SSLError as error:
        found, lasting = _of_tls(error)
        expected = "an encrypted connection whose certificate holds"
        raise trouble(server, expected, found, lasting=lasting) from error
    except OSError as error:
        found, lasting = _of_smtp(error)
        raise trouble(server, "a server that takes mail", found, lasting=lasting) from error


def _of_tls(error: ssl.SSLError) -> tuple[str, bool]:
    """Return what was found, and whether it lasts: all but a connection that broke off."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message, True
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return "the server hung up", False
    return error.reason or str(error), True


def _of_smtp(error: OSError) -> tuple[str, bool]:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {printed(error.smtp_error)}", error.smtp_code // 100 == 5
    return error.strerror or str(error), isinstance(error, smtplib.SMTPNotSupportedError)


def trouble(
    server: Server, expected: str, found: str, *, lasting: bool = False
) -> UnreachableError:
    """Return the error that says where, what was expected and what was found."""
    return UnreachableError(
        f"{server.host}:{server.port}: expected {expected}, found: {printed(found)}", lasting
    )
