"""The way in: which files a corpus folder holds, and their bytes, taken with care."""

import hashlib
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from briefgen.errors import BriefgenError, ReadError
from briefgen.model import Metadata, Source
from briefgen.stock import LARGEST, walk

_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})

_UNSPEAKABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # control characters
    r"\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069"  # lines, directions of writing
    r"\ud800-\udfff]"  # bytes that are not UTF-8, as os.fsdecode gives them
)
"""What a name in a list of sources must not hold."""

_KINDS = {
    stat.S_IFDIR: "a folder that is not entered",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def find(folder: Path) -> tuple[str, ...]:
    """Return the paths of all files under `folder`, relative, with `/`, in a fixed order.

    Hidden files and folders, `sources.yaml` and `feeds.yaml` are not part of the corpus. Whatever
    else is there is listed, also what cannot be read, so that it gets a verdict: a folder that
    cannot be listed, and a link to a folder, stand for what is in them. Raises BriefgenError if
    `folder` itself cannot be listed.
    """
    try:
        return tuple(sorted(walk(folder)))
    except OSError as error:
        raise BriefgenError(f"{folder}: cannot be listed: {error.strerror}") from error


def printable(path: str) -> str:
    r"""Return `path` with whatever would spoil a list of sources escaped, as in `a\nb.txt`."""
    return _UNSPEAKABLE.sub(lambda found: ascii(found[0])[1:-1], path)


def admit(folder: Path, path: str) -> Path:
    """Return where the file at `path` is, once it is known to be safe to open.

    Raises ReadError for a name that no list can show, for what is no regular file inside `folder`
    (a link that leads out of it, a device, a pipe), for more than `LARGEST` bytes, and for what
    the system does not let through.
    """
    if printable(path) != path:
        raise ReadError("expected a name in UTF-8 without control characters")
    try:
        place = Path(os.path.realpath(folder / path, strict=True))
        status = place.stat()
        inside = place.is_relative_to(os.path.realpath(folder, strict=True))
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror}") from error
    if not inside:
        raise ReadError("expected a file inside the source folder, found a link out of it")
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "something else")
        raise ReadError(f"expected a regular file, found {kind}")
    _check_size(status.st_size)
    return place


def load(
    place: Path, path: str, declared: Metadata, columns: Mapping[str, str] = _NO_COLUMNS
) -> Source:
    """Return the bytes of the file at `place`, which `admit` gave for `path`, and their SHA-256.

    Raises ReadError if it cannot be read after all, or has grown beyond `LARGEST` bytes.
    """
    try:
        with place.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}") from error
    _check_size(len(data))
    sha256 = hashlib.sha256(data).hexdigest()
    return Source(path, sha256, data, declared, columns=columns)


def state(folder: Path, path: str, before: int) -> str:
    """Return what the file system says of the file at `path`: it changes if the file does.

    It is empty for what cannot be looked at, for a link, whose own state says nothing of what it
    leads to, and for what was touched later than `before`, in nanoseconds: another change within
    the tick of the file system's clock would not be seen.
    """
    try:
        now = os.lstat(f"{folder}/{path}")
    except (OSError, ValueError):
        return ""
    if stat.S_ISLNK(now.st_mode) or max(now.st_mtime_ns, now.st_ctime_ns) > before:
        return ""
    return f"{now.st_size} {now.st_mtime_ns} {now.st_ctime_ns} {now.st_ino} {now.st_mode}"


def digest(folder: Path, path: str) -> str:
    """Return the SHA-256 of the file at `path`, empty if it cannot be read."""
    try:
        return load(admit(folder, path), path, Metadata()).sha256
    except ReadError:
        return ""


def _check_size(size: int) -> None:
    if size > LARGEST:
        raise ReadError(f"expected at most {LARGEST:,} bytes, found {size:,}")
