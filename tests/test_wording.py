"""Words looked at one by one say what the text says in which they stand."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain, pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from briefgen.language import BREAK, TABLES, known, terms, terms_of_each, words
from briefgen.model import Sentence
from briefgen.pick.words import Words
from briefgen.salience.grams import distinct, grams, numbered
from briefgen.salience.tally import entries
from briefgen.salience.wording import LETTERS, SURFACE, UNTOLD, Wording

TAGS = (*TABLES, "xx")
WORDS = """
    US USA U.S. EE. UU. EE.UU. EEUU said Said, may “might” peut-être по-видимому сказал وقال السَّلام
    الاجتماعات İstanbul ΟΔΟΣ. Straße l’État dit-il soft\u00adhyphen 3,5% ١٢ N\u0303 a A É É. Ёж
    е\u0301ж _x_ ''
""".split()
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=12).flatmap(
    lambda words: st.sampled_from([" ", "  ", "\n", "\u00a0"]).map(lambda space: space.join(words))
)


@pytest.mark.parametrize("tag", TAGS)
@given(text=TEXTS)
def test_the_terms_of_a_text_are_those_of_its_words(tag: str, text: str) -> None:
    apart = text.split()
    spelt, places = terms_of_each(apart, tag)
    assert [spelt[place] for place in places if place] == terms(text, tag)
    assert spelt[0] == BREAK and places.count(0) == len(apart)


@pytest.mark.parametrize("tag", TAGS)
@given(text=TEXTS)
def test_what_is_counted_in_a_text_is_what_its_patterns_find_in_it(tag: str, text: str) -> None:
    [found] = Wording.of([(text.strip(), tag)]).surface.tolist()
    counted = {name: _found(each(known(tag)), text.strip()) for name, each in LETTERS.items()}
    if capital := known(tag).capital:
        counted["capitals"] -= bool(capital.match(text.strip()))
    assert dict(zip(SURFACE, found, strict=True)) == {"words": len(text.split()), **counted}


def _found(pattern: re.Pattern[str] | None, text: str) -> int:
    return len(pattern.findall(text)) if pattern else UNTOLD


@given(st.lists(st.tuples(TEXTS, st.sampled_from(TAGS)), max_size=5))
def test_texts_in_many_languages_keep_their_own_terms_in_order(said: list[tuple[str, str]]) -> None:
    wording = Wording.of(said)
    for row, one in enumerate(said):
        assert wording.number[wording.row == row].tolist() == numbered(terms(*one)).tolist()
    assert len(wording.row) == sum(len(terms(*one)) for one in said)


@pytest.mark.parametrize("spelt", ["EE. UU.", "EE.UU.", "EEUU", "EE.\nUU.", "EE.\u00a0UU."])
def test_the_united_states_are_one_term_in_spanish_however_they_are_spelt(spelt: str) -> None:
    assert terms(spelt, "es") == ["eeuu"]


SAID = st.lists(st.tuples(TEXTS, st.sampled_from(TAGS)), max_size=5)


@given(SAID)
def test_an_entry_is_a_word_or_a_pair_of_words_with_its_count(said: list[tuple[str, str]]) -> None:
    wording = Wording.of(said)
    found = entries(wording.row, wording.number)
    counted = list(zip(found.row, found.number[found.term], found.count, strict=True))
    assert counted == sorted(
        (row, number, count)
        for row, one in enumerate(said)
        for number, count in Counter(grams(one)[gram] for gram in _grams(terms(*one))).items()
    )


def _grams(said: list[str]) -> list[str]:
    return [*said, *(f"{one} {two}" for one, two in pairwise(said))]


@given(st.lists(st.one_of(st.integers(0, 9), st.integers(0, 2**63 - 1))))
def test_numbers_are_told_apart_and_put_in_order(numbers: list[int]) -> None:
    every, place = distinct(np.array(numbers, dtype=np.int64))
    assert every.tolist() == sorted(set(numbers))
    assert every[place].tolist() == numbers


@given(SAID)
def test_what_is_counted_among_sentences_is_what_each_of_them_says(
    said: list[tuple[str, str]],
) -> None:
    found = Words.of(
        [
            Sentence(text, f"{n}.txt", 0, 0, 0, len(text), language=tag)
            for n, (text, tag) in enumerate(said)
        ]
    )
    every = [words(*one) for one in said]
    assert _columns(found.counted()) == _counts(every)
    assert _columns(found.terms_counted()) == _counts(terms(*one) for one in said)
    assert _columns(found.pairs()) == _counts(
        {pair for pair in pairwise(some) if not {*pair} <= known(tag).stop_words}
        for some, (_, tag) in zip(every, said, strict=True)
    )


def _counts(rows: Iterable[Iterable[Any]]) -> list[list[float]]:
    """Return how often each row has each thing that is counted: a column a thing, in any order."""
    counts = [Counter(row) for row in rows]
    return sorted([float(row[name]) for row in counts] for name in {*chain.from_iterable(counts)})


def _columns(matrix: csr_matrix) -> list[list[float]]:
    """Return the columns of a matrix that count anything, in the same order."""
    return sorted(column for column in matrix.toarray().T.tolist() if any(column))
