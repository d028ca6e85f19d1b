"""Artefacts -> a folder on disk: the whole issue at once, or the previous one untouched.

The new issue is written and synced beside the folder, under a hidden name on the same file system;
then the two change names in one step (`swap.swap`). A process killed at any instant leaves one
whole issue in the folder. What it leaves beside it is known for a left-over by the lock, which the
system releases when a process dies, and is cleared away by the next publication.
"""

import errno
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from briefgen.deliver.swap import swap
from briefgen.disk import alone, synced
from briefgen.errors import DeliveryError
from briefgen.model import Artefact

OWN = frozenset({"brief.md", "brief.html", "brief.pdf", "brief.json"})
"""The names that belong to briefgen; whatever else is in the folder belongs to its reader."""

PATIENCE = 10.0
"""Seconds to wait for another publication in the same output folder; one takes milliseconds."""

_LOCK = ".briefgen.lock"
_STAGED = ".briefgen-new-"
_ASIDE = ".briefgen-old-"


def publish(
    artefacts: Sequence[Artefact], folder: Path, patience: float = PATIENCE
) -> tuple[Path, ...]:
    """Put the issue into `folder` as a whole and return where its files are, in order.

    Files of an earlier issue that this one lacks go; files that are not briefgen's stay. Raises
    DeliveryError, saying where and what, if it cannot be done or another publication goes on for
    longer than `patience` seconds; the folder then holds what it held before.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        target = folder.resolve()
        with alone(target.parent / _LOCK, patience, partial(_refusal, folder, patience)):
            _recover(target.parent)
            _replace(artefacts, target)
    except OSError as error:
        raise DeliveryError(
            f"{error.filename or folder}: expected to publish the issue in {folder}, found: "
            f"{error.strerror or error}; the issue that was there is untouched"
        ) from error
    return tuple(folder / artefact.name for artefact in artefacts)


def _refusal(folder: Path, patience: float) -> DeliveryError:
    return DeliveryError(
        f"{folder}: expected to be the only build publishing there, found another one still at "
        f"it after {patience:g} seconds; nothing was changed"
    )


def _recover(output: Path) -> None:
    """Clear away what killed publications left; the lock says that none is under way."""
    for aside in sorted(output.glob(f"{_ASIDE}*")):
        folder = output / aside.name.removeprefix(_ASIDE)
        if folder.exists():
            _retire(aside, folder)
        else:  # killed between the two renames of a system that cannot exchange names
            aside.rename(folder)
    for staged in sorted(output.glob(f"{_STAGED}*")):
        _retire(staged, output / staged.name.removeprefix(_STAGED))


def _replace(artefacts: Sequence[Artefact], folder: Path) -> None:
    staged = folder.with_name(_STAGED + folder.name)
    aside = folder.with_name(_ASIDE + folder.name)
    try:
        _stage(artefacts, staged)
        if folder.exists():
            _keep(folder, staged)
        synced(staged)
        previous = swap(staged, folder, aside)
        _sync_or_undo(folder, previous, aside if previous == staged else staged)
    finally:  # what is left beside the folder: the previous issue, or an unfinished one
        with suppress(OSError):  # the next publication tries again
            _retire(staged, folder)
            _retire(aside, folder)


def _stage(artefacts: Sequence[Artefact], staged: Path) -> None:
    """Write the issue to `staged`, down to the disk; permissions are as the umask has them."""
    staged.mkdir()
    for artefact in artefacts:
        place = staged / artefact.name
        with place.open("xb") as file:
            file.write(artefact.data)
        synced(place)


def _keep(folder: Path, staged: Path) -> None:
    """Give `staged` the permissions of `folder` and a second name for each of its reader's files.

    A folder that was made read-only is refused, though its parent would let us replace it.
    """
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, "a read-only folder", str(folder))
    shutil.copymode(folder, staged)
    _carry(folder, staged, _link)


def _sync_or_undo(folder: Path, previous: Path | None, free: Path) -> None:
    try:
        synced(folder.parent)
    except OSError:
        if previous:
            swap(previous, folder, free)
        else:
            folder.rename(free)
        raise


def _carry(
    old: Path, new: Path, place: Callable[[Path, Path], None], own: frozenset[str] = OWN
) -> None:
    """Bring what is not briefgen's `own` from `old` to `new` where it is missing or older there."""
    for entry in sorted(old.iterdir()):
        target = new / entry.name
        if entry.is_dir() and not entry.is_symlink():
            target.mkdir(exist_ok=True)
            _carry(entry, target, place, frozenset())
            shutil.copymode(entry, target)
        elif entry.name not in own and _newer(entry, target):
            place(entry, target)


def _newer(entry: Path, target: Path) -> bool:
    if not os.path.lexists(target):
        return True
    return entry.lstat().st_mtime_ns > target.lstat().st_mtime_ns


def _link(entry: Path, target: Path) -> None:
    """Name the file a second time, so that it is in the folder before and after the swap.

    On a file system without hard links `_retire` moves the file, right after the swap.
    """
    with suppress(OSError, NotImplementedError):
        os.link(entry, target, follow_symlinks=False)


def _retire(old: Path, folder: Path) -> None:
    """Remove `old` once what only it holds of a reader's files is safe in `folder`."""
    if not old.exists():
        return
    if folder.is_dir():
        _carry(old, folder, os.replace)
    for subfolder, _, _ in os.walk(old):
        Path(subfolder).chmod(0o700)  # a reader may have made one read-only
    shutil.rmtree(old)
