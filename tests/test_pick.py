"""Picking: no repeats, a sentence in one place, themes and sources in balance, within budget."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from briefgen.model import (
    Candidate,
    Keyword,
    Limits,
    Passage,
    Rejection,
    Selection,
    Sentence,
    Theme,
)
from briefgen.pick import SLACK, condense, diversify, pick
from briefgen.pick.passages import passage
from briefgen.pick.people import surnames

FIRST = Theme("first", "First", (Keyword("convoy"),))
SECOND = Theme("second", "Second", (Keyword("mercenaries"),))
THIRD = Theme("third", "Third", (Keyword("wheat"),))
LIMITS = Limits()


def sentence(text: str, document: str = "a.txt", start: int = 0, position: int = 0) -> Sentence:
    return Sentence(text, document, 0, position, start, start + len(text))


def candidate(
    text: str,
    score: float,
    theme: Theme = FIRST,
    document: str = "a.txt",
    start: int = 0,
    before: str = "",
) -> Candidate:
    earlier = sentence(before, document, 0, 0) if before else None
    own = sentence(text, document, start or len(before) + 1, 1 if before else 0)
    return Candidate(own, theme.id, score, {"query": score}, (), earlier)


def picked(candidates: Sequence[Candidate], limits: Limits = LIMITS) -> dict[str, Selection]:
    return {one.theme.id: one for one in pick(candidates, (FIRST, SECOND), limits)}


def said(selection: Selection) -> list[str]:
    passages = [*([selection.bottom_line] if selection.bottom_line else []), *selection.passages]
    return [one.text for passage in passages for one in passage.sentences]


CONVOY = "A convoy of forty tankers reached the capital from Dakar on Monday."
AGAIN = "A convoy of forty tankers reached the capital from Dakar on Tuesday."
ARMY = "Soldiers abandoned the garrison at Kati without firing one shot."
MINES = "Russian mercenaries guard the gold mines of the northern desert."
WHEAT = "Farmers along both rivers expect twice as much wheat this autumn."
TALKS = "Mediators from Algeria met both sides in a hotel outside Nouakchott."


def test_the_best_single_sentence_is_the_bottom_line_and_is_not_said_again() -> None:
    found = picked([candidate(CONVOY, 2.0), candidate(ARMY, 1.0, start=90)])["first"]
    assert found.bottom_line is not None
    assert found.bottom_line.sentences[0].text == CONVOY
    assert said(found) == [CONVOY, ARMY]


def test_a_near_repeat_is_left_with_the_likeness_that_ruled_it_out() -> None:
    found = picked([candidate(CONVOY, 2.0), candidate(AGAIN, 1.9, document="b.txt")])["first"]
    assert said(found) == [CONVOY]
    assert [one.reason for one in found.rejections] == [
        "repeats a sentence that is taken (likeness 0.91)"
    ]


def test_a_repeat_is_ruled_out_across_themes_too() -> None:
    found = picked([candidate(CONVOY, 2.0), candidate(AGAIN, 1.9, SECOND, "b.txt")])
    assert said(found["first"]) == [CONVOY]
    assert said(found["second"]) == []


def test_a_sentence_that_fits_two_themes_serves_the_one_it_is_worth_more_to() -> None:
    found = picked(
        [candidate(CONVOY, 2.0), candidate(CONVOY, 3.0, SECOND), candidate(ARMY, 1.0, start=90)]
    )
    assert said(found["second"]) == [CONVOY]
    assert said(found["first"]) == [ARMY]
    assert found["first"].rejections[0].reason == "its sentence is taken for another place"


def test_bottom_lines_are_worth_most_together_not_one_after_the_other() -> None:
    found = picked(
        [
            candidate(CONVOY, 3.0),
            candidate(ARMY, 2.9, start=90),
            candidate(CONVOY, 2.8, SECOND),
            candidate(ARMY, 0.2, SECOND, start=90),
        ]
    )
    assert [said(one) for one in found.values()] == [[ARMY], [CONVOY]]


def weighed(text: str, start: int = 0, **features: float) -> Candidate:
    own = sentence(text, start=start)
    return Candidate(own, FIRST.id, sum(features.values()), features, ())


def test_a_bottom_line_has_a_keyword_whole_if_any_can_and_a_section_need_not() -> None:
    found = picked([weighed(ARMY, query=3.0), weighed(CONVOY, 90, query=1.0, keyword=0.7)])
    assert said(found["first"]) == [CONVOY, ARMY]


def test_a_bottom_line_is_on_its_theme_before_it_matters_anywhere() -> None:
    about, gist = weighed(ARMY, query=3.4), weighed(CONVOY, 90, query=0.2, centroid=2.7)
    assert about.score > gist.score
    assert said(picked([about, gist])["first"]) == [ARMY, CONVOY]


UNALIKE = (
    ARMY,
    TALKS,
    "Farmers around both wells of Segou harvested wheat twice this autumn.",
    "Angry miners occupied all the pits of Loulo over their unpaid wages.",
)
"""Each has as much of an event as the others."""

WORTHS = st.lists(st.lists(st.integers(1, 900), min_size=4, max_size=4), min_size=3, max_size=3)


@given(WORTHS)
def test_no_other_bottom_lines_would_be_worth_more(worths: list[list[int]]) -> None:
    themes = (FIRST, SECOND, THIRD)
    candidates = [
        candidate(text, worth / 100, theme, start=100 * place + 1)
        for theme, row in zip(themes, worths, strict=True)
        for place, (text, worth) in enumerate(zip(UNALIKE, row, strict=True))
    ]
    lines = [one.bottom_line for one in pick(candidates, themes, LIMITS)]
    chosen = [one.candidate for one in lines if one]
    total = sum(round((one.score - one.features["event"]) * 100) for one in chosen)
    ways = permutations(range(4), 3)
    assert total == max(sum(worths[row][way[row]] for row in range(3)) for way in ways)


def test_bottom_lines_that_repeat_each_other_starve_no_theme() -> None:
    found = picked(
        [
            candidate(CONVOY, 1.0),
            candidate(AGAIN, 3.0, SECOND, "b.txt"),
            candidate(MINES, 2.0, SECOND, "b.txt", start=90),
        ]
    )
    assert [said(one) for one in found.values()] == [[CONVOY], [MINES]]


def test_a_sentence_waits_for_the_turn_of_the_theme_it_is_worth_more_to() -> None:
    found = picked(
        [
            candidate(CONVOY, 5.0),
            candidate(TALKS, 3.0, start=190),
            candidate(WHEAT, 2.0, start=290),
            candidate(MINES, 5.0, SECOND, "b.txt"),
            candidate(TALKS, 4.0, SECOND, start=190),
        ]
    )
    assert [said(one) for one in found.values()] == [[CONVOY, WHEAT], [MINES, TALKS]]


def test_a_theme_without_anything_of_its_own_takes_what_is_worth_more_to_another() -> None:
    found = picked(
        [
            candidate(CONVOY, 5.0),
            candidate(TALKS, 3.0, start=190),
            candidate(MINES, 5.0, SECOND, "b.txt"),
            candidate(TALKS, 4.0, SECOND, start=190),
        ]
    )
    assert [said(one) for one in found.values()] == [[CONVOY, TALKS], [MINES]]


def test_what_waited_for_another_theme_in_vain_is_said_to_be_worth_more_to_it() -> None:
    found = picked(
        [
            candidate(CONVOY, 5.0),
            candidate(TALKS, 3.0, start=190),
            candidate(WHEAT, 2.0, start=290),
            candidate(MINES, 5.0, SECOND, "b.txt"),
            candidate(ARMY, 4.9, SECOND, "c.txt"),
            candidate(TALKS, 4.0, SECOND, start=190),
        ],
        Limits(sentences_per_section=1),
    )
    [lost] = found["first"].rejections
    assert lost.reason.startswith("found no room, and is worth more to another theme")


def test_a_theme_with_nothing_to_quote_has_no_bottom_line() -> None:
    found = picked([candidate("However, nothing of the kind has been seen there so far.", 5.0)])
    assert found["first"].bottom_line is None
    assert "continues what went before" in found["first"].rejections[0].reason
    assert found["second"].bottom_line is None


def test_no_candidates_at_all_give_empty_selections() -> None:
    assert [one.bottom_line for one in pick([], (FIRST, SECOND), LIMITS)] == [None, None]


def test_a_theme_is_not_fed_by_one_source_when_another_has_as_much_to_say() -> None:
    found = picked(
        [
            candidate(CONVOY, 2.0, document="a.txt"),
            candidate(ARMY, 1.8, document="a.txt", start=90),
            candidate(REBELS, 1.75, document="b.txt"),
            candidate(WHEAT, 1.75, document="b.txt", start=90),
        ],
        Limits(sentences_per_section=1),
    )["first"]
    assert said(found) == [CONVOY, REBELS]


REBELS = "Rebels surrounded the barracks at Gao without losing one man."
REPORT = [
    candidate(text, 3.0 - place / 10, start=100 * place + 1)
    for place, text in enumerate(
        [
            "Engineers rebuilt the burnt bridge at Kayes within three weeks.",
            "Floods closed forty schools along the northern bank of the Niger.",
            "Traders from Segou doubled what they ask for a sack of millet.",
            "Police arrested four customs officers who had taken bribes.",
            "Doctors vaccinated nine thousand children against measles last month.",
            "A drone destroyed two fuel depots outside the old airfield.",
            "The central bank lowered its rate to the level of last spring.",
            "Judges released a journalist whom the junta had jailed in May.",
            "Herders drove their cattle over the border to find pasture.",
            "Lightning cut the power line that feeds both water works.",
            "Opposition leaders signed a charter in a hotel in Dakar.",
            "Miners on strike blocked the gates of the largest gold pit.",
        ]
    )
]


def test_a_folder_of_one_report_fills_its_section() -> None:
    found = picked(REPORT, Limits(sentences_per_section=11))["first"]
    assert len(said(found)) == 12
    told = picked(REPORT, Limits(sentences_per_section=20, words=80))["first"]
    assert sum(len(one.split()) for one in said(told)) >= 0.85 * 80


def test_a_section_has_the_sentences_that_a_summary_of_its_length_has() -> None:
    told = [
        *REPORT,
        *(candidate(one, 2.5, document="b.txt", start=90) for one in (CONVOY, ARMY, MINES)),
    ]
    in_brief = said(picked(told, Limits(sentences_per_section=20, words=75))["first"])
    summary = condense(told, [one.sentence for one in told], 75 - SLACK)
    assert len(set(in_brief) & {one.text for one in summary}) >= len(summary) - 1


OPENED = "The ministry of transport closed the bridge over the Bani on Sunday."
LEANING = "However, lorries with medicine may cross it in the early morning hours."
STILL = "They have to pay the soldiers at both ends for every passage there."


def test_a_sentence_that_leans_is_quoted_alone_behind_the_one_it_follows_in_the_section() -> None:
    opened, leaning = sentence(OPENED, "b.txt", 1), sentence(LEANING, "b.txt", 90, 1)
    still = sentence(STILL, "b.txt", 190, 2)
    found = picked(
        [
            candidate(CONVOY, 5.0),
            Candidate(opened, FIRST.id, 4.0, {}, ()),
            Candidate(leaning, FIRST.id, 3.0, {}, (), opened),
            Candidate(still, FIRST.id, 2.9, {}, (), leaning),
        ]
    )["first"]
    assert [[one.text for one in each.sentences] for each in found.passages] == [
        [OPENED],
        [LEANING],
        [STILL],
    ]


def test_behind_a_bottom_line_which_stands_apart_nothing_reads_on() -> None:
    opened, leaning = sentence(OPENED, "b.txt", 1), sentence(LEANING, "b.txt", 90, 1)
    still = sentence(STILL, "b.txt", 190, 2)
    found = picked(
        [
            Candidate(opened, FIRST.id, 4.0, {}, ()),
            Candidate(leaning, FIRST.id, 3.0, {}, (), opened),
            Candidate(still, FIRST.id, 2.9, {}, (), leaning),
        ]
    )["first"]
    assert said(found) == [OPENED]
    assert len(found.rejections) == 2


def test_themes_take_turns_when_the_words_run_out() -> None:
    found = picked(
        [
            candidate(CONVOY, 9.0),
            candidate(ARMY, 8.9, start=90),
            candidate(TALKS, 8.8, start=190),
            candidate(MINES, 1.0, SECOND, "b.txt"),
        ],
        Limits(words=50, words_per_sentence=20),
    )
    assert MINES in said(found["second"])
    assert sum(len(one.split()) for theme in found.values() for one in said(theme)) <= 50


def test_a_leaning_sentence_takes_the_one_before_along() -> None:
    found = passage(
        candidate(
            "One of its newest tactics is the fuel blockade.",
            1.0,
            before="Today, JNIM operates across large swathes of the country.",
        ),
        60,
    )
    assert isinstance(found, Passage)
    assert len(found.sentences) == 2
    assert found.sentences[0].text.startswith("Today")


def test_a_quotation_over_two_sentences_is_kept_whole() -> None:
    found = passage(
        candidate(
            "The roads are closed to every truck,” the minister told parliament.",
            1.0,
            before="“Nothing moves between Kayes and the capital any more.",
        ),
        60,
    )
    assert isinstance(found, Passage)
    assert len(found.sentences) == 2


def test_a_sentence_whose_forerunner_leans_too_is_rejected() -> None:
    found = passage(
        candidate(
            "They have burnt two hundred of the tankers since September.",
            1.0,
            before="However, the fighters also attack convoys on the southern road.",
        ),
        60,
    )
    assert isinstance(found, Rejection)


GENERAL = "The deputy chief of staff Oleksiy Gromov described the state of the front."
QUOTED = "Gromov noted that the reserve of the enemy has not yet been called up."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([GENERAL, QUOTED], {"Gromov"}),
        (["Main Department Deputy Chief Oleksiy Gromov described the front."], {"Gromov"}),
        ([QUOTED, GENERAL], set()),  # called by the surname first, as the well known are
        (["The road to Mali is closed.", "Northern Mali has fallen to the rebels."], set()),
        (["In Mali the schools are closed."], set()),
        (["The Sector Head spoke of losses.", "A head of department denied them."], set()),
        ([GENERAL, "The general Pjotr Petrow contradicted him."], {"Gromov", "Petrow"}),
    ],
    ids=["told first", "after titles", "known", "a country", "a small word", "an office", "two"],
)
def test_a_surname_is_what_follows_another_name_when_it_first_comes(
    texts: Sequence[str], expected: set[str]
) -> None:
    said = [candidate(text, 1.0, start=1000 * place) for place, text in enumerate(texts)]
    assert surnames(said) & {"Gromov", "Mali", "Head", "Petrow"} == expected


def test_who_is_introduced_in_most_texts_needs_an_introduction_in_the_brief() -> None:
    mixed = [candidate(text, 1.0, document=f"{text[:9]}.txt") for text in (GENERAL, QUOTED)]
    assert "Gromov" not in surnames(mixed)
    assert "Gromov" in surnames([*mixed, candidate(GENERAL, 1.0, document="third.txt")])


def test_whom_a_theme_names_needs_no_introduction() -> None:
    theme = replace(FIRST, keywords=(Keyword("Gromov"),))
    assert "Gromov" not in surnames([candidate(GENERAL, 1.0)], (theme,))


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        (GENERAL, Passage),
        ("The reserve of the enemy is two hundred thousand men strong.", Rejection),
    ],
)
def test_a_surname_takes_only_that_sentence_along_which_introduces_the_person(
    before: str, kind: type
) -> None:
    found = passage(candidate(QUOTED, 1.0, before=before), 60, frozenset({"Gromov"}))
    assert isinstance(found, kind)


def test_a_sentence_over_the_length_limit_is_rejected_with_both_figures() -> None:
    found = passage(candidate(CONVOY, 1.0), 8)
    assert isinstance(found, Rejection)
    assert found.reason == "has 12 words, more than 8"


NOUNS = "convoy army tanker road school market hospital border river mine garrison camp".split()
SENTENCES = st.lists(st.sampled_from(NOUNS), min_size=9, max_size=14).map(
    lambda nouns: " ".join(nouns).capitalize() + "."
)
CANDIDATES = st.lists(
    st.tuples(
        SENTENCES, st.floats(-3, 9), st.sampled_from([FIRST, SECOND]), st.sampled_from("abc")
    ),
    max_size=25,
).map(
    lambda drawn: [
        candidate(text, score, theme, f"{document}.txt", start=100 * place + 1)
        for place, (text, score, theme, document) in enumerate(drawn)
    ]
)


@given(CANDIDATES, st.integers(1, 4), st.integers(50, 120))
def test_limits_hold_and_nothing_is_said_twice(
    candidates: list[Candidate], most: int, words: int
) -> None:
    limits = Limits(sentences_per_section=most, words=words)
    selections = pick(candidates, (FIRST, SECOND), limits)
    texts = [text for one in selections for text in said(one)]
    in_sections = [sum(len(p.sentences) for p in one.passages) for one in selections]
    assert max(in_sections) <= most
    bottom_lines = sum(one.bottom_line.words for one in selections if one.bottom_line)
    assert sum(len(text.split()) for text in texts) <= max(words, bottom_lines)
    if len(texts) > 1:
        likeness = cosine_similarity(CountVectorizer().fit_transform(texts))
        assert max(likeness[i, j] for i in range(len(texts)) for j in range(i)) < 0.6
    assert len(texts) + sum(len(one.rejections) for one in selections) == len(candidates)


@given(CANDIDATES, st.integers(1, 150))
def test_a_summary_keeps_the_order_of_the_text_and_comes_near_its_length(
    candidates: list[Candidate], words: int
) -> None:
    sentences = [one.sentence for one in candidates]
    wanted = [one for one in candidates if one.theme == "first"]
    for fill in (condense, diversify):
        found = fill(wanted, sentences, words)
        assert bool(found) == bool(wanted)
        shortest = min((len(one.sentence.text.split()) for one in wanted), default=0)
        assert comes_near(found, sentences, max(words + SLACK, shortest))


def comes_near(found: Sequence[Sentence], sentences: list[Sentence], most: int) -> bool:
    places = [sentences.index(one) for one in found]
    length = sum(len(one.text.split()) for one in found)
    return places == sorted(places) and length <= most


def test_a_summary_says_what_many_good_sentences_say_and_says_it_once() -> None:
    told = [
        candidate("Fuel trucks burned on the road to Bamako.", 1.0),
        candidate("The army watched how fuel trucks burned near Kayes.", 1.0, start=90),
        candidate("Farmers in the south sold goats and waited for rain.", 1.0, start=180),
        candidate("Again fuel trucks burned on the road to Bamako.", 1.0, start=270),
    ]
    sentences = [one.sentence for one in told]
    [first] = condense(told, sentences, 3)
    assert "fuel trucks burned" in first.text.lower()
    both = condense(told, sentences, 12)
    assert sum("to Bamako" in one.text for one in both) == 1
    assert any("goats" in one.text or "army" in one.text for one in both)


def test_what_is_likely_to_be_quoted_makes_its_words_worth_more() -> None:
    told = [
        candidate("Tankers from Dakar were turned back at the border.", 0.0),
        candidate("Teachers in Segou wrote letters about the schools.", 2.0, start=90),
    ]
    [found] = condense(told, [one.sentence for one in told], 4)
    assert found == told[1].sentence


def test_of_two_sentences_worth_the_same_the_one_beside_what_is_taken_comes_next() -> None:
    opening = candidate("Fuel trucks burned on the road to Bamako.", 3.0)
    apart = candidate("Farmers in Sikasso sold goats about the markets.", 1.0, start=300)
    beside = candidate("Teachers in Segou wrote letters about the schools.", 1.0, start=90)
    told = [apart, opening, replace(beside, before=opening.sentence)]
    found = condense(told, [one.sentence for one in told], 10)
    assert found == (opening.sentence, beside.sentence)


def test_of_two_sentences_worth_the_same_the_one_of_another_document_comes_next() -> None:
    first = candidate("Fuel trucks burned on the road to Bamako.", 3.0)
    same = candidate("Farmers in Sikasso sold goats about the markets.", 1.0, start=300)
    other = candidate("Teachers in Segou wrote letters about the schools.", 1.0, document="b.txt")
    told = [same, first, other]
    assert condense(told, [one.sentence for one in told], 10) == (first.sentence, other.sentence)


@pytest.mark.parametrize("copies", [10, 200, 700])
def test_a_summary_is_filled_however_many_say_the_same_before_others_are_heard(copies: int) -> None:
    same = [candidate(CONVOY, 3.0, document=f"{number}.txt") for number in range(copies)]
    others = [
        candidate("Teachers in Segou wrote letters about schools.", 1.0, document="b.txt"),
        candidate("Farmers around Sikasso sold goats at markets.", 0.9, document="c.txt"),
    ]
    told = [*same, *others]
    found = condense(told, [one.sentence for one in told], 24)
    assert found == (same[0].sentence, *(one.sentence for one in others))


def test_nothing_is_made_of_nothing() -> None:
    assert condense([], [], 50) == diversify([], [], 50) == ()


def test_a_bottom_line_explains_its_short_forms_if_another_sentence_would_not() -> None:
    explains = "The Front for Support of Islam (FSI) has closed every road to the capital."
    found = picked(
        [
            candidate("A blockade is part of the strategy that FSI adopted in May.", 2.0),
            candidate(explains, 1.5, start=90),
        ]
    )["first"]
    assert found.bottom_line is not None
    assert found.bottom_line.sentences[0].text == explains


def test_a_bottom_line_with_a_short_form_is_better_than_none() -> None:
    found = picked(
        [
            candidate("A blockade is part of the strategy that FSI adopted in May.", 2.0),
            candidate(
                "The Front for Support of Islam (FSI) rules the north.", 1.0, SECOND, "b.txt"
            ),
        ]
    )
    assert all(one.bottom_line for one in found.values())


def test_a_theme_that_only_a_pair_of_sentences_speaks_of_is_reported_without_a_bullet() -> None:
    found = picked(
        [
            candidate(
                "She warned of a hurricane that could close all the terminals for a week.",
                1.0,
                before="The port authority of Rotterdam has a director and nine hundred staff.",
            )
        ]
    )["first"]
    assert found.bottom_line is None
    assert len(said(found)) == 2


def test_small_words_alone_make_no_repeat() -> None:
    unrelated = [
        "The union sees the tests as the beginning of the end of the trade.",
        "The price of the oil rose to the highest level of the year in May.",
        "The head of the army went to the east of the country by the river.",
    ]
    found = picked(
        [candidate(text, 2.0, start=90 * place + 1) for place, text in enumerate(unrelated)]
    )
    assert sorted(said(found["first"])) == sorted(unrelated)


FLAW = "The flaw lets an attacker read every file on the device."
NAMED = "Northgate closed a weakness in its Harbour firewall on Monday."
UNNAMED = "Northgate opened a branch in the town of Harbour on Monday."


@pytest.mark.parametrize(
    ("before", "position", "quoted"), [(NAMED, 1, True), (UNNAMED, 1, False), (UNNAMED, 0, True)]
)
def test_what_takes_up_a_noun_comes_after_a_sentence_that_names_it_or_opens_its_block(
    before: str, position: int, quoted: bool
) -> None:
    earlier = sentence(before, position=position)
    own = sentence(FLAW, start=99, position=position + 1)
    found = passage(Candidate(own, FIRST.id, 1.0, {}, (), earlier), 60)
    assert isinstance(found, Passage) is quoted
    if isinstance(found, Passage):
        assert found.sentences == (earlier, own) and found.leans
