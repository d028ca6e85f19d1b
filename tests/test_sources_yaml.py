"""`sources.yaml` for many files: patterns, what takes precedence, what is told and goes on."""

import random
import re
import shutil
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from briefgen import weekly
from briefgen.cli import main
from briefgen.config import load
from briefgen.errors import ConfigError
from briefgen.model import Metadata, SourceRule
from briefgen.read import Listed, Listing, listing, read, reread, usable
from briefgen.read.patterns import Patterns, is_pattern
from briefgen.read.sources_yaml import resolve, salvage

CHECKOUT = Path(__file__).resolve().parent.parent


def corpus(folder: Path, text: str, *paths: str) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("Some text.")
    (folder / "sources.yaml").write_text(text, "utf-8")
    return folder


def known(folder: Path, text: str, *paths: str) -> Mapping[str, Listed]:
    return listing(corpus(folder, text, *paths)).files


def problems(folder: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        listing(folder)
    return list(caught.value.problems)


# --- precedence --------------------------------------------------------------------------------

WIRE = """\
"**": {publisher: Somebody, language: en, weight: 0.5}
wire/**:
  publisher: The Wire
  author: The desk
"wire/2026-*.txt": {language: fr, weight: 2, lead: no}
wire/2026-08-01.txt: {publisher: Its Guest, title: A title, weight: 3}
"""


def test_what_is_said_of_a_file_is_put_together_key_by_key(tmp_path: Path) -> None:
    files = known(tmp_path, WIRE, "a.txt", "wire/2026-08-01.txt", "wire/2026-08-02.txt", "wire/z/b")
    assert files == {
        "a.txt": Listed(Metadata(publisher="Somebody", language="en"), {}, SourceRule(0.5)),
        "wire/z/b": Listed(
            Metadata(publisher="The Wire", author="The desk", language="en"), {}, SourceRule(0.5)
        ),
        "wire/2026-08-02.txt": Listed(
            Metadata(publisher="The Wire", author="The desk", language="fr"),
            {},
            SourceRule(2, lead=False),
        ),
        "wire/2026-08-01.txt": Listed(
            Metadata("A title", "Its Guest", "The desk", language="fr"),
            {},
            SourceRule(3, lead=False),
        ),
    }


def test_columns_are_put_together_column_by_column(tmp_path: Path) -> None:
    text = (
        "exports/**: {columns: {text: story, title: head, id: key}}\n"
        "exports/*.csv: {columns: {title: headline}}\n"
        "exports/b.csv: {columns: {text: body, id: }}\n"
        "exports/c.csv: {columns: }\n"
    )
    files = known(tmp_path, text, "exports/a.csv", "exports/b.csv", "exports/c.csv", "exports/d.x")
    assert {path: dict(one.columns) for path, one in files.items()} == {
        "exports/a.csv": {"id": "key", "title": "headline", "text": "story"},
        "exports/b.csv": {"title": "headline", "text": "body"},
        "exports/c.csv": {},
        "exports/d.x": {"id": "key", "title": "head", "text": "story"},
    }


def test_a_key_left_empty_takes_back_what_a_less_precise_entry_says(tmp_path: Path) -> None:
    text = '"*": {publisher: The Wire, weight: 2, lead: no}\n'
    text += "a.txt:\n  publisher:\n  weight:\n  lead:\n"
    assert known(tmp_path, text, "a.txt", "b.txt") == {
        "a.txt": Listed(),
        "b.txt": Listed(Metadata(publisher="The Wire"), {}, SourceRule(2, lead=False)),
    }


def test_a_key_that_is_the_path_of_a_file_is_for_that_file_alone(tmp_path: Path) -> None:
    text = "'a[1].txt': {title: In brackets}\n'*.md': {title: A star}\n"
    assert set(known(tmp_path, text, "a[1].txt", "a1.txt", "*.md", "b.md")) == {"a[1].txt", "*.md"}


def test_what_a_pattern_says_is_read_into_the_texts(tmp_path: Path) -> None:
    text = '"exports/**": {columns: {text: story}, publisher: The Wire, published: 2026-08-01}\n'
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "a.csv").write_text("story,head\nFuel is short.,Fuel\n")
    corpus(tmp_path, text, "exports/b.txt")
    row, note = read(tmp_path)
    assert row.document and row.document.text == "Fuel is short."
    assert row.document.metadata.publisher == "The Wire"
    assert row.document.metadata.published is None, "the day of one text"
    assert note.document and note.document.metadata.published == date(2026, 8, 1)
    assert reread(tmp_path, [row.path]) == {row.path: row.document}


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "publisher": st.sampled_from(["North", "South", None]),
    "language": st.sampled_from(["en", "fr", None]),
    "weight": st.sampled_from([0.5, 2, None]),
    "lead": st.sampled_from(["yes", "no", None]),
    "columns": st.fixed_dictionaries(
        {}, optional={"text": st.sampled_from(["story", None]), "title": st.just("head")}
    )
    | st.none(),
}
PIECES = st.sampled_from(["a", "b", "*", "**", "?", "[ab]", "a*", "*b", "*a*", "a?"])
KEYS = st.lists(PIECES, min_size=1, max_size=3).map("/".join)
FILES = ["ab", "b/a", "b/ab", "c/a/b", "c/b/ab", "c/b/b"]


