"""`briefgen add`: files, folders and what is piped in, whole or not at all, nothing overwritten."""

import json
import os
import subprocess
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefgen.adding import Added, Fate, Item, add
from briefgen.adding.listing import declare, dumped
from briefgen.adding.names import safe
from briefgen.cli import main
from briefgen.errors import BriefgenError, ConfigError
from briefgen.model import Metadata
from briefgen.read import READERS, read
from briefgen.read.files import find
from briefgen.read.sources_yaml import declared

NOTHING = Metadata()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a new project, in which we stand; what is to be added lies in `in`."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "desk")]).exit_code == 0
    (tmp_path / "desk" / "in").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def call(*words: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["add", *map(str, words)], input=given)


def python(*words: str, **how: Any) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    return subprocess.Popen([sys.executable, *words], env=environment, **how)


def write(place: Path, text: str) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    return place


def corpus(folder: Path) -> dict[str, str]:
    """Return the texts of a corpus by their paths, whatever briefgen keeps beside them aside."""
    return {path: (folder / "seeds" / path).read_text("utf-8") for path in find(folder / "seeds")}


# --- what becomes of things --------------------------------------------------------------------


def test_a_file_is_copied_and_what_is_said_of_it_is_known(desk: Path) -> None:
    write(desk / "in" / "My report.TXT", "Fuel is short.")
    said = ("--title", "Fuel: short", "--publisher", "The Outlet", "--author", "A Person",
            "--date", "2025-11-04", "--language", "en")  # fmt: skip
    done = call("in/My report.TXT", *said)
    assert done.output == "added          My-report.txt  (in/My report.TXT)\n"
    assert corpus(desk) == {"My-report.txt": "Fuel is short."}
    [verdict] = read(desk / "seeds")
    assert verdict.document
    assert verdict.document.metadata == Metadata(
        "Fuel: short", "The Outlet", "A Person", date(2025, 11, 4), None, "en"
    )


def test_what_is_already_there_is_said_so_and_not_copied(desk: Path) -> None:
    write(desk / "seeds" / "deep" / "old.txt", "Fuel is short.")
    write(desk / "in" / "new.txt", "Fuel is short.")
    assert call("in/new.txt").output == "already there  deep/old.txt  (in/new.txt)\n"
    assert corpus(desk) == {"deep/old.txt": "Fuel is short."}


def test_what_is_there_and_unknown_is_known_from_then_on(desk: Path) -> None:
    """So that what a killed `add` left behind is mended by the same call again."""
    write(desk / "seeds" / "old.txt", "Fuel is short.")
    write(desk / "in" / "new.txt", "Fuel is short.")
    call("in/new.txt", "--title", "Fuel")
    assert declared(desk / "seeds") == {"old.txt": Metadata(title="Fuel")}
    call("in/new.txt", "--title", "Something else")
    assert declared(desk / "seeds") == {"old.txt": Metadata(title="Fuel")}


def test_another_file_of_the_same_name_is_numbered(desk: Path) -> None:
    for number in range(3):
        write(desk / "in" / "report.txt", f"Report {number}.")
        assert call("in/report.txt").exit_code == 0
    assert corpus(desk) == {
        "report.txt": "Report 0.",
        "report-2.txt": "Report 1.",
        "report-3.txt": "Report 2.",
    }


def test_a_folder_is_walked_and_its_own_listing_heard(desk: Path) -> None:
    write(desk / "in" / "a.txt", "A.")
    write(desk / "in" / "b" / "c.md", "C.")
    write(desk / "in" / "image.png", "no text")
    write(desk / "in" / ".hidden.txt", "hidden")
    write(desk / "in" / "sources.yaml", "a.txt:\n  title: Of its own\n  publisher: Of its own\n")
    done = call("in", "--publisher", "Said here")
    assert done.exit_code == 1, "the image failed"
    assert done.output.splitlines() == [
        "added          a.txt  (in/a.txt)",
        "added          b/c.md  (in/b/c.md)",
        "failed         in/image.png: no reader for .png; there are readers for "
        + ", ".join(READERS),
    ]
    assert declared(desk / "seeds") == {
        "a.txt": Metadata(title="Of its own", publisher="Said here"),
        "b/c.md": Metadata(publisher="Said here"),
    }


