"""Texts out of the corpus, each with its entry in `sources.yaml`: both, or neither.

The texts first take hidden names in their folders. Then `sources.yaml` is replaced, which is the
point of no return: before it, whatever fails gives the texts their names back; after it, they are
deleted. A journal beside the corpus says which texts are on their way, so that whoever next adds or
removes anything ends a removal that was killed.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from briefgen.adding.listing import shortened
from briefgen.adding.memory import removals
from briefgen.adding.named import Shelved
from briefgen.adding.names import numbered
from briefgen.adding.private import hidden_beside, private
from briefgen.disk import replacing, synced
from briefgen.errors import BriefgenError, UsageError
from briefgen.read.files import digest, find
from briefgen.read.sources_yaml import LISTING, listing
from briefgen.stock import declarations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from briefgen.read.sources_yaml import Listing


@dataclass(frozen=True, slots=True)
class Removed:
    """A path that was taken out of the corpus: whether it was a file, whether it had an entry."""

    path: str
    file: bool
    entry: bool

    def __str__(self) -> str:
        """Return it in words."""
        parts = [word for word, there in (("file", self.file), ("entry", self.entry)) if there]
        return f"{self.path}  ({' and '.join(parts)})"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be removed: paths as a person writes them, seen from the folder `here`.

    `recursive` lets them be folders; `gone` stands for every entry whose file is gone.
    """

    given: tuple[str, ...]
    here: Path
    recursive: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class _Journal:
    """The texts that a removal is taking away, by their paths, and how far it has come.

    `listing` is the hash of `sources.yaml` once the entries are gone, None if it stays as it is;
    then `done` marks the point of no return.
    """

    paths: tuple[str, ...]
    listing: str | None
    done: bool = False


_JOURNAL = TypeAdapter(_Journal)


def remove(folder: Path, wanted: Wanted, dry_run: bool = False) -> tuple[Removed, ...]:
    """Take texts out of the corpus `folder` and their entries out of its `sources.yaml`.

    Returns what is removed, or with `dry_run` what would be, by path. Every other byte of
    `sources.yaml` stays; `refresh` does not bring the texts back. Raises UsageError for a path that
    names nothing in the corpus, and ConfigError if `sources.yaml` is wrong; then, and if the disk
    fails, nothing is changed.
    """
    with private(folder, "adding") as hidden:
        settle(folder, hidden)
        said = listing(folder)
        known = _shelved(folder, said)
        paths, folders = _chosen(known, wanted)
        removed = tuple(
            Removed(one, one in known.files, one in known.entries | known.idle)
            for one in sorted(paths)
        )
        rest = _rest(folder / LISTING, frozenset(one.path for one in removed if one.entry))
        if removed and not dry_run:
            _remember(folder, hidden, said, removed)
            _take_away(folder, hidden, [one.path for one in removed if one.file], rest)
            for one in folders:
                _delete_empty(folder / one)
    return removed


def settle_any(folder: Path) -> None:
    """End a removal from the corpus `folder` that was cut off, if there was one."""
    if _journal_of(folder, hidden_beside(folder)).exists():
        with private(folder, "adding") as hidden:
            settle(folder, hidden)


def settle(folder: Path, hidden: Path) -> bool:
    """End a removal that was cut off, and return whether its texts are gone for good.

    `hidden` is the folder that `private` gives to the one process that may do so.
    """
    place = _journal_of(folder, hidden)
    try:
        journal = _JOURNAL.validate_json(place.read_bytes())
    except FileNotFoundError:
        return False
    except ValidationError as error:
        raise BriefgenError(
            f"{place}: expected a list of texts that are being removed, found something else; they"
            " are in their folders under names that begin with .briefgen-removing"
        ) from error
    done = journal.done or (bool(journal.listing) and journal.listing == declarations(folder))
    for staged, path in _staged(folder, journal.paths):
        if os.path.lexists(staged):
            _end(folder, staged, path, done)
    place.unlink()
    return done


