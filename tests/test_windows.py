"""The days an issue covers: the rule, what it means on a day, and what the command line says."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli import main
from briefgen.windows import ALL, ALWAYS, Coverage, Window, WindowRule, coverage, parse_rule

DAY = date(2026, 8, 16)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
RULES = st.one_of(
    st.just(ALL),
    st.just(WindowRule("since last issue")),
    st.integers(1, 400).map(lambda days: WindowRule("days", days)),
)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("week", date(2026, 8, 10)),
        ("1 day", date(2026, 8, 16)),
        ("10 days", date(2026, 8, 7)),
        ("  10   days ", date(2026, 8, 7)),
        ("since last issue", date(2026, 8, 9)),
        ("all", None),
    ],
)
def test_a_window_ends_with_the_issues_day(written: str, first: date | None) -> None:
    covered = coverage(parse_rule(written), "leave out", DAY, date(2026, 8, 9))
    assert covered.window == Window(first, DAY)


@pytest.mark.parametrize(
    "written", ["", "weekly", "0 days", "-1 days", "10", "ten days", "99999 d"]
)
def test_what_is_no_window_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="since last issue"):
        parse_rule(written)


def test_without_an_earlier_issue_since_last_issue_covers_everything_so_far() -> None:
    covered = coverage(WindowRule("since last issue"), "leave out", DAY, None)
    assert covered.window == Window(None, DAY)
    assert not covered.admits(None), "it is a window all the same"


@given(RULES, DAYS, st.one_of(st.none(), DAYS), DAYS)
def test_no_window_admits_a_text_dated_after_the_issues_day(
    rule: WindowRule, issue_day: date, last: date | None, published: date
) -> None:
    covered = coverage(rule, "keep", issue_day, last)
    assert not (covered.admits(published) and published > issue_day)
    assert covered.is_later(published) is (published > issue_day)


@given(st.integers(1, 400), DAYS)
def test_a_window_of_days_has_exactly_so_many(days: int, issue_day: date) -> None:
    window = coverage(WindowRule("days", days), "keep", issue_day, None).window
    assert window.holds(issue_day - timedelta(days - 1))
    assert not window.holds(issue_day - timedelta(days))


@pytest.mark.parametrize(
    ("undated", "retrieved", "is_admitted"),
    [
        ("leave out", None, False),
        ("leave out", DAY, False),
        ("keep", None, True),
        ("retrieved", DAY, True),
        ("retrieved", date(2026, 8, 1), False),
        ("retrieved", None, False),
    ],
)
def test_what_becomes_of_a_text_without_a_date(
    undated: str, retrieved: date | None, is_admitted: bool
) -> None:
    covered = coverage(parse_rule("week"), undated, DAY, None)  # type: ignore[arg-type]
    assert covered.admits(covered.day(None, retrieved)) is is_admitted


def test_where_all_days_are_covered_undated_texts_are_kept() -> None:
    for asked in (ALL, ALWAYS):
        assert coverage(asked, "leave out", DAY, None).admits(None)


def test_the_published_day_takes_precedence_over_the_day_it_was_retrieved() -> None:
    covered = Coverage(Window(DAY, DAY), "retrieved", DAY)
    assert covered.day(date(2026, 8, 1), DAY) == date(2026, 8, 1)


# --- the command line ----------------------------------------------------------------------------

CONFIGURATION = """
title: A brief
tlp: TLP:CLEAR
formats: [md]
themes:
  - id: port
    title: Ports
    keywords: [harbour: 3, cranes]
