"""What an issue must not quote: what stood in an earlier issue, and a later day told as past."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.model import Candidate, Sentence
from briefgen.withhold import Memory, Quotation, later_day_as_past, recall, withheld

DAY = date(2026, 8, 16)
EARLIER = date(2026, 8, 9)


def sentence(text: str, language: str = "en", published: date | None = EARLIER) -> Sentence:
    return Sentence(text, "a.txt", 0, 0, 0, len(text), language=language, published=published)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Forty-six victims were reported on 22 June 2027 in the province."),
        ("en", "The dam of Norvik burst on September 3, 2026, and flooded two villages."),
        ("fr", "Le barrage a cédé le 3 septembre 2026 et a inondé deux villages."),
        ("de", "Der Damm brach am 3. September 2026 und überflutete zwei Dörfer."),
        ("es", "La presa cedió el 3 de septiembre de 2026 e inundó dos pueblos."),
        ("pt", "A barragem rompeu em 3 de setembro de 2026 e inundou duas aldeias."),
        ("ru", "Плотину прорвало 3 сентября 2026 года, затоплены два села."),
    ],
)
def test_a_later_full_date_told_as_past_is_found(language: str, text: str) -> None:
    assert later_day_as_past(sentence(text, language), DAY)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The dam of Norvik burst on August 3, 2026, and flooded two villages."),
        ("en", "Agencies must patch the gateway by August 30, 2026."),
        ("en", "The agency ordered offices to patch the gateway by September 1, 2026."),
        ("en", "Talks are scheduled for 3 September 2026 in Norvik."),
        ("en", "The licence expires on 3 September 2026."),
        ("en", "Ships carry 2026 tonnes of grain in version 9.2.2027."),
        ("fr", "Les agences doivent corriger la faille d'ici le 30 août 2026."),
        ("de", "Die Behörden sollen die Lücke bis zum 30. August 2026 schließen."),
        ("es", "Las agencias deben corregir el fallo antes del 30 de agosto de 2026."),
        ("pt", "As agências devem corrigir a falha até 30 de agosto de 2026."),
        ("ru", "Ведомства должны закрыть уязвимость до 30 августа 2026 года."),
    ],
)
def test_a_past_day_a_plan_or_a_deadline_passes(language: str, text: str) -> None:
    assert later_day_as_past(sentence(text, language), DAY) is None


def candidate(text: str, before: Sentence | None = None, **known: object) -> Candidate:
    return Candidate(sentence(text, **known), "t", 1.0, {}, (), before)  # type: ignore[arg-type]


def memory(*texts: str) -> Memory:
    return Memory(tuple(Quotation(text, "2026-W32", EARLIER) for text in texts))


STOOD = "The harbour of Westmoor lost nine cranes to a summer storm, the port authority said."


@pytest.mark.parametrize(
    "text",
    [
        STOOD,
        f"{STOOD} ",
        "A summer storm lost the harbour of Westmoor nine cranes, the port authority said.",
        "The port authority said the harbour of Westmoor had lost nine cranes in summer storms.",
    ],
)
def test_what_was_quoted_is_not_quoted_again_nor_its_near_repeat(text: str) -> None:
    reasons = withheld([candidate(text)], memory(STOOD, "Something else."), DAY)
    assert list(reasons.values()) == ["quoted in 2026-W32"]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour of Westmoor lost 12 cranes to a summer storm, the port authority said.",
        "The harbour of Westmoor lost nine cranes to a summer storm, Port Minister Oduya said.",
        "Engineers reopened the harbour of Westmoor after replacing its cranes.",
        "Dockers in Eastmoor closed the harbour gates over unpaid wages.",
    ],
)
def test_what_says_something_more_may_be_quoted(text: str) -> None:
    assert withheld([candidate(text)], memory(STOOD), DAY) == {}


def test_of_a_later_text_one_word_in_ten_may_be_what_has_changed() -> None:
    stood = "Rebels closed the northern road to Tarmon and burned three fuel convoys overnight."
    later = "Rebels reopened the northern road to Tarmon and spared three fuel convoys overnight."
    old = [candidate(later, published=EARLIER)]
    new = [candidate(later, published=DAY)]
    assert len(withheld(old, memory(stood), DAY)) == 1
    assert withheld(new, memory(stood), DAY) == {}


def test_a_few_words_in_common_make_no_repetition() -> None:
    assert (
        withheld([candidate("The port was closed.")], memory("The port was closed again."), DAY)
        == {}
    )
    again = withheld([candidate("The port was closed.")], memory("The port was closed."), DAY)
    assert len(again) == 1


def test_a_sentence_before_is_withheld_too() -> None:
    first = sentence(STOOD)
    following = replace(candidate("It will take a year to replace them.", first))
    assert first in withheld([following], memory(STOOD), DAY)


# --- issues in a folder --------------------------------------------------------------------------

CONFIGURATION = """
title: A brief
tlp: TLP:CLEAR
formats: [md]
memory: 2
themes:
  - id: port
    title: Ports
    keywords: [harbour: 3, cranes]
