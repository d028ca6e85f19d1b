"""The report of a build: what was lost, by causes, the worst first, in few words."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.model import File, Loss, Outcome, Report
from briefgen.report import LISTED, SHOWN, lines, losses, table

CONFIGURATION = """
title: A brief
tlp: TLP:CLEAR
formats: [md]
window: week
themes:
  - id: port
    title: Ports
    keywords: [harbour: 3, cranes]
"""


def refused(path: str, reason: str) -> File:
    return File(path, Outcome.REFUSED, reason)


def test_equal_refusals_in_one_file_are_one_row_with_a_number() -> None:
    files = [refused(f"news.json#{n}", f"object {n}: no column for the text") for n in range(91)]
    [loss] = losses(files)
    assert (loss.count, loss.where, loss.reason) == (91, "news.json", "no column for the text")
    assert len(loss.paths) == SHOWN
    [whole] = losses(files, shown=None)
    assert len(whole.paths) == 91


def test_the_worst_comes_first_and_of_one_outcome_the_commonest() -> None:
    files = [
        File("old.txt", Outcome.OUTSIDE, "dated 2026-07-01, before 2026-08-10"),
        File("none.txt", Outcome.UNDATED, "no date found"),
        File("empty.html", Outcome.EMPTY, "no words in it"),
        File("next.txt", Outcome.LATER, "dated 2026-09-01, after the issue's day, 2026-08-16"),
        refused("a.pages", "no reader for .pages"),
        refused("b.exe", "no reader for .exe"),
        refused("c.exe", "no reader for .exe"),
        File("read.txt", Outcome.READ),
        File("copy.txt", Outcome.DUPLICATE, "the same text as read.txt"),
    ]
    assert [(loss.outcome, loss.count) for loss in losses(files)] == [
        ("refused", 2),
        ("refused", 1),
        ("undated", 1),
        ("later", 1),
        ("empty", 1),
        ("outside", 1),
    ]


def test_the_days_of_texts_of_other_days_are_no_causes_of_their_own() -> None:
    files = [
        File(f"{n}.txt", Outcome.OUTSIDE, f"dated 2026-07-0{n}, before 2026-08-10")
        for n in range(1, 9)
    ]
    [loss] = losses(files)
    assert (loss.count, loss.reason) == (8, "dated before 2026-08-10")


def account(**known: object) -> Report:
    counts = {"texts": 9, "read": 5, "sentences": 4, "sources": 2, "minimum": 1}
    return Report(**(counts | {"covered": "any day"} | known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentences", "minimum", "is_enough"),
    [(0, 1, False), (1, 1, True), (4, 5, False), (5, 5, True)],
)
def test_an_issue_is_enough_from_its_minimum_on(
    sentences: int, minimum: int, is_enough: bool
) -> None:
    told = account(sentences=sentences, minimum=minimum)
    assert told.is_enough is is_enough
    assert any("is not mailed" in line for line in lines(told)) is not is_enough


def test_a_summary_names_the_commonest_cause_and_counts_the_others() -> None:
    rows = (
        Loss(Outcome.REFUSED, 91, "no column for the text", "news.json", ("news.json#1",)),
        Loss(Outcome.REFUSED, 1, "no reader for .pages", "", ("a.pages",)),
        Loss(Outcome.UNDATED, 14, "no date found", "", ("a.txt", "b.txt", "c.txt")),
    )
    summary, *_ = lines(account(texts=134, sentences=41, sources=12, losses=rows))
    assert summary == (
        "134 texts: 41 sentences from 12; 92 refused (91 in news.json: no column for the text;"
        " 1 for other reasons, see briefgen sources --problems); 14 left out as undated (a.txt,"
        " b.txt, c.txt and 11 more)"
    )


def test_of_many_notes_the_first_are_shown_and_the_others_counted() -> None:
    *_, last = lines(account(notes=tuple(f"note {n}" for n in range(20))))
    assert last == f"and {20 - 3 * SHOWN} more notes: briefgen sources --problems"


def test_the_table_names_paths_but_not_the_parts_of_one_file() -> None:
    several = tuple(f"{n}.txt" for n in range(LISTED + 5))
    told = list(
        table(
            [
                Loss(Outcome.REFUSED, 91, "no column", "news.json", ("news.json#1",)),
                Loss(Outcome.UNDATED, LISTED + 5, "no date found", "", several),
            ]
        )
    )
    assert told[:2] == [
        "    91  refused in news.json: no column",
        f"{LISTED + 5:>6}  undated: no date found",
    ]
    assert told[2:] == [f"        {path}" for path in several[:LISTED]] + ["        and 5 more"]


# --- a project -----------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "briefgen.yaml").write_text(CONFIGURATION, "utf-8")
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*words: str) -> Result:
    return CliRunner().invoke(main, ["build", "--date", "2026-08-16", *words])


def text(desk: Path, name: str, day: str = "2026-08-12", word: str = "harbour") -> None:
    front = f"---\npublished: {day}\n---\n" if day else ""
    sentence = f"The {word} of Westmoor was closed for a day after a storm."
    (desk / "seeds" / name).write_text(f"{front}{sentence}\n", "utf-8")


def test_the_whole_report_stands_in_the_ledger_and_in_json(desk: Path) -> None:
    text(desk, "a.txt")
    text(desk, "b.txt", "", "market")
    told = json.loads(build("--json").stdout)["report"]
    ledger = json.loads((desk / "output" / "2026-W33" / "brief.json").read_bytes())
    assert told == ledger["report"]
    assert told["losses"][0] == {
        "outcome": "undated",
        "count": 1,
        "reason": "no date found",
        "where": "",
        "paths": ["b.txt"],
    }


def test_a_text_left_out_as_undated_says_once_what_keeps_it_from_being_dated(desk: Path) -> None:
    text(desk, "a.txt")
    text(desk, "b.txt", "3/4/2026", "market")
    assert json.loads(build("--json").stdout)["report"]["losses"][0] == {
        "outcome": "undated",
        "count": 1,
        "reason": "front matter, line 2: published: “3/4/2026” can be read in two ways",
        "where": "",
        "paths": ["b.txt"],
    }


def test_an_empty_theme_whose_keywords_stand_in_texts_left_out_says_so(desk: Path) -> None:
    text(desk, "a.txt", "", "harbour")
    rows = [{"headline2": "x", "story": "The harbour was closed after a storm had come."}]
    (desk / "seeds" / "news.json").write_text(json.dumps(rows), "utf-8")
    done = build()
    assert done.exit_code == 1
    assert (
        "the theme Ports is empty, though its keywords stand in texts left out: a.txt, news.json"
        in done.stderr
    )


def test_an_empty_theme_of_which_nothing_is_lost_says_nothing_of_it(desk: Path) -> None:
    text(desk, "a.txt", "", "market")
    assert "is empty, though" not in build().stderr


def test_an_issue_with_too_few_sentences_does_not_replace_one_that_has_enough(desk: Path) -> None:
    text(desk, "a.txt")
    assert build().exit_code == 0
    words = (desk / "output" / "2026-W33" / "brief.md").read_bytes()
    text(desk, "a.txt", word="market")
    done = build()
    assert done.exit_code == 1
    assert "output/2026-W33 stays as it was: it has enough sentences" in done.stderr
    assert (desk / "output" / "2026-W33" / "brief.md").read_bytes() == words


def test_an_empty_issue_that_replaces_none_is_written(desk: Path) -> None:
    text(desk, "a.txt", word="market")
    assert build().exit_code == 1
    assert "say nothing on any of its themes" in (
        desk / "output" / "2026-W33" / "brief.md"
    ).read_text("utf-8")


def test_problems_are_those_of_an_issue_of_today(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.cli.period.today", lambda: date(2026, 8, 16))
    text(desk, "a.txt")
    text(desk, "old.txt", "2026-01-01", "market")
    text(desk, "undated.txt", "", "bridge")
    done = CliRunner().invoke(main, ["sources", "--problems"])
    assert done.stdout.splitlines() == [
        "     1  undated: no date found",
        "        undated.txt",
        "     1  outside: dated before 2026-08-10",
        "        old.txt",
        "2 of 3 texts left out",
    ]
    answered = json.loads(CliRunner().invoke(main, ["sources", "--problems", "--json"]).stdout)
    assert [loss["paths"] for loss in answered["lost"]] == [["undated.txt"], ["old.txt"]]
