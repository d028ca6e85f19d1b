"""What `summarize` and a section of `build` choose, beside simple baselines, on many kinds of text.

    BRIEFGEN_EVAL=FOLDER python tests/benchmarks/picking.py [--held-out] [--briefgen] [SET...]
    BRIEFGEN_EVAL=FOLDER python tests/benchmarks/picking.py --write FOLDER

FOLDER holds the four development sets by name. Two kinds of text that they lack are made of them:
reports that open each long block with a short topline, and pooled folders with a theme for each of
their topics. Every figure is ROUGE-1 / ROUGE-2 recall in per cent, stemmed, cut at the set's words.
`purity` is the share of a section's sentences that come from its theme's documents; `filled` the
share of the words allowed; `bottom` the bigram F1 of the first sentence against the first line of
the reference. A quarter of what is made is held out, and used with `--held-out` alone; `--write`
writes the rest as files that `briefgen train` learns from, beside the four.
"""

import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count, groupby, pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from briefgen import pipeline
from briefgen.evaluation.oracle import greedy
from briefgen.evaluation.rouge import cut, stems
from briefgen.evaluation.systems import CENTROID, contenders
from briefgen.language import terms
from briefgen.model import BlockKind, Document, Keyword, Limits, Selection, Sentence, Theme
from briefgen.pick import SLACK, diversify, pick
from briefgen.read.jsonlines import Request, requests
from briefgen.salience import weigh, weigh_for
from briefgen.salience.learning import recall
from briefgen.split import split

HELD_OUT = 4
"""Every so many-th item of a made set is held out."""

K1, B = 1.2, 0.75
"""Of BM25 (Robertson and Zaragoza, 2009)."""

EVENTS: Mapping[str, Sequence[str]] = {
    "bp_oil_spill": ["oil spill", "BP", "Deepwater Horizon"],
    "financial_crisis": ["financial crisis", "banks", "bailout"],
    "haitian_earthquake": ["Haiti", "earthquake"],
    "iraq_war": ["Iraq", "Baghdad", "insurgents"],
    "mj_death": ["Michael Jackson", "singer", "autopsy"],
    "swine_flu": ["swine flu", "H1N1", "pandemic"],
}
"""What is asked of each crisis in a pooled folder."""

KEYWORDS = 5
"""Words of a topic of the news that are asked for in a pooled folder."""

Topics = Mapping[str, frozenset[str]]
"""The documents that each theme of a pooled folder is about, by the theme's id."""


class Item(NamedTuple):
    """A request, or a pooled folder with its `themes`, the references and documents of each."""

    request: Request
    themes: tuple[Theme, ...] = ()
    references: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    topics: Topics = MappingProxyType({})


class Set(NamedTuple):
    """Items of a kind, and the words that each summary or section may have."""

    words: int
    items: list[Item]


def loaded(name: str) -> list[Request]:
    file = Path(os.environ["BRIEFGEN_EVAL"]) / f"{name}.jsonl"
    return list(requests(file.read_bytes().splitlines(), name))


def made(name: str, texts: Sequence[str], theme: str, references: Sequence[str]) -> Request:
    """Return a request about texts that have a block on each line."""
    line = {
        "id": name,
        "documents": [{"title": "", "text": one} for one in texts],
        "theme": theme,
        "references": list(references),
    }
    [found] = requests([json.dumps(line).encode()], name)
    return found


