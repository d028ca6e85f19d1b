"""The sample's brief, read as its reader reads it: what issue 2 of the project asks of it.

Nothing here uses briefgen's own idea of a sentence, a repeat, an opening or furniture.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import combinations, groupby, pairwise
from math import sqrt
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader

SEEDS = Path(__file__).resolve().parent.parent / "seeds"

BACKWARD = re.compile(
    r"""
    \W*(?:
      (?:he|she|they|it|its|his|her|hers|their|theirs|this|that|these|those|both|neither|such)\b
      (?!\ (?:is|was|remains|seems|appears|would\ be)\ (?:\w+\ ){1,3}(?:that|to|whether|if|how)\b)
    | (?:another|others?|one|a\ second|a\ third|some|many|most)
      \ of\ (?:these|those|them|its|his|the)\b
    | one\ (?:is|was|has)\b | another\b | the\ (?:latter|former|other|same|second|third)\b
    | (?:and|but|or|nor|so|yet|also|then|thus|hence|still|besides|however|therefore|moreover
        |furthermore|meanwhile|nonetheless|nevertheless|instead|indeed|additionally|consequently
        |similarly|likewise|otherwise|finally|afterwards?|rather)\b(?!\ than)
    | (?:in\ addition|in\ contrast|by\ contrast|as\ a\ result|for\ example|for\ instance|in\ turn
        |in\ fact|in\ response|in\ other\ words|on\ the\ other\ hand|at\ the\ same\ time
        |more\ recently|that\ said|even\ so|after\ that|since\ then|of\ course)\b
    | [^,.]{1,40},\ (?:however|therefore|though|moreover|meanwhile|instead),
    | the\ (?:group|movement|report|statement|study|move|decision|trend|pair|authors?|analysts?
        |experts?|officials?|researchers?|survey|article|site|outlet)\b
      (?!\ (?:(?-i:[A-Z])|(?:of|that|which|who|for|by|to)\b))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""How a sentence begins that says nothing to whoever has not read the one before it."""

FURNITURE = re.compile(
    r"subscri|newsletter|donat(?:e\b|ions? to)|sign (?:up|in)\b|log in|min(?:ute)?s? read"
    r"|free access|share (?:this|on)|follow us|click here|read more|cookie"
    r"|advertis|all rights reserved|©|https?:|www\.|as published|also read|related articles",
    re.IGNORECASE,
)

PARTNERS = {"”": "“", ")": "(", "]": "[", "»": "«"}

Paragraph = list[dict[str, Any]]


class Part(NamedTuple):
    """A heading of brief.md and the paragraphs or list items below it."""

    title: str
    paragraphs: list[str]


@pytest.fixture(scope="module")
def ledger(sample_issue: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((sample_issue / "brief.json").read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def parts(sample_issue: Path) -> list[Part]:
    """Return the parts of brief.md from the bottom line to the list of sources."""
    text = (sample_issue / "brief.md").read_text("utf-8").split("\n---\n")[0]
    return [part_of(piece) for piece in re.split(r"^## ", text, flags=re.MULTILINE)[1:]]


def part_of(piece: str) -> Part:
    title, _, body = piece.partition("\n")
    paragraphs = re.split(r"\n\n+|\n(?=- |\d+\. )", body.strip())
    return Part(title.strip(), [plain(one) for one in paragraphs])


def plain(markdown: str) -> str:
    """Return the words of Markdown, as far as the brief uses it."""
    bare = re.sub(r"\*\*|^(?:- |\d+\. )", "", markdown)
    return " ".join(re.sub(r"\\([^\w\s])", r"\1", bare).split())


def flat(text: str) -> str:
    return " ".join(text.split())


def paragraphs_of(ledger: dict[str, Any], parts: list[Part]) -> Iterator[Paragraph]:
    """Yield the ledger's sentences by the paragraph of brief.md that has them, bullets alone."""
    left = list(ledger["sentences"])
    for part in parts[:-1]:
        for paragraph in part.paragraphs:
            count = len(re.findall(r" \[\d+\](?= |$)", paragraph))
            yield left[:count]
            del left[:count]
    assert left == []


def vector(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w\w+", text.lower()))


def cosine(one: Counter[str], other: Counter[str]) -> float:
    return dot(one, other) / sqrt(dot(one, one) * dot(other, other))


def dot(one: Counter[str], other: Counter[str]) -> int:
    return sum(count * other[word] for word, count in one.items())


def unbalanced(text: str) -> str:
    """Return what in `text` lacks its partner, each mark on a stack of its own."""
    open_marks: Counter[str] = Counter()
    for mark in text:
        if mark in PARTNERS.values():
            open_marks[mark] += 1
        elif mark in PARTNERS:
            open_marks[PARTNERS[mark]] -= 1
            if open_marks[PARTNERS[mark]] < 0:
                return mark
    alone = [mark for mark, count in open_marks.items() if count]
    return "".join(alone) + ('"' if text.count('"') % 2 else "")


# --- what is said ------------------------------------------------------------------------------


def test_four_themes_have_a_bullet_and_a_section_each(
    ledger: dict[str, Any], parts: list[Part]
) -> None:
    bullets = [one for one in ledger["sentences"] if one["role"] == "bottom line"]
    sections = {one["theme"] for one in ledger["sentences"] if one["role"] == "section"}
    themes = {theme["id"]: theme["title"] for theme in ledger["settings"]["themes"]}
    assert len(themes) == 4
    assert sorted(one["theme"] for one in bullets) == sorted(themes) == sorted(sections)
    assert [part.title for part in parts[1:-1]] == list(themes.values())
    assert len(parts[0].paragraphs) == 4


def test_the_bullet_that_says_most_of_all_the_texts_comes_first(ledger: dict[str, Any]) -> None:
    """How like its own theme a sentence is cannot be compared with how like another's one is."""
    bullets = [one for one in ledger["sentences"] if one["role"] == "bottom line"]
    of_theme = {"query", "feedback", "keyword"}
    general = [
        sum(worth for name, worth in one["features"].items() if name not in of_theme)
        for one in bullets
    ]
    assert general == sorted(general, reverse=True)


def test_every_sentence_stands_in_the_bytes_of_its_source(ledger: dict[str, Any]) -> None:
    paths = {source["number"]: source["path"] for source in ledger["sources"]}
    for one in ledger["sentences"]:
        data = (SEEDS / paths[one["source"]]).read_bytes()
        assert one["text"].encode("utf-8") in data
        assert data.decode("utf-8")[one["start"] : one["end"]] == one["text"]


def test_what_the_reader_sees_is_what_the_ledger_vouches_for(
    ledger: dict[str, Any], parts: list[Part]
) -> None:
    titles = {theme["id"]: theme["title"] for theme in ledger["settings"]["themes"]}
    said = [text for part in parts[:-1] for text in part.paragraphs]
    expected = []
    for paragraph in paragraphs_of(ledger, parts):
        words = " ".join(f"{flat(one['text'])} [{one['source']}]" for one in paragraph)
        if paragraph[0]["role"] == "bottom line":
            words = f"{titles[paragraph[0]['theme']]}. {words}"
        expected.append(words)
    assert said == expected


def test_no_two_sentences_are_near_repeats(ledger: dict[str, Any]) -> None:
    vectors = [(one["text"], vector(one["text"])) for one in ledger["sentences"]]
    alike = [
        (round(cosine(a, b), 2), first, second)
        for (first, a), (second, b) in combinations(vectors, 2)
        if cosine(a, b) >= 0.6
    ]
    assert alike == []


def test_a_bullet_is_not_said_again_in_its_section(ledger: dict[str, Any]) -> None:
    places = Counter((one["source"], one["start"]) for one in ledger["sentences"])
    texts = Counter(flat(one["text"]).casefold() for one in ledger["sentences"])
    assert places.most_common(1)[0][1] == texts.most_common(1)[0][1] == 1


def test_no_furniture_of_a_web_page_is_left(ledger: dict[str, Any]) -> None:
    lines = (SEEDS / "002_66301c8264d32b0a.txt").read_text("utf-8").split("\n")
    links = [after.strip() for line, after in pairwise(lines) if line.strip() == "-"]
    assert len(links) > 10
    for one in ledger["sentences"]:
        assert not FURNITURE.search(one["text"]), one["text"]
        assert not [link for link in links if link in one["text"]], one["text"]


def test_no_sentence_opens_on_something_the_reader_has_not_read(
    ledger: dict[str, Any], parts: list[Part]
) -> None:
    """A sentence may lean on the one before it only if the source has them side by side too."""
    dangling = []
    for paragraph in paragraphs_of(ledger, parts):
        for before, one in pairwise([None, *paragraph]):
            assert one is not None
            if BACKWARD.match(one["text"]) and not (before and side_by_side(before, one)):
                dangling.append(one["text"])
    assert dangling == []


def side_by_side(before: dict[str, Any], one: dict[str, Any]) -> bool:
    gap = one["start"] - before["end"]
    return bool(before["source"] == one["source"] and 0 < gap <= 2)


@pytest.mark.parametrize(
    ("opening", "dangles"),
    [
        ("He said that the road is closed.", True),
        ("One of its newest tactics is the blockade.", True),
        ("“This would be a blow,” a diplomat said.", True),
        ("However, the junta holds on.", True),
        ("More recently, it has turned to drones.", True),
        ("In Kayes, however, the road is open.", True),
        ("The group has fought for years.", True),
        ("The fuel blockade is part of a strategy.", False),
        ("It is not clear whether the junta will hold.", False),
        ("Rather than fight, the soldiers left.", False),
        ("The United States left.", False),
    ],
)
def test_an_opening_that_points_back_is_told_from_one_that_does_not(
    opening: str, dangles: bool
) -> None:
    assert bool(BACKWARD.match(opening)) is dangles


def test_each_paragraph_closes_the_quotations_and_brackets_it_opens(parts: list[Part]) -> None:
    paragraphs = [text for part in parts for text in part.paragraphs]
    assert [text for text in paragraphs if unbalanced(text)] == []


@pytest.mark.parametrize("text", ["“Half of it.", "another half,” he said", "(see", 'a "b', "c]"])
def test_a_half_quotation_or_bracket_is_noticed(text: str) -> None:
    assert unbalanced(text)


def test_sentences_are_whole_and_told_not_asked(ledger: dict[str, Any]) -> None:
    for one in ledger["sentences"]:
        assert re.search(r"[.!][”\")]*$", one["text"]), one["text"]
        assert one["text"].lstrip('“"‘(')[0].isupper(), one["text"]
        assert len(one["text"].split()) >= 6, one["text"]


def test_nobody_speaks_in_the_first_person_outside_of_quotations(ledger: dict[str, Any]) -> None:
    for one in ledger["sentences"]:
        told = re.sub(r"“[^”]*”", "", one["text"])
        assert not re.search(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b", told), one["text"]


# --- where it comes from -----------------------------------------------------------------------


def test_at_least_four_of_the_five_sources_are_cited(ledger: dict[str, Any]) -> None:
    assert len({one["source"] for one in ledger["sentences"]}) >= 4
    assert len(ledger["inputs"]["files"]) == 5


def test_no_section_is_fed_by_one_source(ledger: dict[str, Any]) -> None:
    for theme in ledger["settings"]["themes"]:
        own = [one["source"] for one in ledger["sentences"] if one["theme"] == theme["id"]]
        assert len(set(own)) >= 2, theme["title"]
        assert Counter(own).most_common(1)[0][1] <= len(own) * 2 / 3, theme["title"]


def test_the_brief_keeps_to_its_limits(ledger: dict[str, Any]) -> None:
    limits = ledger["settings"]["limits"]
    words = [len(one["text"].split()) for one in ledger["sentences"]]
    in_sections = Counter(one["theme"] for one in ledger["sentences"] if one["role"] == "section")
    assert sum(words) <= limits["words"]
    assert max(words) <= limits["words_per_sentence"]
    assert max(in_sections.values()) <= limits["sentences_per_section"]


def test_sections_are_in_readable_order(ledger: dict[str, Any]) -> None:
    """A source's sentences stand together and in its own order; dated sources come first."""
    dates = {source["number"]: source["published"] or "9999" for source in ledger["sources"]}
    for theme in ledger["settings"]["themes"]:
        places = [
            (dates[one["source"]], one["source"], one["start"])
            for one in ledger["sentences"]
            if one["theme"] == theme["id"] and one["role"] == "section"
        ]
        runs = [list(run) for _, run in groupby(places, key=itemgetter(1))]
        assert len(runs) == len({number for _, number, _ in places})
        assert all(run == sorted(run) for run in runs)
        assert [run[0][0] for run in runs] == sorted(run[0][0] for run in runs)


# --- the three formats -------------------------------------------------------------------------


class Page(HTMLParser):
    """The words of brief.html, and where its citations lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words = ""
        self.ids: dict[str, int] = {}
        self.links: list[tuple[str, int]] = []
        self._silent = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._silent = tag in {"style", "title"}
        if name := given.get("id"):
            self.ids[name] = len(self.words)
        if tag == "a":
            self.links.append((given.get("href") or "", len(self.words)))

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        self.words += "" if self._silent else data


def squeezed(text: str) -> str:
    """Return `text` without spaces and the hyphens that a line may end in."""
    return re.sub(r"[\s-]+", "", text)


def test_citations_are_in_step_with_the_sources_in_markdown(
    ledger: dict[str, Any], parts: list[Part]
) -> None:
    assert [f"File: {source['path']}" for source in ledger["sources"]] == [
        re.search(r"File: \S+", entry)[0]  # type: ignore[index]  # an entry without fails
        for entry in parts[-1].paragraphs
    ]
    assert [source["number"] for source in ledger["sources"]] == [1, 2, 3, 4, 5][
        : len(ledger["sources"])
    ]


def test_citations_are_in_step_with_the_sources_in_html(
    ledger: dict[str, Any], sample_issue: Path
) -> None:
    page = Page((sample_issue / "brief.html").read_text("utf-8"))
    cited = [(int(href[8:]), place) for href, place in page.links if href.startswith("#source-")]
    assert [number for number, _ in cited] == [one["source"] for one in ledger["sentences"]]
    for one, (number, place) in zip(ledger["sentences"], cited, strict=True):
        assert flat(page.words[:place]).endswith(flat(one["text"]))
        assert page.words[place:].startswith(f"\N{NO-BREAK SPACE}[{number}]")
    for source in ledger["sources"]:
        entry = page.words[page.ids[f"source-{source['number']}"] :].split("\n")[0]
        assert source["path"] in entry


def test_citations_are_in_step_with_the_sources_in_pdf(
    ledger: dict[str, Any], sample_issue: Path
) -> None:
    pages = PdfReader(sample_issue / "brief.pdf").pages
    words = squeezed(" ".join(page.extract_text() for page in pages))
    place = 0
    for one in ledger["sentences"]:  # a page may end within, so only the last words are looked for
        place = words.index(squeezed(one["text"])[-20:] + f"[{one['source']}]", place)
    files = [words.rindex(squeezed(f"File: {source['path']}")) for source in ledger["sources"]]
    assert files == sorted(files) and files[0] > place
