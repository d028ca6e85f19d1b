"""Texts that tell several stories: events are quoted, talk is not, and nothing is joined falsely.

In a table of `tests/languages/roundups` each line is a sentence behind what it is: an `event`,
`talk`, or one that `leans` on the sentence before it. An empty line ends a paragraph.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from briefgen.model import (
    Block,
    BlockKind,
    Candidate,
    Document,
    Limits,
    Metadata,
    Passage,
    Theme,
)
from briefgen.pick import pick
from briefgen.pick.kinds import is_statement
from briefgen.pick.passages import passage
from briefgen.salience import weigh_for
from briefgen.split import split

TABLES = sorted((Path(__file__).parent / "languages" / "roundups").glob("*.txt"))
THEME = Theme("asked", "News", ())
LIMITS = Limits(100, 60, 1000)


class Roundup(NamedTuple):
    """A text, and what each of its sentences is."""

    document: Document
    labels: dict[str, str]


def read(name: str, tag: str, text: str) -> Roundup:
    """Return a roundup from its lines."""
    labels: dict[str, str] = {}
    blocks: list[Block] = []
    whole = ""
    for paragraph in text.strip().split("\n\n"):
        start, told = len(whole), []
        for line in paragraph.splitlines():
            if line.startswith("# "):
                blocks.append(Block(BlockKind.HEADING, start, start + len(line) - 2))
                whole += f"{line[2:]}\n\n"
                start = len(whole)
            else:
                label, sentence = line.split(" | ", maxsplit=1)
                labels[sentence] = label
                told.append(sentence)
        whole += " ".join(told)
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(whole)))
        whole += "\n\n"
    document = Document(name, "", Metadata(), whole, tuple(blocks), (), "text/1", language=tag)
    return Roundup(document, labels)


def roundups() -> Iterator[Roundup]:
    for table in TABLES:
        for number, text in enumerate(table.read_text("utf-8").split("===\n")):
            yield read(f"{table.stem}-{number}.txt", table.stem, text)


ROUNDUPS = list(roundups())
NAMES = [one.document.path for one in ROUNDUPS]
every_roundup = pytest.mark.parametrize("roundup", ROUNDUPS, ids=NAMES)


def candidates(roundup: Roundup) -> tuple[Candidate, ...]:
    """Return all its sentences as candidates, since a theme that asks for nothing finds all."""
    return weigh_for(split([roundup.document]), "")


def quoted(roundup: Roundup) -> list[Passage]:
    [found] = pick(candidates(roundup), [THEME], LIMITS)
    return [*([found.bottom_line] if found.bottom_line else []), *found.passages]


def test_there_are_forty_of_them_and_a_quarter_is_in_six_other_languages() -> None:
    others = [one.document.language for one in ROUNDUPS if one.document.language != "en"]
    assert len(ROUNDUPS) >= 40
    assert len(others) >= len(ROUNDUPS) / 4
    assert len(set(others)) == 6


@every_roundup
def test_each_sentence_is_split_as_it_is_labelled(roundup: Roundup) -> None:
    told = [one.text for one in split([roundup.document]) if one.kind is not BlockKind.HEADING]
    assert told == list(roundup.labels)


@every_roundup
def test_no_talk_is_quoted(roundup: Roundup) -> None:
    told = [sentence.text for one in quoted(roundup) for sentence in one.sentences]
    assert [one for one in told if roundup.labels[one] == "talk"] == []


@every_roundup
def test_what_leans_is_quoted_behind_the_sentence_it_leans_on_or_not_at_all(
    roundup: Roundup,
) -> None:
    order = list(roundup.labels)
    [selection] = pick(candidates(roundup), [THEME], LIMITS)
    section = {one.text for taken in selection.passages for one in taken.sentences}
    leaning = [text for text in section if roundup.labels[text] == "leans"]
    assert [text for text in leaning if order[order.index(text) - 1] not in section] == []
    for taken in selection.passages:
        assert len({sentence.story for sentence in taken.sentences}) == 1


def test_nearly_all_events_can_be_quoted() -> None:
    events, lost = 0, []
    for roundup in ROUNDUPS:
        for candidate in candidates(roundup):
            text = candidate.sentence.text
            if roundup.labels.get(text) == "event":
                events += 1
                found = passage(candidate, LIMITS.words_per_sentence)
                if not isinstance(found, Passage) or not is_statement(found):
                    lost.append(text)
    assert len(lost) <= 0.05 * events, lost
