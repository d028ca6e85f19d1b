"""Whether a sentence can be read alone, and what is wrong if it cannot."""

import re

from briefgen.language import DEFAULT, Language, content, known
from briefgen.language.patterns import INTRODUCED, UPPER
from briefgen.pick.people import opening_surname

FEWEST_WORDS = 5
"""Words below which a sentence is a fragment."""

TELLING_WORDS = 8
"""Words below which a sentence announces something, unless it has a figure, rather than says it."""

_STOPS = ".!।。\u06d4"
_QUESTION_MARKS = "?؟"
_CAPITALISED = r"[A-ZÀ-ÞŁŚŠŻŽА-ЯЁ][\w’'-]+"
_NAME = re.compile(rf"\b{_CAPITALISED}")
_NAMED = re.compile(rf"(?:[^\W\d_]{{1,3}} )?{_CAPITALISED}")
"""A name, or one behind an article."""

_DIGIT = re.compile(r"\d")
_LOST_OPENING = re.compile(r"[^'’‘]*[\w!?.,]['’]:")
"""A quotation in front that lost its first mark, as captions do: `Trapped': the miners of ...`."""

_UNQUOTABLE = (
    (
        "is two lines run into one",
        re.compile(rf",[{UPPER}](?<=[^\W\d_]{{2}},.)[^\W\d_]+ |; ?and,\w"),
    ),
    ("holds an address", re.compile(r"https?://|www\.|\S@\S+\.\w")),
)


def leans(text: str, surnames: frozenset[str] = frozenset(), tag: str = DEFAULT) -> str:
    """Return why `text` cannot be understood without the sentence before it, or nothing.

    `surnames` are those of people whom a reader has to be told of, `tag` names the language of the
    text.
    """
    language = known(tag)
    if not balanced(text, tag):
        return "holds half a quotation"
    for reason, pattern in language.backward:
        if pattern.search(text):
            return reason
    if _dangles(text, language):
        return "has a pronoun before the name it stands for"
    unknown = _speaker_unknown(text, surnames, language)
    return unknown or (INTRODUCED if language.definites.unnamed(text) else "")


def flawed(text: str, tag: str = DEFAULT) -> str:
    """Return what makes `text` unfit to be quoted whatever stands before it, or nothing."""
    language = known(tag)
    flat = " ".join(text.split())
    end = flat.rstrip(language.closers)[-1:]
    if _is_short(flat, language):
        return "is too short to be quoted alone"
    if end in _QUESTION_MARKS:
        return "is a question"
    if end not in _STOPS:
        return "is a fragment: it does not end as a sentence does"
    if flat[0].islower() and not language.small_beginnings.match(flat):
        return "is a fragment: it does not begin as a sentence does"
    marks = (reason for reason, mark in _UNQUOTABLE if mark.search(flat))
    return next(marks, "") or _voice(flat, language)


def balanced(text: str, tag: str = DEFAULT) -> bool:
    """Return whether every quotation mark and bracket in `text` has its partner.

    Who writes ”so” throughout has typed the wrong mark, but has typed two.
    """
    straight = text.count('"') % 2 == 0 and not _LOST_OPENING.match(text)
    if not ("“" in text or "„" in text) and text.count("”") % 2 == 0:
        text = text.replace("”", "")
    pairs = known(tag).pairs
    return straight and all(_count(text, opens) == _count(text, closes) for opens, closes in pairs)


def _count(text: str, marks: str) -> int:
    return sum(text.count(mark) for mark in marks)


def _is_short(text: str, language: Language) -> bool:
    count = len(text.split())
    least = TELLING_WORDS if not _DIGIT.search(text) else FEWEST_WORDS
    return count < round(least * language.wordiness)


def _voice(text: str, language: Language) -> str:
    if re.fullmatch(rf"(?:{language.quoted.pattern})\W*", text):
        return "is a quotation that does not say whose"
    plain = language.judgement.sub(" ", language.quoted.sub(" ", text))
    if language.first_person.search(plain):
        return "is the author's own voice"
    return ""


def _dangles(text: str, language: Language) -> bool:
    """Whether a pronoun comes before anything it could stand for, and no name after its clause.

    "In its latest report, UNICEF found" does not dangle; "More recently, it has" does.
    """
    found = language.early_pronoun.match(text)
    if not found or _has_antecedent(found["before"], language):
        return False
    _, comma, after = text[found.start("pronoun") :].partition(", ")
    return not (comma and _NAMED.match(after))


def _has_antecedent(text: str, language: Language) -> bool:
    words = content(text, language.tag)
    return any(not language.no_antecedent.fullmatch(word) for word in words)


def _speaker_unknown(text: str, surnames: frozenset[str], language: Language) -> str:
    told = language.quoted.sub(" ", text)
    spoken = language.spoken_by_pronoun.search(told)
    if spoken and not _NAME.search(told[: spoken.start()].lstrip(), 1):
        return "says only “he” or “she” of who speaks"
    if language.bare_surname.search(text) or opening_surname(text, surnames, language.tag):
        return "calls by surname a person it does not introduce"
    return ""
