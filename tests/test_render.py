"""A brief as a reader meets it: the same words in three formats, whatever strangers wrote."""

import logging
import pickle
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
import pypdfium2
import pytest
from markdown_it import MarkdownIt

from briefgen.corpus import profile
from briefgen.errors import TemplateError
from briefgen.model import (
    Artefact,
    Brief,
    Candidate,
    Citation,
    Document,
    Limits,
    Metadata,
    Section,
    Sentence,
    Settings,
    Statement,
    Theme,
    Tlp,
)
from briefgen.render import render
from briefgen.render.escape import plain
from briefgen.render.html import to_html
from briefgen.render.markdown import to_markdown

BUNDLED = Path(__file__).parents[1] / "templates"
SETTINGS = Settings(
    path=Path("briefgen.yaml"), sha256="", series="", title="", organisation="", tlp=Tlp.GREEN,
    sources=Path("seeds"), output=Path("output"), templates=(BUNDLED,),
    formats=("md", "html", "pdf"), page="A4", limits=Limits(), themes=(),
)  # fmt: skip


def _document(path: str, **known: Any) -> Document:
    return Document(path, "0" * 64, Metadata(**known), "", (), (), "txt")


def _say(text: str, citation: int, theme: Theme) -> Statement:
    sentence = Sentence(text, "a.txt", 0, 0, 0, len(text))
    return Statement(sentence, citation, Candidate(sentence, theme.id, 1.0, {}, ()))


def _brief(
    sentence: str = "The ferry to the north shore sails twice a day.",
    title: str = "Harbour notes",
    outlet: str = "The Harbour Gazette",
    author: str = "Staff reporter",
    address: str = "a page of paper",
    file: str = "seeds/harbour_notes.txt",
    theme: str = "Ferries",
    series: str = "Coast Weekly",
    organisation: str = "Port Desk",
    issue: str = "The coast this week",
) -> Brief:
    ferries, piers, buoys = (Theme(name, words, ()) for name, words in
                             [("f", theme), ("p", "Piers"), ("b", "Buoys")])  # fmt: skip
    line, pier = _say(sentence, 1, ferries), _say("The old pier is closed until spring.", 2, piers)
    told = (_say("Tickets cost less than last year.", 2, ferries), _say(sentence, 1, ferries))
    harbour = _document(
        file, title=title, publisher=outlet, author=author, address=address,
        published=date(2026, 11, 4),
    )  # fmt: skip
    return Brief(
        series=series, title=issue, organisation=organisation, tlp=Tlp.AMBER_STRICT,
        as_of=date(2026, 11, 21), bottom_line=(pier, line),
        sections=(
            Section(ferries, line, (told, (_say(sentence, 1, ferries),))),
            Section(piers, pier, ()),
            Section(buoys, None, ()),
        ),
        citations=(Citation(1, profile(harbour)), Citation(2, profile(_document("seeds/b.txt")))),
    )  # fmt: skip


def _three(brief: Brief, **changed: Any) -> list[Artefact]:
    return list(render(brief, replace(SETTINGS, **changed)))


def _words(brief: Brief) -> str:
    return to_markdown(brief, (BUNDLED,))


def _page(brief: Brief) -> str:
    return to_html(_words(brief), brief, (BUNDLED,), "A4")


# --- the words ------------------------------------------------------------------------------


