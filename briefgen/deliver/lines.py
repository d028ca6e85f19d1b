"""A file of lines written whole or not at all."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from briefgen.errors import DeliveryError


def publish_lines(lines: Iterable[str], place: Path) -> None:
    """Write `lines` to the file `place`; what was there stays if anything fails on the way.

    Raises DeliveryError, naming the place, if the system does not let it be written.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=place.parent, prefix=".briefgen-", delete=False
        ) as staged:
            _fill(Path(staged.name), (staged.write(f"{line}\n") for line in lines))
        Path(staged.name).chmod(0o644)
        Path(staged.name).replace(place)
    except OSError as error:
        raise DeliveryError(f"{place}: cannot be written: {error.strerror}") from error


def _fill(staged: Path, writing: Iterable[int]) -> None:
    """Write everything, or leave no trace."""
    try:
        for _ in writing:
            pass
    except BaseException:
        staged.unlink()
        raise
