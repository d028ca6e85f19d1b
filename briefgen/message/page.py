"""The HTML of a message, short enough for a mail program to show all of it."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, partial

from briefgen.errors import DeliveryError
from briefgen.message import words
from briefgen.message.words import Occasion
from briefgen.model import Part
from briefgen.render.escape import plain
from briefgen.render.mail import to_mail

LARGEST = 74_000
"""Bytes of an HTML part; on the wire, in base64 at worst, it is then below 102 kB.

Gmail cuts what follows and hides it behind a link.
"""


def html(occasion: Occasion, parts: Sequence[Part], leave_link: str = "") -> str:
    """Return the HTML, with as many of the sections as fit and the rest by name.

    Sections are left out only if another part has the whole brief, the bottom line and the list of
    sources never. Raises DeliveryError if it cannot be made short enough like this.
    """
    issue = occasion.issue
    view = {**words.view(occasion, parts, leave_link), "title": plain(issue.title)}
    drafts = _drafts(occasion, parts, leave_link)

    @cache
    def page(place: int) -> str:
        return to_mail(drafts[place](), view, occasion.templates)

    def fits(place: int) -> bool:
        return len(page(place).encode()) <= LARGEST

    if fits(0):  # nearly always
        return page(0)
    if (first := bisect_left(range(len(drafts)), True, key=fits)) < len(drafts):
        return page(first)
    raise DeliveryError(
        f"mail: expected HTML of at most {LARGEST:,} bytes, since Gmail cuts what is longer, found"
        f" {len(page(len(drafts) - 1).encode()):,}; send markdown or pdf as well, or lower"
        " limits.words"
    )


def _drafts(
    occasion: Occasion, parts: Sequence[Part], leave_link: str
) -> Sequence[Callable[[], str]]:
    """Return what makes the words whole, then, if another part has them all, ever fewer."""
    whole = partial(words.whole, occasion, parts, leave_link)
    masthead, *sections = words.sections(occasion.issue)
    if list(parts) == ["html"] or len(sections) < 3:
        return [whole]
    bottom_line, *middle, closing = sections
    seen = words.view(occasion, parts, leave_link)

    def shortened(kept: int) -> str:
        shown = "".join([masthead, bottom_line, *middle[:kept]])
        omitted = [section.partition("\n")[0][3:].strip() for section in middle[kept:]]
        return words.filled(occasion, seen, "shortened", shown, omitted, closing)

    return [whole, *(partial(shortened, kept) for kept in range(len(middle) - 1, -1, -1))]
