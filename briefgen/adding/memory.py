"""What is remembered of each feed between two looks at it, and of the texts that were removed.

It can be deleted at any time; then what was removed may be brought back.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter, ValidationError

from briefgen.disk import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.adding.items import Added
    from briefgen.fetch import Page


@dataclass(slots=True)
class Remembered:
    """A feed as last seen: what to ask with, and what became of each entry, by its key."""

    etag: str = ""
    modified: str = ""
    entries: dict[str, str] = field(default_factory=dict)

    @property
    def conditions(self) -> dict[str, str]:
        """Return the fields that ask only for what is new (RFC 9110, 13.1)."""
        fields = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in fields.items() if value}

    def note(self, results: Iterable[tuple[str, Added]]) -> None:
        """Remember what became of entries, by their keys; one to be tried again is not."""
        self.entries |= {key: one.path or one.reason for key, one in results if not one.later}

    def ask_next_time(self, page: Page, whole: bool) -> None:
        """Ask next time for what is newer than `page`, if the `whole` of it was taken."""
        self.etag, self.modified = (page.etag, page.modified) if whole else ("", "")


@dataclass(slots=True)
class Removals:
    """Texts that were removed: their paths by the addresses that they had, and by their SHA-256.

    `place` is where that is kept.
    """

    place: Path
    addresses: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    changed: bool = False

    def note(self, path: str, address: str | None, sha256: str) -> None:
        """Remember a text; `sha256` may be empty if its bytes are not known."""
        self.changed = True
        if address:
            self.addresses[address] = path
        if sha256:
            self.digests[sha256] = path

    def path_of(self, address: str | None, data: bytes) -> str:
        """Return the path that a text had when it was removed, empty if it was not."""
        known = self.addresses.get(address or "")
        return known or (self.digests.get(sha256(data).hexdigest(), "") if self.digests else "")

    def forget(self, address: str | None, data: bytes) -> None:
        """Forget a text that a person adds again."""
        if self.path_of(address, data):
            self.changed = True
            self.addresses.pop(address or "", None)
            self.digests.pop(sha256(data).hexdigest(), None)

    def keep(self) -> None:
        """Write it down, if it has changed."""
        if self.changed:
            _write(self.place, {"addresses": self.addresses, "digests": self.digests})


_TABLES = TypeAdapter(dict[Literal["addresses", "digests"], dict[str, str]])
_MEMORY = TypeAdapter(dict[str, Remembered])


def recalled(place: Path) -> dict[str, Remembered]:
    """Return what is remembered, by the feed's address; a broken memory is put aside."""
    return _read(place, _MEMORY)


def keep(place: Path, memory: dict[str, Remembered]) -> None:
    """Write the memory down."""
    _write(place, {address: asdict(one) for address, one in memory.items()})


def removals(folder: Path, hidden: Path) -> Removals:
    """Return what was removed from the corpus `folder`; a broken memory is put aside."""
    place = hidden / f"{folder.name}-removed.json"
    return Removals(place, **_read(place, _TABLES))


def _read(place: Path, shape: TypeAdapter[dict[Any, Any]]) -> dict[Any, Any]:
    try:
        return shape.validate_json(place.read_bytes())
    except FileNotFoundError:
        return {}
    except ValidationError:
        place.replace(place.with_suffix(".broken"))
        return {}


def _write(place: Path, plain: object) -> None:
    data = json.dumps(plain, indent=1, ensure_ascii=False).encode("utf-8", "backslashreplace")
    with replacing(place) as staged:
        staged.write_bytes(data)
