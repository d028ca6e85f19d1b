"""What is known of a source: listed beside it, said by itself, or not known at all."""

import re
from collections.abc import Mapping
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import bundled
from briefgen.errors import ConfigError
from briefgen.model import Metadata
from briefgen.read.metadata import merge
from briefgen.read.sources_yaml import Listed, listing

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


def listed(folder: Path) -> Mapping[str, Listed]:
    return listing(folder).files


def corpus(folder: Path, listing: str, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Some text.")
    (folder / "sources.yaml").write_text(listing, "utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        listed(folder)
    return list(caught.value.problems)


def indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


# --- sources.yaml ----------------------------------------------------------------------------


def test_without_a_listing_nothing_is_known(tmp_path: Path) -> None:
    assert listed(tmp_path) == {}


@pytest.mark.parametrize("listing", ["", "# later\n", "~\n", "{}\n"])
def test_an_empty_listing_declares_nothing(tmp_path: Path, listing: str) -> None:
    assert listed(corpus(tmp_path, listing)) == {}


def test_a_listing_declares_by_path_and_leaves_out_what_it_does_not_say(tmp_path: Path) -> None:
    listing = f"b.txt:\n{indented(AS_YAML)}sub/a.md:\n  title: 1984\n  author:\n"
    assert listed(corpus(tmp_path, listing, "b.txt", "sub/a.md")) == {
        "b.txt": Listed(WHOLE),
        "sub/a.md": Listed(Metadata(title="1984")),
    }


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("titel: A", 'titel: unknown key; did you mean "title"?'),
        ("title: [A]", "title: expected text, got a list"),
        ("title: ''", 'title: expected text, got ""'),
        ("published: 4 November 2025", 'published: expected DATE, got "4 November 2025"'),
        ("published: 20251104", "published: expected DATE, got 20251104"),
        ("published: 2025-W45-2", 'published: expected DATE, got "2025-W45-2"'),
        ("published: 2025-02-30", 'published: expected DATE, got "2025-02-30"'),
        ("published: [2025]", "published: expected DATE, got a list"),
        ("address: www.a.example", 'address: expected ADDRESS, got "www.a.example"'),
        ("address: javascript:alert(1)", 'address: expected ADDRESS, got "javascript:alert(1)"'),
        ("address: file:///etc/passwd", 'address: expected ADDRESS, got "file:///etc/passwd"'),
        ("address: https://", 'address: expected ADDRESS, got "https://"'),
        ("address: https://a@b.example/", 'address: expected ADDRESS, got "https://a@b.example/"'),
        ("address: https://[", 'address: expected ADDRESS, got "https://["'),
        ("address: https://a.example/ b", 'address: expected ADDRESS, got "https://a.example/ b"'),
        ("language: English", 'language: expected TAG, got "English"'),
        ("language: e", 'language: expected TAG, got "e"'),
    ],
)
def test_a_wrong_entry_is_told_with_line_path_expected_and_found(
    tmp_path: Path, line: str, problem: str
) -> None:
    words = {
        "DATE": "a date as YYYY-MM-DD",
        "ADDRESS": "an address that begins with http:// or https://, without a user name",
        "TAG": "a language tag such as en or pt-BR",
    }
    expected = re.sub("DATE|ADDRESS|TAG", lambda found: words[found[0]], problem)
    found = problems(corpus(tmp_path, f"a.txt:\n  {line}\n", "a.txt"))
    assert found == [f'line 2: ["a.txt"].{expected}']


@pytest.mark.parametrize("tag", ["en", "EN", "pt-BR", "zh-Hant-TW", "es-419", "sl-rozaj-1994"])
def test_a_well_formed_language_tag_is_accepted(tmp_path: Path, tag: str) -> None:
    listing = f"a.txt: {{language: {tag}}}"
    assert listed(corpus(tmp_path, listing, "a.txt"))["a.txt"].metadata.language == tag


