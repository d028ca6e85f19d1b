"""The package manager of this system, and the command that installs what briefgen needs of it.

`make` reads this module before anything is installed, with whatever Python 3 there is: it uses the
standard library alone and no syntax newer than 3.6, so annotations of newer types are quoted.
"""

import os
import shlex
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

PYTHON, VENV, PANGO, ARABIC = "Python", "venv", "Pango", "an Arabic font"
"""What a package manager is asked for."""

_OS_RELEASE = (Path("/etc/os-release"), Path("/usr/lib/os-release"))
"""Where a Linux system says what it is (os-release(5))."""


class Manager(NamedTuple):
    """A package manager: the systems it is of, its commands, and its packages for each need.

    `systems` are words of `ID` and `ID_LIKE` in os-release(5), or `sys.platform`. `lists` is the
    command that fetches the lists of packages, where a fresh system may have none.
    """

    name: str
    systems: "frozenset[str]"
    install: str
    packages: "dict[str, str]"
    lists: str = ""
    as_root: bool = True


MANAGERS = (
    Manager(
        "Debian, Ubuntu",
        frozenset({"debian", "ubuntu"}),
        "apt-get install --yes",
        {
            PYTHON: "python3.11 python3.11-venv",
            VENV: f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",
            PANGO: "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
            ARABIC: "fonts-noto-core",
        },
        lists="apt-get update",
    ),
    Manager(
        "Fedora",
        frozenset({"fedora", "rhel"}),
        "dnf install --assumeyes",
        {PYTHON: "python3.11", PANGO: "pango", ARABIC: "google-noto-naskh-arabic-fonts"},
    ),
    Manager(
        "openSUSE",
        frozenset({"opensuse", "suse"}),
        "zypper --non-interactive install",
        {PYTHON: "python311", PANGO: "libpango-1_0-0"},
    ),
    Manager(
        "Arch",
        frozenset({"arch"}),
        "pacman -S --needed --noconfirm",
        {PYTHON: "python", PANGO: "pango", ARABIC: "noto-fonts"},
    ),
    Manager(
        "Alpine",
        frozenset({"alpine"}),
        "apk add",
        {
            PYTHON: "python3",
            PANGO: "so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0",
            ARABIC: "font-noto-arabic",
        },
        lists="apk update",
    ),
    Manager(
        "macOS",
        frozenset({"darwin"}),
        "brew install",
        {PYTHON: "python", PANGO: "pango"},
        as_root=False,
    ),
)

WINDOWS = "winget install MSYS2.MSYS2, then in MSYS2 pacman -S mingw-w64-ucrt-x86_64-pango"
"""How a person installs Pango on Windows; no single command does."""


def manager_of(systems: "Iterable[str]") -> "Manager | None":
    """Return the manager of a system that goes by these names, None if none of `MANAGERS` is."""
    known = frozenset(systems)
    return next((manager for manager in MANAGERS if manager.systems & known), None)


def this_manager() -> "Manager | None":
    """Return the manager of this system, if it is known and installed."""
    manager = manager_of(this_system())
    return manager if manager and shutil.which(manager.install.split()[0]) else None


def commands(manager: Manager, needs: "Iterable[str]") -> "list[str]":
    """Return the commands that install the packages for `needs`, to be run one after the other.

    For a user who is not root they begin with `sudo`, or `doas` where there is only that.
    """
    packages = [manager.packages[need] for need in needs if need in manager.packages]
    if not packages:
        return []
    plain = (manager.lists, " ".join([manager.install, *packages]))
    prefix = _elevation() if manager.as_root and not is_root() else ""
    return [prefix + command for command in plain if command]


def how_to_install(need: str) -> str:
    """Return what installs `need` here: the commands, or if the system is unknown those of all."""
    manager = this_manager()
    if manager and need in manager.packages:
        return " && ".join(commands(manager, [need]))
    known = [
        f"{each.name}: {each.install} {each.packages[need]}"
        for each in MANAGERS
        if need in each.packages
    ]
    return "; ".join([*known, *([f"Windows: {WINDOWS}"] if need == PANGO else [])])


def is_root() -> bool:
    """Return whether this process may install packages of the system; never so on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _elevation() -> str:
    """Return the program by which a user runs a command as root, with a blank; "" if none is."""
    return next((f"{name} " for name in ("sudo", "doas") if shutil.which(name)), "")


def this_system() -> "list[str]":
    """Return `ID` and the words of `ID_LIKE` in os-release(5), or else `sys.platform`."""
    file = next((place for place in _OS_RELEASE if place.is_file()), None)
    if file is None or sys.platform != "linux":
        return [sys.platform]
    lines = (line.partition("=") for line in file.read_text("utf-8").splitlines())
    fields = {name: " ".join(shlex.split(value)) for name, _, value in lines}
    return f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".split()
