"""Whether a sentence can be read alone, and what is wrong if it cannot."""

import re

from briefgen.language import terms
from briefgen.language.english import (
    BACKWARD,
    BARE_SURNAME,
    EARLY_PRONOUN,
    FIRST_PERSON,
    NO_ANTECEDENT,
    SMALL_BEGINNINGS,
    SPOKEN_BY_PRONOUN,
    SURNAME_SPEAKS,
)

FEWEST_WORDS = 5
"""Words below which a sentence is a fragment."""

TELLING_WORDS = 8
"""Words below which a sentence announces something, unless it has a figure, rather than says it."""

_STOP = re.compile(r"[.!][\"'”’»)\]]*$")
_QUESTION = re.compile(r"\?[\"'”’»)\]]*$")
_ALL_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]\W*")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w")


def leans(text: str, surnames: frozenset[str] = frozenset()) -> str:
    """Return why `text` cannot be understood without the sentence before it, or nothing.

    `surnames` are those of people who are introduced somewhere in the corpus by a full name.
    """
    if not balanced(text):
        return "holds half a quotation"
    for reason, pattern in BACKWARD:
        if pattern.search(text):
            return reason
    if _dangles(text):
        return "has a pronoun before the name it stands for"
    return _speaker_unknown(text, surnames)


def flawed(text: str) -> str:
    """Return what makes `text` unfit to be quoted whatever stands before it, or nothing."""
    flat = " ".join(text.split())
    if _is_short(flat):
        return "is too short to be quoted alone"
    if _QUESTION.search(flat):
        return "is a question"
    if not _STOP.search(flat):
        return "is a fragment: it does not end as a sentence does"
    if flat[0].islower() and not SMALL_BEGINNINGS.match(flat):
        return "is a fragment: it does not begin as a sentence does"
    if _ADDRESS.search(flat):
        return "holds an address"
    return _voice(flat)


def balanced(text: str) -> bool:
    """Return whether every quotation mark and bracket in `text` has its partner."""
    pairs = ("“”", "()", "[]", "«»")
    straight = text.count('"') % 2 == 0
    return straight and all(text.count(pair[0]) == text.count(pair[1]) for pair in pairs)


def _is_short(text: str) -> bool:
    count = len(text.split())
    return count < FEWEST_WORDS or (count < TELLING_WORDS and not _DIGIT.search(text))


def _voice(text: str) -> str:
    if _ALL_QUOTED.fullmatch(text):
        return "is a quotation that does not say whose"
    if FIRST_PERSON.search(_QUOTED.sub(" ", text)):
        return "is the author's own voice"
    return ""


def _dangles(text: str) -> bool:
    """Whether a pronoun comes before anything it could stand for, and no name after its clause.

    "In its latest report, UNICEF found" does not dangle; "More recently, it has" does.
    """
    found = EARLY_PRONOUN.match(text)
    if not found or any(not NO_ANTECEDENT.fullmatch(term) for term in terms(found["before"])):
        return False
    _, comma, after = text[found.start("pronoun") :].partition(", ")
    return not (comma and _NAME.match(after))


def _speaker_unknown(text: str, surnames: frozenset[str]) -> str:
    told = _QUOTED.sub(" ", text)
    spoken = SPOKEN_BY_PRONOUN.search(told)
    if spoken and not _NAME.search(told[: spoken.start()].lstrip(), 1):
        return "says only “he” or “she” of who speaks"
    opening = SURNAME_SPEAKS.match(text)
    if BARE_SURNAME.search(text) or (opening and opening[1] in surnames):
        return "calls by surname a person it does not introduce"
    return ""
