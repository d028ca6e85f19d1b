"""What the furniture of pages in other languages says, by the tables of these languages."""

import re
from functools import cache

from briefgen.language import known
from briefgen.read.phrases import PHRASES, compiled

Phrases = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def phrases_of(tag: str) -> Phrases:
    """Return reasons and patterns for a page in this language.

    The English ones are among them: pages in any language say `Share` and `Cookies`.
    """
    own = known(tag).furniture
    return (*PHRASES.items(), *((reason, compiled(phrases)) for reason, phrases in own.items()))
