"""Learning: what people chose to quote is found again, and the figures say how well."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from conftest import CHECKOUT, Command

from briefgen import pipeline
from briefgen.errors import ConfigError, UsageError
from briefgen.evaluation import rouge
from briefgen.read.jsonlines import Request, requests
from briefgen.salience import weights
from briefgen.salience.features import GENERAL
from briefgen.salience.learning import recall
from briefgen.salience.weights import (
    BY_HAND,
    CONTEXTS,
    FEATURES,
    LEARNT,
    Weights,
    known,
    trained_on,
)
from briefgen.training import lessons_in, train

PLACES = "Kayes Kati Segou Sikasso Mopti Gao".split()


def reports(chosen: int) -> list[Request]:
    """Return requests whose references are always the sentence at one place of a paragraph."""
    lines = []
    for number, place in enumerate(PLACES * 2):
        told = [
            f"Soldiers left the town of {place} on day {number} of the march.",
            f"Convoys with fuel for {place} turned back at the river {number} times.",
            f"Markets near {place} stayed closed for a week of {number} storms.",
            f"Teachers from {place} wrote to the ministry about {number} schools.",
        ]
        document = {"text": f"{' '.join(told)}\n{' '.join(reversed(told))}"}
        line = {"id": number, "documents": [document], "references": [told[chosen]]}
        lines.append(json.dumps(line).encode())
    return list(requests(lines, "reports"))


def test_what_is_learnt_is_a_readable_table_with_its_origin_and_figures() -> None:
    learnt = json.loads(train({"reports": (reports(0), 20)}, date(2026, 11, 21)))
    assert learnt["trained_on"] == ["reports"]
    assert learnt["date"] == "2026-11-21"
    assert learnt["recall"]["reports"]["words"] == 20
    assert 0 < learnt["recall"]["reports"]["R-2"] <= learnt["recall"]["reports"]["R-1"] <= 100
    assert list(learnt["weights"]) == list(CONTEXTS)
    assert all(list(row) == list(FEATURES) for row in learnt["weights"].values())


def test_there_is_nothing_to_learn_from_a_text_without_content_words() -> None:
    line = {"id": 1, "documents": [{"text": "It was what it was."}], "references": ["It was."]}
    (empty,) = requests([json.dumps(line).encode()], "empty")
    found = train({"reports": ([empty, *reports(0)], 20)}, date(2026, 1, 1))
    assert found == train({"reports": (reports(0), 20)}, date(2026, 1, 1))


def test_the_same_data_give_the_same_weights() -> None:
    sets = {"reports": (reports(1), 20)}
    assert train(sets, date(2026, 1, 1)) == train(sets, date(2026, 1, 1))


def test_openings_are_worth_more_to_those_who_always_quote_them() -> None:
    first, last = (
        json.loads(train({"reports": (reports(place), 20)}, date(2026, 1, 1)))["weights"]
        for place in (0, 2)
    )
    beginnings = ("opens", "leads")  # to begin a paragraph, and to be like what does
    worth = [
        sum(row[name] for row in each.values() for name in beginnings) for each in (first, last)
    ]
    assert worth[0] > worth[1]


def test_too_little_to_learn_from_is_refused_with_both_numbers() -> None:
    with pytest.raises(
        UsageError, match="few: expected at least 5 summaries to learn from, found 2"
    ):
        train({"few": (reports(0)[:2], 20)}, date(2026, 1, 1))


def test_the_weights_that_come_with_briefgen_know_every_feature_and_name_their_origin() -> None:
    shipped = json.loads(LEARNT.read_text("utf-8"))
    assert shipped["trained_on"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", shipped["date"])
    assert all(list(row) == list(FEATURES) for row in shipped["weights"].values())
    assert known() == Weights(shipped["weights"])


def test_without_the_file_the_weights_set_by_hand_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "LEARNT", LEARNT.with_name("nowhere.json"))
    assert known() is BY_HAND
    assert trained_on() == frozenset()
    assert set(BY_HAND.table["always"]) <= set(FEATURES)
    assert {"centroid", "leads"} <= set(GENERAL) & set(BY_HAND.table["always"])


def test_a_weight_is_the_sum_over_the_contexts_that_hold() -> None:
    table = Weights({"always": {"depth": 1.0}, "one article": {"depth": 0.5, "length": 2.0}})
    shares = np.array([1.0, 0.5, *np.zeros(len(CONTEXTS) - 2)])
    assert table.coefficients(["depth", "length", "digits"], shares).tolist() == [1.25, 1.0, 0.0]


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [("a b c", 1, 0.75), ("a b c", 2, 2 / 3), ("", 1, 0.0), ("A, b! c d", 2, 1.0)],
)
def test_recall_is_the_share_of_the_references_grams(
    text: str, order: int, expected: float
) -> None:
    assert recall(text, ["a b c d"], order, rouge.read) == pytest.approx(expected)
    assert recall(text, ["a b c d", "x y"], order, rouge.read) == pytest.approx(expected / 2)


def test_texts_in_other_alphabets_are_compared_word_for_word() -> None:
    assert recall("Танкеры горят", ["танкеры горят у Каеса"], 1, rouge.read) == 0.5
    assert rouge.read("The tankers burned") == rouge.read("the tanker burns")


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("{", "no JSON"),
        ("[]", "found none"),
        ('{"weights": 3}', "weights: expected an object, found 3"),
        ('{"weights": {"sometimes": {}}}', "expected some of always, one article, long blocks"),
        ('{"weights": {"always": {"depht": 1}}}', 'found "depht"'),
        ('{"weights": {"always": {"depth": "much"}}}', 'depth: expected a number, found "much"'),
        ('{"weights": {"always": {"depth": NaN}}}', "depth: expected a number, found NaN"),
        ('{"weights": {"always": {"depth": true}}}', "depth: expected a number, found true"),
    ],
)
def test_a_file_that_holds_no_weights_is_told_what_is_wrong(
    written: str, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.json"
    path.write_text(written, "utf-8")
    with pytest.raises(ConfigError) as caught:
        known(path)
    assert str(path) in str(caught.value)
    assert problem in str(caught.value)


def test_weights_that_are_not_there_are_missed(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        known(tmp_path / "nowhere.json")


@pytest.mark.parametrize(("chosen", "opening"), [(0, "Soldiers"), (3, "Teachers")])
def test_what_is_learnt_can_be_used_at_once(chosen: int, opening: str, tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(train({"reports": (reports(chosen), 20)}, date(2026, 1, 1)), "utf-8")
    assert trained_on(path) == {"reports"}
    summary = pipeline.summarize(reports(chosen)[3].documents, "", 8, known(path))
    assert summary[0].startswith(opening)


@pytest.fixture
def issue(sample_issue: Path, tmp_path: Path) -> Path:
    """Return the ledger of a copy of the sample's issue, in a project of its own."""
    shutil.copytree(CHECKOUT / "seeds", tmp_path / "seeds")
    shutil.copy(CHECKOUT / "briefgen.yaml", tmp_path)
    return Path(shutil.copytree(sample_issue, tmp_path / "output" / "2025-W49")) / "brief.json"


