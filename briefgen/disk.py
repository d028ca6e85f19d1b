"""Files written whole, down to the disk, or not at all, and by one process at a time."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def replacing(place: Path, staged: Path | None = None) -> Iterator[Path]:
    """Give a name under which to write what takes the name of `place`, unless the body fails.

    It is hidden, beside `place`, unless `staged` names another on the same file system. What is
    there has the permissions of what was, and is on the disk before it takes the name in one step;
    a link keeps leading where it led.
    """
    target = place.resolve()
    staged = staged or target.with_name(f".briefgen-{os.getpid()}-{target.name}")
    staged.unlink(missing_ok=True)  # left by a process of the same number that was killed
    try:
        yield staged
        synced(staged)
        if target.exists():
            shutil.copymode(target, staged)
        staged.replace(target)
        synced(target.parent)
    finally:
        staged.unlink(missing_ok=True)


def synced(place: Path) -> None:
    """Bring a file, or the names in a folder, to the disk.

    Windows has no handle to a folder that could be synced, and syncs a file only by one to write.
    """
    windows = sys.platform == "win32"
    if windows and place.is_dir():
        return
    handle = os.open(place, os.O_RDWR if windows else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def alone(lock: Path, patience: float, refusal: Callable[[], Exception]) -> Iterator[None]:
    """Hold the file `lock`, which the system frees when a process dies, until the body ends.

    Raises what `refusal` makes if another process holds it for longer than `patience` seconds.
    """
    held = FileLock(lock, timeout=patience)
    try:
        held.acquire()
    except Timeout as error:
        raise refusal() from error
    try:
        yield
    finally:
        with suppress(OSError):  # all is done by now, and the end of the process frees it too
            held.release()
