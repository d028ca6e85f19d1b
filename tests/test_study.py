"""Regenerating: what is recalled is what would be made anew, and what is unchanged is not read."""

import importlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.config import load
from briefgen.errors import BriefgenError
from briefgen.index import Index, place_for, store
from briefgen.index.connection import connected
from briefgen.model import (
    EVERYTHING,
    Card,
    Coverage,
    Keyword,
    Metadata,
    Outcome,
    Sentence,
    Settings,
    Source,
    Window,
)
from briefgen.pipeline import build
from briefgen.read import listing, text
from briefgen.salience import Tally, packed, tally, unpacked
from briefgen.split import split
from briefgen.study import Study, catalogue, sentences, study

CHECKOUT = Path(__file__).resolve().parent.parent
REFRESH: Any = importlib.import_module("briefgen.study.refresh")

WORDS = (
    "Fuel is short in Bamako, and the army says that convoys will come.",
    "Russian mercenaries guard the mines near Kayes, Moscow confirmed.",
    "Schools stay closed for a third week.",
    "Drivers there waited for days to buy petrol, and the road from Dakar is closed.",
    "Turkey sells drones to the junta, as the minister told the paper on Monday.",
)


def desk(folder: Path) -> Settings:
    """Return the settings of a project with three short texts that is quickly built."""
    configured = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
    (folder / "seeds").mkdir(parents=True)
    (folder / "briefgen.yaml").write_text(configured.replace("[md, html, pdf]", "[md]"), "utf-8")
    for number, name in enumerate(("a.txt", "b.txt", "sub/c.md")):
        write(folder / "seeds" / name, number)
    return load(folder / "briefgen.yaml")


def everything(chosen: Settings, told: list[str]) -> tuple[tuple[Card, ...], tuple[Sentence, ...]]:
    """Return the cards and the sentences of all texts; what is wrong is added to `told`."""
    known = listing(chosen.sources)
    found = catalogue(chosen.sources, known, told.append)
    return found, sentences(chosen.sources, known, told.append)


def write(place: Path, number: int) -> None:
    place.parent.mkdir(exist_ok=True)
    said = [WORDS[(number + step) % len(WORDS)] for step in range(1 + number % 4)]
    place.write_text(f"Report {number}\n\n" + "\n\n".join(said) + "\n", "utf-8")


def outcome(chosen: Settings, coverage: Coverage = EVERYTHING) -> tuple[Study | str, list[str]]:
    """Return what is found, or why there is nothing, and the warnings."""
    warnings: list[str] = []
    try:
        return study(chosen, listing(chosen.sources), coverage, warnings.append), warnings
    except BriefgenError as error:
        return str(error), warnings


def cold(chosen: Settings, coverage: Coverage = EVERYTHING) -> Study | str:
    """Return what is found without the index, which is left as it is."""
    beside, aside = chosen.sources.parent / ".briefgen", chosen.sources.parent / ".aside"
    if beside.exists():
        beside.rename(aside)
    found, warnings = outcome(chosen, coverage)
    assert not warnings
    shutil.rmtree(beside, ignore_errors=True)  # there is none if the corpus was refused
    if aside.exists():
        aside.rename(beside)
    return found


@contextmanager
def clock_of(milliseconds: int) -> Iterator[Callable[[], None]]:
    """Let the file system's clock tick so slowly, and return what waits for it."""
    kept = REFRESH.TICK
    REFRESH.TICK = milliseconds * 1_000_000
    yield lambda: time.sleep(milliseconds * 1.2 / 1000)
    REFRESH.TICK = kept


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return desk(tmp_path)


@pytest.fixture
def wait() -> Iterator[Callable[[], None]]:
    with clock_of(25) as wait:
        yield wait


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of the files that are parsed from now on."""
    return _noting("judge", monkeypatch)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of the files that are hashed from now on."""
    return _noting("digest", monkeypatch)


