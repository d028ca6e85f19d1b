"""A file of lines written whole or not at all."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from briefgen.errors import DeliveryError


def publish_lines(lines: Iterable[str], place: Path) -> None:
    """Write `lines` to the file `place`; what was there stays if anything fails on the way.

    A link keeps leading where it led; a pipe or a device is written to as the lines come. Raises
    DeliveryError, naming the place, if the system does not let it be written.
    """
    try:
        if place.exists() and not place.is_file():
            _write(lines, place, "w")
        else:
            _replace(lines, place.resolve())
    except OSError as error:
        raise DeliveryError(
            f"{error.filename or place}: expected to write {place}, found: {error.strerror}"
        ) from error


def _replace(lines: Iterable[str], target: Path) -> None:
    """Write beside `target`, down to the disk, and take its name in one step."""
    staged = target.with_name(f".briefgen-{os.getpid()}-{target.name}")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(lines, staged, "x")
        if target.exists():
            shutil.copymode(target, staged)
        staged.replace(target)
    finally:
        staged.unlink(missing_ok=True)


def _write(lines: Iterable[str], place: Path, mode: str) -> None:
    """Write in UTF-8; half a surrogate pair, which that lacks, as the escape that JSON has."""
    with place.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
        file.flush()
        if place.is_file():
            os.fsync(file.fileno())
