"""A file of lines written whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from briefgen.disk import replacing
from briefgen.errors import DeliveryError


def publish_lines(lines: Iterable[str], place: Path) -> None:
    """Write `lines` to the file `place`; what was there stays if anything fails on the way.

    A link keeps leading where it led; a pipe or a device is written to as the lines come. Raises
    DeliveryError, naming the place, if the system does not let it be written.
    """
    try:
        if place.exists() and not place.is_file():
            _write(lines, place)
        else:
            place.resolve().parent.mkdir(parents=True, exist_ok=True)
            with replacing(place) as staged:
                _write(lines, staged)
    except OSError as error:
        raise DeliveryError(
            f"{error.filename or place}: expected to write {place}, found: {error.strerror}"
        ) from error


def _write(lines: Iterable[str], place: Path) -> None:
    """Write in UTF-8; half a surrogate pair, which that lacks, as the escape that JSON has."""
    with place.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
