"""Who says when a document was published.

They are asked in this order, and the first that knows the day is believed:

1. front matter in the text itself, by the keys in `briefgen.read.field_names`;
2. `sources.yaml`, its `published`;
3. what the format says of the text: the head of a web page, the entry of a feed, the column of a
   table, the header of a mail;
4. the text: a line with a label on its first page, a byline, a line with nothing but the day, a
   dateline, the masthead of a periodical, and last the day up to which it knows of things;
5. its web address, if that has a year, a month and a day;
6. the name of its file, or its folder, if it has a whole date;
7. the file's own properties: when a PDF or a Word document was made, which may be days later.

What one of them says that is no whole date, or that can be read in two ways, is no day. It is told,
unless one asked before knows the day. Nobody looks at the clock, so a day may lie in the future.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from briefgen.model import UNDATED_FOR, DatedBy


class Claim(NamedTuple):
    """What one of them says: the day, and what is doubtful about it or why there is none."""

    by: DatedBy
    day: date | None = None
    doubts: tuple[str, ...] = ()


class Dating(NamedTuple):
    """The day of publication if it is known, who says so, and what a person should look at."""

    day: date | None
    by: DatedBy | None
    doubts: tuple[str, ...]


def dating(claims: Iterable[Claim]) -> Dating:
    """Return the day by the first of `claims`, which are in the order above, that has one.

    >>> dating([Claim(DatedBy.TEXT, None, ("“Oct 14” has no year",))]).doubts
    ('undated, for “Oct 14” has no year',)
    """
    doubts: list[str] = []
    for claim in claims:
        doubts += claim.doubts
        if claim.day:
            return Dating(claim.day, claim.by, tuple(doubts))
    return Dating(None, None, tuple(UNDATED_FOR + doubt for doubt in doubts))
