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
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest

from briefgen import packages, pango
from briefgen.packages import MANAGERS, PANGO, PYTHON, VENV, manager_of
from briefgen.pango import LIBRARIES, missing_pango
from briefgen.prerequisites import OLDEST

CHECKOUT = Path(__file__).resolve().parent.parent
LOCKS = {"requirements.lock": (), "requirements-dev.lock": ("dev",)}


def declared(*extras: str) -> list[str]:
    """Return the requirements that pyproject.toml declares, those of `extras` too."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][one] for one in extras)]
    return [requirement for each in lists for requirement in each]


def names(requirements: Iterable[str]) -> set[str]:
    """Return the projects that `requirements` name, as the lock files spell them."""
    return {normal(re.split("[>=[]", each)[0]) for each in requirements}


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


@pytest.mark.parametrize(
    ("folder", "extras"),
    [
        ("briefgen", ("eval", "dkim", "keyring", "copy")),
        ("tests", ("dev",)),
    ],
)
def test_every_library_that_is_imported_is_declared(folder: str, extras: tuple[str, ...]) -> None:
    ours = {*OURS, *sys.stdlib_module_names, *IF_THERE}
    owners = packages_distributions()
    used = {library: owners[library] for library in imported(CHECKOUT / folder) - ours}
    known = names(declared(*extras))
    assert {library for library, owner in used.items() if not known & names(owner)} == set()


REQUIREMENT = re.compile(
    r"(?P<name>[\w.-]+)(\[(?P<asked>[\w.-]+)\])?[^;]*(;.*\bextra == ['\"](?P<extra>[\w.-]+)['\"])?"
)


def requirements(project: str, extra: str | None = None) -> list[re.Match[str]]:
    """Return what an installed project requires, or with `extra` what that brings; else nothing."""
    try:
        found = filter(None, map(REQUIREMENT.match, requires(project) or ()))
    except PackageNotFoundError:  # it is for other systems or Pythons
        return []
    return [one for one in found if normal(one["extra"] or "") == normal(extra or "")]


def normal(name: str) -> str:
    return name.lower().replace("_", "-")


def closure(projects: Iterable[str]) -> set[str]:
    """Return `projects` and all that come with them."""
    known, waiting = set[str](), {*projects}
    while waiting:
        known |= waiting
        waiting = names(each["name"] for one in waiting for each in requirements(one)) - known
    return known


def test_what_comes_by_an_extra_of_a_library_is_declared_by_name_too() -> None:
    """Old pips pass over an extra that is spelt otherwise than its library spells it."""
    required = [each for one in closure(names(declared())) for each in requirements(one)]
    asked = {(each["name"], each["asked"]) for each in required if each["asked"]}
    brought = names(
        each["name"]
        for project, extra in asked
        for each in requirements(project, extra)
        if each["extra"] != extra
    )
    assert brought == {"lxml-html-clean"}
    assert brought - names(declared()) == set()


def test_every_dependency_has_a_floor() -> None:
    assert [requirement for requirement in declared("dev") if ">=" not in requirement] == []


def test_old_pythons_understand_what_make_runs_first() -> None:
    """No syntax newer than 3.7 knows, and annotations that a newer typing would need are quoted."""
    for module in ("__init__", "packages", "prerequisites"):
        source = (CHECKOUT / "briefgen" / f"{module}.py").read_text("utf-8")
        nodes = [*ast.walk(ast.parse(source, feature_version=(3, 7)))]
        annotations = [getattr(node, "annotation", None) for node in nodes]
        annotations += [getattr(node, "returns", None) for node in nodes]
        assert {type(one) for one in annotations if one} <= {ast.Name, ast.Constant}


def test_the_oldest_python_is_the_one_that_the_project_declares() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">={}.{}".format(*OLDEST)


# --- the package manager of the system ---------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "name"),
    [
        ("debian", "Debian, Ubuntu"),
        ("linuxmint ubuntu debian", "Debian, Ubuntu"),
        ("fedora", "Fedora"),
        ("rocky rhel centos fedora", "Fedora"),
        ("opensuse-leap suse opensuse", "openSUSE"),
        ("manjaro arch", "Arch"),
        ("alpine", "Alpine"),
        ("darwin", "macOS"),
        ("nixos", None),
        ("win32", None),
    ],
)
def test_a_system_is_known_by_what_it_calls_itself(system: str, name: str | None) -> None:
    manager = manager_of(system.split())
    assert (manager and manager.name) == name


APT = (
    "apt-get update",
    "apt-get install --yes libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
)


@pytest.mark.parametrize(
    ("system", "root", "commands"),
    [
        ("debian", True, APT),
        ("debian", False, tuple(f"sudo {command}" for command in APT)),
        ("fedora", False, ("sudo dnf install --assumeyes pango",)),
        ("darwin", False, ("brew install pango",)),
    ],
)
def test_a_command_installs_what_is_needed_as_root_unless_it_is_homebrews(
    system: str,
    root: bool,
    commands: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program(tmp_path / "sudo", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(packages, "is_root", lambda: root)
    manager = manager_of([system])
    assert manager
    assert packages.commands(manager, [PANGO]) == [*commands]
    assert packages.commands(manager, []) == []


def test_every_manager_has_python_and_pango_and_a_command_says_all_that_it_is_asked_for() -> None:
    for manager in MANAGERS:
        *_, command = packages.commands(manager, [PYTHON, PANGO])
        wanted = f"{manager.packages[PYTHON]} {manager.packages[PANGO]}"
        assert command.endswith(f"{manager.install} {wanted}")


# --- what make asks of the system --------------------------------------------------------------


def test_nothing_is_missing_where_pdf_can_be_drawn() -> None:
    assert missing_pango() is None


def test_a_library_that_cannot_be_loaded_is_named_in_one_line_with_the_way_to_install_it() -> None:
    message = missing_pango({**LIBRARIES, "Pango": ("libpango-of-no-system.so.0",)})
    assert message == (
        f"PDF needs Pango, not found: Pango. To install it: {packages.how_to_install(PANGO)}"
    )


def test_on_a_system_that_is_not_known_the_commands_of_all_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packages, "this_system", lambda: ["nixos"])
    told = packages.how_to_install(PANGO)
    assert "\n" not in told
    assert all(f"{each.install} {each.packages[PANGO]}" in told for each in MANAGERS)
    assert "Windows: winget" in told


def program(place: Path, script: str) -> None:
    """Write a shell script that can be called."""
    place.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    place.chmod(0o755)


Run = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Machine:
    """A clone with what `make` reads before it installs anything, on a system without Pango.

    Its package managers are scripts that write down how they are called and, if `cured`, end what
    hides Pango. `variables` are those of the environment.
    """

    clone: Path
    programs: Path
    variables: dict[str, str]

    def make(self, python: str | Path = sys.executable, **more: str) -> Run:
        """Return how `make` fares with the virtual environment, without a terminal."""
        return subprocess.run(
            [str(shutil.which("make")), ".venv/.made", f"PYTHON={python}"],
            cwd=self.clone,
            env=self.variables | more,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    def calls(self) -> list[str]:
        """Return the calls of package managers so far."""
        log = self.clone / "calls"
        return log.read_text("utf-8").splitlines() if log.exists() else []

    def is_set_up(self) -> bool:
        return (self.clone / ".venv" / "pyvenv.cfg").is_file()


AS_USER = "import os\nos.geteuid = lambda: 1000\n"
AS_ROOT = "import os\nos.geteuid = lambda: 0\n"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine for a user who is not root; the packages that it installs cure it."""
    if sys.platform != "linux" or not manager_of(packages.this_system()):
        pytest.skip("only Linux reads LD_LIBRARY_PATH; its package manager has to be known")
    clone, programs = tmp_path / "clone", tmp_path / "programs"
    for folder in (clone / "briefgen", programs, tmp_path / "site"):
        folder.mkdir(parents=True)
    modules = ("__init__", "packages", "pango", "prerequisites")
    for name in ("Makefile", *(f"briefgen/{module}.py" for module in modules)):
        shutil.copy(CHECKOUT / name, clone / name)
    hidden = clone / "libpango-1.0.so.0"
    hidden.write_bytes(b"not a library, and first on the loader's path")
    for manager in MANAGERS:
        name = manager.install.split()[0]
        cure = f'case "$*" in *pango*) /bin/rm -f {hidden};; esac'
        program(programs / name, f'echo {name} "$@" >> {clone}/calls; {cure}')
    program(programs / "sudo", 'exec "$@"')
    for name in ("echo", "sh", "touch"):
        (programs / name).symlink_to(str(shutil.which(name)))
    (tmp_path / "site" / "sitecustomize.py").write_text(AS_USER)
    variables = {"PATH": str(programs), "LD_LIBRARY_PATH": str(clone), "LANG": "C.UTF-8"}
    return Machine(clone, programs, variables | {"PYTHONPATH": str(tmp_path / "site")})


