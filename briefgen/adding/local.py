"""Files, folders and what is piped in -> Items."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from briefgen.adding.items import Added, Fate, Item
from briefgen.adding.names import slug
from briefgen.errors import BriefgenError, ReadError, UsageError
from briefgen.model import Metadata
from briefgen.read.files import admit, find, load
from briefgen.read.metadata import merge
from briefgen.read.registry import reader_for
from briefgen.read.sources_yaml import Listed, listing
from briefgen.stock import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def files(
    given: Path, known: Metadata, name: str | None, warn: Callable[[str], object]
) -> Iterator[Item | Added]:
    """Yield the file at `given`, or every file in the folder there, hidden ones aside.

    What a folder's own `sources.yaml` says is taken over; what is `known` takes precedence. `warn`
    is given what a person should mend in it.
    """
    try:
        if given.is_dir():
            said = listing(given)
            for problem in said.problems:
                warn(f"{given}: {problem}")
            for path in find(given):
                listed = said.files.get(path, Listed()).metadata
                yield _item(given, path, path, merge(known, listed))
        else:
            whole = Path(os.path.realpath(given, strict=True))
            yield _item(whole.parent, whole.name, name or given.name, known, str(given))
    except OSError as error:
        yield Added(str(given), Fate.FAILED, reason=f"cannot be opened: {error.strerror}")
    except BriefgenError as error:
        yield Added(str(given), Fate.FAILED, reason=str(error))


def piped(stream: BinaryIO, known: Metadata, name: str | None) -> Item | Added:
    """Return what is piped in, named by `name` or by its title; UsageError if it has neither."""
    if name is None and known.title is None:
        raise UsageError("-: expected --name or --title to name it by, found neither")
    try:
        named = name or slug(known.title or "", ".txt")
        reader_for(named)
        data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ReadError(f"expected at most {LARGEST:,} bytes, found more")
        return Item("-", named, data, known)
    except ReadError as error:
        return Added("-", Fate.FAILED, reason=str(error))


def _item(folder: Path, path: str, name: str, known: Metadata, given: str = "") -> Item | Added:
    shown = given or str(folder / path)
    try:
        reader_for(name)
        return Item(shown, name, load(admit(folder, path), path, known).data, known)
    except ReadError as error:
        return Added(shown, Fate.FAILED, reason=str(error))
