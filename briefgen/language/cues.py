"""Cues of what a sentence is: an event, or talk about the text and what stands beside it.

`briefgen.pick.kinds` counts and weighs them. Their names are the same in every language, so that
weights learnt on one hold for all.
"""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

TALK = (
    "pointer",  # to a part of the text: Section 9.4, as shown below
    "deictic",  # the text speaking of itself: this report, the next chapter
    "remark",  # on how something is said or to be taken: it is worth stating
    "abstract",  # a thought as subject: the question, the caveat
    "address",  # of the reader: you, let us
    "notice",  # of a sponsor, of who published it first, of how to subscribe
    "entry",  # of a list of references
    "caption",  # of a picture or a figure
    "label",  # in front of a line: Photo: ..., Note to editors: ...
    "note",  # of a table, an editor or an author
    "advice",  # users are urged to patch
    "nothing",  # found, reported or changed
)
"""The cues of talk."""

EVENT = ("action", "figure", "day", "name")
"""The cues of an event: who did what, how many, when, to whom."""

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Cue:
    """Where a cue stands in a sentence: at its beginning, or anywhere.

    `opening` and `cased` are asked of the text as it is, `within` of the text in small letters:
    that is several times as fast as a pattern without regard to case.
    """

    opening: re.Pattern[str] = _NEVER
    within: re.Pattern[str] = _NEVER
    cased: re.Pattern[str] = _NEVER

    def count(self, text: str, small: str) -> int:
        """Return how often the cue stands in `text`, of which `small` is the same in small letters.

        No opening counts twice.
        """
        found = len(self.within.findall(small)) + len(self.cased.findall(text))
        return found + (self.opening.match(text) is not None)


Cues = Mapping[str, Cue]


def within(phrases: str) -> re.Pattern[str]:
    """Return the pattern of any of the `phrases`, one on each line in small letters, as words.

    A line that is indented goes on with the one above it.
    """
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})(?!\w)")


def opening(phrases: str) -> re.Pattern[str]:
    """Return the pattern of what begins with any of the `phrases`, in small letters or capitals."""
    return re.compile(rf"\W*(?:{_alternatives(phrases)})(?!\w)", re.IGNORECASE)


def _alternatives(phrases: str) -> str:
    """Return the lines as alternatives, each put together from the lines that it is broken into.

    There is a space where a line was broken, unless an alternative or an optional part ends there.
    """
    lines = textwrap.dedent(phrases).strip()
    lines = re.sub(r"(?<=[}?])\n +|\n +(?=[|)]|\(\?!)", "", lines)
    return re.sub(r"\n +", " ", lines).replace("\n", "|")


def cased(pattern: str) -> re.Pattern[str]:
    """Return the verbose `pattern`, which minds capitals."""
    return re.compile(pattern, re.VERBOSE)


ENTRY = Cue(
    opening=cased(
        r"\W*(?:\[?\d{1,3}[\].)]\s)?\w[\w’-]+,\ (?:[^\W\d_]\.[\ ,]?){1,3}"
        r"|\W*(?:\[?\d{1,3}[\].)]\s)?(?:[^\W\d_]\.\s?)+\w[\w’-]+,?\ [“\"«„]"
    ),
    within=within(
        r"""
        doi|isbn|issn|arxiv|et al\.|(?:pp?|vol|no|nr|núm|n°|bd|стр|т|с|ص)\. ?\d+
        [sс]\. \d+[–-]\d+
        """
    ),
    cased=cased(r"\((?:19|20)\d\d[a-z]?\)[.,:]|[”\"»“],\ [^.,]{2,40},\ [^.]{0,14}(?:19|20)\d\d"),
)
"""An entry of a list of references: initials behind a surname, pages, a year in brackets."""

LABEL = Cue(opening=re.compile(r"\W*\w[\w’'.-]*(?: [\w’'.]+){0,2}\s?[:|—]\s"))
"""One to three words and a colon in front of a line."""

FIGURE = Cue(cased=re.compile(r"\d(?<![\w#.-].)[\d.,]*\b(?![.-]\d)"))
"""A figure that stands for itself, and is no part of a name such as CVE-2026-1."""


def cues(**named: Cue) -> Cues:
    """Return the cues of a language by name; raises ValueError for a name that is none."""
    if unknown := named.keys() - {*TALK, *EVENT}:
        raise ValueError(f"expected cues among {(*TALK, *EVENT)}, found {sorted(unknown)}")
    return {"figure": FIGURE, "label": LABEL, "entry": ENTRY, **named}
