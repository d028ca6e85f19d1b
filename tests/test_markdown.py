"""Markdown: the words a reader sees, in blocks of the right kind, without the marks."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import Document, Source
from briefgen.read.markdown import read

MARKS = {"heading": "#", "paragraph": "P", "list item": "-", "quotation": ">"}


def read_text(text: str) -> Document:
    return read(Source("a.md", "", text.encode()))


def shown(text: str) -> list[str]:
    found = read_text(text)
    return [f"{MARKS[one.kind]} {found.text[one.start : one.end]}" for one in found.blocks]


def dropped(text: str) -> list[tuple[str, str]]:
    found = read_text(text)
    return [(one.reason, found.text[one.start : one.end]) for one in found.dropped]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("# Mali on the Brink", ["# Mali on the Brink"]),
        ("Mali on the Brink\n=================", ["# Mali on the Brink"]),
        ("The army\nleft the town.", ["P The army\nleft the town."]),
        ("The *army* **left** the `town`.", ["P The army left the town."]),
        ("The [army](https://example.org/a) left.", ["P The army left."]),
        ("The [army][1] left.\n\n[1]: https://example.org", ["P The army left."]),
        ("The army ![a tank](tank.png) left.", ["P The army  left."]),
        ("The army<br>left &amp; fled \\*at once\\*.", ["P The army\nleft & fled *at once*."]),
        ("8 km<sup>2</sup> burned.<sup>12</sup> It fell 9.", ["P 8 km² burned.¹² It fell 9."]),
        ("It is at <https://example.org/a>.", ["P It is at https://example.org/a."]),
        ("- One fell.\n- Two rose.", ["- One fell.", "- Two rose."]),
        ("1. One fell.\n2. Two rose.", ["- One fell.", "- Two rose."]),
        ("- One fell.\n  - Two rose.\n    1. Three.", ["- One fell.", "- Two rose.", "- Three."]),
        ("- One fell.\n\n  It rose.\n\nThe end.", ["- One fell.", "- It rose.", "P The end."]),
        (
            "> The army left.\n> It fled.\n\nSo it did.",
            ["> The army left.\nIt fled.", "P So it did."],
        ),
        ("> > Deep words.\n\n> - An item.", ["> Deep words.", "- An item."]),
        ("The army left.[^1] It fled.[^note]", ["P The army left. It fled."]),
        ("One.\n\n---\n\nTwo.", ["P One.", "P Two."]),
        ("<div>\n\nThe army left.\n\n</div>", ["P The army left."]),
        ("The army left.\r\n\r\nIt fled.\r\n", ["P The army left.", "P It fled."]),
    ],
)
def test_blocks_are_of_the_right_kind_and_say_what_is_seen(
    written: str, expected: list[str]
) -> None:
    assert shown(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("```\nx = 1\n```", [("code", "x = 1")]),
        ("    x = 1", [("code", "x = 1")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", [("table", one) for one in "ab12"]),
        ("[^1]: See the report.", [("footnote", "[^1]: See the report.")]),
        (
            "- [Niger expels envoy](https://x.org)",
            [("link to another article", "Niger expels envoy")],
        ),
        ("[**Niger** expels](https://x.org)", [("link to another article", "Niger expels")]),
        ("**Subscribe** to [our list](x)", [("subscription line", "Subscribe to our list")]),
    ],
)
def test_what_a_brief_cannot_quote_is_dropped_with_the_reason(
    written: str, expected: list[tuple[str, str]]
) -> None:
    assert dropped(f"The army left.\n\n{written}\n\nIt fled.") == expected
    assert shown(f"The army left.\n\n{written}\n\nIt fled.") == ["P The army left.", "P It fled."]


@pytest.mark.parametrize(
    "kept",
    ["# [Mali on the Brink](x)", "- [JNIM](x) burned [12 tankers](y)", "See [the report](x)."],
)
def test_a_link_among_words_or_in_a_heading_is_no_link_list(kept: str) -> None:
    assert dropped(kept) == []


def test_front_matter_says_what_is_known_and_is_no_text() -> None:
    found = read_text(
        "---\ntitle: A title\npublished: 2025-11-04\nlayout: post\n---\n# Other\n\nIt fell."
    )
    assert found.metadata.title == "A title"
    assert str(found.metadata.published) == "2025-11-04"
    assert found.text == "Other\n\nIt fell."


def test_the_first_heading_is_the_title_if_nothing_else_says_it() -> None:
    assert read_text("# Mali *on* the\n\nIt fell.").metadata.title == "Mali on the"
    assert read_text("Kicker\n\n# Mali\n\nIt fell.").metadata.title == "Mali"
    assert read_text("It fell.\n\n# Mali").metadata.title == "It fell."


@given(
    st.lists(
        st.sampled_from(
            ["a", "B. ", "\n", "\n\n", "# ", "- ", "> ", "1. ", "*", "_", "`", "[", "]", "(x)"]
        )
        | st.sampled_from(
            ["```\n", "<b>", "|", "---\n", "\\", "&amp;", "[^1]", "    ", "\ufeff", "!"]
        ),
        max_size=50,
    )
)
def test_blocks_of_any_markdown_lie_in_order_inside_the_text(pieces: list[str]) -> None:
    found = read_text("".join(pieces))
    blocks = [(one.start, one.end) for one in found.blocks]
    spans = sorted(blocks + [(one.start, one.end) for one in found.dropped])
    edges = [0, *(edge for span in spans for edge in span), len(found.text)]
    assert edges == sorted(edges)
    assert all(found.text[start:end].strip() for start, end in spans)


@pytest.mark.parametrize(
    "unit",
    [
        "*a ",
        "[",
        "![",
        "`",
        "<",
        "> ",
        "- ",
        "[a](",
        "**a",
        "_a_",
        "|a",
        "&",
        "\\",
        "a\n",
        "(",
        "~~",
    ],
)
def test_no_markdown_takes_unreasonable_time(unit: str) -> None:
    began = perf_counter()
    read_text(unit * (50_000 // len(unit)))
    assert perf_counter() - began < 10


# --- HTML inside Markdown --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<p>The army left.</p>", ["P The army left."]),
        (
            "<html><head><title>T</title></head><body><h2>Summary</h2><p>The army left.</p></body>",
            ["# Summary", "P The army left."],
        ),
        ("<p>The army\n left <b>at\n once</b>.</p>", ["P The army left at once."]),
        ("<div>The army left.<br>It fled.</div>", ["P The army left.\nIt fled."]),
        ("<ul>\n<li>One fell.\n<li>Two rose.</ul>", ["- One fell.", "- Two rose."]),
        ("<blockquote><p>We left.</p></blockquote>", ["> We left."]),
        ("<p>8 km<sup>2</sup> &amp; more</p>", ["P 8 km² & more"]),
        ("<p>The army\n\nleft *at once*.\n\n</p>", ["P The army", "P left at once."]),
        ('<a name="top">\n\nThe army left.', ["P The army left."]),
        ("<p>The <a href='x'>army</a> left.</p>", ["P The army left."]),
        ("<script>\nvar a = 1;\n\nvar b;\n</script>\n\nThe army left.", ["P The army left."]),
        ("<!-- hidden\n\nstill -->\n\nThe army left.", ["P The army left."]),
        ("<style>p {}</style>\n<p>The army left.</p>", ["P The army left."]),
        (
            '<div style="display:none">\n\nPreheader.\n\n</div>\n\nThe army left.',
            ["P The army left."],
        ),
        ("<div hidden><p>Not shown.</p></div>\n\nThe army left.", ["P The army left."]),
        ("<details><summary>Why</summary><p>It fled.</p></details>", ["P Why", "P It fled."]),
        ("<p>a < b and b > c</p>", ["P a < b and b > c"]),
        ("<p>unclosed\n\nThe army left.", ["P unclosed", "P The army left."]),
    ],
)
def test_html_is_read_as_what_it_shows(written: str, expected: list[str]) -> None:
    assert shown(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "<li><a href='x'>Niger expels envoy</a></li>",
            [("link to another article", "Niger expels envoy")],
        ),
        ("<table><tr><th>a</th></tr><tr><td>1</td></tr></table>", [("table", "a"), ("table", "1")]),
        ("<figure><figcaption>A tank.</figcaption></figure>", [("caption", "A tank.")]),
        ('<div style="display: none">\n\nPreheader.\n\n</div>', [("hidden", "Preheader.")]),
    ],
)
def test_what_is_no_prose_in_html_is_dropped_with_the_reason(
    written: str, expected: list[tuple[str, str]]
) -> None:
    assert dropped(f"{written}\n\nThe army left.") == expected


@pytest.mark.parametrize(
    "unit", ["<p>", "<p", "<!--", "<!", "<div><p>", "</p>", "&", "<a href='", "<li>"]
)
def test_no_html_takes_unreasonable_time(unit: str) -> None:
    began = perf_counter()
    read_text(f"<div>{unit * (100_000 // len(unit))}")
    assert perf_counter() - began < 10


def test_a_date_is_no_item_of_a_list() -> None:
    assert dropped("4. März 2024") == [("date line", "4. März 2024")]
    assert shown("1. Mars\n2. Venus") == ["- Mars", "- Venus"]
