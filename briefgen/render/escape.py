"""Strangers' text -> plain text -> text that Markdown can only show, never obey."""

import re
import unicodedata

_BLANKS = re.compile(
    r"[\x01-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000]+"
)

# Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt: zero-width, bidi controls,
# variation selectors, tags, fillers) without the two joiners, then NUL, lone surrogates,
# annotation marks and noncharacters: nothing a reader sees, all of it used to deceive.
_INVISIBLE = re.compile(
    "[\x00\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

# ZWNJ and ZWJ spell words in the Arabic and Indic scripts (UAX #31, A1 and A2) and so stay after
# a letter of theirs; after any other they are an invisible way to tell two equal words apart.
_STRAY_JOINER = re.compile(
    "(?<![\u0620-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17d3])[\u200c\u200d]"
)

# The longest stack a living script needs is about six; a taller one climbs over other lines.
_MARKS_AT_MOST = 8

# An underscore between two letters or digits is never emphasis, and file names are full of them.
_ACTIVE = re.compile(r"[\\`*\[\]<>&~|#]|(?<![^\W_])_|_(?![^\W_])")
# A list marker has a space behind it, so `29.txt` and `-5` are none; a rule is the whole line.
_LIST_OR_RULE = re.compile(r"^(?:(\d+)(?=[.)](?: |$))|(?=[-+](?: |$)|[-=]+$))")


def plain(text: str) -> str:
    """Return what a reader sees of `text`, on one line: no control or invisible character.

    Every run of controls, newlines and Unicode spaces becomes one space; none stand at the ends.
    """
    visible = _STRAY_JOINER.sub("", _INVISIBLE.sub("", text))
    return _BLANKS.sub(" ", _without_towers(visible)).strip(" ")


def _without_towers(text: str) -> str:
    """Cut every stack of combining marks to the height that writing needs."""
    kept: list[str] = []
    height = 0
    for character in text:
        height = height + 1 if unicodedata.combining(character) else 0
        if height <= _MARKS_AT_MOST:
            kept.append(character)
    return "".join(kept)


def markdown(text: str) -> str:
    """Return `plain(text)` escaped so that CommonMark (0.31) shows exactly that and no structure.

    Safe in a paragraph, list item, heading, bold, link text, and at the start of any line.
    """
    return _LIST_OR_RULE.sub(r"\1\\", _ACTIVE.sub(r"\\\g<0>", plain(text)))
