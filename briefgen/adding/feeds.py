"""The feeds that are followed -> what is new in them, in the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.adding.items import Added, Fate, Item, Refreshed
from briefgen.adding.listing import fit
from briefgen.adding.memory import Remembered, keep, recalled, removals
from briefgen.adding.names import of_address, slug
from briefgen.adding.private import private
from briefgen.adding.removal import settle_any
from briefgen.adding.shelf import add
from briefgen.adding.subscriptions import Keep, Subscription, subscribe, subscriptions
from briefgen.adding.visits import Visits
from briefgen.adding.web import fetched
from briefgen.errors import FetchError
from briefgen.fetch import Entry, Feed, Limits, feed, get
from briefgen.model import Metadata
from briefgen.read.sources_yaml import listing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

MOST = 200
"""New entries that are taken from one feed in one refresh, the first in its order."""

AT_ONCE = 20
"""Entries after which what has come is put into the corpus, whatever becomes of the rest."""

_LIMITS = Limits(size=4 * 1024 * 1024)
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark: a piece of a page does not say its encoding."""


def refresh(folder: Path, today: date, pause: Callable[[float], object]) -> tuple[Refreshed, ...]:
    """Put what is new in the feeds of `feeds.yaml` into the corpus `folder`.

    Returns what each feed brought; one that fails keeps none of the others. `pause` waits some
    seconds, between two pages of a site. Raises ConfigError if `feeds.yaml` or `sources.yaml` is
    wrong.
    """
    settle_any(folder)
    return tuple(_refreshed(one, folder, today, pause) for one in subscriptions(folder))


def follow(
    one: Subscription, folder: Path, today: date, pause: Callable[[float], object]
) -> Refreshed:
    """Put what the feed has into the corpus `folder`, and the feed into its `feeds.yaml`.

    What is no feed, or cannot be had, is not followed. Raises ConfigError as `refresh` does.
    """
    subscriptions(folder)  # before anything is fetched
    brought = _refreshed(one, folder, today, pause)
    if not brought.reason:
        subscribe(folder, one)
    return brought


def _refreshed(
    one: Subscription, folder: Path, today: date, pause: Callable[[float], object]
) -> Refreshed:
    with private(folder, "refreshing") as hidden:
        place = hidden / f"{folder.name}-feeds.json"
        memory = recalled(place)
        seen = memory.setdefault(one.address, Remembered())
        try:
            page = get(one.address, one.policy, _LIMITS, seen.conditions)
            found = feed(page) if page.fresh else Feed(None, ())
        except FetchError as error:
            return Refreshed(one.address, reason=str(error))
        looked = _Look(one, found, folder, today, Visits(one.policy, pause))
        brought = looked.taken(seen, save=lambda: keep(place, memory))
        if page.fresh:
            seen.ask_next_time(page, whole=not brought.left)
        keep(place, memory)
        return brought


class _Look:
    """One look at one feed."""

    def __init__(
        self, one: Subscription, found: Feed, folder: Path, today: date, visits: Visits
    ) -> None:
        self._one = one
        self._found = found
        self._folder = folder
        self._today = today
        self._visits = visits
        self._paths = {
            known.address: path for path, known in listing(folder).own.items() if known.address
        }
        with private(folder, "adding") as hidden:
            self._removals = removals(folder, hidden)

    def taken(self, seen: Remembered, save: Callable[[], None]) -> Refreshed:
        """Put the entries not `seen` into the corpus, batch by batch, and `save` what was seen."""
        new = list(self._new(seen.entries))
        added: list[Added] = []
        for start in range(0, len(new[:MOST]), AT_ONCE):
            if self._visits.in_vain:
                break
            batch = new[:MOST][start : start + AT_ONCE]
            results = add(map(self._item, batch), self._folder)
            seen.note(zip((entry.key for entry in batch), results, strict=True))
            added += results
            save()
        left = len(new) - len(added) + sum(one.later for one in added)
        return Refreshed(self._one.address, tuple(added), left)

    def _new(self, seen: Mapping[str, str]) -> Iterator[Entry]:
        """Yield each entry that was never seen, by its key or by where it leads, once."""
        met = {*seen, *self._paths, *self._removals.addresses}
        for entry in self._found.entries:
            if entry.key not in met and entry.link not in met:
                yield entry
            met |= {entry.key, entry.link or entry.key}

    def _item(self, entry: Entry) -> Item | Added:
        item = self._own(entry) if self._one.keep is Keep.ENTRIES else self._page(entry)
        if isinstance(item, Item):
            path = self._removals.path_of(item.known.address, item.data)
            if path:
                return Added(item.given, Fate.LEFT_OUT, reason=f"it was removed, as {path}")
        return item

    def _page(self, entry: Entry) -> Item | Added:
        """Return what the entry links to."""
        if not entry.link:
            return Added(entry.title or entry.key, Fate.FAILED, reason="it links to no page")
        item = fetched(entry.link, self._known(entry), self._visits.page)
        if isinstance(item, Item) and item.known.address in self._paths:
            return Added(entry.link, Fate.THERE, self._paths[item.known.address])
        return item

    def _own(self, entry: Entry) -> Item:
        """Return what the feed itself has of the entry."""
        named = slug(entry.title or entry.key, entry.suffix)
        name = of_address(entry.link, entry.suffix) if entry.link else named
        data = (_MARK + entry.markup).encode("utf-8", "replace") if entry.markup.strip() else b""
        return Item(entry.link or entry.key, name, data, self._known(entry))

    def _known(self, entry: Entry) -> Metadata:
        return fit(
            Metadata(
                title=entry.title,
                publisher=self._one.publisher or self._found.title,
                author=entry.author,
                published=entry.published,
                retrieved=self._today,
                address=entry.link or None,
                language=entry.language,
            )
        )
