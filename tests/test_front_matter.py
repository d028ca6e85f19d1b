"""Front matter in every notation: what it says is known, none of it is text, no fault is silent."""

from collections.abc import Callable
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import DatedBy, Document, Metadata, Source
from briefgen.read.front_matter import NO_FRONT_MATTER, FrontMatter, front_matter
from briefgen.read.front_matter.notations import LARGEST
from briefgen.read.markdown import read as markdown
from briefgen.read.text import read as plain

DAY = date(2026, 8, 6)
BODY = "The port is shut."
WHOLE = Metadata(
    "A title: with a colon",
    "An outlet",
    "An author",
    date(2025, 11, 4),
    "https://a.example/b",
    "en",
)
AS_YAML = """\
title: "A title: with a colon"
publisher: An outlet
author: An author
published: 2025-11-04
address: https://a.example/b
language: en
"""


def said(lines: str) -> Metadata:
    return front_matter(f"---\n{lines}\n---\n{BODY}").metadata


# --- notations -------------------------------------------------------------------------------

BLOCKS = {
    "Jekyll": "---\nlayout: post\ntitle: A\ndate: 2026-08-06 23:30:00 -0500\ntags: [a]\n---\n",
    "Hugo, YAML": '---\ntitle: "A"\ndate: 2026-08-06T23:30:00+02:00\ndraft: false\n---\n',
    "Hugo, TOML": "+++\ntitle = 'A'\ndate = 2026-08-06T23:30:00-05:00\n[params]\nx = 1\n+++\n",
    "Hugo, JSON": '{\n  "title": "A",\n  "date": "2026-08-06T23:30:00Z"\n}\n',
    "Zola": '+++\n  title = "A"\n  date = "2026-08-06"\n\n  [extra]\n  x = { y = "z" }\n  +++\n',
    "Quarto": '---\ntitle: "A"\ndate: "August 6, 2026"\nformat:\n  html:\n    toc: true\n---\n',
    "Pelican": "Title: A\nDate: 2026-08-06 10:20\nCategory: Port\nTags: a, b\n\n",
    "Eleventy": '---json\n{"title": "A", "date": "2026-08-06"}\n---\n',
    "Astro": "---\ntitle: A\npubDate: 2026-08-06\n---\n",
    "Obsidian": '---\ntitle: A\ncreated: "[[2026-08-06]]"\ntags:\n  - port\n---\n',
    "Hexo": "title: A\ndate: 2026-08-06 09:00:00\n---\n",
    "Hexo, JSON": ';;;\n{"title": "A", "date": "2026-08-06"}\n;;;\n',
    "German lines": "Titel: A\nDatum: 6. August 2026\nAutor: A. Feder\n\n",
    "blank lines above": "\n\n---\ntitle: A\ndate: 2026-08-06\n---\n",
    "last change alone": "---\ntitle: A\nlastmod: 2026-08-06\n---\n",
    "a mapping within": "---\ntitle: A\nlast_update:\n  date: 2026-08-06\n---\n",
    "seconds since 1970": "---\ntitle: A\ndate: 1786010400\n---\n",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("reader", [markdown, plain])
@pytest.mark.parametrize("name", BLOCKS)
def test_every_notation_is_known_and_none_of_it_is_text(
    name: str, reader: Callable[[Source], Document], newline: str
) -> None:
    written = f"{BLOCKS[name]}{BODY}\n".replace("\n", newline)
    found = reader(Source("a", "", written.encode()))
    assert [found.text[one.start : one.end] for one in found.blocks] == [BODY]
    assert (found.metadata.title, found.metadata.published) == ("A", DAY)
    assert (found.dated_by, found.doubts) == (DatedBy.FRONT_MATTER, ())


@pytest.mark.parametrize("end", ["---", "...", "---  "])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_front_matter_is_known_and_the_body_begins_behind_it(end: str, newline: str) -> None:
    text = f"---\n{AS_YAML}{end}\nThe body.\n---\n".replace("\n", newline)
    found = front_matter(text)
    assert found.metadata == WHOLE
    assert text[found.end :] == "The body.\n---\n".replace("\n", newline)


def test_front_matter_may_be_all_there_is() -> None:
    text = "---\ntitle: A\n---"
    assert front_matter(text) == FrontMatter(Metadata(title="A"), len(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Just text.",
        "---",
        "---\n",
        "---\nA line above and below\n---\nMore",
        "---\n---\ntitle: A",
        "---\n- a\n- b\n---\n",
        "--- title: A\n---\n",
        "----\ntitle: A\n----\n",
        "---\nThe mayor said: no.\nThe council said: yes.\n---\nMore",
        "+++\nBreaking\n+++\nMore",
        "{sic} The mayor said so.\n",
        '{"title": "A", "text": "all there is, and no text behind it"}',
        '{"a": 1}\nA text about JSON.',
        "Update: the port is shut.\n\nMore",
        "Title: Port\nThe port is shut, the mayor said: for good.\n\nMore",
        "From: a@a.example\nDate: 6 August 2026\nSubject: Port\n\nMore",
        "Date: 6 August 2026\nTime: 10:00\nVenue: Town hall\n\nAll are welcome.",
    ],
)
def test_what_only_begins_like_front_matter_is_text(text: str) -> None:
    assert front_matter(text) == NO_FRONT_MATTER


# --- what its keys say -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("date: 2020-01-01\npublishDate: 2026-08-06", DAY),
        ("created: 2020-01-01\ndate: 2026-08-06", DAY),
        ("updated: 2026-08-09\ndate: 2026-08-06", DAY),
        ("lastmod: 2026-08-09\ncreated: 2026-08-06", DAY),
        ("published: true\ndate: 2026-08-06", DAY),
        ("published: false\nissued: 6 August 2026", DAY),
        ("date:\npubDate: 2026-08-06", DAY),
        ("publish_date: 6.8.2026\ndate: 2026-08-06", DAY),
        ("Date: 06-Aug-2026", DAY),
        ("dc.date: 2026-08-06", DAY),
        ("fecha: 6 de agosto de 2026", DAY),
        ("Дата: 6 августа 2026 г.", DAY),
        ("date: 20260806", DAY),
        ("date: 8/20/2026", date(2026, 8, 20)),
        ("date: 3/4/2026", None),
        ("date: today", None),
        ("date: last-modified", None),
        ("date: 2026", None),
        ("date: 2026-08", None),
        ("date: 2026-W32", None),
        ("date: [2026-08-06]", None),
        ("event_date: 2026-09-06", None),
        ("published:\nsource: https://a.example/b\ncreated: 2026-08-06", None),
    ],
)
def test_the_day_is_that_of_publication_by_the_keys_in_their_order(
    lines: str, day: date | None
) -> None:
    found = front_matter(f"---\ntitle: A\n{lines}\n---\n{BODY}")
    assert found.metadata.published == day
    assert bool(found.doubts) == (day is None)
    assert all(one.startswith("front matter, line ") for one in found.doubts)


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ("author: A. Feder", "A. Feder"),
        ("authors: [A. Feder, B. Kiel]", "A. Feder, B. Kiel"),
        (
            "authors:\n  - name: A. Feder\n    url: https://a.example\n  - B. Kiel",
            "A. Feder, B. Kiel",
        ),
        ("author:\n  name: {given: Anna, family: Feder}", "Anna Feder"),
        ('author: "[[Anna Feder]]"', "Anna Feder"),
        ("author: {name: Anna Feder, social: x}", "Anna Feder"),
        ("author: admin", None),
        ("author: []", None),
    ],
)
def test_authors_may_be_listed_or_described(lines: str, author: str | None) -> None:
    assert said(f"title: A\n{lines}").author == author


