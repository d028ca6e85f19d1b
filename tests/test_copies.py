"""Copies of an issue: to a folder and to stores that fsspec reaches, by the rules of the outbox."""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pytest
from click.testing import CliRunner
from fsspec.implementations.memory import MemoryFileSystem

from briefgen import mailing
from briefgen.cli import main
from briefgen.cli.doorway import way_out
from briefgen.config import load
from briefgen.errors import BriefgenError
from briefgen.mailing import Mailed
from briefgen.model import Tlp
from briefgen.outbox import Choices, State, Way, opened

CHECKOUT = Path(__file__).resolve().parent.parent
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CANARY = "canary-0815"
pytestmark = pytest.mark.usefixtures("no_power_cuts")

FILES = ["brief.html", "brief.json", "brief.md", "brief.pdf"]


class Killed(BaseException):
    """What ends the process at once, as far as the journal can tell."""


class Faulty(MemoryFileSystem):  # type: ignore[misc] # no types published
    """A store that keeps what it is given, in order, and fails at one file in a given way."""

    protocol = "faulty"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = ["", "/briefs"]
    fault: ClassVar[tuple[str, str, BaseException | None]] = ("", "", None)
    done: ClassVar[list[str]] = []
    given: ClassVar[dict[str, Any]] = {}

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        Faulty.given = options

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.removeprefix("faulty://")))

    def step(self, what: str, path: str) -> None:
        verb, name, error = self.fault
        if error and (verb, name) == (what, path.rpartition("/")[2]):
            Faulty.fault = ("", "", None)
            raise error
        if what != "look":
            self.done.append(f"{what} {path.rpartition('/')[2]}")

    def exists(self, path: str, **options: Any) -> bool:
        self.step("look", path)
        return bool(super().exists(path, **options))

    def rm_file(self, path: str) -> None:
        self.step("remove", path)
        super().rm_file(path)

    def pipe_file(self, path: str, value: bytes, **options: Any) -> None:
        self.step("write", path)
        super().pipe_file(path, value, **options)


@pytest.fixture
def faulty() -> Iterator[type[Faulty]]:
    fsspec.register_implementation("faulty", Faulty, clobber=True)
    Faulty.store.clear()
    Faulty.pseudo_dirs[:] = ["", "/briefs"]
    Faulty.done.clear()
    Faulty.fault = ("", "", None)
    yield Faulty


@dataclass
class Desk:
    """A project that copies its issues, with one reader whose mail goes into files."""

    folder: Path
    issue: Path
    variables: dict[str, str] = field(default_factory=dict)
    time: datetime = NOON

    def configure(self, copies: str) -> None:
        configuration = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
        text = "mail:\n  sender: desk@example.org\n  recipients: recipients.yaml\n"
        text = f"{configuration}\n{text}  copies: {copies}\n"
        (self.folder / "briefgen.yaml").write_text(text, "utf-8")

    def send(self, choices: Choices = Choices()) -> Mailed:  # noqa: B008 - frozen
        """Send as the command does, but the mail into files, and without waiting for what waits."""
        settings = load(self.folder / "briefgen.yaml")
        one = mailing.prepare(settings, self.issue)
        mail = Way(self.sleep, folder=self.folder / "mail")
        way = Way(self.sleep, folder=mail.folder, clock=self.clock, secrets=self.secrets(settings))
        with opened(mailing.journal_of(settings), self.clock) as journal:
            return mailing.send(one, choices, journal, "eml", way)

    def secrets(self, settings: Any) -> Any:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self.variables.items():
                patch.setenv(name, value)
            return way_out(settings, "eml").secrets

    def clock(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)

    def rebuild(self) -> None:
        """Give the issue another edition: one more line of words, and a ledger that knows it."""
        words, ledger = self.issue / "brief.md", self.issue / "brief.json"
        before = words.read_bytes()
        words.write_bytes(before + b"\nAnother edition.\n")
        old, new = (hashlib.sha256(data).hexdigest() for data in (before, words.read_bytes()))
        ledger.write_text(ledger.read_text("utf-8").replace(old, new), "utf-8")

    def built(self) -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in sorted(self.issue.iterdir())}


@pytest.fixture
def desk(tmp_path: Path, sample_issue: Path) -> Desk:
    issue = tmp_path / "desk" / "output" / sample_issue.name
    issue.mkdir(parents=True)
    for file in sample_issue.iterdir():
        (issue / file.name).write_bytes(file.read_bytes())
    (tmp_path / "desk" / "seeds").symlink_to(CHECKOUT / "seeds")
    (tmp_path / "desk" / "recipients.yaml").write_text("- address: ana@example.org\n", "utf-8")
    return Desk(tmp_path / "desk", issue)


