"""`briefgen build` as a whole: the golden brief, failures that change nothing, honest empties.

`make golden` runs this file as a script: it takes today's sample brief as the golden one.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main

CHECKOUT = Path(__file__).resolve().parent.parent
GOLDEN = CHECKOUT / "tests" / "golden"
README = CHECKOUT / "README.md"
REGENERATE = "if the new brief reads better, `make golden` takes it; then look at what git shows"

Tree = dict[str, bytes]


def build(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["build", "--date", "2025-12-01", *map(str, words)])


def tree(folder: Path) -> Tree:
    """Return every file in `folder` but the lock, hidden ones too, by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in files
        if path.name != ".briefgen.lock"
    }


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the sample project, less the PDF that takes longest; we stand in it."""
    configured = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
    (tmp_path / "briefgen.yaml").write_text(
        configured.replace("formats: [md, html, pdf]", "formats: [md, html]"), "utf-8"
    )
    shutil.copytree(CHECKOUT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- the golden brief --------------------------------------------------------------------------


def settled(ledger: bytes) -> str:
    """Return what of a ledger only the corpus and the code decide.

    Not the versions of libraries, the hashes of what they draw and of the looks, or the comments
    in `briefgen.yaml`; of what lost, how much it was.
    """
    read = json.loads(ledger)
    considered = {one["theme"]: one["total"] for one in read["considered"]}
    kept = {key: read[key] for key in ("format", "issue", "settings", "sources", "sentences")}
    whole = kept | {"files": read["inputs"]["files"], "considered": considered}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def test_the_sample_gives_the_golden_brief(sample_issue: Path) -> None:
    golden = (GOLDEN / "brief.md").read_text("utf-8")
    assert (sample_issue / "brief.md").read_text("utf-8") == golden, REGENERATE


def test_the_sample_gives_the_golden_ledger(sample_issue: Path) -> None:
    golden = json.loads((GOLDEN / "brief.json").read_text("utf-8"))
    assert json.loads(settled((sample_issue / "brief.json").read_bytes())) == golden, REGENERATE


def take_golden() -> None:
    """Build the sample and take it as golden, its bottom line into the README too."""
    with TemporaryDirectory() as output:
        done = build("--config", CHECKOUT / "briefgen.yaml", "--output", output)
        assert done.exit_code == 0, done.stderr or done.exception
        issue = Path(output) / "2025-W49"
        shutil.copy(issue / "brief.md", GOLDEN)
        ledger = settled((issue / "brief.json").read_bytes())
    (GOLDEN / "brief.json").write_text(ledger, "utf-8", newline="\n")
    words = README.read_text("utf-8")
    README.write_text(re.sub(r"(?<=\n)> - .*\n(> - .*\n)*", excerpt(), words), "utf-8")


def excerpt() -> str:
    """Return the bottom line of the golden brief, as the README quotes it."""
    lines = (GOLDEN / "brief.md").read_text("utf-8").split("\n")
    return "".join(f"> {line}\n" for line in lines if line.startswith("- **"))


# --- what fails changes nothing ----------------------------------------------------------------


def write(path: str, text: str | bytes) -> Callable[[Path], None]:
    def do(desk: Path) -> None:
        place = desk / path
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(text.encode() if isinstance(text, str) else text)

    return do


def spoil_every_seed(desk: Path) -> None:
    for seed in (desk / "seeds").glob("*.txt"):
        seed.write_bytes(b"\x7fELF\0\0\0")


def put_a_file_in_the_way(desk: Path) -> None:
    shutil.rmtree(desk / "output" / "2025-W49")
    (desk / "output" / "2025-W49").write_text("a reader's own")


FAILURES: dict[str, tuple[Callable[[Path], object], int, str]] = {
    "a variable that no template has": (
        write("templates/brief.md.j2", "# {{ title }}\n{{ nosuch }}"),
        1,
        r"brief\.md\.j2:2: .*nosuch",
    ),
    "a template that is none": (write("templates/brief.md.j2", "{% if %}"), 1, r"\.md\.j2:1: "),
    "a template that is no text": (write("templates/brief.md.j2", b"\xff"), 1, r"brief\.md\.j2"),
    "a page that asks for a picture": (
        write("templates/page.html.j2", '<img src="http://localhost/x.png">'),
        1,
        "expected nothing to fetch",
    ),
    "a corrupt configuration": (write("briefgen.yaml", "themes: ["), 2, r"briefgen\.yaml: "),
    "no configuration": (lambda desk: (desk / "briefgen.yaml").unlink(), 2, "briefgen init"),
    "a listing of a file elsewhere": (
        write("seeds/sources.yaml", "../no.txt: {title: x}"),
        2,
        r"sources\.yaml(?s:.*)unknown file",
    ),
    "no sources": (lambda desk: shutil.rmtree(desk / "seeds"), 2, "sources: expected a folder"),
    "nothing but binary sources": (spoil_every_seed, 1, r"5 refused \(000_5f051f023f56499f\.txt"),
    "a file where the issue goes": (put_a_file_in_the_way, 1, "2025-W49"),
}


@pytest.mark.parametrize("case", FAILURES)
def test_a_build_that_fails_says_why_and_leaves_the_previous_issue(case: str, desk: Path) -> None:
    breakage, status, message = FAILURES[case]
    configured = (desk / "briefgen.yaml").read_text("utf-8")
    assert build().exit_code == 0
    if "picture" in case:  # it is the PDF that would fetch it
        write("briefgen.yaml", configured.replace("[md, html]", "[md, html, pdf]"))(desk)
    breakage(desk)
    before = tree(desk / "output")
    done = build()
    assert (done.exit_code, done.stdout) == (status, "")
    assert re.search(message, done.stderr), done.stderr
    assert done.stderr.startswith("briefgen: ") and "Traceback" not in done.stderr
    assert tree(desk / "output") == before


def test_a_build_into_the_sources_is_refused(desk: Path) -> None:
    done = build("--output", "seeds/issues")
    assert done.exit_code == 2
    assert "--output: expected a folder outside of the sources" in done.stderr
    assert not (desk / "seeds" / "issues").exists()


def test_a_new_issue_replaces_the_old_one_and_keeps_the_readers_notes(desk: Path) -> None:
    assert build().exit_code == 0
    (desk / "output" / "2025-W49" / "notes.txt").write_text("mine")
    configured = (desk / "briefgen.yaml").read_text("utf-8")
    write("briefgen.yaml", configured.replace("[md, html]", "[md]"))(desk)
    assert build().exit_code == 0
    assert sorted(tree(desk / "output" / "2025-W49")) == ["brief.json", "brief.md", "notes.txt"]


def test_five_kills_of_a_build_leave_a_whole_issue_each_time(desk: Path) -> None:
    assert build().exit_code == 0
    command = [sys.executable, "-m", "briefgen", "build", "--date", "2025-12-02"]
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    quiet = subprocess.DEVNULL
    started = time.monotonic()
    subprocess.run([*command, "--output", "unharmed"], env=environment, check=True, stdout=quiet)
    seconds = time.monotonic() - started
    whole = [tree(desk / "output" / "2025-W49"), tree(desk / "unharmed" / "2025-W49")]
    assert whole[0] != whole[1]
    for share in (0.2, 0.5, 0.8, 0.9, 0.97):
        process = subprocess.Popen(command, env=environment, stdout=quiet)
        time.sleep(share * seconds)
        process.kill()
        assert process.wait() in (0, -signal.SIGKILL)
        assert tree(desk / "output" / "2025-W49") in whole
    assert build().exit_code == 0
    assert tree(desk / "output") == {f"2025-W49/{name}": data for name, data in whole[0].items()}


# --- a project from nothing --------------------------------------------------------------------


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project as `briefgen init` leaves it; we stand in it."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "new")]).exit_code == 0
    monkeypatch.chdir(tmp_path / "new")
    return tmp_path / "new"


def test_a_build_without_texts_says_so_and_writes_nothing(begun: Path) -> None:
    done = build()
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no source to read" in done.stderr
    assert not (begun / "output").exists()


def test_a_build_with_one_text_works(begun: Path) -> None:
    text = "The fuel shortage has closed half of the country's filling stations."
    (begun / "seeds" / "report.txt").write_text(f"Published: 30 November 2025\n\n{text}")
    assert build().exit_code == 0
    words = (begun / "output" / "2025-W49" / "brief.md").read_text("utf-8")
    assert f"- **Energy and Fuel.** {text} [1]\n" in words
    assert "Nothing further is quoted on this theme." in words
    assert (begun / "output" / "2025-W49" / "brief.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "text",
    [
        "A football match was won by the visiting team on Sunday afternoon.",
        "It was what it was. They were not there then.",
        "12 34\n",
        "No",
    ],
)
def test_a_theme_nothing_is_said_on_says_so(text: str, begun: Path) -> None:
    (begun / "seeds" / "report.txt").write_text(f"Published: 30 November 2025\n\n{text}")
    done = build()
    assert done.exit_code == 1, done.stderr
    assert "0 sentences where `minimum:` asks for 1: this issue is not mailed" in done.stderr
    words = (begun / "output" / "2025-W49" / "brief.md").read_text("utf-8")
    assert (
        "The sources read for this issue say nothing on any of its themes that can be quoted alone."
        in words
    )
    assert (
        "The sources read for this issue say nothing on this theme that can be quoted alone."
        in words
    )
    assert "No source is cited." in words
    assert "[1]" not in words


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2024-12-29", "2024-W52"),
        ("2024-12-30", "2025-W01"),
        ("2026-01-01", "2026-W01"),
        ("2027-01-01", "2026-W53"),
        ("2027-01-04", "2027-W01"),
    ],
)
def test_an_issue_is_named_for_its_iso_week(day: str, week: str, desk: Path) -> None:
    assert CliRunner().invoke(main, ["build", "--date", day]).exit_code == 0
    assert [path.name for path in (desk / "output").glob("2*")] == [week]
    assert f"Issue {week} · " in (desk / "output" / week / "brief.md").read_text("utf-8")
    ledger = json.loads((desk / "output" / week / "brief.json").read_bytes())
    assert (ledger["issue"]["date"], ledger["issue"]["week"]) == (day, week)


def test_without_a_date_the_issue_is_of_today(desk: Path) -> None:
    before = f"{date.today():%G-W%V}"
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    [folder] = (desk / "output").glob("2*")
    assert folder.name in {before, f"{date.today():%G-W%V}"}  # midnight may have passed


# --- what comes in, what goes out --------------------------------------------------------------

ODD = {
    "binary.txt": (b"\x7fELF\x02\x01\x01\0\0", "refused"),
    "copy.txt": ((CHECKOUT / "seeds" / "000_5f051f023f56499f.txt").read_bytes(), "duplicate"),
    "empty.txt": (b"", "empty"),
    "picture.png": (b"\x89PNG\r\n\x1a\n", "refused"),
    "spaces.md": (b" \n\t\n", "empty"),
    "windows.txt": ("The siege of Kayes – «encerclé» – goes on.".encode("cp1252"), "read"),
}


def test_every_file_has_a_verdict_and_none_stops_the_build(desk: Path) -> None:
    for name, (data, _) in ODD.items():
        (desk / "seeds" / name).write_bytes(data)
    (desk / "seeds" / "out.txt").symlink_to(CHECKOUT / "README.md")
    expected = {path.name: "read" for path in (CHECKOUT / "seeds").glob("*.txt")}
    expected |= {name: outcome for name, (_, outcome) in ODD.items()} | {"out.txt": "refused"}
    listed = json.loads(CliRunner().invoke(main, ["sources", "--json"]).stdout)
    assert {one["path"]: one["outcome"] for one in listed} == expected
    assert all(one["reason"] for one in listed if one["outcome"] != "read")
    assert build().exit_code == 0
    ledger = json.loads((desk / "output" / "2025-W49" / "brief.json").read_bytes())
    assert {one["path"]: one["outcome"] for one in ledger["inputs"]["files"]} == expected


def test_a_template_beside_the_configuration_goes_before_briefgens_own(desk: Path) -> None:
    write("templates/brief.md.j2", "# Bulletin: {{ title }}\n\nNo more than this.\n")(desk)
    assert build().exit_code == 0
    issue = desk / "output" / "2025-W49"
    words = (issue / "brief.md").read_text("utf-8")
    assert words == "# Bulletin: Mali on the Brink\n\nNo more than this.\n"
    assert "<p>No more than this.</p>" in (issue / "brief.html").read_text("utf-8")


def test_what_is_asked_for_is_what_is_written(desk: Path) -> None:
    done = build("--json")
    expected = [f"output/2025-W49/brief.{suffix}" for suffix in ("md", "html", "json")]
    assert json.loads(done.stdout)["files"] == expected
    assert json.loads(done.stdout)["report"]["sentences"] == 28
    assert done.stderr == "briefgen: 5 texts: 28 sentences from 5\n"
    assert [f"output/{path}" for path in tree(desk / "output")] == sorted(expected)


if __name__ == "__main__":
    take_golden()
