"""The index file: what was made of each file of the corpus, and answers worked out before.

The rollback journal with `synchronous=EXTRA` keeps it whole through a kill or a power cut; the
write-ahead log has lost data in SQLite below 3.51.3. Each value has a checksum besides, over its
table and name too, since a disk may rot where SQLite does not look, and lead to another row.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

ANSWERS = 4
"""Answers kept; the oldest go."""

_AT_ONCE = 500
"""Rows asked for in one question."""

_SETTINGS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA cache_size=-65536",
)

_TABLES = """
CREATE TABLE IF NOT EXISTS stamp (stamp BLOB);
CREATE TABLE IF NOT EXISTS file (
    path BLOB PRIMARY KEY, state TEXT, key BLOB, value BLOB, checksum INTEGER
);
CREATE TABLE IF NOT EXISTS counts (path BLOB PRIMARY KEY, file BLOB, value BLOB, checksum INTEGER);
CREATE TABLE IF NOT EXISTS body (path BLOB PRIMARY KEY, file BLOB, value BLOB, checksum INTEGER);
CREATE INDEX IF NOT EXISTS counts_of ON counts (file);
CREATE INDEX IF NOT EXISTS body_of ON body (file);
CREATE TABLE IF NOT EXISTS answer (
    number INTEGER PRIMARY KEY, key BLOB UNIQUE, value BLOB, checksum INTEGER
);
"""


class DamageError(Exception):
    """The index does not hold what was put into it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one document that has a sentence: its counts, its body."""

    path: str
    counts: bytes = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one file.

    `state` is what the file system says of it, `key` the hash of all that its `value`, and its
    `documents`, were made of.
    """

    path: str
    state: str
    key: bytes
    value: bytes = field(repr=False)
    documents: tuple[Kept, ...] = field(repr=False, default=())


class Index:
    """An open index; `sqlite3.Error` and `DamageError` tell that it can be used no more."""

    def __init__(self, connection: sqlite3.Connection, opened: int) -> None:
        """Ask and tell through `connection`, whose tables are there.

        `opened` is when, by the file system's clock, in nanoseconds.
        """
        self._connection = connection
        self.opened = opened

    def states(self) -> dict[str, tuple[str, bytes]]:
        """Return the state and the key of every file, by its path."""
        rows = self._connection.execute("SELECT path, state, key FROM file")
        return {_path(name): (state, key) for name, state, key in rows}

    def values(self, paths: Sequence[str]) -> Iterator[bytes]:
        """Yield what is known of these files, in this order."""
        return self._sound("file", paths)

    def counts(self, paths: Sequence[str]) -> Iterator[bytes]:
        """Yield the counts of these documents, in this order."""
        return self._sound("counts", paths)

    def bodies(self, paths: Sequence[str]) -> Iterator[bytes]:
        """Yield the bodies of these documents, in this order."""
        return self._sound("body", paths)

    def keep(self, entries: Iterable[Entry]) -> None:
        """Keep all of the `entries`, or, if anything fails, none."""
        with self._connection:
            for entry in entries:
                self._forget(entry.path)
                file = _name(entry.path)
                self._put("file", (file, entry.state, entry.key), entry.value)
                for one in entry.documents:
                    self._put("counts", (_name(one.path), file), one.counts)
                    self._put("body", (_name(one.path), file), one.body)

    def forget(self, paths: Iterable[str]) -> None:
        """Forget these files and their documents."""
        with self._connection:
            for path in paths:
                self._forget(path)

    def restate(self, states: Iterable[tuple[str, str]]) -> None:
        """Keep the new state of files, given by path, whose content is as it was."""
        with self._connection:
            self._connection.executemany(
                "UPDATE file SET state = ?2 WHERE path = ?1",
                [(_name(path), state) for path, state in states],
            )

    def answer(self, key: bytes) -> bytes | None:
        """Return the answer kept under `key`, if there is one."""
        row = self._connection.execute(
            "SELECT value, checksum FROM answer WHERE key = ?", (key,)
        ).fetchone()
        return _checked("answer", key, *row) if row else None

    def keep_answer(self, key: bytes, value: bytes) -> None:
        """Keep an answer, and of the others the newest."""
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO answer (key, value, checksum) VALUES (?, ?, ?)",
                (key, value, _checksum("answer", key, value)),
            )
            self._connection.execute(
                "DELETE FROM answer WHERE number NOT IN"
                " (SELECT number FROM answer ORDER BY number DESC LIMIT ?)",
                (ANSWERS,),
            )

    def stamped(self, stamp: bytes) -> bool:
        """Return whether everything in it was made by what has this `stamp`."""
        row = self._connection.execute("SELECT stamp FROM stamp").fetchone()
        return bool(row == (stamp,))

    def begin_anew(self, stamp: bytes) -> None:
        """Forget everything; what comes next is made by what has this `stamp`."""
        with self._connection:
            for table in ("file", "counts", "body", "answer", "stamp"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("INSERT INTO stamp VALUES (?)", (stamp,))

    def _forget(self, path: str) -> None:
        file = (_name(path),)
        self._connection.execute("DELETE FROM file WHERE path = ?", file)
        self._connection.execute("DELETE FROM counts WHERE file = ?", file)
        self._connection.execute("DELETE FROM body WHERE file = ?", file)

    def _put(self, table: str, known: tuple[bytes, *tuple[str | bytes, ...]], value: bytes) -> None:
        row = (*known, value, _checksum(table, known[0], value))
        marks = ", ".join("?" * len(row))
        self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)

    def _sound(self, table: str, paths: Sequence[str]) -> Iterator[bytes]:
        rest = map(_name, paths)
        while some := list(islice(rest, _AT_ONCE)):
            question = f"SELECT path, value, checksum FROM {table} WHERE path IN ({_marks(some)})"
            rows = {name: row for name, *row in self._connection.execute(question, some)}
            for name in some:
                if name not in rows:
                    raise DamageError(f"{table} of {_path(name)}: found nothing")
                yield _checked(table, name, *rows[name])


def connected(place: Path | None) -> sqlite3.Connection:
    """Return a connection to the index at `place`, whose tables are there; None is in memory."""
    connection = sqlite3.connect(place or ":memory:")
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.executescript(_TABLES)
    except BaseException:
        connection.close()
        raise
    return connection


def _name(path: str) -> bytes:
    """Return how a path is kept, which must not hang on the locale as `os.fsencode` does."""
    return path.encode("utf-8", "surrogatepass")


def _path(name: object) -> str:
    try:
        return bytes.decode(name, "utf-8", "surrogatepass")  # type: ignore[arg-type]
    except (TypeError, UnicodeDecodeError) as error:
        raise DamageError(f"expected the path of a file, found {name!r}") from error


def _checksum(table: str, name: bytes, value: bytes) -> int:
    return zlib.crc32(value, zlib.crc32(name, zlib.crc32(table.encode())))


def _checked(table: str, name: bytes, value: object, checksum: object) -> bytes:
    if not isinstance(value, bytes) or _checksum(table, name, value) != checksum:
        raise DamageError(f"expected what has checksum {checksum}, found something else")
    return value


def _marks(some: Sequence[bytes]) -> str:
    return ", ".join("?" * len(some))
