"""The index: whatever becomes of its file, a study is right, and the user is told."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.config import load
from briefgen.errors import BriefgenError
from briefgen.index import DamageError, Entry, Index, Kept, place_for, with_index
from briefgen.index.connection import MEMORY, connected
from briefgen.model import EVERYTHING, Settings
from briefgen.read import listing
from briefgen.study import Study, study

CHECKOUT = Path(__file__).resolve().parent.parent
STAMP = b"version 1"


def desk(folder: Path) -> Settings:
    configured = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
    (folder / "seeds").mkdir(parents=True)
    (folder / "briefgen.yaml").write_text(configured.replace("[md, html, pdf]", "[md]"), "utf-8")
    for number in range(8):
        said = f"The army says that fuel is short in Bamako since week {number}.\n\n" * 3
        (folder / "seeds" / f"{number}.txt").write_text(f"Week {number}\n\n{said}")
    return load(folder / "briefgen.yaml")


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return desk(tmp_path)


def studied(chosen: Settings) -> tuple[Study, list[str]]:
    warnings: list[str] = []
    return study(chosen, listing(chosen.sources), EVERYTHING, warnings.append), warnings


def entry(path: str, said: bytes = b"said", state: str = "1") -> Entry:
    return Entry(path, state, b"key" + said, said, (Kept(path, b"shingles", b"counts", b"body"),))


def paths(index: Index) -> list[str]:
    return [path for path, _ in index.files()]


# --- what is kept ------------------------------------------------------------------------------

PATHS = st.text(max_size=8)


@settings(max_examples=40)
@given(st.dictionaries(PATHS, st.binary(max_size=20), max_size=5), st.binary(max_size=5))
def test_what_was_put_in_comes_out_in_the_order_it_is_asked_for(
    given_: dict[str, bytes], answer: bytes
) -> None:
    with closing(connected(MEMORY)) as connection:
        index = Index(connection, 0)
        index.keep(entry(path, said) for path, said in given_.items())
        asked = sorted(given_, reverse=True)
        assert list(index.values(asked)) == [given_[path] for path in asked]
        assert list(index.bodies(asked)) == [b"body"] * len(asked)
        assert paths(index) == sorted(given_)
        index.keep_answer(b"asked", answer)
        assert (index.answer(b"asked"), index.answer(b"other")) == (answer, None)


@given(st.text(st.characters(categories=["Cs", "Ll"]), max_size=4))
def test_any_name_is_kept_whatever_the_locale(path: str) -> None:
    with closing(connected(MEMORY)) as connection:
        index = Index(connection, 0)
        index.keep([entry(path)])
        assert paths(index) == [path]


def test_of_what_fails_half_way_nothing_is_kept() -> None:
    def some() -> Iterator[Entry]:
        yield entry("a.txt")
        raise KeyboardInterrupt

    with closing(connected(MEMORY)) as connection:
        index = Index(connection, 0)
        index.keep([entry("a.txt", b"before")])
        with pytest.raises(KeyboardInterrupt):
            index.keep(some())
        assert list(index.values(["a.txt"])) == [b"before"]


@pytest.mark.parametrize("table", ["file", "shingles", "counts", "body"])
@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE {} SET value = x'00'",
        "UPDATE {} SET value = NULL",
        "UPDATE {} SET value = 7, checksum = NULL",
        "UPDATE {} SET checksum = checksum + 1",
        "UPDATE {} SET path = x'63' WHERE path = x'61'",
        "DELETE FROM {}",
    ],
)
def test_a_value_that_is_not_what_was_put_in_is_damage(table: str, harm: str) -> None:
    with closing(connected(MEMORY)) as connection:
        index = Index(connection, 0)
        index.keep([entry("a", b"one"), entry("b", b"other")])
        connection.execute(harm.format(table))
        ask = {
            "file": index.values,
            "shingles": index.shingles,
            "counts": index.counts,
            "body": index.bodies,
        }
        with pytest.raises(DamageError):
            list(ask[table](["a", "b"]))


def test_a_name_that_is_none_is_damage() -> None:
    with closing(connected(MEMORY)) as connection:
        index = Index(connection, 0)
        for name in (None, 7, "text", b"\xff"):
            connection.execute("DELETE FROM file")
            connection.execute("INSERT INTO file VALUES (?, '', x'', x'', 0)", (name,))
            with pytest.raises(DamageError):
                paths(index)


def test_what_another_version_made_is_forgotten(tmp_path: Path) -> None:
    place = place_for(tmp_path / "seeds")
    told: list[str] = []
    with_index(place, STAMP, lambda index: index.keep([entry("a.txt")]), told.append)
    assert with_index(place, STAMP, paths, told.append) == ["a.txt"]
    assert with_index(place, b"version 2", paths, told.append) == []
    assert with_index(place, STAMP, paths, told.append) == []
    assert not told


# --- one at a time -----------------------------------------------------------------------------

HOLDING = """
import sys, time
from pathlib import Path
from briefgen.index import with_index
def hold(index):
    print("held", flush=True)
    sys.stdin.readline()
