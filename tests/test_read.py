"""The way in: every file of a corpus folder gets one verdict, whatever it is, and never a crash."""

import os
import re
import socket
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from corpora import fold

from briefgen.corpus import card
from briefgen.errors import BriefgenError, ReadError
from briefgen.inventory import furniture, inventory, listing
from briefgen.model import Metadata, Outcome, Verdict
from briefgen.read import READERS, files, read, reread
from briefgen.read.files import admit, find, load

REPORT = "The army left the town at dawn. The fuel ran out.\n"
UNDECLARED = Metadata()
TODAY = date(2026, 11, 21)


def judged(folder: Path) -> dict[str, Verdict]:
    return {one.path: one for one in read(folder)}


def refusal(folder: Path, path: str) -> str:
    verdict = judged(folder)[path]
    assert verdict.outcome is Outcome.REFUSED
    assert verdict.document is None
    assert str(folder) not in verdict.reason
    return verdict.reason


def test_files_are_found_in_folders_too_and_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for path in ("b.txt", "a/z.md", "a.txt", "B.TXT", "a/deep/er/x.markdown", "x.txt/y.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(REPORT)
    (tmp_path / "sources.yaml").write_text("")
    (tmp_path / ".hidden.txt").write_text(REPORT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text(REPORT)
    expected = ["B.TXT", "a.txt", "a/deep/er/x.markdown", "a/z.md", "b.txt", "x.txt/y.txt"]
    assert list(find(tmp_path)) == expected
    assert [(one.path, one.outcome) for one in read(tmp_path)] == [
        (path, Outcome.READ) for path in expected
    ]


def test_what_is_read_carries_its_bytes_hash_and_what_sources_yaml_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "sources.yaml").write_text("a.txt:\n  title: A title\n")
    document = judged(tmp_path)["a.txt"].document
    assert document is not None
    assert document.metadata.title == "A title"
    assert re.fullmatch(r"[0-9a-f]{64}", document.sha256)


@pytest.mark.parametrize(
    ("data", "outcome", "reason"),
    [
        (REPORT.encode(), Outcome.READ, ""),
        (REPORT.encode("utf-16"), Outcome.READ, ""),
        (b"", Outcome.EMPTY, "no words in it"),
        (b" \r\n\t\n", Outcome.EMPTY, "no words in it"),
        (b"Subscribe\n\n3 min read\n", Outcome.EMPTY, "nothing but scraped furniture"),
        (b"The army\0left.", Outcome.REFUSED, "expected text, found a NUL byte"),
        (b"\x89PNG\r\n\x1a\n\0\0", Outcome.REFUSED, "expected text, found a NUL byte"),
        (b"---\npublished: soon\n---\n", Outcome.EMPTY, "no words in it"),
    ],
)
@pytest.mark.parametrize("suffix", [one for one, reader in READERS.items() if not reader.risky])
def test_whatever_a_file_holds_it_gets_a_verdict(
    tmp_path: Path, suffix: str, data: bytes, outcome: Outcome, reason: str
) -> None:
    (tmp_path / f"a{suffix}").write_bytes(data)
    (verdict,) = read(tmp_path)
    assert verdict.outcome is outcome
    assert verdict.reason.startswith(reason)


@pytest.mark.parametrize("name", ["a.doc", "a", "a.txt.exe", "Makefile"])
def test_a_format_without_a_reader_is_refused_and_those_with_one_are_named(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(REPORT)
    assert refusal(tmp_path, name).endswith(f"there are readers for {', '.join(READERS)}")


def test_a_link_is_followed_only_to_a_file_inside_the_folder(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "sub").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("The password is on the wall.")
    (corpus / "a.txt").write_text(REPORT)
    (corpus / "inside.txt").symlink_to(corpus / "a.txt")
    (corpus / "out.txt").symlink_to(tmp_path / "secret.txt")
    (corpus / "up.txt").symlink_to("../secret.txt")
    (corpus / "twice.txt").symlink_to("out.txt")
    (corpus / "loop.txt").symlink_to("loop.txt")
    (corpus / "ring.txt").symlink_to("sub/ring.txt")
    (corpus / "sub" / "ring.txt").symlink_to("../ring.txt")
    (corpus / "gone.txt").symlink_to("nothing.txt")
    (corpus / "folder.txt").symlink_to("sub")
    (corpus / "self").symlink_to(".")
    assert judged(corpus)["inside.txt"].outcome is Outcome.READ
    for path in ("out.txt", "up.txt", "twice.txt"):
        assert refusal(corpus, path).endswith("found a link out of it")
    for path in ("loop.txt", "ring.txt", "sub/ring.txt"):
        assert "symbolic links" in refusal(corpus, path)
    assert refusal(corpus, "gone.txt") == "cannot be opened: No such file or directory"
    for path in ("folder.txt", "self"):
        assert refusal(corpus, path).endswith("found a folder that is not entered")


def test_pipes_sockets_and_devices_are_refused_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "null.txt").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
        worker = threading.Thread(target=read, args=(tmp_path,), daemon=True)
        worker.start()
        worker.join(10)
        assert not worker.is_alive()
        assert refusal(tmp_path, "pipe.txt") == "expected a regular file, found a pipe"
        assert refusal(tmp_path, "socket.txt") == "expected a regular file, found a socket"
        assert refusal(tmp_path, "null.txt").endswith("found a link out of it")
    with pytest.raises(ReadError, match="found a device"):
        admit(Path("/dev"), "null")


def test_a_file_that_is_too_large_is_refused_for_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert refusal(tmp_path, "huge.txt") == "expected at most 52,428,800 bytes, found 104,857,600"


def test_a_file_that_grows_after_it_was_measured_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    place = admit(tmp_path, "a.txt")
    monkeypatch.setattr(files, "LARGEST", 20)
    with pytest.raises(ReadError, match="expected at most 20 bytes, found 21"):
        load(place, "a.txt", UNDECLARED)


def test_a_file_that_vanishes_is_refused_at_every_step(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    place = admit(tmp_path, "a.txt")
    place.unlink()
    with pytest.raises(ReadError, match=r"^cannot be read: No such file or directory$"):
        load(place, "a.txt", UNDECLARED)
    with pytest.raises(ReadError, match=r"^cannot be opened: No such file or directory$"):
        admit(tmp_path, "a.txt")
    assert reread(tmp_path, ["a.txt"]) == {}


def test_a_folder_that_cannot_be_listed_stands_for_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    depth, name = os.open(tmp_path, os.O_RDONLY), "d" * 250
    for _ in range(18):  # deeper than a path may be long, so that no user can list it
        os.mkdir(name, dir_fd=depth)
        inner = os.open(name, os.O_RDONLY, dir_fd=depth)
        os.close(depth)
        depth = inner
    os.close(depth)
    (closed, verdict), (_, a) = sorted(judged(tmp_path).items(), reverse=True)
    assert closed.endswith("d/")
    assert verdict.outcome is Outcome.REFUSED
    assert verdict.reason == "cannot be opened: File name too long"
    assert a.outcome is Outcome.READ


def test_what_may_not_be_opened_is_refused(
    public: Path, nobody: Callable[[], AbstractContextManager[None]]
) -> None:
    (public / "a.txt").write_text(REPORT)
    (public / "a.txt").chmod(0)
    (public / "closed").mkdir(mode=0)
    with nobody():
        assert refusal(public, "a.txt") == "cannot be read: Permission denied"
        assert refusal(public, "closed/").endswith("found a folder that is not entered")


def test_a_source_folder_that_is_none_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    for place, found in ((tmp_path / "gone", "No such file"), (tmp_path / "a.txt", "Not a dir")):
        with pytest.raises(BriefgenError, match=f"cannot be listed: {found}"):
            find(place)


def test_folders_may_be_nested_deeper_than_python_calls(tmp_path: Path) -> None:
    folders = [tmp_path / "d"]
    for _ in range(1500):
        folders[-1].mkdir()
        folders.append(folders[-1] / "d")
    deepest = folders.pop().parent / "a.txt"
    deepest.write_text(REPORT)
    (path,) = find(tmp_path)
    assert path == deepest.relative_to(tmp_path).as_posix()
    deepest.unlink()
    for folder in reversed(folders):  # which pytest, one call for each, could not do
        folder.rmdir()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"caf\xe9.txt", r"caf\udce9.txt"),
        (b"a\nb.txt", r"a\nb.txt"),
        (b"a\x1b[31mb.txt", r"a\x1b[31mb.txt"),
        ("a\u202etxt.exe.txt".encode(), r"a\u202etxt.exe.txt"),
        ("a\u2028b.txt".encode(), r"a\u2028b.txt"),
    ],
)
def test_a_name_that_no_list_can_show_is_refused_by_its_escaped_form(
    tmp_path: Path, name: bytes, shown: str
) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text(REPORT)  # noqa: PTH118
    reason = refusal(tmp_path, shown)
    assert reason == "expected a name in UTF-8 without control characters"
    assert all(
        line.isprintable()
        for line in listing(inventory(map(card, read(tmp_path)), TODAY), dropped=True)
    )


