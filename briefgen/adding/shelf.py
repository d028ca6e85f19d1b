"""Items -> the corpus folder: each whole, under a name that was free, or not at all."""

from __future__ import annotations

import os
from collections import defaultdict
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

from briefgen.adding.items import Added, Fate, Item
from briefgen.adding.listing import declare, problem
from briefgen.adding.memory import removals
from briefgen.adding.names import numbered, safe
from briefgen.adding.private import private
from briefgen.adding.removal import settle
from briefgen.disk import synced
from briefgen.errors import BriefgenError, ReadError
from briefgen.model import Metadata
from briefgen.read.files import admit, find
from briefgen.read.sources_yaml import listing
from briefgen.stock import NOT_SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefgen.adding.memory import Removals

MANY = 50
"""Files from which on the system is asked to bring all it holds to the disk, not each of them."""

_NOTHING = Metadata()


def add(items: Iterable[Item | Added], folder: Path) -> tuple[Added, ...]:
    """Put the items into the corpus `folder` and what is known of them into its `sources.yaml`.

    Returns what became of each, in order; what has already failed is passed on. A text whose bytes
    the corpus already has is not put there again; if nothing was known of it, what is known now is
    written down. Raises ConfigError, and changes nothing, if `sources.yaml` is wrong.
    """
    with private(folder, "adding") as hidden:
        settle(folder, hidden)
        shelf = _Shelf(folder, removals(folder, hidden))
        with shelf.undone_if_it_fails():
            added = tuple(one if isinstance(one, Added) else shelf.take(one) for one in items)
            shelf.settle()
            declare(folder, shelf.known)
        shelf.removals.keep()
    return added


class _Shelf:
    """A corpus folder while texts are added to it."""

    def __init__(self, folder: Path, removals: Removals) -> None:
        self.folder = folder
        self.removals = removals
        self.known: dict[str, Metadata] = {}
        self._own = listing(folder).own
        self._new: list[Path] = []
        self._by_digest: dict[int, dict[bytes, str]] = {}
        self._by_size: dict[int, list[str]] = defaultdict(list)
        for path in find(folder):
            self._by_size[(folder / path).lstat().st_size].append(path)

    def take(self, item: Item) -> Added:
        """Put one item where it belongs."""
        name = safe(item.name)
        if wrong := _unfit(item, name):
            return Added(item.given, Fate.FAILED, reason=wrong)
        path = self._twin(item.data)
        fate = Fate.THERE if path else Fate.ADDED
        path = path or self._place(item.data, name)
        if path not in self._own and item.known != _NOTHING:
            self.known.setdefault(path, item.known)
        self.removals.forget(item.known.address, item.data)
        return Added(item.given, fate, path)

    def settle(self) -> None:
        """Bring what is new to the disk; many at once take a fraction of one by one."""
        if len(self._new) > MANY and hasattr(os, "sync"):
            os.sync()
            return
        for place in self._new:
            synced(place)

    @contextmanager
    def undone_if_it_fails(self) -> Iterator[None]:
        """Take back every file put there if what follows does not end well."""
        try:
            yield
        except BaseException as error:
            for place in self._new:
                place.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise BriefgenError(
                    f"{error.filename or self.folder}: expected to add to {self.folder}, found:"
                    f" {error.strerror}; nothing was changed"
                ) from error
            raise

    def _twin(self, data: bytes) -> str | None:
        """Return the path of a file in the corpus with the same bytes."""
        size = len(data)
        if size not in self._by_digest:
            paths = self._by_size[size]
            self._by_digest[size] = {_digest(self.folder, path): path for path in reversed(paths)}
        return self._by_digest[size].get(sha256(data).digest())

    def _place(self, data: bytes, name: str) -> str:
        """Write `data` under the first free name like `name` and return its path."""
        staged = self.folder / f".briefgen-adding-{os.getpid()}"
        staged.unlink(missing_ok=True)
        staged.write_bytes(data)
        try:
            path = next(one for one in numbered(name) if self._took(staged, one))
        finally:
            staged.unlink(missing_ok=True)
        self._new.append(self.folder / path)
        self._by_digest[len(data)][sha256(data).digest()] = path
        return path

    def _took(self, staged: Path, path: str) -> bool:
        """Give the staged file the name `path`, in one step; False if the name is taken.

        It is taken too if `sources.yaml` has an entry for a file of that name that is gone: what
        the entry says is of another text.
        """
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.parent.resolve().is_relative_to(self.folder.resolve()):
            raise BriefgenError(f"{place}: expected a place in {self.folder}, found a link out")
        if path in self._own or os.path.lexists(place):
            return False
        try:
            os.link(staged, place)  # fails if the name was taken meanwhile, as renaming would not
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            staged.rename(place)
        return True


def _digest(folder: Path, path: str) -> bytes:
    """Return the hash of a file, nothing if it cannot be read."""
    try:
        return sha256(admit(folder, path).read_bytes()).digest()
    except (ReadError, OSError):
        return b""


def _unfit(item: Item, name: str) -> str:
    """Return why the item cannot be taken, empty if it can."""
    if not item.data:
        return "nothing in it"
    if name in NOT_SOURCES:
        return f"expected another name than {name}, which is briefgen's own"
    return problem(item.known)