@cache
def articles() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the sentences of each news article, once, and the first topic asked of it."""
    first: dict[str, tuple[tuple[str, ...], str]] = {}
    for one in loaded("newts_a"):
        [document] = one.documents
        if document.text not in first:
            told = tuple(each.text for each in split([document]))
            first[document.text] = told, one.theme
    return tuple(value for value in first.values() if len(value[0]) >= 8)


def grouped(size: int) -> Iterator[tuple[int, list[tuple[str, ...]]]]:
    """Yield the articles, those on one topic together, in groups of a `size`."""
    told = [one for one, _ in sorted(articles(), key=lambda each: each[1])]
    for number, start in enumerate(range(0, len(told) - size + 1, size)):
        yield number, told[start : start + size]


def clusters() -> list[Item]:
    """Return articles without their first sentences, which are the reference."""
    return [
        Item(
            made(
                f"cluster-{number}",
                [" ".join(one[1:]) for one in some],
                "",
                ["\n".join(one[0] for one in some)],
            )
        )
        for number, some in grouped(7)
    ]


def toplines() -> list[Item]:
    """Return reports of seven stories: a block of one or two sentences, the reference, then more.

    The long block after it has what the article goes on with.
    """
    found = []
    for number, some in grouped(7):
        heads = [1 + (number + place) % 2 for place in range(len(some))]
        blocks = [
            block
            for one, head in zip(some, heads, strict=True)
            for block in (" ".join(one[:head]), " ".join(one[head:14]))
        ]
        reference = "\n".join(" ".join(one[:head]) for one, head in zip(some, heads, strict=True))
        found.append(Item(made(f"toplines-{number}", ["\n".join(blocks)], "", [reference])))
    return found


def weeks() -> list[Item]:
    """Return the reports of six days together; the reference has the first takeaways of each."""
    days = loaded("isw_roca_2022")
    return [
        Item(
            made(
                f"week-{start}",
                ["\n".join(each.text for each in one.documents) for one in days[start : start + 6]],
                "",
                [
                    "\n".join(
                        line
                        for one in days[start : start + 6]
                        for line in one.references[0].split("\n")[:2]
                    )
                ],
            )
        )
        for start in range(0, len(days) - 5, 3)
    ]


def takeaways() -> list[Item]:
    """Return, of each day's report, a takeaway and the rarest words of it as what is asked for."""
    found = []
    days = loaded("isw_roca_2022")
    texts = [set(terms(" ".join(each.text for each in one.documents), "en")) for one in days]
    common = Counter(word for one in texts for word in one)
    for number, one in enumerate(days):
        lines = one.references[0].split("\n")
        line = lines[(number % (len(lines) - 1)) + 1]
        asked = [
            word
            for word in dict.fromkeys(line.replace("’s", "").replace(",", " ").split())
            if (stem := terms(word, "en")) and all(each in texts[number] for each in stem)
        ]
        asked.sort(key=lambda word: common[terms(word, "en")[0]])
        theme = " ".join(word.strip(".,") for word in asked[:3])
        found.append(Item(one._replace(id=f"takeaway-{number}", theme=theme, references=(line,))))
    return found


