"""Opening the index: alone, and anew if it is damaged or cannot be kept."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from briefgen.disk import alone
from briefgen.errors import BriefgenError
from briefgen.index.connection import MEMORY, PASSING, DamageError, Place, connected
from briefgen.index.store import Index

PATIENCE = 600.0
"""Seconds to wait for another build that works with the same index."""

_IGNORED = "# Made by briefgen from the sources beside it; it may be deleted at any time.\n*\n"

T = TypeVar("T")

Warn = Callable[[str], None]
"""Takes a warning."""


def place_for(sources: Path) -> Path:
    """Return where the index of a folder of sources is: beside it, out of sight."""
    return sources.parent / ".briefgen" / f"{sources.name}.sqlite"


def with_index(
    place: Path, stamp: bytes, work: Callable[[Index], T], warn: Warn, patience: float = PATIENCE
) -> T:
    """Return what `work` makes of the index at `place`, while no other process has it.

    What was made by anything without this `stamp` is forgotten first. If the index turns out to be
    damaged it is put aside, and the work begins again with a new one; if none can be kept there,
    it is done with one that goes afterwards; `warn` is told of either. Raises BriefgenError if
    another process has it for longer than `patience` seconds.
    """
    try:
        with _alone(place, patience):
            return _tried(place, stamp, work, warn)
    except _UnkeptError as error:
        warn(f"{place}: expected to keep the index there, found: {error}; working without one")
        return _unkept(stamp, work)


class _UnkeptError(Exception):
    """No index can be kept at the place."""


def _tried(place: Path, stamp: bytes, work: Callable[[Index], T], warn: Warn) -> T:
    try:
        return _worked(place, stamp, work)
    except (DamageError, sqlite3.DatabaseError) as error:
        if _is_refusal(error):
            raise _UnkeptError(error) from error
        aside = _put_aside(place)
        warn(f"{place}: the index is damaged ({error}); put aside as {aside.name}, and made anew")
    try:
        return _worked(place, stamp, work)
    except (DamageError, sqlite3.DatabaseError) as error:
        raise _UnkeptError(error) from error


def _unkept(stamp: bytes, work: Callable[[Index], T]) -> T:
    """Work with an index that goes afterwards; it is in memory if no file may be made anywhere."""
    try:
        return _worked(PASSING, stamp, work)
    except sqlite3.OperationalError as error:
        if not _is_refusal(error):
            raise
    return _worked(MEMORY, stamp, work)


def _worked(place: Place, stamp: bytes, work: Callable[[Index], T]) -> T:
    with closing(connected(place)) as connection:
        index = Index(connection, _now(place))
        if not index.stamped(stamp):
            index.begin_anew(stamp)
        return work(index)


def _is_refusal(error: Exception) -> bool:
    """Whether it is the disk, or who else has it open, which no new index would mend."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    }


def _put_aside(place: Path) -> Path:
    aside = place.with_name(f"{place.name}.damaged")
    try:
        place.replace(aside)
        place.with_name(f"{place.name}-journal").unlink(missing_ok=True)
    except OSError as error:
        raise _UnkeptError(f"a damaged index that stays: {error.strerror}") from error
    return aside


@contextmanager
def _alone(place: Path, patience: float) -> Iterator[None]:
    with ExitStack() as held:
        try:
            _prepare(place.parent)
            turn = alone(place.with_suffix(".lock"), patience, partial(_refusal, place, patience))
            held.enter_context(turn)
        except (OSError, NotImplementedError) as error:  # the latter where nothing can be locked
            raise _UnkeptError(getattr(error, "strerror", None) or error) from error
        _sign(place)
        yield


def _refusal(place: Path, patience: float) -> BriefgenError:
    return BriefgenError(
        f"{place}: expected to be the only build at work here, found another one{_holder(place)}"
        f" still at it after {patience:g} seconds"
    )


def _prepare(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text(_IGNORED, encoding="utf-8")


def _sign(place: Path) -> None:
    """Leave word of who holds the lock, for whoever waits in vain."""
    with suppress(OSError):  # a full disk
        place.with_suffix(".holder").write_text(f"{os.getpid()}\n", encoding="ascii")


def _now(place: Place) -> int:
    """Return when the lock was signed: now, by the file system's own clock."""
    try:
        return place.with_suffix(".holder").stat().st_mtime_ns if isinstance(place, Path) else 0
    except OSError:
        return 0


def _holder(place: Path) -> str:
    with suppress(OSError):
        holder = place.with_suffix(".holder").read_text("ascii", "replace").strip()
        return f" (process {holder})" if holder.isdecimal() else ""
    return ""