@pytest.mark.parametrize(
    "name", ["Côte d’Ivoire.txt", "مالي.txt", "a b.txt", "a\u00a0b.txt", "🔓.txt"]
)
def test_names_in_any_script_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(REPORT)
    assert judged(tmp_path)[name].outcome is Outcome.READ


@pytest.mark.parametrize(
    "path", ["../secret.txt", "/etc/passwd", "a/../../secret.txt", "a\0.txt", "\ud800.txt", "", "."]
)
def test_paths_out_of_a_ledger_lead_nowhere_but_into_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "secret.txt").write_text("The password is on the wall.")
    assert isinstance(reread(tmp_path / "corpus", [path]).get(path, "nothing"), str)


def test_rereading_gives_the_same_document_as_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    assert reread(tmp_path, ["a.txt"]) == {"a.txt": judged(tmp_path)["a.txt"].document}


def test_every_file_seen_is_read_empty_a_duplicate_or_refused(tmp_path: Path) -> None:
    for name, text in {
        "a.txt": REPORT,
        "b.txt": "Subscribe now\n" + REPORT.replace(" ", "\n", 1),
        "c.md": "# Mali fell",
        "d.txt": "",
        "e.doc": REPORT,
        "f.txt": "\0",
    }.items():
        (tmp_path / name).write_text(text)
    entries = inventory(fold(read(tmp_path)), TODAY)
    assert Counter(one.outcome for one in entries) == {
        "read": 2,
        "duplicate": 1,
        "empty": 1,
        "refused": 2,
    }
    *_, summary = listing(entries)
    assert summary == "6 seen: 2 read, 1 empty, 1 duplicate, 2 refused"


def test_dropped_furniture_is_listed_below_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Subscribe  now\n{REPORT}")
    (one,) = read(tmp_path)
    assert one.document is not None
    left_out = {one.path: furniture(one.document)}
    lines = list(listing(inventory(fold([one]), TODAY, dropped=left_out), dropped=True))
    assert lines[1].split() == f"read undated en 11 a.txt unknown: {REPORT}".split()
    assert lines[2].strip() == "subscription line: Subscribe now"
