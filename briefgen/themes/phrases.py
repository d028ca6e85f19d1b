"""The phrases of a text: names and terms, as runs of content words that stand side by side."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefgen.language import DEFAULT, known, terms

LONGEST = 4
"""Terms that a phrase has at most."""

_LETTERS = r"\w[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\xad]*"

TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_LETTERS}(?:[’'\u2011-]{_LETTERS})*")
"""A word as it is printed: an initialism with its stops, or letters with hyphens in between.

Letters may have marks, as of vowels in Arabic.
"""

_OWNER = re.compile(r"[’']s$")


class Phrase(NamedTuple):
    """A phrase where it stands: its terms, and the offsets of its characters in the text."""

    terms: tuple[str, ...]
    start: int
    end: int


class _Word(NamedTuple):
    terms: tuple[str, ...]
    start: int
    end: int
    ends_run: bool


def phrases(text: str, tag: str = DEFAULT) -> Iterator[Phrase]:
    """Yield every phrase of `text`, in the language with this tag, those inside longer ones too.

    A phrase begins and ends with a content word, holds no figure and crosses no punctuation; its
    terms stand in `briefgen.language.terms(text, tag)` one after the other.

    >>> [" ".join(one.terms) for one in phrases("The blockade of Bamako, again")]
    ['blockade', 'blockade bamako', 'bamako']
    """
    for run in _runs(text, tag):
        for first, word in enumerate(run):
            if word.terms:
                yield from _opening(run[first:])


def _opening(run: Sequence[_Word]) -> Iterator[Phrase]:
    """Yield the phrases that begin with the first word of `run`."""
    found: tuple[str, ...] = ()
    for word in run:
        found += word.terms
        if len(found) > LONGEST:
            return
        if word.terms:
            yield Phrase(found, run[0].start, word.end)


def _runs(text: str, tag: str) -> Iterator[list[_Word]]:
    """Yield the words between two breaks: punctuation, an owner's end, a word of no phrase."""
    run: list[_Word] = []
    end = 0
    for match in TOKEN.finditer(text):
        word = _word(match, tag)
        if word is None or not text[end : match.start()].isspace():
            yield run
            run = []
        end = match.end()
        if word:
            run.append(word)
            if word.ends_run:
                yield run
                run = []
    yield run


def _word(match: re.Match[str], tag: str) -> _Word | None:
    owner = _OWNER.search(match[0])
    end = owner.start() if owner else len(match[0])
    meaning = _meaning(match[0][:end], tag)
    if meaning is None:
        return None
    return _Word(meaning, match.start(), match.start() + end, owner is not None)


@lru_cache(maxsize=200_000)
def _meaning(word: str, tag: str) -> tuple[str, ...] | None:
    """Return the terms of a word, none for a link, and None for what no phrase may hold."""
    language, found = known(tag), tuple(terms(word, tag))
    if not found:
        return () if word in language.links else None
    if any(one in language.topicless or any(char.isdigit() for char in one) for one in found):
        return None
    return found
