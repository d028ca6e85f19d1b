"""Web pages of unusual build: the article whole, its blocks apart, the rest told."""

from hashlib import sha256

import pytest

from briefgen.errors import ReadError
from briefgen.model import Document, Source
from briefgen.read import html
from briefgen.read.html.article import OUTSIDE
from briefgen.read.html.tables import holds_figures

ARTICLE = (
    "The ferry company of Aalborn took its two oldest ships out of service on Wednesday morning.",
    "Engineers had found cracks in the hull of the larger one during an inspection in January.",
    "Islanders will have to make do with one crossing a day until a ship from Norway arrives.",
    "The county has set aside four million crowns for buses to the bridge in the meantime.",
)
MENU = '<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/world">World</a></nav>'
FOOT = "<footer><p>The Aalborn Observer is published by the Observer Press of Aalborn.</p></footer>"


def page(body: str, head: str = "") -> Document:
    whole = f"<!doctype html><html><head><title>Ferries</title>{head}</head><body>{body}</body>"
    data = f"{whole}</html>".encode()
    return html.read(Source("page.html", sha256(data).hexdigest(), data))


def said(document: Document) -> list[str]:
    return [document.text[one.start : one.end] for one in document.blocks]


def left_out(document: Document) -> dict[str, str]:
    return {document.text[one.start : one.end]: one.reason for one in document.dropped}


def paragraphs(texts: tuple[str, ...] = ARTICLE) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize("nothing", ["<!-- -->", "<?php echo 1 ?>", "<!--[if IE]>x<![endif]-->"])
@pytest.mark.parametrize("element", ["p", "li", "blockquote", "h2", "div"])
def test_a_comment_takes_no_text_with_it(nothing: str, element: str) -> None:
    texts = [text.replace(" of ", f" <b>of</b> {nothing}", 1) for text in ARTICLE]
    found = page("<article>" + "".join(f"<{element}>{one}</{element}>" for one in texts))
    assert said(found) == list(ARTICLE)


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><a href='/'>Home</a></td><td>{p}</td></tr></table>",
        "<table><tr><td>{br}</td></tr></table>",
        "<table><tr><td><table><tr><td>{p}</td></tr></table></td></tr></table>",
        "<table><tbody>{rows}</tbody></table>",
        "<table><tr><th>Day</th><th>Event</th></tr>{dated}</table>",
        "<table><tr><td>{p}<table><tr><td>Ships</td><td>2</td></tr></table></td></tr></table>",
    ],
)
def test_an_article_laid_out_in_a_table_is_an_article(table: str) -> None:
    rows = "".join(f"<tr><td>{text}</td></tr>" for text in ARTICLE)
    dated = "".join(f"<tr><td>{n} May</td><td>{text}</td></tr>" for n, text in enumerate(ARTICLE))
    found = page(table.format(p=paragraphs(), br="<br><br>".join(ARTICLE), rows=rows, dated=dated))
    assert [one for one in said(found) if one in ARTICLE] == list(ARTICLE)


FIGURES = """
    <tr><th>Port</th><th>Tonnes</th></tr><tr><td>Aalborn</td><td>410</td></tr>
    | <tr><td>Monday</td><td>14 °C</td></tr><tr><td>Tuesday</td><td>11 °C</td></tr>
    | <tr><th>Ship</th><td>Freja</td></tr><tr><th>Built</th><td>1981 in Aalborn</td></tr>
    | <tr><td>Aalborn FC</td><td>3:1</td></tr><tr><td>Note: after extra time.</td><td>0:0</td></tr>
    | <tr><td>Diesel</td><td>1.92 €</td></tr><tr><td>Petrol</td><td>1.78 €</td></tr>
"""


@pytest.mark.parametrize("rows", FIGURES.split("|"))
def test_a_table_of_figures_is_none(rows: str) -> None:
    found = page(f"<article>{paragraphs()}<table>{rows}</table></article>")
    assert said(found) == list(ARTICLE)
    assert set(left_out(found).values()) == {"table"}


def test_a_table_of_one_cell_or_declared_as_layout_holds_no_figures() -> None:
    from lxml import html as lxml_html

    for table in (
        "<table><tr><td>12</td></tr></table>",
        "<table role=presentation><tr><td>1</td><td>2</td></tr></table>",
    ):
        assert not holds_figures(lxml_html.fromstring(table), is_page=True)


