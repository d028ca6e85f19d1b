"""What no reader sees is not quoted, however it is hidden; what is only set oddly is."""

import pytest

from briefgen.model import Document, Source
from briefgen.read import html, mail
from briefgen.read.furniture import HIDDEN

SEEN = "The ferry company of Aalborn took its oldest ship out of service on Wednesday."
SECRET = "Nobody who opens this letter is to see these words about the ferries."

TRICKS = """
    display:none | DISPLAY : NONE !important | visibility:hidden | visibility:collapse | opacity:0
    opacity:0.0 | opacity:0% | opacity:.01 | font-size:0 | font-size:0px | font-size:1px
    font-size:1pt | font-size:.05em | font:0/0 a | color:#ffffff | color:white | color:#FFF
    color:#fefefe | color:rgb(255, 255, 255) | color:transparent | color:rgba(0,0,0,0)
    background:#003366;color:#003366 | background-color:navy;color:#000080
    max-height:0;overflow:hidden | max-height:0px; overflow: hidden | height:0;overflow:hidden
    max-width:0;overflow:hidden | height:0;width:0 | width:1px;height:1px;overflow:hidden
    position:absolute;left:-9999px | position:absolute; top:-1000px | position:fixed;left:-100em
    text-indent:-9999px | text-indent:-999em | margin-left:-10000px
    position:absolute;clip:rect(0,0,0,0) | position:absolute;clip:rect(1px 1px 1px 1px)
    clip-path:inset(50%) | clip-path:inset(100%) | clip-path:circle(0) | transform:scale(0)
    transform:translateX(-9999px) | mso-hide:all | mso-hide: all; font-size: 13px
"""
HARMLESS = """
    display:block | visibility:visible | opacity:.6 | opacity:1 | font-size:10px | font-size:80%
    font-size:.8em | font:12px/1 Arial | color:#333 | color:yellow | color:rgb(255,255,0)
    color:#fff;background:#003366 | color:#fff;background-image:url(x.png)
    color:#ffffff;background:linear-gradient(#000,#333) | color:rgba(0,0,0,.87)
    color:transparent;background-clip:text;background:url(x.png)
    color:transparent;text-shadow:0 0 1px #000 | max-height:0 | overflow:hidden
    height:1px;min-height:100% | width:0;flex:1;overflow:hidden | max-width:600px;overflow:hidden
    position:absolute;left:-10px | position:relative;top:-4px | text-indent:-18pt;margin-left:36pt
    margin-left:-15px | clip:auto | clip-path:none | clip:rect(0,600px,200px,0) | line-height:0
    transform:translateX(-50%) | transform:scale(0.98) | mso-line-height-rule:exactly
    opacity:0;transition:opacity 1s | left:-9999px | background:#fff | height:0 | width:100%
"""


def listed(table: str) -> list[str]:
    return [style.strip() for line in table.strip().splitlines() for style in line.split("|")]


def letter(body: str) -> Document:
    written = f"From: a@example.org\nSubject: Ferries\nContent-Type: text/html\n\n{body}"
    return mail.read_body(Source("a.eml", "0" * 64, written.encode()))


def said(document: Document) -> list[str]:
    return [document.text[one.start : one.end] for one in document.blocks]


def hidden(document: Document) -> list[str]:
    dropped = (one for one in document.dropped if one.reason == HIDDEN)
    return [document.text[one.start : one.end] for one in dropped]


@pytest.mark.parametrize("style", listed(TRICKS))
@pytest.mark.parametrize("element", ["div", "span"])
def test_a_line_that_a_style_hides_is_dropped_and_listed(style: str, element: str) -> None:
    found = letter(f"<{element} style='{style}'>{SECRET}</{element}><p>{SEEN}</p>")
    assert (said(found), hidden(found)) == ([SEEN], [SECRET])


@pytest.mark.parametrize("style", listed(HARMLESS))
def test_a_line_that_is_only_set_oddly_is_read(style: str) -> None:
    found = letter(f"<p>{SEEN}</p><div style='{style}'>{SECRET}</div>")
    assert (said(found), hidden(found)) == ([SEEN, SECRET], [])


@pytest.mark.parametrize(
    "body",
    [
        "<p hidden>{0}</p><p>{1}</p>",
        "<p>{1}</p><p hidden='until-found'>{0}</p>",
        "<div style='display:none'><table><tr><td><b>{0}</b></td></tr></table></div><p>{1}</p>",
        "<p>{1}<span style='display:none'>{0}</span></p>",
        "<p><span class='sr-only'>{0}</span>{1}</p>",
        "<p>{1}</p><p class='a visually-hidden'>{0}</p>",
        "<p>{1}</p><span class='screen-reader-text'>{0}</span>",
        "<style>.pre{{display:none}}</style><div class='pre x'>{0}</div><p>{1}</p>",
        "<style>#top, .a{{font-size:0px !important}}</style><div id=top>{0}</div><p>{1}</p>",
        "<dialog>{0}</dialog><p>{1}</p>",
        "<div bgcolor='#223344'><font color='#223344'>{0}</font></div><p>{1}</p>",
        "<div style='background:#eee'><p style='color:#eeeeee'>{0}</p><p>{1}</p></div>",
        "<div style='font-size:0'>{0}<p style='font-size:14px'>{1}</p></div>",
        "<div style='font-size:0'><i style='font-size:2em'>{0}</i></div><p>{1}</p>",
    ],
)
def test_what_is_hidden_by_other_means_is_dropped_and_listed(body: str) -> None:
    found = letter(body.format(SECRET, SEEN))
    assert (said(found), hidden(found)) == ([SEEN], [SECRET])


@pytest.mark.parametrize("tag", ["noscript", "template", "script", "title", "textarea"])
def test_what_a_browser_never_shows_is_no_text(tag: str) -> None:
    found = letter(f"<{tag}>{SECRET}</{tag}><p>{SEEN}</p>")
    assert SECRET not in found.text


@pytest.mark.parametrize(
    "body",
    [
        "<table bgcolor='#003'><tr><td><font color='#fff'>{0}</font></td></tr></table>",
        "<table background='x.png'><tr><td style='color:#fff'>{0}</td></tr></table>",
        "<div style='font-size:0;line-height:0'><p style='font-size:14px'>{0}</p></div>",
        "<style>.dark{{background:#000}}</style><p class='dark' style='color:#fff'>{0}</p>",
        "<style>@media (max-width:600px){{.wide{{display:none}}}}</style><p class=wide>{0}</p>",
        "<style>.x .y{{display:none}}</style><p class=y>{0}</p>",
        "<p aria-hidden='true'>{0}</p>",
        "<p class='hidden-gems'>{0}</p>",
    ],
)
def test_what_only_looks_hidden_is_read(body: str) -> None:
    found = letter(body.format(SEEN))
    assert (said(found), hidden(found)) == ([SEEN], [])


def test_hidden_words_in_a_page_are_listed_and_not_read() -> None:
    body = f"<article><p>{SEEN} It was built in 1981.</p><div style='opacity:0'>{SECRET}</div>"
    data = f"<html><body>{body}<p>{SEEN} Nobody knows when it will be back.</p>".encode()
    found = html.read(Source("a.html", "0" * 64, data))
    assert (SECRET not in said(found), hidden(found)) == (True, [SECRET])


def test_characters_that_nobody_sees_part_no_word() -> None:
    found = letter("<p>The fer&shy;ry com&#8203;pany\ufeff of Aalborn \u200c\xa0\u200c waits.</p>")
    assert said(found)[0].split() == "The ferry company of Aalborn waits.".split()