def pooled_events() -> list[Item]:
    """Return the updates on four crises in one folder, with a theme for each."""
    events: dict[str, list[Request]] = defaultdict(list)
    for one in loaded("background_summ_trainval"):
        events[str(one.id).removeprefix("bgsum-").rsplit("-", 1)[0]].append(one)
    names = sorted(events)
    found = []
    for number in range(10):
        four = [names[(number + place) % len(names)] for place in range(4)]
        some = [events[name][(number // 2) % len(events[name])] for name in four]
        phrases = [EVENTS[name] for name in four]
        found.append(pool(f"events-{number}", phrases, some))
    return found


def pooled_news() -> list[Item]:
    """Return articles on four topics of the news in one folder; neighbours are easily confused."""
    topics: dict[str, list[Request]] = defaultdict(list)
    seen: set[str] = set()
    for one in loaded("newts_a"):
        if one.documents[0].text not in seen:
            seen.add(one.documents[0].text)
            topics[one.theme].append(one)
    large = sorted(theme for theme, some in topics.items() if len(some) >= 4)
    found = []
    for number in range(len(large)):
        four = [large[(number + place) % len(large)] for place in range(4)]
        some = []
        for theme in four:
            about = topics[theme][:6]
            text = " ".join(one.references[0] for one in about)
            documents = tuple(one.documents[0] for one in about)
            some.append(Request(theme, documents, theme, (text,)))
        phrases = [topic_words()[theme][:KEYWORDS] for theme in four]
        found.append(pool(f"news-{number}", phrases, some))
    return found


@cache
def topic_words() -> Mapping[str, Sequence[str]]:
    """Return the words of each topic of the news, the most telling first."""
    file = Path(os.environ["BRIEFGEN_EVAL"]) / "newts_a.jsonl"
    lines = map(json.loads, file.read_text("utf-8").splitlines())
    return {
        one["theme"]: [word.strip() for word in one["theme_words"].split(",") if word.strip()]
        for one in lines
    }


def pool(name: str, phrases: Sequence[Sequence[str]], some: Sequence[Request]) -> Item:
    """Return all documents of `some` requests in one folder, and a theme for each of them."""
    texts = [[one.text for one in each.documents] for each in some]
    request = made(name, [text for each in texts for text in each], "", [])
    paths = iter(request.documents)
    themes = tuple(
        Theme(f"theme-{number}", each[0], tuple(map(Keyword, each)))
        for number, each in enumerate(phrases)
    )
    topics = {
        theme.id: frozenset(next(paths).path for _ in each)
        for theme, each in zip(themes, texts, strict=True)
    }
    references = {theme.id: each.references for theme, each in zip(themes, some, strict=True)}
    return Item(request, themes, references, topics)


def plain(name: str, most: int = 1000) -> list[Item]:
    return [Item(one) for one in loaded(name)[:most]]


SETS: Mapping[str, Callable[[], Set]] = {
    "isw": lambda: Set(190, plain("isw_roca_2022")),
    "background": lambda: Set(150, plain("background_summ_trainval")),
    "newts": lambda: Set(70, plain("newts_a", 300)),
    "aspects": lambda: Set(70, plain("aspectnews")),
    "clusters": lambda: Set(100, clusters()),
    "toplines": lambda: Set(150, toplines()),
    "weeks": lambda: Set(190, weeks()),
    "takeaways": lambda: Set(50, takeaways()),
    "events": lambda: Set(150, pooled_events()),
    "topics": lambda: Set(150, pooled_news()),
}
"""What is measured, by name; the last two are pooled folders."""

MADE = ("clusters", "toplines", "weeks", "takeaways", "events", "topics")


@cache
def told(documents: tuple[Document, ...]) -> tuple[Sentence, ...]:
    return split(documents)


def section(selection: Selection) -> list[Sentence]:
    """Return the sentences of a section as they are read: its bottom line, then the rest."""
    first = [selection.bottom_line] if selection.bottom_line else []
    return [one for passage in (*first, *selection.passages) for one in passage.sentences]


def limits(words: int, themes: int = 1) -> Limits:
    """Return the limits that leave each section the words of the set."""
    return Limits(100, 60, (words + SLACK) * themes)


def summarized(request: Request, words: int) -> list[Sentence]:
    """Return what `summarize` answers."""
    own = pipeline.summarize(request.documents, request.theme, words)
    where = {one.text: one for one in told(request.documents)}
    return [where[one] for one in own]


def built(request: Request, words: int) -> list[Sentence]:
    """Return the section that `build`'s picker makes of the candidates of `summarize`."""
    theme = Theme("asked", "", ())
    candidates = weigh_for(told(request.documents), request.theme)
    [found] = pick(candidates, [theme], limits(words))
    return section(found)


def lead(request: Request, words: int) -> list[Sentence]:
    """Return the beginning of the first document."""
    return quotable(request)[:words]


def round_robin(request: Request, words: int) -> list[Sentence]:
    """Return the first sentence of each document, then the second of each, and so on."""
    by_document = groupby(quotable(request), key=lambda one: one.document)
    turns = [
        (turn, one) for _, some in by_document for turn, one in zip(count(), some, strict=False)
    ]
    return [one for _, one in sorted(turns, key=lambda each: each[0])]


def centroid(request: Request, words: int) -> list[Sentence]:
    """Return what is most like all sentences and unlike itself."""
    sentences = told(request.documents)
    return list(diversify(weigh_for(sentences, "", CENTROID), sentences, words))


def bm25(request: Request, words: int) -> list[Sentence]:
    """Return what answers the theme best by BM25 and is unlike itself; without one the centroid."""
    if not request.theme:
        return centroid(request, words)
    return matching(quotable(request), terms(request.theme, "en"), words)


def matching(sentences: Sequence[Sentence], asked: Sequence[str], words: int) -> list[Sentence]:
    """Return what has the words `asked` for, the best first, none like one before (MMR)."""
    bags = [Counter(terms(one.text, "en")) for one in sentences]
    scores = bm25_scores(bags, asked)
    order = sorted(range(len(bags)), key=lambda row: -scores[row])
    taken: list[int] = []
    used = 0
    for row in order:
        own = set(bags[row])
        alike = (len(own & set(bags[it])) / max(len(own | set(bags[it])), 1) for it in taken)
        if max(alike, default=0) < 0.5:
            taken.append(row)
            used += len(sentences[row].text.split())
        if used >= words:
            break
    return [sentences[row] for row in taken]


def bm25_scores(bags: Sequence[Counter[str]], asked: Iterable[str]) -> list[float]:
    mean = np.mean([one.total() for one in bags]) or 1.0
    found = np.zeros(len(bags))
    sizes = np.array([one.total() for one in bags])
    for word in dict.fromkeys(asked):
        uses = np.array([one[word] for one in bags], dtype=float)
        having = (uses > 0).sum()
        rarity = np.log1p((len(bags) - having + 0.5) / (having + 0.5))
        found += rarity * uses * (K1 + 1) / (uses + K1 * (1 - B + B * sizes / mean))
    return found.tolist()


def quotable(request: Request) -> list[Sentence]:
    return [one for one in told(request.documents) if one.kind is not BlockKind.HEADING]


def oracle(request: Request, words: int) -> list[Sentence]:
    """Return what one would take who knows the reference."""
    some = quotable(request)
    return [some[row] for row in greedy([one.text for one in some], request.references, words)]


def rival(name: str) -> Callable[[Request, int], list[Sentence]]:
    def system(request: Request, words: int) -> list[Sentence]:
        where = {one.text: one for one in told(request.documents)}
        shown = contenders()[name](request, words)
        return [where.get(one, Sentence(one, "", 0, 0, 0, 0)) for one in shown]

    return system


SYSTEMS: dict[str, Callable[[Request, int], list[Sentence]]] = {
    "summarize": summarized,
    "section": built,
}
BASELINES: dict[str, Callable[[Request, int], list[Sentence]]] = {
    "lead": lead,
    "round-robin lead": round_robin,
    "centroid + MMR": centroid,
    "BM25 + MMR": bm25,
    **{one: rival(one) for one in ("LexRank (sumy)", "TextRank (sumy)") if one in contenders()},
    "greedy oracle": oracle,
}


def for_themes(item: Item, words: int) -> dict[str, dict[str, list[Sentence]]]:
    """Return the section of each theme by `build` itself, by its id."""
    candidates = weigh(told(item.request.documents), item.themes)
    found = pick(candidates, item.themes, limits(words, len(item.themes)))
    return {"section": {one.theme.id: section(one) for one in found}}


def baselines_for_themes(item: Item, words: int) -> dict[str, dict[str, list[Sentence]]]:
    """Return what simple systems say on each theme, by its id."""
    sentences = told(item.request.documents)
    some = quotable(item.request)
    found: dict[str, dict[str, list[Sentence]]] = defaultdict(dict)
    scored = weigh_for(sentences, "", CENTROID)
    for theme in item.themes:
        phrases = ", ".join(one.phrase for one in theme.keywords)
        asked = terms(phrases, "en")
        found["BM25 + MMR"][theme.id] = matching(some, asked, words)
        holding = [one for one in scored if set(terms(one.sentence.text, "en")) & set(asked)]
        found["centroid + MMR"][theme.id] = list(diversify(holding, sentences, words))
        found["summarize"][theme.id] = summarized(item.request._replace(theme=phrases), words)
    return found


def f1(text: str, reference: str) -> float:
    """Return the F1 of the bigrams of two texts."""
    own, other = (Counter(pairwise(words)) for words in map(stems, (text, reference)))
    return 2 * (own & other).total() / max(own.total() + other.total(), 1)


class Scores:
    """The scores of one system on one set."""

    def __init__(self) -> None:
        self.recall: list[list[float]] = []
        self.filled: list[float] = []
        self.pure: list[float] = []
        self.first: list[float] = []

    def add(self, shown: Sequence[Sentence], references: Sequence[str], words: int) -> None:
        text = " ".join(one.text for one in shown)
        self.filled.append(min(len(text.split()) / words, 1.0))
        self.recall.append([recall(cut(text, words), references, order, stems) for order in (1, 2)])
        first = references[0].split("\n")[0]
        self.first.append(f1(shown[0].text, first) if shown else 0.0)

    def line(self) -> str:
        one, two = 100 * np.mean(self.recall, axis=0)
        pure = f"{100 * np.mean(self.pure):6.1f}" if self.pure else "     -"
        rest = f"{100 * np.mean(self.first):6.1f} {100 * np.mean(self.filled):6.1f} {pure}"
        return f"{one:5.1f} / {two:5.2f}   {rest}"


def measured(name: str, held_out: bool, own_only: bool) -> dict[str, Scores]:
    """Return the scores of all systems on a set."""
    words, items = SETS[name]()
    if name in MADE:
        items = [it for place, it in enumerate(items) if (place % HELD_OUT == 0) is held_out]
    found: dict[str, Scores] = defaultdict(Scores)
    for item in items:
        if item.themes:
            judge_sections(item, words, own_only, found)
        else:
            given = references(item, name, words)
            for system, answer in (SYSTEMS if own_only else SYSTEMS | BASELINES).items():
                found[system].add(answer(item.request, words), given, words)
    return found


def judge_sections(item: Item, words: int, own_only: bool, found: Mapping[str, Scores]) -> None:
    """Add the scores of each system's section on each theme of a pooled folder."""
    shown = for_themes(item, words) | ({} if own_only else baselines_for_themes(item, words))
    for system, sections in shown.items():
        for theme, sentences in sections.items():
            found[system].add(sentences, item.references[theme], words)
            found[system].pure += [one.document in item.topics[theme] for one in sentences]


def shortened(text: str, words: int) -> str:
    """Return the first `words` words of a text, its lines kept."""
    kept: list[str] = []
    for line in text.split("\n"):
        kept.append(cut(line, words))
        words -= len(kept[-1].split())
        if words <= 0:
            break
    return "\n".join(kept)


def references(item: Item, name: str, words: int) -> list[str]:
    """Return the references, those of people cut at the words that a summary may have."""
    given = item.request.references
    return list(given) if name in MADE else [shortened(one, words) for one in given]


def write(folder: Path) -> None:
    """Write what is made and not held out as JSON Lines, a request for each theme of a folder."""
    for name in MADE:
        _, items = SETS[name]()
        lines = [line for place, one in enumerate(items) if place % HELD_OUT for line in asked(one)]
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")


def asked(item: Item) -> Iterator[dict[str, object]]:
    """Yield the line of an item, or one for each of its themes."""
    documents = [{"title": "", "text": one.text} for one in item.request.documents]
    given = [(item.request.theme, item.request.references)]
    for theme in item.themes:
        phrases = ", ".join(one.phrase for one in theme.keywords)
        given = [*given, (phrases, item.references[theme.id])]
    for place, (words, texts) in enumerate(given[1:] or given):
        yield {
            "id": f"{item.request.id}-{place}",
            "documents": documents,
            "theme": words,
            "references": list(texts),
        }


def main() -> None:
    """Print a table for each set named, or for all."""
    if "BRIEFGEN_EVAL" not in os.environ:
        sys.exit("picking: not measured, BRIEFGEN_EVAL names no folder of *.jsonl")
    if sys.argv[1:2] == ["--write"]:
        write(Path(sys.argv[2]))
        return
    options = {one for one in sys.argv[1:] if one.startswith("--")}
    named = [one for one in sys.argv[1:] if one not in options] or list(SETS)
    print(f"{'':32s} {'R-1 / R-2':>13s}   bottom filled purity")
    for name in named:
        for system, scores in measured(
            name, "--held-out" in options, "--briefgen" in options
        ).items():
            print(f"{name:12s} {system:18s} {scores.line()}", flush=True)


if __name__ == "__main__":
    main()
