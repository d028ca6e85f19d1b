"""Where sentences begin and end in languages other than English: a table of disputes for each."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.split import boundaries
from briefgen.split.notes import marks, unmarked

TABLES = sorted((Path(__file__).parent / "languages" / "boundaries").glob("*.txt"))
CASES = [(table.stem, line) for table in TABLES for line in table.read_text("utf-8").splitlines()]
LETTERS = "aàбçدم AÀБÇ.!?؟…«»„“”\"'()-–— \u00a0\u202f\n1٣🙂e\u0301\ud800"


@pytest.mark.parametrize(("tag", "case"), CASES)
def test_a_text_falls_into_its_sentences(tag: str, case: str) -> None:
    expected = case.split(" | ")
    text = " ".join(expected)
    assert [text[start:end] for start, end in boundaries(text, tag)] == expected


@pytest.mark.parametrize("tag", ["ar", "de", "es", "fr", "pt", "ru", "it", "und"])
@given(text=st.text() | st.text(LETTERS))
@example(text="A\u202f. Plan B\u00a0.")
def test_sentences_stand_in_order_and_leave_out_but_space_and_notes(tag: str, text: str) -> None:
    found = boundaries(text, tag)
    plain = re.sub("[*_]", " ", unmarked(text, marks(text)))
    bounds = [0, *(offset for span in found for offset in span), len(text)]
    assert bounds == sorted(bounds)
    between = zip(bounds[::2], bounds[1::2], strict=True)
    assert not any(plain[start:end].strip() for start, end in between)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("fr", "Il part.[1] « Fini. »[2] Elle reste. [3, 4]", "Il part. | « Fini. » | Elle reste."),
        ("de", "Er ging am 3. Mai.[1] Sie blieb. [2–4]", "Er ging am 3. Mai. | Sie blieb."),
        ("ru", "Он уехал.[1] Она осталась. [2] Всё.[3]", "Он уехал. | Она осталась. | Всё."),
        ("ar", "ذهب الرئيس إلى باماكو.[1] ثم عاد. [2]", "ذهب الرئيس إلى باماكو. | ثم عاد."),
    ],
)
def test_the_marks_of_notes_are_no_part_of_a_sentence(tag: str, text: str, expected: str) -> None:
    assert " | ".join(text[start:end] for start, end in boundaries(text, tag)) == expected