def copied(mailed: Mailed) -> tuple[State, str]:
    """Return what became of the copy, after the mail to the one reader."""
    reader, copy = mailed.entries[:2]
    assert (reader.recipient, reader.state) == ("ana@example.org", State.SENT)
    return copy.state, copy.words


def in_store(desk: Desk) -> dict[str, bytes]:
    place = f"/briefs/{desk.issue.name}/"
    found = {path.removeprefix(place): file.getvalue() for path, file in Faulty.store.items()}
    return dict(sorted(found.items()))


# --- where it goes -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "to", ["shelf/briefs", "{folder}/shelf/briefs", "file://{folder}/shelf/briefs"]
)
def test_a_folder_of_this_machine_has_the_whole_issue_and_once(to: str, desk: Desk) -> None:
    desk.configure(f'{{to: "{to.format(folder=desk.folder)}"}}')
    done = desk.send()
    place = desk.folder / "shelf" / "briefs" / "2025-W49"
    assert copied(done) == (State.SENT, place.as_uri())
    assert {one.name: one.read_bytes() for one in sorted(place.iterdir())} == desk.built()
    (place / "brief.md").unlink()
    assert desk.send().sent_now == 0
    assert not (place / "brief.md").exists(), "what is copied is not copied again"


def test_a_store_gets_each_file_and_then_the_ledger(desk: Desk, faulty: type[Faulty]) -> None:
    desk.configure("{to: faulty://briefs}")
    assert copied(desk.send()) == (State.SENT, "faulty://briefs/2025-W49")
    assert faulty.done == [f"write brief.{suffix}" for suffix in ("md", "html", "pdf", "json")]
    assert in_store(desk) == desk.built()
    assert sorted(desk.built()) == FILES
    assert desk.send().sent_now == 0


def test_a_correction_takes_the_old_ledger_away_first_and_what_is_no_more(
    desk: Desk, faulty: type[Faulty]
) -> None:
    desk.configure("{to: faulty://briefs}")
    desk.send()
    desk.rebuild()
    ledger = json.loads((desk.issue / "brief.json").read_text("utf-8"))
    ledger["artefacts"] = [one for one in ledger["artefacts"] if one["name"] != "brief.html"]
    (desk.issue / "brief.json").write_text(json.dumps(ledger), "utf-8")
    (desk.issue / "brief.html").unlink()
    faulty.done.clear()
    waits = desk.send()
    assert [one.address for one in waits.undecided] == ["ana@example.org", "faulty://briefs"]
    assert faulty.done == []
    assert desk.send(Choices(correction=True)).sent_now == 2
    removed = ["remove brief.json", "remove brief.html"]
    assert faulty.done == [*removed, "write brief.md", "write brief.pdf", "write brief.json"]
    assert in_store(desk) == desk.built()


def test_a_disk_that_fsspec_reaches_has_it_too_but_no_folder_is_made_around_it(desk: Desk) -> None:
    shelf = desk.folder / "shelf"
    desk.configure(f'{{to: "local://{shelf}/"}}')
    state, words = copied(desk.send())
    assert (state, shelf.exists()) == (State.FAILED, False)
    assert "shelf" in words
    shelf.mkdir()
    assert copied(desk.send(Choices(retry_failed=True)))[0] is State.SENT
    found = {one.name: one.read_bytes() for one in sorted((shelf / "2025-W49").iterdir())}
    assert found == desk.built()


# --- what goes wrong ---------------------------------------------------------------------------

BUSY, DENIED = OSError("the store is busy"), PermissionError("access denied")


@pytest.mark.parametrize(
    ("fault", "states"),
    [
        (("look", "brief.json", BUSY), "queued queued data sent"),
        (("look", "brief.json", DENIED), "queued failed"),
        (("write", "brief.md", BUSY), "queued data queued data sent"),
        (("write", "brief.md", DENIED), "queued data failed"),
        (("write", "brief.pdf", BUSY), "queued data queued data sent"),
        (("write", "brief.json", BUSY), "queued data unknown"),
        (("write", "brief.json", DENIED), "queued data unknown"),
    ],
)
def test_what_fails_is_tried_again_or_left_to_a_person_by_how_clear_it_is(
    fault: tuple[str, str, Exception], states: str, desk: Desk, faulty: type[Faulty]
) -> None:
    desk.configure("{to: faulty://briefs}")
    faulty.fault = fault
    state, words = copied(desk.send())
    if state is State.SENT:
        assert desk.time > NOON, "after a wait"
        assert in_store(desk) == desk.built()
    else:
        assert str(fault[2]) in words
        assert "brief.json" not in in_store(desk)
    assert desk.send().sent_now == 0
    assert history(desk) == states


