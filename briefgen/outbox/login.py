"""Logging in (RFC 4954) without a trace of the password in what is raised or kept.

smtplib's own `login` keeps the password as an attribute, leaves it in the frames of a traceback and
knows ASCII only.
"""

import base64
import smtplib

from briefgen.model.mail import Server
from briefgen.outbox.posting import UnreachableError, printed
from briefgen.outbox.secret import Secret

GOOD, MORE = 235, 334
"""The codes for: logged in; go on."""


def log_in(smtp: smtplib.SMTP, server: Server, secret: Secret) -> None:
    """Log in by PLAIN (RFC 4616) or LOGIN, whichever is offered; the session is encrypted.

    Raises UnreachableError, lasting if the server says 5xx or offers neither.
    """
    code, words = _talk(smtp, server.username, secret)
    if code != GOOD:
        raise UnreachableError(
            f"{server.host}:{server.port}: expected it to let {server.username} in, found:"
            f" {code} {words}",
            lasting=code // 100 == 5,
        )


def _talk(smtp: smtplib.SMTP, username: str, secret: Secret) -> tuple[int, str]:
    """Return the server's last answer, without what it should not have repeated."""
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    if "PLAIN" in offered:
        code, words = _plain(smtp, username, secret)
    elif "LOGIN" in offered:
        code, words = _login(smtp, username, secret)
    else:
        code, words = 504, f"only {' '.join(offered) or 'no way to log in'}"
    return code, _without(secret, username, words)


def _plain(smtp: smtplib.SMTP, username: str, secret: Secret) -> tuple[int, str]:
    return _ask(smtp, "AUTH PLAIN ", Secret(f"\0{username}\0{secret.reveal()}"))


def _login(smtp: smtplib.SMTP, username: str, secret: Secret) -> tuple[int, str]:
    answer = _ask(smtp, "AUTH LOGIN", Secret(""))
    for line in (Secret(username), secret):
        if answer[0] != MORE:
            break
        answer = _ask(smtp, "", line)
    return answer


def _ask(smtp: smtplib.SMTP, command: str, secret: Secret) -> tuple[int, str]:
    """Send a line and return the answer; 421 if there is none, for an error would hold the line."""
    try:
        code, words = smtp.docmd(command + _base64(secret.reveal()))
    except (smtplib.SMTPException, OSError) as error:
        return 421, str(error)
    return code, printed(words)


def _without(secret: Secret, username: str, words: str) -> str:
    """Return what the server said without what it should not have repeated."""
    plain = secret.reveal()
    for form in (plain, _base64(plain), _base64(f"\0{username}\0{plain}")):
        words = words.replace(form, "...")
    return words


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode("ascii")
