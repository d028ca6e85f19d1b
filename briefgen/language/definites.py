"""Definite phrases that take up what was named before: `the flaw`, `this virus`, `der Angriff`.

A phrase at the beginning of a sentence takes something up if its head is a bare noun, with neither
a complement nor a name beside it, and is no noun of something there is only one of. It is at home
where the sentence has named it before: by the same noun, or by another of its kin.
"""

import re
from dataclasses import dataclass

from briefgen.language.patterns import UPPER, any_word

PREFIX = 5
"""Letters by which two forms of a noun are taken for one: `attack`, `attackers`."""

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Definites:
    """How a language takes up what was named before.

    `phrase` is matched with the beginning of a sentence, and one of its groups is the head of the
    phrase. `kin` are nouns for one kind of thing and the verbs that bring it in, by their stems.
    """

    phrase: re.Pattern[str] = _NEVER
    kin: tuple[re.Pattern[str], ...] = ()

    def unnamed(self, text: str) -> str:
        """Return the head that nothing before it in `text` names, in small letters, or nothing."""
        found = self.phrase.match(text)
        if not found or not found.lastgroup:
            return ""
        head = found[found.lastgroup].lower()
        return "" if self.names(text[: found.start(found.lastgroup)], head) else head

    def names(self, text: str, head: str) -> bool:
        """Whether a noun in `text` is `head`, in any form, or is of its kin."""
        small = text.lower()
        if re.search(rf"\b{re.escape(head[:PREFIX])}", small):
            return True
        return any(one.search(small) for one in self.kin if one.match(head))


NAME = rf"[{UPPER}\d“\"‘«„]"
"""How a name or a number begins that stands beside a noun and tells which one is meant."""

NONE_TAKEN_UP = Definites()
"""The tables of a language that has no such rule."""


def kin(stems: str) -> tuple[re.Pattern[str], ...]:
    """Return the pattern of each paragraph of `stems`, any of which a word may begin with."""
    paragraphs = re.split(r"\n\s*\n", stems.strip())
    return tuple(re.compile(rf"\b{any_word(paragraph)}") for paragraph in paragraphs)


def taken_up(
    articles: str, demonstratives: str, heads: str, complements: str, between: str = "(?!)"
) -> re.Pattern[str]:
    """Return the pattern of a beginning whose noun, one of the `heads`, something took up before.

    Behind one of the `articles` it stands first, and none of the `complements`, nor a name, says
    which it is; an adjective, of those `between`, may come before these. Behind one of the
    `demonstratives` it is among the first words. All of these are patterns.
    """
    quote = "[\"'“‘«„»(\\[]*"
    return re.compile(
        rf"""
        {quote}(?:
            (?:[^\s,.]+\ ){{0,4}}?(?i:{articles})(?P<subject>(?i:{heads}))\b
                (?!(?:\ {between})?\ (?:(?i:{complements})\b|{NAME}))
            | (?:[^\s.!?]+\ ){{0,8}}?(?i:{demonstratives})(?P<this>(?i:{heads}))\b
        )
        """,
        re.VERBOSE,
    )