def test_the_markdown_reads_well_raw() -> None:
    assert (
        _words(_brief())
        == """\
**TLP:AMBER+STRICT**

Coast Weekly · Port Desk

# The coast this week

Issue 2026-W47 · 21 November 2026

{COVERED} Information as of 21 November 2026: 2 sources, dated 4 November 2026 (1 undated).

## Bottom Line Up Front

- **Piers.** The old pier is closed until spring. [2]
- **Ferries.** The ferry to the north shore sails twice a day. [1]

## Ferries

Tickets cost less than last year. [2]
The ferry to the north shore sails twice a day. [1]

The ferry to the north shore sails twice a day. [1]

## Piers

*Nothing further is quoted on this theme.*

## Buoys

*The sources read for this issue say nothing on this theme that can be quoted alone.*

## Sources

1. The Harbour Gazette, “Harbour notes”, Staff reporter, 4 November 2026. \
Address: a page of paper. File: seeds/harbour_notes.txt
2. Unknown publisher, untitled, undated. File: seeds/b.txt

---

*Every sentence is quoted verbatim from the source cited after it; nothing is generated.*

**TLP:AMBER+STRICT**

[1]: #source-1
[2]: #source-2
""".replace("{COVERED}", "Covers all days to 21 November 2026.")
    )


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ([], "no source is cited."),
        ([None], "1 undated source."),
        ([None, None], "2 undated sources."),
        (["2026-11-04"], "1 source, dated 4 November 2026."),
        (["2026-11-04", "2026-11-04"], "2 sources, dated 4 November 2026."),
        (["2026-11-04", None], "2 sources, dated 4 November 2026 (1 undated)."),
        (
            ["2026-11-20", "2025-12-31", "2026-01-01"],
            "3 sources, dated from 31 December 2025 to 20 November 2026.",
        ),
        (
            [None, "2026-11-20", "2025-12-31", None],
            "4 sources, dated from 31 December 2025 to 20 November 2026 (2 undated).",
        ),
    ],
)
def test_the_masthead_says_how_old_the_information_is(dates: list[str | None], told: str) -> None:
    days = [date.fromisoformat(day) if day else None for day in dates]
    cited = [
        Citation(n, profile(_document("a.txt", published=day))) for n, day in enumerate(days, 1)
    ]
    brief = replace(_brief(), bottom_line=(), sections=(), citations=tuple(cited))
    assert f" Information as of 21 November 2026: {told}\n" in _words(brief)


@pytest.mark.parametrize(
    ("known", "entry"),
    [
        ({}, "Unknown publisher, untitled, undated. File: seeds/a.txt"),
        ({"publisher": "The Gazette"}, "The Gazette, untitled, undated. File: seeds/a.txt"),
        ({"title": "\u200b"}, "Unknown publisher, untitled, undated. File: seeds/a.txt"),
        (
            {"title": "Tides", "address": "https://www.tides.example/a?b=1&c=2"},
            "Unknown publisher, “[Tides](https://www.tides.example/a?b=1&c=2)” (tides.example), "
            "undated. File: seeds/a.txt",
        ),
        (
            {"address": "http://tides.example/", "author": "The crew"},
            "Unknown publisher, “[untitled](http://tides.example/)” (tides.example), The crew, "
            "undated. File: seeds/a.txt",
        ),
        (
            {"title": "word " * 100},
            "Unknown publisher, “" + "word " * 59 + "word…”, undated. File: seeds/a.txt",
        ),
    ],
)
def test_a_source_says_what_it_knows_and_what_it_does_not(
    known: dict[str, Any], entry: str
) -> None:
    cited = (Citation(1, profile(_document("seeds/a.txt", **known))),)
    brief = replace(_brief(), bottom_line=(), sections=(), citations=cited)
    assert f"\n1. {entry}\n" in _words(brief)


def test_a_brief_without_anything_to_say_says_so() -> None:
    buoys = Section(Theme("b", "Buoys", ()), None, ())
    words = _words(replace(_brief(), bottom_line=(), sections=(buoys,), citations=()))
    assert "say nothing on any of its themes that can be quoted alone.*" in words
    assert "*No source is cited.*" in words
    assert "say nothing on any" in _page(
        replace(_brief(), bottom_line=(), citations=(), sections=())
    )


def test_only_the_formats_asked_for_are_made() -> None:
    made = _three(_brief(), formats=("html", "md"))
    assert [(each.name, each.media_type) for each in made] == [
        ("brief.md", "text/markdown; charset=utf-8"),
        ("brief.html", "text/html; charset=utf-8"),
    ]


