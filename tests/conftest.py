"""What every test shares: the command as a user calls it, and the sample's issue.

Property tests judge the claim, never the speed of the machine.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from web_site import Site

CHECKOUT = Path(__file__).resolve().parent.parent

settings.register_profile("briefgen", deadline=None, print_blob=True)
settings.load_profile("briefgen")

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
    """Return the folder of the sample's issue of 1 December 2025; tests only read it."""
    output = tmp_path_factory.mktemp("sample")
    words = ("build", "--date", "2025-12-01", "--output", output)
    done = briefgen(*words, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")
    assert done.returncode == 0, done.stderr
    return output / "2025-W49"


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a site that speaks plain http."""
    site = Site()
    yield site
    site.close()
