"""How words and phrases are used: what names something, what is only part of a name."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from briefgen.language import known, terms
from briefgen.model import Sentence
from briefgen.themes.phrases import TOKEN, Phrase, phrases

NAMING = 0.06
"""Share of a word's uses straight after an article from which it names something."""

NOUN = 0.2
"""Share of a word's uses straight after an article from which it is a noun."""

LEANING = 0.6
"""Share of a word's uses before another content word from which it only qualifies that."""

HALF = 0.5
"""Share of a name's uses beside another capitalised word from which it is half a name."""

LONGEST = 60
"""Characters that a phrase has at most."""

_CAPITAL_BEFORE = re.compile(r"\s[\w’'-]*[A-ZÀ-Þ][\w’'-]*\s+\Z")
_CAPITAL_AFTER = re.compile(r"\s+[\w’'-]*[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Usage:
    """What is known of words from how a corpus uses them; all of them are in small letters.

    `naming` stand after articles, `nouns` often so, and `leaning` before what they qualify. In a
    language without articles every word may be a noun. `links` may stand inside a phrase.
    """

    links: frozenset[str]

    nouns: frozenset[str]
    naming: frozenset[str]
    leaning: frozenset[str]

    def names_something(self, phrase: str) -> bool:
        """Return whether `phrase` is a name or a noun, with nothing but such and what qualifies."""
        words = [one for one in TOKEN.findall(phrase) if one not in self.links]
        alone = len(words) == 1
        if alone and words[0].lower() in self.leaning:
            return False
        known = self.nouns if alone else self.naming
        return all(_is_name(word) or word.lower() in known for word in words)


def links(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Return the small words that may stand inside phrases of the `sentences`."""
    return frozenset().union(*(known(tag).links for tag in {one.language for one in sentences}))


def usage(sentences: Sequence[Sentence]) -> Usage:
    """Return how the `sentences` use their words."""
    uses: Counter[str] = Counter()
    naming: Counter[str] = Counter()
    leaning: Counter[str] = Counter()
    for one in sentences:
        words, articles = TOKEN.findall(one.text.lower()), known(one.language).articles
        uses.update(words)
        pairs = [*pairwise(words)]
        naming.update(after for before, after in pairs if before in articles or not articles)
        leaning.update(before for before, after in pairs if terms(after, one.language))
    return Usage(
        links(sentences),
        frozenset(word for word, count in naming.items() if count >= max(2, NOUN * uses[word])),
        frozenset(word for word, count in naming.items() if count >= NAMING * uses[word]),
        frozenset(word for word, count in leaning.items() if count >= LEANING * uses[word]),
    )


def _is_name(word: str) -> bool:
    return any(char.isupper() for char in word)


class Spelling(NamedTuple):
    """How a phrase is mostly written, and whether it is whole: no part of a longer one."""

    form: str
    whole: bool


class _Use(NamedTuple):
    """One use of a phrase: its letters, whether they open the text, what stands beside them.

    `half` says that a capitalised word does; `after` is the word that follows, if it has content.
    """

    form: str
    opens: bool
    half: bool
    after: str


def spellings(sentences: Iterable[Sentence], wanted: Collection[str]) -> Mapping[str, Spelling]:
    """Return how the `sentences` write each phrase that is `wanted`, named by its terms.

    What opens a sentence, and so has a capital in any case, counts only where there is nothing
    else. Phrases longer than `LONGEST` are left out.
    """
    uses: dict[str, list[_Use]] = {}
    for sentence in sentences:
        for one in phrases(sentence.text, sentence.language):
            name = " ".join(one.terms)
            if name in wanted and one.end - one.start <= LONGEST:
                uses.setdefault(name, []).append(_use(sentence, one))
    return {name: Spelling(_usual(some), _is_whole(some)) for name, some in uses.items()}


def _use(sentence: Sentence, phrase: Phrase) -> _Use:
    text = sentence.text
    form = " ".join(text[phrase.start : phrase.end].split())
    before = _is_name(form.split()[0]) and _CAPITAL_BEFORE.search(text[: phrase.start])
    after = _is_name(form.split()[-1]) and _CAPITAL_AFTER.match(text, phrase.end)
    return _Use(form, phrase.start == 0, bool(before or after), _after(sentence, phrase))


def _after(sentence: Sentence, phrase: Phrase) -> str:
    """Return the content word that stands a space after the phrase."""
    text, end = sentence.text, phrase.end
    word = TOKEN.match(text, end + 1) if text[end : end + 1].isspace() else None
    return word[0] if word and terms(word[0], sentence.language) else ""


def _usual(uses: Sequence[_Use]) -> str:
    """Return the form used most; of equals, the first by letters."""
    forms = Counter(one.form for one in uses if not one.opens) or Counter(one.form for one in uses)
    return min(forms, key=lambda form: (-forms[form], form))


def _is_whole(uses: Sequence[_Use]) -> bool:
    """Return whether no name goes on beside most uses, and not the same word after all."""
    half = sum(one.half for one in uses) > HALF * len(uses)
    return not half and (
        {one.after for one in uses} == {""} or len({one.after for one in uses}) > 1
    )
