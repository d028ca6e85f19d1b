"""Where sentences begin and end in languages other than English: a table of disputes for each."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.split import boundaries

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
def test_sentences_stand_in_order_and_leave_nothing_out_but_space(tag: str, text: str) -> None:
    found = boundaries(text, tag)
    bounds = [0, *(offset for span in found for offset in span), len(text)]
    assert bounds == sorted(bounds)
    between = zip(bounds[::2], bounds[1::2], strict=True)
    assert not any(text[start:end].strip() for start, end in between)
