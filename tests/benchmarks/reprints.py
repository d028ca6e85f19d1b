"""How well reprints are told from other articles, and how long it takes: `make bench` has the rest.

The labelled set, *edited-news-1*, is made of the public texts in the folder BRIEFGEN_EVAL names, the
same on every machine. Each of its stories comes with copies as outlets make them, one of each kind
in `KINDS`. What must be kept apart: all stories from each other, among them updates on one
event (background_summ), daily reports with standing paragraphs (isw_roca) and different stories
that end in the same long outlet boilerplate. A pair is positive if both come from one story.

Half of the stories (`tune`) served to choose the thresholds; figures are for the other half (`test`).
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

BOILERPLATE = (
    "The Harbour Gazette is an independent daily. Its reporters work in eleven countries and hold"
    " themselves to a code of practice that anyone may read on its pages. Readers who find a"
    " mistake are asked to write to the standards desk, which answers every letter within a week.",
    "This report is part of a series on security and trade that is paid for by a foundation. The"
    " foundation has no say in what is reported, nor does it see a text before it appears. A list"
    " of its grants can be had from the editors, who publish it once a year in full.",
    "With reporting by correspondents in three capitals and by the wire desk. Some of those who"
    " spoke for this story asked not to be named because they were not allowed to talk to the"
    " press. Quotations were translated by the desk and shortened where that changed no meaning.",
    "You are reading the evening edition. The morning edition carries the same stories with the"
    " latest figures, the weather, and the full programme of the stage and the concert halls. Both"
    " editions are sent by post to every address in the country before the end of the next day.",
)
HEADLINES = (
    "What we know so far",
    "Officials weigh their answer as pressure mounts",
    "Questions grow after a day of conflicting accounts",
    "A region holds its breath",
)
SHARES = (0.02, 0.05, 0.10, 0.20)
"""Words changed in a text, of all."""

Story = list[str]


class Item(NamedTuple):
    """An article of the set: which story it carries, and how it was made."""

    story: str
    kind: str
    text: str


def sentences(text: str) -> Story:
    """Return the pieces that edits move and cut: paragraphs, or sentences where there are none."""
    paragraphs = [line for line in text.splitlines() if line.strip()]
    if len(paragraphs) > 5:
        return paragraphs
    return [one for one in re.split(r"(?<=[.!?])\s+(?=[A-Z\"'])", text) if one.strip()]


def stories(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the distinct texts of 60 words and more with their names, in a fixed order."""
    seen: set[str] = set()
    for name in ("aspectnews", "background_summ_trainval", "isw_roca_2022", "newts_a"):
        for number, line in enumerate((folder / f"{name}.jsonl").read_text("utf-8").splitlines()):
            for part, document in enumerate(json.loads(line)["documents"]):
                text = document["text"]
                if text not in seen and len(text.split()) >= 60:
                    seen.add(text)
                    yield f"{name}-{number}-{part}", text


def cut(story: Story, chance: random.Random) -> Story:
    """Keep the first three to nine tenths."""
    return story[: max(1, round(len(story) * chance.uniform(0.3, 0.9)))]


def headline(story: Story, chance: random.Random) -> Story:
    """Put another headline above, and another first paragraph in place of the first."""
    lead = chance.choice(FILLER)
    return [chance.choice(HEADLINES), lead, *story[1:]]


def boilerplate(story: Story, chance: random.Random) -> Story:
    """Add what an outlet adds, before and after."""
    first, last = chance.sample(BOILERPLATE, 2)
    return [first, *story, last] if chance.random() < 0.5 else [*story, last]


def reorder(story: Story, chance: random.Random) -> Story:
    """Put the pieces into another order."""
    return chance.sample(story, len(story))


def words(story: Story, chance: random.Random, share: float) -> Story:
    """Replace, drop or add a share of the words, each third of it by chance."""
    return [" ".join(_edited(piece.split(), chance, share)) for piece in story]


def _edited(written: Sequence[str], chance: random.Random, share: float) -> Iterator[str]:
    for word in written:
        act = chance.random() / share
        if act >= 1:
            yield word
        elif act >= 1 / 3:
            yield chance.choice(WORDS)
            if act >= 2 / 3:
                yield word


def embedded(story: Story, chance: random.Random) -> Story:
    """Put the whole story into a local one that is as long again or twice as long."""
    size = sum(len(piece.split()) for piece in story) * chance.uniform(0.6, 2.0)
    around: Story = []
    while sum(len(piece.split()) for piece in around) < size:
        around.append(chance.choice(FILLER))
    place = chance.randrange(len(around) + 1)
    return [*around[:place], *story, *around[place:]]


def desk(story: Story, chance: random.Random) -> Story:
    """Do what a busy desk does: cut the end, a new lead, a few words, its own boilerplate."""
    shorter = story[: max(2, round(len(story) * chance.uniform(0.6, 0.95)))]
    return boilerplate(headline(words(shorter, chance, 0.05), chance), chance)


KINDS: dict[str, Callable[[Story, random.Random], Story]] = {
    "cut": cut,
    "headline": headline,
    "boilerplate": boilerplate,
    "reorder": reorder,
    **{f"words {s:.0%}": lambda story, chance, s=s: words(story, chance, s) for s in SHARES},
    "embedded": embedded,
    "desk": desk,
}
FILLER: list[str] = []
WORDS: list[str] = []


def labelled(folder: Path, half: str) -> list[Item]:
    """Return one half of the set; a fifth of the stories only lends its pieces to the others."""
    found = list(stories(folder))
    random.Random(1).shuffle(found)
    lent, rest = found[: len(found) // 5], found[len(found) // 5 :]
    FILLER[:] = [one for _, text in lent for one in sentences(text) if 12 < len(one.split()) < 60]
    WORDS[:] = sorted({word for _, text in lent for word in text.split() if word.isalpha()})
    chosen = rest[::2] if half == "tune" else rest[1::2]
    return [item for number, one in enumerate(chosen) for item in _items(number, *one)]


def _items(number: int, name: str, text: str) -> Iterator[Item]:
    """Yield a story, every third with boilerplate, and the copies of two stories in three."""
    pieces, chance = sentences(text), random.Random(name)
    own = [*pieces, BOILERPLATE[number % 4]] if number % 3 == 0 else pieces
    yield Item(name, "story", "\n\n".join(own))
    if number % 3:
        for kind, edit in KINDS.items():
            yield Item(name, kind, "\n\n".join(edit(pieces, chance)))