with_index(Path(sys.argv[1]), b"version 1", hold, print)
"""


def other_build(place: Path) -> "subprocess.Popen[str]":
    """Return a process that has the index until it is told."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDING, place],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    return other


def test_a_second_build_waits_and_then_says_who_is_at_work(tmp_path: Path) -> None:
    place = place_for(tmp_path / "seeds")
    with other_build(place) as other:
        said = rf"only build .* another one \(process {other.pid}\) still at it after 0.1 seconds"
        with pytest.raises(BriefgenError, match=said):
            with_index(place, STAMP, paths, print, patience=0.1)
        place.with_suffix(".holder").write_bytes(b"\xff")
        with pytest.raises(BriefgenError, match="another one still at it"):
            with_index(place, STAMP, paths, print, patience=0.1)
        other.communicate("end")
        assert with_index(place, STAMP, paths, print, patience=20) == []


def test_whatever_the_work_raises_the_next_may_begin(tmp_path: Path) -> None:
    def work(index: Index) -> None:
        index.keep([entry("a.txt")])
        raise BriefgenError("no source to read")

    place = place_for(tmp_path / "seeds")
    for _ in range(2):
        with pytest.raises(BriefgenError, match="no source"):
            with_index(place, STAMP, work, print, patience=0.1)
    assert with_index(place, STAMP, paths, print, patience=0.1) == ["a.txt"]


def test_text_that_the_work_itself_cannot_read_is_no_damage(tmp_path: Path) -> None:
    def work(index: Index) -> str:
        index.keep([entry("a.txt")])
        return b"\xff".decode()

    place = place_for(tmp_path / "seeds")
    with pytest.raises(UnicodeDecodeError):
        with_index(place, STAMP, work, print)
    assert with_index(place, STAMP, paths, print) == ["a.txt"]


def test_a_schema_that_sqlite_cannot_even_quote_is_damage(tmp_path: Path) -> None:
    place = place_for(tmp_path / "seeds")
    told: list[str] = []
    with_index(place, STAMP, paths, told.append)
    named = place.read_bytes().replace(b"tablefilefile", b"table\xff\xfe\xfd\xfcfile")
    place.write_bytes(named.replace(b"CREATE TABLE file", b"CREATE TABBY file"))
    assert with_index(place, STAMP, paths, told.append) == []
    assert ["the index is damaged" in one for one in told] == [True]


def test_an_index_that_another_program_has_open_is_left_to_it(
    chosen: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, _ = studied(chosen)
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda place: real(place, timeout=0.05))
    with closing(real(place_for(chosen.sources))) as other:
        other.execute("BEGIN EXCLUSIVE")
        found, warnings = studied(chosen)
    assert found == expected
    assert "database is locked; working without one" in warnings[0]
    assert studied(chosen) == (expected, [])


# --- damage ------------------------------------------------------------------------------------


def aside(chosen: Settings) -> Path:
    place = place_for(chosen.sources)
    return place.with_name(f"{place.name}.damaged")


@pytest.mark.parametrize(
    "harm",
    [b"Not a database at all. " * 300, b"SQLite format 3\0", b"\0" * 8192, os.urandom(9000)],
    ids=["text", "a head alone", "zeros", "noise"],
)
def test_a_damaged_index_is_put_aside_and_made_anew_with_a_warning(
    harm: bytes, chosen: Settings
) -> None:
    expected, _ = studied(chosen)
    place = place_for(chosen.sources)
    place.write_bytes(harm)
    place.with_name(f"{place.name}-journal").write_bytes(b"left")
    found, warnings = studied(chosen)
    assert found == expected
    (said,) = warnings
    assert "the index is damaged" in said
    assert f"put aside as {aside(chosen).name}, and made anew" in said
    assert aside(chosen).read_bytes() == harm
    assert studied(chosen) == (expected, [])


