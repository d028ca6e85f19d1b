"""What has to be known of a language to weigh and pick sentences: data tables, and `terms`.

Everything English stands in `briefgen.language.english`; the stages hold none of it.
"""

import re

from briefgen.language.english import ABBREVIATED_NAMES, STOP_WORDS

TOKEN_PATTERN = r"(?:[a-z]\.){2,}|\w\w+"
"""A term: an initialism with its stops (`u.s.`), or a run of two or more word characters."""

__all__ = ["STOP_WORDS", "TOKEN_PATTERN", "fold", "terms"]

_TOKEN = re.compile(TOKEN_PATTERN)


def fold(text: str) -> str:
    """Return `text` with letter case removed, once names that case alone tells apart are spelt out.

    >>> fold("The US told us")
    'the u.s. told us'
    """
    for pattern, spelt in ABBREVIATED_NAMES:
        text = pattern.sub(spelt, text)
    return text.lower()


def terms(text: str) -> list[str]:
    """Return the content words of `text` in order, folded and without stop words.

    >>> terms("What the U.S. Government wants in Mali")
    ['u.s.', 'government', 'wants', 'mali']
    """
    return [token for token in _TOKEN.findall(fold(text)) if token not in STOP_WORDS]