# --- the page -------------------------------------------------------------------------------


def test_every_citation_leads_to_its_source_and_every_source_back_to_each() -> None:
    page = _page(_brief())
    links = re.findall(r'<a [^>]*href="#([^"]+)"', page)
    assert sorted(links) == sorted(
        ["source-1", "source-2"] + ["cite-1-1", "cite-1-2", "cite-1-3", "cite-2-1", "cite-2-2"]
        + ["source-1"] * 2 + ["source-2"]
    )  # fmt: skip
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) and set(links) <= set(ids)


@pytest.mark.parametrize(
    "theme",
    ["Sources", "Bottom Line Up Front", "Source 1", "cite 1 1", "Piers", "Água & نفت", "!?"],
)
def test_no_theme_title_takes_an_anchor_from_another(theme: str) -> None:
    ids = re.findall(r' id="([^"]*)"', _page(_brief(theme=theme)))
    assert len(ids) == len(set(ids)) == 5 + 2 + 5 and all(ids)


def test_the_page_is_whole_in_itself() -> None:
    page = _page(_brief(address="https://tides.example/"))
    assert not re.search(r"<(script|img|link|iframe|object|form|base)\b", page)
    assert re.findall(r'(?:src|href)="(?!#)([^"]*)"', page) == ["https://tides.example/"]
    assert not re.search(r"url\(|@import", page)
    assert "default-src 'none'; style-src 'sha256-" in page


def test_a_citation_without_its_source_is_a_named_error() -> None:
    words = "said [2]\n\n1. one\n\n[2]: #source-2\n"
    with pytest.raises(TemplateError, match=r"brief\.md\.j2: .*an entry 2 .*found entries 1$"):
        to_html(words, _brief(), (BUNDLED,), "A4")


def test_a_project_can_say_it_in_its_own_words_and_looks(tmp_path: Path) -> None:
    (tmp_path / "brief.md.j2").write_text(
        "# {{ title }}\n\n{{ sections[0].paragraphs[0][0].text }} [1]\n\n"
        "## Quellen\n\n1. eine\n\n[1]: #source-1\n"
    )
    (tmp_path / "brief.css").write_text("h1 { color: teal }")
    _, page, pdf = _three(_brief(), templates=(tmp_path, BUNDLED))
    text = page.data.decode()
    assert '<li id="source-1">eine' in text and '<section id="quellen">' in text
    assert "<style>h1 { color: teal }</style>" in text
    assert "Quellen" in _pdf_text(pdf.data)


# --- the PDF --------------------------------------------------------------------------------


def _pdf_text(data: bytes) -> str:
    """What a reader can copy from the PDF, with every run of blanks as one."""
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).replace("\ufffe", "").split())


def _reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(data))


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("Letter", 612)])
@pytest.mark.parametrize("tlp", Tlp)
def test_the_pdf_is_marked_at_head_and_foot_of_every_page(tlp: Tlp, paper: str, width: int) -> None:
    long = " ".join(["The ferry to the north shore sails twice a day"] * 40)
    brief = replace(_brief(sentence=long), tlp=tlp)
    (pdf,) = _three(brief, formats=("pdf",), page=paper)
    document = pypdfium2.PdfDocument(pdf.data)
    assert len(document) > 2
    for number, page in enumerate(document, start=1):
        assert round(page.get_width()) == width
        text, height = page.get_textpage(), page.get_height()
        head = text.get_text_bounded(bottom=height - 75)
        foot = text.get_text_bounded(top=75)
        assert tlp in head and tlp in foot
        assert f"Page {number} of {len(document)}" in foot


