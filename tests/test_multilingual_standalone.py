"""Whether a sentence may stand alone, in languages other than English: a table for each.

A line is what is wrong with a sentence, or `stands`, and the sentence, as news writes it.
"""

from pathlib import Path

import pytest

from briefgen.pick.standalone import balanced, flawed, leans

TABLES = sorted((Path(__file__).parent / "languages" / "standing").glob("*.txt"))
CASES = [
    (table.stem, *line.split(" | ", maxsplit=1))
    for table in TABLES
    for line in table.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("tag", "expected", "text"), CASES)
def test_a_sentence_is_judged_by_its_own_language(tag: str, expected: str, text: str) -> None:
    found = flawed(text, tag) or leans(text, frozenset(), tag)
    assert (expected == "stands" and not found) or expected in found, found


@pytest.mark.parametrize(
    ("tag", "text", "whole"),
    [
        ("de", "„Der Hafen ist zu“, sagte er.", True),
        ("de", "»Der Hafen ist zu«, sagte er.", True),
        ("de", "„Der Hafen ist zu”, sagte er.", True),
        ("de", "Der Hafen ist zu“, sagte er.", False),
        ("de", "»Der Hafen ist zu, sagte er.", False),
        ("fr", "« Le port est fermé », dit-il.", True),
        ("fr", "« Le port est fermé, dit-il.", False),
        ("ru", "«Порт „Меридия“ закрыт», — сказал он.", True),
        ("es", "¿Qué hará el sindicato", False),
    ],
)
def test_quotation_marks_are_paired_as_the_language_pairs_them(
    tag: str, text: str, whole: bool
) -> None:
    assert balanced(text, tag) is whole


def test_rules_of_no_language_apply_to_one_without_tables() -> None:
    text = "Essa chiede anche la fine del turno di notte obbligatorio, we said."
    assert leans(text, frozenset(), "it") == flawed(text, "it") == ""
