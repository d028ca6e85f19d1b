"""How well reprints are told from other articles, and how long it takes.

    BRIEFGEN_EVAL=folder python tests/benchmarks/reprints.py [documents]

The labelled set, *edited-news-1*, is made of the public texts in the folder that BRIEFGEN_EVAL
names, the same on every machine. Two stories in three come with copies as outlets make them, one of
each kind in `KINDS`; one in three ends in an outlet's own words. What must be kept apart: all
stories from each other, among them updates on one event (background_summ), daily reports with
standing paragraphs (isw_roca) and stories that share 50 words of an outlet. A pair is right if both
come from one story. Half of the stories, `tune`, served to choose the thresholds; the figures that
count are those for the other half, `test`.

*forms-1* are texts on the forms in tests/forms.py, and a corrected copy of one on each.

*found-news-1* are the pairs that the sets hold by themselves: `PAIRS` are reprints and versions of
one article, all other pairs of 753 texts are not; updates of a story (`UPDATES`) count as neither.
"""

import json
import os
import random
import re
import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, pairwise
from pathlib import Path
from time import process_time
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from forms import FORMS, corrected, filled, series

from briefgen.corpus.reprints import Reprints, reprints
from briefgen.corpus.shingles import Signature, signature
from briefgen.corpus.signatures import in_hand
from briefgen.model import Document, Source
from briefgen.read.text import document

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

PAIRS = (
    ("aspectnews-258-0", "newts_a-382-0"),
    ("aspectnews-256-0", "newts_a-198-0"),
    ("aspectnews-270-0", "newts_a-108-0"),
    ("aspectnews-239-0", "newts_a-242-0"),
    ("aspectnews-273-0", "newts_a-26-0"),
    ("newts_a-66-0", "newts_a-278-0"),
    ("newts_a-324-0", "newts_a-496-0"),
    ("newts_a-102-0", "newts_a-148-0"),
    ("aspectnews-251-0", "newts_a-492-0"),
)
UPDATES = (
    ("newts_a-66-0", "newts_a-266-0"),
    ("newts_a-266-0", "newts_a-278-0"),
    ("newts_a-374-0", "newts_a-572-0"),
    ("aspectnews-73-0", "aspectnews-85-0"),
)
TWINS = frozenset(second for _, second in (*PAIRS, *UPDATES))

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


def stories(folder: Path, twins: frozenset[str] = TWINS) -> Iterator[tuple[str, str]]:
    """Yield the distinct texts of 60 words and more but for `twins`, by name, in a fixed order."""
    seen: set[str] = set()
    for name in ("aspectnews", "background_summ_trainval", "isw_roca_2022", "newts_a"):
        for number, line in enumerate((folder / f"{name}.jsonl").read_text("utf-8").splitlines()):
            for part, each in enumerate(json.loads(line)["documents"]):
                text, known = each["text"], f"{name}-{number}-{part}"
                if text not in seen and known not in twins and len(text.split()) >= 60:
                    yield known, text
                seen.add(text)


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
    **{f"words {share:.0%}": partial(words, share=share) for share in SHARES},
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


# --- what is measured ----------------------------------------------------------------------------

Groups = Sequence[int]


def ours(texts: Sequence[str]) -> Groups:
    """Return the origin of each text."""
    return list(map(int, found_in(signature(read(text)) for text in texts).origins))


def found_in(signatures: Iterable[Signature]) -> Reprints:
    return reprints(in_hand(list(signatures)))


def read(text: str) -> Document:
    return document(Source("", "", b""), text)


def cosine(texts: Sequence[str]) -> Groups:
    """Return what TF-IDF cosine of 0.8 and more joins, all pairs compared."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    rows = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    alike = (rows @ rows.T).tocoo()
    near = alike.data >= 0.8
    return joined(zip(alike.row[near].tolist(), alike.col[near].tolist(), strict=True), len(texts))


def pairs_of_words(text: str) -> list[bytes]:
    words = re.findall(r"\w+", text.lower())
    return [f"{one} {other}".encode() for one, other in pairwise(words)]


def datasketch(texts: Sequence[str]) -> Groups:
    """Return what MinHash LSH joins, by word pairs, at a likeness of 0.4: 128 permutations."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.4, num_perm=128)
    links = []
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch(pairs_of_words(text))
        links += [(number, int(other)) for other in index.query(sketch)]
        index.insert(number, sketch)
    return joined(links, len(texts))


