"""`briefgen read` shows what is read of any file, without a project and in a fixed form."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main

TEXT = "# Ferries\n\nThe ferry left at noon on Monday. It came back in the evening.\n\nShare\n"
KEYS = "path outcome reason title published dated_by language text blocks dropped sentences"


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is no project; we stand in it."""
    (tmp_path / "a.txt").write_text(f"---\npublished: 2026-03-04\n---\n{TEXT}", "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"no PDF")
    message = EmailMessage()
    message["From"], message["Subject"] = "Nora Quist <n@example.org>", "Ferries"
    message.set_content("The report is attached to this letter.")
    message.add_attachment(TEXT, filename="c.txt")
    (tmp_path / "c.eml").write_bytes(message.as_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_json_has_an_object_for_each_text_and_offsets_in_its_text(folder: Path) -> None:
    found = json.loads(call("a.txt", "b.pdf", "c.eml", "--json").stdout)
    assert [one["path"] for one in found] == ["a.txt", "b.pdf", "c.eml/c.txt", "c.eml"]
    assert all(one.keys() >= set(KEYS.split()) for one in found)
    first, refused, attached, letter = found
    text = first["text"]
    assert (first["outcome"], first["published"], first["dated_by"], first["language"]) == (
        *("read", "2026-03-04", "front matter"),
        "en",
    )
    said = {one["kind"]: text[one["start"] : one["end"]] for one in first["blocks"]}
    assert said["paragraph"] == "The ferry left at noon on Monday. It came back in the evening."
    assert [text[one["start"] : one["end"]] for one in first["sentences"]][-2:] == [
        "The ferry left at noon on Monday.",
        "It came back in the evening.",
    ]
    assert [one["reason"] for one in first["dropped"]] == ["share bar"]
    assert (refused["outcome"], refused["text"], refused["blocks"]) == ("refused", "", [])
    assert refused["reason"].startswith("expected a PDF")
    assert (attached["outcome"], letter["author"]) == ("read", "Nora Quist")


def test_the_terminal_shows_what_is_known_the_blocks_and_what_was_dropped(folder: Path) -> None:
    shown = call("a.txt").stdout
    assert shown.startswith("a.txt: read\n")
    assert "published: 2026-03-04 (front matter)" in shown
    assert "[paragraph] The ferry left at noon on Monday. It came back" in shown
    assert "[dropped: share bar] Share" in shown


def test_each_sentence_stands_on_a_line_with_its_place(folder: Path) -> None:
    text = (folder / "a.txt").read_text("utf-8")
    start = text.index("It came")
    line = f"  {start}-{start + 28}  It came back in the evening."
    assert line in call("a.txt", "--sentences").stdout.splitlines()
    assert f"{start}-" not in call("a.txt").stdout


@pytest.mark.parametrize("path", ["missing.txt", "."])
def test_what_is_no_file_is_a_mistake_of_the_call(folder: Path, path: str) -> None:
    assert call(path).exit_code == 2
    assert call().exit_code == 2


def test_a_file_elsewhere_is_named_as_it_was_given(folder: Path) -> None:
    (folder / "d").mkdir()
    (folder / "a.txt").rename(folder / "d" / "a.txt")
    assert call(Path("d") / "a.txt").stdout.startswith(f"{Path('d') / 'a.txt'}: read")
    assert call(folder / "d" / "a.txt").stdout.startswith(f"{folder / 'd' / 'a.txt'}: read")


def test_a_name_that_could_steer_a_terminal_does_not(folder: Path) -> None:
    (folder / "a\x1b[2J.txt").write_text(TEXT, "utf-8")
    assert "\x1b" not in call("a\x1b[2J.txt").stdout