def _noting(name: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    noted: list[str] = []
    real = getattr(REFRESH, name)

    def noting(sources: Path, path: str, *rest: Any) -> Any:
        noted.append(path)
        return real(sources, path, *rest)

    monkeypatch.setattr(REFRESH, name, noting)
    return noted


# --- the same as made anew ---------------------------------------------------------------------

NAMES = ("a.txt", "b.txt", "sub/c.md", "sub/d.txt", "ünï.txt", "e.nonsense", "line\nbreak.txt")

EDIT = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.integers(0, 19)),
    st.tuples(st.just("delete"), st.sampled_from(NAMES), st.just(0)),
    st.tuples(st.just("touch"), st.sampled_from(NAMES), st.just(0)),
    st.tuples(st.just("rename"), st.sampled_from(NAMES), st.integers(0, len(NAMES) - 1)),
    st.tuples(st.just("link"), st.sampled_from(NAMES), st.integers(0, len(NAMES) - 1)),
    st.tuples(st.just("same size, same day"), st.sampled_from(NAMES), st.just(0)),
    st.tuples(st.just("list"), st.sampled_from(NAMES[:4]), st.integers(0, 5)),
    st.tuples(st.just("forget"), st.just(""), st.just(0)),
    st.tuples(st.just("wait"), st.just(""), st.just(0)),
)


def edit(sources: Path, kind: str, name: str, number: int) -> None:
    place = sources / name
    if kind == "write":
        place.unlink(missing_ok=True)
        write(place, number)
    elif kind == "list":
        entry = f"{name}:\n  publisher: Outlet {number}\n  published: 2025-11-0{number + 1}\n"
        (sources / "sources.yaml").write_text(entry if place.is_file() else "")
    elif kind == "forget":
        shutil.rmtree(sources.parent / ".briefgen", ignore_errors=True)
    elif place.is_file():
        change(place, kind, sources / NAMES[number])


def change(place: Path, kind: str, other: Path) -> None:
    if kind == "delete":
        place.unlink()
    elif kind == "touch":
        os.utime(place)
    elif kind == "rename":
        place.rename(other)
    elif kind == "link" and place != other:
        other.unlink(missing_ok=True)
        other.symlink_to(place)
    elif kind == "same size, same day":
        before = place.stat()
        place.write_text(place.read_text("utf-8").swapcase(), "utf-8")
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))


@settings(max_examples=10)
@given(st.lists(EDIT, max_size=10))
@example([("list", "a.txt", 0), ("delete", "a.txt", 0)])
def test_after_any_edits_the_study_is_that_of_a_fresh_index(
    edits: list[tuple[str, str, int]],
) -> None:
    with TemporaryDirectory() as folder, clock_of(12) as wait:
        chosen = desk(Path(folder) / "desk")
        for kind, name, number in [*edits, ("wait", "", 0), ("wait", "", 0)]:
            if kind == "wait":
                wait()
            edit(chosen.sources, kind, name, number)
            found, warnings = outcome(chosen)
            assert not warnings
        assert found == cold(chosen)


def test_a_brief_from_the_index_is_that_of_a_cold_build_to_the_byte(chosen: Settings) -> None:
    day = date(2025, 12, 1)
    build(chosen, day)
    write(chosen.sources / "new.txt", 3)
    (chosen.sources / "a.txt").unlink()
    first, second = build(chosen, day), build(chosen, day)
    shutil.rmtree(chosen.sources.parent / ".briefgen")
    assert first == second == build(chosen, day)


def test_sentences_and_cards_are_recalled_as_they_were(chosen: Settings) -> None:
    told: list[str] = []
    first = everything(chosen, told)
    again = everything(chosen, told)
    assert again == first
    assert {one.document for one in again[1]} == {"a.txt", "b.txt", "sub/c.md"}
    assert not told


# --- what is read ------------------------------------------------------------------------------


def test_what_is_unchanged_is_not_even_opened(
    chosen: Settings, wait: Callable[[], None], parsed: list[str], opened: list[str]
) -> None:
    wait()
    outcome(chosen)
    assert sorted(parsed) == sorted(opened) == ["a.txt", "b.txt", "sub/c.md"]
    del parsed[:], opened[:]
    wait()
    write(chosen.sources / "new.txt", 2)
    found, _ = outcome(chosen)
    assert parsed == opened == ["new.txt"]
    assert found == cold(chosen)


def test_a_touched_file_is_opened_and_not_parsed(
    chosen: Settings, wait: Callable[[], None], parsed: list[str], opened: list[str]
) -> None:
    wait()
    outcome(chosen)
    os.utime(chosen.sources / "a.txt")
    del parsed[:], opened[:]
    wait()
    outcome(chosen)
    outcome(chosen)
    assert (parsed, opened) == ([], ["a.txt"])


