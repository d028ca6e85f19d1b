"""What is remembered of each feed between two looks at it; it can be deleted at any time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

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


_MEMORY = TypeAdapter(dict[str, Remembered])


def recalled(place: Path) -> dict[str, Remembered]:
    """Return what is remembered, by the feed's address; a broken memory is put aside."""
    try:
        return _MEMORY.validate_json(place.read_bytes())
    except FileNotFoundError:
        return {}
    except ValidationError:
        place.replace(place.with_suffix(".broken"))
        return {}


def keep(place: Path, memory: dict[str, Remembered]) -> None:
    """Write the memory down."""
    plain = {address: asdict(one) for address, one in memory.items()}
    data = json.dumps(plain, indent=1, ensure_ascii=False).encode("utf-8", "backslashreplace")
    with replacing(place) as staged:
        staged.write_bytes(data)
