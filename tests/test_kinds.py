"""What kind of statement a sentence is: decided by table, in the words of many trades."""

import pytest

from briefgen.language import TABLES, known
from briefgen.language.cues import EVENT, TALK, cues
from briefgen.model import Candidate, Limits, Passage, Rejection, Sentence, Theme
from briefgen.pick import pick
from briefgen.pick.kinds import (
    EVENT_WORTH,
    MOST,
    WEIGHTS,
    StatementKind,
    counting_events,
    event,
    kind,
    statements_first,
)

TEXT, BESIDE = StatementKind.TEXT, StatementKind.BESIDE
ADVICE, NOTHING = StatementKind.ADVICE, StatementKind.NOTHING

EVENTFUL = "On Friday rebels near Kessa killed 40 soldiers of the Talland army."
A, LIMITS = [Theme("a", "A", ())], Limits()

TALKS = [
    (TEXT, "Section 9.4 lays out the evidence for the second claim in full."),
    (TEXT, "This report is written for readers without a technical background."),
    (TEXT, "It is worth stating plainly that the kit is older than it looks."),
    (TEXT, "The question needed real correction before it was settled."),
    (TEXT, "Three caveats apply to what has been said above."),
    (TEXT, "What remains open is the matter of the second payment."),
    (TEXT, "Chapter two deals with the origins of the dispute in more depth."),
    (BESIDE, "Workers clear debris from a street in Lang after the storm, June 4, 2026."),
    (BESIDE, "This week’s issue is sponsored by our friends at Lumen Backup."),
    (BESIDE, "The story first appeared in the Lang Courier and is republished with permission."),
    (BESIDE, "Holm, A. (2021), Ports under strain, Harbour Studies 14, no. 2, pp. 33-51."),
    (BESIDE, "Figure 4: Ships that called at Lang between January and June."),
    (BESIDE, "Photo: Dock workers wait for the ferry at Lang on 3 May."),
    (BESIDE, "Note: figures for the eastern district are provisional."),
    (BESIDE, "Editor’s note: an earlier version of this story gave a wrong date."),
    (ADVICE, "Users are urged to apply the patched versions immediately."),
    (ADVICE, "Administrators should review the list and rotate all passwords."),
    (ADVICE, "Update the console to version 4.2 as soon as possible."),
    (NOTHING, "No significant developments were reported in the north."),
    (NOTHING, "There were no major changes at the border in the past 24 hours."),
    (NOTHING, "The situation in the harbour district remained unchanged."),
]

STATEMENTS = [
    "Police in Lang arrested two men on Friday after a fire at the depot.",
    "The report found that 14 ships had been delayed by the strike.",
    "A section of the road between Lang and Vik was closed on Monday.",
    "We assess that the garrison will leave Lang before the rains.",
    "The question of who owns the port will be decided by a court in Vik.",
    "The ministry ordered residents of Vik to leave by Friday evening.",
    "Northgate denied that any customer had lost money in the breach.",
    "Prosecutors said the evidence against Holm was destroyed in the fire.",
    "The port of Lang has not reopened since the storm of 3 May.",
    "Tables and chairs worth 4 million crowns were stolen from the Vik hotel.",
]


@pytest.mark.parametrize(("expected", "text"), TALKS)
def test_talk_is_told_by_its_kind(expected: StatementKind, text: str) -> None:
    assert kind(text, "en") is expected


@pytest.mark.parametrize("text", STATEMENTS)
def test_what_is_said_of_the_world_is_a_statement(text: str) -> None:
    assert kind(text, "en") is StatementKind.STATEMENT


def test_a_language_without_cues_has_statements_alone() -> None:
    assert kind("La sezione 9.4 espone le prove.", "it") is StatementKind.STATEMENT


def test_who_did_what_to_whom_and_how_many_when_is_an_event() -> None:
    assert event(EVENTFUL, "en") == 1.0
    assert event("the outlook is uncertain for everybody.", "en") == 0.0
    assert event("Rebels near Kessa killed soldiers.", "en") == 0.5


@pytest.mark.parametrize("tag", TABLES)
def test_every_language_that_is_read_has_cues_of_both(tag: str) -> None:
    names = set(known(tag).cues)
    assert names <= {*TALK, *EVENT}
    assert {"pointer", "deictic", "remark", "notice", "advice", "nothing", "action"} <= names


def test_every_cue_that_weighs_is_one_and_every_one_weighs() -> None:
    assert {*TALK, *EVENT} == set(WEIGHTS)


def test_a_cue_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="expected cues among"):
        cues(gossip=known("en").cues["note"])


def test_a_cue_counts_three_times_at_the_most() -> None:
    """Names speak against talk: two leave this a remark, three or thirty do not."""

    def about(names: int) -> StatementKind:
        return kind(f"It is worth noting what happened to {' and '.join(['Vik'] * names)}.", "en")

    assert MOST == 3
    assert [about(names) is TEXT for names in (1, 2)] == [True, True]
    assert about(3) is about(30)


def passage(text: str, theme: str, start: int = 0) -> Passage:
    sentence = Sentence(text, "a.txt", 0, 0, start, start + len(text))
    return Passage((sentence,), Candidate(sentence, theme, 1.0, {}, ()))


def test_what_says_more_of_an_event_is_worth_more_and_the_score_says_why() -> None:
    [own, other] = (counting_events(passage(one, "a").candidate) for one in (EVENTFUL, "It may."))
    assert own.score == pytest.approx(1.6)
    assert own.features["event"] == EVENT_WORTH
    assert other.score == pytest.approx(1.0)


def test_of_two_sentences_alike_the_one_with_the_event_leads() -> None:
    remark = "The rebels of the north are thought by many observers to be as strong as ever."
    found = pick([passage(remark, "a").candidate, passage(EVENTFUL, "a", 99).candidate], A, LIMITS)
    assert found[0].bottom_line and found[0].bottom_line.sentences[0].text == EVENTFUL


def test_talk_is_no_bottom_line_even_where_there_is_nothing_else() -> None:
    [found] = pick([passage(TALKS[0][1], "a").candidate], A, LIMITS)
    assert found.bottom_line is None
    assert [one.sentences[0].text for one in found.passages] == [TALKS[0][1]]


def test_talk_stands_only_where_its_theme_has_nothing_else() -> None:
    talk, statement = TALKS[0][1], STATEMENTS[0]
    found = statements_first([passage(talk, "a"), passage(statement, "a"), passage(talk, "b")])
    assert isinstance(found[0], Rejection)
    assert found[0].reason == "is about the text itself"
    assert [type(one) for one in found[1:]] == [Passage, Passage]