def test_what_sources_yaml_says_of_a_file_is_read_into_that_file_alone(
    chosen: Settings, wait: Callable[[], None], parsed: list[str]
) -> None:
    wait()
    outcome(chosen)
    del parsed[:]
    (chosen.sources / "sources.yaml").write_text("a.txt: {publisher: The Outlet}\n")
    found, _ = outcome(chosen)
    assert parsed == ["a.txt"]
    assert not isinstance(found, str)
    assert found[0].profiles
    assert found[0].profiles[0].metadata.publisher == "The Outlet"


def test_what_a_pattern_says_is_read_into_the_files_it_matches_alone(
    chosen: Settings, wait: Callable[[], None], parsed: list[str]
) -> None:
    wait()
    outcome(chosen)
    for said, changed in (
        ('"*.txt": {publisher: The Outlet}\n', ["a.txt", "b.txt"]),
        ('"*.txt": {publisher: The Outlet, weight: 2, lead: no}\n', []),
        ('"*.txt": {publisher: The Outlet}\nb.txt: {publisher: Its Own}\n', ["b.txt"]),
        ('"**": {publisher: The Outlet}\n', ["b.txt", "sub/c.md"]),
        ('"*.txt": {publisher: The Outlet}\n"gone/**": {publisher: X}\n', ["sub/c.md"]),
    ):
        del parsed[:]
        (chosen.sources / "sources.yaml").write_text(said)
        wait()
        found, warnings = outcome(chosen)
        assert (parsed, warnings) == (changed, [])
        assert found == cold(chosen)