def edit(brief_json: Path, old: str, new: str) -> None:
    place = brief_json.with_name("brief.md")
    words = place.read_text("utf-8")
    assert old in words
    place.write_text(words.replace(old, new), "utf-8")


def test_an_issue_teaches_its_bottom_line_and_each_section_word_for_word(issue: Path) -> None:
    lessons, edited = lessons_in(issue, CHECKOUT / "seeds")
    ledger = json.loads(issue.read_text("utf-8"))
    sections = {
        theme["title"]: [
            one["text"]
            for one in ledger["sentences"]
            if one["theme"] == theme["id"] and one["role"] != "bottom line"
        ]
        for theme in ledger["settings"]["themes"]
    }
    bottom_line = [one["text"] for one in ledger["sentences"] if one["role"] == "bottom line"]
    taught = {one.id: one.references for one in lessons}
    assert not edited
    assert taught == {
        f"2025-W49 {title}": (" ".join(" ".join(said).split()),)
        for title, said in {"Bottom Line Up Front": bottom_line, **sections}.items()
    }
    assert all(len(one.documents) == 5 for one in lessons)
    assert "Wagner" in {one.id: one.theme for one in lessons}["2025-W49 Russia’s Position"]


def test_what_an_editor_cut_and_wrote_is_what_an_issue_teaches(issue: Path) -> None:
    edit(
        issue, "One of its newest tactics is the fuel blockade. [3]", "*Checked.* Trucks burn. [4]"
    )
    lessons, edited = lessons_in(issue, CHECKOUT / "seeds")
    (told,) = (one.references[0] for one in lessons if "Blockade" in str(one.id))
    assert edited
    assert "newest tactics" not in told
    assert "Checked. Trucks burn." in told
    assert "[4]" not in told


def test_a_section_that_an_editor_emptied_teaches_nothing(issue: Path) -> None:
    words = issue.with_name("brief.md").read_text("utf-8")
    section = words[words.index("## U.S. Policy") : words.index("## Sources")]
    edit(issue, section, "## U.S. Policy\n\n*Nothing further is quoted on this theme.*\n\n")
    lessons, _ = lessons_in(issue, CHECKOUT / "seeds")
    assert not any("U.S." in str(one.id) for one in lessons)


def test_texts_that_have_changed_since_are_not_learnt_from(issue: Path, tmp_path: Path) -> None:
    seeds = sorted((tmp_path / "seeds").glob("*.txt"))
    seeds[0].write_text("Something else altogether.", "utf-8")
    lessons, _ = lessons_in(issue, tmp_path / "seeds")
    assert {one.path for one in lessons[0].documents} == {one.name for one in seeds[1:]}
    for one in seeds:
        one.unlink()
    with pytest.raises(UsageError, match=r"expected the 5 texts .*, found none of them"):
        lessons_in(issue, tmp_path / "seeds")


def test_an_issue_without_its_markdown_is_told_what_is_missing(issue: Path) -> None:
    issue.with_name("brief.md").unlink()
    with pytest.raises(UsageError, match=r"brief\.md: expected the brief .* No such file"):
        lessons_in(issue, CHECKOUT / "seeds")


def test_the_command_learns_from_an_issue_and_says_if_nobody_edited_it(
    issue: Path, briefgen: Command, tmp_path: Path
) -> None:
    given = issue.relative_to(tmp_path)
    done = briefgen("train", given, "--output", "own.json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == (
        "briefgen: output/2025-W49/brief.md: expected what a person has edited, found it as it was"
        " built; it teaches only what was chosen anyway\n"
    )
    assert trained_on(tmp_path / "own.json") == {"earlier issues"}
    assert known(tmp_path / "own.json") != known()