def as_root(machine: Machine) -> None:
    (machine.clone.parent / "site" / "sitecustomize.py").write_text(AS_ROOT)


def orders(*needs: str) -> list[str]:
    """Return how the package manager of this system is called for `needs`, but for `sudo`."""
    manager = manager_of(packages.this_system())
    assert manager
    return [order.removeprefix("sudo ") for order in packages.commands(manager, needs)]


def test_what_is_missing_is_shown_with_the_command_and_nothing_run_unasked(
    machine: Machine,
) -> None:
    done = machine.make()
    assert done.returncode != 0
    assert "not found: Pango, PangoFT2" in done.stderr
    assert " && ".join(f"sudo {order}" for order in orders(PANGO)) in done.stderr
    assert "YES=1" in done.stderr
    assert machine.calls() == []
    assert not machine.is_set_up()


def test_with_yes_in_the_environment_the_command_is_run_and_make_goes_on(machine: Machine) -> None:
    done = machine.make(YES="1")
    assert done.returncode == 0, done.stderr
    assert machine.calls() == orders(PANGO)
    assert machine.is_set_up()


def test_root_is_shown_the_command_and_not_asked(machine: Machine) -> None:
    as_root(machine)
    done = machine.make()
    assert done.returncode == 0, done.stderr
    assert f"    {' && '.join(orders(PANGO))}\n" in done.stderr
    assert machine.calls() == orders(PANGO)
    assert machine.is_set_up()


