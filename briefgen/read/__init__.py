"""Stage 1, Source -> Document: every file of the corpus gets a verdict, and most a document.

Which reader understands a file is told by its suffix (`briefgen.read.registry`). A file that holds
many documents gets a verdict for each, at an address of its own: `feed.xml#4f1c09ab2e77`,
`archive.zip/inner/name.html`.
"""

import os
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from briefgen.errors import ReadError
from briefgen.model import Document, Outcome, Verdict
from briefgen.read.files import admit, digest, find, load, printable, state
from briefgen.read.judgement import verdicts
from briefgen.read.registry import READERS, reader_for
from briefgen.read.sandbox import Sandbox
from briefgen.read.sources_yaml import Listed, Listing, listing, usable
from briefgen.stock import holders

__all__ = [
    "READERS",
    "Listed",
    "Listing",
    "Sandbox",
    "digest",
    "find",
    "judge",
    "listing",
    "read",
    "reread",
    "state",
    "usable",
]

LARGEST_HERE = 2 * 1024 * 1024
"""Bytes of a plain text that is read without a process of its own; a hostile one can be slow."""

_UNLISTED = Listed()


def read(folder: Path) -> tuple[Verdict, ...]:
    """Return a verdict for every document under `folder`, in the order of the files' paths.

    Raises ConfigError if the folder's `sources.yaml` is wrong, BriefgenError if the folder cannot
    be listed.
    """
    known = listing(folder).files
    with Sandbox() as sandbox:
        return tuple(
            chain.from_iterable(
                judge(folder, path, known.get(path, _UNLISTED), sandbox) for path in find(folder)
            )
        )


def reread(
    folder: Path, paths: Iterable[str], listed: Mapping[str, Listed] | None = None
) -> dict[str, Document | str]:
    """Return the documents at `paths` as they are now, or why one cannot be read.

    A path where nothing is any more is left out. `listed` is what `sources.yaml` says, if that is
    known; otherwise it is asked, and what is wrong in it is passed over.
    """
    known = usable(folder).files if listed is None else listed
    found: dict[str, Document | str] = {}
    with Sandbox() as sandbox:
        for file, wanted in _by_file(folder, paths).items():
            now = judge(folder, file, known.get(file, _UNLISTED), sandbox)
            found |= {path: one for path in wanted if (one := _now(path, file, now))}
    return found


def judge(folder: Path, path: str, known: Listed, sandbox: Sandbox) -> tuple[Verdict, ...]:
    """Return what becomes of the file at `path`, relative to `folder`, or of all that it holds."""
    try:
        place = admit(folder, path)
        reader = reader_for(path)
        source = load(place, path, known.metadata, known.columns)
    except ReadError as error:
        return (Verdict(printable(path), Outcome.REFUSED, str(error)),)
    if reader.risky or len(source.data) > LARGEST_HERE:
        return sandbox.verdicts(source)
    return tuple(verdicts(source))


def _by_file(folder: Path, paths: Iterable[str]) -> dict[str, list[str]]:
    """Return the addresses at `paths` by the file that holds each, if there is one."""
    files: dict[str, list[str]] = {}
    for path in paths:
        there = (one for one in holders(path) if os.path.lexists(folder / one))
        if (file := next(there, "")) == path or (folder / file).is_file():
            files.setdefault(file, []).append(path)
    return files


def _now(path: str, file: str, verdicts: Iterable[Verdict]) -> Document | str | None:
    """Return what is at `path` now; if the file cannot be read, that is said of all it held."""
    for one in verdicts:
        if one.path in {path, printable(file)}:
            return one.document or one.reason
    return None
