"""When to build again: files looked at once in a while, their times and sizes compared.

Looking at 10,000 files takes some 0.1 s and asks nothing of the system but `stat`. The
notifications that systems offer instead are lost on network drives, and have limits that a large
corpus reaches.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from briefgen.stock import DECLARATIONS, template_folders, walk

EVERY = 1.0
"""Seconds between two looks."""

QUIET = 0.5
"""Seconds in which nothing may change before a build begins: a copy is under way for longer."""

Look = Mapping[str, tuple[int, ...]]


def look(config: Path, sources: Path | None, own: Path) -> Look:
    """Return the times and sizes of all that a build reads, by path.

    `sources` is the corpus, if it is known where it is; `own` the folder of briefgen's templates.
    """
    places = [str(config), *map(str, _templates(config, own))]
    if sources:
        places += [f"{sources}/{path}" for path in (DECLARATIONS, *_files(sources))]
    return {place: state for place in places if (state := _state(place))}


def settled(before: Look, now: Callable[[], Look], pause: Callable[[float], object]) -> Look:
    """Return how things are once they differ from `before` and then stay as they are.

    `now` looks, `pause` waits for some seconds.
    """
    found = now()
    while found == before:
        pause(EVERY)
        found = now()
    pause(QUIET)
    while (later := now()) != found:
        found = later
        pause(QUIET)
    return found


def changed(before: Look, after: Look) -> tuple[str, ...]:
    """Return the paths that are new, gone or different."""
    return tuple(
        sorted(one for one in before.keys() | after.keys() if before.get(one) != after.get(one))
    )


def _files(sources: Path) -> Iterator[str]:
    try:
        yield from walk(sources)
    except OSError:  # it is away for the moment
        return


def _templates(config: Path, own: Path) -> Iterator[Path]:
    for folder in template_folders(config.parent, own):
        yield from folder.rglob("[!.]*")


def _state(place: str) -> tuple[int, ...]:
    """Return what changes when a file does; nothing if there is no file."""
    try:
        found = os.stat(place)  # noqa: PTH116 - ten thousand paths a second are a load
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
