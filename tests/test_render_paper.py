"""How a brief looks on paper, measured on the pages of its PDF and of what a browser prints."""

import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from made_briefs import MARGINS, MILLIMETRE, SETTINGS, brief_of, looks, made_brief, printed
from paper import Page, early_breaks, pages, parted_dates, tinted

from briefgen.model import Brief, Tlp
from briefgen.render import render
from briefgen.render.line_breaks import break_long_words, keep_dates_whole
from briefgen.render.parser import Parser
from briefgen.render.pdf import to_pdf

SIDE, FOOT = 36 * MILLIMETRE, 27 * MILLIMETRE
"""The margins of brief.css."""


def _html(brief: Brief) -> str:
    (page,) = render(brief, replace(SETTINGS, formats=("html",)))
    return page.data.decode()


# --- where lines end ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seed", "side"),
    [(4, 40), (5, 33), (9, 30), (11, 20), (12, 40), (13, 33)],
)
def test_lines_are_full_citations_stay_with_their_word_and_dates_are_whole(
    seed: int, side: int, tmp_path: Path
) -> None:
    settings = looks(tmp_path, MARGINS, f"28mm {side}mm 27mm")
    paper: Literal["A4", "Letter"] = "A4" if seed % 3 else "Letter"
    brief = pages(printed(made_brief(seed), replace(settings, page=paper)))
    assert early_breaks(brief) == []
    assert [line.text for page in brief for line in page.text if line.text[0] == "["] == []
    assert parted_dates(brief) == []


def test_a_line_that_ends_early_is_found() -> None:
    brief = made_brief(5)
    above, box, below = _html(brief).partition("</section>")
    broken = above + box + re.sub(r"(<p>(?:[^ <]+ ){5})", r"\1<br>", below, count=1)
    assert len(early_breaks(pages(to_pdf(broken, brief.as_of, SETTINGS.templates)))) == 1


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Issue of 4 November 2026.", "Issue of 4\u00a0November\u00a02026."),
        ("31 December 2025 to 1 May 2026", "31\u00a0December\u00a02025 to 1\u00a0May\u00a02026"),
        ("14 ships in 2026", "14 ships in 2026"),
        ("114 May 20261", "114 May 20261"),
    ],
)
def test_a_date_is_held_together_by_no_break_spaces(words: str, html: str) -> None:
    assert Parser(keep_dates_whole).render(words) == f"<p>{html}</p>\n"


def test_a_date_in_a_quotation_is_left_as_it_is() -> None:
    brief = brief_of("On 4 November 2026 it sailed.", "")
    assert re.findall(r"<p>(On .*?)<a", _html(brief)) == ["On 4 November 2026 it sailed."]


# --- long words -----------------------------------------------------------------------------

_HOST = f"{'a' * 60}.{'b' * 60}.{'c' * 60}.example"
_LONG = {
    "wide": "W" * 400,
    "just long": "W" * 41,
    "address": "https://harbour.example/" + "notices-to-mariners/" * 9 + "?q=" + "z" * 90,
    "path": "C:/" + "Documents_and_Settings_of_Nobody/" * 6 + "x.txt",
    "hash": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "compound": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "quotation marks": "“" * 150,
    "accents": "e\N{COMBINING ACUTE ACCENT}" * 100,
    "Cyrillic": "Ж" * 200,
}


@pytest.mark.parametrize("word", _LONG.values(), ids=_LONG)
def test_a_word_longer_than_the_line_stays_in_its_column(word: str) -> None:
    brief = brief_of(f"{word} {word}", f"https://{_HOST}/{'y' * 99}", f"paper of {word}")
    for page in pages(printed(brief)):
        assert [line.text for line in page.text if line.right > _edge(page, line.baseline)] == []


def _edge(page: Page, baseline: float) -> float:
    """Return how far to the right text may go there, with a point for what glyphs hang over."""
    is_boxed = any(box.bottom < baseline < box.top for box in tinted(page))
    return page.width - SIDE - (14.3 if is_boxed else 0) + 1


def test_a_long_word_is_copied_whole() -> None:
    brief = brief_of(_LONG["path"], "paper")
    lines = [line.text for page in pages(printed(brief)) for line in page.text]
    assert "".join(lines).count(_LONG["path"]) == 12
    assert "\N{ZERO WIDTH SPACE}" not in _html(brief)


