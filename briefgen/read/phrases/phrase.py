"""A phrase that programs or agencies add to texts they did not write, and why it is furniture."""

from typing import NamedTuple

FEED, CHECKED, RIGHTS = "line added by a feed", "disclaimer of verification", "legal line"
COOKIES, NEWSLETTER = "cookie notice", "subscription line"
MAIL = "mail line"


class Phrase(NamedTuple):
    """A phrase, why what it fits is furniture, and where it was seen."""

    reason: str
    pattern: str
    seen: str