def test_all_mistakes_of_a_listing_are_told_at_once(tmp_path: Path) -> None:
    listing = "/b.txt:\n  title: B\na.text:\n  titel: A\na.txt: A\na.txt:\n  published: x\n"
    assert problems(corpus(tmp_path, listing, "a.txt", "c.txt")) == [
        'line 1: ["/b.txt"]: unknown file; did you mean "c.txt"?',
        'line 4: ["a.text"].titel: unknown key; did you mean "title"?',
        'line 5: ["a.txt"]: expected keys and values, got "A"',
        'line 6: ["a.txt"]: expected this key once, got it again (first in line 5)',
    ]


@pytest.mark.parametrize(
    "name", ["../a.txt", "./a.txt", "/a.txt", "sub//b.txt", ".hidden", "sources.yaml", "feeds.yaml",
             "/sub/**", "./*.txt", "sub/.*"]
)  # fmt: skip
def test_a_path_that_no_file_of_the_corpus_can_have_is_a_mistake(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("outside")
    inside = tmp_path / "seeds"
    inside.mkdir()
    [problem] = problems(corpus(inside, f'"{name}": {{}}', "a.txt", ".hidden", "sub/b.txt"))
    assert problem.startswith(f'line 1: ["{name}"]: unknown file; ')


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("sub", 'expected a file or a pattern, got a folder; "sub/**" is all that is in it'),
        ("sub/", 'expected a file or a pattern, got a folder; "sub/**" is all that is in it'),
        ("a.csv#4f1c09ab2e77", 'expected a whole file, got what is inside "a.csv"'),
        ("a.csv/inner.txt", 'expected a whole file, got what is inside "a.csv"'),
    ],
)
def test_a_folder_or_a_part_of_a_file_is_a_mistake(tmp_path: Path, name: str, problem: str) -> None:
    found = problems(corpus(tmp_path, f'"{name}": {{}}', "a.csv", "sub/b.txt"))
    shown = name if name == "sub" else f'["{name}"]'
    assert found == [f"line 1: {shown}: {problem}"]


def test_a_listing_that_is_a_list_is_told(tmp_path: Path) -> None:
    assert problems(corpus(tmp_path, "- a.txt\n")) == [
        "line 1: expected keys and values, got a list"
    ]


# --- both ------------------------------------------------------------------------------------

ANY = st.builds(
    Metadata,
    *[st.none() | st.text(max_size=3)] * 3,
    st.none() | st.dates(),
    *[st.none() | st.text(max_size=3)] * 2,
)


@given(front=ANY, listed=ANY)
def test_what_the_file_says_itself_goes_before_the_listing_field_by_field(
    front: Metadata, listed: Metadata
) -> None:
    merged = merge(front, listed)
    for field in fields(Metadata):
        own, other = getattr(front, field.name), getattr(listed, field.name)
        assert getattr(merged, field.name) == (other if own is None else own)


# --- the sample ------------------------------------------------------------------------------

SEEDS = bundled.sample_configuration().parent / "seeds"
SAID = listed(SEEDS)


def test_the_sample_says_something_of_every_text_but_the_one_that_says_nothing() -> None:
    silent = {path.name for path in SEEDS.glob("*.txt")} - SAID.keys()
    assert silent == {"003_bb729202fc32fdfa.txt"}


@pytest.mark.parametrize("name", SAID)
def test_what_the_sample_says_of_a_text_stands_in_that_text(name: str) -> None:
    text = (SEEDS / name).read_text("utf-8")
    said = [value for value in astuple(SAID[name].metadata) if value is not None]
    assert said
    for value in said:
        assert (f"{value:%d %B %Y}" if isinstance(value, date) else value) in text


@pytest.mark.parametrize("name", SAID)
def test_the_words_that_the_sample_rests_on_stand_in_that_text(name: str) -> None:
    listing = (SEEDS / "sources.yaml").read_text("utf-8")
    entry = listing.partition(f"{name}:\n")[2].partition("\n\n")[0]
    comments = " ".join(re.findall(r"^ *# (.*)", entry, re.MULTILINE))
    text = (SEEDS / name).read_text("utf-8")
    assert comments
    for words in re.findall(r'"([^"]+)"', comments):
        assert words in text
