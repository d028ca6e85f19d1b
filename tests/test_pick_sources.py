"""How much a source may say, one event once, and the latest state of a running matter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from briefgen.model import (
    Candidate,
    Keyword,
    Limits,
    Passage,
    PerSource,
    Selection,
    Sentence,
    SourceRule,
    Theme,
)
from briefgen.pick import coverage, pick
from briefgen.pick.draft import Draft
from briefgen.pick.passages import passage

FLOOD = Theme("flood", "Flood", (Keyword("flood"),))

RIVER = "The river Senegal burst its banks below the old barrage on Friday."
CAMP = "Doctors in the camp treated ninety children for cholera this week."
ROAD = "Engineers reopened the coastal road to heavy lorries at noon."
RICE = "Traders doubled the price of imported rice in a single day."


def candidate(
    text: str, score: float, document: str = "a.txt", start: int = 1, day: date | None = None
) -> Candidate:
    own = Sentence(text, document, 0, 0, start, start + len(text), published=day)
    return Candidate(own, FLOOD.id, score, {"query": score}, ())


def picked(
    told: Sequence[Candidate],
    limits: Limits = Limits(),  # noqa: B008 - frozen
    rules: Mapping[str, SourceRule] | None = None,
) -> Selection:
    [found] = pick(told, [FLOOD], limits, rules=rules)
    return found


def quoted(selection: Selection) -> list[str]:
    first = [selection.bottom_line] if selection.bottom_line else []
    return [one.text for each in (*first, *selection.passages) for one in each.sentences]


def reason(selection: Selection, text: str) -> str:
    [found] = [one.reason for one in selection.rejections if one.candidate.sentence.text == text]
    return found


ONE_SOURCE = [
    candidate(RIVER, 3.0),
    candidate(CAMP, 2.9, start=90),
    candidate(ROAD, 2.8, start=190),
]


def test_a_source_says_no_more_in_a_section_than_per_source_allows() -> None:
    limits = Limits(per_source=PerSource(section=1))
    found = picked([*ONE_SOURCE, candidate(RICE, 0.1, "b.txt")], limits)
    assert quoted(found) == [RIVER, CAMP, RICE]
    assert reason(found, ROAD) == "its source has as many sentences as per_source allows"


def test_a_source_says_no_more_in_the_brief_than_per_source_allows_bottom_lines_among_it() -> None:
    limits = Limits(per_source=PerSource(brief=2))
    found = picked([*ONE_SOURCE, candidate(RICE, 0.1, "b.txt")], limits)
    assert quoted(found) == [RIVER, CAMP, RICE]
    assert quoted(picked(ONE_SOURCE, Limits(per_source=PerSource(brief=1)))) == [RIVER]


@pytest.mark.parametrize(("weight", "first"), [(1.0, RIVER), (3.0, CAMP), (0.2, RIVER)])
def test_a_source_of_more_weight_comes_sooner_and_of_less_later(weight: float, first: str) -> None:
    told = [candidate(RIVER, 3.0), candidate(CAMP, 2.9, "b.txt")]
    found = picked(told, rules={"b.txt": SourceRule(weight=weight)})
    assert quoted(found)[0] == first
    section = [replace(one, score=0.0) for one in ONE_SOURCE]
    both = picked(
        [candidate(RICE, 9.0, "c.txt"), *section, candidate(CAMP, 0.0, "b.txt")],
        Limits(sentences_per_section=1),
        {"b.txt": SourceRule(weight=weight)},
    )
    assert (both.passages[0].candidate.sentence.document == "b.txt") is (weight > 1)


def test_a_source_that_may_not_lead_gives_no_bottom_line_but_speaks_in_the_section() -> None:
    rules = {"a.txt": SourceRule(lead=False)}
    found = picked([*ONE_SOURCE, candidate(RICE, 0.1, "b.txt")], rules=rules)
    assert quoted(found)[0] == RICE
    assert RIVER in quoted(found)
    alone = picked(ONE_SOURCE, rules=rules)
    assert alone.bottom_line is None
    assert len(alone.passages) == 3


MONDAY, TUESDAY, FRIDAY = (date(2026, 6, day) for day in (1, 2, 5))
EARLIER = "Floods around Segou and Mopti have killed 40 villagers, officials said."
LATER = "Floods killed 112 people near Segou and Mopti, rescuers reported."


def test_of_a_running_matter_the_latest_state_is_quoted_and_the_earlier_is_superseded() -> None:
    told = [
        candidate(EARLIER, 3.0, "a.txt", day=MONDAY),
        candidate(LATER, 1.0, "b.txt", day=FRIDAY),
    ]
    found = picked(told)
    assert quoted(found) == [LATER]
    assert reason(found, EARLIER) == f"superseded by b.txt of 2026-06-05: {LATER[:60]}"
    below = picked([candidate(RICE, 9.0, "c.txt"), *told])
    assert quoted(below) == [RICE, LATER]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (LATER, MONDAY),  # of the same day: which is later?
        (LATER, None),
        ("Floods killed people around Segou and Mopti, rescuers reported.", FRIDAY),
        ("Floods killed 112 people near Kayes and Nioro, rescuers reported.", FRIDAY),
        ("The hospitals of Segou and Mopti have hired 15 surgeons from Cuba.", FRIDAY),
    ],
    ids=["same day", "undated", "no figure", "other places", "another matter"],
)
def test_what_is_on_another_matter_or_not_later_supersedes_nothing(
    text: str, day: date | None
) -> None:
    told = [candidate(EARLIER, 3.0, "a.txt", day=MONDAY), candidate(text, 1.0, "b.txt", day=day)]
    assert quoted(picked(told))[0] == EARLIER


def test_what_bears_another_identifier_is_another_matter() -> None:
    first, other = (
        f"The agency Cyber Command added CVE-2026-{number} to its Known Flaws list of {count}."
        for number, count in ((4711, 40), (815, 41))
    )
    told = [candidate(first, 3.0, day=MONDAY), candidate(other, 1.0, "b.txt", day=FRIDAY)]
    assert quoted(picked(told)) == [first, other]


ATTACK = "Gunmen on motorcycles killed 23 soldiers at Boulkessi in Mali on Sunday."
RETOLD = "In Mali, an assault near Boulkessi left 23 soldiers dead, the army admitted."


@pytest.mark.parametrize(
    ("text", "document", "day", "once"),
    [
        (RETOLD, "b.txt", TUESDAY, True),
        (RETOLD, "b.txt", None, False),  # no day to go by
        (RETOLD, "b.txt", date(2026, 6, 4), True),
        (RETOLD, "b.txt", FRIDAY, False),  # four days later
        (RETOLD, "a.txt", MONDAY, False),  # what a source adds to its own report
        (RETOLD.replace("23", "five"), "b.txt", TUESDAY, False),
        (RETOLD.replace("Boulkessi", "Gao"), "b.txt", TUESDAY, False),
    ],
)
def test_an_event_counts_once_by_names_figures_and_day_however_it_is_put(
    text: str, document: str, day: date | None, once: bool
) -> None:
    told = [
        candidate(ATTACK, 3.0, "a.txt", day=MONDAY),
        candidate(text, 2.0, document, start=500, day=day),
    ]
    found = picked(told)
    assert quoted(found) == ([ATTACK] if once else [ATTACK, text])
    if once:
        assert reason(found, text) == "tells an event that a sentence taken tells"


def values(told: Sequence[Candidate], *taken: int) -> list[float]:
    passages = [passage(one, 60) for one in told]
    draft = Draft([one for one in passages if isinstance(one, Passage)])
    for one in taken:
        draft.quote(one)
    return [float(one) for one in draft.value]


def test_what_coverage_makes_of_a_passage_is_its_formula() -> None:
    assert (coverage.SPREAD, coverage.SHORTEST) == (0.6, 5)
    first, other = candidate(RIVER, 1.2), candidate(CAMP, 0.0, "b.txt", 90)
    before = values([first, other])
    ratio = 2.718281828**2 * 11 / 12
    assert before[0] / before[1] == pytest.approx(ratio, rel=0.15)


def test_a_source_heard_again_counts_for_less_by_the_diversity_of_the_sources() -> None:
    same = [
        candidate(one, 1.0, "a.txt", 100 * place + 1) for place, one in enumerate((RIVER, CAMP))
    ]
    alone = values(same)[1], values(same, 0)[1]
    assert alone[1] == pytest.approx(alone[0])
    told = [*same, *(candidate(one, 1.0, "b.txt", 90 + len(one)) for one in (ROAD, RICE))]
    ratio = values(told, 0)[1] / values(told)[1]
    assert ratio == pytest.approx(0.75**0.5)
    assert values(told, 0)[2] == pytest.approx(values(told)[2])


def test_a_sentence_beside_one_taken_counts_for_a_fifth_more() -> None:
    opened = candidate(RIVER, 1.0)
    beside = replace(candidate(CAMP, 1.0, start=90), before=opened.sentence)
    told = [opened, beside]
    assert values(told, 0)[1] / values(told)[1] == pytest.approx(1.2)