def _end(folder: Path, staged: Path, path: str, done: bool) -> None:
    """Delete a text that has lost its name, or give it one like the name that it had."""
    if done:
        staged.unlink()
        return
    names = (folder / one for one in numbered(path))
    staged.rename(next(one for one in names if not os.path.lexists(one)))


def _shelved(folder: Path, said: Listing) -> Shelved:
    idle = frozenset(one.path for one in said.absent if one.is_pattern)
    patterns = frozenset(said.patterns) - idle
    return Shelved(folder, frozenset(find(folder)), frozenset(said.own), idle, patterns)


def _chosen(known: Shelved, wanted: Wanted) -> tuple[set[str], list[str]]:
    """Return the paths to be removed, and the folders that were named."""
    paths = set(known.entries - known.files) if wanted.gone else set()
    folders: list[str] = []
    for given in wanted.given:
        path, is_folder = known.named(given, wanted.here)
        if is_folder and not wanted.recursive:
            raise UsageError(f"{given}: expected a file, found a folder; --recursive takes folders")
        folders += [path] * is_folder
        paths |= set(known.below(path)) if is_folder else {path}
    if closed := sorted(one for one in paths if one.endswith("/")):
        raise UsageError(f"{closed[0]}: expected a folder, found one that cannot be listed")
    return paths, folders


def _remember(folder: Path, hidden: Path, said: Listing, removed: Iterable[Removed]) -> None:
    """Note what the texts are known by elsewhere, so that no feed brings them back."""
    memory = removals(folder, hidden)
    for one in removed:
        known = said.own.get(one.path)
        memory.note(one.path, known.address if known else None, digest(folder, one.path))
    memory.keep()


def _rest(place: Path, entries: frozenset[str]) -> bytes | None:
    """Return what `sources.yaml` is without these entries, None if it stays as it is."""
    return shortened(place, place.read_bytes(), entries) if entries else None


def _take_away(folder: Path, hidden: Path, paths: Sequence[str], rest: bytes | None) -> None:
    """Remove the files, and let `rest` be `sources.yaml`; all or nothing, whatever fails."""
    changed = None if rest is None else sha256(rest).hexdigest()
    journal = _Journal(tuple(paths), changed)
    try:
        _write(folder, hidden, journal)
        _hide(folder, paths)
        if rest is None:
            _write(folder, hidden, replace(journal, done=True))
        else:
            with replacing(folder / LISTING) as staged:
                staged.write_bytes(rest)
    except BaseException as error:
        done = settle(folder, hidden)
        if isinstance(error, OSError):
            outcome = "they are removed all the same" if done else "nothing was changed"
            raise BriefgenError(
                f"{error.filename or folder}: expected to remove texts from {folder}, found:"
                f" {error.strerror}; {outcome}"
            ) from error
        raise
    settle(folder, hidden)


def _hide(folder: Path, paths: Sequence[str]) -> None:
    """Give the texts their hidden names, and bring these to the disk."""
    for staged, path in _staged(folder, paths):
        (folder / path).rename(staged)
    for parent in sorted({staged.parent for staged, _ in _staged(folder, paths)}):
        synced(parent)


def _staged(folder: Path, paths: Sequence[str]) -> list[tuple[Path, str]]:
    """Return the hidden name of each text, in its own folder, which may be another file system."""
    return [
        ((folder / path).with_name(f".briefgen-removing-{number}"), path)
        for number, path in enumerate(paths)
    ]


def _journal_of(folder: Path, hidden: Path) -> Path:
    return hidden / f"{folder.name}-removing.json"


def _write(folder: Path, hidden: Path, journal: _Journal) -> None:
    place = _journal_of(folder, hidden)
    with replacing(place, place.with_suffix(".new")) as staged:
        staged.write_text(json.dumps(asdict(journal), indent=1), "ascii")


def _delete_empty(folder: Path) -> None:
    """Delete a folder and those in it, as far as nothing is in them."""
    for path, _, _ in os.walk(folder, topdown=False):
        try:
            os.rmdir(path)  # noqa: PTH106 - a name is all that os.walk gives
        except OSError:
            continue
