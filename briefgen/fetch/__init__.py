"""The way to the network, the only one: what a person named an address of, and nothing else.

Nothing here is called while a brief is built.
"""

from briefgen.fetch.addresses import Policy, Target, allowing, has_scheme, parsed
from briefgen.fetch.feeds import Entry, Feed, feed
from briefgen.fetch.media import suffix, utf8
from briefgen.fetch.pages import Limits, Page, get
from briefgen.fetch.robots import Robots

__all__ = [
    "Entry",
    "Feed",
    "Limits",
    "Page",
    "Policy",
    "Robots",
    "Target",
    "allowing",
    "feed",
    "get",
    "has_scheme",
    "parsed",
    "suffix",
    "utf8",
]
