"""Two folders change names in one step, on the systems that can do it."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h; renameat2(2), Linux 3.15, glibc 2.28
_RENAME_SWAP = 2  # sys/stdio.h; renamex_np(2), macOS 10.12

_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a kernel or a file system answers that does not know how to exchange."""


def swap(staged: Path, folder: Path, aside: Path) -> Path | None:
    """Give `staged` the name `folder`; return where the folder of that name is now, if any was.

    One step, after which the previous folder is called `staged`: a process killed at any instant
    leaves one of the two whole under `folder`. Where the system or the file system cannot exchange
    names it takes two, and the previous folder ends as `aside`: after a kill between the two there
    is no `folder`, and whoever comes next has to rename `aside` back.
    OSError if it cannot be done; `folder` is then what it was.
    """
    if not folder.exists():
        staged.rename(folder)
        return None
    if _exchange(staged, folder):
        return staged
    _rename_both(staged, folder, aside)
    return aside


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names atomically; False if this system or file system does not offer it."""
    if sys.platform == "win32":
        return False
    names = os.fsencode(one), os.fsencode(other)
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        call, arguments = "renamex_np", (*names, _RENAME_SWAP)
    else:
        call = "renameat2"
        arguments = (_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    if not hasattr(libc, call):
        return False
    if getattr(libc, call)(*arguments) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _rename_both(staged: Path, folder: Path, aside: Path) -> None:
    folder.rename(aside)
    try:
        staged.rename(folder)
    except OSError:
        aside.rename(folder)
        raise