def test_the_pdf_is_tagged_titled_outlined_and_dated() -> None:
    (pdf,) = _three(_brief(), formats=("pdf",))
    reader = _reader(pdf.data)
    root: Any = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is not None
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "The coast this week (Coast Weekly 2026-W47)"
    assert reader.metadata.author == "Port Desk"
    assert str(reader.metadata["/CreationDate"]).startswith("D:20261121")
    outline: list[Any] = reader.outline
    top, below = outline
    assert top["/Title"] == "The coast this week"
    assert [each["/Title"] for each in below] == [
        "Bottom Line Up Front", "Ferries", "Piers", "Buoys", "Sources",
    ]  # fmt: skip
    assert {"/Document", "/H1", "/H2", "/P", "/L", "/LI", "/Link"} <= set(_roles(reader))


def test_the_pdf_embeds_the_bundled_faces_and_no_other() -> None:
    (pdf,) = _three(_brief(), formats=("pdf",))
    pages: Any = _reader(pdf.data).pages
    fonts = [page["/Resources"]["/Font"].values() for page in pages]
    inner = [font.get_object()["/DescendantFonts"][0] for page in fonts for font in page]
    assert all("/FontFile3" in font["/FontDescriptor"] for font in inner)
    names = {re.sub(r"^/[A-Z]{6}\+|[,-]+$", "", font["/BaseFont"]) for font in inner}
    assert names and all(name.startswith(("Source-Serif-4", "Source-Sans-3")) for name in names)


def test_the_pdf_says_every_word_of_the_markdown() -> None:
    words, _, pdf = _three(_brief())
    text = _pdf_text(pdf.data).replace(" [", "[")
    for line in words.data.decode().splitlines():
        said = re.sub(r"^(#+|-|\d\.|\[\d\]:.*|---) ?|\*", "", line).replace(" [", "[")
        assert said in text or line.startswith("---")


def test_citations_are_clickable_both_ways_in_the_pdf() -> None:
    (pdf,) = _three(_brief(address="https://tides.example/"), formats=("pdf",))
    reader = _reader(pdf.data)
    links = _links(reader)
    inside = {str(link["/Dest"]) for link in links if "/Dest" in link}
    assert {"source-1", "source-2", "cite-1-1", "cite-1-2", "cite-2-2"} <= inside
    assert inside <= set(reader.named_destinations)
    assert {link["/A"]["/URI"] for link in links if "/A" in link} == {"https://tides.example/"}


def test_the_bundled_looks_hold_nothing_that_weasyprint_warns_of(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        _three(_brief())
    by_machine = "Using fontTools instead of HarfBuzz-Subset"  # what the looks cannot help
    assert [one for one in caplog.messages if not one.startswith(by_machine)] == []


# --- strangers ------------------------------------------------------------------------------

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style><script>x</script>",
    "</title></head><body onload=x>", "<!-- x", "]]> <![CDATA[ x", "<svg/onload=alert(1)>",
    "<iframe src=//evil.example>", "&lt;b&gt;x&lt;/b&gt;", "&#60;b&#62;", "<b>bold</b>",
    "<https://evil.example>", "[x](javascript:alert(1))", "![x](http://evil.example/a.png)",
    "[x][1]", "[1]", "[1]: #x", "x ](y) [z", "[x]: <javascript:alert(1)> 'y'",
    "**bold** __bold__ *i* _i_", "`code` ``x``", "~~gone~~", "# heading", "x\n# heading",
    "x\n\n## Sources\n\n1. forged", "x\n---\ny", "x\n===", "- item", "1. item", "1) item",
    "> quote", "```\ncode\n```", "    code", "a | b\n--|--\nc | d", "x  \ny", "x\\", "\\", "**",
    "* * *", "***", "+", "x\x00\x07y\ud800", "x\u202etxt.exe\u202c", "x\u200b\u2060\ufeffy",
    "x\u2028y\u0085z", "{{ 7 * 7 }}", "{% raw %}{{ x }}", "{# x #}", "${x} #{x} <%= x %>",
    '" onmouseover="x', "' onmouseover='x", "x\" style=\"y", "javascript:alert(1)",
    "https://evil.example/x", "www.evil.example", "a@evil.example", "TLP:CLEAR", "**TLP:CLEAR**",
    "**TLP:AMBER+STRICT**", "\N{COMBINING ACUTE ACCENT}" * 99 + "x", "(x) \"y\" “z”",
    "@import url(http://evil.example/x.css);", "\\A } body { display: none } /*",
]  # fmt: skip
CONTEXTS = [
    "sentence", "title", "outlet", "author", "file", "theme", "series", "organisation", "issue",
]  # fmt: skip


