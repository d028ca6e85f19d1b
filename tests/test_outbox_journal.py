"""The journal keeps what was decided: through kills, full disks, two senders and damage."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import OutboxError
from briefgen.outbox import Choices, Entry, Journal, State, opened, plan, seen
from briefgen.outbox.entries import FOLLOWS

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
WEEK = "2026-W47"
CHECKOUT = Path(__file__).resolve().parent.parent


def noon() -> datetime:
    return NOON


def entry(state: State, edition: str = "e1", recipient: str = "ana@example.org") -> Entry:
    return Entry(WEEK, recipient, edition, False, state, 1, NOON, NOON, "451 later")


def begun(path: Path, states: Sequence[State] = ()) -> None:
    """Make a journal with a message in each of the states."""
    ways = {
        State.QUEUED: (),
        State.DATA: (State.DATA,),
        State.SENT: (State.DATA, State.SENT),
        State.FAILED: (State.FAILED,),
        State.UNKNOWN: (State.DATA, State.UNKNOWN),
    }
    with opened(path, noon) as journal:
        keys = [(WEEK, f"{number}@example.org", "e1", False) for number in range(len(states))]
        for one, state in zip(journal.add(keys), states, strict=True):
            for step in ways[state]:
                one = journal.move(one, step, f"to {step}")


# --- who gets it -------------------------------------------------------------------------------

ALL = Choices(resend_unknown=True, retry_failed=True, correction=True)


@pytest.mark.parametrize(
    ("known", "choices", "sends", "decides"),
    [
        ([], Choices(), True, False),
        ([entry(State.QUEUED)], Choices(), True, False),
        ([entry(State.DATA)], ALL, False, False),
        ([entry(State.SENT)], ALL, False, False),
        ([entry(State.FAILED)], Choices(), False, False),
        ([entry(State.FAILED)], Choices(retry_failed=True), True, False),
        ([entry(State.UNKNOWN)], Choices(retry_failed=True, correction=True), False, True),
        ([entry(State.UNKNOWN)], Choices(resend_unknown=True), True, False),
        ([entry(State.SENT, "e0")], Choices(), False, True),
        ([entry(State.UNKNOWN, "e0")], Choices(resend_unknown=True), False, True),
        ([entry(State.SENT, "e0")], Choices(correction=True), True, False),
        ([entry(State.QUEUED, "e0")], Choices(), True, False),
        ([entry(State.FAILED, "e0")], Choices(), True, False),
        ([entry(State.SENT, "e0"), entry(State.SENT)], ALL, False, False),
    ],
)
def test_who_gets_it_is_decided_by_what_was_sent_before(
    known: list[Entry], choices: Choices, sends: bool, decides: bool
) -> None:
    [step] = plan(WEEK, "e1", ["ana@example.org"], known, choices).steps
    assert (step.send, step.decide) == (sends, decides)
    assert step.why


def test_a_correction_is_one_only_for_those_who_had_the_earlier_edition() -> None:
    known = [entry(State.SENT, "e0"), entry(State.FAILED, "e0", "ben@example.org")]
    people = ["ana@example.org", "ben@example.org", "cleo@example.org"]
    steps = plan(WEEK, "e1", people, known, Choices(correction=True)).steps
    assert [(step.address, step.correction) for step in steps] == [
        ("ben@example.org", False),
        ("cleo@example.org", False),
        ("ana@example.org", True),
    ]


def test_another_spelling_of_an_address_is_the_same_recipient() -> None:
    people = ["Ana@Example.org", "ANA@example.org", "zoe\u0308@example.org", "zoë@example.org"]
    known = [entry(State.SENT)]
    steps = plan(WEEK, "e1", people, known).steps
    assert [(step.address, step.send) for step in steps] == [
        ("Ana@Example.org", False),
        ("zoe\u0308@example.org", True),
    ]


def test_what_was_queued_for_another_edition_or_for_no_reader_any_more_is_closed() -> None:
    left = entry(State.QUEUED, recipient="left@example.org")
    known = [entry(State.QUEUED, "e0"), entry(State.QUEUED), left]
    assert plan(WEEK, "e1", ["ana@example.org"], known).closing == (known[0], left)


# --- states ------------------------------------------------------------------------------------


def test_only_a_queued_message_can_be_under_way_and_sent_is_final() -> None:
    assert [state for state in State if State.DATA in FOLLOWS[state]] == [State.QUEUED]
    assert [state for state in State if State.SENT in FOLLOWS[state]] == [State.DATA]
    assert FOLLOWS[State.SENT] == frozenset()


def test_every_change_is_kept_with_its_time_and_words(tmp_path: Path) -> None:
    times = iter(NOON + timedelta(minutes=number) for number in range(9))
    with opened(tmp_path / "j", lambda: next(times)) as journal:
        [one] = journal.add([(WEEK, "ana@example.org", "e1", False)])
        one = journal.move(one, State.DATA)
        one = journal.move(one, State.QUEUED, "451 later", attempts=1)
        assert journal.changes(one) == (
            (State.QUEUED, NOON + timedelta(minutes=1), ""),
            (State.DATA, NOON + timedelta(minutes=2), ""),
            (State.QUEUED, NOON + timedelta(minutes=3), "451 later"),
        )
        assert journal.entries() == (one,)


def test_what_was_under_way_is_unknown_at_the_next_start_and_to_no_one_who_only_looks(
    tmp_path: Path,
) -> None:
    path = tmp_path / "j"
    begun(path, list(State))
    with seen(path, noon) as journal:
        assert [one.state for one in journal.entries()] == list(State)
    with opened(path, noon) as journal:
        states = [one.state for one in journal.entries()]
    assert states == [State.UNKNOWN if one is State.DATA else one for one in State]


def test_whoever_comes_second_comes_too_late(tmp_path: Path) -> None:
    """Even if two processes got past the lock, as on some network drives, only one sends."""
    path = tmp_path / "j"
    begun(path, [State.QUEUED])
    with seen(path, noon) as mine, seen(path, noon) as other:
        [one] = mine.entries()
        [same] = other.entries()
        mine.move(one, State.DATA)
        with pytest.raises(OutboxError, match="another process has changed it"):
            other.move(same, State.DATA)


def test_the_file_itself_refuses_to_unsend_or_forget(tmp_path: Path) -> None:
    path = tmp_path / "j"
    begun(path, [State.SENT])
    connection = sqlite3.connect(path)
    for command in ("UPDATE entry SET state = 'queued'", "DELETE FROM entry"):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(command)
    connection.close()


def test_every_change_is_on_the_disk_before_the_next_step(tmp_path: Path) -> None:
    with opened(tmp_path / "j", noon) as journal:
        settings = [
            journal.connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous")
        ]
    assert settings == ["delete", 3]  # 3 is EXTRA
    assert os.name != "posix" or (tmp_path / "j").stat().st_mode & 0o077 == 0


def test_a_full_disk_stops_before_the_message_leaves(tmp_path: Path) -> None:
    with opened(tmp_path / "j", noon) as journal:
        [one] = journal.add([(WEEK, "ana@example.org", "e1", False)])
        pages = journal.connection.execute("PRAGMA page_count").fetchone()[0]
        journal.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(OutboxError, match="full"):
            journal.add((WEEK, f"{'x' * 200}{number}", "e1", False) for number in range(200))
        assert journal.entries() == (one,)


# --- two senders -------------------------------------------------------------------------------

HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from briefgen.outbox import opened
with opened(Path(sys.argv[1]), lambda: datetime(2026, 11, 21, 12, tzinfo=UTC)):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_sender_says_who_has_the_lock_and_a_patient_one_waits(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdin and holder.stdout and holder.stdout.readline() == "held\n"
        with pytest.raises(OutboxError, match=rf"process {holder.pid} on .*since 2026-11-21T12:00"):
            opened(path, noon).__enter__()
        with seen(path, noon) as journal:
            assert journal.entries() == ()
        threading.Timer(0.2, holder.stdin.close).start()
        with opened(path, noon, 10) as journal:
            assert journal.entries() == ()


# --- a journal that cannot be trusted ----------------------------------------------------------


def test_a_missing_journal_is_begun_and_nothing_else_is(tmp_path: Path) -> None:
    with opened(tmp_path / "j", noon) as journal:
        assert journal.entries() == ()
    assert sorted(one.name for one in tmp_path.iterdir()) == [".j.lock", "j"]


def newer(path: Path) -> None:
    begun(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 2")
    connection.close()


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (it TEXT)")
    connection.close()


def cut(path: Path) -> None:
    begun(path, list(State))
    path.write_bytes(path.read_bytes()[:10_000])


def orphan(path: Path) -> None:
    path.with_name("j-journal").write_bytes(b"what is left of a transaction")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (newer, "form 2, of a newer briefgen"),
        (foreign, "a database of another program"),
        (cut, "malformed"),
        (lambda path: path.write_bytes(b""), "an empty file"),
        (lambda path: path.write_bytes(b"\0" * 5_000), "database"),
        (lambda path: path.write_text("not a database " * 100), "not a database"),
        (lambda path: path.mkdir(), "something else of that name"),
        (orphan, "j-journal, which belongs to it"),
    ],
    ids=["newer", "foreign", "cut", "empty", "zeros", "text", "folder", "orphan"],
)
def test_a_journal_that_cannot_be_trusted_is_an_error_and_stays_as_it_is(
    damage: object, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "j"
    damage(path)  # type: ignore[operator] # one of the functions above
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(OutboxError, match=f"(?s){said}.*nothing was sent"):
        opened(path, noon).__enter__()
    assert (path.read_bytes() if path.is_file() else None) == before


def record(journal: Journal) -> list[tuple[str, str, str, State]]:
    return [(one.issue, one.recipient, one.edition, one.state) for one in journal.entries()]


@given(data=st.data())
def test_no_flipped_bit_makes_a_message_look_unsent(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Damage is refused, or it fell where nothing of weight stands."""
    whole = _whole(tmp_path_factory)
    place = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    path = tmp_path_factory.mktemp("flipped") / "j"
    path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
    try:
        with seen(path, noon) as journal:
            found = record(journal)
    except OutboxError:
        return
    assert found == RECORDED


_WHOLE: list[bytes] = []
RECORDED: list[tuple[str, str, str, State]] = []


def _whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    if not _WHOLE:
        path = tmp_path_factory.mktemp("whole") / "j"
        begun(path, [State.SENT, State.QUEUED, State.FAILED, State.UNKNOWN])
        with seen(path, noon) as journal:
            RECORDED.extend(record(journal))
        _WHOLE.append(path.read_bytes())
    return _WHOLE[0]


# --- kills -------------------------------------------------------------------------------------


def test_a_sender_that_is_killed_again_and_again_sends_nothing_twice_and_loses_nothing() -> None:
    """The whole of it, 2,000 recipients and more than 100 kills, is a benchmark of that name."""
    script = CHECKOUT / "tests" / "benchmarks" / "kill_mailing.py"
    done = subprocess.run(
        [sys.executable, str(script), "16", "3"],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["kills"] == 3
    assert found["arrived twice"] == found["lost without being listed"] == 0
    assert found["sent"] + found.get("unknown", 0) == 16