@pytest.mark.parametrize(
    ("lines", "address", "publisher"),
    [
        ("link: https://a.example/b", "https://a.example/b", None),
        ("canonical_url: https://a.example/b\npermalink: /b/", "https://a.example/b", None),
        ("permalink: /reports/b/", None, None),
        ("source: https://a.example/b", "https://a.example/b", None),
        ("source: The Gazette", None, "The Gazette"),
        ("url: /b\nsource: The Gazette", None, "The Gazette"),
    ],
)
def test_a_path_on_the_authors_site_is_no_address_and_an_address_is_no_outlet(
    lines: str, address: str | None, publisher: str | None
) -> None:
    found = said(f"title: A\n{lines}")
    assert (found.address, found.publisher) == (address, publisher)


def test_a_language_may_be_written_as_programs_do() -> None:
    assert said("lang: pt_BR").language == "pt-BR"


# --- what is wrong with it -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "known", "told"),
    [
        (
            "---\ntitle: Port: closes\ndate: 2026-08-06\n---\n",
            ("Port: closes", DAY),
            "front matter: line 2: expected one colon, got a second; put text with a colon in"
            " quotes (column 12)",
        ),
        (
            "---\ntitle: @port\ndate: 2026-08-06\n---\n",
            ("@port", DAY),
            "front matter: line 2: expected text, got a sign of YAML's own; put the text in quotes"
            " (column 8)",
        ),
        (
            '---\ntitle: "Port\ndate: 2026-08-06\n---\n',
            ("Port", DAY),
            "front matter: line 2: expected a closing quotation mark, got the end of the file"
            " (column 8)",
        ),
        (
            "---\ntitle: Port\ntags:\n\t- a\ndate: 2026-08-06\n---\n",
            ("Port", DAY),
            "front matter: line 4: expected spaces to indent with, got a tab (column 1)",
        ),
        (
            "---\ntitle: Port\ndate: 2026-08-06\n\n",
            ("Port", DAY),
            "front matter: line 1: expected a line --- below the last key, found none",
        ),
        (
            "+++\ntitle = Port\ndate = 2026-08-06\n+++\n",
            ("Port", DAY),
            "front matter: line 2: expected TOML, found Invalid value",
        ),
        (
            '+++\ntitle = "Port"\ndate = 2026-8-6\n+++\n',
            ("Port", DAY),
            "front matter: line 3: expected TOML, found Expected newline or end of document after"
            " a statement",
        ),
        (
            '{\n"title": "Port",\n"date": 2026-08-06\n}\n',
            ("Port", DAY),
            "front matter: line 3: expected JSON, found Expecting ',' delimiter",
        ),
        (
            "---\ntitle: Port\ntitle: Other\ndate: 2026-08-06\n---\n",
            ("Port", DAY),
            "front matter: line 3: title: expected this key once, got it again (first in line 2)",
        ),
        (
            "---\ntitle: [a]\ndate: 2026-08-06\n---\n",
            (None, DAY),
            "front matter: line 2: title: expected text, got a list",
        ),
        (
            "---\ntitle: Port\nlanguage: English\ndate: 2026-08-06\n---\n",
            ("Port", DAY),
            "front matter: line 3: language: expected a language tag such as en or pt-BR, got"
            " “English”",
        ),
        (
            "---\ntitle: Port\naddress: www.a.example\ndate: 2026-08-06\n---\n",
            ("Port", DAY),
            "front matter: line 3: address: expected an address that begins with http:// or"
            " https://, without a user name",
        ),
    ],
)
def test_what_cannot_be_read_of_a_block_is_told_with_its_line_and_the_rest_counts(
    block: str, known: tuple[str | None, date], told: str
) -> None:
    found = plain(Source("a.txt", "", f"{block}{BODY}".encode()))
    assert [found.text[one.start : one.end] for one in found.blocks] == [BODY]
    assert (found.metadata.title or None, found.metadata.published) == (known[0] or BODY, DAY)
    assert found.doubts == (told,)


