"""The journal: every message's state, each change on disk before the next step is taken."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from briefgen.errors import OutboxError
from briefgen.outbox.entries import FOLLOWS, Approval, Clock, Entry, Settled, State

_COLUMNS = "issue, recipient, edition, correction, state, attempts, changed, due, words"
_KEY = "issue = ? AND recipient = ? AND edition = ?"


@dataclass(frozen=True, slots=True)
class Journal:
    """An open journal; `path` is for errors, `clock` dates what is written.

    Every method raises OutboxError if the disk does not take or give what it should; what was
    written before then stays as it was.
    """

    path: str
    connection: sqlite3.Connection
    clock: Clock

    def entries(self, issue: str = "") -> tuple[Entry, ...]:
        """Return the entries of an issue, or of all issues, in the order they were made."""
        query = f"SELECT {_COLUMNS} FROM entry WHERE ? IN ('', issue) ORDER BY rowid"
        with _told(self.path):
            return tuple(_entry(row) for row in self._rows(query, issue))

    def edition(self, issue: str, edition: str, *states: State) -> tuple[Entry, ...]:
        """Return the entries of one edition, only those in one of `states` if any is named."""
        found = (entry for entry in self.entries(issue) if entry.edition == edition)
        return tuple(entry for entry in found if not states or entry.state in states)

    def changes(self, entry: Entry) -> tuple[tuple[State, datetime, str], ...]:
        """Return each state an entry was in, since when, and the words that came with it."""
        query = f"SELECT state, at, words FROM change WHERE {_KEY} ORDER BY rowid"
        rows = self._rows(query, entry.issue, entry.recipient, entry.edition)
        return tuple((State(state), _time(at), words) for state, at, words in rows)

    def add(self, keys: Iterable[tuple[str, str, str, bool]]) -> tuple[Entry, ...]:
        """Queue new messages, all or none, by issue, recipient, edition and correction."""
        now = self._now()
        added = tuple(Entry(*key, State.QUEUED, 0, now, now, "") for key in keys)
        with self._transaction():
            for entry in added:
                marks = ", ".join("?" * len(_row(entry)))
                self.connection.execute(f"INSERT INTO entry VALUES ({marks})", _row(entry))
                self._record(entry)
        return added

    def move(
        self,
        entry: Entry,
        to: State,
        words: str = "",
        attempts: int | None = None,
        due: datetime | None = None,
    ) -> Entry:
        """Change the state of `entry`, and its attempts if given, and return it as it is now.

        Raises OutboxError unless the journal still has it as it is given: whoever comes second,
        comes too late.
        """
        assert to in FOLLOWS[entry.state], f"{entry.state} -> {to}"
        now = self._now()
        count = entry.attempts if attempts is None else attempts
        moved = Entry(*_identity(entry), to, count, now, due or now, words)
        with self._transaction():
            self._replace(entry, moved)
            self._record(moved)
        return moved

    def approve(self, issue: str, edition: str, who: str) -> Approval:
        """Record that `who` lets an edition go out, and return it; the first approval stands."""
        with self._transaction():
            self.connection.execute(
                "INSERT OR IGNORE INTO approval VALUES (?, ?, ?, ?)",
                (issue, edition, who, _text(self._now())),
            )
        return next(one for one in self.approvals() if (one.issue, one.edition) == (issue, edition))

    def approvals(self) -> tuple[Approval, ...]:
        """Return what was approved, in the order it was."""
        rows = self._rows("SELECT issue, edition, who, at FROM approval ORDER BY rowid")
        return tuple(Approval(issue, edition, who, _time(at)) for issue, edition, who, at in rows)

    def settle(self, recipient: str, why: str, who: str) -> Settled:
        """Record that nothing more goes to an address, and return it; the last word stands."""
        decision = Settled(recipient, why, who, self._now())
        with self._transaction():
            self.connection.execute(
                "INSERT OR REPLACE INTO settled VALUES (?, ?, ?, ?)",
                (recipient, why, who, _text(decision.at)),
            )
        return decision

    def unsettle(self, recipient: str) -> None:
        """Forget that an address was settled."""
        with self._transaction():
            self.connection.execute("DELETE FROM settled WHERE recipient = ?", (recipient,))

    def settled(self) -> dict[str, Settled]:
        """Return the settled addresses by name; a journal of an older briefgen has none."""
        if not self._has_table("settled"):
            return {}
        rows = self._rows("SELECT recipient, why, who, at FROM settled ORDER BY recipient")
        return {row[0]: Settled(row[0], row[1], row[2], _time(row[3])) for row in rows}

    def keep_sentences(self, issue: str, edition: str, sentences: Sequence[str]) -> None:
        """Keep what an edition quotes, to tell by what a later one differs from it."""
        with self._transaction():
            self.connection.execute(
                "INSERT OR IGNORE INTO quoted VALUES (?, ?, ?)",
                (issue, edition, json.dumps(list(sentences))),
            )

    def sentences(self, issue: str, edition: str) -> tuple[str, ...] | None:
        """Return what an edition quotes; None if it went out before that was kept."""
        query = "SELECT sentences FROM quoted WHERE issue = ? AND edition = ?"
        for (written,) in self._rows(query, issue, edition):
            return tuple(json.loads(written))
        return None

    def _has_table(self, name: str) -> bool:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?"
        return bool(self._rows(query, name))

    def take(self, process: str) -> None:
        """Write down who has the lock, and give up as unknown what another left in `data`."""
        with self._transaction():
            self.connection.execute("DELETE FROM holder")
            values = process, _text(self._now())
            self.connection.execute("INSERT INTO holder VALUES (?, ?)", values)
        for entry in self.entries():
            if entry.state is State.DATA:
                self.move(entry, State.UNKNOWN, "the sender was stopped before the server's answer")

    def _replace(self, entry: Entry, moved: Entry) -> None:
        changed = self.connection.execute(
            "UPDATE entry SET state = ?, attempts = ?, changed = ?, due = ?, words = ?"
            f" WHERE {_KEY} AND state = ? AND attempts = ?",
            (*_row(moved)[4:], *_row(entry)[:3], entry.state, entry.attempts),
        )
        if changed.rowcount != 1:
            raise OutboxError(
                f"{self.path}: expected {entry.recipient} as {entry.state}, found that another"
                " process has changed it; nothing was sent"
            )

    def _record(self, entry: Entry) -> None:
        self.connection.execute(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)",
            (*_row(entry)[:3], entry.state, _text(entry.changed), entry.words),
        )

    def _now(self) -> datetime:
        return self.clock().astimezone(UTC).replace(microsecond=0)

    def _rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        with _told(self.path):
            return self.connection.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Write all or nothing; once it ends, it is on the disk."""
        with _told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk rolls back by itself
                    self.connection.execute("ROLLBACK")
                raise


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, ValueError) as error:  # the latter for a damaged time or state
        raise OutboxError(f"{path}: expected to read and write it, found: {error}") from error


def _identity(entry: Entry) -> tuple[str, str, str, bool]:
    return entry.issue, entry.recipient, entry.edition, entry.correction


def _row(entry: Entry) -> tuple[str | int, ...]:
    times = _text(entry.changed), _text(entry.due)
    return *_identity(entry), entry.state, entry.attempts, *times, entry.words


def _entry(row: tuple[str, ...]) -> Entry:
    issue, recipient, edition, correction, state, attempts, changed, due, words = row
    return Entry(
        issue,
        recipient,
        edition,
        bool(correction),
        State(state),
        int(attempts),
        _time(changed),
        _time(due),
        words,
    )


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat()


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
