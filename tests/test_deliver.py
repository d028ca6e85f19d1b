"""Publishing an issue into a folder: what arrives, what goes, what stays, what is refused."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from briefgen.deliver import publish
from briefgen.deliver import swap as swapping
from briefgen.errors import DeliveryError
from briefgen.model import Artefact

NAMES = ("brief.md", "brief.html", "brief.pdf", "brief.json")


def issue(generation: int, names: tuple[str, ...] = NAMES) -> list[Artefact]:
    return [Artefact(name, "text/plain", f"{name} {generation}".encode()) for name in names]


def contents(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


@pytest.fixture
def week(tmp_path: Path) -> Path:
    return tmp_path / "output" / "2026-W47"


@pytest.fixture(params=["one exchange", "two renames"])
def either_swap(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test as on this system, and as on one that cannot exchange two names."""
    if request.param == "two renames":
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)


def test_the_whole_issue_arrives_in_a_folder_that_did_not_exist(week: Path) -> None:
    assert publish(issue(1), week) == tuple(week / name for name in NAMES)
    assert contents(week) == {name: f"{name} 1" for name in NAMES}


@pytest.mark.usefixtures("either_swap")
def test_the_next_issue_replaces_the_previous_one_and_leaves_nothing_beside_it(week: Path) -> None:
    publish(issue(1), week)
    publish(issue(2), week)
    assert contents(week) == {name: f"{name} 2" for name in NAMES}
    assert sorted(path.name for path in week.parent.iterdir()) == [".briefgen.lock", "2026-W47"]


@pytest.mark.usefixtures("either_swap")
def test_a_format_no_longer_asked_for_goes(week: Path) -> None:
    publish(issue(1), week)
    publish(issue(2, ("brief.md", "brief.json")), week)
    assert sorted(contents(week)) == ["brief.json", "brief.md"]


@pytest.mark.usefixtures("either_swap")
def test_whatever_a_reader_keeps_in_the_folder_survives(week: Path) -> None:
    publish(issue(1), week)
    (week / "notes.txt").write_text("call the desk")
    (week / ".draft").write_text("hidden")
    (week / "annexes" / "maps").mkdir(parents=True)
    (week / "annexes" / "brief.md").write_text("a reader's own, by the same name")
    (week / "annexes" / "maps" / "north.txt").write_text("map")
    (week / "latest").symlink_to("notes.txt")
    (week / "broken").symlink_to("nowhere")
    (week / "annexes" / "maps").chmod(0o555)
    publish(issue(2), week)
    assert contents(week) == {name: f"{name} 2" for name in NAMES} | {
        "notes.txt": "call the desk",
        ".draft": "hidden",
        "annexes/brief.md": "a reader's own, by the same name",
        "annexes/maps/north.txt": "map",
        "latest": "call the desk",
    }
    assert (week / "broken").readlink() == Path("nowhere")
    assert (week / "latest").is_symlink()
    assert stat.S_IMODE((week / "annexes" / "maps").stat().st_mode) == 0o555


