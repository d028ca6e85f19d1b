"""The wheel, built and run for real, away from the checkout it came from."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDERS = {
    "templates": "briefgen/templates",
    "seeds": "briefgen/sample/seeds",
    "briefgen": "briefgen",
}


def run(*command: str | Path, folder: Path, status: int = 0) -> str:
    """Run `command` in `folder` as a stranger would, expect `status`, return what it printed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    finished = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True)
    assert finished.returncode == status, finished.stdout + finished.stderr
    return finished.stdout


def built(folder: Path, *options: str) -> Path:
    """Build from the checkout into `folder`, and return the wheel."""
    python = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    run(*python, *options, CHECKOUT, folder=folder)
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into an empty environment; its libraries are lent by this one."""
    environment = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", environment, folder=environment)
    places = sysconfig.get_paths(
        "venv", vars={"base": str(environment), "platbase": str(environment)}
    )
    commands = Path(places["scripts"])
    # A path line adds one folder; the .pth files in it, an editable briefgen's too, stay unread.
    lent = Path(places["purelib"]) / "lent.pth"
    lent.write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(commands / "python"), "install", "--quiet"]
    run(*pip, "--no-deps", "--no-index", "--ignore-installed", wheel, folder=environment)
    return commands


@pytest.fixture(scope="module")
def sample(commands: Path) -> Path:
    """The sample's configuration, where the installed package says it is."""
    ask = "from briefgen import bundled; print(bundled.sample_configuration())"
    return Path(run(commands / "python", "-c", ask, folder=commands).strip())


@pytest.mark.parametrize("source", FOLDERS)
def test_the_wheel_holds_every_file_of_the_checkout_byte_for_byte(wheel: Path, source: str) -> None:
    files = [
        path
        for path in sorted((CHECKOUT / source).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ]
    assert files
    with zipfile.ZipFile(wheel) as archive:
        for path in files:
            inside = f"{FOLDERS[source]}/{path.relative_to(CHECKOUT / source).as_posix()}"
            assert archive.read(inside) == path.read_bytes(), inside


def test_the_wheel_installs_nothing_beside_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert tops == {"briefgen", f"{wheel.name.rpartition('-py3')[0]}.dist-info"}


def test_the_wheel_made_by_way_of_the_source_distribution_is_the_same(
    wheel: Path, tmp_path: Path
) -> None:
    assert built(tmp_path).read_bytes() == wheel.read_bytes()


def test_the_installed_package_sees_nothing_of_the_checkout(
    commands: Path, sample: Path, tmp_path: Path
) -> None:
    ask = "import sys, briefgen; print(*sys.path, briefgen.__file__, sep='\\n')"
    paths = run(commands / "python", "-c", ask, folder=tmp_path).split("\n")
    assert str(CHECKOUT) not in paths
    assert not sample.is_relative_to(CHECKOUT)
    assert sample.read_bytes() == (CHECKOUT / "briefgen.yaml").read_bytes()


def test_the_installed_command_tells_its_version(commands: Path, tmp_path: Path) -> None:
    assert "0.1.0" in run(commands / "briefgen", "--version", folder=tmp_path)


def test_the_doctor_of_the_installed_command_finds_nothing_wrong_and_every_format_read(
    commands: Path, tmp_path: Path
) -> None:
    lines = run(commands / "briefgen", "doctor", folder=tmp_path).splitlines()
    assert [line for line in lines if not line.startswith("ok ")] == []
    assert any(".htm, .html, .xhtml: read by html/" in line for line in lines)


def test_the_installed_command_builds_and_verifies_the_sample(
    commands: Path, sample: Path, tmp_path: Path
) -> None:
    build = ["build", "--config", str(sample), "--date", "2025-12-01", "--output", "issues"]
    printed = run(commands / "briefgen", *build, folder=tmp_path)
    issue = tmp_path / "issues" / "2025-W49"
    for name in ("brief.md", "brief.html", "brief.pdf", "brief.json"):
        assert (issue / name).stat().st_size > 1000
        assert name in printed
    assert (issue / "brief.pdf").read_bytes().startswith(b"%PDF-")
    run(commands / "briefgen", "verify", issue / "brief.json", "--config", sample, folder=tmp_path)


def test_a_project_begun_by_the_installed_command_builds(
    commands: Path, sample: Path, tmp_path: Path
) -> None:
    run(commands / "briefgen", "init", "desk", folder=tmp_path)
    desk = tmp_path / "desk"
    for seed in (sample.parent / "seeds").glob("*.txt"):
        shutil.copy(seed, desk / "seeds")
    run(commands / "briefgen", "build", "--all", "--date", "2025-12-01", folder=desk)
    assert [path.parent.name for path in desk.rglob("brief.md")] == ["2025-W49"]