def _is_inside(key: str) -> bool:
    return any(key.startswith(f"{path}/") for path in FILES)


ENTRIES = st.dictionaries(
    KEYS.filter(lambda key: is_pattern(key) and not _is_inside(key)) | st.sampled_from(FILES),
    st.fixed_dictionaries({}, optional=VALUES),
    max_size=6,
)


def precision(key: str, line: int) -> tuple[float, ...]:
    """Return what README says makes an entry precise, as plainly as that can be computed."""
    if not is_pattern(key):
        return (1,)
    wild = r"\*|\?|\[[^\]]*\]"
    literal = re.sub(wild, "", key)
    prefix = re.split(wild, key, maxsplit=1)[0]
    return 0, len(prefix), len(literal.replace("/", "")), -len(re.findall(wild, key)), line


def flat(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of an entry, each column as one."""
    columns = entry.get("columns", {})
    if columns is None:
        columns = {"text": None, "title": None}
    others = {key: value for key, value in entry.items() if key != "columns"}
    return others | {f"#{key}": columns[key] for key in columns}


def expected(entries: Mapping[str, Any], path: str) -> Listed | None:
    """Return what is said of a file: each key by the most precise of all entries that have it."""
    ours = [
        (precision(key, line), flat(entry))
        for line, (key, entry) in enumerate(entries.items())
        if key == path or (is_pattern(key) and Patterns([key]).matching(path))
    ]
    if not ours:
        return None
    best = {
        key: max((precise, entry[key]) for precise, entry in ours if key in entry)[1]
        for key in {key for _, entry in ours for key in entry}
    }
    columns = {key: best[f"#{key}"] for key in ("title", "text") if best.get(f"#{key}")}
    rule = SourceRule(best.get("weight") or 1, best.get("lead") != "no")
    return Listed(
        Metadata(publisher=best.get("publisher"), language=best.get("language")), columns, rule
    )


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("six"), "", *FILES)


@given(entries=ENTRIES)
def test_each_key_is_that_of_the_most_precise_entry_that_has_it(
    six: Path, entries: dict[str, Any]
) -> None:
    (six / "sources.yaml").write_text(yaml.safe_dump(entries, sort_keys=False))
    found = listing(six).files
    assert {path: found.get(path) for path in FILES} == {
        path: expected(entries, path) for path in FILES
    }


@given(entries=ENTRIES, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_file_matters_only_where_nothing_else_decides(
    six: Path, entries: dict[str, Any], seed: random.Random
) -> None:
    without_line = {precision(key, 0) for key in entries}
    ties = len(without_line) < len([key for key in entries if is_pattern(key)]) + any(
        not is_pattern(key) for key in entries
    )
    shuffled = list(entries.items())
    seed.shuffle(shuffled)
    found = []
    for order in (entries, dict(shuffled)):
        (six / "sources.yaml").write_text(yaml.safe_dump(order, sort_keys=False))
        found.append(listing(six).files)
    assert found[0] == found[1] or ties


# --- weight and lead ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("weight: 0", "weight: expected a number above 0, got 0"),
        ("weight: -1", "weight: expected a number above 0, got -1"),
        ("weight: heavy", 'weight: expected a number above 0, got "heavy"'),
        ("weight: inf", 'weight: expected a number above 0, got "inf"'),
        ("weight: nan", 'weight: expected a number above 0, got "nan"'),
        ("weight: 1e999", 'weight: expected a number above 0, got "1e999"'),
        ("weight: [1]", "weight: expected a number above 0, got a list"),
        ("lead: never", 'lead: expected yes or no, got "never"'),
        ("lead: [no]", "lead: expected yes or no, got a list"),
        ("leed: no", 'leed: unknown key; did you mean "lead"?'),
        ("columns: {txet: a}", 'columns.txet: unknown key; did you mean "text"?'),
    ],
)
def test_a_wrong_value_in_a_pattern_is_a_mistake_with_its_line(
    tmp_path: Path, line: str, problem: str
) -> None:
    corpus(tmp_path, f"wire/**:\n  {line}\n", "wire/a.txt")
    assert problems(tmp_path) == [f'line 2: ["wire/**"].{problem}']


@pytest.mark.parametrize(
    ("word", "answer"),
    [("no", False), ("No", False), ("false", False), ("yes", True), ("TRUE", True), ("", True)],
)
def test_a_source_gives_a_bottom_line_or_not(tmp_path: Path, word: str, answer: bool) -> None:
    assert known(tmp_path, f"a.txt: {{lead: {word}}}\n", "a.txt")["a.txt"].rule.lead is answer


def test_a_text_in_a_file_is_used_as_the_file_is(tmp_path: Path) -> None:
    said = listing(corpus(tmp_path, "old.zip: {weight: 3}\n", "old.zip", "old", "new.txt"))
    assert said.rule("old.zip") == SourceRule(3)
    assert said.rule("old.zip/in/a.csv#4f1c09ab2e77") == SourceRule(3)
    assert said.rule("old") == said.rule("new.txt") == said.rule("nowhere") == SourceRule()


def test_how_a_source_is_used_says_nothing_of_what_is_read_out_of_it() -> None:
    text = Listed(Metadata(title="A"), {"text": "story"})
    assert text.reading == text._replace(rule=SourceRule(2, lead=False)).reading
    assert text.reading != Listed(Metadata(title="A")).reading != Listed().reading


# --- entries without a file --------------------------------------------------------------------


def test_an_entry_without_a_file_is_told_with_its_line_and_the_others_are_in_force(
    tmp_path: Path,
) -> None:
    text = (
        "a.txt:\n  title: A\n\nwire/gone.txt:\n  title: B\nb/**: {title: C}\n'it''s gone.txt': {}\n"
    )
    said = listing(corpus(tmp_path, text, "a.txt"))
    assert said.files == {"a.txt": Listed(Metadata(title="A"))}
    assert said.problems == (
        "sources.yaml, line 4: wire/gone.txt is listed but not there; remove the entry with"
        " briefgen remove wire/gone.txt",
        "sources.yaml, line 6: b/** matches no file; remove the entry with briefgen remove 'b/**'",
        "sources.yaml, line 7: it's gone.txt is listed but not there; remove the entry with"
        """ briefgen remove 'it'"'"'s gone.txt'""",
    )


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("repotr.txt", "report.txt"),
        ("deep/reports.txt", "deep/report.txt"),
        ("listd.txt", ""),  # the one like it has an entry already
        ("something/else.md", ""),
        ("new.txt", ""),
        ("wire/2026-08-02.txt", ""),
        ("*.csv", "**/*.csv"),
        ("*.pdf", ""),
    ],
)
def test_what_may_be_meant_by_an_entry_without_a_file_is_asked(
    tmp_path: Path, key: str, hint: str
) -> None:
    paths = ("report.txt", "listed.txt", "deep/report.txt", "deep/a.csv", "wire/2026-08-01.txt",
             "nex.txt")  # fmt: skip
    said = listing(corpus(tmp_path, f'listed.txt: {{}}\n"{key}": {{}}\n', *paths))
    [problem] = said.problems
    assert (f"did you mean {hint}? Else remove" in problem) is bool(hint)


def test_only_the_first_entries_without_a_file_are_puzzled_over(tmp_path: Path) -> None:
    keys = [f"the-repotr-of-a-day-{letter}.txt" for letter in "abcdefghijkl"]
    said = listing(
        corpus(tmp_path, "".join(f"{key}: {{}}\n" for key in keys), "the-report-of-a-day-a.txt")
    )
    assert [bool(one.hint) for one in said.absent] == [True] * resolve.HINTED + [False] * 2


def test_a_pattern_of_which_each_match_has_its_own_entry_is_for_these_files(tmp_path: Path) -> None:
    assert listing(corpus(tmp_path, '"*.txt": {}\na.txt: {title: A}\n', "a.txt")).problems == ()


# --- what can be used of a file with mistakes --------------------------------------------------

WRONG = """\
exports/**: {columns: {text: story, tilte: head}, publisher: The Wire, lead: perhaps}
a.txt: A
b.txt:
  title: B
  published: yesterday
  author: *somebody
b.txt: {title: again}
../c.txt: {title: C}
gone.txt: {title: Gone}
families: {The Group: [North, South], The Other: [south]}
"""


def test_of_a_listing_with_mistakes_everything_else_is_in_force(tmp_path: Path) -> None:
    corpus(tmp_path, WRONG, "exports/e.csv", "a.txt", "b.txt")
    said = usable(tmp_path)
    assert said.files == {
        "exports/e.csv": Listed(Metadata(publisher="The Wire"), {"text": "story"}),
        "b.txt": Listed(Metadata(title="B")),
    }
    assert said.families == {"north": "The Group", "south": "The Group"}
    assert len(said.mistakes) == 8 == len(problems(tmp_path))
    assert said.mistakes[0] == (
        'sources.yaml, line 1: ["exports/**"].columns.tilte: unknown key; did you mean "title"?'
        " (not used)"
    )
    assert [one.path for one in said.absent] == ["gone.txt"]


def test_an_entry_that_is_no_yaml_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    text = (
        "a.txt: {title: A}\nb.txt:\n  author: B\n  title: One: two\n# why\nc.txt:\n  title: C\n"
        "d.txt: [\ne.txt:\n  title: 'E\nf.txt:\n  title: F\n"
    )
    paths = [f"{name}.txt" for name in "abcdef"]
    said = usable(corpus(tmp_path, text, *paths))
    assert {path: one.metadata.title for path, one in said.files.items()} == {
        "a.txt": "A",
        "c.txt": "C",
        "f.txt": "F",
    }
    assert [line.partition(":")[0] for line in said.mistakes] == [
        "sources.yaml, line 4",
        "sources.yaml, line 8",
        "sources.yaml, line 10",
    ]


@pytest.mark.parametrize(
    "text", ["- a\n- b\n", "no keys", "\0", "[", "%YAML 9\n---\n", "  a: b\n c: d"]
)
def test_whatever_stands_in_it_a_listing_can_be_used_or_says_why_not(
    tmp_path: Path, text: str
) -> None:
    assert usable(corpus(tmp_path, text, "a.txt")).mistakes


def test_what_is_not_even_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_bytes(b"\xff")
    [mistake] = usable(tmp_path).problems
    assert mistake == "sources.yaml, line 1: expected UTF-8, got the byte 0xFF (not used)"


def test_a_file_with_too_many_entries_that_are_no_yaml_is_not_used(tmp_path: Path) -> None:
    wrong = "".join(f"{number}.txt: [\n" for number in range(salvage.MOST_UNREADABLE + 1))
    said = usable(corpus(tmp_path, f"a.txt: {{title: A}}\n{wrong}", "a.txt"))
    assert not said.files and len(said.mistakes) == salvage.MOST_UNREADABLE + 1


@given(text=st.text() | st.lists(st.sampled_from(WRONG.splitlines())).map("\n".join))
def test_any_listing_that_is_right_is_used_as_it_is_and_any_other_is_told(text: str) -> None:
    with TemporaryDirectory() as name:
        corpus(Path(name), "", "a.txt", "b.txt", "exports/e.csv")
        (Path(name) / "sources.yaml").write_text(text, "utf-8", newline="")
        said = usable(Path(name))
        try:
            assert said == listing(Path(name))
        except ConfigError:
            assert said.mistakes


def test_without_a_listing_nothing_is_known_and_nothing_wrong(tmp_path: Path) -> None:
    assert usable(tmp_path) == listing(tmp_path) == Listing()
    assert all(not getattr(Listing(), one.name) for one in fields(Listing))


# --- every command goes on ---------------------------------------------------------------------

PROJECT = """\
title: A brief
tlp: TLP:CLEAR
formats: [md]
themes: [{id: fuel, title: Fuel, keywords: [fuel, convoys]}]
"""
ROWS = (
    "key,story,head\n"
    "1,Fuel is short in Bamako and the army says that convoys will come on Monday.,Fuel\n"
    "2,Drivers waited for days to buy fuel on the road from Dakar.,Drivers\n"
)
GOOD = '"exports/*.csv": {columns: {id: key, text: story, title: head}, publisher: The Wire}\n'
GONE = "gone.txt: {title: Gone}\n"
TOLD = (
    "briefgen: sources.yaml, line 2: gone.txt is listed but not there; remove the entry with"
    " briefgen remove gone.txt\n"
)


CITED = "briefgen: output/2026-W31 cites exports/a.csv; verify will call it missing\n", ""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with one export, of which an issue is built."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "briefgen.yaml").write_text(PROJECT)
    (folder / "seeds" / "exports").mkdir(parents=True)
    (folder / "seeds" / "exports" / "a.csv").write_text(ROWS)
    (folder / "seeds" / "sources.yaml").write_text(GOOD)
    built = call("build", "--date", "2026-08-02", "--config", str(folder / "briefgen.yaml"))
    assert (built.exit_code, built.stderr) == (0, "briefgen: 2 texts: 2 sentences from 2\n")
    return folder


@pytest.fixture
def desk(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the project, in which we stand."""
    shutil.copytree(project, tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize(
    "command",
    [
        "build --date 2026-08-02",
        "sources",
        "sources --dropped --json",
        "verify output/2026-W31/brief.json",
        "verify output/2026-W31/brief.json --json",
        "explain output/2026-W31/brief.json 1",
        "themes check",
        "add new.txt",
        "refresh",
        "remove exports/a.csv",
    ],
)
def test_a_file_that_is_listed_and_gone_is_told_once_and_the_command_goes_on(
    command: str, desk: Path
) -> None:
    (desk / "new.txt").write_text("Fuel is dear.")
    (desk / "seeds" / "exports" / "b.csv").write_text(ROWS.replace("days", "weeks"))
    (desk / "seeds" / "sources.yaml").write_text(GOOD + GONE)
    done = call(*command.split())
    assert done.exit_code == 0, done.output
    told = "" if command.startswith("explain") else TOLD  # it reads the ledger alone
    reported = re.sub(r"^briefgen: 4 texts: .*\n", "", done.stderr)
    assert reported.replace(*CITED) == told


def test_themes_are_suggested_without_a_listed_file(tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / "sources.yaml").write_text(GOOD.replace("csv", "txt") + GONE)
    done = call("themes", "suggest", "--count", "4", "--sources", str(tmp_path / "seeds"))
    assert done.exit_code == 0 and done.stdout
    assert done.stderr == (
        "briefgen: sources.yaml, line 1: exports/*.txt matches no file; remove the entry with"
        f" briefgen remove 'exports/*.txt'\n{TOLD}"
    )


def test_what_is_wrong_in_the_listing_of_a_folder_that_is_added_is_told(desk: Path) -> None:
    corpus(desk / "in", "gone.txt: {title: Gone}\n'*': {publisher: The Wire}\n", "new.txt")
    done = call("add", "in")
    assert done.exit_code == 0
    assert done.stderr.startswith("briefgen: in: sources.yaml, line 1: gone.txt is listed but not")
    assert listing(desk / "seeds").own == {"new.txt": Metadata(publisher="The Wire")}


@pytest.mark.parametrize(
    "after",
    [
        GOOD + GONE,
        GOOD + "exports/a.csv:\n  titel: A\n",
        GOOD + "exports/a.csv:\n  title: A: B\n",
        GOOD + "new.txt: [\n",
        GOOD + "../x: {}\n",
        GOOD + "exports: {title: A}\n",
        GOOD.replace("publisher:", "weight: none, publisher:"),
        GOOD + GOOD,
    ],
)
def test_an_issue_is_verified_with_what_is_right_in_the_listing(after: str, desk: Path) -> None:
    """So that no source is called missing because its columns are not known any more."""
    (desk / "seeds" / "sources.yaml").write_text(after)
    done = call("verify", "output/2026-W31/brief.json")
    assert done.exit_code == 0, done.output
    assert done.stdout.endswith(" 0 altered, 0 sources missing or unreadable\n")
    assert done.stderr.startswith("briefgen: sources.yaml, line ")


def test_an_issue_cannot_be_verified_without_the_columns_and_that_is_told(desk: Path) -> None:
    (desk / "seeds" / "sources.yaml").write_text(GOOD.replace("{columns", "{colums"))
    done = call("verify", "output/2026-W31/brief.json")
    assert done.exit_code == 1
    assert 'unknown key; did you mean "columns"? (not used)' in done.stderr
    assert call("build").exit_code == 2, "a mistake ends what would make something of it"


def test_the_issue_of_a_week_goes_on_without_a_listed_file(desk: Path) -> None:
    (desk / "seeds" / "sources.yaml").write_text(GOOD + GONE)
    settings = load(desk / "briefgen.yaml")
    issue = weekly.build(settings, date(2026, 8, 2), None, ())
    weekly.check(settings, issue.folder)


def test_an_issue_is_built_anew_if_a_pattern_comes_to_say_something_else(desk: Path) -> None:
    build = ("build", "--date", "2026-08-02", "--if-changed")
    assert call(*build).stdout.startswith("unchanged")
    (desk / "seeds" / "sources.yaml").write_text(GOOD.replace("Wire", "Desk"))
    assert not call(*build).stdout.startswith("unchanged")
    assert "The Desk" in (desk / "output" / "2026-W31" / "brief.md").read_text()


def test_a_source_that_may_not_lead_gives_no_bottom_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefgen.yaml").write_text(
        "title: T\ntlp: TLP:CLEAR\nformats: [md]\n"
        "themes: [{id: port, title: Ports, keywords: [harbour]}]\n"
    )
    (tmp_path / "seeds").mkdir()
    for name, place in (("a.txt", "Norvik"), ("b.txt", "Westmoor")):
        sentence = (
            f"The harbour of {place} was closed by a storm that damaged two cranes of {name}."
        )
        (tmp_path / "seeds" / name).write_text(sentence)
    leading = {}
    for name in ("a.txt", "b.txt"):
        (tmp_path / "seeds" / "sources.yaml").write_text(f'"{name[0]}*": {{lead: no}}\n')
        assert call("build", "--date", "2026-08-02").exit_code == 0
        words = (tmp_path / "output" / "2026-W31" / "brief.md").read_text()
        leading[name] = next(line for line in words.splitlines() if line.startswith("- "))
    assert "Westmoor" in leading["a.txt"] and "Norvik" in leading["b.txt"]
