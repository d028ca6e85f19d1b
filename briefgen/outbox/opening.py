"""Opening the journal: one writer at a time, and never a new one over a broken one."""

import os
import re
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from briefgen.disk import alone
from briefgen.errors import OutboxError
from briefgen.outbox.entries import Clock
from briefgen.outbox.journal import Journal

APPLICATION = 0x62677278
"""What SQLite's header says the file is (`bgrx`); another number is another program's file."""

VERSION = 1
"""The form of the journal that this briefgen writes."""

_UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What sqlite3 raises for a damaged file; the latter if its complaint quotes damaged bytes."""

_SCHEMA = Path(__file__).with_name("schema.sql")


@contextmanager
def opened(path: Path, clock: Clock, patience: float = 0) -> Iterator[Journal]:
    """Yield the journal at `path`, ours alone until the end; begin one if there is no file.

    What an earlier process left in `data` is unknown from here on. Raises OutboxError, which says
    who has the lock, if it is not ours within `patience` seconds; and if the file is damaged, not
    a journal, or of a newer briefgen: it is then left as it is.
    """
    lock = path.with_name(f".{path.name}.lock")
    with alone(lock, patience, partial(_refusal, path)):
        _expect_whole(path)
        if not path.exists():
            _begin(path)
        with closing(_connect(path)) as connection:
            _check(path, connection)
            _extend(path, connection)
            journal = Journal(str(path), connection, clock)
            journal.take(f"process {os.getpid()} on {socket.gethostname()}")
            yield journal


@contextmanager
def seen(path: Path, clock: Clock) -> Iterator[Journal]:
    """Yield the journal to look at, whoever has it; what is in `data` may be under way.

    Raises OutboxError as `opened` does, but never for the lock, and also if there is no file.
    """
    _expect_whole(path)
    if not path.exists():
        raise _broken(path, "no such file")
    with closing(_connect(path)) as connection:
        _check(path, connection)
        yield Journal(str(path), connection, clock)


def _refusal(path: Path) -> OutboxError:
    return OutboxError(
        f"{path}: expected to be the only one sending, found {_holder(path)} at it; nothing was"
        " sent by this call"
    )


def _holder(path: Path) -> str:
    """Return who sends now, as far as the journal can be read while they do."""
    with suppress(OutboxError, *_UNREADABLE), closing(_connect(path)) as connection:
        for process, since in connection.execute("SELECT process, since FROM holder"):
            return f"{process} (since {since})"
    return "another process"


def _expect_whole(path: Path) -> None:
    """Refuse what a journal that was there has left behind: SQLite would take it for new."""
    rollback = path.with_name(f"{path.name}-journal")
    if rollback.exists() and not path.exists():
        raise _broken(path, f"no such file, but {rollback.name}, which belongs to it")
    if path.exists() and not path.is_file():
        raise _broken(path, "something else of that name")
    if path.exists() and path.stat().st_size == 0:
        raise _broken(path, "an empty file")


def _begin(path: Path) -> None:
    """Make the journal beside its place and give it its name whole, or not at all."""
    staged = path.with_name(f".{path.name}.new")
    staged.unlink(missing_ok=True)
    with closing(_connect(staged)) as connection:
        connection.executescript(
            f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
            f"{_SCHEMA.read_text('utf-8')} COMMIT;"
        )
    staged.chmod(0o600)  # who receives the brief is no one else's business
    staged.rename(path)


def _connect(path: Path) -> sqlite3.Connection:
    """Open as safe as SQLite can be: all synced, no write-ahead log (a bug before 3.51.3)."""
    connection = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA fullfsync = ON")  # macOS keeps a sync in the drive without it
    except _UNREADABLE as error:
        connection.close()
        raise _broken(path, str(error)) from error
    return connection


def _check(path: Path, connection: sqlite3.Connection) -> None:
    try:
        [(application,)] = connection.execute("PRAGMA application_id")
        [(version,)] = connection.execute("PRAGMA user_version")
        problems = [one for (one,) in connection.execute("PRAGMA integrity_check")]
    except _UNREADABLE as error:
        raise _broken(path, str(error)) from error
    if application != APPLICATION:
        raise _broken(path, "a database of another program")
    if version > VERSION:
        raise _broken(path, f"form {version}, of a newer briefgen; this one knows form {VERSION}")
    if version < VERSION or problems != ["ok"]:
        raise _broken(path, f"form {version}, {problems[0]}")


def _extend(path: Path, connection: sqlite3.Connection) -> None:
    """Add the tables that a journal of an earlier briefgen lacks; none of the others changes."""
    statements = re.findall(r"CREATE TABLE IF NOT EXISTS .*?;", _SCHEMA.read_text("utf-8"), re.S)
    try:
        for statement in statements:
            connection.execute(statement)
    except _UNREADABLE as error:
        raise OutboxError(f"{path}: cannot be written: {error}; nothing was sent") from error


def _broken(path: Path, found: str) -> OutboxError:
    return OutboxError(
        f"{path}: expected the journal of what was sent, found: {found}; nothing was sent, and the"
        " file is as it was. Without it nobody knows who has which issue: bring back a copy, or, if"
        " there is none, move it away and begin with `briefgen send --dry-run`"
    )
