"""Plain text: each block is found, of the right kind and exactly where it stands."""

import textwrap
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import ReadError
from briefgen.model import Document, Source
from briefgen.read.text import blocks, document, read

FIRST = (
    "The West African country of Mali stands on the brink of collapse, with the jihadists of JNIM"
    " choking off the fuel supplies of Bamako, which leaves the government in the capital"
    " vulnerable. The blockade has been going on for weeks, and residents stand in long lines."
)
SECOND = (
    "Mr. Schindler said he does not expect a rapid collapse of the government, but that a breakdown"
    " seems likely. The coastal states of the Gulf of Guinea are preparing for the worst."
)
MARKS = {"heading": "#", "paragraph": "P", "list item": "-", "quotation": ">"}


def wrapped(text: str, width: int = 72, first: str = "", others: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=others)


def shown(text: str) -> list[str]:
    """Return each block as its kind's mark and its words, flattened."""
    return [
        f"{MARKS[one.kind]} {' '.join(text[one.start : one.end].split())}" for one in blocks(text)
    ]


@pytest.mark.parametrize("inside", ["\t", "\x1c", "\x1d", "\x1e", "\x1f"])
def test_other_separators_end_no_line(inside: str) -> None:
    assert shown(f"{FIRST}{inside}{SECOND}") == [f"P {FIRST} {SECOND}"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\v"])
@pytest.mark.parametrize("gap", [1, 2, 3])
def test_a_paragraph_on_a_line_is_a_block_whatever_ends_the_line(end: str, gap: int) -> None:
    text = (end * gap).join(["Mali on the Brink", FIRST, SECOND]) + end
    assert shown(text) == ["# Mali on the Brink", f"P {FIRST}", f"P {SECOND}"]


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
@pytest.mark.parametrize(("first", "others"), [("", ""), ("    ", ""), ("  ", "  "), ("\t", "")])
def test_paragraphs_cut_to_a_width_are_put_together(width: int, first: str, others: str) -> None:
    text = "\n\n".join(wrapped(one, width, first, others) for one in (FIRST, SECOND, FIRST))
    assert shown(text) == [f"P {FIRST}", f"P {SECOND}", f"P {FIRST}"]


def test_cut_paragraphs_told_apart_by_their_indentation_alone_stay_apart() -> None:
    text = "\n".join(wrapped(one, 72, "    ") for one in (FIRST, SECOND, FIRST))
    assert shown(text) == [f"P {FIRST}", f"P {SECOND}", f"P {FIRST}"]


def test_a_heading_directly_above_a_cut_paragraph_stays_a_heading() -> None:
    text = f"Possible Scenarios\n{wrapped(FIRST)}\nWhat Comes Next\n{wrapped(SECOND)}\n"
    expected = ["# Possible Scenarios", f"P {FIRST}", "# What Comes Next", f"P {SECOND}"]
    assert shown(text) == expected


def test_a_cut_paragraph_whose_lines_all_begin_with_names_is_known_by_the_width_of_others() -> None:
    named = (
        "The alliance was formed by three neighbours, all of them ruled by the army,"
        " Burkina Faso, Niger and the largest of the three, which is the republic of"
        " Mali."
    )
    assert shown(f"{wrapped(FIRST, 76)}\n\n{wrapped(named, 76)}\n")[1:] == [f"P {named}"]


def test_list_items_cut_to_a_width_are_put_together_one_by_one() -> None:
    text = "\n".join(wrapped(one, 72, "- ", "  ") for one in (FIRST, SECOND))
    assert shown(text) == [f"- {FIRST}", f"- {SECOND}"]
    numbered = "\n".join(wrapped(one, 72, f"{n}. ") for n, one in enumerate((FIRST, SECOND), 1))
    assert shown(numbered) == [f"- {FIRST}", f"- {SECOND}"]


def test_a_dash_that_a_cut_puts_first_on_its_line_opens_no_list() -> None:
    text = wrapped(FIRST.replace("the fuel supplies", "supplies") + " " + SECOND)
    lines = text.splitlines()
    lines[1] = "– " + lines[1]
    assert lines[1][2].islower() and len(shown("\n".join(lines))) == 1


@pytest.mark.parametrize("width", range(50, 100))
def test_a_number_that_a_cut_puts_first_on_its_line_opens_no_list(width: int) -> None:
    text = f"{FIRST[:-1]} since March 10. {SECOND[:-1]} on June 9. {FIRST}"
    assert shown(wrapped(text, width)) == [f"P {text}"]


def test_a_numbered_list_below_a_line_that_fills_its_width_is_a_list() -> None:
    text = "\n".join(wrapped(one, 72, f"{n}. ", "   ") for n, one in enumerate((FIRST, SECOND), 1))
    assert shown(f"{wrapped(FIRST)}\n{text}") == [f"P {FIRST}", f"- {FIRST}", f"- {SECOND}"]


@pytest.mark.parametrize(
    "marker",
    [
        "- ", "* ", "• ", "•", "– ", "1. ", "2) ", "(3) ", "a) ", "◦", "➢ ", "\uf0b7\t",
        "o\t", "b. ", "iv) ", "(ii) ",
    ],
)  # fmt: skip
def test_a_marker_makes_a_list_item_and_is_no_part_of_it(marker: str) -> None:
    text = f"The bloc wants two things.\n{marker}Fuel for its trucks\n{marker}Peace.\nIt waits."
    assert shown(text) == [
        "P The bloc wants two things.",
        "- Fuel for its trucks",
        "- Peace.",
        "P It waits.",
    ]


@pytest.mark.parametrize(
    "line", ["2020 was worse.", "5.5 million fled.", "-5 degrees.", "12 fell."]
)
def test_a_line_that_begins_with_a_number_is_no_list_item(line: str) -> None:
    assert shown(f"The army left.\n{line}") == ["P The army left.", f"P {line}"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_marker_on_a_line_of_its_own_belongs_to_the_next_words(gap: str) -> None:
    text = f"He left.{gap}-{gap}One of these.{gap}-{gap}-{gap}Two.{gap}They fell.{gap}-"
    assert shown(text) == ["P He left.", "- One of these.", "- Two.", "P They fell."]


def test_quotations_of_mail_are_put_together_and_lose_their_marks() -> None:
    quoted = wrapped(FIRST, 72, "> ", "> ") + "\n>\n" + wrapped(SECOND, 72, "> > ", "> > ")
    found = document(Source("a.txt", "", b""), f"{wrapped(SECOND)}\n\n{quoted}\nWe agree.\n")
    words = [" ".join(found.text[one.start : one.end].split()) for one in found.blocks]
    kinds = [one.kind.value for one in found.blocks]
    assert words == [SECOND, FIRST, SECOND, "We agree."]
    assert kinds == ["paragraph", "quotation", "quotation", "paragraph"]
    assert len(found.text) == len(f"{wrapped(SECOND)}\n\n{quoted}\nWe agree.\n")


def test_a_paragraph_cut_in_two_by_a_stray_break_is_put_together() -> None:
    cut = FIRST.index(" Bamako")
    assert shown(f"{FIRST[:cut]}\n{FIRST[cut + 1 :]}\n{SECOND}") == [f"P {FIRST}", f"P {SECOND}"]
    assert shown("The army left and\nnobody knows why.") == [
        "P The army left and nobody knows why."
    ]


def test_cut_and_uncut_paragraphs_live_in_one_text() -> None:
    text = f"{FIRST}\n{SECOND}\n\n{wrapped(FIRST)}\n\nWhat Comes Next\n{SECOND}\n{FIRST}\n"
    expected = [f"P {FIRST}", f"P {SECOND}", f"P {FIRST}", "# What Comes Next"]
    assert shown(text) == [*expected, f"P {SECOND}", f"P {FIRST}"]


def test_titles_below_each_other_are_not_taken_for_a_cut_paragraph() -> None:
    titles = [
        "Al-Shabaab Nearing the End, Somali Army Defeats Terrorism",
        "Somalia: Fiery Messages From the Presidency About the War",
        "Political Divisions Cast a Shadow Over Counterterrorism",
    ]
    assert shown("\n".join(titles)) == [f"# {title}" for title in titles]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Historical Context: From Democracy to Chaos", "#"),
        ("The Tipping Point: What’s at Stake and What Comes Next", "#"),
        ("Mali: A Crucial Test", "#"),
        ("Who holds Bamako?", "P"),
        ("The army left.", "P"),
        ("“The army left.”", "P"),
        ("The army left.[12]", "P"),
        ("A tanker burns near Kati. (Photo: AFP)", "P"),
        ("The plan has three parts:", "P"),
        ("and then it fell", "P"),
        ("word " * 29, "P"),
        ("x" * 301, "P"),
        ("Policymakers fear the prospect of a Mali that falls under the", "P"),
        ("The War That France Is In", "#"),
    ],
)
def test_a_heading_is_a_short_line_that_no_stop_ends(line: str, kind: str) -> None:
    assert shown(f"{FIRST}\n\n{line}\n\n{SECOND}")[1] == f"{kind} {line.strip()}"


