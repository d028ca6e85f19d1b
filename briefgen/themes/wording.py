"""Topics -> themes: the phrases that speak for each, weighted, as the corpus writes them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from briefgen.language import terms
from briefgen.model import Keyword, Theme
from briefgen.themes.excerpts import Table
from briefgen.themes.usage import Spelling, Usage, links, spellings, usage

FEWEST, MOST = 3, 10
"""Keywords of a theme; what has fewer words of its own is none."""

TRIED = 80
"""Phrases of a topic that are tried as keywords, the strongest first."""

PART = 0.6
"""Share of a phrase's uses inside one longer phrase from which it is a fragment of that."""

SEVERAL_WORDS = 1.6
"""What a phrase of several words is worth beside a single word: it says what is meant."""

WEAKEST, WEAKEST_WORD = 0.05, 0.15
"""How strong a keyword must be beside the strongest of its theme: a name or several words, and a
single common word, which is met in other matters too."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def worded(table: Table, shares: Floats) -> tuple[Theme, ...]:
    """Return a theme for each topic that has enough words of its own, the largest topic first.

    `shares` says how far each excerpt is about each topic: (excerpts, topics).
    """
    every = keywords(table, shares)
    largest = np.argsort(-shares.sum(axis=0), kind="stable")
    found = [every[topic] for topic in largest if len(every[topic]) >= FEWEST]
    small = links(table.sentences)
    titles = [_title(some, small) for some in found]
    return tuple(map(Theme, _ids(titles), titles, found))


def keywords(table: Table, shares: Floats) -> tuple[tuple[Keyword, ...], ...]:
    """Return the phrases that speak for each topic and for no other, the strongest first."""
    strong = _own(strength(table, shares) * ~(_fragments(table) | table.everywhere)[:, None])
    order = np.argsort(-strong, axis=0, kind="stable")[:TRIED].T
    spelt = spellings(table.sentences, {table.phrases[place] for some in order for place in some})
    known = usage(table.sentences)
    ranked = [
        {table.phrases[place]: float(one[place]) for place in some}
        for one, some in zip(strong.T, order, strict=True)
    ]
    taken: set[str] = set()  # what is written alike in two languages is one keyword
    return tuple(_keywords(one, spelt, known, taken) for one in ranked)


def strength(table: Table, shares: Floats) -> Floats:
    """Return how much each phrase speaks for each topic: (phrases, topics), nothing below 0.

    A phrase speaks for a topic by how often it stands in it, and by how much more often than
    elsewhere: its part of the Kullback-Leibler divergence of the topic from the corpus.
    """
    inside = np.asarray(table.present.T @ shares)
    usual = np.maximum(shares.mean(axis=0), 1e-12)
    purity = inside / np.maximum(table.frequency[:, None], 1.0)
    longer = np.where(table.length > 1, SEVERAL_WORDS, 1.0)[:, None]
    return np.asarray(longer * inside * purity * np.log(np.maximum(purity / usual, 1.0)))


def _own(strong: Floats) -> Floats:
    """Return the strength of each phrase for the one topic that it speaks for most."""
    mine = np.arange(strong.shape[1]) == strong.argmax(axis=1)[:, None]
    return np.asarray(np.where(mine, strong, 0.0))


def _fragments(table: Table) -> Flags:
    """Return whether each phrase stands mostly inside one that is longer by a word."""
    place = {phrase: index for index, phrase in enumerate(table.phrases)}
    frequency = table.frequency
    found = np.zeros(len(table.phrases), dtype=bool)
    for index, phrase in enumerate(table.phrases):
        for part in {phrase.partition(" ")[2], phrase.rpartition(" ")[0]} & place.keys():
            found[place[part]] |= frequency[index] >= PART * frequency[place[part]]
    return found


def _keywords(
    ranked: Mapping[str, float], spelt: Mapping[str, Spelling], known: Usage, taken: set[str]
) -> tuple[Keyword, ...]:
    """Return the strongest phrases that name something, none of them part of another."""
    whole = {one: spelt[one].form for one in ranked if one in spelt and spelt[one].whole}
    fit = {one: form for one, form in whole.items() if known.names_something(form)}
    strongest = max((ranked[one] for one in fit), default=0.0)
    chosen: dict[str, Keyword] = {}
    for phrase, form in fit.items():
        weight = _weight(ranked[phrase] / (strongest or 1.0), form)
        meaning = " ".join(terms(form))  # as a configuration reads it
        if weight and meaning and meaning not in taken and not _overlaps(phrase, chosen):
            chosen[phrase] = Keyword(form, weight)
            taken.add(meaning)
    return tuple(chosen.values())[:MOST]


def _overlaps(phrase: str, chosen: Mapping[str, Keyword]) -> bool:
    words = set(phrase.split())
    return any(words <= {*one.split()} or words >= {*one.split()} for one in chosen)


def _weight(share: float, form: str) -> float:
    """Return from 3, for what speaks about as much as the strongest, down to 0 for too little."""
    common = " " not in form and not _has_capital(form)
    if share < (WEAKEST_WORD if common else WEAKEST):
        return 0.0
    weight = 3.0 if share >= 0.6 else 2.0 if share >= 0.3 else 1.0
    return min(weight, 2.0) if common else weight


def _title(keywords: Sequence[Keyword], small: frozenset[str]) -> str:
    """Return the strongest phrase of several words that weighs enough, else the strongest."""
    several = [one for one in keywords if " " in one.phrase and one.weight > 1]
    words = (several or keywords)[0].phrase.split()
    return " ".join(one if one in small or _has_capital(one) else _raised(one) for one in words)


def _has_capital(word: str) -> bool:
    return any(char.isupper() for char in word)


def _raised(word: str) -> str:
    return word[0].upper() + word[1:]


def _ids(titles: Sequence[str]) -> Iterator[str]:
    """Yield a name of small letters for each title, all of them different."""
    taken: set[str] = set()
    for number, title in enumerate(titles, start=1):
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        if not name[:1].isalpha() or name in taken:
            name = f"theme-{number}"
        taken.add(name)
        yield name