@pytest.mark.parametrize(
    ("word", "html"),
    [
        ("a" * 40, "a" * 40),
        ("a" * 41, f"{'a' * 10}<wbr>{'a' * 10}<wbr>{'a' * 10}<wbr>{'a' * 11}"),
        (f"x/{'a' * 38}.", f"x/<wbr>{'a' * 10}<wbr>{'a' * 10}<wbr>{'a' * 10}<wbr>{'a' * 8}."),
        ("ა" * 45, "<wbr>".join(["ა" * 10] * 4 + ["ა" * 5])),
        ("港" * 90, "港" * 90),
        ("เรือ" * 30, "เรือ" * 30),
        ("e\u0301" * 25, "<wbr>".join(["e\u0301" * 5] * 5)),
        ("क्ष" * 20, "<wbr>".join(["क्ष" * 4] * 5)),
    ],
)
def test_a_word_of_more_than_forty_characters_may_be_broken(word: str, html: str) -> None:
    assert Parser(break_long_words).render(f"{word} ship") == f"<p>{html} ship</p>\n"


# --- pages ----------------------------------------------------------------------------------


@pytest.mark.parametrize("sources", [1, 2, 3, 12])
def test_the_closing_is_never_alone_on_the_last_page(sources: int, tmp_path: Path) -> None:
    """The paper is as long as to hold on one page all but the last line, which is the closing."""
    brief = made_brief(2, themes=1, sources=sources)
    (page,) = pages(printed(brief, looks(tmp_path, "size: {{ paper }}", "size: 210mm 600mm")))
    closing = min(line.baseline for line in page.text)
    height = 600 * MILLIMETRE - (closing - FOOT)
    settings = looks(tmp_path, "size: {{ paper }}", f"size: 210mm {height:.1f}pt")
    _, last = pages(printed(brief, settings))
    entries = [line for line in last.text if re.fullmatch(r"\d+\.", line.text)]
    assert len(entries) == min(sources, 3)
    assert (last.text[0].text == "Sources") == (sources <= 3)


@pytest.mark.parametrize("themes", [9, 13])
def test_the_box_of_the_bottom_line_ends_with_its_text_on_every_page(themes: int) -> None:
    boxed = [page for page in pages(printed(made_brief(1, themes))) if tinted(page)]
    assert len(boxed) > 1
    for page in boxed:
        bottom = min(box.bottom for box in tinted(page))
        lowest = min(line.baseline for line in page.text if line.baseline > bottom)
        assert lowest - bottom < 18  # what hangs below the line, and a space of 1.1em


def test_the_parts_of_the_box_of_the_bottom_line_leave_no_gap() -> None:
    first, *_ = pages(printed(made_brief(1)))
    parts = sorted(tinted(first), key=lambda box: -box.top)
    assert len(parts) > 4
    assert all(above.bottom < below.top for above, below in pairwise(parts))


# --- the marking where a browser prints -----------------------------------------------------


@pytest.mark.parametrize("tlp", Tlp)
def test_a_browser_is_told_to_print_the_marking_on_every_page(tlp: Tlp) -> None:
    """At the head of the first page and at the end, the text itself has it."""
    page = _html(replace(made_brief(1), tlp=tlp))
    every, first = _margin_boxes(page, ""), _margin_boxes(page, ":first")
    assert every["top-right"] == every["bottom-right"] == f'"{tlp}"'
    assert first["top-right"] == "none" and "bottom-right" not in first
    label = f"<strong>{tlp}</strong></p>"
    header, footer = page.partition("<header>")[2], page.partition("<footer>")[2]
    assert header.split("\n")[1].endswith(label) and footer.split("\n")[2].endswith(label)


def _margin_boxes(page: str, selector: str) -> dict[str, str]:
    """Return what a browser prints in the boxes of `@page`: the last value that it knows.

    It knows neither string() nor element().
    """
    style = page.partition("<style>")[2].partition("</style>")[0]
    (rule,) = re.findall(rf"@page ?{selector} {{\n(.*?)\n  }}\n", style, re.DOTALL)
    boxes = re.findall(r"@([a-z]+-[a-z]+) {(.*?)}", rule, re.DOTALL)
    values = {
        name: [
            value
            for value in re.findall(r"content: (.*?);", declarations)
            if not re.search(r"string\(|element\(", value)
        ]
        for name, declarations in boxes
    }
    return {name: known[-1] for name, known in values.items() if known}


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium")
def test_chromium_prints_the_marking_at_head_and_foot_of_every_page(tmp_path: Path) -> None:
    brief = replace(made_brief(1), tlp=Tlp.AMBER_STRICT)
    (tmp_path / "brief.html").write_text(_html(brief), "utf-8")
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", f"--user-data-dir={tmp_path / 'profile'}", "--no-pdf-header-footer",
         f"--print-to-pdf={tmp_path / 'brief.pdf'}", (tmp_path / "brief.html").as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    document = pages((tmp_path / "brief.pdf").read_bytes())
    assert len(document) > 2
    for page in document:
        marks = [line.baseline for line in page.lines if "TLP:AMBER+STRICT" in line.text]
        assert max(marks) > page.height - 110 and min(marks) < 60
        assert len(marks) == 2 + (page is document[-1])
