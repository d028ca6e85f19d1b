"""What `make` needs of the system before it can install anything, then the virtual environment.

That is Python 3.11, its venv (which Debian has in a package of its own) and Pango. What is missing
is installed by the system's package manager: as root at once, else after a yes at a terminal or
with `YES=1` in the environment. Called as `python3 -m briefgen.prerequisites .venv`, with any
Python from 3.6 on.
"""

import os
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec

from briefgen.packages import (
    PANGO,
    PYTHON,
    VENV,
    Manager,
    commands,
    how_to_install,
    is_root,
    this_manager,
)

OLDEST = (3, 11)
CANDIDATES = ("python3", "python3.14", "python3.13", "python3.12", "python3.11")
"""Names by which a Python of at least `OLDEST` may be on the path, beside the one that runs."""

_AGAIN = "--again"
"""The argument of the run that follows an installation."""


def main(folder: str, again: bool) -> None:
    """Make a virtual environment in `folder`, once all that it needs is there; else exit.

    A Python that is too old hands over to a newer one on the path. After an installation a new
    process looks once more: this one may not find libraries that were not there when it began.
    """
    if sys.version_info[:2] >= OLDEST:
        missing = _missing()
    else:
        newer = _newer_python()
        if newer:
            _say(f"{_too_old()}; taking {newer}")
            _hand_over(newer, folder, again)
        missing = {PYTHON: f"Python 3.11 or newer ({_too_old()})", PANGO: ""}
    if missing:
        _install(missing, again)
        _hand_over(sys.executable, folder, again=True)
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", folder])


def _missing() -> "dict[str, str]":
    """Return what is missing beside Python itself, each in words for a person."""
    from briefgen.pango import missing_libraries

    missing = {}
    if not find_spec("ensurepip"):
        missing[VENV] = f"Python's venv ({sys.executable} has no ensurepip)"
    libraries = missing_libraries()
    if libraries:
        missing[PANGO] = f"Pango, which draws the PDF (not found: {', '.join(libraries)})"
    return missing


def _install(missing: "dict[str, str]", again: bool) -> None:
    """Install what is missing, or exit with what a person can do."""
    manager = this_manager()
    orders = commands(manager, missing) if manager else []
    words = "; ".join(filter(None, missing.values()))
    _say(f"{'Still missing' if again else 'Missing'} on this system: {words}")
    if not manager or not orders:
        _stop(missing, *(f"{need}: {how_to_install(need)}" for need in missing))
    elif again:
        _stop(missing)
    else:
        _say(f"    {' && '.join(orders)}")
        _run(manager, orders, missing)


def _run(manager: Manager, orders: "list[str]", missing: "dict[str, str]") -> None:
    """Run the commands that install what is missing, if a person lets us; exit if not."""
    if not _is_allowed(manager, orders):
        sys.exit(1)
    for order in orders:
        status = subprocess.call(shlex.split(order))
        if status:
            _stop(missing, f"`{order}` ended with status {status}")


def _stop(missing: "dict[str, str]", *advice: str) -> None:
    """Exit with advice; another Python is one where Python or its venv is missing."""
    needs_python = PYTHON in missing or VENV in missing
    another = "Another Python, with venv, can be named: make PYTHON=python3.13"
    sys.exit("\n".join([*advice, *([another] if needs_python else [])]) or 1)


def _is_allowed(manager: Manager, orders: "list[str]") -> bool:
    """Return whether the commands may be run; say how they can be if not."""
    if is_root() and manager.as_root:
        return True
    if is_root() or (manager.as_root and orders[0].split()[0] not in {"sudo", "doas"}):
        _say(f"Run this {'as a user who is not root' if is_root() else 'as root'}, then make again")
        return False
    if os.environ.get("YES") == "1":
        return True
    if sys.stdin.isatty() and sys.stderr.isatty():
        return _is_agreed()
    _say("Run this, then make again; with YES=1 in its environment, make runs it")
    return False


def _is_agreed() -> bool:
    """Return whether the person at the terminal says yes; the end of input is a no."""
    sys.stderr.write("Run this now? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _newer_python() -> "str | None":
    """Return a Python on the path that is new enough; what has the name may be none (pyenv)."""
    check = f"import sys; sys.exit(sys.version_info[:2] < {OLDEST})"
    for path in filter(None, map(shutil.which, CANDIDATES)):
        command = [path, "-c", check]
        if not subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            return path
    return None


def _hand_over(python: str, folder: str, again: bool) -> None:
    """Become the process of another Python, or of this one anew."""
    sys.stderr.flush()
    module = ["-m", "briefgen.prerequisites", folder]
    os.execv(python, [python, *module, *([_AGAIN] if again else [])])


def _too_old() -> str:
    return "{} is {}.{}".format(sys.executable, *sys.version_info)


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main(sys.argv[1], _AGAIN in sys.argv[2:])
