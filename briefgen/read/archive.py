"""Archives: the documents packed in a .zip or .gz file, each at `archive.zip/its/name.html`.

What unpacks to far more than it is, or is an archive again, is refused before it is unpacked.
"""

import gzip
import io
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from briefgen.errors import ReadError
from briefgen.model import Source
from briefgen.read.files import printable
from briefgen.read.reader import Member, Reader, inside
from briefgen.stock import LARGEST

LARGEST_WHOLE = 500 * 1024 * 1024
"""Bytes that all members of an archive may have together."""

_MOST_TIMES, _ALWAYS_FINE = 200, 1024 * 1024
"""How many times its size an archive may unpack to, and the bytes for which that is not asked;
text packs to a tenth, and HTML of many equal parts to a fiftieth."""

_ARCHIVES = frozenset({".zip", ".gz"})
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
)


def unzipped(source: Source) -> Iterator[Member]:
    """Yield the files in a zip file, in the order of their names; hidden ones are passed over.

    Raises ReadError if it is broken or a bomb; a single member that cannot be had says why.
    """
    with opened_zip(source.data) as archive:
        infos = [one for one in archive.infolist() if not one.is_dir()]
        for info in sorted(infos, key=lambda one: (one.filename, one.header_offset)):
            if not _is_hidden(info.filename):
                yield _member(source, archive, info)


def opened_zip(data: bytes) -> zipfile.ZipFile:
    """Return the zip file, once what it says of its own size is known to be sound."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise ReadError(f"expected a zip file, found a broken one: {error}") from error
    _check_whole(sum(info.file_size for info in archive.infolist()), len(data))
    return archive


def unpacked(source: Source) -> Iterator[Member]:
    """Yield the one file in a .gz file. Raises ReadError if it is broken or a bomb."""
    name = PurePosixPath(source.path).stem
    try:
        with gzip.open(io.BytesIO(source.data)) as file:
            data = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(f"expected a gzip file, found a broken one: {error}") from error
    _check_whole(len(data), len(source.data))
    inner = replace(source, path=f"{source.path}/{name}", data=data)
    yield Member(inner, problem=_problem(name, len(data)))


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") and part != ".." for part in parts) or "__MACOSX" in parts


def _member(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    problem = _kind_problem(info) or _problem(info.filename, info.file_size)
    data = b""
    if not problem:
        try:
            with archive.open(info) as file:
                data = file.read(LARGEST + 1)
        except _BROKEN as error:
            problem = f"expected a file that can be unpacked, found a broken one: {error}"
    return Member(inside(source, f"/{printable(info.filename)}", data), problem=problem)


def _problem(name: str, size: int) -> str:
    """Return why a member of that name and size is not taken, or nothing."""
    path = PurePosixPath(name)
    if printable(name) != name or "\\" in name:
        return "expected a name in UTF-8 without control characters and backslashes"
    if path.is_absolute() or ".." in path.parts:
        return "expected a name inside the archive, found one that leads out of it"
    if path.suffix.lower() in _ARCHIVES:
        return "expected a document, found an archive in an archive"
    if size > LARGEST:
        return f"expected at most {LARGEST:,} bytes, found more"
    return ""


def _kind_problem(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _ENCRYPTED:
        return "expected a file that opens without a password"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "expected a regular file, found a link"
    return ""


def _check_whole(size: int, packed: int) -> None:
    if size > LARGEST_WHOLE:
        raise ReadError(f"expected it to unpack to at most {LARGEST_WHOLE:,} bytes, found {size:,}")
    if size > max(_ALWAYS_FINE, _MOST_TIMES * packed):
        raise ReadError(
            f"expected it to unpack to at most {_MOST_TIMES} times its size, found"
            f" {size:,} bytes in {packed:,}"
        )


ZIP = Reader("zip/1", unzipped)
GZIP = Reader("gzip/1", unpacked)