def test_what_is_piped_in_is_named_by_its_title_or_as_told(desk: Path) -> None:
    assert call("-", "--title", "Fuel: what now?", given=b"Fuel.").exit_code == 0
    assert call("-", "--name", "note.md", given=b"# Note").exit_code == 0
    assert corpus(desk) == {"fuel-what-now.txt": "Fuel.", "note.md": "# Note"}


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("", 2, "expected a path, an address, - or --feed ADDRESS, found none of them"),
        ("-", 2, "-: expected --name or --title to name it by, found neither"),
        ("in/a.txt in/b.txt --title T", 2, "--name, --title: expected one text to say it of"),
        ("in --name N", 2, "--name, --title: expected one text to say it of"),
        ("in/a.txt --entries", 2, "--entries: expected --feed ADDRESS with it"),
        ("in/a.txt --config absent.yaml", 2, "expected a configuration"),
        ("absent.txt", 1, "failed         absent.txt: cannot be opened: No such file"),
        ("in/empty.txt", 1, "failed         in/empty.txt: nothing in it"),
        ("in/a.txt --language klingon!", 1, "in/a.txt: language: expected a language tag such as"),
        ("in/a.txt --name a.png", 1, "in/a.txt: no reader for .png"),
        ("in/a.txt --name sources.yaml", 1, "in/a.txt: no reader for .yaml"),
        ("in/pipe.txt", 1, "in/pipe.txt: expected a regular file, found a pipe"),
        ("in/loop.txt", 1, "in/loop.txt: cannot be opened: "),
        ("www.example.org/page", 1, "www.example.org/page: cannot be opened"),
        ("https://127.0.0.1/", 1, "https://127.0.0.1/: expected a public address"),
        ("http://www.example.org/", 1, "expected https, found http; --allow-http allows it"),
    ],
)
def test_what_cannot_be_added_is_told_and_nothing_is_changed(
    words: str, status: int, message: str, desk: Path
) -> None:
    write(desk / "in" / "a.txt", "A.")
    write(desk / "in" / "b.txt", "B.")
    write(desk / "in" / "empty.txt", "")
    os.mkfifo(desk / "in" / "pipe.txt")
    (desk / "in" / "loop.txt").symlink_to("loop.txt")
    before = (desk / "seeds" / "sources.yaml").read_bytes()
    done = call(*words.split(), given=b"piped")
    assert (done.exit_code, type(done.exception)) == (status, SystemExit)
    assert message in done.output
    assert corpus(desk) == {}
    assert (desk / "seeds" / "sources.yaml").read_bytes() == before


def test_one_that_fails_does_not_keep_the_others(desk: Path) -> None:
    write(desk / "in" / "a.txt", "A.")
    done = call("absent.txt", "in/a.txt", "https://10.0.0.1/", "--publisher", "X", "--json")
    assert done.exit_code == 1
    answered = json.loads(done.stdout)
    assert [one["fate"] for one in answered["added"]] == ["failed", "added", "failed"]
    assert answered["feeds"] == []
    assert declared(desk / "seeds") == {"a.txt": Metadata(publisher="X")}


# --- sources.yaml ------------------------------------------------------------------------------

LISTINGS = [
    b"",
    b"# A comment only\n",
    b"# no line end",
    b"a.txt:\n  title: A   # said\n",
    b"a.txt:\n  title: >-\n    Over\n    lines",
    b"a.txt:\r\n  title: A\r\n",
    b"\xef\xbb\xbfa.txt:\n    title: A\n",
    b"---\na.txt:\n  title: A\n\n\n",
    b"a.txt: {title: A}\n",
]


