"""Envelopes -> files: one .eml for each, or a Maildir. Nothing leaves the machine."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from mailbox import Maildir
from pathlib import Path

from briefgen.disk import replacing, synced
from briefgen.errors import OutboxError
from briefgen.model.mail import Envelope
from briefgen.outbox.entries import known_as
from briefgen.outbox.posting import Commit, Post, Reply, Verdict


@contextmanager
def eml_folder(folder: Path) -> Iterator[Post]:
    """Yield what writes each message as a file named for issue and recipient, in place of an older.

    Raises OutboxError, which names the file, if one cannot be written.
    """
    _make(folder)

    def post(envelope: Envelope, commit: Commit) -> Reply:
        return _put(envelope, commit, folder / file_name(envelope))

    yield post


@contextmanager
def maildir(folder: Path) -> Iterator[Post]:
    """Yield what delivers each message into a Maildir, which is made if need be.

    What a recipient gets of an edition is delivered once, though it be read and moved meanwhile.
    Raises OutboxError, which names the file, if one cannot be written.
    """
    _make(folder.parent)
    try:
        Maildir(folder, create=True).close()
    except OSError as error:
        raise _unwritten(folder, error) from error

    def post(envelope: Envelope, commit: Commit) -> Reply:
        told = f"{envelope.issue} {envelope.edition} {known_as(envelope.recipient)}"
        name = f"{hashlib.sha256(told.encode()).hexdigest()}.briefgen"
        for there in sorted(folder.glob(f"*/{name}*")):
            if there.parent.name != "tmp":
                return Reply(Verdict.ACCEPTED, f"already there as {there}")
        return _put(envelope, commit, folder / "new" / name, folder / "tmp" / name)

    yield post


def file_name(envelope: Envelope) -> str:
    """Return a name for a message that any system takes, another one for each recipient."""
    readable = re.sub(r"[^A-Za-z0-9.@+-]", "_", envelope.recipient)[:100]
    exact = hashlib.sha256(known_as(envelope.recipient).encode()).hexdigest()[:8]
    return f"{envelope.issue}-{readable}-{exact}.eml"


def _put(envelope: Envelope, commit: Commit, place: Path, staged: Path | None = None) -> Reply:
    try:
        with replacing(place, staged) as written:
            written.write_bytes(envelope.message)
            synced(written)
            commit()
    except OSError as error:
        raise _unwritten(place, error) from error
    return Reply(Verdict.ACCEPTED, str(place))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritten(folder, error) from error


def _unwritten(place: Path, error: OSError) -> OutboxError:
    return OutboxError(f"{error.filename or place}: expected to write it, found: {error.strerror}")