def test_an_index_may_be_deleted_or_emptied_at_any_time(chosen: Settings) -> None:
    expected, _ = studied(chosen)
    place = place_for(chosen.sources)
    for harm in (place.unlink, lambda: place.write_bytes(b""), lambda: shutil.rmtree(place.parent)):
        harm()
        assert studied(chosen) == (expected, [])


def test_an_index_deleted_during_a_build_costs_a_warning(tmp_path: Path) -> None:
    place = place_for(tmp_path / "seeds")
    told: list[str] = []

    def work(index: Index) -> list[str]:
        place.unlink(missing_ok=True)
        index.keep([entry("a.txt")])
        return paths(index)

    assert with_index(place, STAMP, work, told.append) == ["a.txt"]
    assert len(told) <= 1
    assert with_index(place, STAMP, paths, told.append) == []


@pytest.fixture(scope="module")
def sound() -> Iterator[tuple[Settings, tuple[bytes, bytes], Study]]:
    """Return a project, its index with and without an answer, and what a study finds in it."""
    with TemporaryDirectory() as folder:
        chosen = desk(Path(folder) / "desk")
        expected, _ = studied(chosen)
        place = place_for(chosen.sources)
        answered = place.read_bytes()
        with closing(sqlite3.connect(place)) as connection:
            connection.execute("DELETE FROM answer")
            connection.execute("DELETE FROM file WHERE path = '0.txt'")
            connection.commit()
        yield chosen, (answered, place.read_bytes()), expected


Sound = tuple[Settings, tuple[bytes, bytes], Study]


def check(sound: Sound, harmed: bytes) -> None:
    chosen, _, expected = sound
    place_for(chosen.sources).write_bytes(harmed)
    for _ in range(2):
        found, warnings = studied(chosen)
        assert found == expected
        assert len(warnings) <= 1
    assert not any("damaged" in one for one in warnings)


WHICH = st.integers(0, 1)
ANYWHERE = st.integers(0, 2**24)


@settings(max_examples=20, derandomize=True)
@given(WHICH, st.lists(st.tuples(ANYWHERE, st.integers(0, 7)), min_size=1))
def test_bits_that_flip_are_noticed_or_change_nothing(
    sound: Sound, which: int, flips: list[tuple[int, int]]
) -> None:
    harmed = bytearray(sound[1][which])
    for at, bit in flips:
        harmed[at % len(harmed)] ^= 1 << bit
    check(sound, bytes(harmed))


@settings(max_examples=15, derandomize=True)
@given(WHICH, ANYWHERE)
def test_an_index_cut_off_anywhere_is_noticed_or_changes_nothing(
    sound: Sound, which: int, end: int
) -> None:
    whole = sound[1][which]
    check(sound, whole[: end % (len(whole) + 1)])


@settings(max_examples=15, derandomize=True)
@given(WHICH, ANYWHERE, ANYWHERE)
def test_pages_that_change_places_are_noticed_or_change_nothing(
    sound: Sound, which: int, one: int, other: int
) -> None:
    whole = sound[1][which]
    pages = [whole[start : start + 4096] for start in range(0, len(whole), 4096)]
    pages[one % len(pages)] = pages[other % len(pages)]
    check(sound, b"".join(pages))


# --- where no index can be kept ----------------------------------------------------------------


def folder_for_the_index(place: Path) -> None:
    place.mkdir(parents=True)


def folder_for_the_lock(place: Path) -> None:
    place.with_suffix(".lock").mkdir(parents=True)


def file_for_the_folder(place: Path) -> None:
    place.parent.write_text("in the way")


@pytest.mark.parametrize(
    "harm",
    [folder_for_the_index, folder_for_the_lock, file_for_the_folder],
    ids=lambda f: f.__name__,
)
def test_what_is_in_the_way_costs_a_warning(
    harm: Callable[[Path], None], chosen: Settings, tmp_path: Path
) -> None:
    harm(place_for(chosen.sources))
    found, warnings = studied(chosen)
    assert found == studied(desk_like(chosen, tmp_path / "other"))[0]
    (said,) = warnings
    assert said.startswith(f"{place_for(chosen.sources)}: expected to keep the index there, found")
    assert said.endswith("; working without one")


