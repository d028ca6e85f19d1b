"""Words looked at one by one say what the text says in which they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.language import BREAK, TABLES, known, terms, terms_of_each
from briefgen.salience.grams import numbered
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
    words = text.split()
    spelt, places = terms_of_each(words, tag)
    assert [spelt[place] for place in places if place] == terms(text, tag)
    assert spelt[0] == BREAK and places.count(0) == len(words)


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
