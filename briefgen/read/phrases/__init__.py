"""What the furniture of English pages says: a table of reasons and the phrases that give them.

A line is a regular expression for a whole block, letter case and the ornament around it aside; one
that is indented further goes on with the line above. At the end `...` stands for whatever follows,
unless it quotes or tells who said something, as a report does; TITLE for words without a full stop;
DATE, NET (of a social network), NAMES and AGENCY for what they say.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefgen.read.phrases.appeals import APPEALS
from briefgen.read.phrases.labels import LABELS
from briefgen.read.phrases.links import LINK_LIST, LINKS

__all__ = ["LINK_LIST", "PHRASES", "compiled"]

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_PARTICLE = "de|du|van|von|der|den|la|le|al|el|ag|ben|bin|ibn|ould|and|&|for|in|at"
_CAPITAL = rf"(?!(?i:{_MONTH}|{_DAY})\b)[A-ZÀ-ÞŁŚŠŻŽ]"

_REST = r"\b(?!.*(?:[“”\"]|\b(?:said|says|told|tells|urged|warned|wrote|argued|asked|added)\b)).*"
"""What `...` stands for: whatever follows, unless it quotes or tells who said something."""

_SYMBOLS = {
    "TITLE": r"[^.]{1,90}$",
    "DATE": (
        rf"(?:\W*(?:\d\w*|{_MONTH}|{_DAY}|[ap]\.?m|at|on|gmt|utc|[cemp][sde]t|[cew]at|bst|ist"
        r"|today|yesterday|(?:minute|hour|day|week|month)s?|an?|ago)\b)+"
    ),
    "NET": (
        "(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|instagram|youtube|pinterest|tiktok"
        "|threads|bluesky|mastodon|messenger|e-?mail|print|copy link|rss)"
    ),
    "NAMES": (
        rf"(?-i:{_CAPITAL}[\w’'.-]*"
        rf"(?:(?:,? | ?[|/] ?| [–—-] )(?:{_CAPITAL}[\w’'.-]*|{_PARTICLE})){{1,12}})"
    ),
    "AGENCY": (
        "(?-i:AFP|AP|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|Anadolu|Xinhua|TASS|Sputnik|DPA|ANSA"
        "|Shutterstock|Alamy|iStock|Wikimedia Commons)"
    ),
}

_TABLE = {**LABELS, **APPEALS, **LINKS}


def compiled(phrases: str) -> re.Pattern[str]:
    """Return one pattern for all the phrases of a table; those that go on share what follows."""
    lines = [line.strip() for line in re.sub(r"\n {12,}", "", phrases).strip().splitlines()]
    opening = "|".join(line.removesuffix("...").rstrip() for line in lines if line.endswith("..."))
    whole = "|".join(line for line in lines if not line.endswith("..."))
    pattern = "|".join(filter(None, [whole, opening and f"(?:{opening}){_REST}"]))
    for symbol, meaning in _SYMBOLS.items():
        pattern = pattern.replace(symbol, meaning)
    return re.compile(rf"\W*(?:{pattern})\W*", re.IGNORECASE)


PHRASES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {reason: compiled(phrases) for reason, phrases in _TABLE.items()}
)
"""What a whole block says that is furniture, by the reason to drop it; the first to fit is it."""
