"""Where one story of a text ends and the next begins."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from briefgen.model import Block, BlockKind, Document, Metadata
from briefgen.salience import weigh_for
from briefgen.split import split

FIRE = (
    "A fire destroyed the grain depot of Lang on Friday and killed two guards of the depot.",
    "The guards of the grain depot had called the fire brigade of Lang an hour before.",
)
VACCINE = (
    "Panacor began a trial of its malaria vaccine with four thousand children in Aro.",
    "The malaria vaccine of Panacor protected seven in ten children in an earlier trial.",
)


def document(blocks: Sequence[tuple[BlockKind, str]]) -> Document:
    text, spans = "", []
    for kind, words in blocks:
        spans.append(Block(kind, len(text), len(text) + len(words)))
        text += f"{words}\n\n"
    return Document("a.txt", "", Metadata(), text, tuple(spans), (), "text/1")


def stories(*paragraphs: str) -> list[int]:
    """Return the story of each sentence."""
    return [one.story for one in split([document([(BlockKind.PARAGRAPH, p) for p in paragraphs])])]


def test_paragraphs_that_share_their_rarer_words_tell_one_story() -> None:
    assert stories(*FIRE, *VACCINE) == [0, 0, 1, 1]


def test_the_sentences_of_a_paragraph_tell_one_story() -> None:
    assert stories(f"{FIRE[0]} {VACCINE[0]}", FIRE[1]) == [0, 0, 0]


def test_lines_that_each_end_a_sentence_are_parts_of_their_own() -> None:
    assert stories("\n".join((*FIRE, *VACCINE))) == [0, 0, 1, 1]


def test_lines_that_are_broken_to_fit_a_page_are_not() -> None:
    assert stories(f"{FIRE[0]}\nRescue\ncame late. {VACCINE[0]}") == [0, 0, 0]


def test_a_heading_begins_a_story_and_those_that_follow_each_other_begin_one() -> None:
    blocks = [
        (BlockKind.HEADING, "Roundup"),
        (BlockKind.HEADING, "Fires"),
        (BlockKind.PARAGRAPH, FIRE[0]),
        (BlockKind.HEADING, "More on the fire"),
        (BlockKind.PARAGRAPH, FIRE[1]),
    ]
    assert [one.story for one in split([document(blocks)])] == [0, 0, 0, 1, 1]


@pytest.mark.parametrize(
    ("shared", "together"), [("", False), ("crane", False), ("crane harbour ferry", True)]
)
def test_one_word_in_common_makes_no_story(shared: str, together: bool) -> None:
    first = (
        f"Brigade officers searched cellars, attics, garages and stables under burning warehouses"
        f" until midnight {shared}."
    )
    second = (
        f"Twelve ministers signed treaties about fishing quotas, lobster permits, licences for"
        f" trawlers, inspection of catches, satellite tracking and subsidies for engines {shared}."
    )
    filler = "Painters, singers, dancers, actors, poets, sculptors and pianists won several prizes."
    found = stories(first, second, filler)
    assert (found[0] == found[1]) is together


def test_stories_are_counted_in_the_order_of_the_text() -> None:
    found = stories(*FIRE, *VACCINE, FIRE[0])
    assert all(later - earlier in (0, 1) for earlier, later in pairwise(found))


def test_a_twentieth_of_the_rarer_words_makes_one_story() -> None:
    """Of 28 words of the shorter part two are shared, by rarity 4.2 %, or three, 6.4 %."""

    def words(letter: str, count: int) -> str:
        return " ".join(f"{letter}{place:02}{letter * 3}" for place in range(count))

    def joined(shared: int) -> bool:
        first = f"{words('b', 28 - shared)} {words('z', shared)}."
        second = f"{words('c', 33 - shared)} {words('z', shared)}."
        numbers = stories(first, second, f"{words('d', 20)}.", f"{words('f', 20)}.")
        return numbers[0] == numbers[1]

    assert [joined(shared) for shared in (0, 1, 2, 3, 4)] == [False, False, False, True, True]


def test_a_sentence_follows_none_of_another_story() -> None:
    lines = split([document([(BlockKind.PARAGRAPH, "\n".join((FIRE[0], VACCINE[0])))])])
    [first, second] = [told.before for told in weigh_for(lines, "")]
    assert first is None and second is None
    lines = split([document([(BlockKind.PARAGRAPH, " ".join(FIRE))])])
    followed = {told.sentence.text: told.before for told in weigh_for(lines, "")}
    assert followed[FIRE[1]] == lines[0]
