"""The command line: what each command answers, how it fails, what it leaves on a terminal."""

import ast
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.ledger import State
from briefgen.packages import PANGO, how_to_install

CHECKOUT = Path(__file__).resolve().parent.parent
COMMANDS = tuple(
    """
    add approve build doctor eval explain init outbox read recipients refresh remove run schedule
    send sources summarize themes train verify watch
    """.split()
)
IMPORTED_WHEN_CALLED = tuple(
    f"briefgen.{name}"
    for name in "config corpus deliver inventory ledger read scaffold study".split()
)
REQUEST = '{"id": 7, "documents": [{"title": "Fuel", "text": "Fuel is short in Bamako today."}]}\n'
ANSWER = {"id": 7, "summary": ["Fuel is short in Bamako today."]}

Command = Callable[..., subprocess.CompletedProcess[str]]


def call(*words: str | Path | int, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], input=given)


def started(*words: str | Path, **how: Any) -> subprocess.Popen[bytes]:
    """Return `briefgen` at work on `words`, to be watched or disturbed."""
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    return subprocess.Popen([sys.executable, "-m", "briefgen", *words], env=environment, **how)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with two of the sample's texts that is quickly built; we stand in it."""
    configured = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
    (tmp_path / "briefgen.yaml").write_text(
        configured.replace("formats: [md, html, pdf]", "formats: [md]"), "utf-8"
    )
    (tmp_path / "seeds").mkdir()
    for name in ("000_5f051f023f56499f.txt", "001_88ee1ea33ea1705b.txt"):
        shutil.copy(CHECKOUT / "seeds" / name, tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ledger(desk: Path) -> Path:
    """Return the ledger of an issue of `desk`."""
    assert call("build", "--date", "2025-12-01").exit_code == 0
    return desk / "output" / "2025-W49" / "brief.json"


# --- help --------------------------------------------------------------------------------------


def test_the_list_of_commands_cuts_no_sentence_short() -> None:
    shown = CliRunner().invoke(main, ["--help"], terminal_width=80).stdout
    lines = shown.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert tuple(line.split()[0] for line in lines) == COMMANDS
    assert all(line.endswith(".") and not line.endswith("..") for line in lines)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_tells_what_a_command_does_with_an_example_that_parses(command: str) -> None:
    shown = call(command, "--help")
    assert (shown.exit_code, shown.stderr) == (0, "")
    words = shown.stdout.partition("Example:\n")[2].split()
    assert words[:2] == ["briefgen", command]
    there = str(CHECKOUT / "LICENSE")
    arguments = [re.sub(r"[\w./-]+\.jsonl?", there, word) for word in words[2:]]
    main.commands[command].make_context(command, arguments)


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"briefgen, version \d+\.\d+\.\d+\n", call("--version").stdout)


def test_no_room_but_the_command_line_prints() -> None:
    for path in (CHECKOUT / "briefgen").rglob("*.py"):
        names = {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if
                 isinstance(node, ast.Name)}  # fmt: skip
        if "cli" not in path.parts:
            assert not names & {"print", "click"}, path