def test_front_matter_is_no_block_and_offsets_count_from_the_beginning_of_the_text() -> None:
    text = f"---\ntitle: A title\n---\n{FIRST}\n"
    found = document(Source("a.txt", "", b""), text)
    (block,) = found.blocks
    assert found.metadata.title == "A title"
    assert found.text == text
    assert text[block.start : block.end] == FIRST


def test_a_document_that_opens_with_a_heading_is_called_by_it() -> None:
    assert title(f"Subscribe\nMali on  the Brink\n{FIRST}") == "Mali on the Brink"
    assert title(f"{FIRST}\nMali on the Brink") is None
    assert title(f"---\ntitle: Said\n---\nMali on the Brink\n{FIRST}") == "Said"


def title(text: str) -> str | None:
    return document(Source("a.txt", "", b""), text).metadata.title


def read_bytes(data: bytes) -> Document:
    return read(Source("a.txt", "", data))


@pytest.mark.parametrize("data", [b"", b"\n\n", b" \t\r\n", b"\xef\xbb\xbf", b"-\n-\n", b">\n> \n"])
def test_a_text_without_words_has_no_blocks(data: bytes) -> None:
    assert read_bytes(data).blocks == ()


def test_the_encoding_is_kept_and_its_mark_is_no_part_of_the_text() -> None:
    found = read_bytes(b"\xff\xfe" + "The army left.".encode("utf-16-le"))
    assert (found.text, found.encoding, found.blocks[0].start) == ("The army left.", "utf-16", 0)
    with pytest.raises(ReadError):
        read_bytes(b"\0")


