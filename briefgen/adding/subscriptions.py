"""`feeds.yaml` beside the texts: the feeds a person follows, to be read and edited."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter

from briefgen.adding.listing import dumped, extended
from briefgen.adding.private import private
from briefgen.disk import replacing
from briefgen.fetch import Policy, allowing, has_scheme
from briefgen.strict_yaml import Kind, Line, Node, Problem, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LISTING = "feeds.yaml"
_LARGEST = 1_000_000


class Keep(StrEnum):
    """What is kept of an entry: the page it links to, or what the feed itself has of it."""

    PAGES = "pages"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed that is followed; `publisher` is said of all its texts."""

    address: str
    publisher: str | None = None
    keep: Keep = Keep.PAGES
    allow: tuple[str, ...] = ()

    @property
    def policy(self) -> Policy:
        """Return what may be fetched for it."""
        return allowing(self.allow)


def keeping(entries: bool) -> Keep:
    """Return what to keep: the feed's own entries, or the pages they link to."""
    return Keep.ENTRIES if entries else Keep.PAGES


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")

    publisher: Line | None = None
    keep: Keep = Keep.PAGES
    allow: tuple[Literal["http", "private"], ...] = ()


def _written_out(written: object) -> object:
    """Return no feeds for a file with comments only, and the defaults for a bare address."""
    if written is None:
        return {}
    if not isinstance(written, dict):
        return written
    return {address: {} if said is None else said for address, said in written.items()}


_FEEDS = TypeAdapter(Annotated[dict[str, _Shape], BeforeValidator(_written_out)])


def subscriptions(folder: Path, name: str = LISTING) -> tuple[Subscription, ...]:
    """Return the feeds that `feeds.yaml` in the corpus `folder` names, in its order.

    Raises ConfigError with all problems.
    """
    place = folder / name
    if not place.exists():
        return ()
    found = read(place, _LARGEST, _FEEDS, _no_address)
    return tuple(Subscription(address, **dict(said)) for address, said in found.items())


def subscribe(folder: Path, feed: Subscription) -> bool:
    """Write the feed below those in `feeds.yaml`; False if it stands there already.

    Raises ConfigError, and changes nothing, if the file is wrong.
    """
    with private(folder, "adding"):
        if any(one.address == feed.address for one in subscriptions(folder)):
            return False
        place = folder / LISTING
        before = place.read_bytes() if place.exists() else b""
        after = extended(before, dumped({feed.address: _said(feed)}))
        with replacing(place) as staged:
            staged.write_bytes(after)
            subscriptions(folder, str(staged))
    return True


def _said(feed: Subscription) -> dict[str, object]:
    said: dict[str, object] = {"publisher": feed.publisher} if feed.publisher else {}
    said["keep"] = str(feed.keep)
    return said | ({"allow": list(feed.allow)} if feed.allow else {})


def _no_address(root: Node) -> Iterator[Problem]:
    for key in root.children if root.kind is Kind.KEYS else ():
        if not has_scheme(str(key)):
            yield root.problem("expected an address such as https://www.example.org/feed.xml", key)
