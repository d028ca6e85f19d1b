"""`briefgen build --if-changed`: unchanged is only said of what would come out the same."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen import pango, pipeline, stock
from briefgen.cli import main
from briefgen.config import load
from briefgen.config.shape import FileShape
from briefgen.deliver import publish
from briefgen.read.files import find
from briefgen.unchanged import OUTPUT, SOURCES, difference, standing
from briefgen.windows import Window

CHECKOUT = Path(__file__).resolve().parent.parent
DAY = date(2025, 12, 1)


def call(*words: str) -> Result:
    return CliRunner().invoke(main, ["build", "--date", "2025-12-01", *words])


def project(folder: Path) -> Path:
    """Return a small project in `folder`, one file of which is refused, with a template."""
    configured = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
    (folder / "seeds" / "deep").mkdir(parents=True)
    (folder / "templates").mkdir()
    (folder / "briefgen.yaml").write_text(configured.replace("[md, html, pdf]", "[md]"), "utf-8")
    shutil.copy(CHECKOUT / "seeds" / "000_5f051f023f56499f.txt", folder / "seeds" / "a.txt")
    shutil.copy(CHECKOUT / "seeds" / "001_88ee1ea33ea1705b.txt", folder / "seeds" / "deep")
    (folder / "seeds" / "copy.txt").write_bytes((folder / "seeds" / "a.txt").read_bytes())
    (folder / "seeds" / "image.png").write_bytes(b"no text")
    (folder / "seeds" / "empty.txt").write_bytes(b"")
    (folder / "seeds" / "link.txt").symlink_to("empty.txt")
    (folder / "seeds" / "sources.yaml").write_text("a.txt:\n  publisher: An Outlet\n")
    own = (CHECKOUT / "templates" / "brief.md.j2").read_text("utf-8")
    (folder / "templates" / "brief.md.j2").write_text(own + "{#- ours #}\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose issue of `DAY` stands; tests copy it."""
    folder = project(tmp_path_factory.mktemp("built"))
    config = load(folder / "briefgen.yaml")
    publish(pipeline.build(config, DAY).artefacts, config.output / "2025-W49")
    return folder


