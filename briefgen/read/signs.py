"""Signs that mean the same in every format: what opens a list item, figures that are set high."""

import re

from briefgen.language.patterns import RAISED

BULLETS = "•·‣▪◦●■○◆◇❖➢➤►▶→✓✔\u2043\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""What opens a list item, the last five as word processors have them in fonts of symbols."""

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u200b\u2060\ufeff]+"
    "|(?<![^\\s\u200c\u200d\u00a0])[\u200c\u200d]+|[\u200c\u200d]+(?![^\\s\u200c\u200d\u00a0])"
)
"""Places where a word may be cut, joiners that join nothing, and the like: they are no letters."""

_FIGURES = re.compile("[0-9 ,–-]+")
_RAISED = str.maketrans("0123456789", RAISED)


def raised(words: str) -> str:
    """Return words that a format sets high as a reader sees them, if they are figures.

    >>> raised("12, 3"), raised("th")
    ('¹², ³', 'th')
    """
    return words.translate(_RAISED) if _FIGURES.fullmatch(words) else words


def without_invisible(words: str) -> str:
    """Return words without the characters in them that nobody sees, as soft hyphens are.

    Joiners within a word, which some alphabets and emoji need, stay.
    """
    return words if words.isascii() else _INVISIBLE.sub("", words)
