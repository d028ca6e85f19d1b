"""Where English sentences begin: Punkt, with repairs of what its algorithm cannot see."""

import re
from collections.abc import Iterator
from itertools import chain

from briefgen.language import DEFAULT, known
from briefgen.split.punkt import starts

_MISSED = re.compile(
    r"""
    \.(?: [”"](?<= [^\W\d_]{3}\.[”"] )              # the stop of a quotation
        | [Mm]\.(?<= [^.!?]{16}[AaPp]\.[Mm]\. )     # a time of day that does not open a sentence,
          (?= \s+(?:Mr|Mrs|Ms|Dr)\. )               # and a person
        | (?<= \b[Aa]nd[ ]I\. )                     # a pronoun that looks like an initial
    ) \s+ (?= ["“‘(]?[A-ZÀ-ÖØ-Þ] )
    """,
    re.VERBOSE,
)
"""Where Punkt passes over a boundary; a sentence begins at the end of the match."""

_GOES_ON = re.compile(rf"(?!{known(DEFAULT).small_beginnings.pattern})[a-z]")
"""What no sentence begins with: `Yahoo! in the ...`, `"Where?" she asked`."""

_NO_END = re.compile(
    r"(?<!\w)(?:(?i:n[o°]s?|arts?|figs?|ch|secs?|pp?|km)|Mar|Sun)\.\s*(?=\d)"  # No. 5
    # the number of a list item, but not the day after a month
    r"|(?:\A|(?<!\b[A-Z][A-Za-z]{2})(?<!\b(?i:sept))[.!?]\s+)\W?\d{1,3}[.)]{1,2}\s*(?=\S)"
)
"""What no sentence ends with."""

_DIGIT = re.compile(r"\d")
"""What every match of `_NO_END` has, or sees."""

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
"""Characters before a boundary within which `_NO_END` begins."""


def cuts(text: str) -> Iterator[int]:
    """Yield the offsets at which one sentence ends and another begins, in no order."""
    found = chain(starts(text), (missed.end() for missed in _MISSED.finditer(text)))
    labels = (label.end() for label in _LABEL.finditer(text)) if _RUN_ON.search(text) else ()
    return chain((cut for cut in found if _is_boundary(text, cut)), labels)


def _is_boundary(text: str, cut: int) -> bool:
    """Whether one sentence may end before `cut` and another begin at it."""
    if _GOES_ON.match(text, cut):
        return False
    if not _DIGIT.search(text, max(0, cut - _REACH), cut + 1):
        return True
    before = (one.end() for one in _NO_END.finditer(text, max(0, cut - _REACH), cut + 1))
    return cut not in before
