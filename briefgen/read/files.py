"""The way in: which files a corpus folder holds, and their bytes, taken with care."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from briefgen.errors import ReadError
from briefgen.model import Metadata, Source

LARGEST = 50 * 1024 * 1024
"""Bytes a file may have; a larger one is no article and is refused by name."""

NOT_SOURCES = frozenset({"sources.yaml"})


def find(folder: Path) -> tuple[str, ...]:
    """Return the paths of all files under `folder`, relative, with `/`, in a fixed order.

    Hidden files and folders and `sources.yaml` are not part of the corpus. Whatever else is
    there is listed, also what cannot be read, so that it gets a verdict.
    """
    return tuple(sorted(_walk(folder, "")))


def _walk(folder: Path, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or prefix + entry.name in NOT_SOURCES:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name


def load(folder: Path, path: str, declared: Metadata) -> Source:
    """Return the file's bytes and their SHA-256.

    Raises ReadError for what is no regular file inside `folder` (a link that leads out of it, a
    device, a pipe), for more than `LARGEST` bytes, and for what the system does not let through.
    """
    place = folder / path
    try:
        _check(folder, place)
        data = place.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror}") from error
    return Source(path, hashlib.sha256(data).hexdigest(), data, declared)


def _check(folder: Path, place: Path) -> None:
    if not place.resolve().is_relative_to(folder.resolve()):
        raise ReadError("expected a file inside the source folder, found a link that leads out of it")
    status = place.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ReadError("expected a regular file, found a folder, pipe, socket or device")
    if status.st_size > LARGEST:
        raise ReadError(f"expected at most {LARGEST:,} bytes, found {status.st_size:,}")