def rensa(texts: Sequence[str]) -> Groups:
    """Return the same of rensa's MinHash: 32 bands of 4."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.4, num_perm=128, num_bands=32)
    links = []
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update([one.decode() for one in pairs_of_words(text)])
        links += [(number, other) for other in index.query(sketch)]
        index.insert(number, sketch)
    return joined(links, len(texts))


SYSTEMS: dict[str, Callable[[Sequence[str]], Groups]] = {
    "briefgen": ours,
    "TF-IDF cosine": cosine,
    "datasketch": datasketch,
    "rensa": rensa,
}


def joined(links: Iterable[tuple[int, int]], count: int) -> Groups:
    """Return for each of `count` texts the first one it is linked with."""
    first = list(range(count))

    def root(one: int) -> int:
        while first[one] != one:
            first[one] = one = first[first[one]]
        return one

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return [root(one) for one in range(count)]


def judged(groups: Groups, labels: Sequence[str]) -> str:
    """Return precision and recall over all pairs of texts."""
    right, found, wanted = (
        sum(size * (size - 1) // 2 for size in Counter(keys).values())
        for keys in (zip(groups, labels, strict=True), groups, labels)
    )
    return f"precision {right / found if found else 1:.4f}, recall {right / wanted:.4f}"


def compare(folder: Path) -> None:
    """Print the quality of each system on both halves of the edited set."""
    for half in ("tune", "test"):
        items = labelled(folder, half)
        print(
            f"edited-news-1, {half}: {len(items)} texts of {len({i.story for i in items})} stories"
        )
        for name, system in SYSTEMS.items():
            start = process_time()
            try:
                groups = system([item.text for item in items])
            except ImportError:
                print(f"  {name:<14} not installed")
                continue
            spent = process_time() - start
            found = judged(groups, [item.story for item in items])
            print(f"  {name:<14} {found}, {spent:5.1f} s")
        _by_kind(items, Counter(item.kind for item in items))


def _by_kind(items: Sequence[Item], kinds: Counter[str]) -> None:
    """Print of each kind of copy how many are in their story's origin, and how many are folded."""
    found = found_in(signature(read(item.text)) for item in items)
    own = {item.story: found.origins[n] for n, item in enumerate(items) if item.kind == "story"}
    for kind in KINDS:
        numbers = [n for n, item in enumerate(items) if item.kind == kind]
        joined_ = sum(found.origins[n] == own[items[n].story] for n in numbers)
        folded = sum(found.faces[n] != n for n in numbers)
        print(f"    {kind:<12} {joined_} of {kinds[kind]} in one origin, {folded} folded")


def real(folder: Path) -> None:
    """Print what becomes of the reprints that the sets hold by themselves."""
    found = list(stories(folder, frozenset()))
    names, groups = [name for name, _ in found], ours([text for _, text in found])
    origin = dict(zip(names, groups, strict=True))
    pairs = [
        (one, other)
        for one, other in combinations(names, 2)
        if origin[one] == origin[other] and (one, other) not in UPDATES
    ]
    right = set(pairs) & set(PAIRS)
    updates = sum(origin[one] == origin[other] for one, other in UPDATES)
    print(f"found-news-1: {len(names)} texts, {len(right)} of {len(PAIRS)} pairs found,", end=" ")
    print(f"{len(pairs) - len(right)} wrong; {updates} of {len(UPDATES)} updates joined")
    print("".join(f"  wrong: {pair}\n" for pair in pairs if pair not in PAIRS), end="")


def formed(count: int) -> None:
    """Print what becomes of so many texts on each form, and of a correction of one on each."""
    texts = [text for form in FORMS for text in series(form, count)]
    found = found_in(signature(read(text)) for text in texts)
    folded = sum(face != number for number, face in enumerate(found.faces.tolist()))
    pairs = [(filled(form, 0), corrected(filled(form, 0))) for form in FORMS]
    kept = sum(found_in(signature(read(text)) for text in pair).faces[1] == 0 for pair in pairs)
    print(f"forms-1: {folded} of {len(texts)} texts on {len(FORMS)} forms folded,", end=" ")
    print(f"{kept} of {len(pairs)} corrections")


def grow(folder: Path, count: int) -> None:
    """Print time and memory for `count` documents of some 440 words, one in five a copy."""
    pool = [piece for _, text in stories(folder) for piece in sentences(text)]
    pool = [piece for piece in pool if 6 < len(piece.split()) < 60]
    words, chance = [word for piece in pool for word in piece.split()], random.Random(0)
    spent, signatures, labels, story = 0.0, [], [], [""]
    for number in range(count):
        if number == 0 or chance.random() > 0.2:
            labels.append(str(number))
            story = [
                " ".join(_edited_from(one.split(), words, chance))
                for one in chance.sample(pool, 18)
            ]
        else:
            labels.append(labels[-1])
        ending = [chance.choice(BOILERPLATE)] if chance.random() < 0.3 else []
        copied = story if labels[-1] == str(number) else story[: chance.randrange(12, 18)]
        one = read("\n\n".join([*copied, *ending]))
        start = process_time()
        signatures.append(signature(one))
        spent += process_time() - start
    start = process_time()
    found = found_in(signatures)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} documents: {spent:.1f} s for signatures", end=", ")
    print(f"{process_time() - start:.1f} s to group, {found.compared:,} comparisons,", end=" ")
    print(f"{memory:.0f} MB at the peak; {judged(found.origins.tolist(), labels)}")


def _edited_from(written: Sequence[str], words: list[str], chance: random.Random) -> list[str]:
    """Return the words with three in ten replaced, so that phrases stay as common as they are."""
    return [chance.choice(words) if chance.random() < 0.3 else word for word in written]


def main() -> None:
    place = os.environ.get("BRIEFGEN_EVAL")
    if not place:
        sys.exit("not measured: BRIEFGEN_EVAL names no folder of *.jsonl")
    if sys.argv[1:]:
        grow(Path(place), int(sys.argv[1]))
        return
    compare(Path(place))
    formed(10)
    real(Path(place))


if __name__ == "__main__":
    main()
