"""Candidates -> passages: the sentence alone if it can stand, after the one before if it must."""

import re
from collections.abc import Iterable

from briefgen.language import known
from briefgen.model import Candidate, Passage, Rejection, Sentence
from briefgen.pick.people import opening_surname
from briefgen.pick.standalone import balanced, flawed, leans

_SHORT_FORM = re.compile(r"\b[A-ZА-ЯЁ][A-Za-zА-Яа-яЁё]*[A-ZА-ЯЁ]\b")  # noqa: RUF001 - Russian
_EXPLAINED = re.compile(rf"\(({_SHORT_FORM.pattern})\)")


def unexplained(text: str, explained: Iterable[str]) -> bool:
    """Return whether `text` uses a short form, such as AQIM, without itself saying what it is.

    `explained` are the short forms that stand in brackets after their name somewhere.
    """
    used = set(_SHORT_FORM.findall(text))
    return any(one in used and f"({one})" not in text for one in explained)


def short_forms(candidates: Iterable[Candidate]) -> frozenset[str]:
    """Return the short forms that a sentence explains by putting them in brackets."""
    return frozenset(name for one in candidates for name in _EXPLAINED.findall(one.sentence.text))


def passage(
    candidate: Candidate, words: int, names: frozenset[str] = frozenset()
) -> Passage | Rejection:
    """Return what can be quoted for `candidate`, or why nothing can.

    A sentence that leans on the one before it takes that one along; if the two do not stand
    alone either, it is rejected. No sentence may have more than `words` words.
    """
    sentence = candidate.sentence
    reason = flawed(sentence.text, sentence.language) or _length(sentence, words)
    if reason:
        return Rejection(candidate, reason)
    reason = leans(sentence.text, names, sentence.language)
    if not reason:
        return Passage((sentence,), candidate)
    before = candidate.before
    if before and not _unfit_before(before, sentence, words, names):
        return Passage((before, sentence), candidate, leans=True)
    return Rejection(candidate, reason)


def continuation(candidate: Candidate, words: int, names: frozenset[str]) -> Passage | None:
    """Return the sentence after the one before it, though that one does not stand alone either.

    It can be quoted where the one before has been, and reads on from there. None if it is flawed in
    itself, or the one before does not tell what it leaves out.
    """
    sentence, before = candidate.sentence, candidate.before
    if not before or flawed(sentence.text, sentence.language) or _length(sentence, words):
        return None
    together, tag = f"{before.text} {sentence.text}", sentence.language
    introduced = opening_surname(sentence.text, names, tag) in before.text
    if not (introduced and _introduces(before, sentence) and balanced(together, tag)):
        return None
    return Passage((before, sentence), candidate, leans=True)


def _unfit_before(before: Sentence, sentence: Sentence, words: int, names: frozenset[str]) -> str:
    """Return why `before` does not help `sentence` to stand; a quotation may span both."""
    together, tag = f"{before.text} {sentence.text}", sentence.language
    if not balanced(together, tag):
        return "holds half a quotation"
    if not _introduces(before, sentence):
        return "does not name what is taken up"
    if opening_surname(sentence.text, names, tag) not in before.text:
        return "does not introduce the person"
    own = flawed(before.text, tag) or leans(before.text, names, tag)
    if own == "holds half a quotation":
        own = flawed(together, tag) or leans(together, names, tag)
    return own or _length(before, words)


def _introduces(before: Sentence, sentence: Sentence) -> bool:
    """Whether `before` names what a definite phrase of `sentence` takes up, if it has such a one.

    The first sentence of a block does, whatever it calls it: nothing else has been named.
    """
    definites = known(sentence.language).definites
    head = definites.unnamed(sentence.text)
    return not head or before.position == 0 or definites.names(before.text, head)


def _length(sentence: Sentence, words: int) -> str:
    count = len(sentence.text.split())
    return f"has {count} words, more than {words}" if count > words else ""
