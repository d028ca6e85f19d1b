"""Texts into the corpus: files, what is piped in, addresses, feeds; with what is known of them.

`add` takes items and puts them there; `local` and `web` make items; `refresh` asks the feeds;
`remove` takes texts out again.
"""

from briefgen.adding.feeds import follow, refresh
from briefgen.adding.items import Added, Fate, Item, Refreshed
from briefgen.adding.local import files, piped
from briefgen.adding.removal import Removed, Wanted, remove
from briefgen.adding.shelf import add
from briefgen.adding.subscriptions import Keep, Subscription, keeping, subscriptions
from briefgen.adding.web import fetched

__all__ = [
    "Added",
    "Fate",
    "Item",
    "Keep",
    "Refreshed",
    "Removed",
    "Subscription",
    "Wanted",
    "add",
    "fetched",
    "files",
    "follow",
    "keeping",
    "piped",
    "refresh",
    "remove",
    "subscriptions",
]
