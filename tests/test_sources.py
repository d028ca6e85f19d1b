"""`briefgen sources`: the corpus as a table that fits a terminal, and what can be asked of it."""

import json
import shutil
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main

CHECKOUT = Path(__file__).resolve().parent.parent
STORY = " ".join(
    f"The {colour} army left the {place} at dawn and took {number} tankers along the road."
    for number, (colour, place) in enumerate(
        zip(
            "red blue green black white grey brown pale dark light old new".split(),
            "town port fort mine camp mill farm hill ford well gate wall".split(),
            strict=True,
        )
    )
)
LISTING = """
families:
  The Group: [The Morning, The Evening]
first.txt: {publisher: The Morning, title: The army leaves, published: 2025-11-04, language: en}
second.txt: {publisher: The Evening, published: 2025-11-05}
a/very/long/path/to/some/of/the/texts/in/the/folder.txt: {publisher: Elsewhere, title: "%s"}
""" % ("A headline that goes on and on " * 9)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(CHECKOUT / "briefgen.yaml", tmp_path)
    seeds = tmp_path / "seeds"
    (seeds / "a/very/long/path/to/some/of/the/texts/in/the").mkdir(parents=True)
    for name, words in {
        "first.txt": STORY,
        "second.txt": f"An evening headline\n\n{STORY} More is to come, it is said.",
        "third.txt": STORY,
        "empty.txt": "",
        "image.png": "x",
        "a/very/long/path/to/some/of/the/texts/in/the/folder.txt": (
            "Published: 03/04/2025\nSubscribe now\nThe ministry has counted its trucks again."
        ),
    }.items():
        (seeds / name).write_text(words, "utf-8")
    (seeds / "sources.yaml").write_text(LISTING, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*words: str) -> Result:
    done = CliRunner().invoke(main, ["sources", *words])
    assert done.exit_code == 0, done.output
    return done


def listed(*words: str) -> list[str]:
    return [one["path"] for one in json.loads(call("--json", *words).stdout)]


def test_the_table_fits_100_columns_and_says_what_is_known(desk: Path) -> None:
    lines = call().stdout.splitlines()
    assert all(len(line) <= 100 for line in lines)
    assert lines[0].split() == ("verdict date from lang words origin file outlet: title".split())
    rows = {line.split()[0]: " ".join(line.split()) for line in lines if "2025-11-0" in line}
    assert rows["read"] == "read 2025-11-04 listed en 180 1 first.txt The Morning: The arm…"
    assert rows["reprint"].startswith("reprint 2025-11-05 listed en 190 1 second.txt for the most")
    assert "           undated, for “03/04/2025” can be read in two ways" in lines
    assert any("a/very/long/…e/folder.txt" in line and line.endswith("…") for line in lines)
    assert lines[-1] == "6 seen: 2 read, 1 empty, 1 duplicate, 1 reprint, 1 refused"


def test_a_wider_terminal_shows_more(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    lines = call().stdout.splitlines()
    assert max(map(len, lines)) == 160
    monkeypatch.setenv("COLUMNS", "20")
    assert max(map(len, call().stdout.splitlines())) == 100


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), 6),
        (("--outcome", "reprint"), ["second.txt"]),
        (("--outcome", "empty", "--outcome", "refused"), ["empty.txt", "image.png"]),
        (("--outlet", "the"), ["first.txt", "second.txt"]),
        (("--outlet", "MORNING"), ["first.txt"]),
        (("--since", "2025-11-05"), ["second.txt"]),
        (("--since", "2025-11-01", "--until", "2025-11-04"), ["first.txt"]),
        (("--undated", "--outcome", "duplicate"), ["third.txt"]),
        (("--cited",), []),
        (("--uncited", "--outcome", "read", "--outlet", "the"), ["first.txt"]),
    ],
)
def test_files_can_be_asked_for(desk: Path, words: tuple[str, ...], found: list[str] | int) -> None:
    paths = listed(*words)
    assert (len(paths) if isinstance(found, int) else paths) == found
    assert f"{len(paths)} shown" in (last := call(*words).stdout.splitlines()[-1]) or not words
    assert last.startswith("6 seen")


def test_json_has_everything_at_full_length(desk: Path) -> None:
    found = {one["path"]: one for one in json.loads(call("--json", "--dropped").stdout)}
    first, second, third = (found[f"{name}.txt"] for name in ("first", "second", "third"))
    assert (first["dated_by"], first["language"], first["words"]) == ("sources.yaml", "en", 180)
    assert {one["origin"] for one in (first, second, third)} == {"first.txt"}
    assert (second["outcome"], third["outcome"]) == ("reprint", "duplicate")
    [long] = [one for path, one in found.items() if path.startswith("a/")]
    assert long["doubts"] == ["undated, for “03/04/2025” can be read in two ways"]
    assert [one["reason"] for one in long["dropped"]] == ["publication line", "subscription line"]
    assert found["image.png"]["origin"] is None