def history(desk: Desk) -> str:
    settings = load(desk.folder / "briefgen.yaml")
    with opened(mailing.journal_of(settings), desk.clock) as journal:
        return " ".join(state for state, _, _ in journal.changes(journal.entries()[1]))


@pytest.mark.parametrize("name", ["brief.md", "brief.pdf", "brief.json"])
def test_a_kill_leaves_it_unknown_and_no_ledger_until_a_person_has_it_sent_again(
    name: str, desk: Desk, faulty: type[Faulty]
) -> None:
    desk.configure("{to: faulty://briefs}")
    faulty.fault = ("write", name, Killed())
    with pytest.raises(Killed):
        desk.send()
    assert "brief.json" not in in_store(desk)
    assert copied(desk.send())[0] is State.UNKNOWN
    assert "brief.json" not in in_store(desk)
    assert copied(desk.send(Choices(resend_unknown=True)))[0] is State.SENT
    assert in_store(desk) == desk.built()


def test_a_folder_that_cannot_be_written_says_so_and_has_what_it_had(desk: Desk) -> None:
    (desk.folder / "shelf").write_text("a file where a folder should be", "utf-8")
    desk.configure("{to: shelf}")
    state, words = copied(desk.send())
    assert state is State.FAILED
    assert "shelf" in words and "untouched" in words


# --- who may have it, and by which key ---------------------------------------------------------


def test_nothing_above_its_ceiling_is_copied(desk: Desk, faulty: type[Faulty]) -> None:
    desk.configure("{to: faulty://briefs, ceiling: TLP:GREEN}")
    settings = load(desk.folder / "briefgen.yaml")
    assert settings.mail and settings.mail.copies
    assert settings.mail.copies.ceiling is Tlp.GREEN
    ledger = (desk.issue / "brief.json").read_text("utf-8")
    amber = ledger.replace('"TLP:CLEAR"', '"TLP:AMBER"')
    assert amber != ledger
    (desk.issue / "brief.json").write_text(amber, "utf-8")
    done = desk.send()
    assert [one.recipient.address for one in done.left_out] == [
        "ana@example.org",
        "faulty://briefs",
    ]
    assert (done.entries, faulty.done) == ((), [])


def test_options_reach_the_store_and_secrets_show_nowhere(desk: Desk, faulty: type[Faulty]) -> None:
    desk.variables = {"STORE_SECRET": CANARY}
    desk.configure(
        "{to: faulty://briefs, options: {endpoint: https://s3.example.org, port: 22, anon: false},"
        " secrets: {secret: env:STORE_SECRET}}"
    )
    faulty.fault = ("write", "brief.json", OSError(f"who is {CANARY}?"))
    state, words = copied(desk.send())
    assert (state, words.rpartition("found: ")[2]) == (State.UNKNOWN, "who is ...?")
    asked = {"endpoint": "https://s3.example.org", "port": 22, "anon": False, "secret": CANARY}
    assert {name: faulty.given[name] for name in asked} == asked
    for file in sorted(one for one in desk.folder.rglob("*") if one.is_file()):
        assert CANARY.encode() not in file.read_bytes()


def test_a_library_that_is_not_there_is_named_before_anything_is_sent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.configure("{to: nosuch://bucket/briefs}")
    with pytest.raises(BriefgenError, match=r"nosuch://bucket/briefs: .*none: Protocol not known"):
        desk.send()
    monkeypatch.setitem(__import__("sys").modules, "fsspec", None)
    with pytest.raises(BriefgenError, match=r"pip install 'briefgen\[copy\]'"):
        desk.send()
    assert list((desk.folder / "mail").iterdir()) == []
    desk.configure("{to: shelf}")
    assert copied(desk.send())[0] is State.SENT, "a folder needs no library"


def test_a_copy_is_foretold_and_is_no_message(
    desk: Desk, faulty: type[Faulty], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.folder)
    desk.configure("{to: faulty://briefs}")
    told = CliRunner().invoke(main, ["send", "--dry-run"], catch_exceptions=False).stdout
    assert "gets      faulty://briefs  a copy of its files; not sent so far" in told
    CliRunner().invoke(main, ["send", "--eml", "files"], catch_exceptions=False)
    assert len(os.listdir("files")) == 1  # noqa: PTH208 - one name is all that counts
    assert faulty.done == []
