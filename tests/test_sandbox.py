"""The process that reads risky files: its limits hold, and whatever happens, there is a verdict."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from briefgen.errors import ReadError
from briefgen.model import Block, BlockKind, Metadata, Outcome, Source, Verdict
from briefgen.read import LARGEST_HERE, judge
from briefgen.read.files import load
from briefgen.read.html import PAGE
from briefgen.read.judgement import verdicts
from briefgen.read.reader import Reader
from briefgen.read.sandbox import Sandbox
from briefgen.read.sandbox.codec import told
from briefgen.read.sandbox.limits import Limits
from briefgen.read.sources_yaml import Listed

CHECKOUT = Path(__file__).resolve().parent.parent
FILES = CHECKOUT / "tests" / "files"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the system knows no such limits")


def given(name: str) -> Source:
    return load(FILES / name, name, Metadata())


def made(name: str, data: bytes) -> Source:
    return Source(name, "0" * 64, data)


def pid(sandbox: Sandbox) -> int:
    assert sandbox._process
    return sandbox._process._popen.pid


DOCUMENT = {
    "path": "a.html",
    "sha256": "0" * 64,
    "metadata": {},
    "text": "The army left.",
    "blocks": [{"kind": "paragraph", "start": 0, "end": 14}],
    "dropped": [],
    "reader": "html/2",
}
HEAVY = b"<table>" + b"<tr><td><p>The army left. " * 80_000
"""A page of two megabytes, just within the limit of tags, whose tree is a hundred times that."""


def test_the_answer_is_that_of_reading_it_here() -> None:
    with Sandbox() as sandbox:
        for name in ("pelican.atom", "info-zip.zip", "mutt.mbox"):
            assert sandbox.verdicts(given(name)) == tuple(verdicts(given(name)))


def test_one_process_reads_many_files() -> None:
    with Sandbox() as sandbox:
        sandbox.verdicts(given("pelican.rss"))
        first = pid(sandbox)
        for name in ("libreoffice.docx", "nodemailer.eml", "hyphenated.pdf"):
            assert sandbox.verdicts(given(name))[0].outcome is Outcome.READ
        assert pid(sandbox) == first
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


@POSIX
def test_a_file_that_needs_too_much_work_is_refused() -> None:
    with Sandbox(Limits(work=1, memory=4 * 1024**3)) as sandbox:
        [verdict] = sandbox.verdicts(made("heavy.html", HEAVY))
    assert verdict.reason.startswith("expected it to be read with 1 seconds of work")


def test_a_file_that_takes_too_long_is_refused() -> None:
    with Sandbox(Limits(seconds=0.05)) as sandbox:
        [verdict] = sandbox.verdicts(given("chromium-saved.html"))
    assert verdict.reason == "expected it to be read within 0.05 seconds, found it was not"


@POSIX
def test_a_process_that_is_killed_is_replaced_and_the_file_read() -> None:
    with Sandbox() as sandbox:
        sandbox.verdicts(given("pelican.rss"))
        os.kill(pid(sandbox), signal.SIGKILL)
        assert [one.outcome for one in sandbox.verdicts(given("pelican.rss"))] == ["read"] * 3


@POSIX
def test_a_member_that_needs_too_much_memory_is_refused_and_the_others_are_read() -> None:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, data in {"a.txt": b"The army left.", "b.html": HEAVY, "c.txt": b"Fuel."}.items():
            archive.writestr(name, data)
    with Sandbox(Limits(memory=256 * 1024 * 1024)) as sandbox:
        found = sandbox.verdicts(made("three.zip", file.getvalue()))
    assert {one.path: str(one.outcome) for one in found} == {
        "three.zip/a.txt": "read",
        "three.zip/b.html": "refused",
        "three.zip/c.txt": "read",
    }
    assert found[1].reason.startswith("expected it to be read in 256 MB of memory")


@POSIX
@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "PermissionError"),
        ("import urllib.request as r; r.urlopen('http://127.0.0.1:9/')", "socket.getaddrinfo: not"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("f = open({path!r}, 'wb', buffering=0); f.write(b'a')", "OSError"),
    ],
)
def test_inside_there_is_no_network_no_program_and_no_file_to_write(
    tmp_path: Path, attempt: str, error: str
) -> None:
    code = (
        "import sys\n"
        "from briefgen.read.sandbox import limits, worker\n"
        "limits.confine(limits.Limits())\n"
        "sys.addaudithook(worker._forbid)\n" + attempt.format(path=str(tmp_path / "file"))
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True)
    assert error in done.stderr.decode().splitlines()[-1]


@pytest.mark.parametrize(
    "answer",
    [
        b"nonsense",
        b'"elsewhere.html"',
        b'{"path": "elsewhere.html", "outcome": "empty"}',
        b'{"path": "a.html", "outcome": "splendid"}',
        json.dumps({"path": "a.html", "outcome": "read", "document": {**DOCUMENT, "sha256": "1"}}),
        json.dumps({"path": "a.html", "outcome": "read", "document": {**DOCUMENT, "text": "The"}}),
        json.dumps({"path": "a.html", "outcome": "read", "document": {**DOCUMENT, "text": 7}}),
    ],
)
def test_an_answer_of_a_wrong_shape_is_not_believed(answer: str | bytes) -> None:
    written = answer.encode() if isinstance(answer, str) else answer
    with pytest.raises(ValueError, match=r"."):
        told(io.BytesIO(written + b"\n"), made("a.html", b""))


def test_an_answer_of_the_right_shape_is() -> None:
    whole = {"path": "a.html", "outcome": "read", "document": DOCUMENT}
    answer = told(io.BytesIO(json.dumps(whole).encode() + b"\n"), made("a.html", b""))
    assert isinstance(answer, Verdict) and answer.document
    assert answer.document.blocks == (Block(BlockKind.PARAGRAPH, 0, 14),)


def test_a_large_plain_text_is_read_there_too(tmp_path: Path) -> None:
    line = b"The army left the town at dawn. " * 10 + b"\n"
    (tmp_path / "large.txt").write_bytes(line * 7_000)
    assert len(line) * 7_000 > LARGEST_HERE
    with Sandbox() as sandbox:
        [verdict] = judge(tmp_path, "large.txt", Listed(), sandbox)
        assert pid(sandbox)
    assert verdict.document and len(verdict.document.blocks) == 7_000


def test_a_library_that_is_missing_is_said_to_be_and_the_file_not_blamed() -> None:
    reader = Reader("html/2", PAGE.read, libraries=("lxml", "no-such-library"))
    with pytest.raises(ReadError) as refusal:
        reader.stamp()
    assert str(refusal.value) == (
        "this installation of briefgen is broken: no-such-library is not installed"
    )


BLOCKING = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name == {library!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Blocked())
"""


@pytest.mark.parametrize(
    ("library", "name"), [("lxml_html_clean", "chromium-saved.html"), ("docx", "libreoffice.docx")]
)
def test_a_library_that_does_not_load_is_said_not_to_and_the_file_not_blamed(
    library: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(BLOCKING.format(library=library))
    monkeypatch.syspath_prepend(tmp_path)
    with Sandbox() as sandbox:
        [verdict] = sandbox.verdicts(given(name))
    assert verdict.outcome is Outcome.REFUSED
    assert verdict.reason.startswith("this installation of briefgen is broken: ")
    assert library in verdict.reason
