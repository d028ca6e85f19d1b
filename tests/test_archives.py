"""Archives: what is in them is read at its own address; bombs and tricks are refused by name."""

import gzip
import io
import stat
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from briefgen.model import Outcome, Source, Verdict
from briefgen.read import archive
from briefgen.read.judgement import verdicts

REPORT = b"The army left the town at dawn."


def zipped(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return file.getvalue()


def judged(data: bytes, name: str = "a.zip") -> dict[str, Verdict]:
    found = list(verdicts(Source(name, "0" * 64, data)))
    assert len({one.path for one in found}) == len(found) > 0
    return {one.path: one for one in found}


def reason(data: bytes, path: str, name: str = "a.zip") -> str:
    verdict = judged(data, name)[path]
    assert verdict.outcome is Outcome.REFUSED
    return verdict.reason


def test_members_are_read_in_the_order_of_their_names_and_hidden_ones_passed_over() -> None:
    names = ["b.txt", "sub/a.md", "a.txt", ".git/x.txt", "__MACOSX/a.txt", "sub/", "c.png"]
    found = judged(zipped(dict.fromkeys(names, REPORT)))
    assert {path: str(one.outcome) for path, one in found.items()} == {
        "a.zip/a.txt": "read",
        "a.zip/b.txt": "read",
        "a.zip/c.png": "refused",
        "a.zip/sub/a.md": "read",
    }
    assert list(found) == sorted(found)


def test_a_gzip_file_holds_one_document() -> None:
    [(path, verdict)] = judged(gzip.compress(REPORT), "sub/a.txt.gz").items()
    assert (path, verdict.outcome) == ("sub/a.txt.gz/a.txt", Outcome.READ)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../a.txt", "expected a name inside the archive"),
        ("/etc/a.txt", "expected a name inside the archive"),
        ("sub/../../a.txt", "expected a name inside the archive"),
        ("sub\\a.txt", "expected a name in UTF-8 without control characters and backslashes"),
        ("a\n.txt", "expected a name in UTF-8 without control characters"),
        ("inner.zip", "expected a document, found an archive in an archive"),
        ("inner.txt.gz", "expected a document, found an archive in an archive"),
        ("picture.png", "no reader for .png"),
        ("nothing", "no reader for a name without a suffix"),
    ],
)
def test_a_member_that_cannot_be_taken_is_refused_and_the_others_are_read(
    name: str, expected: str
) -> None:
    found = judged(zipped({name: REPORT, "z.txt": REPORT}))
    assert found.pop("a.zip/z.txt").outcome is Outcome.READ
    [verdict] = found.values()
    assert verdict.reason.startswith(expected)
    assert verdict.path.isprintable()


def test_a_link_in_an_archive_is_refused() -> None:
    info = ZipInfo("a.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with ZipFile(file, "w") as made:
        made.writestr(info, "/etc/passwd")
    assert reason(file.getvalue(), "a.zip/a.txt") == "expected a regular file, found a link"


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(zipped({"a.txt": REPORT}))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + offset] |= 1
    assert reason(bytes(data), "a.zip/a.txt") == "expected a file that opens without a password"


def test_two_members_of_one_name_have_two_addresses() -> None:
    file = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate name"), ZipFile(file, "w") as made:
        made.writestr("a.txt", REPORT)
        made.writestr("a.txt", REPORT + b" The fuel ran out.")
    found = judged(file.getvalue())
    assert list(found) == ["a.zip/a.txt", "a.zip/a~2.txt"]
    assert {one.outcome for one in found.values()} == {Outcome.READ}


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"nonsense", zipped({"a.txt": REPORT})[:-9]])
def test_what_is_no_zip_file_is_refused(data: bytes) -> None:
    assert reason(data, "a.zip").startswith("expected a zip file, found a broken one")


@pytest.mark.parametrize("data", [b"nonsense", gzip.compress(REPORT)[:-9], b"\x1f\x8b"])
def test_what_is_no_gzip_file_is_refused(data: bytes) -> None:
    found = reason(data, "a.txt.gz", "a.txt.gz")
    assert found.startswith("expected a gzip file, found a broken one")


def test_a_member_whose_bytes_are_broken_is_refused() -> None:
    data = bytearray(zipped({"a.txt": REPORT * 9, "b.txt": REPORT}))
    data[45] ^= 0xFF
    assert "found a broken one" in reason(bytes(data), "a.zip/a.txt")
    assert judged(bytes(data))["a.zip/b.txt"].outcome is Outcome.READ


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = b"\0" * 40_000_000
    found = "expected it to unpack to at most 200 times its size, found 40,000,000 bytes in"
    assert reason(zipped({"a.txt": bomb}), "a.zip").startswith(found)
    assert reason(gzip.compress(bomb), "a.txt.gz", "a.txt.gz").startswith(found)
    assert reason(zipped({"word/document.xml": bomb}), "a.docx", "a.docx").startswith(found)


def test_a_zip_file_that_lies_about_its_size_is_not_believed() -> None:
    data = bytearray(zipped({"a.txt": b"\0" * 40_000_000, "b.txt": REPORT}))
    for mark, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        place = data.index(mark) + offset
        data[place : place + 4] = (100).to_bytes(4, "little")
    assert judged(bytes(data))["a.zip/a.txt"].outcome is Outcome.REFUSED


def test_a_file_of_too_many_documents_is_read_to_a_point(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.read.judgement.MOST_MEMBERS", 3)
    found = judged(zipped({f"{number}.txt": REPORT for number in range(5)}))
    assert [str(one.outcome) for one in found.values()] == ["read", "read", "read", "refused"]
    assert found["a.zip"].reason == "expected at most 3 documents in one file, found more"


def test_more_than_the_most_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 20)
    found = "expected at most 20 bytes, found more"
    assert reason(zipped({"a.txt": REPORT}), "a.zip/a.txt") == found
    assert reason(gzip.compress(REPORT), "a.txt.gz/a.txt", "a.txt.gz") == found
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 50)
    assert reason(zipped({"a.txt": REPORT, "b.txt": REPORT}), "a.zip").startswith(
        "expected it to unpack to at most 50 bytes, found 62"
    )


def test_an_archive_of_nothing_is_empty() -> None:
    [verdict] = judged(zipped({".hidden.txt": REPORT})).values()
    assert (verdict.outcome, verdict.reason) == (Outcome.EMPTY, "no documents in it")
