"""Envelopes -> the machine's own mailer, by the `sendmail` that Postfix, Exim and msmtp have."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from briefgen.model.mail import Envelope
from briefgen.outbox.posting import Commit, Post, Reply, UnreachableError, Verdict, printed

COMMAND = ("sendmail", "-i", "-f")
"""`-i`: a line of one dot is not the end; `-f`: whom bounces go to."""

_BESIDE = ("/usr/sbin", "/usr/lib")
"""Where it is although the PATH of people, unlike that of services, does not name it."""

_TRY_LATER = 75  # EX_TEMPFAIL, sysexits.h


@contextmanager
def sendmail(timeout: float, command: str = COMMAND[0]) -> Iterator[Post]:
    """Yield what hands each message to `command`, which has `timeout` seconds for it.

    A message that it took is sent as far as anyone can know here.
    """
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), *_BESIDE])
    found = shutil.which(command, path=path) or command

    def post(envelope: Envelope, commit: Commit) -> Reply:
        words = [found, *COMMAND[1:], envelope.sender, "--", envelope.recipient]
        try:
            process = subprocess.Popen(
                words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
        except OSError as error:
            raise UnreachableError(
                f"{command}: expected a program to hand mail to, found: {error.strerror}", True
            ) from error
        with process:
            return _handed(process, envelope, commit, timeout)

    yield post


def _handed(
    process: "subprocess.Popen[bytes]", envelope: Envelope, commit: Commit, timeout: float
) -> Reply:
    """Give the message; the end of the input, which nothing can take back, comes after `commit`."""
    assert process.stdin
    try:
        with suppress(BrokenPipeError):  # it has read enough; its exit code says for what
            process.stdin.write(envelope.message.replace(b"\r\n", b"\n"))
            process.stdin.flush()
        commit()
        _, words = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        return Reply(Verdict.UNANSWERED, f"not done after {timeout:g} seconds")
    except BaseException:
        process.kill()  # before its input ends
        raise
    return _reply(process.returncode, printed(words))


def _reply(code: int, words: str) -> Reply:
    if code < 0:
        return Reply(Verdict.UNANSWERED, f"stopped by signal {-code} {words}")
    verdict = {0: Verdict.ACCEPTED, _TRY_LATER: Verdict.DEFERRED}.get(code, Verdict.REFUSED)
    return Reply(verdict, f"exit {code} {words}".strip())