@pytest.mark.parametrize("before", LISTINGS)
def test_what_stands_in_sources_yaml_stays_to_the_byte(before: bytes, desk: Path) -> None:
    write(desk / "seeds" / "a.txt", "A.")
    write(desk / "in" / "b.txt", "B.")
    listing = desk / "seeds" / "sources.yaml"
    listing.write_bytes(before)
    known = declared(desk / "seeds")
    assert call("in/b.txt", "--publisher", "X").exit_code == 0
    after = listing.read_bytes()
    assert after.startswith(before)
    assert (b"\r\n" in before) is (b"\r\n" in after)
    assert declared(desk / "seeds") == known | {"b.txt": Metadata(publisher="X")}


@pytest.mark.parametrize(
    "broken",
    [
        b"a.txt:\n  titel: A\n",
        b"a.txt: [\n",
        b"a.txt:\n  title: A\na.txt:\n  title: B\n",
        b"{a.txt: {title: A}}\n",  # right in itself, but nothing can be written below it
        b"a.txt:\n  title: A\n...\n",
        b"\xff",
    ],
)
def test_a_sources_yaml_that_would_be_wrong_changes_nothing(broken: bytes, desk: Path) -> None:
    write(desk / "seeds" / "a.txt", "A.")
    write(desk / "in" / "b.txt", "B.")
    (desk / "seeds" / "sources.yaml").write_bytes(broken)
    done = call("in/b.txt", "--title", "B")
    assert done.exit_code == 2
    assert "sources.yaml: 1 problem\n" in done.stderr
    assert ".briefgen-" not in done.stderr
    assert (desk / "seeds" / "sources.yaml").read_bytes() == broken
    assert corpus(desk) == {"a.txt": "A."}


LINES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda text: text.isprintable() and text.strip()
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=LINES, author=LINES, day=st.dates())
def test_whatever_is_known_is_read_as_it_was_said(
    title: str, author: str, day: date, tmp_path: Path
) -> None:
    (tmp_path / "sources.yaml").unlink(missing_ok=True)
    write(tmp_path / "a: b.txt", "A.")
    declare(tmp_path, {"a: b.txt": Metadata(title=title, author=author, published=day)})
    assert declared(tmp_path)["a: b.txt"] == Metadata(
        title=" ".join(title.split()), author=" ".join(author.split()), published=day
    )


def test_all_that_can_be_known_can_be_written(tmp_path: Path) -> None:
    known = Metadata("T", "P", "A", date(2025, 1, 2), "https://e.example/", "en", date(2025, 1, 3))
    assert None not in [getattr(known, one.name) for one in fields(known)]
    write(tmp_path / "a.txt", "A.")
    declare(tmp_path, {"a.txt": known})
    assert declared(tmp_path) == {"a.txt": known}


def test_a_link_to_a_shared_listing_keeps_leading_there(desk: Path) -> None:
    shared = write(desk / "shared.yaml", "# shared\n")
    (desk / "seeds" / "sources.yaml").unlink()
    (desk / "seeds" / "sources.yaml").symlink_to(shared)
    write(desk / "in" / "b.txt", "B.")
    assert call("in/b.txt", "--title", "B").exit_code == 0
    assert (desk / "seeds" / "sources.yaml").is_symlink()
    assert shared.read_text() == "# shared\n\nb.txt:\n  title: B\n"


# --- names and places --------------------------------------------------------------------------


@given(st.text(max_size=120))
@example("0.A:")
@example(f"{'a' * 77}.Abcdefghijklmn")
def test_any_name_becomes_one_that_stays_inside_and_is_not_hidden(name: str) -> None:
    made = safe(name)
    parts = made.split("/")
    assert not made.startswith("/") and "\\" not in made
    assert all(part and part[0] not in ".-" and len(part.encode()) <= 255 for part in parts)
    assert made.isprintable() and ":" not in made
    assert safe(made) == made


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/etc/passwd.txt", "etc/passwd.txt"),
        ("..", "text"),
        (".hidden.txt", "hidden.txt"),
        ("NUL.txt", "NUL-.txt"),
        ("a\nb\u202e.txt", "a-b.txt"),
        ("Ça va?.md", "Ça-va.md"),
        ("x" * 300 + ".txt", "x" * 80 + ".txt"),
    ],
)
def test_a_name_is_made_safe(name: str, made: str) -> None:
    assert safe(name) == made


