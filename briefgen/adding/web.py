"""Addresses -> Items: what is fetched, and what is known of it by that."""

from collections.abc import Callable
from dataclasses import replace

from briefgen.adding.items import Added, Fate, Item
from briefgen.adding.names import of_address
from briefgen.errors import FetchError
from briefgen.fetch import Page, suffix, utf8
from briefgen.model import Metadata


def fetched(
    address: str, known: Metadata, ask: Callable[[str], Page], name: str | None = None
) -> Item | Added:
    """Return what `ask` gets from `address`, with where it came from in the end.

    What cannot be had is returned as failed.
    """
    try:
        page = ask(address)
        named = name or of_address(page.address, suffix(page))
        return Item(address, named, utf8(page), replace(known, address=page.address))
    except FetchError as error:
        return Added(address, Fate.FAILED, reason=str(error), later=not error.lasting)