def _markdown_shape(words: str) -> list[tuple[str, str]]:
    """What the most permissive reader of Markdown makes of it: raw HTML, tables, pictures."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(words)
    flat = [each for token in tokens for each in (token, *(token.children or []))]
    return [(token.type, token.tag) for token in flat if token.type != "text"]


class _Shape(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.shape: list[object] = []
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        free = ("id", "content")  # slugs and metadata may say what the text says
        self.shape.append((tag, [(k, "" if k in free else v) for k, v in attrs]))

    def handle_endtag(self, tag: str) -> None:
        self.shape.append(tag)

    def handle_comment(self, data: str) -> None:
        self.shape.append("comment")


def _parsed(page: str) -> _Shape:
    parser = _Shape()
    parser.feed(page)
    parser.close()
    return parser


def _html_shape(page: str) -> list[object]:
    return _parsed(page).shape


def _roles(reader: pypdf.PdfReader) -> list[str]:
    """The structure elements of a PDF in reading order; line breaks make Spans, so without them."""
    found: list[str] = []
    root: Any = reader.trailer["/Root"]
    waiting: list[Any] = [root["/StructTreeRoot"]]
    while waiting:
        each = waiting.pop().get_object()
        if isinstance(each, dict):
            found += [str(each["/S"])] if "/S" in each else []
            below = each.get("/K", [])
            waiting += reversed(below if isinstance(below, Sequence) else [below])
    return [role for role in found if role not in ("/Span", "/NonStruct")]


class Shapes(NamedTuple):
    """The structure of a brief in each format."""

    markdown: list[tuple[str, str]]
    html: list[object]
    pdf: list[str]


@pytest.fixture(scope="module")
def benign() -> Shapes:
    words, page, pdf = _three(_brief())
    return Shapes(
        _markdown_shape(words.data.decode()),
        _html_shape(page.data.decode()),
        _roles(_reader(pdf.data)),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_the_structure_in_any_place_or_format(text: str, benign: Shapes) -> None:
    """In every place of the brief at once; an address is told apart, it may become a link."""
    words, page, pdf = _three(_brief(**dict.fromkeys(CONTEXTS, text)))
    assert _markdown_shape(words.data.decode()) == benign.markdown
    assert _html_shape(page.data.decode()) == benign.html
    assert _read(page.data.decode()).count(plain(text)) >= len(CONTEXTS)
    reader = _reader(pdf.data)
    assert _roles(reader) == benign.pdf
    assert not [link for link in _links(reader) if "/A" in link]


def _read(page: str) -> str:
    """The text of a page as a reader sees it."""
    return _parsed(page).text.replace("\N{NO-BREAK SPACE}", " ")


def _links(reader: pypdf.PdfReader) -> list[Any]:
    return [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]


@pytest.mark.parametrize("text", [text for text in HOSTILE if "//" not in text[:8]])
def test_no_address_but_one_of_the_web_is_more_than_text(text: str, benign: Shapes) -> None:
    brief = _brief(address=text)
    assert _markdown_shape(_words(brief)) == benign.markdown
    assert _html_shape(_page(brief)) == benign.html


@pytest.mark.parametrize(
    ("address", "link", "domain"),
    [
        ("https://www.tides.example/a_b*c*", "https://www.tides.example/a_b*c*", "tides.example"),
        ("HTTP://Tides.Example:8080/x", "http://tides.example:8080/x", "tides.example"),
        ("http://a.example/(a)[b]<c>", "http://a.example/%28a%29%5Bb%5D%3Cc%3E", "a.example"),
        ("http://a.example/?a=1&copy;=2", "http://a.example/?a=1&amp;copy%3B=2", "a.example"),
        ('http://a.example/"onclick="x', "http://a.example/%22onclick=%22x", "a.example"),
        ("https://tides.example/\u202egnp.exe", "https://tides.example/gnp.exe", "tides.example"),
        ("https://tïdes.example/é", "https://xn--tdes-5pa.example/%C3%A9", "xn--tdes-5pa.example"),
        ("https://bank.example@evil.example/", None, None),
        ("https://", None, None),
        ("https:///evil.example", None, None),
        ("https://evil example/", None, None),
        ("https://[::1", None, None),
        ("https://tides.example:99999/", None, None),
        ("https:\\\\evil.example", None, None),
        ("//evil.example/x", None, None),
        ("javascript:alert(1)", None, None),
        ("JaVaScRiPt:alert(1)", None, None),
        ("java\tscript:alert(1)", None, None),
        ("\x01javascript:alert(1)", None, None),
        ("file:///etc/passwd", None, None),
        ("data:text/html,<script>x</script>", None, None),
        ("smb://evil.example/x", None, None),
        ("vbscript:x", None, None),
        ("ftp://evil.example/", None, None),
        ("mailto:a@evil.example", None, None),
        ("#source-1", None, None),
        ("tides.example/x", None, None),
        ("https://tides.example/" + "x" * 5000, None, None),
    ],
)  # fmt: skip
def test_only_a_web_address_becomes_a_link_and_its_true_domain_is_shown(
    address: str, link: str | None, domain: str | None
) -> None:
    page = _page(_brief(address=address))
    assert re.findall(r'<a href="(?!#)([^"]*)"', page) == ([link] if link else [])
    assert (f"” ({domain}), " in page) == bool(domain)


@pytest.mark.parametrize(
    "href", ["javascript:x", "file:///x", "data:text/html,x", "smb://x/y", "//x/y", "x"]
)
def test_even_a_template_cannot_link_to_another_scheme(href: str) -> None:
    words = (
        f"[x]({href}) <{href}> ![x]({href}) ![x](https://x.example/)\n\n<a href='{href}'>y</a>\n"
    )
    page = to_html(words, _brief(), (BUNDLED,), "A4")
    assert not re.search(r"<img|<a [^>]*href=.(?!https://x\.example/)", page)


# --- the same bytes -------------------------------------------------------------------------

CHILD = """
import hashlib, pickle, sys
import weasyprint.pdf.fonts
from briefgen.render import render
weasyprint.pdf.fonts.harfbuzz_subset = None
brief, settings = pickle.load(sys.stdin.buffer)
for artefact in render(brief, settings):
    print(artefact.name, hashlib.sha256(artefact.data).hexdigest())
"""


def test_the_same_brief_gives_the_same_bytes_where_fonttools_cuts_its_fonts(tmp_path: Path) -> None:
    """It dates them; HarfBuzz, which is taken where it is installed, does not."""
    brief = _brief(sentence="Ein Schiff — “Goïta” — fährt.", address="https://tides.example/")
    told = pickle.dumps((brief, SETTINGS))
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1", "LC_ALL": "C.UTF-8"},
    ]  # fmt: skip
    root = str(BUNDLED.parent)
    made = [
        subprocess.run(
            [sys.executable, "-c", CHILD], input=told, capture_output=True, check=True,
            cwd=folder, env={"PATH": "", "PYTHONPATH": root, "HOME": str(tmp_path), **around},
        ).stdout
        for around, folder in zip(surroundings, ["/", str(tmp_path)], strict=True)
    ]  # fmt: skip
    assert made[0].count(b"\n") == 3
    assert made[0] == made[1]
