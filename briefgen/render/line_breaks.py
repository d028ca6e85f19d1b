"""markdown-it rules: where lines may end that could not, and may not end though they could."""

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category, combining

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# A day of one or two figures, a month in letters, a year, as view.long_date writes them.
_DATE = re.compile(r"\b(\d{1,2}) ([^\W\d_]+) (\d{4})\b")

# The narrowest column holds about 40 of the widest letter, and a word of up to 40 is kept whole: a
# SHA-1 is. Left out are the scripts that do not part words by spaces (South-East Asian, Tibetan,
# East Asian): what sets the type knows where their lines may end.
_LONG_WORD = re.compile(
    r"[!-~\u00a1-\u0dff\u10a0-\u177f\u1800-\u194f\u1ab0-\u1fff\u2010-\u205e]{41,}"
)

_BREAK_AFTER = frozenset("/.?&=_-#:;,")
_PIECE = 10
"""Characters without a break: a tenth of a line may stay empty."""
_LAST_PIECE = 4
"""Characters that at least begin the last line."""
_VIRAMA = 9
"""The combining class of the signs that take a letter's vowel away (Unicode, section 4.3)."""


def keep_dates_whole(state: StateCore) -> None:
    """Tie day, month and year by no-break spaces, but in quotations: those are left as they are."""
    for line in state.tokens:
        children = line.children or []
        if not any(child.attrGet("role") == "doc-noteref" for child in children):
            for child in children:
                child.content = _DATE.sub(_tied, child.content)


def _tied(date: re.Match[str]) -> str:
    return "\N{NO-BREAK SPACE}".join(date.groups())


def break_long_words(state: StateCore) -> None:
    """Put `<wbr>` into words of more than 40 characters: it may end a line, and is never copied.

    `overflow-wrap` in brief.css is not enough: WeasyPrint 70 breaks a word only where it begins a
    line (Kozea/WeasyPrint#2900), so a title behind its quotation mark or a domain behind its
    bracket runs off the paper. Headings hold no elements, and so are broken by the style.
    """
    for opening, line in zip(state.tokens, state.tokens[1:], strict=False):
        if line.children and opening.type != "heading_open":
            line.children = [piece for token in line.children for piece in _pieces(token)]


def _pieces(token: Token) -> Iterator[Token]:
    """Yield the text of `token` with a break between its pieces; any other token as it is."""
    if token.type != "text":
        yield token
        return
    # A text holds no line feed: Markdown has a token for it.
    for place, piece in enumerate(_LONG_WORD.sub(_parted, token.content).split("\n")):
        if place:
            yield Token("wbr", "wbr", 0)
        yield Token("text", "", 0, content=piece)


def _parted(word: re.Match[str]) -> str:
    """Return a word with a line feed wherever it may be broken.

    That is behind the punctuation of an address, or else after ten characters: `https://` |
    `harbour.` | `example/` | `aaaaaaaaaa` | `aaaaaa`. A letter keeps its accents.
    """
    parted, length = [word[0][0]], 1
    for before, character in pairwise(word[0][:-_LAST_PIECE]):
        is_after_mark = before in _BREAK_AFTER and character not in _BREAK_AFTER
        if (is_after_mark or length >= _PIECE) and _is_base(character) and not _joins(before):
            parted.append("\n")
            length = 0
        parted.append(character)
        length += 1
    return "".join(parted) + word[0][-_LAST_PIECE:]


def _is_base(character: str) -> bool:
    """Whether a character stands by itself: no accent, vowel sign or joiner on the one before."""
    return category(character)[0] not in "MC"


def _joins(character: str) -> bool:
    """Whether a character ties the next letter to the one before: a joiner or a virama."""
    return category(character) == "Cf" or combining(character) == _VIRAMA