"""
PUBLISHED = {
    "older.txt": "2026-08-02",
    "monday.txt": "2026-08-10",
    "sunday.txt": "2026-08-16",
    "monday-after.txt": "2026-08-17",
    "undated.txt": "",
}
SENTENCES = {
    "older.txt": "The harbour of Westmoor lost nine cranes to a summer storm.",
    "monday.txt": "Dockers in Eastmoor closed the harbour gates over unpaid wages.",
    "sunday.txt": "A tanker ran aground outside the harbour of Northmoor at night.",
    "monday-after.txt": "Divers searched the harbour of Southmoor for a missing pilot.",
    "undated.txt": "Customs officers opened forty containers in the harbour of Midmoor.",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "briefgen.yaml").write_text(CONFIGURATION, "utf-8")
    (tmp_path / "seeds").mkdir()
    for name, day in PUBLISHED.items():
        front = f"---\npublished: {day}\n---\n" if day else ""
        (tmp_path / "seeds" / name).write_text(f"{front}{SENTENCES[name]}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def configure(desk: Path, line: str) -> None:
    config = desk / "briefgen.yaml"
    config.write_text(f"{config.read_text('utf-8')}{line}\n", "utf-8")


def quoted(desk: Path, week: str) -> set[str]:
    """Return the names of the texts that an issue quotes."""
    words = (desk / "output" / week / "brief.md").read_text("utf-8")
    return {name for name, sentence in SENTENCES.items() if sentence in words}


EVERYTHING_SO_FAR = {"older.txt", "monday.txt", "sunday.txt", "undated.txt"}


@pytest.mark.parametrize(
    ("line", "options", "names"),
    [
        ("", [], EVERYTHING_SO_FAR),
        ("window: week", [], {"monday.txt", "sunday.txt"}),
        ("window: 1 day", [], {"sunday.txt"}),
        ("window: 20 days\nundated: keep", [], EVERYTHING_SO_FAR),
        ("window: week", ["--all"], EVERYTHING_SO_FAR),
        ("window: week", ["--since", "2026-08-01"], {"older.txt", "monday.txt", "sunday.txt"}),
        ("window: all", ["--week", "2026-W33"], {"monday.txt", "sunday.txt"}),
        ("window: all", ["--until", "2026-08-10"], {"older.txt", "monday.txt"}),
    ],
)
def test_build_quotes_the_texts_of_its_window(
    desk: Path, line: str, options: list[str], names: set[str]
) -> None:
    configure(desk, line)
    done = call("build", "--date", "2026-08-16", *options)
    assert done.exit_code == 0, done.stderr
    assert quoted(desk, "2026-W33") == names
    assert "monday-after.txt" not in quoted(desk, "2026-W33")


def test_run_without_mail_writes_the_weeks_issue_and_names_it_for_the_week(desk: Path) -> None:
    done = call("run", "--week", "2026-W33")
    assert done.exit_code == 0, done.stderr
    assert quoted(desk, "2026-W33") == {"monday.txt", "sunday.txt"}
    assert "nothing is mailed: there is no `mail:` section" in done.stdout
    words = (desk / "output" / "2026-W33" / "brief.md").read_text("utf-8")
    assert "Covers 10 August 2026 to 16 August 2026." in words
    again = call("run", "--week", "2026-W33")
    assert "issue unchanged" in again.stdout


def test_a_new_text_of_a_later_day_of_the_week_makes_run_build_anew(desk: Path) -> None:
    assert call("run", "--date", "2026-08-12").exit_code == 0
    assert quoted(desk, "2026-W33") == {"monday.txt"}
    assert "issue built anew" in call("run", "--date", "2026-08-16").stdout
    assert quoted(desk, "2026-W33") == {"monday.txt", "sunday.txt"}


def test_last_and_this_week_are_seen_from_today(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.cli.period.today", lambda: date(2026, 8, 17))
    assert call("run", "--week", "last").exit_code == 0
    assert quoted(desk, "2026-W33") == {"monday.txt", "sunday.txt"}
    assert call("build", "--week", "this").exit_code == 0
    assert quoted(desk, "2026-W34") == {"monday-after.txt"}


def test_themes_are_checked_against_the_texts_of_the_window(desk: Path) -> None:
    configure(desk, "window: week")
    weekly = json.loads(call("themes", "check", "--week", "2026-W33", "--json").stdout)
    everything = json.loads(call("themes", "check", "--all", "--json").stdout)
    assert weekly["documents"] == 2
    assert everything["documents"] == 5, "today is later than all of them"


def test_unchanged_asks_which_days_are_covered(desk: Path) -> None:
    configure(desk, "window: week")
    day = ["--date", "2026-08-16", "--if-changed"]
    assert "unchanged" not in call("build", *day).stdout
    assert "unchanged" in call("build", *day).stdout
    assert "unchanged" not in call("build", *day, "--all").stdout
    assert "unchanged" in call("build", *day, "--all").stdout


def test_since_last_issue_begins_with_the_day_of_the_last_issue(desk: Path) -> None:
    configure(desk, "window: since last issue")
    assert call("build", "--date", "2026-08-09").exit_code == 0
    assert call("build", "--date", "2026-08-16").exit_code == 0
    assert quoted(desk, "2026-W33") == {"monday.txt", "sunday.txt"}
    ledger = json.loads((desk / "output" / "2026-W33" / "brief.json").read_bytes())
    assert ledger["inputs"]["window"] == {"since": "2026-08-09", "until": "2026-08-16"}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("window: weekly", "expected week, N days (such as 10 days), since last issue, or all"),
        ("undated: drop", "expected leave out or keep or retrieved"),
        ("minimum: 0", "expected a whole number of at least 1"),
        ("memory: -1", "expected a number of issues up to 999, or none"),
        ("memory: 0", "expected a number of issues up to 999, or none"),
    ],
)
def test_a_wrong_value_is_named_with_what_was_expected(desk: Path, line: str, problem: str) -> None:
    configure(desk, line)
    done = call("build")
    assert done.exit_code == 2
    assert problem in done.stderr


def test_days_cannot_be_given_twice(desk: Path) -> None:
    done = call("build", "--week", "2026-W33", "--all")
    assert done.exit_code == 2
    assert "--week cannot stand beside --all" in done.stderr


@pytest.mark.parametrize("form", ["cron", "systemd", "github"])
@pytest.mark.parametrize(
    ("at", "line", "is_last_week"),
    [
        ("Mon 07:00", "", True),
        ("Tue 23:45", "", True),
        ("Wed 07:00", "", False),
        ("Fri 16:00", "window: week", False),
        ("Mon 07:00", "window: week", True),
        ("Mon 07:00", "window: since last issue", False),
        ("Mon 07:00", "window: 10 days", False),
    ],
)
def test_early_in_a_week_the_scheduled_issue_is_of_the_week_that_has_ended(
    desk: Path, form: str, at: str, line: str, is_last_week: bool
) -> None:
    configure(desk, line)
    done = call("schedule", form, "--at", at, "--zone", "UTC")
    assert done.exit_code == 0, done.stderr
    assert ("--week last" in done.stdout.replace('" "', " ")) is is_last_week


def test_with_undated_retrieved_a_file_counts_from_the_day_it_was_added(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.cli.adding._today", lambda: date(2026, 8, 14))
    configure(desk, "window: week\nundated: retrieved")
    for number in (1, 2):
        (desk / f"{number}.txt").write_text(f"Pilots left the harbour of Cape {number} at dawn.")
        assert call("add", f"{number}.txt").exit_code == 0
    assert call("build", "--date", "2026-08-16").exit_code == 0
    words = (desk / "output" / "2026-W33" / "brief.md").read_text("utf-8")
    assert "harbour of Cape 1" in words and "retrieved 14 August 2026" in words
    assert SENTENCES["undated.txt"] not in words, "nobody knows when it came"
