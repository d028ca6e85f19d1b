"""The connection to an index file, and what its damage looks like.

The rollback journal with `synchronous=EXTRA` keeps it whole through a kill or a power cut; the
write-ahead log has lost data in SQLite below 3.51.3.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSING = ""
"""The place of an index in a temporary file of SQLite's own, which goes when it is closed."""

MEMORY = ":memory:"
"""The place of an index that is in no file at all."""

Place = Path | str

_SETTINGS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA cache_size=-16384",
)

_TABLES = """
CREATE TABLE IF NOT EXISTS stamp (stamp BLOB);
CREATE TABLE IF NOT EXISTS file (
    path BLOB PRIMARY KEY, state TEXT, key BLOB, value BLOB, checksum INTEGER
);
CREATE TABLE IF NOT EXISTS shingles (
    path BLOB PRIMARY KEY, file BLOB, value BLOB, checksum INTEGER
);
CREATE TABLE IF NOT EXISTS counts (path BLOB PRIMARY KEY, file BLOB, value BLOB, checksum INTEGER);
CREATE TABLE IF NOT EXISTS body (path BLOB PRIMARY KEY, file BLOB, value BLOB, checksum INTEGER);
CREATE INDEX IF NOT EXISTS shingles_of ON shingles (file);
CREATE INDEX IF NOT EXISTS counts_of ON counts (file);
CREATE INDEX IF NOT EXISTS body_of ON body (file);
CREATE TABLE IF NOT EXISTS answer (
    number INTEGER PRIMARY KEY, key BLOB UNIQUE, value BLOB, checksum INTEGER
);
"""


class DamageError(Exception):
    """The index does not hold what was put into it."""


def connected(place: Place) -> sqlite3.Connection:
    """Return a connection to the index at `place`, whose tables are there."""
    connection = sqlite3.connect(place)
    try:
        with legible():
            for setting in _SETTINGS:
                connection.execute(setting)
            connection.executescript(_TABLES)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def legible() -> Iterator[None]:
    """Raise DamageError where SQLite, quoting from a damaged schema, says what is no text."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise DamageError(f"expected text in its schema, found {error.object[:40]!r}") from error
