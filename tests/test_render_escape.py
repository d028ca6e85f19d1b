"""Strangers' text stays text: in every context brief.md.j2 has, and whatever the text."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefgen.render.escape import markdown, plain

# What the template puts around a value, and what the page must then hold and nothing else.
CONTEXTS = {
    "{}": ["paragraph"],
    "{} [1]\n{} [1]\n\n[1]: #source-1": ["paragraph", "link", "softbreak", "link"],
    "- **Label.** {} [1]\n\n[1]: #source-1": [
        "bullet_list",
        "list_item",
        "paragraph",
        "strong",
        "link",
    ],
    "- **{}.** said": ["bullet_list", "list_item", "paragraph", "strong"],
    "1. {}, “[{}](https://example.org/)” ({}), {}.": [
        "ordered_list",
        "list_item",
        "paragraph",
        "link",
    ],
    "## {}": ["heading"],
    "# {}\n\n{} · {}": ["heading", "paragraph"],
}

MARKUP = st.text("`*_[]<>&~|#+-=.:!()\\\"'{}%$^/@ \t\n10ab;é“\u00a0\u200b\u202e", min_size=1)


def _shape(tokens: list[Token]) -> list[str]:
    """Every element that opens and every break, in order."""
    flat = [each for token in tokens for each in (token, *(token.children or []))]
    kept = [
        token.type for token in flat if token.type not in ("text", "inline") and token.nesting >= 0
    ]
    return [kind.removesuffix("_open") for kind in kept]


def _text(tokens: list[Token]) -> str:
    flat = [each for token in tokens for each in (token.children or [])]
    return "".join("\n" if each.type == "softbreak" else each.content for each in flat)


def _expected(context: str, text: str) -> str:
    """The words of `context` said with `text`, without the marks that made its structure."""
    body = context.partition("\n\n[1]:")[0].replace("\n\n", "")
    body = re.sub(r"^(- |1\. |#+ )|\*\*|\[(?=[{1])|(?<=[}1])\](\(https[^)]*\))?", "", body)
    return body.replace("{}", text)


@pytest.mark.parametrize("preset", ["js-default", "gfm-like", "commonmark"])
@pytest.mark.parametrize("context", CONTEXTS)
@given(text=MARKUP | st.text(min_size=1))
@example("1. one").via("a list")
@example("2020) two").via("a list")
@example("---").via("a rule or an underlined heading")
@example("===").via("an underlined heading")
@example("[1]: javascript:alert(1)").via("a reference")
@example("__a__ _b_ snake_case_name a__b").via("emphasis")
@example("x\\").via("an escape of what follows")
@example("&lt;b&gt; &copy; &#35;").via("entities")
@example("a | b\n--|--\nc | d").via("a table")
@example("![a](https://example.org/a.png) <https://example.org> https://example.org").via("links")
def test_markdown_shows_any_text_as_itself_and_gains_no_structure(
    preset: str, context: str, text: str
) -> None:
    shown = plain(text)
    if not shown:
        return  # the view says "untitled" or leaves the phrase out
    parser = MarkdownIt(preset, {"linkify": False})
    tokens = parser.parse(context.replace("{}", markdown(text)))
    assert _shape(tokens) == CONTEXTS[context]
    assert _text(tokens) == _expected(context, shown)


@given(st.text())
def test_plain_text_is_one_line_without_anything_invisible(text: str) -> None:
    shown = plain(text)
    assert shown == shown.strip() and "  " not in shown
    kinds = {unicodedata.category(character) for character in shown.replace(" ", "")}
    assert not kinds & {"Cc", "Cs", "Zs", "Zl", "Zp"}
    assert plain(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pay\u202etfarc\u202c now", "paytfarc now"),
        ("Ba\u200bma\u00adko\u2060", "Bamako"),
        ("a\x00b\ud800c", "abc"),
        ("one\r\n  two\tthree\u2028four\u00a0five", "one two three four five"),
        ("pass\u200cword", "password"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("H\U000e0041i\ufe0f", "Hi"),
        ("Z" + "\u0301" * 500, "Z" + "\u0301" * 8),
        ("Goïta, coup d’état — Jama’at", "Goïta, coup d’état — Jama’at"),
    ],
)
def test_invisible_characters_go_and_real_writing_stays(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize("name", ["seeds/000_5f051f.txt", "29.txt", "-5.md", "2025.md"])
def test_a_file_name_reads_as_itself_even_in_raw_markdown(name: str) -> None:
    assert markdown(name) == name