"""
SENTENCES = [
    "The harbour of Westmoor lost nine cranes to a summer storm.",
    "Dockers in Eastmoor closed the harbour gates over unpaid wages.",
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "briefgen.yaml").write_text(CONFIGURATION, "utf-8")
    (tmp_path / "seeds").mkdir()
    for number, text in enumerate(SENTENCES):
        front = "---\npublished: 2026-08-03\n---\n"
        (tmp_path / "seeds" / f"{number}.txt").write_text(f"{front}{text}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(day: str) -> Result:
    return CliRunner().invoke(main, ["build", "--date", day])


def words(desk: Path, week: str) -> str:
    return (desk / "output" / week / "brief.md").read_text("utf-8")


def test_the_next_issue_says_nothing_again_and_its_ledger_names_the_issue(desk: Path) -> None:
    assert build("2026-08-09").exit_code == 0
    new = "A tanker ran aground outside the harbour of Northmoor at night."
    (desk / "seeds" / "new.txt").write_text(f"---\npublished: 2026-08-12\n---\n{new}\n", "utf-8")
    done = build("2026-08-16")
    assert done.exit_code == 0
    assert "2 sentences left out as quoted in an earlier issue" in done.stderr
    assert not any(text in words(desk, "2026-W33") for text in SENTENCES)
    assert new in words(desk, "2026-W33")
    ledger = json.loads((desk / "output" / "2026-W33" / "brief.json").read_bytes())
    assert [issue["name"] for issue in ledger["inputs"]["earlier_issues"]] == ["2026-W32"]
    reasons = {lost["reason"] for theme in ledger["considered"] for lost in theme["rejected"]}
    assert "quoted in 2026-W32" in reasons


def test_an_issue_built_again_quotes_what_it_quoted(desk: Path) -> None:
    build("2026-08-09")
    first = words(desk, "2026-W32")
    build("2026-08-09")
    assert words(desk, "2026-W32") == first


def test_memory_holds_so_many_issues_and_none_if_none_are_asked_for(desk: Path) -> None:
    build("2026-08-09")
    for day in ("2026-08-16", "2026-08-23"):  # nothing new is in them
        assert build(day).exit_code == 1
    assert build("2026-08-30").exit_code == 0, "two empty issues later the first is forgotten"
    config = desk / "briefgen.yaml"
    config.write_text(CONFIGURATION.replace("memory: 2", "memory: none"), "utf-8")
    assert build("2026-09-06").exit_code == 0


def test_a_ledger_that_cannot_be_read_is_told_and_the_others_count(desk: Path) -> None:
    build("2026-08-09")
    broken = desk / "output" / "2026-W33" / "brief.json"
    broken.parent.mkdir()
    broken.write_text("{", "utf-8")
    done = build("2026-08-23")
    assert "2026-W33/brief.json: cannot be read" in done.stderr
    assert "2 sentences left out as quoted in an earlier issue" in done.stderr


def test_what_is_remembered_depends_on_the_ledgers_alone(desk: Path) -> None:
    build("2026-08-09")
    remembered = recall(desk / "output", "2026-W33", 8)
    assert remembered.last_issue == date(2026, 8, 9)
    assert [quotation.text for quotation in remembered.quotations] != []
    assert recall(desk / "output", "2026-W32", 8).quotations == ()
    assert recall(desk / "output", "2026-W33", 0).quotations == ()
    assert recall(desk / "absent", "2026-W33", 8) == Memory()