# --- exit codes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("build --date 2025-12-01", 0, "briefgen: 2 texts: 19 sentences from 2\n"),
        ("sources", 0, ""),
        ("init elsewhere", 0, ""),
        ("build --date 2025-13-01", 2, "'2025-13-01' does not match"),
        ("build --config absent.yaml", 2, "briefgen: absent.yaml: 1 problem\n"),
        ("build --colour", 2, "No such option"),
        ("biuld", 2, "No such command"),
        ("", 2, "Usage: "),
        ("init .", 2, "briefgen: expected none of these to exist yet, found briefgen.yaml"),
        ("explain", 2, "expected an issue, found none; `briefgen build` makes one"),
        ("verify", 2, "expected an issue, found none; `briefgen build` makes one"),
        ("explain absent.json", 2, "absent.json: there is no such issue"),
        ("explain briefgen.yaml", 1, "briefgen: briefgen.yaml: expected an intact brief.json"),
        ("verify briefgen.yaml", 1, "briefgen: briefgen.yaml: expected an intact brief.json"),
        ("verify briefgen.yaml --sources absent", 2, "'absent' does not exist"),
        ("sources --config absent.yaml", 2, "`briefgen init` writes one"),
        ("sources --config seeds", 2, "briefgen: seeds: 1 problem\n"),
        ("summarize --input absent --words 9 --output out", 2, "'absent' does not exist"),
        ("summarize --input seeds --words 9 --output out", 2, "is a directory"),
        ("summarize --input - --words 0 --output out", 2, "0 is not in the range"),
        ("summarize --input - --words 9", 2, "Missing option '--output'"),
        ("summarize --input briefgen.yaml --words 9 --output briefgen.yaml/x", 1, "briefgen: "),
    ],
)
def test_the_exit_code_is_0_if_done_1_if_failed_and_2_if_the_call_was_wrong(
    words: str, status: int, message: str, desk: Path
) -> None:
    done = call(*words.split())
    assert (done.exit_code, type(done.exception)) in {(0, type(None)), (status, SystemExit)}
    assert message in done.stderr
    assert bool(done.stderr) is bool(status) or words.startswith("build")


