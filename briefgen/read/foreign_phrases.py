"""What the furniture of pages in other languages says, by the tables of these languages."""

import re
from collections.abc import Iterator
from functools import cache

from briefgen.language import DEFAULT, known
from briefgen.read.phrases import PHRASES, compiled
from briefgen.read.phrases.added import ADDED

Phrases = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def phrases_of(tag: str) -> Phrases:
    """Return reasons and patterns for a page in this language.

    The English ones are among them: pages in any language say `Share` and `Cookies`.
    """
    language = known(tag)
    added = (one for each in dict.fromkeys((language.tag, DEFAULT)) for one in _added(each))
    own = (*language.furniture.items(), *added)
    return (*PHRASES.items(), *((reason, compiled(phrases)) for reason, phrases in own))


@cache
def signature_of(tag: str) -> re.Pattern[str]:
    """Return what finds the line that a feed signs an entry with at the end of a paragraph.

    Its groups are the words before, which end as a sentence does, and the line.
    """
    tags = dict.fromkeys((DEFAULT, known(tag).tag))
    lines = "|".join(ADDED[one][0].pattern for one in tags if one in ADDED)
    ending = r"[.!?…\]][\"'”’»)]*"
    return re.compile(rf"(.*{ending})\s+((?:{lines}))", re.IGNORECASE | re.DOTALL)


def _added(tag: str) -> Iterator[tuple[str, str]]:
    """Yield what programs add to texts in a language, by the reason."""
    phrases = ADDED.get(tag, ())
    for reason in dict.fromkeys(phrase.reason for phrase in phrases):
        yield reason, "\n".join(one.pattern for one in phrases if one.reason == reason)
