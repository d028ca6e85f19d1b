"""What every test shares: the command as a user calls it, and the sample's issue.

Property tests judge the claim, never the speed of the machine. They look at fifty cases each;
`pytest --hypothesis-profile=thorough` looks at two thousand.
"""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from filelock import FileLock
from hypothesis import settings
from web_site import Site

CHECKOUT = Path(__file__).resolve().parent.parent

settings.register_profile("briefgen", deadline=None, print_blob=True, max_examples=50)
settings.register_profile("thorough", settings.get_profile("briefgen"), max_examples=2000)
settings.load_profile("briefgen")

# A job in the background of a shell ignores Ctrl-C, and so would every command that a test starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def briefgen() -> Command:
    """Return `briefgen` as a process of its own: its arguments, and the variables it finds set."""

    def run(
        *words: str | Path, cwd: Path = CHECKOUT, umask: int = -1, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "briefgen", *words],
            cwd=cwd,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)} | variables,
            umask=umask,
            capture_output=True,
            encoding="utf-8",
        )

    return run


@pytest.fixture(scope="session")
def sample_issue(briefgen: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the sample's issue of 1 December 2025; tests only read it.

    It is built once for all of xdist's workers, whose folders stand in one.
    """
    base = tmp_path_factory.getbasetemp()
    output = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sample"
    with FileLock(output.with_suffix(".lock")):
        if not (output / "2025-W49").exists():  # which it does once it is whole
            words = ("build", "--date", "2025-12-01", "--output", output)
            done = briefgen(*words, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")
            assert done.returncode == 0, done.stderr
    return output / "2025-W49"


@pytest.fixture
def public() -> Iterator[Path]:
    """Return a folder that any user may reach, as they may not reach `tmp_path`."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="session")
def nobody() -> Callable[[], AbstractContextManager[None]]:
    """Return what makes us a user whom the system may refuse: root may do anything, nobody not."""

    @contextmanager
    def as_nobody() -> Iterator[None]:
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        if is_root:
            os.seteuid(65534)
        try:
            if not os.access(CHECKOUT / "templates", os.R_OK, effective_ids=True):
                pytest.skip("nobody but root may read this checkout")
            yield
        finally:
            if is_root:
                os.seteuid(0)

    return as_nobody


@pytest.fixture
def no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare a test's journals the wait for the disk; it is another test that needs it."""
    from briefgen.outbox import opening

    connect = opening._connect

    def connected(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    monkeypatch.setattr(opening, "_connect", connected)


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a site that speaks plain http."""
    site = Site()
    yield site
    site.close()
