"""The index: what was made of each file of the corpus, and answers worked out before.

Each value has a checksum, over its table and name too, since a disk may rot where SQLite does not
look, and lead to another row.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from briefgen.index.connection import DamageError, legible

ANSWERS = 4
"""Answers kept; the oldest go."""

_AT_ONCE = 500
"""Rows asked for in one question."""

_OF_DOCUMENTS = ("shingles", "counts", "body")
"""The tables that have a row for each document."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one document: its shingles, and the counts and body of its sentences."""

    path: str
    shingles: bytes = field(repr=False)
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

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the key of every file, in the order of the paths."""
        rows = self._ask("SELECT path, key FROM file ORDER BY path LIMIT ?", _AT_ONCE)
        while rows:
            yield from ((_path(name), key) for name, key in rows)
            rest = "SELECT path, key FROM file WHERE path > ? ORDER BY path LIMIT ?"
            rows = self._ask(rest, rows[-1][0], _AT_ONCE)

    def states(self, paths: Iterable[str]) -> dict[str, tuple[str, bytes]]:
        """Return the state and the key of those of these files that are known, by path."""
        rows = self._rows("SELECT path, state, key FROM file", map(_name, paths))
        return {_path(name): (state, key) for name, state, key in rows}

    def values(self, paths: Iterable[str]) -> Iterator[bytes]:
        """Yield what is known of these files, in this order."""
        return self._sound("file", paths)

    def shingles(self, paths: Iterable[str]) -> Iterator[bytes]:
        """Yield the shingles of these documents, in this order."""
        return self._sound("shingles", paths)

    def counts(self, paths: Iterable[str]) -> Iterator[bytes]:
        """Yield the counts of these documents, in this order."""
        return self._sound("counts", paths)

    def bodies(self, paths: Iterable[str]) -> Iterator[bytes]:
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
                    self._put("shingles", (_name(one.path), file), one.shingles)
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
            for path, state in states:
                self._ask("UPDATE file SET state = ?2 WHERE path = ?1", _name(path), state)

    def answer(self, key: bytes) -> bytes | None:
        """Return the answer kept under `key`, if there is one."""
        rows = self._ask("SELECT value, checksum FROM answer WHERE key = ?", key)
        return _checked("answer", key, *rows[0]) if rows else None

    def keep_answer(self, key: bytes, value: bytes) -> None:
        """Keep an answer, and of the others the newest."""
        with self._connection:
            self._ask(
                "INSERT OR REPLACE INTO answer (key, value, checksum) VALUES (?, ?, ?)",
                *(key, value, _checksum("answer", key, value)),
            )
            self._ask(
                "DELETE FROM answer WHERE number NOT IN"
                " (SELECT number FROM answer ORDER BY number DESC LIMIT ?)",
                ANSWERS,
            )

    def stamped(self, stamp: bytes) -> bool:
        """Return whether everything in it was made by what has this `stamp`."""
        return self._ask("SELECT stamp FROM stamp") == [(stamp,)]

    def begin_anew(self, stamp: bytes) -> None:
        """Forget everything; what comes next is made by what has this `stamp`."""
        with self._connection:
            for table in ("file", *_OF_DOCUMENTS, "answer", "stamp"):
                self._ask(f"DELETE FROM {table}")
            self._ask("INSERT INTO stamp VALUES (?)", stamp)

    def _forget(self, path: str) -> None:
        self._ask("DELETE FROM file WHERE path = ?", _name(path))
        for table in _OF_DOCUMENTS:
            self._ask(f"DELETE FROM {table} WHERE file = ?", _name(path))

    def _put(self, table: str, known: tuple[bytes, *tuple[str | bytes, ...]], value: bytes) -> None:
        row = (*known, value, _checksum(table, known[0], value))
        self._ask(f"INSERT INTO {table} VALUES ({_marks(row)})", *row)

    def _sound(self, table: str, paths: Iterable[str]) -> Iterator[bytes]:
        rest = map(_name, paths)
        while some := list(islice(rest, _AT_ONCE)):
            found = self._rows(f"SELECT path, value, checksum FROM {table}", some)
            rows = {name: row for name, *row in found}
            for name in some:
                if name not in rows:
                    raise DamageError(f"{table} of {_path(name)}: found nothing")
                yield _checked(table, name, *rows[name])

    def _rows(self, question: str, names: Iterable[bytes]) -> list[Any]:
        some = list(names)
        return self._ask(f"{question} WHERE path IN ({_marks(some)})", *some)

    def _ask(self, question: str, *values: str | bytes | int) -> list[Any]:
        with legible():
            return self._connection.execute(question, values).fetchall()


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


def _marks(some: Sequence[object]) -> str:
    return ", ".join("?" * len(some))