def test_keys_of_other_programs_are_passed_over_whatever_is_in_them() -> None:
    found = front_matter("---\nlayout: post\ntags: [a, *b]\nlayout: x\nx: !!t 1\ntitle: A\n---\nB")
    assert (found.metadata, found.problems) == (Metadata(title="A"), ())


def test_a_block_that_is_not_closed_ends_where_its_keys_end() -> None:
    text = f"---\ntitle: A\ntags:\n  - a\n{BODY}\n\n---\n\nMore"
    found = front_matter(text)
    assert text[found.end :].startswith(BODY)
    assert found.metadata.title == "A"


def test_a_larger_block_is_read_line_by_line_and_told() -> None:
    found = front_matter(f"---\ntitle: A\nx: {'a' * LARGEST}\ndate: 2026-08-06\n---\n{BODY}")
    assert (found.metadata.title, found.metadata.published) == ("A", DAY)
    assert found.problems == (
        f"front matter: line 1: expected at most {LARGEST:,} characters, found more",
    )


@given(
    text=st.text()
    | st.lists(
        st.sampled_from(
            ["---", "...", "+++", ";;;", "title: A", "date = 1", "published: x", "- b", "*a"]
        )
        | st.sampled_from(["", "\0", "{", "}", '"title": "A",', "Text.", "\ttab"])
    ).map("\n".join)
)
def test_any_text_has_a_body_that_is_its_end(text: str) -> None:
    found = front_matter(text)
    assert 0 <= found.end <= len(text)
    assert found.end or found == NO_FRONT_MATTER


@pytest.mark.parametrize(
    "unit", ["---\n", "a: ", "a:\n", "{", '{"title": ', "\n", "[", "+++\na = 1\n", "- ", "a: |\n"]
)
@pytest.mark.parametrize("start", ["", "---\n", "+++\n", "---\ntitle: A\n", '{"title": "A",\n'])
def test_no_block_takes_unreasonable_time(start: str, unit: str) -> None:
    began = process_time()
    front_matter(start + unit * (100_000 // len(unit)))
    assert process_time() - began < 5
