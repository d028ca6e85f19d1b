"""What a stranger meets before anything is installed: lock files, `make`, the Pango check."""

import ast
import ctypes.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from briefgen import pango
from briefgen.pango import INSTALL, LIBRARIES, missing_pango

CHECKOUT = Path(__file__).resolve().parent.parent
LOCKS = {"requirements.lock": (), "requirements-dev.lock": ("dev",)}


def declared(*extras: str) -> list[str]:
    """Return the requirements that pyproject.toml declares, those of `extras` too."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][one] for one in extras)]
    return [requirement for each in lists for requirement in each]


def names(requirements: Iterable[str]) -> set[str]:
    """Return the projects that `requirements` name, as the lock files spell them."""
    return {re.split("[>=[]", each)[0].lower().replace("_", "-") for each in requirements}


def imported(folder: Path) -> set[str]:
    """Return the top-level packages imported anywhere in the modules of `folder`."""
    trees = [ast.parse(path.read_text("utf-8")) for path in folder.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    whole = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    parts = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in whole + parts}


def locked(name: str) -> dict[str, int]:
    """Return the requirements of a lock file, each with how many files it lets in by hash."""
    pinned: dict[str, int] = {}
    for line in (CHECKOUT / name).read_text("utf-8").splitlines():
        if pin := re.match(r"([a-z0-9-]+)==", line):
            project = pin[1]
            pinned.setdefault(project, 0)
        elif re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}( \\)?", line):
            pinned[project] += 1
    return pinned


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_names_no_place_to_fetch_from(name: str) -> None:
    text = (CHECKOUT / name).read_text("utf-8")
    assert re.findall(r".*(?:://|--index|--extra-index|--find-links|/tmp|/home).*", text) == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_pins_and_hashes_everything_the_project_declares(name: str) -> None:
    pinned = locked(name)
    assert names(declared(*LOCKS[name])) - pinned.keys() == set()
    assert [project for project, files in pinned.items() if files == 0] == []


def test_the_lock_of_the_tests_holds_the_lock_that_users_run() -> None:
    runtime, everything = locked("requirements.lock"), locked("requirements-dev.lock")
    assert runtime.items() <= everything.items()


IF_THERE = set("datasketch docx2txt mammoth readability rensa resiliparse sumy".split())
"""Peers to be measured beside, by whoever has them; never a dependency."""

OURS = {"briefgen", *(path.stem for path in Path(__file__).parent.glob("*.py"))}


FORMATS = ("html", "pdf", "docx", "feeds")


@pytest.mark.parametrize(
    ("folder", "extras"),
    [
        ("briefgen", ("eval", "mail", "dkim", "keyring", "copy", "web", *FORMATS)),
        ("tests", ("dev",)),
    ],
)
def test_every_library_that_is_imported_is_declared(folder: str, extras: tuple[str, ...]) -> None:
    ours = {*OURS, *sys.stdlib_module_names, *IF_THERE}
    owners = packages_distributions()
    used = {library: owners[library] for library in imported(CHECKOUT / folder) - ours}
    known = names(declared(*extras))
    assert {library for library, owner in used.items() if not known & names(owner)} == set()


def test_every_dependency_has_a_floor() -> None:
    assert [requirement for requirement in declared("dev") if ">=" not in requirement] == []


def test_nothing_is_missing_where_pdf_can_be_drawn() -> None:
    assert missing_pango() is None


def test_a_library_that_cannot_be_loaded_is_named_in_one_line_with_every_install_command() -> None:
    message = missing_pango({**LIBRARIES, "Pango": ("libpango-of-no-system.so.0",)})
    assert message is not None
    assert "\n" not in message
    assert "not found: Pango." in message
    assert all(command in message for command in INSTALL.values())


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A clone with what `make` reads before it installs anything."""
    clone = tmp_path / "clone"
    (clone / "briefgen").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "briefgen/pango.py"):
        shutil.copy(CHECKOUT / name, clone / name)
    return clone


def refusal(clone: Path, python: str, **environment: str) -> str:
    """Return the one line with which `make brief` refuses to set `clone` up."""
    finished = subprocess.run(
        ["make", "brief", f"PYTHON={python}"],
        cwd=clone,
        env={**os.environ, "MAKEFLAGS": "", **environment},
        capture_output=True,
        text=True,
    )
    assert finished.returncode != 0
    assert not (clone / ".venv").exists()
    [line] = [line for line in finished.stderr.splitlines() if not line.startswith("make")]
    return line


@pytest.mark.skipif(sys.platform != "linux", reason="only its loader reads LD_LIBRARY_PATH")
def test_make_tells_in_one_line_that_pango_is_missing(fresh: Path) -> None:
    (fresh / "libpango-1.0.so.0").write_bytes(b"not a library, and first on the loader's path")
    line = refusal(fresh, sys.executable, LD_LIBRARY_PATH=str(fresh))
    assert "not found: Pango, PangoFT2." in line
    assert "apt install libpango-1.0-0" in line


def test_make_tells_in_one_line_that_python_is_too_old(fresh: Path) -> None:
    old = fresh / "python3.9"
    script = "import sys; sys.version_info = (3, 9, 18, 'final', 0); exec(sys.argv[1])"
    old.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{script}" "$2"\n', "utf-8")
    old.chmod(0o755)
    line = refusal(fresh, str(old))
    assert line.startswith(f"briefgen needs Python 3.11 or newer, {old} is 3.9")


def test_make_tells_in_one_line_that_there_is_no_python(fresh: Path) -> None:
    assert "3.11 or newer, no-such-python is not here" in refusal(fresh, "no-such-python")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the search is needed")
@pytest.mark.parametrize(("name", "searches"), [("libc.so.6", False), ("libnowhere.so.9", True)])
def test_libraries_are_searched_for_unless_all_of_them_open_by_name(
    name: str, searches: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pango, "LIBRARIES", {"C": ("libc.so.6",), "another": (name,)})
    before = ctypes.util.find_library
    with pango.unsearched():
        assert (ctypes.util.find_library is before) is searches
    assert ctypes.util.find_library is before
