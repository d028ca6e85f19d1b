"""Where English sentences begin: Punkt, with repairs of what its algorithm cannot see."""

import re
from collections.abc import Iterator
from itertools import chain

from briefgen.language import DEFAULT, known
from briefgen.split.context import (
    begins_small,
    is_cut_short,
    is_glued,
    last_token,
    missed,
    stopped_word,
)
from briefgen.split.punkt import OPENERS, engine_starts, is_title, starts

_ENGLISH = known(DEFAULT)

_MISSED = re.compile(
    r"""
    \.(?: [”"](?<= [^\W\d_]{3}\.[”"] )              # the stop of a quotation
        | [Mm]\.(?<= [^.!?]{16}[AaPp]\.[Mm]\. )     # a time of day that does not open a sentence,
          (?= \s+(?:Mr|Mrs|Ms|Dr)\. )               # and a person
        | (?<= \b[Aa]nd[ ]I\. )                     # a pronoun that looks like an initial
        | (?<= [⁰¹²³⁴⁵⁶⁷⁸⁹†‡]\. )                   # the mark of a note
    ) \s+ (?= ["“‘(]?[A-ZÀ-ÖØ-Þ] )
    """,
    re.VERBOSE,
)
"""Where Punkt passes over a boundary; a sentence begins at the end of the match."""

_ITEM = re.compile(r"(?:\A|[.!?]\s+)\W?(?P<number>\d{1,3})[.)]{1,2}\s*(?=\S)")
"""The number of a list's item, which ends no sentence, or one behind an abbreviation."""

_LABEL = re.compile(
    r"""
    (?: (?:\A|(?<=[.!?]\ )|(?<=\n)|(?<=[a-z],))               # of a label
        (?! [^.!?,\n]* \b(?:is|was|are|were|has|had|have|will|would|may|\w{2,}ed)\b )
        [A-Z][^.!?,\n]{3,80}[a-z], )
    (?= [A-Z][\w’'-]* (?:\ (?-x:[\w’'-]+)){0,6}?             # and a clause, with no space between
        \ (?:is|was|are|were|has|had|have|will|would|may|did|\w{2,}ed|continue|seek)\b )
    """,
    re.VERBOSE,
)
"""The label of a section that was run into its first sentence: `Items to watch,Rebels will ...`."""

_RUN_ON = re.compile(r",[A-Z](?<=[a-z],.)")
"""What every match of `_LABEL` ends before."""

_REACH = 12
"""Characters before a boundary within which `_ITEM` begins."""

_WORD = re.compile(r"[^\W\d_]+")


def cuts(text: str) -> Iterator[int]:
    """Yield the offsets at which one sentence ends and another begins, in no order."""
    labels = (label.end() for label in _LABEL.finditer(text)) if _RUN_ON.search(text) else ()
    return chain(starts(text, _doubtful), labels)


def _doubtful(text: str, begin: int, end: int) -> Iterator[int]:
    """Yield the same of a stretch of the text that has marks which end a sentence or do not."""
    repaired = (one.end() for one in _MISSED.finditer(text, begin, end))
    for cut in chain(engine_starts(text, begin, end), repaired):
        if _may_begin(text, cut):
            yield cut
    yield from missed(text, _ENGLISH, begin, end)


def _may_begin(text: str, cut: int) -> bool:
    """Whether one sentence may end before `cut`, a doubtful place, and another begin at it."""
    if is_glued(text, cut):
        return False
    if text[cut : cut + 1].islower():
        return begins_small(text, cut, _ENGLISH)
    if is_cut_short(text, cut, _ENGLISH) or _is_title(text, cut):
        return False
    return not any(
        item.end() == cut and not is_cut_short(text, item.start("number"), _ENGLISH)
        for item in _ITEM.finditer(text, max(0, cut - _REACH), cut + 1)
    )


def _is_title(text: str, cut: int) -> bool:
    """Whether the stop before `cut` is that of a title, and a name follows."""
    word = stopped_word(last_token(text, cut))
    if not word[:1].isupper() or not is_title(word):
        return False
    opener = _WORD.match(text, cut)
    return opener is not None and opener[0].lower() not in OPENERS