@pytest.fixture
def desk(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the project, in which we stand."""
    shutil.copytree(built, tmp_path / "desk", symlinks=True)
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def changed(day: date = DAY, asked: Window | None = None, output: Path | None = None) -> str | None:
    """Return what differs, for the project where we stand; "all" if even that is unclear."""
    one = standing(Path("briefgen.yaml"), day, asked, output)
    return difference(one) if one else "all"


# --- what is a change --------------------------------------------------------------------------


def write(path: str, text: str) -> Callable[[], object]:
    return lambda: Path(path).write_text(text, "utf-8")


def append(path: str) -> Callable[[], object]:
    return lambda: Path(path).write_bytes(Path(path).read_bytes() + b"\n")


def swap_case(path: str) -> Callable[[], object]:
    """Return what changes a file, but not its size or its times."""

    def touch() -> None:
        place, status = Path(path), Path(path).stat()
        place.write_bytes(place.read_bytes().swapcase())
        os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))

    return touch


def remove(path: str) -> Callable[[], object]:
    return lambda: Path(path).unlink()


def link_out(path: str) -> Callable[[], object]:
    """Return what puts a link in place of a file: the same bytes, but from out of the corpus."""

    def touch() -> None:
        Path(path).rename("elsewhere.txt")
        Path(path).symlink_to(Path("elsewhere.txt").resolve())

    return touch


def edit_ledger(edit: Callable[[dict[str, dict[str, object]]], object]) -> Callable[[], object]:
    def touch() -> None:
        place = Path("output/2025-W49/brief.json")
        ledger = json.loads(place.read_text("utf-8"))
        edit(ledger)
        place.write_text(json.dumps(ledger), "utf-8")

    return touch


LEDGER = "output/2025-W49/brief.json"
CHANGES: list[tuple[str, Callable[[], object], str]] = [
    ("a text gets longer", append("seeds/a.txt"), "a.txt"),
    ("a text keeps its size and times", swap_case("seeds/a.txt"), "a.txt"),
    ("a text below", append("seeds/deep/001_88ee1ea33ea1705b.txt"), "deep/001"),
    ("a copy is one no more", append("seeds/copy.txt"), "copy.txt"),
    ("an empty text is none", write("seeds/empty.txt", "Fuel."), "empty.txt"),
    ("a refused file", append("seeds/image.png"), "image.png"),
    ("a new text", write("seeds/new.txt", "Fuel is short."), "the list of texts"),
    ("a new file that is none", write("seeds/new.exe", "x"), "the list of texts"),
    ("a text is gone", remove("seeds/a.txt"), "a.txt"),
    ("a refused file is gone", remove("seeds/image.png"), "image.png"),
    ("a link is gone", remove("seeds/link.txt"), "link.txt"),
    ("a text has another name", lambda: Path("seeds/a.txt").rename("seeds/b.txt"), "a.txt"),
    ("a text became a link out", link_out("seeds/a.txt"), "a.txt"),
    ("a link to a folder", lambda: Path("seeds/l").symlink_to("deep"), "the list of texts"),
    ("what is known", append("seeds/sources.yaml"), "sources.yaml"),
    ("what is known is gone", remove("seeds/sources.yaml"), "sources.yaml"),
    ("the corpus is gone", lambda: Path("seeds").rename("x"), "sources.yaml"),
    ("a comment in the configuration", append("briefgen.yaml"), "the configuration"),
    ("the configuration is broken", write("briefgen.yaml", "["), "all"),
    ("the configuration is gone", remove("briefgen.yaml"), "all"),
    ("a template", append("templates/brief.md.j2"), "the templates"),
    ("a new template", write("templates/brief.css", "p {}"), "the templates"),
    ("a template is gone", remove("templates/brief.md.j2"), "the templates"),
    ("the brief was edited", append("output/2025-W49/brief.md"), "brief.md"),
    ("the brief is gone", remove("output/2025-W49/brief.md"), "brief.md"),
    ("the ledger is gone", remove(LEDGER), "brief.json"),
    ("the ledger is torn", write(LEDGER, '{"format"'), "the ledger cannot be read"),
    ("the ledger is no ledger", write(LEDGER, "[]"), "the ledger cannot be read"),
    ("another briefgen", edit_ledger(lambda one: one.update(briefgen={"x": 1})), "briefgen"),
    ("an input nobody here knows", edit_ledger(lambda one: one["inputs"].update(x=1)), "else"),
    ("another library", edit_ledger(lambda one: one["versions"].update(numpy="1")), "libraries"),
    ("a library more", edit_ledger(lambda one: one["versions"].update(x="1")), "libraries"),
    ("another Python", edit_ledger(lambda one: one["versions"].update(python="3")), "libraries"),
    ("other weights", edit_ledger(lambda one: one["inputs"].update(tables=[])), "tables"),
]


@pytest.mark.parametrize(
    ("touch", "what"), [one[1:] for one in CHANGES], ids=[one[0] for one in CHANGES]
)
def test_whatever_is_touched_is_a_change(
    touch: Callable[[], object], what: str, desk: Path
) -> None:
    assert changed() is None
    touch()
    assert what in str(changed())


@pytest.mark.parametrize(
    "asked",
    [
        {"day": date(2025, 12, 2)},
        {"day": date(2024, 12, 1)},
        {"asked": Window(date(2025, 1, 1))},
        {"asked": Window(until=date(2025, 11, 30))},
        {"output": Path("elsewhere")},
    ],
    ids=str,
)
def test_another_issue_than_the_one_that_stands_is_a_change(
    asked: dict[str, object], desk: Path
) -> None:
    assert changed(**asked) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "touch",
    [
        lambda: os.utime("seeds/a.txt", (0, 0)),
        write("seeds/feeds.yaml", "# none yet\n"),
        write("seeds/.hidden.txt", "x"),
        write("output/2025-W49/my notes.md", "x"),
        lambda: shutil.rmtree(".briefgen"),
        lambda: Path("unrelated.txt").write_text("x"),
    ],
)
def test_what_does_not_go_into_a_brief_is_none(touch: Callable[[], object], desk: Path) -> None:
    touch()
    assert changed() is None


def test_a_text_that_cannot_be_opened_may_always_have_changed(desk: Path) -> None:
    Path("seeds/loop.txt").symlink_to("loop.txt")
    config = load(desk / "briefgen.yaml")
    publish(pipeline.build(config, DAY).artefacts, config.output / "2025-W49")
    assert changed() == "loop.txt"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_byte_of_any_input_changes_unnoticed(data: st.DataObject, desk: Path) -> None:
    inputs = ["briefgen.yaml", *map(str, sorted(Path("seeds").rglob("*.*"))), "templates"]
    inputs = [one for one in inputs if Path(one).is_file() and Path(one).stat().st_size]
    place = Path(data.draw(st.sampled_from([*inputs, "output/2025-W49/brief.md"])))
    before = place.read_bytes()
    at = data.draw(st.integers(0, len(before) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda one: one != before[at]))
    assert changed() is None
    place.write_bytes(before[:at] + bytes([other]) + before[at + 1 :])
    try:
        assert changed() is not None
    finally:
        place.write_bytes(before)


def test_a_file_inside_a_file_is_known_by_the_file_that_holds_it(desk: Path) -> None:
    """Such as an entry of a feed, or a page in an archive, which each have an address."""
    edit_ledger(lambda one: _split(one["inputs"]["files"], "a.txt"))()  # type: ignore[arg-type]
    assert changed() is None
    append("seeds/a.txt")()
    assert changed() == "a.txt#1"


def _split(files: list[dict[str, object]], path: str) -> None:
    """Put two documents inside of the file at `path` into its place."""
    [whole] = [one for one in files if one["path"] == path]
    files.remove(whole)
    files += [whole | {"path": f"{path}#1"}, whole | {"path": f"{path}/inner/2.html"}]


# --- what changes while it is read -------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["briefgen.yaml", "seeds/sources.yaml", "templates/brief.md.j2", "seeds/image.png"]
)
def test_what_changes_during_a_build_is_a_change_afterwards(
    path: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the build saw it before or after, the next one cannot know."""
    render = pipeline.render  # type: ignore[attr-defined]

    def meanwhile(*given: object) -> object:
        done = render(*given)  # type: ignore[arg-type]
        place = Path(path)
        place.write_bytes(place.read_bytes().replace(b"title", b"title ", 1) + b"\n\n")
        return done

    monkeypatch.setattr(pipeline, "render", meanwhile)
    config = load(desk / "briefgen.yaml")
    publish(pipeline.build(config, DAY).artefacts, config.output / "2025-W49")
    assert changed() is not None


# --- what is told from what --------------------------------------------------------------------


def test_it_sees_the_files_that_a_build_reads(desk: Path) -> None:
    assert sorted(stock.texts(desk / "seeds")) == list(find(desk / "seeds"))


def test_folders_left_out_of_a_configuration_are_those_a_build_takes() -> None:
    fields = FileShape.model_fields
    assert (fields["sources"].default, fields["output"].default) == (SOURCES, OUTPUT)


def test_versions_are_those_that_are_installed() -> None:
    found = stock.versions(["pdf"])
    assert {name: found[name] for name in stock.LIBRARIES} == {
        name: version(name) for name in stock.LIBRARIES
    }


def test_the_drawing_libraries_are_those_that_are_drawn_with() -> None:
    from weasyprint.text import ffi

    major, rest = divmod(ffi.pango.pango_version(), 10_000)
    assert pango.versions() == {
        "pango": f"{major}.{rest // 100}.{rest % 100}",
        "harfbuzz-subset": "absent" if ffi.harfbuzz_subset is None else "present",
    }


# --- the command -------------------------------------------------------------------------------


def test_an_issue_that_stands_is_left_alone(desk: Path) -> None:
    issue = desk / "output" / "2025-W49"
    before = {path: path.stat().st_ctime_ns for path in issue.iterdir()}
    done = call("--if-changed")
    assert (done.exit_code, done.output) == (0, "unchanged: output/2025-W49\n")
    assert json.loads(call("--if-changed", "--json").stdout) == {"unchanged": "output/2025-W49"}
    assert {path: path.stat().st_ctime_ns for path in issue.iterdir()} == before


def test_an_issue_that_does_not_stand_is_built(desk: Path) -> None:
    append("seeds/a.txt")()
    done = call("--if-changed")
    assert (done.exit_code, done.stdout.split()[-1]) == (0, "output/2025-W49/brief.json")
    assert call("--if-changed").output == "unchanged: output/2025-W49\n"
    assert call("--if-changed", "--since", "2025-01-01").stdout.split()[-1].endswith("brief.json")
    assert call("--if-changed").stdout.split()[-1].endswith("brief.json"), "another window"


def test_a_broken_project_fails_as_without(desk: Path) -> None:
    write("briefgen.yaml", "title: [\n")()
    assert call("--if-changed").stderr == call().stderr != ""


def test_unchanged_is_said_before_anything_heavy_is_loaded(desk: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "briefgen", "build", "--if-changed"]
    done = subprocess.run(
        [*command, "--date", "2025-12-01"],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout == "unchanged: output/2025-W49\n"
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    heavy = {"pydantic", "numpy", "sklearn", "jinja2", "weasyprint", "importlib.metadata"}
    assert "yaml" in loaded and not loaded & heavy
