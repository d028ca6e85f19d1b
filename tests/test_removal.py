"""`briefgen remove`: texts and their entries, both or neither, and they do not come back.

This file is also the program of the ordeals at its end: `run` starts it with the name of one, which
forks a child for each blow, since a process can die only once.
"""

import errno
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from briefgen.adding import Removed, Wanted, remove
from briefgen.adding.listing import declare, shortened
from briefgen.adding.private import private
from briefgen.adding.removal import settle
from briefgen.cli import main
from briefgen.errors import BriefgenError, ConfigError
from briefgen.model import Metadata
from briefgen.read import find, listing
from briefgen.read.sources_yaml import declared

CHECKOUT = Path(__file__).resolve().parent.parent
LISTING = """\
# The desk's own list.

"wire/**": {publisher: The Wire}   # all of it

# about a
wire/a.txt:
  title: A   # as it says itself
  # no author

wire/b.txt: {title: B}
gone.txt:
  title: Gone

# last
c.txt:
  title: C
"""
TEXTS = ("wire/a.txt", "wire/b.txt", "wire/old/d.txt", "c.txt")


def put(place: Path, text: str) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    return place


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with four texts, in which we stand."""
    shutil.copy(CHECKOUT / "briefgen.yaml", tmp_path)
    for path in TEXTS:
        put(tmp_path / "seeds" / path, f"Fuel is short, says {path}.")
    put(tmp_path / "seeds" / "sources.yaml", LISTING)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["remove", *map(str, words)])


def said(folder: Path) -> str:
    return (folder / "seeds" / "sources.yaml").read_text("utf-8")


# --- what is removed ---------------------------------------------------------------------------


def test_a_text_and_its_entry_are_removed_and_everything_else_stays(desk: Path) -> None:
    done = call("wire/a.txt")
    assert (done.exit_code, done.stdout) == (0, "removed        wire/a.txt  (file and entry)\n")
    assert find(desk / "seeds") == ("c.txt", "wire/b.txt", "wire/old/d.txt")
    start, end = LISTING.index("wire/a.txt"), LISTING.index("\nwire/b.txt")
    assert said(desk) == LISTING[:start] + LISTING[end:]


@pytest.mark.parametrize(
    ("words", "removed"),
    [
        ("wire/b.txt c.txt", "c.txt wire/b.txt"),
        ("seeds/wire/b.txt ./seeds/c.txt", "c.txt wire/b.txt"),
        ("seeds/wire/../c.txt", "c.txt"),
        ("wire/b.txt wire/b.txt seeds/wire/b.txt", "wire/b.txt"),
        ("wire/old/d.txt", "wire/old/d.txt"),
        ("gone.txt", "gone.txt"),
        ("--gone", "gone.txt"),
        ("--gone c.txt", "c.txt gone.txt"),
        ("-r wire", "wire/a.txt wire/b.txt wire/old/d.txt"),
        ("--recursive seeds/wire/ c.txt", "c.txt wire/a.txt wire/b.txt wire/old/d.txt"),
    ],
)
def test_a_path_is_seen_from_the_corpus_or_from_here(words: str, removed: str, desk: Path) -> None:
    before = {*find(desk / "seeds"), *listing(desk / "seeds").own}
    done = call(*words.split(), "--json")
    assert done.exit_code == 0, done.output
    assert [one["path"] for one in json.loads(done.stdout)["removed"]] == removed.split()
    left = {*find(desk / "seeds"), *listing(desk / "seeds").own}
    assert sorted(before - left) == removed.split() and left < before


def test_an_absolute_path_and_one_seen_from_a_folder_of_the_corpus_are_understood(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(desk / "seeds" / "c.txt").exit_code == 0
    monkeypatch.chdir(desk / "seeds" / "wire")
    assert call("old/d.txt", "./a.txt", "--config", desk / "briefgen.yaml").exit_code == 0
    assert find(desk / "seeds") == ("wire/b.txt",)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("", "expected a path or --gone, found neither"),
        ("absent.txt", "absent.txt: expected a file in "),
        ("wire/b.txt absent.txt", "absent.txt: expected a file in "),
        ("wire", "wire: expected a file, found a folder; --recursive takes folders"),
        ("seeds/wire/old", "seeds/wire/old: expected a file, found a folder"),
        ("-r seeds", "seeds: expected a path in the source folder, found that folder itself"),
        ("-r seeds/wire/..", "found that folder itself"),
        ("../x.txt", "../x.txt: expected a path in "),
        ("briefgen.yaml", "briefgen.yaml: expected a file in "),
        ("./briefgen.yaml", "./briefgen.yaml: expected a path in "),
        ("/etc/passwd", "/etc/passwd: expected a path in "),
        ("seeds/../briefgen.yaml", "expected a path in "),
        ("wire/** c.txt", "wire/**: expected a file, found a pattern that matches some; name"),
        ("wire/*.txt", "wire/*.txt: expected a file in "),
        ("sources.yaml", "sources.yaml: expected a text, found a file of briefgen's own"),
        ("wire/a.txt#4f1c09ab2e77", "expected a whole file, found what is inside wire/a.txt"),
        ("families", "families: expected a file in "),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_changed(
    words: str, problem: str, desk: Path
) -> None:
    (desk / "seeds" / "sources.yaml").write_text(f"{LISTING}families: {{The Group: [North]}}\n")
    before = said(desk)
    done = call(*words.split())
    assert (done.exit_code, type(done.exception)) == (2, SystemExit)
    assert problem in done.stderr
    assert (find(desk / "seeds"), said(desk)) == (tuple(sorted(TEXTS)), before)


def test_a_path_that_is_one_text_from_here_and_another_from_the_corpus_is_asked_about(
    desk: Path,
) -> None:
    put(desk / "seeds" / "seeds" / "c.txt", "Another.")
    done = call("seeds/c.txt")
    assert done.exit_code == 2
    assert "expected one path, found two in the corpus: c.txt and seeds/c.txt" in done.stderr
    assert call("./seeds/c.txt").exit_code == 0
    assert "c.txt" not in find(desk / "seeds")
    assert call("seeds/c.txt").exit_code == 0, "one is gone, so the other is meant"


def test_a_pattern_that_matches_nothing_can_be_removed(desk: Path) -> None:
    (desk / "seeds" / "sources.yaml").write_text('"*.pdf": {language: en}\nc.txt: {title: C}\n')
    assert call("*.pdf").stdout == "removed        *.pdf  (entry)\n"
    assert said(desk) == "c.txt: {title: C}\n"


def test_a_pattern_stays_when_all_its_texts_go_and_so_says_nothing_of_any(desk: Path) -> None:
    done = call("-r", "wire")
    assert '"wire/**": {publisher: The Wire}   # all of it\n' in said(desk)
    assert "wire/** matches no file" in done.stderr
    assert not (desk / "seeds" / "wire").exists()


def test_a_folder_goes_with_all_that_is_empty_in_it_but_not_with_what_is_no_text(
    desk: Path,
) -> None:
    put(desk / "seeds" / "wire" / "old" / ".notes", "the desk's own")
    (desk / "seeds" / "wire" / "new" / "empty").mkdir(parents=True)
    assert call("-r", "wire").exit_code == 0
    assert find(desk / "seeds") == ("c.txt",)
    left = sorted(path.name for path in (desk / "seeds" / "wire").rglob("*"))
    assert left == [".notes", "old"]


def test_a_link_is_removed_and_what_it_leads_to_stays(desk: Path) -> None:
    elsewhere = put(desk / "elsewhere" / "e.txt", "Else.")
    (desk / "seeds" / "link.txt").symlink_to(elsewhere)
    (desk / "seeds" / "folder").symlink_to(elsewhere.parent, target_is_directory=True)
    assert call("link.txt", "seeds/folder").exit_code == 0
    assert find(desk / "seeds") == tuple(sorted(TEXTS))
    assert elsewhere.exists()
    assert call("folder/e.txt").exit_code == 2


def test_a_dry_run_says_what_would_be_removed_and_changes_nothing(desk: Path) -> None:
    done = call("wire/a.txt", "--gone", "--dry-run")
    assert done.stdout.splitlines() == [
        "would remove   gone.txt  (entry)",
        "would remove   wire/a.txt  (file and entry)",
    ]
    assert (find(desk / "seeds"), said(desk)) == (tuple(sorted(TEXTS)), LISTING)
    assert json.loads(call("c.txt", "--dry-run", "--json").stdout) == {
        "removed": [{"path": "c.txt", "file": True, "entry": True, "cited": []}],
        "dry_run": True,
    }


def test_other_entries_without_a_file_are_told(desk: Path) -> None:
    assert "gone.txt is listed but not there" in call("c.txt").stderr
    assert call("gone.txt").stderr == ""


def test_a_listing_with_mistakes_is_mended_first(desk: Path) -> None:
    put(desk / "seeds" / "sources.yaml", "c.txt: {titel: C}\n")
    done = call("c.txt")
    assert done.exit_code == 2 and "titel: unknown key" in done.stderr
    assert "c.txt" in find(desk / "seeds")


def test_an_issue_that_cites_a_text_is_named_whatever_is_in_the_text(
    tmp_path: Path, sample_issue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CHECKOUT / "seeds", tmp_path / "seeds")
    shutil.copy(CHECKOUT / "briefgen.yaml", tmp_path)
    for week in ("2025-W48", "2025-W49"):
        shutil.copytree(sample_issue, tmp_path / "output" / week)
    ledger = tmp_path / "output" / "2025-W49" / "brief.json"
    text = ledger.read_text("utf-8")
    ledger.write_text(text.replace('"002_66301c8264d32b0a.txt"', '"old.zip/in/a.csv#4f1c09ab2e77"'))
    put(tmp_path / "seeds" / "old.zip", "no archive")
    monkeypatch.chdir(tmp_path)
    done = call("000_5f051f023f56499f.txt", "old.zip", "--json")
    assert done.exit_code == 0
    assert [one["cited"] for one in json.loads(done.stdout)["removed"]] == [
        ["2025-W48", "2025-W49"],
        ["2025-W49"],
    ]
    assert done.stderr.splitlines()[:2] == [
        "briefgen: output/2025-W49 and 1 more cite 000_5f051f023f56499f.txt;"
        " verify will call it missing",
        "briefgen: output/2025-W49 cites old.zip; verify will call it missing",
    ]
    verified = CliRunner().invoke(main, ["verify", "output/2025-W48/brief.json"])
    assert "000_5f051f023f56499f.txt: missing" in verified.stdout


# --- sources.yaml, line by line ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x: {title: X}\n", ""),
        ("x:\n", ""),
        ("# top\nx: {}\n", "# top\n"),
        ("a: {}\nx: {}\nb: {}\n", "a: {}\nb: {}\n"),
        ("a: {}\n\nx: {}\n\nb: {}\n", "a: {}\n\nb: {}\n"),
        ("a: {}\n\nx: {}\n", "a: {}\n"),
        ("a: {}\n\nx: {}\n\n\n", "a: {}\n"),
        ("x: {}\n\na: {}\n", "a: {}\n"),
        ("a: {}\nx: {}\n\nb: {}\n", "a: {}\n\nb: {}\n"),
        ("a: {}\n\n# of x\nx: {}\n\nb: {}\n", "a: {}\n\n# of x\n\nb: {}\n"),
        ("x: {}\n# of b\nb: {}\n", "# of b\nb: {}\n"),
        ("x:\n  title: X\n  # of x\n\n# of b\nb: {}\n", "# of b\nb: {}\n"),
        ("x:\n  title: >-\n    Over\n\n    lines\n\nb: {}\n", "b: {}\n"),
        ("x:\n  title: |\n    # no comment\nb: {}", "b: {}"),
        ("x: {title:\n    X,\n  language: en}\nb: {}\n", "b: {}\n"),
        ("x: {title: 'x:\n\n    y'}  # done\nb: {}\n", "b: {}\n"),
        ("'x': {}\nb: {}\n", "b: {}\n"),
        ("---\nx: {}\n...\n", "---\n...\n"),
        ("---\nx: {}\nb: {}\n", "---\nb: {}\n"),
        ("  a: {}\n  x: {}\n  # of b\n  b: {}\n", "  a: {}\n  # of b\n  b: {}\n"),
        ("a: {}\r\n\r\nx: {}\r\n\r\nb: {}\r\n", "a: {}\r\n\r\nb: {}\r\n"),
        ("\ufeffx: {}\nb: {title: é}\n", "\ufeffb: {title: é}\n"),
        ("a: {}\nx: {}\ny: {}\n\nb: {}\n", "a: {}\n\nb: {}\n"),
        ("a: {}\n\nx: {}\n\ny: {}\n", "a: {}\n"),
    ],
)
def test_an_entry_is_taken_out_and_every_other_byte_stays(before: str, after: str) -> None:
    found = shortened(Path("sources.yaml"), before.encode(), frozenset({"x", "y"}))
    assert found.decode() == after


@pytest.mark.parametrize("before", ["{x: {}, b: {}}\n", "{x: {},\nb: {}}\n"])
def test_entries_without_lines_of_their_own_are_left_to_a_person(before: str, desk: Path) -> None:
    put(desk / "seeds" / "x", "X.")
    put(desk / "seeds" / "sources.yaml", before)
    for words in (("x", "--dry-run"), ("x",)):
        done = call(*words)
        assert done.exit_code == 2
        assert "expected each entry in lines of its own; take out by hand what it" in done.stderr
        assert (said(desk), "x" in find(desk / "seeds")) == (before, True)


KEPT = [
    "# a comment\n",
    "\n",
    "b: {title: B}\n",
    "c:\n  title: C\n  # inside\n",
    "# above\nd: {}\n",
]


@given(
    head=st.lists(st.sampled_from(KEPT), unique=True),
    entry=st.sampled_from(
        ["x: {title: X}\n", "x:\n  title: X\n", "x:\n", "x:\n  # y\n\n  title: >\n   X\n"]
    ),
    tail=st.integers(0, len(KEPT)),
)
def test_all_lines_but_blank_ones_stay_in_their_order(
    head: list[str], entry: str, tail: int
) -> None:
    parts = [*head[:tail], entry, *head[tail:]]
    found = shortened(Path("x"), "".join(parts).encode(), frozenset({"x"})).decode()
    assert [line for line in found.splitlines() if line] == [
        line for line in "".join(head).splitlines() if line
    ]


TITLES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@given(titles=st.lists(TITLES, min_size=1, max_size=4), data=st.data())
def test_what_is_added_and_removed_again_leaves_no_trace(
    titles: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    first = {f"{number}.txt": Metadata(title=title) for number, title in enumerate(titles)}
    for path in (*first, "new.txt"):
        put(folder / path, path)
    declare(folder, first)
    before = (folder / "sources.yaml").read_bytes()
    declare(folder, {"new.txt": Metadata(title=data.draw(TITLES))})
    after = (folder / "sources.yaml").read_bytes()
    assert shortened(Path("x"), after, frozenset({"new.txt"})) == before
    shutil.rmtree(folder)


def test_a_link_to_a_shared_listing_keeps_leading_there(desk: Path) -> None:
    shared = put(desk / "shared.yaml", "c.txt: {title: C}\n# shared\n")
    (desk / "seeds" / "sources.yaml").unlink()
    (desk / "seeds" / "sources.yaml").symlink_to(shared)
    assert call("c.txt").exit_code == 0
    assert (desk / "seeds" / "sources.yaml").is_symlink()
    assert shared.read_text() == "# shared\n"


# --- and what comes after ----------------------------------------------------------------------


def test_a_person_may_add_again_what_was_removed(desk: Path) -> None:
    put(desk / "in" / "c.txt", "Fuel is short, says c.txt.")
    assert call("c.txt").exit_code == 0
    done = CliRunner().invoke(main, ["add", "in/c.txt", "--title", "Again"])
    assert done.stdout.startswith("added          c.txt")
    assert declared(desk / "seeds")["c.txt"].title == "Again"


def test_a_new_text_does_not_take_the_name_of_one_that_is_still_listed(desk: Path) -> None:
    """What the entry says is of another text."""
    put(desk / "in" / "gone.txt", "Something else.")
    done = CliRunner().invoke(main, ["add", "in/gone.txt"])
    assert done.stdout.startswith("added          gone-2.txt")
    assert "gone.txt is listed but not there" in done.stderr


def test_two_at_once_take_turns(desk: Path) -> None:
    words = [sys.executable, "-m", "briefgen", "remove"]
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    running = [
        subprocess.Popen([*words, path], env=environment, stdout=subprocess.DEVNULL)
        for path in ("wire/a.txt", "c.txt", "gone.txt")
    ]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert find(desk / "seeds") == ("wire/b.txt", "wire/old/d.txt")
    assert set(listing(desk / "seeds").own) == {"wire/b.txt"}


def test_a_journal_that_cannot_be_read_is_told_and_nothing_is_changed(desk: Path) -> None:
    put(desk / ".briefgen" / "seeds-removing.json", "{")
    done = call("c.txt")
    assert done.exit_code == 1
    assert "expected a list of texts that are being removed, found something else" in done.stderr
    assert "c.txt" in find(desk / "seeds")


def test_a_folder_that_cannot_be_written_to_keeps_all_its_texts(
    public: Path, nobody: Callable[[], Any]
) -> None:
    """The first text has its hidden name by the time the second cannot get one."""
    for path in ("a/a.txt", "z/z.txt"):
        put(public / "seeds" / path, path)
    (public / ".briefgen").mkdir(mode=0o777)
    for place, mode in (("", 0o777), (".briefgen", 0o777), ("seeds/a", 0o777), ("seeds/z", 0o555)):
        (public / place).chmod(mode)
    with nobody(), pytest.raises(BriefgenError, match=r"z\.txt.*denied; nothing was changed"):
        remove(public / "seeds", Wanted(("a/a.txt", "z/z.txt"), public))
    assert find(public / "seeds") == ("a/a.txt", "z/z.txt")
    assert hidden(public) == []


# --- whole or not at all: these run in a process of their own ----------------------------------

UNHARMED, FAILED, DONE = 4, 3, 0
STRUCK: list[str] = []
WITH_ENTRIES = ("wire/a.txt", "wire/b.txt", "gone.txt", "wire/old/d.txt")
WITHOUT = ("wire/old/d.txt", "wire/old/e.txt")

Answer = dict[str, Any]
State = tuple[frozenset[str], str]


def hidden(project: Path) -> list[str]:
    """Return what a removal has left on its way."""
    found = [*project.rglob(".briefgen-removing-*"), *project.rglob("*-removing.json")]
    return sorted(str(path.relative_to(project)) for path in found)


def state(project: Path) -> State:
    return frozenset(find(project / "seeds")), said(project)


def prepared(project: Path) -> State:
    """Put a corpus there and return how it stands."""
    shutil.rmtree(project, ignore_errors=True)
    for path in (*TEXTS, "wire/old/e.txt"):
        put(project / "seeds" / path, f"Fuel is short, says {path}.")
    put(project / "seeds" / "sources.yaml", LISTING)
    return state(project)


def removed_from(project: Path, paths: tuple[str, ...]) -> State:
    """Return how the corpus stands when the texts are removed."""
    files, _ = prepared(project)
    remove(project / "seeds", Wanted(paths, project))
    assert state(project)[0] == files - set(paths)
    return state(project)


def killed_at_every_call(project: Path, paths: tuple[str, ...]) -> Answer:
    return at_every_step(project, paths, die)


def failing_at_every_call(project: Path, paths: tuple[str, ...]) -> Answer:
    return at_every_step(project, paths, fail)


def at_every_step(project: Path, paths: tuple[str, ...], act: Callable[[], None]) -> Answer:
    """Strike a removal at its first call, its second, and so on until it has no more calls.

    `wrong` has the steps after which a text is there without its entry, or the listing is neither
    the old one nor the new one; `half` those after which settling leaves anything but all as it was
    or all removed; `littered` those with a hidden name left.
    """
    after = removed_from(project, paths)
    answer: Answer = {"wrong": [], "half": [], "littered": [], "undone": 0, "done": 0}
    for step in itertools.count(1):
        before = prepared(project)
        ending = ending_of(forked(partial(remove_under, act, step, project, paths)))
        if ending == UNHARMED:
            return answer | {"steps": step - 1}
        if is_wrong(project, before, after, is_over=ending == FAILED):
            answer["wrong"].append(step)
        with private(project / "seeds", "adding") as beside:
            settle(project / "seeds", beside)
        now = state(project)
        if now not in (before, after):
            answer["half"].append(step)
        answer["done" if now == after else "undone"] += 1
        if hidden(project):
            answer["littered"].append(step)
    raise AssertionError


def is_wrong(project: Path, before: State, after: State, is_over: bool) -> bool:
    """Whether a text has lost its entry, or a removal that could say so has left a half."""
    files, listed = state(project)
    if is_over:
        return (files, listed) not in (before, after)
    entries = {path for path in TEXTS if f"\n{path}:" in before[1] and path in before[0] - after[0]}
    return listed not in (before[1], after[1]) or (listed != before[1] and bool(files & entries))


def remove_under(act: Callable[[], None], step: int, project: Path, paths: tuple[str, ...]) -> None:
    count = 0

    def hook(event: str, _: object) -> None:
        nonlocal count
        if event == "open" or event.startswith(("os.", "fcntl.", "shutil.")):
            count += 1
            if count == step:
                STRUCK.append(event)
                act()

    sys.addaudithook(hook)
    remove(project / "seeds", Wanted(paths, project))
    if not STRUCK:
        os._exit(UNHARMED)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def forked(work: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except (BriefgenError, OSError):
        os._exit(FAILED)
    except BaseException as error:
        os.write(2, repr(error).encode())
        os._exit(1)
    os._exit(DONE)


def ending_of(child: int) -> int:
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (DONE, FAILED, UNHARMED, -signal.SIGKILL), code
    return code


def run(ordeal: Callable[..., Answer], project: Path, paths: tuple[str, ...]) -> Answer:
    done = subprocess.run(
        [sys.executable, __file__, ordeal.__name__, str(project), *paths],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(CHECKOUT), *sys.path])},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: Answer = json.loads(done.stdout)
    return answer


@pytest.fixture(params=[WITH_ENTRIES, WITHOUT], ids=["with entries", "without"])
def paths(request: pytest.FixtureRequest) -> Iterator[tuple[str, ...]]:
    yield request.param


@pytest.mark.parametrize("ordeal", [killed_at_every_call, failing_at_every_call])
def test_a_kill_or_an_error_at_any_call_leaves_all_texts_with_their_entries_or_none(
    ordeal: Callable[..., Answer], paths: tuple[str, ...], tmp_path: Path
) -> None:
    answer = run(ordeal, tmp_path / "desk", paths)
    assert answer["steps"] > 30 and answer["undone"] > 10 and answer["done"] > 3
    assert (answer["wrong"], answer["half"], answer["littered"]) == ([], [], [])


@pytest.mark.parametrize("listed", [LISTING, LISTING[: LISTING.index("# last")]])
@pytest.mark.parametrize(
    "command", ["add new.txt", "remove gone.txt", "remove c.txt --dry-run", "refresh"]
)
def test_the_next_command_that_changes_the_corpus_ends_a_removal_that_was_killed(
    listed: str, command: str, desk: Path
) -> None:
    """It undoes it if `sources.yaml` is as it was, and completes it if that was replaced."""
    put(desk / "new.txt", "New.")
    put(desk / "seeds" / "sources.yaml", listed)
    (desk / "seeds" / "c.txt").rename(desk / "seeds" / ".briefgen-removing-0")
    digest = sha256(LISTING[: LISTING.index("# last")].encode()).hexdigest()
    journal = json.dumps({"paths": ["c.txt"], "listing": digest})
    put(desk / ".briefgen" / "seeds-removing.json", journal)
    CliRunner().invoke(main, command.split())
    assert ("c.txt" in find(desk / "seeds")) is (listed == LISTING)
    assert hidden(desk) == []


def test_a_text_that_has_come_meanwhile_keeps_its_name_when_a_removal_is_undone(
    tmp_path: Path,
) -> None:
    prepared(tmp_path / "desk")
    seeds = tmp_path / "desk" / "seeds"
    (seeds / "c.txt").rename(seeds / ".briefgen-removing-0")
    put(tmp_path / "desk/.briefgen/seeds-removing.json", '{"paths": ["c.txt"], "listing": null}')
    put(seeds / "c.txt", "Newer.")
    assert remove(seeds, Wanted(("gone.txt",), seeds)) == (Removed("gone.txt", False, True),)
    assert (seeds / "c.txt").read_text() == "Newer."
    assert (seeds / "c-2.txt").read_text() == "Fuel is short, says c.txt."
    assert hidden(tmp_path / "desk") == []


def test_a_listing_that_would_be_wrong_changes_nothing(tmp_path: Path) -> None:
    before = prepared(tmp_path / "desk")
    seeds = tmp_path / "desk" / "seeds"
    with pytest.raises(ConfigError):
        shortened(Path("sources.yaml"), b"{c.txt: {}, b: {}}", frozenset({"c.txt"}))
    put(seeds / "sources.yaml", "{c.txt: {}, b: {}}")
    with pytest.raises(ConfigError):
        remove(seeds, Wanted(("c.txt",), seeds))
    assert state(tmp_path / "desk")[0] == before[0] and hidden(tmp_path / "desk") == []


if __name__ == "__main__":
    found = globals()[sys.argv[1]](Path(sys.argv[2]), tuple(sys.argv[3:]))
    sys.stdout.write(json.dumps(found))