def test_nothing_is_put_outside_of_the_corpus_through_a_link(desk: Path) -> None:
    (desk / "elsewhere").mkdir()
    (desk / "seeds" / "sub").symlink_to(desk / "elsewhere", target_is_directory=True)
    write(desk / "in" / "sub" / "a.txt", "A.")
    done = call("in")
    assert done.exit_code == 1
    assert "found a link out" in done.stderr
    assert list((desk / "elsewhere").iterdir()) == []


def test_a_link_named_by_hand_is_followed_but_one_that_leads_out_of_a_folder_is_not(
    desk: Path,
) -> None:
    write(desk / "secret.txt", "Secret.")
    (desk / "in" / "link.txt").symlink_to(desk / "secret.txt")
    assert call("in").output.startswith("failed         in/link.txt: expected a file inside")
    assert call("in/link.txt").exit_code == 0
    assert corpus(desk) == {"link.txt": "Secret."}


# --- whole or not at all -----------------------------------------------------------------------


def test_a_disk_that_is_full_half_way_leaves_everything_as_it_was(
    tmp_path: Path,
) -> None:
    """Real bytes fail to be written: the process may write files of 1,000 bytes at most."""
    (tmp_path / "seeds").mkdir()
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from briefgen.adding import Item, add; from briefgen.model import Metadata\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "items = [Item(n, n, b'x' * size, Metadata(title=n)) for n, size in"
        " [('small.txt', 10), ('large.txt', 5000)]]\n"
        "add(items, Path('seeds'))\n"
    )
    started = python("-c", script, cwd=tmp_path, stderr=subprocess.PIPE)
    _, said = started.communicate()
    assert "expected to add to seeds, found: File too large; nothing was changed" in said.decode()
    assert corpus(tmp_path) == {}
    assert not (tmp_path / "seeds" / "sources.yaml").exists()


def test_an_interruption_half_way_leaves_everything_as_it_was(desk: Path) -> None:
    def items() -> object:
        yield Item("a", "a.txt", b"A.", Metadata(title="A"))
        raise KeyboardInterrupt

    before = (desk / "seeds" / "sources.yaml").read_bytes()
    with pytest.raises(KeyboardInterrupt):
        add(items(), desk / "seeds")  # type: ignore[arg-type]
    assert corpus(desk) == {}
    assert (desk / "seeds" / "sources.yaml").read_bytes() == before


def test_what_failed_before_is_passed_on_in_its_place(desk: Path) -> None:
    failed = Added("x", Fate.FAILED, reason="because")
    added = add([failed, Item("a", "a.txt", b"A.", NOTHING)], desk / "seeds")
    assert added == (failed, Added("a", Fate.ADDED, "a.txt"))


def test_two_at_once_take_turns(desk: Path) -> None:
    """Two processes add a text of the same name each, with something known of it."""
    running = []
    for number in ("1", "2"):
        write(desk / "in" / number / "a.txt", number)
        words = ("-m", "briefgen", "add", f"in/{number}/a.txt", "--title", f"T{number}")
        running.append(python(*words, cwd=desk, stdout=subprocess.DEVNULL))
    assert [one.wait() for one in running] == [0, 0]
    texts = corpus(desk)
    known = declared(desk / "seeds")
    assert {texts[path]: one.title for path, one in known.items()} == {"1": "T1", "2": "T2"}


def test_a_corpus_that_cannot_be_written_to_is_said_so(desk: Path) -> None:
    (desk / ".briefgen").write_text("a file in the way")
    with pytest.raises((BriefgenError, OSError), match="exists"):
        add([Item("a", "a.txt", b"A.", NOTHING)], desk / "seeds")


def test_a_broken_listing_is_noticed_before_anything_is_written(desk: Path) -> None:
    (desk / "seeds" / "sources.yaml").write_text(dumped({"../out.txt": {"title": "x"}}))
    with pytest.raises(ConfigError, match="unknown file"):
        add([Item("a", "a.txt", b"A.", NOTHING)], desk / "seeds")
    assert corpus(desk) == {}