@given(
    st.lists(
        st.sampled_from(["-", "\n", " ", ">", "a", "B", ".", "1.", "•", "x" * 45]), max_size=80
    )
)
def test_blocks_begin_and_end_with_what_is_no_space_and_lose_no_word(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = blocks(text)
    for one in found:
        words = text[one.start : one.end]
        assert words == words.strip() != ""
    rest = "".join(
        text[one:two] for one, two in _gaps(text, [(one.start, one.end) for one in found])
    )
    assert not set(rest) & set("aBx")


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        ("The army left the town at dawn. " * 3 + "\n") * 20_000,
        "> a\n" * 50_000,
        "-\n" * 250_000,
        "\n" * 500_000,
        "Title of an article\n" * 30_000,
    ],
    ids=["line of 1 MB", "word of 1 MB", "paragraphs", "quoted", "markers", "blank", "titles"],
)
def test_a_huge_text_is_read_in_reasonable_time(text: str) -> None:
    began = perf_counter()
    document(Source("a.txt", "", b""), text)
    assert perf_counter() - began < 20


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (f"Mali on the Brink\n\n{FIRST}", "Mali on the Brink"),
        (f"The army left the town.\n\n{FIRST}", "The army left the town."),
        (f"The army left the town.\n\nMali on the Brink\n\n{FIRST}", "Mali on the Brink"),
        (f"{FIRST}\n\nPossible Scenarios\n\n{SECOND}", "Possible Scenarios"),
        (f"{FIRST}\n\nMali on the Brink", None),
        ("The army left the town.", "The army left the town."),
        (f"Published: 4 March 2026\n\nMali on the Brink\n\n{FIRST}", "Mali on the Brink"),
        (FIRST, None),
    ],
)
def test_a_text_is_named_by_its_first_line_or_the_next_heading(
    written: str, name: str | None
) -> None:
    assert title(written) == name