def desk_like(chosen: Settings, folder: Path) -> Settings:
    shutil.copytree(chosen.sources, folder / "seeds")
    shutil.copy(chosen.path, folder)
    return load(folder / "briefgen.yaml")


@contextmanager
def room_for(amount: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes."""
    import resource

    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (amount, most[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, most)


@pytest.mark.skipif(sys.platform == "win32", reason="the system knows no such limit")
@pytest.mark.parametrize("room", [0, 20_000])
def test_a_full_disk_costs_a_warning_and_loses_nothing(room: int, chosen: Settings) -> None:
    with room_for(room):
        found, warnings = studied(chosen)
    assert warnings[0].startswith(f"{place_for(chosen.sources)}: expected to keep the index there")
    assert warnings[0].endswith("working without one")
    assert studied(chosen) == (found, [])
    more = chosen.sources / "more.txt"
    more.write_text("The army says that fuel is short.\n")
    with room_for(room):
        assert more.name in {one.path for one in studied(chosen)[0][0].files}
    more.unlink()
    assert studied(chosen) == (found, [])


@pytest.mark.skipif(sys.platform == "win32", reason="the system knows no such limit")
def test_where_no_file_can_grow_at_all_the_index_is_in_memory(tmp_path: Path) -> None:
    """It is larger than what SQLite keeps of a file in memory, so a passing file would grow."""

    def work(index: Index) -> list[str]:
        index.keep(entry(f"{number:02}", os.urandom(2**20)) for number in range(20))
        return paths(index)

    told: list[str] = []
    with room_for(0):
        found = with_index(place_for(tmp_path / "seeds"), STAMP, work, told.append)
    assert found == [f"{number:02}" for number in range(20)]
    assert ["working without one" in one for one in told] == [True]


def test_a_disk_that_fills_up_half_way_costs_a_warning_and_loses_nothing(
    chosen: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, real = place_for(chosen.sources), sqlite3.connect

    def cramped(wanted: Path | str) -> sqlite3.Connection:
        connection = real(wanted)
        if wanted == place:
            connection.execute(f"PRAGMA max_page_count={room[-1]}")
        return connection

    expected, _ = studied(chosen)
    most = place.stat().st_size // 4096
    shutil.rmtree(place.parent)
    monkeypatch.setattr(sqlite3, "connect", cramped)
    room = list(range(most, 0, -3))
    while room[-1] < most:
        found, warnings = studied(chosen)
        assert found == expected
        assert "database or disk is full; working without one" in warnings[0]
        room.pop()
    assert studied(chosen) == (expected, [])


def test_a_damaged_index_on_a_full_disk_costs_two_warnings(
    chosen: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, _ = studied(chosen)
    place, real = place_for(chosen.sources), sqlite3.connect

    def cramped(wanted: Path | str) -> sqlite3.Connection:
        connection = real(wanted)
        if wanted == place and aside(chosen).exists():
            connection.execute("PRAGMA max_page_count=3")
        return connection

    monkeypatch.setattr(sqlite3, "connect", cramped)
    place.write_bytes(b"Not a database at all.")
    found, warnings = studied(chosen)
    assert found == expected
    assert [("is damaged" in one, "disk is full" in one) for one in warnings] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs root to leave it")
@pytest.mark.parametrize("harm", ["none yet", "sound", "damaged"])
def test_a_folder_that_may_not_be_written_costs_a_warning(
    harm: str, public: Path, nobody: Callable[[], AbstractContextManager[None]]
) -> None:
    chosen = desk(public / "desk")
    (expected, _), place = studied(chosen), place_for(chosen.sources)
    if harm == "none yet":
        shutil.rmtree(place.parent)
    else:
        place.with_suffix(".lock").chmod(0o666)
    if harm == "damaged":
        place.write_bytes(b"Not a database at all.")
    before = place.read_bytes() if place.exists() else b""
    with nobody():
        found, warnings = studied(chosen)
    assert found == expected
    assert all("working without one" in one for one in warnings)
    assert warnings or harm == "sound"
    assert (place.read_bytes() if place.exists() else b"") == before


# --- killed ------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked, so that many are killed")
def test_a_build_that_is_killed_leaves_everything_whole() -> None:
    done = subprocess.run(
        [sys.executable, CHECKOUT / "tests" / "benchmarks" / "index.py", "kill", "5", "4"],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["killed at work"] == 5
    assert found["index that does not open"] == found["issue not whole"] == 0
    assert found["next build other than a cold one"] == found["warnings"] == 0
