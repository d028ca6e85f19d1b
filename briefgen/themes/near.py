"""What a keyword that nothing matches may have meant: the phrases the corpus has instead."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from itertools import takewhile

from briefgen.language import terms
from briefgen.model import Sentence
from briefgen.themes.phrases import phrases
from briefgen.themes.usage import spellings, usage

SHOWN = 3
"""Phrases that are shown for a keyword."""

LOOKED_AT = 5000
"""Sentences that phrases are taken from, the first that have a word like one of the keyword's."""

_STEM = 4
"""Letters that words have in common at least, at their beginning, to be alike."""


Alike = Mapping[str, Sequence[str]]
"""Words of the corpus, and the words of the keyword that they are like."""


def near(keyword: str, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return phrases of the `sentences` with words like those of `keyword`, the nearest first."""
    spelt = [terms(one.text, one.language) for one in sentences]
    words = {word for tag in {one.language for one in sentences} for word in terms(keyword, tag)}
    alike = _alike(sorted(words), {term for text in spelt for term in text})
    pairs = zip(sentences, spelt, strict=True)
    speaking = [one for one, own in pairs if not alike.keys().isdisjoint(own)][:LOOKED_AT]
    counts = _phrases(speaking, alike.keys())
    ranked = sorted(counts, key=lambda one: (one.count(" "), one))  # of equals, the shorter first
    ranked.sort(key=lambda one: _nearness(one, alike, counts[one]), reverse=True)
    return _distinct(_worded(ranked[: 10 * SHOWN], speaking, alike))


def _alike(words: Sequence[str], vocabulary: Iterable[str]) -> Alike:
    """Return the terms of a `vocabulary` that are like any of `words`, with those they are like."""
    found = {one: [word for word in words if akin(word, one)] for one in vocabulary}
    return {one: some for one, some in found.items() if some}


def akin(one: str, other: str) -> bool:
    """Return whether two words may be forms of one, or one of them a slip of the pen.

    >>> akin("tanker", "tankers"), akin("supplies", "supply"), akin("state", "station")
    (True, True, False)
    """
    if one == other:
        return True
    if one[:1] != other[:1] or abs(len(one) - len(other)) > _STEM:
        return False
    longer = max(len(one), len(other))
    start = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    if start >= max(_STEM, 0.6 * longer):
        return True
    return longer > _STEM and SequenceMatcher(None, one, other).ratio() >= 0.85


def _phrases(sentences: Iterable[Sentence], alike: AbstractSet[str]) -> Counter[str]:
    """Return how many `sentences` have each phrase in which there is a word that is `alike`."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        some = phrases(sentence.text, sentence.language)
        counts.update({" ".join(one.terms) for one in some if not alike.isdisjoint(one.terms)})
    return counts


def _nearness(phrase: str, alike: Alike, count: int) -> tuple[int, bool, int]:
    """Return how many of the keyword's words are there, whether some others are, and how often."""
    return _shared(phrase, alike), 0 < phrase.count(" ") < 3, count


def _shared(phrase: str, alike: Alike) -> int:
    return len({wanted for word in phrase.split() for wanted in alike.get(word, ())})


def _worded(ranked: Sequence[str], told: Sequence[Sentence], alike: Alike) -> dict[str, str]:
    """Return how the texts write the phrases; of equally near ones, what names something first."""
    known, spelt = usage(told), spellings(told, ranked)

    def rank(phrase: str) -> tuple[int, bool]:
        form, whole = spelt[phrase]
        return _shared(phrase, alike), whole and known.names_something(form)

    able = [one for one in ranked if one in spelt]
    return {one: spelt[one].form for one in sorted(able, key=rank, reverse=True)}


def _distinct(spelt: Mapping[str, str]) -> tuple[str, ...]:
    """Return the first phrases of which none is part of another, as they are spelt."""
    chosen: dict[str, str] = {}
    for phrase, form in spelt.items():
        words = {*phrase.split()}
        if not any(words <= {*one.split()} or words >= {*one.split()} for one in chosen):
            chosen[phrase] = form
    return tuple(chosen.values())[:SHOWN]