def test_who_cannot_become_root_is_told_to_find_someone_who_can(machine: Machine) -> None:
    (machine.programs / "sudo").unlink()
    done = machine.make(YES="1")
    assert done.returncode != 0
    assert "Run this as root, then make again" in done.stderr
    assert machine.calls() == []


@pytest.mark.parametrize(("answer", "is_run"), [("y", True), ("n", False), ("", False)])
def test_a_person_at_the_terminal_is_asked(machine: Machine, answer: str, is_run: bool) -> None:
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [str(shutil.which("make")), ".venv/.made", f"PYTHON={sys.executable}"],
        cwd=machine.clone,
        env=machine.variables,
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        shown = b""
        while b"[y/N] " not in shown:
            shown += os.read(ours, 1000)  # an error when the process has ended without asking
        os.write(ours, f"{answer}\n".encode())
    os.close(ours)
    assert (process.returncode == 0) is is_run
    assert machine.calls() == (orders(PANGO) if is_run else [])
    assert machine.is_set_up() is is_run


def test_a_command_that_fails_ends_it_with_its_status(machine: Machine) -> None:
    manager = orders(PANGO)[0].split()[0]
    program(machine.programs / manager, "exit 100")
    done = machine.make(YES="1")
    assert done.returncode != 0
    assert f"`sudo {orders(PANGO)[0]}` ended with status 100" in done.stderr
    assert not machine.is_set_up()


def test_a_command_that_does_not_help_is_run_once_and_said_not_to_have_helped(
    machine: Machine,
) -> None:
    manager = orders(PANGO)[0].split()[0]
    program(machine.programs / manager, f'echo {manager} "$@" >> {machine.clone}/calls')
    done = machine.make(YES="1")
    assert done.returncode != 0
    assert "Still missing on this system: Pango" in done.stderr
    assert machine.calls() == orders(PANGO)
    assert not machine.is_set_up()


def test_a_python_without_venv_is_named_beside_pango_and_both_asked_for_at_once(
    machine: Machine,
) -> None:
    hide = "import sys\nsys.modules['ensurepip'] = None\n"
    (machine.clone.parent / "site" / "sitecustomize.py").write_text(AS_USER + hide)
    done = machine.make()
    assert done.returncode != 0
    assert "Python's venv" in done.stderr and "; Pango" in done.stderr
    assert " && ".join(f"sudo {order}" for order in orders(VENV, PANGO)) in done.stderr
    assert not machine.is_set_up()


def old_python(machine: Machine) -> Path:
    """Return a Python that believes it is 3.9."""
    place = machine.programs / "python3.9"
    script = (
        "import runpy, sys; sys.version_info = (3, 9, 18, 'final', 0);"
        " sys.argv = sys.argv[1:]; sys.modules['briefgen.pango'] = None;"
        " runpy.run_module('briefgen.prerequisites', run_name='__main__', alter_sys=True)"
    )
    program(place, f'shift 1; exec "{sys.executable}" -c "{script}" "$@"')
    return place


def test_a_python_that_is_too_old_is_said_to_be_with_the_command_for_a_newer_one(
    machine: Machine,
) -> None:
    done = machine.make(old_python(machine))
    assert done.returncode != 0
    assert re.search(r"Python 3\.11 or newer \(\S+ is 3\.9\)\n", done.stderr)
    assert " && ".join(f"sudo {order}" for order in orders(PYTHON, PANGO)) in done.stderr
    assert not machine.is_set_up()


def test_a_python_that_is_too_old_gives_way_to_a_newer_one_on_the_path(machine: Machine) -> None:
    program(machine.programs / "python3.12", "exit 127")  # as pyenv has names that stand for none
    program(machine.programs / "python3.11", f'exec "{sys.executable}" "$@"')
    done = machine.make(old_python(machine), YES="1")
    assert done.returncode == 0, done.stderr
    assert re.search(r"is 3\.9; taking \S+/python3\.11\n", done.stderr)
    assert machine.is_set_up()


def test_make_tells_in_one_line_that_there_is_no_python(machine: Machine) -> None:
    done = machine.make("no-such-python")
    [line] = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert "3.11 or newer, no-such-python is not here" in line


def test_on_macos_libraries_are_looked_for_where_homebrew_has_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ctypes.macholib import dyld

    (tmp_path / "libpango-1.0.dylib").write_bytes(b"")
    monkeypatch.setattr(dyld, "DEFAULT_LIBRARY_FALLBACK", ["/usr/lib"])
    for _ in range(2):
        pango.search_by_name(str(tmp_path))
    assert dyld.dyld_find("libpango-1.0.dylib", env={}) == str(tmp_path / "libpango-1.0.dylib")
    assert vars(dyld)["DEFAULT_LIBRARY_FALLBACK"] == ["/usr/lib", str(tmp_path)]


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