def test_a_bug_keeps_its_traceback(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.scaffold.scaffold", lambda folder: 1 // 0)
    assert isinstance(call("init", "x").exception, ZeroDivisionError)


@pytest.mark.parametrize(
    ("closed", "words", "message"),
    [
        ("seeds", "sources", "seeds"),
        ("briefgen.yaml", "sources", "briefgen.yaml"),
        ("brief.json", "verify brief.json", "brief.json"),
        ("shut", "init shut", "shut"),
        ("shut", "init shut/desk", "shut"),
    ],
)
def test_what_the_system_does_not_allow_is_said_in_words(
    closed: str,
    words: str,
    message: str,
    public: Path,
    nobody: Callable[[], AbstractContextManager[None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in ("encodings.utf_8_sig", *IMPORTED_WHEN_CALLED):  # which nobody may not read
        import_module(module)
    call("init", public)
    (public / "brief.json").touch()
    (public / "shut").mkdir()
    (public / closed).chmod(0)
    monkeypatch.chdir(public)
    with nobody():
        done = call(*words.split())
    monkeypatch.undo()
    (public / closed).chmod(0o700)
    assert isinstance(done.exception, SystemExit)
    assert done.exit_code in (1, 2)
    assert re.search(rf"{message}.*([Dd]enied|not readable)", done.stderr), done.stderr


# --- answers -----------------------------------------------------------------------------------


def test_every_answer_in_json_is_json_in_ascii(ledger: Path) -> None:
    for words in (
        ["build", "--date", "2025-12-01"],
        ["verify", ledger],
        ["explain", ledger],
        ["explain", ledger, "1"],
        ["sources"],
        ["sources", "--dropped"],
        ["doctor"],
    ):
        done = call(*words, "--json")
        report = "briefgen: 2 texts: 19 sentences from 2\n" if words[0] == "build" else ""
        assert done.stdout.isascii() and done.stderr == report, words
        assert json.loads(done.stdout), words


def test_paths_are_told_as_seen_from_here_if_they_are_below(
    desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert call("build", "--date", "2025-12-01").stdout.splitlines() == [
        "output/2025-W49/brief.md",
        "output/2025-W49/brief.json",
    ]
    below = call("build", "--date", "2025-12-01", "--output", desk / "drafts").stdout
    assert below.startswith("drafts/2025-W49/")
    beside = tmp_path_factory.mktemp("beside")
    away = call("build", "--date", "2025-12-01", "--output", beside).stdout
    assert away.startswith(str(beside / "2025-W49"))


def test_verify_answers_for_each_source_and_file(ledger: Path) -> None:
    done = call("verify", ledger)
    assert done.exit_code == 0
    *lines, last = done.stdout.splitlines()
    assert sorted(lines) == [
        "[1] 001_88ee1ea33ea1705b.txt: intact",
        "[2] 000_5f051f023f56499f.txt: intact",
        "brief.md: intact",
    ]
    assert re.fullmatch(
        r"verified: \d+ sentences, 0 altered, 0 sources missing or unreadable", last
    )


def test_verify_shows_what_was_expected_and_what_is_found(ledger: Path, desk: Path) -> None:
    quoted = json.loads(ledger.read_bytes())["sentences"][0]
    path = {1: "001_88ee1ea33ea1705b.txt", 2: "000_5f051f023f56499f.txt"}[quoted["source"]]
    text = (desk / "seeds" / path).read_text("utf-8")
    place = text.index(" ", quoted["start"] + 20)
    (desk / "seeds" / path).write_text(f"{text[:place]} NOT{text[place:]}", "utf-8")
    done = call("verify", ledger)
    assert done.exit_code == 1
    assert f"{path}: altered\n    sentence 1\n      expected: " in done.stdout
    assert re.search(r"      found:    .*NOT", done.stdout)
    assert re.search(r"NOT VERIFIED: \d+ sentences, [12] altered, ", done.stdout)


@pytest.mark.parametrize(
    ("change", "status", "state"),
    [
        (lambda path: path.write_text(path.read_text("utf-8") + "More.\n", "utf-8"), 0, "CHANGED"),
        (lambda path: path.unlink(), 1, "MISSING"),
        (lambda path: path.write_bytes(b"\0"), 1, "UNREADABLE"),
    ],
)
def test_verify_tells_a_harmless_change_from_a_source_that_is_gone(
    change: Callable[[Path], object], status: int, state: str, ledger: Path, desk: Path
) -> None:
    change(desk / "seeds" / "001_88ee1ea33ea1705b.txt")
    done = call("verify", ledger, "--json")
    answer = json.loads(done.stdout)
    assert (done.exit_code, answer["ok"]) == (status, status == 0)
    states = {one["path"]: one["state"] for one in answer["sources"]}
    assert states == {
        "001_88ee1ea33ea1705b.txt": State[state],
        "000_5f051f023f56499f.txt": State.INTACT,
    }


def test_verify_finds_the_sources_by_the_configuration_above_or_as_told(
    ledger: Path, desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = shutil.copytree(ledger.parent, tmp_path_factory.mktemp("away") / "issue")
    lost = call("verify", away / "brief.json")
    assert lost.exit_code == 2
    assert "there is no briefgen.yaml in a folder above it" in lost.stderr
    assert call("verify", away / "brief.json", "--sources", "seeds").exit_code == 0
    assert call("verify", away / "brief.json", "--config", "briefgen.yaml").exit_code == 0
    os.chdir(away)
    assert call("verify", "brief.json", "--config", desk / "briefgen.yaml").exit_code == 0
    os.chdir(ledger.parent)
    assert call("verify", "brief.json").exit_code == 0


def test_explain_gives_reasons_and_rivals(ledger: Path) -> None:
    overview = call("explain", ledger).stdout.splitlines()
    total = len(json.loads(ledger.read_bytes())["sentences"])
    assert [int(line.split()[0]) for line in overview] == [*range(1, total + 1)]
    told = call("explain", ledger, 1).stdout
    for heading in ("stands in", "cited as", "serves", "what made the score:", "terms that speak"):
        assert f"\n{heading}" in told
    beyond = call("explain", ledger, total + 1)
    assert beyond.exit_code == 1
    assert f"expected a number from 1 to {total}, found {total + 1}" in beyond.stderr


def test_sources_lists_what_is_known_and_what_was_dropped(desk: Path) -> None:
    plain = call("sources").stdout
    assert "  001_88ee1ea33ea1705b.txt  unknown: INTEL READS: " in plain
    assert plain.endswith("2 seen: 2 read\n")
    assert "subscriber" not in plain
    assert (
        "subscription line: Please consider becoming a paid subscriber"
        in call("sources", "--dropped").stdout
    )


def test_sources_of_an_empty_folder_are_none_and_that_is_no_failure(desk: Path) -> None:
    shutil.rmtree(desk / "seeds")
    (desk / "seeds").mkdir()
    assert call("sources").stdout == "0 seen: nothing\n"
    assert json.loads(call("sources", "--json").stdout) == []


def test_init_tells_what_it_wrote_and_overwrites_nothing(desk: Path) -> None:
    assert call("init", "new").stdout == "new/briefgen.yaml\nnew/seeds/sources.yaml\n"
    (desk / "new" / "briefgen.yaml").write_text("mine")
    (desk / "new" / "seeds" / "sources.yaml").unlink()
    again = call("init", "new")
    assert (again.exit_code, again.stdout) == (2, "")
    assert (desk / "new" / "briefgen.yaml").read_text() == "mine"
    assert not (desk / "new" / "seeds" / "sources.yaml").exists()


# --- summarize ---------------------------------------------------------------------------------


def test_summaries_come_in_the_order_of_the_requests(desk: Path) -> None:
    lines = [REQUEST.replace("7", str(number)) for number in (3, 1, 2)]
    (desk / "in.jsonl").write_text("\n".join(lines))
    words = ("summarize", "--input", "in.jsonl", "--words", "9", "--output")
    assert call(*words, "out.jsonl").stdout == ""
    written = (desk / "out.jsonl").read_text("utf-8")
    assert [json.loads(line)["id"] for line in written.splitlines()] == [3, 1, 2]
    assert call(*words, "-").stdout == written


def test_a_theme_decides_what_a_summary_is_about(desk: Path) -> None:
    seeds = sorted((CHECKOUT / "seeds").glob("*.txt"))
    documents = [{"text": seed.read_text("utf-8")} for seed in seeds]
    words = ("summarize", "--input", "-", "--words", "60", "--output", "-")
    for theme in ("Wagner, Russia", "fuel crisis, imports", "France, United States"):
        request = {"id": "x", "theme": theme, "documents": documents}
        summary = " ".join(json.loads(call(*words, given=json.dumps(request)).stdout)["summary"])
        assert re.search(theme.replace(", ", "|"), summary)
        assert 30 <= len(summary.split()) <= 120


@pytest.mark.parametrize("text", ["", " \n", "it was not so.", "12", "\0\0", "—", "a. " * 9999])
def test_no_text_is_too_odd_to_be_summarised(text: str) -> None:
    request = json.dumps({"id": 1, "documents": [{"text": text}, {"text": text}]})
    done = call("summarize", "--input", "-", "--words", "9", "--output", "-", given=request)
    assert done.exit_code == 0, done.exception
    assert all(sentence in text for sentence in json.loads(done.stdout)["summary"])


def test_half_a_surrogate_pair_is_refused_or_written_as_json_can_hold_it(desk: Path) -> None:
    request = json.dumps({"id": 1, "documents": [{"text": "Fuel \ud800 is short in Bamako."}]})
    words = ("summarize", "--input", "-", "--words", "9", "--output", "out.jsonl")
    done = call(*words, given=request)
    assert (done.exit_code, type(done.exception)) in {(0, type(None)), (2, SystemExit)}
    written = (desk / "out.jsonl").read_text("utf-8") if done.exit_code == 0 else "{}"
    assert json.loads(written) in ({}, {"id": 1, "summary": ["Fuel \ud800 is short in Bamako."]})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"id": 1', "line 2: expected "),
        (b"\xff\xfe", "line 2: expected "),
        (b"[" * 100_000, "line 2: expected "),
        (b"[]", "line 2: expected an object, found []"),
        (b'{"documents": []}', "line 2: id: expected a text or a number, found nothing"),
        (b'{"id": 1}', "line 2: documents: expected a list, found nothing"),
        (b'{"id": 1, "documents": [{}]}', "line 2: documents[0].text: expected a text, found"),
        (b'{"id": 1, "documents": [], "theme": 3}', "line 2: theme: expected a text, found 3"),
    ],
)
def test_a_wrong_request_is_named_by_its_line_and_nothing_is_written(
    line: bytes, message: str, desk: Path
) -> None:
    (desk / "in.jsonl").write_bytes(REQUEST.encode() + line)
    (desk / "out.jsonl").write_text("what was there")
    words = ("summarize", "--input", "in.jsonl", "--words", "9", "--output", "out.jsonl")
    done = call(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"briefgen: in.jsonl: {message}")
    assert (desk / "out.jsonl").read_text() == "what was there"
    assert not [*desk.glob(".*")]


def test_summaries_keep_link_and_permissions_of_the_file_they_replace(desk: Path) -> None:
    (desk / "real.jsonl").write_text("old")
    (desk / "real.jsonl").chmod(0o640)
    (desk / "out.jsonl").symlink_to("real.jsonl")
    call("summarize", "--input", "-", "--words", "9", "--output", "out.jsonl", given=REQUEST)
    assert (desk / "out.jsonl").is_symlink()
    assert json.loads((desk / "real.jsonl").read_bytes()) == ANSWER
    assert (desk / "real.jsonl").stat().st_mode & 0o777 == 0o640


def test_summaries_go_into_a_pipe_as_they_come_and_leave_it_a_pipe(desk: Path) -> None:
    os.mkfifo(desk / "pipe")
    read: list[str] = []
    reader = Thread(target=lambda: read.append((desk / "pipe").read_text("utf-8")))
    reader.start()
    call("summarize", "--input", "-", "--words", "9", "--output", "pipe", given=REQUEST)
    reader.join(10)
    assert [json.loads(text) for text in read] == [ANSWER]
    assert (desk / "pipe").is_fifo()


# --- the terminal ------------------------------------------------------------------------------


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Return both ends of a terminal: where it is read, and what a process writes to."""
    ours, theirs = pty.openpty()
    yield ours, theirs
    for end in (ours, theirs):
        os.close(end)


def seen_on(terminal: int, until: bytes, seconds: float) -> bytes:
    """Return what has been shown once `until` is, or when the time is up."""
    shown, end = b"", time.monotonic() + seconds
    while until not in shown and select.select([terminal], [], [], end - time.monotonic())[0]:
        shown += os.read(terminal, 1024)
        if time.monotonic() >= end:
            break
    return shown


def test_long_work_counts_seconds_on_a_terminal_and_wipes_them_and_else_says_nothing(
    desk: Path, terminal: tuple[int, int]
) -> None:
    ours, theirs = terminal
    words = ("summarize", "--input", "-", "--words", "9", "--output")
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    unwatched = started(*words, "unwatched", stderr=subprocess.PIPE, **pipes)
    watched = started(*words, "watched", stderr=theirs, **pipes)
    assert seen_on(ours, b", 2 s", 30).startswith(b"\rbriefgen: summarising, 2 s")
    assert watched.communicate(REQUEST.encode())[0] == b""
    assert re.fullmatch(rb"(\rbriefgen: summarising, \d+ s)*\r +\r", seen_on(ours, b"  \r", 5))
    assert unwatched.communicate(REQUEST.encode()) == (b"", b"")


def test_short_work_shows_no_progress_on_a_terminal(desk: Path, terminal: tuple[int, int]) -> None:
    ours, theirs = terminal
    short = started("sources", stdout=theirs, stderr=theirs)
    shown = seen_on(ours, b"2 seen: 2 read", 30)
    assert short.wait() == 0
    assert not re.search(rb"\x1b|\r(?!\n)", shown)


def test_ctrl_c_ends_with_130_and_leaves_what_was_there(desk: Path) -> None:
    (desk / "out.jsonl").write_text("what was there")
    words = ("summarize", "--input", "-", "--words", "9", "--output", "out.jsonl")
    process = subprocess.Popen(
        [sys.executable, "-m", "briefgen", *words],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    end = time.monotonic() + 30
    while not [*desk.glob(".briefgen-*")] and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=30)[1] == b""
    assert process.returncode == 130
    assert (desk / "out.jsonl").read_text() == "what was there"
    assert not [*desk.glob(".briefgen-*")]


def test_a_reader_that_goes_away_is_no_failure_to_talk_about(desk: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    for words in (("sources", "--dropped"), ("--help",)):
        process = started(*words, stdout=writing, stderr=subprocess.PIPE)
        assert process.communicate()[1] == b""
    os.close(writing)


STEERING = "\x1b[2J\x9b31m\u202e\x07\u200b"


def test_neither_names_nor_texts_can_steer_the_terminal(desk: Path) -> None:
    name = f"re\nport{STEERING}.txt"
    text = f"Fuel supplies to Bamako{STEERING} are blocked by armed groups on all roads.\n"
    (desk / "seeds" / name).write_text(f"SUBSCRIBE {STEERING}now\n\n{text}", "utf-8")
    (desk / "seeds" / f"bad{STEERING}.bin").touch()
    (desk / os.fsdecode(b"seeds/\xff.txt")).write_text("The blockade of Bamako goes on and on.")
    assert call("build", "--date", "2025-12-01").exit_code == 0
    issue = Path("output/2025-W49/brief.json")
    shutil.rmtree(desk / "seeds")
    (desk / "seeds").mkdir()
    (desk / "seeds" / name).write_bytes(b"\0")
    for words in (
        ["sources"],
        ["sources", "--dropped"],
        ["build"],
        ["explain", issue],
        ["explain", issue, 1],
        ["verify", issue],
        ["init", STEERING],
        ["init", STEERING],
        ["build", "--config", STEERING],
        ["verify", STEERING],
    ):
        done = call(*words)
        assert not re.search(r"[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u200b]", done.output), words


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_no_encoding_of_the_terminal_is_a_reason_to_fail(encoding: str, sample_issue: Path) -> None:
    words = ("explain", sample_issue / "brief.json", "1")
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", *words],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": encoding},
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    # click takes ASCII for a misconfiguration and writes UTF-8 all the same
    assert done.stdout.decode("utf-8" if encoding == "ascii" else encoding)


# --- Pango and the doctor ----------------------------------------------------------------------

WITHOUT_PANGO = """
import sys

def refuse(event, arguments):
    if event == "ctypes.dlopen" and "pango" in str(arguments[0]):
        raise OSError(f"{arguments[0]}: cannot open shared object file")

sys.addaudithook(refuse)
"""


@pytest.fixture
def without_pango(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the variables with which Python loads no library called Pango."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "sitecustomize.py").write_text(WITHOUT_PANGO)
    return {"PYTHONPATH": os.pathsep.join([str(folder), str(CHECKOUT)])}


def test_without_pango_a_build_says_so_in_one_line_before_anything_else_fails(
    desk: Path, briefgen: Command, without_pango: dict[str, str]
) -> None:
    (desk / "templates").mkdir()
    (desk / "templates" / "brief.md.j2").write_text("{{ broken")
    configured = (desk / "briefgen.yaml").read_text("utf-8")
    (desk / "briefgen.yaml").write_text(configured.replace("[md]", "[md, pdf]"), "utf-8")
    done = briefgen("build", cwd=desk, **without_pango)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("briefgen: PDF needs Pango, not found: Pango, PangoFT2.")
    assert done.stderr.endswith(f"To install it: {how_to_install(PANGO)}\n")


def test_without_pango_a_build_without_pdf_works(
    desk: Path, briefgen: Command, without_pango: dict[str, str]
) -> None:
    done = briefgen("build", "--date", "2025-12-01", cwd=desk, **without_pango)
    report = "briefgen: 2 texts: 19 sentences from 2\n"
    assert (done.returncode, done.stderr) == (0, report)


TELLING = """
import atexit, gc, sys

def tell(event, arguments):
    if event == "subprocess.Popen":
        print("started:", arguments[0], file=sys.stderr)

sys.addaudithook(tell)
atexit.register(lambda: gc.get_freeze_count() or print("searched for garbage", file=sys.stderr))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the libraries are searched for")
def test_a_build_of_plain_texts_starts_no_other_program_and_ends_without_a_search_for_garbage(
    desk: Path, briefgen: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("site")
    (folder / "sitecustomize.py").write_text(TELLING)
    configured = (desk / "briefgen.yaml").read_text("utf-8")
    (desk / "briefgen.yaml").write_text(configured.replace("[md]", "[md, pdf]"), "utf-8")
    path = os.pathsep.join([str(folder), str(CHECKOUT)])
    done = briefgen("build", "--date", "2025-12-01", cwd=desk, PYTHONPATH=path)
    report = "briefgen: 2 texts: 19 sentences from 2\n"
    assert (done.returncode, done.stderr) == (0, report)


METADATA = """Metadata-Version: 2.4
Name: briefgen
Version: 0.1.0
Requires-Dist: click>=8.2
Requires-Dist: jinja2>=99.1
Requires-Dist: no-such-library>=1.5
Requires-Dist: pytest>=99; extra == 'dev'
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with briefgen's own metadata, as an installation has it."""
    folder = tmp_path_factory.mktemp("metadata")
    make = "import sys, hatchling.build as b; b.prepare_metadata_for_build_wheel(sys.argv[1])"
    command = [sys.executable, "-c", make, str(folder)]
    subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL)
    return folder


def test_the_doctor_finds_nothing_wrong_with_a_healthy_machine(
    desk: Path, briefgen: Command, installed: Path
) -> None:
    path = os.pathsep.join([str(installed), str(CHECKOUT)])
    done = briefgen("doctor", "--json", cwd=desk, PYTHONPATH=path)
    findings = {one["name"]: one for one in json.loads(done.stdout)}
    assert (done.returncode, done.stderr) == (0, "")
    assert all(one["ok"] for one in findings.values())
    project = {
        "briefgen",
        "Pango",
        "fonts",
        "project",
        "sources",
        "output",
        "Arabic, if you quote it",
    }
    assert project | {"scikit-learn", "weasyprint", "jinja2", "pyyaml"} <= findings.keys()
    assert "pytest" not in findings
    assert ".otf" in findings["fonts"]["detail"]


def test_the_doctor_says_what_is_wrong_and_what_to_do_about_it(
    desk: Path, briefgen: Command, without_pango: dict[str, str], tmp_path: Path
) -> None:
    metadata = tmp_path / "site" / "briefgen-0.1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(METADATA)
    path = os.pathsep.join([str(metadata.parent), without_pango["PYTHONPATH"]])
    done = briefgen("doctor", cwd=desk, PYTHONPATH=path)
    assert (done.returncode, done.stderr) == (1, "")
    assert re.search(r"^ok +click: 8", done.stdout, re.MULTILINE)
    for wrong in (
        r"jinja2: 3[\d.]+, too old: pip install 'jinja2>=99\.1'",
        r"no-such-library: not installed: pip install 'no-such-library>=1\.5'",
        r"Pango: PDF needs Pango, not found: Pango, PangoFT2\. To install it: .*",
    ):
        assert re.search(rf"^NOT OK +{wrong}$", done.stdout, re.MULTILINE), done.stdout


def test_the_doctor_looks_at_the_project_too(
    desk: Path, briefgen: Command, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(installed)
    configured = (desk / "briefgen.yaml").read_text("utf-8")
    (desk / "briefgen.yaml").write_text(configured.replace("page: A4", "page: A5"), "utf-8")
    broken = call("doctor")
    assert broken.exit_code == 1
    assert re.search(r"^NOT OK +project: line \d+: page: .*A5", broken.stdout, re.MULTILINE)
    absent = call("doctor", "--config", "absent.yaml")
    assert absent.exit_code == 0
    assert "absent.yaml; `briefgen init DIR` begins one" in absent.stdout