def test_a_reader_files_survive_where_there_are_no_hard_links(
    week: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    publish(issue(1), week)
    (week / "notes.txt").write_text("call the desk")
    monkeypatch.setattr(os, "link", refuse)
    publish(issue(2), week)
    assert contents(week)["notes.txt"] == "call the desk"


def test_an_editor_that_has_a_note_open_still_writes_to_it(week: Path) -> None:
    publish(issue(1), week)
    with (week / "notes.txt").open("w") as note:
        note.write("before, ")
        publish(issue(2), week)
        note.write("after")
    assert (week / "notes.txt").read_text() == "before, after"


@pytest.fixture
def umask() -> Iterator[None]:
    previous = os.umask(0o027)
    yield
    os.umask(previous)


@pytest.mark.usefixtures("umask")
def test_permissions_are_as_the_umask_has_them(week: Path) -> None:
    publish(issue(1), week)
    assert stat.S_IMODE(week.stat().st_mode) == 0o750
    assert {stat.S_IMODE((week / name).stat().st_mode) for name in NAMES} == {0o640}


def test_the_permissions_given_to_the_folder_are_kept(week: Path) -> None:
    publish(issue(1), week)
    week.chmod(0o2770)
    publish(issue(2), week)
    assert stat.S_IMODE(week.stat().st_mode) == 0o2770


def test_a_linked_week_is_published_where_the_link_leads(week: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive" / "47"
    archive.mkdir(parents=True)
    week.parent.mkdir()
    week.symlink_to(archive)
    assert publish(issue(1), week)[0] == week / "brief.md"
    publish(issue(2), week)
    assert week.is_symlink()
    assert contents(archive) == {name: f"{name} 2" for name in NAMES}


# --- what is refused, and says so ------------------------------------------------------------


def file_for_the_week(week: Path) -> None:
    week.parent.mkdir()
    week.write_text("in the way")


def file_for_the_output(week: Path) -> None:
    week.parent.write_text("in the way")


def folder_for_a_file(week: Path) -> None:
    (week / "brief.pdf").mkdir(parents=True)


def file_for_the_staging(week: Path) -> None:
    week.parent.mkdir()
    (week.parent / ".briefgen-new-2026-W47").write_text("in the way")


def folder_for_the_lock(week: Path) -> None:
    (week.parent / ".briefgen.lock").mkdir(parents=True)


def everything(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.name != ".briefgen.lock")
    return {str(path): path.read_text() if path.is_file() else "folder" for path in paths}


@pytest.mark.parametrize(
    ("obstacle", "named"),
    [
        (file_for_the_week, "2026-W47: expected to publish"),
        (file_for_the_output, "output: expected to publish"),
        (folder_for_a_file, "brief.pdf: expected to publish"),
        (file_for_the_staging, ".briefgen-new-2026-W47: expected to publish"),
        (folder_for_the_lock, ".briefgen.lock: expected to publish"),
    ],
)
def test_something_in_the_way_is_named_and_left_alone(
    obstacle: object, named: str, week: Path, tmp_path: Path
) -> None:
    assert callable(obstacle)
    obstacle(week)
    before = everything(tmp_path)
    with pytest.raises(DeliveryError) as error:
        publish(issue(2), week)
    assert named in str(error.value)
    assert "found: " in str(error.value)
    assert everything(tmp_path) == before


def test_a_second_build_is_told_that_another_is_publishing(week: Path) -> None:
    publish(issue(1), week)
    with (
        FileLock(week.parent / ".briefgen.lock"),
        pytest.raises(DeliveryError, match=r"2026-W47: .* found another one still at it"),
    ):
        publish(issue(2), week, patience=0.05)
    assert contents(week) == {name: f"{name} 1" for name in NAMES}


@pytest.mark.usefixtures("either_swap")
@pytest.mark.parametrize("before", [[], [1]])
def test_an_issue_that_cannot_be_made_durable_is_taken_back(
    before: list[int], week: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(fd: int) -> None:
        if os.path.sameopenfile(fd, output):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    for generation in before:
        publish(issue(generation), week)
    week.parent.mkdir(exist_ok=True)
    output = os.open(week.parent, os.O_RDONLY)
    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(DeliveryError, match=os.strerror(errno.EIO)):
        publish(issue(2), week)
    os.close(output)
    left = ["2026-W47"] * len(before)
    assert contents(week) == {name: f"{name} 1" for name in NAMES for _ in before}
    assert sorted(path.name for path in week.parent.iterdir()) == [".briefgen.lock", *left]


# --- what killed publications leave ----------------------------------------------------------


def test_a_half_written_issue_of_any_week_is_cleared_away(week: Path) -> None:
    for name in (".briefgen-new-2026-W47", ".briefgen-new-2026-W46"):
        (week.parent / name).mkdir(parents=True)
        (week.parent / name / "brief.md").write_text("half")
    publish(issue(1), week)
    assert contents(week) == {name: f"{name} 1" for name in NAMES}
    assert sorted(path.name for path in week.parent.iterdir()) == [".briefgen.lock", "2026-W47"]


def test_notes_that_only_a_left_over_holds_are_rescued(week: Path) -> None:
    publish(issue(1), week)
    (week / "kept.txt").write_text("newer")
    left = week.parent / ".briefgen-new-2026-W47"
    left.mkdir()
    (left / "brief.pdf").write_text("previous")
    (left / "notes.txt").write_text("call the desk")
    (left / "kept.txt").write_text("older")
    os.utime(left / "kept.txt", (1, 1))
    publish(issue(2), week)
    assert contents(week) == {name: f"{name} 2" for name in NAMES} | {
        "notes.txt": "call the desk",
        "kept.txt": "newer",
    }


def test_an_issue_set_aside_by_a_killed_build_comes_back_even_if_this_build_fails(
    week: Path,
) -> None:
    publish(issue(1), week)
    week.rename(week.parent / ".briefgen-old-2026-W47")
    with pytest.raises(DeliveryError):
        publish([*issue(2), *issue(2)], week)  # the second brief.md finds the first in its way
    assert contents(week) == {name: f"{name} 1" for name in NAMES}