def test_what_is_listed_and_gone_has_a_row_and_is_told_once(desk: Path) -> None:
    listing = desk / "seeds" / "sources.yaml"
    listing.write_text(f"{LISTING}gone.txt: {{title: Gone}}\n'*.pdf': {{language: fr}}\n", "utf-8")
    for words in ((), ("--dropped",)):
        done = call(*words)
        assert done.stderr.splitlines() == [
            "briefgen: sources.yaml, line 7: gone.txt is listed but not there;"
            " remove the entry with briefgen remove gone.txt",
            "briefgen: sources.yaml, line 8: *.pdf matches no file;"
            " remove the entry with briefgen remove '*.pdf'",
        ]
        rows = [" ".join(line.split()) for line in done.stdout.splitlines()]
        assert any(row.startswith("absent gone.txt listed but not") for row in rows)
        assert rows[-1] == "6 seen: 2 read, 1 empty, 1 duplicate, 1 reprint, 1 refused; 2 absent"
    assert listed("--outcome", "absent") == ["gone.txt", "*.pdf"]
    found = {one["path"]: one for one in json.loads(call("--json").stdout)}
    assert found["gone.txt"]["reason"] == "listed but not there (sources.yaml, line 7)"
    assert found["first.txt"]["publisher"] == "The Morning"


def test_what_a_pattern_says_is_in_the_table(desk: Path) -> None:
    (desk / "seeds" / "sources.yaml").write_text('"a/**": {publisher: The Wire, language: fr}\n')
    assert listed("--outlet", "wire") == ["a/very/long/path/to/some/of/the/texts/in/the/folder.txt"]


def test_dropped_furniture_is_told_of_the_cards_that_would_be_shown_without(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both come of the one reading, since no index keeps what was dropped."""
    expected = [{**one, "dropped": []} for one in json.loads(call("--json").stdout)]
    monkeypatch.setattr("briefgen.study.catalogue", None)
    found = [{**one, "dropped": []} for one in json.loads(call("--json", "--dropped").stdout)]
    assert found == expected


def test_the_issues_that_cite_a_file_are_named_and_a_broken_ledger_is_passed_over(
    tmp_path: Path, sample_issue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CHECKOUT / "seeds", tmp_path / "seeds")
    shutil.copy(CHECKOUT / "briefgen.yaml", tmp_path)
    for week in ("2025-W49", "2025-W50"):
        (tmp_path / "output" / week).mkdir(parents=True)
        shutil.copy(sample_issue / "brief.json", tmp_path / "output" / week)
    (tmp_path / "output" / "2025-W51").mkdir()
    (tmp_path / "output" / "2025-W51" / "brief.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    done = call()
    assert done.stdout.count("2025-W50 +1") == 5
    assert "2025-W51" in done.stderr and "expected an intact brief.json" in done.stderr
    assert listed("--uncited") == []
    cited = json.loads(call("--json", "--cited").stdout)
    assert [one["cited"] for one in cited] == [["2025-W49", "2025-W50"]] * 5


def test_who_else_carried_a_story_is_said_where_it_is_cited(desk: Path) -> None:
    words = ["build", "--week", "2025-W45", "--config", str(desk / "briefgen.yaml")]
    (desk / "briefgen.yaml").write_text(
        "title: A brief\ntlp: TLP:CLEAR\nformats: [md]\n"
        "themes: [{id: war, title: War, keywords: [army, tankers]}]\n",
        "utf-8",
    )
    seeds = desk / "seeds"
    listing = (seeds / "sources.yaml").read_text("utf-8")
    (seeds / "sources.yaml").write_text(f"{listing}third.txt: {{publisher: A Third}}\n", "utf-8")
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    issue = desk / "output" / "2025-W45"
    brief = (issue / "brief.md").read_text("utf-8")
    assert "4 November 2025. Also carried by A Third. File: first.txt" in brief  # not The Evening
    [first] = [
        one
        for one in json.loads((issue / "brief.json").read_bytes())["sources"]
        if one["path"] == "first.txt"
    ]
    assert (first["carriers"], first["dated_by"]) == (["A Third"], "sources.yaml")


def test_what_could_not_be_read_of_a_text_is_told_by_sources_and_by_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "briefgen.yaml").write_text(
        "title: A brief\ntlp: TLP:CLEAR\nformats: [md]\n"
        "themes: [{id: war, title: War, keywords: [army, tankers]}]\n",
        "utf-8",
    )
    message = EmailMessage()
    message["From"], message["Date"] = "desk@example.org", "Tue, 4 Nov 2025 10:00:00 +0000"
    message.set_content("The army left the town at dawn, and the tankers of the ministry followed.")
    message.add_attachment(b"PK", maintype="application", subtype="x", filename="figures.xlsx")
    (tmp_path / "seeds" / "letter.eml").write_bytes(message.as_bytes())
    monkeypatch.chdir(tmp_path)
    loss = "read in part: the attachment figures.xlsx, in a format without a reader"
    assert loss in call().stdout
    done = CliRunner().invoke(main, ["build", "--week", "2025-W45"])
    assert (done.exit_code, f"letter.eml: {loss}" in done.stderr) == (0, True)
    ledger = json.loads((tmp_path / "output" / "2025-W45" / "brief.json").read_bytes())
    assert ledger["inputs"]["doubts"] == [f"letter.eml: {loss}"]
    again = CliRunner().invoke(main, ["build", "--week", "2025-W45"])
    assert f"letter.eml: {loss}" in again.stderr
