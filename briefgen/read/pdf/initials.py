"""Drop caps: a large first letter over two lines or more is the first letter of its first word."""

import re
from collections import Counter
from collections.abc import Sequence

from briefgen.read.pdf.lines import Line

_LARGER = 1.6
"""How many times the size of its line the letter is at least; it spans two lines or more."""

_NEAR = 1.5
"""How many times the size of the line may lie between the letter and the line."""

_LETTER = re.compile(r"[\"“„«'‘]?[^\W\d_]")
_WORDS = re.compile(r"\w+")
_ALONE = frozenset("aioàéóyuвияксу")
"""Letters that are words of their own in some language, as in `A ship`."""


def with_initials(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, each large initial put before the line that begins beside its top.

    The lines beside it begin where it does, as they would without it.
    """
    counts = Counter(word for line in lines for word in _WORDS.findall(line.text.casefold()))
    found = list(lines)
    for initial in [line for line in lines if _LETTER.fullmatch(line.text)]:
        beside = [line for line in found if _is_beside(initial, line)]
        if len(beside) > 1:
            top = max(beside, key=lambda line: line.base)
            for line in beside:
                text = _begun(initial.text, line.text, counts) if line is top else line.text
                found[found.index(line)] = line._replace(text=text, left=initial.left)
            found.remove(initial)
    return tuple(found)


def _is_beside(initial: Line, line: Line) -> bool:
    """Whether a line of smaller type stands behind the letter and no lower than it."""
    is_behind = 0 <= line.left - initial.right + line.size / 4 <= _NEAR * line.size
    is_level = initial.base - line.size / 4 <= line.base <= initial.base + initial.size
    return is_behind and is_level and initial.size >= _LARGER * line.size


def _begun(initial: str, text: str, counts: Counter[str]) -> str:
    """Return the text behind its first letter, which may be a word of its own.

    It is one if the text begins with a word that stands elsewhere too, and not with it before.
    """
    word = _WORDS.match(text.casefold())
    if word and initial[-1].casefold() in _ALONE:
        joined = f"{initial[-1].casefold()}{word[0]}"
        if counts[word[0]] > 1 and not counts[joined]:
            return f"{initial} {text}"
    return f"{initial}{text}"