def test_a_change_within_the_tick_of_the_clock_is_noticed(chosen: Settings) -> None:
    place = chosen.sources / "a.txt"
    was = place.stat()
    outcome(chosen)
    place.write_text(place.read_text().replace("Bamako", "Conakry"[:6]))
    os.utime(place, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert outcome(chosen)[0] == cold(chosen)


def test_a_file_that_changes_while_it_is_read_is_read_again(
    chosen: Settings, wait: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between its hash and its reading it is another; then it is what it was."""
    place, real = chosen.sources / "a.txt", REFRESH.judge
    before = place.read_bytes()

    def disturbed(sources: Path, path: str, *rest: Any) -> Any:
        place.write_text("Nothing of note was said in Paris today.\n")
        found = real(sources, path, *rest)
        place.write_bytes(before)
        return found

    wait()
    with monkeypatch.context() as patched:
        patched.setattr(REFRESH, "judge", disturbed)
        outcome(chosen)
    wait()
    assert outcome(chosen)[0] == cold(chosen)


def test_a_file_that_comes_while_others_are_read_is_for_the_next_build(
    chosen: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, real = chosen.sources / "late.txt", REFRESH.judge

    def disturbed(*asked: Any) -> Any:
        write(late, 1)
        return real(*asked)

    expected = cold(chosen)
    monkeypatch.setattr(REFRESH, "judge", disturbed)
    assert outcome(chosen) == (expected, [])
    assert outcome(chosen) == (cold(chosen), [])


def test_a_file_that_cannot_be_opened_is_tried_again_each_time(
    chosen: Settings, wait: Callable[[], None]
) -> None:
    place = chosen.sources / "z.txt"
    reasons = []
    for target in ("nowhere", "z.txt", "../briefgen.yaml", "a.txt"):
        place.unlink(missing_ok=True)
        place.symlink_to(target)
        wait()
        found, _ = outcome(chosen)
        assert found == cold(chosen)
        assert not isinstance(found, str)
        reasons.append(found[0].files[-1].reason.partition(": ")[2] or found[0].files[-1].reason)
    assert len(set(reasons)) == 4


def test_odd_bytes_in_a_name_are_kept_and_refused_each_time(
    chosen: Settings, wait: Callable[[], None]
) -> None:
    try:
        for name in (b"od\xff\xfed.txt", b"new\nline.txt"):
            Path(os.fsdecode(os.fsencode(chosen.sources) + b"/" + name)).write_text(WORDS[0])
    except OSError:
        pytest.skip("the file system takes no such name")
    wait()
    first, _ = outcome(chosen)
    assert first == outcome(chosen)[0] == cold(chosen)
    assert not isinstance(first, str)
    refused = {one.path for one in first[0].files if one.outcome is Outcome.REFUSED}
    assert refused == {r"new\nline.txt", r"od\udcff\udcfed.txt"}


def test_a_member_of_an_archive_that_changes_is_noticed(chosen: Settings) -> None:
    place = chosen.sources / "two.zip"
    for said in (WORDS[:2], (WORDS[0], WORDS[3])):
        with ZipFile(place, "w") as archive:
            for number, words in enumerate(said):
                archive.writestr(f"ö{number}.txt", words)
        found, warnings = outcome(chosen)
        told = [one.text for one in everything(chosen, warnings)[1]]
        assert all(words in told for words in said)
        assert (WORDS[1] in told[-2:]) == (said == WORDS[:2])
        assert not warnings
    assert found == cold(chosen)


# --- answers -----------------------------------------------------------------------------------


def test_another_question_has_another_answer(chosen: Settings, tmp_path: Path) -> None:
    (chosen.sources / "sources.yaml").write_text(
        "a.txt: {publisher: The Outlet, published: 2025-11-03}\n"
        "b.txt: {publisher: Its Sister, published: 2025-11-20}\n"
    )
    table = '{"weights": {"always": {"leads": 5.0, "query": 1.0}}}'
    (tmp_path / "own.json").write_text(table)
    first = chosen.themes[0]
    asked = [
        (chosen, EVERYTHING),
        (chosen, Coverage(Window(date(2025, 11, 10)))),
        (replace(chosen, themes=chosen.themes[:1]), EVERYTHING),
        (replace(chosen, themes=(replace(first, keywords=(Keyword("schools"),)),)), EVERYTHING),
        (replace(chosen, themes=(replace(first, exclusions=("fuel",)),)), EVERYTHING),
        (replace(chosen, weights=tmp_path / "own.json"), EVERYTHING),
    ]
    answers = [outcome(*each)[0] for each in asked]
    assert all(answers.count(one) == 1 for one in answers)
    assert answers == [outcome(*each)[0] for each in asked] == [cold(*each) for each in asked]


def test_families_that_change_change_the_answer(chosen: Settings) -> None:
    listing = chosen.sources / "sources.yaml"
    said = "a.txt: {publisher: North}\nb.txt: {publisher: South}\n"
    listing.write_text(said)
    before = outcome(chosen)[0]
    listing.write_text(said + "families: {The House: [North, South]}\n")
    assert before != outcome(chosen)[0] == cold(chosen)


def test_of_the_answers_only_the_newest_are_kept(chosen: Settings) -> None:
    for day in range(1, store.ANSWERS + 4):
        outcome(chosen, Coverage(Window(date(2025, 11, day))))
        with index_of(chosen) as connection:
            (kept,) = connection.execute("SELECT count(*) FROM answer").fetchone()
        assert kept == min(day + 1, store.ANSWERS)  # the statistics are one


def test_an_answer_is_given_without_weighing(
    chosen: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = outcome(chosen)[0]
    monkeypatch.setattr("briefgen.study.weigh_counted", None)
    assert outcome(chosen)[0] == first


@contextmanager
def index_of(chosen: Settings) -> Iterator[Any]:
    connection = connected(place_for(chosen.sources))
    yield connection
    connection.close()


# --- tallies -----------------------------------------------------------------------------------

ARTICLES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("\n\n".join),
    min_size=1,
    max_size=6,
)


def corpus(articles: list[str]) -> tuple[Sentence, ...]:
    sources = [Source(f"{number}.txt", "", b"", Metadata()) for number in range(len(articles))]
    return split(text.document(*each) for each in zip(sources, articles, strict=True))


def same(one: Tally, other: Tally) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in Tally.__slots__)


@settings(max_examples=40)
@given(ARTICLES)
def test_a_tally_packed_and_unpacked_is_itself(articles: list[str]) -> None:
    whole = tally(corpus(articles))
    documents = list(packed(whole))
    assert len(documents) == len(articles)
    assert same(unpacked(documents), whole)


@settings(max_examples=40)
@given(ARTICLES)
def test_the_tallies_of_documents_joined_are_that_of_all(articles: list[str]) -> None:
    said = corpus(articles)
    each = [
        next(packed(tally([one for one in said if one.document == path])))
        for path in dict.fromkeys(one.document for one in said)
    ]
    assert each == list(packed(tally(said)))
    assert same(unpacked(each), tally(said))


def test_nothing_is_left_in_the_index_of_what_is_gone(chosen: Settings) -> None:
    outcome(chosen)
    (chosen.sources / "a.txt").unlink()
    outcome(chosen)
    with index_of(chosen) as connection:
        index = Index(connection, 0)
        assert [path for path, _ in index.files()] == ["b.txt", "sub/c.md"]
        for table in ("shingles", "counts", "body"):
            rows = connection.execute(f"SELECT path FROM {table} ORDER BY path").fetchall()
            assert rows == [(b"b.txt",), (b"sub/c.md",)]
