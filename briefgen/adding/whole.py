"""Files replaced as a whole, and folders in which one process at a time does it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from briefgen.errors import BriefgenError

PATIENCE = 10.0
"""Seconds to wait for another process that adds to the same corpus."""


@contextmanager
def replacing(place: Path, data: bytes) -> Iterator[Path]:
    """Give a file with `data` that takes the name of `place` unless what follows fails.

    It stands beside `place`, hidden, and is on the disk by then; a link keeps leading where it led.
    """
    target = place.resolve()
    staged = target.with_name(f".briefgen-{os.getpid()}-{target.name}")
    try:
        staged.write_bytes(data)
        synced(staged)
        if target.exists():
            shutil.copymode(target, staged)
        yield staged
        staged.replace(target)
        synced(target.parent)
    finally:
        staged.unlink(missing_ok=True)


def synced(place: Path) -> None:
    """Bring a file, or the names in a folder, to the disk where a system has a way to do so."""
    if os.name != "posix":
        return
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def alone(folder: Path, what: str) -> Iterator[Path]:
    """Give the hidden folder beside the corpus, for the one process that does `what` there.

    Raises BriefgenError if another one is still at it after `PATIENCE` seconds.
    """
    private = folder.resolve().parent / ".briefgen"
    private.mkdir(exist_ok=True)
    try:
        with FileLock(private / f"{folder.name}-{what}.lock", timeout=PATIENCE):
            yield private
    except Timeout as error:
        raise BriefgenError(
            f"{folder}: expected nobody else to be {what} there, found another briefgen still at"
            f" it after {PATIENCE:g} seconds; nothing was changed"
        ) from error