@pytest.mark.parametrize("depth", [10, 255, 300, 1000, 1900])
def test_deep_nesting_is_read(depth: int) -> None:
    assert said(page("<div>" * depth + paragraphs() + "</div>" * depth)) == list(ARTICLE)


@pytest.mark.parametrize("depth", [2100, 20_000, 200_000])
def test_deeper_nesting_is_refused_with_the_depth(depth: int) -> None:
    with pytest.raises(ReadError, match="at most 2,048 elements in each other"):
        page("<div>" * depth + paragraphs())


@pytest.mark.parametrize(
    "body",
    [
        "<news-story>{custom}</news-story>",
        "<my-app><x-story><h1>Ferries</h1>{p}</x-story></my-app>",
        "<article><p>{0}</p><p>{1}</p><aside><p>{2}</p></aside><p>{3}</p></article>",
        "<article><p>{0}</p><ul><li>{1}</li><li>{2}</li></ul><p>{3}</p></article>",
        "<article><p>{0}</p><dl><dt>{1}</dt><dd>{2}</dd></dl><p>{3}</p></article>",
        "<div><div><span>{0}</span></div><div><span>{1}</span></div><div>{2}</div><p>{3}</p></div>",
        "<main><section><h2>One</h2>{0}</section><section><h2>Two</h2>{1}<p>{2}<p>{3}</main>",
    ],
)
def test_what_belongs_to_the_article_is_read_in_blocks_of_its_own(body: str) -> None:
    custom = "".join(f"<news-paragraph>{text}</news-paragraph>" for text in ARTICLE)
    found = page(MENU + body.format(*ARTICLE, custom=custom, p=paragraphs()) + FOOT)
    assert [one for one in said(found) if one in ARTICLE] == list(ARTICLE)


@pytest.mark.parametrize(
    "above",
    [
        "<span>By Nora Quist</span> <time>4 March 2026</time>",
        "<div>4 March 2026</div><div>By Nora Quist</div>",
        "<p>By Nora Quist</p><p>4 March 2026</p>",
        "<span style='display:block'>By Nora Quist</span><div>4 March 2026</div>",
        "<x-byline>By Nora Quist of the Observer</x-byline><time>4 March 2026</time>",
    ],
)
def test_a_page_of_few_words_is_not_fused_with_its_date_and_author(above: str) -> None:
    found = page(f"<article><header>{above}</header><p>{ARTICLE[0]}</p></article>{FOOT}")
    assert said(found) == [ARTICLE[0]]
    assert str(found.metadata.published) == "2026-03-04"


def test_what_stands_beside_the_article_is_listed() -> None:
    beside = "<aside class=sidebar><p>Ten recipes for cold days at the end of winter.</p></aside>"
    found = page(f"{MENU}<article>{paragraphs()}</article>{beside}{FOOT}")
    assert said(found) == list(ARTICLE)
    assert set(left_out(found).values()) == {OUTSIDE}
    assert len(left_out(found)) == 2
    assert found.lost == ()


def test_much_prose_beside_the_article_is_told_as_a_loss() -> None:
    story = "".join(f"<p>{text} {text}</p>" for text in ARTICLE * 2)
    other = "".join(
        f"<p>Chapter {n} of the novel is printed here in full, as it was in the year before.</p>"
        for n in range(6)
    )
    found = page(f"<article>{story}</article><div><div>{other}</div></div>")
    assert "novel" not in " ".join(said(found))
    loss = "6 paragraphs of 102 words outside of what was taken for the article"
    assert found.lost == (loss,)


def test_what_a_script_shows_is_read() -> None:
    for body, head in (
        (f"<div style='opacity:0'>{paragraphs()}</div>", ""),
        (f"<div class=app>{paragraphs()}</div>", "<style>.app{visibility:hidden}</style>"),
        (paragraphs(), "<style>body{display:none!important}</style>"),
    ):
        assert said(page(body, head)) == list(ARTICLE)


def test_an_article_that_is_only_in_the_data_of_a_page_is_read() -> None:
    text = " ".join(ARTICLE)
    data = f'{{"@type": "NewsArticle", "articleBody": "{text}"}}'
    found = page("<div></div>", f'<script type="application/ld+json">{data}</script>')
    assert said(found) == [text]
