"""The README and the changelog say what is so: commands, options, keys, files, examples."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from briefgen import __version__
from briefgen.cli import main
from briefgen.config import load
from briefgen.config.mail import (
    CopiesShape,
    DkimShape,
    MailShape,
    ServerShape,
    UnsubscribeShape,
    WebhookShape,
)
from briefgen.config.shape import FileShape, ThemeShape
from briefgen.message import load_recipients
from briefgen.message.recipients import RecipientShape
from briefgen.model import Limits, Mail, Metadata, SourceRule
from briefgen.read import READERS, Listed, listing, read
from briefgen.read.patterns import Patterns
from briefgen.read.sources_yaml.shape import ListedShape
from briefgen.salience.score import PARTS
from briefgen.scaffold import scaffold

CHECKOUT = Path(__file__).resolve().parent.parent
README = (CHECKOUT / "README.md").read_text("utf-8")
PATTERNS_SHOWN = "| in a pattern |" + README.partition("| in a pattern |")[2].partition("\n\n")[0]
CHANGELOG = (CHECKOUT / "CHANGELOG.md").read_text("utf-8")


def fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def sections() -> dict[str, str]:
    """Return what the README says below each heading of a command, by the heading."""
    found = re.findall(r"^### `(briefgen .*?)`\n(.*?)(?=^##)", README, re.MULTILINE | re.DOTALL)
    return dict(found)


def first_cells(heading: str) -> list[str]:
    """Return the first cells of the table whose first heading is `heading`."""
    table = re.search(rf"^\| {heading} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", README, re.MULTILINE)
    assert table, heading
    return [re.split(r" ?\| ?", row)[1].strip("`") for row in table[1].splitlines()]


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command that does something with its name, those of groups after the group's."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield f"{path}{name}", command


COMMANDS = dict(commands(main))


def usage(name: str) -> str:
    """Return the command line of a command as its parser has it, options aside."""
    command = COMMANDS[name]
    is_group = isinstance(command, click.Group)
    pieces = [] if is_group else command.collect_usage_pieces(click.Context(command))
    return " ".join(["briefgen", name, *(one for one in pieces if one != "[OPTIONS]")])


def options(name: str) -> Iterator[str]:
    """Yield the options of a command as its parser has them."""
    command = COMMANDS[name]
    for option in command.params:
        if isinstance(option, click.Option):
            metavar = "" if option.is_flag else f" {option.make_metavar(click.Context(command))}"
            yield f"{option.opts[0]}{metavar}"


# --- commands ----------------------------------------------------------------------------------


def test_every_command_is_documented_as_its_parser_has_it_and_no_other() -> None:
    assert sorted(sections()) == sorted(usage(name) for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented_as_its_parser_has_it_and_no_other(name: str) -> None:
    documented = re.findall(r"^\| `(--.*?)` \|", sections()[usage(name)], re.MULTILINE)
    assert documented == list(options(name))


def examples() -> Iterator[str]:
    """Yield the examples for a shell; those of the week at a desk follow from each other."""
    week = re.search(r"^### A week at the desk\n.*?(?=^##)", README, re.MULTILINE | re.DOTALL)
    assert week
    in_a_row = re.findall(r"^```sh\n(.*?)^```$", week[0], re.MULTILINE | re.DOTALL)
    yield "".join(in_a_row)
    yield from (block for block in fenced("sh") if block not in in_a_row)


@pytest.mark.parametrize("block", list(examples()), ids=lambda block: block.split("\n")[0][:40])
def test_the_examples_run(block: str, tmp_path: Path) -> None:
    """Each runs in a copy of what a checkout has beside the code; stderr has reports alone."""
    shutil.copytree(CHECKOUT / "seeds", tmp_path / "seeds")
    shutil.copy(CHECKOUT / "briefgen.yaml", tmp_path)
    command = tmp_path / "bin" / "briefgen"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefgen "$@"\n')
    command.chmod(0o755)
    path = os.pathsep.join([str(command.parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block],
        cwd=tmp_path,
        env=os.environ | {"PATH": path, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    reports = re.compile(r"briefgen: (\d+ texts?: |0 sentences where |.*: undated, )")
    assert [line for line in done.stderr.splitlines() if not reports.match(line)] == []
    assert done.stdout


def test_every_make_target_named_is_one() -> None:
    named = set(re.findall(r"[`$] ?make ([a-z]+)", README))
    listed = subprocess.run(["make", "help"], cwd=CHECKOUT, capture_output=True, encoding="utf-8")
    known = set(re.findall(r"make ([a-z]+)", listed.stdout))
    assert {"brief", "test", "bench", "golden"} <= named <= known


def test_the_other_commands_shown_are_make_pip_and_briefgens_own() -> None:
    lines = "".join(fenced("console")).splitlines()
    assert lines
    for line in lines:
        known = [f"briefgen {name}" for name in main.commands]
        assert re.fullmatch(rf"\$ (make [a-z]+|pip install \.|{'|'.join(known)})", line)


# --- files and keys ----------------------------------------------------------------------------


def test_the_keys_of_the_configuration_are_all_documented_and_no_other() -> None:
    assert sorted(first_cells("key")) == sorted(FileShape.model_fields)
    assert sorted(first_cells("key of a theme")) == sorted(ThemeShape.model_fields)
    assert first_cells("key of `limits`") == [field.name for field in fields(Limits)]


def test_what_makes_a_score_is_all_documented_and_nothing_else() -> None:
    assert first_cells("feature") == [*PARTS, "event"]


def test_defaults_and_what_must_be_given_are_as_documented() -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \| .* \| (.*) \|$", README, re.MULTILINE)
    said = dict(reversed(rows))  # the tables of the configuration come first
    for shape in (FileShape, ThemeShape):
        for name, field in shape.model_fields.items():
            assert (said[name] == "an error") is field.is_required(), name
            if isinstance(field.default, str) and field.default:
                assert said[name] == f"`{field.default}`"
    numbers = {name: said[name] for name in first_cells("key of `limits`")[:-1]}
    assert {name: int(number) for name, number in numbers.items()} == {
        field.name: field.default for field in fields(Limits) if isinstance(field.default, int)
    }
    assert said["per_source"] == "100 and 1000"


def test_every_suffix_that_has_a_reader_is_documented() -> None:
    rows = re.findall(r"^\| (`\.[^|]*) \| .* \|$", README, re.MULTILINE)
    assert sorted(re.findall(r"`(\.\w+)`", "".join(rows))) == sorted(READERS)


def test_every_extra_is_documented_and_no_other() -> None:
    told = re.search(r"an extra brings: (.*?)\n\n", README, re.DOTALL)
    assert told
    named = set(re.findall(r"`(\w+)`\s\(", told[1]))
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    assert named == project["optional-dependencies"].keys() - {"dev"}
    used = re.findall(r"\.\[(.*?)\]|the\s+extra\s+`(\w+)`", README)
    assert {name for each in used for name in ",".join(filter(None, each)).split(",")} <= named


def test_what_can_be_said_of_a_source_is_shown_and_can_be_read(tmp_path: Path) -> None:
    (listing, _), [front] = fenced("yaml"), fenced("markdown")
    (tmp_path / "sources.yaml").write_text(listing, "utf-8")
    (tmp_path / "report.txt").write_text("The first sentence of the text.", "utf-8")
    (tmp_path / "other.md").write_text(front, "utf-8")
    other, report = (verdict.document for verdict in read(tmp_path))
    assert report and None not in [getattr(report.metadata, one.name) for one in fields(Metadata)]
    assert other and other.metadata.title == "The headline of the text"
    assert other.text.strip() == "The first sentence of the text."


def test_the_patterns_shown_match_what_they_are_said_to_match() -> None:
    row = r"\| `([^`]+)` \| (`[^|]+`) \| `([^`]+)` \|$"
    shown = re.findall(row, PATTERNS_SHOWN, re.MULTILINE)
    assert len(shown) == len(PATTERNS_SHOWN.splitlines()) - 2 == 7
    for text, matched, passed_over in shown:
        pattern = Patterns([text])
        assert all(pattern.matching(path) for path in re.findall("`(.+?)`", matched))
        assert not pattern.matching(passed_over)


def test_what_can_be_said_of_many_sources_is_shown_and_can_be_read(tmp_path: Path) -> None:
    [text] = [block for block in fenced("text") if "wire/**" in block]
    (tmp_path / "sources.yaml").write_text(text, "utf-8")
    for path in ("a.txt", "wire/2026-08-01.txt", "wire/exports/a.csv"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    said = listing(tmp_path)
    assert said.problems == ()
    assert said.files["wire/2026-08-01.txt"] == Listed(
        Metadata(publisher="A Guest", language="en"), {}, SourceRule(0.5, lead=False)
    )
    assert said.files["wire/exports/a.csv"].columns == {"text": "story", "title": "head"}
    assert set(ListedShape.model_fields) - {one.name for one in fields(Metadata)} == {
        key for key in ("columns", "weight", "lead") if f"`{key}" in README
    }


KEYS_OF_MAIL: dict[str, type[BaseModel]] = {
    "key of `mail`": MailShape,
    "key of `unsubscribe`": UnsubscribeShape,
    "key of `server`": ServerShape,
    "key of `dkim`": DkimShape,
    "key of `webhook`": WebhookShape,
    "key of `copies`": CopiesShape,
    "key of a recipient": RecipientShape,
}


@pytest.mark.parametrize("heading", KEYS_OF_MAIL)
def test_the_keys_of_mail_are_all_documented_and_no_other(heading: str) -> None:
    shape = KEYS_OF_MAIL[heading]
    assert first_cells(heading) == list(shape.model_fields)
    table = README.partition(f"| {heading} |")[2].partition("\n\n")[0]
    must = re.findall(r"^\| `(\w+)` \| .* \| an error \|$", table, re.MULTILINE)
    assert must == [name for name, field in shape.model_fields.items() if field.is_required()]


def test_what_can_be_said_of_a_recipient_is_shown_and_can_be_read(tmp_path: Path) -> None:
    listing = fenced("yaml")[1]
    (tmp_path / "recipients.yaml").write_text(listing, "utf-8")
    mail = Mail("desk@example.org", tmp_path / "recipients.yaml")
    board, _ = load_recipients(mail)
    assert all(getattr(board, name) for name in RecipientShape.model_fields)


def test_the_mail_of_a_new_project_needs_only_its_marks_taken_away(tmp_path: Path) -> None:
    config, _ = scaffold(tmp_path)
    assert load(config).mail is None
    text = config.read_text("utf-8")
    start = text.index("# mail:")
    mail, _, rest = text[start:].partition("\n\n")
    config.write_text(text[:start] + mail.replace("# ", "", 1).replace("\n# ", "\n") + rest)
    found = load(config).mail
    assert found and found.server and found.server.password == "env:SMTP_PASSWORD"
    assert found.recipients == tmp_path / "recipients.csv"


MADE = {"output/", ".venv", "desk/", "output/2025-W49", ".venv/bin/briefgen", "OUT.jsonl"}
MADE |= {"recipients.yaml", "recipients.csv", "briefgen.outbox.sqlite", "FILE.eml", "FILE.html"}
MADE |= {"feeds.yaml"}


def test_every_file_named_is_there() -> None:
    """A path in backticks is one of the checkout, or of the templates, or is made by a command."""
    text = README.replace(PATTERNS_SHOWN, "")
    named = set(re.findall(r"`([\w./-]*(?:/|\.[a-z][a-z0-9]{1,4}))`", text)) | {"LICENSE"}
    made = {"brief.md", "brief.html", "brief.pdf", "brief.json", "sources.yaml", *MADE}
    roots = (CHECKOUT, CHECKOUT / "templates", CHECKOUT / "seeds")
    suffixes = set(READERS)
    missing = [
        name
        for name in sorted(named - made - suffixes)
        if not any((root / name).exists() for root in roots)
    ]
    assert missing == []
    assert {"briefgen/pipeline.py", "briefgen/ledger/brief.schema.json", "brief.md.j2"} <= named


def test_the_bottom_line_shown_is_that_of_the_golden_brief() -> None:
    golden = (CHECKOUT / "tests" / "golden" / "brief.md").read_text("utf-8").splitlines()
    shown = [line.removeprefix("> ") for line in README.splitlines() if line.startswith("> - ")]
    assert shown == [line for line in golden if line.startswith("- **")], "`make golden` takes it"


def test_the_changelog_opens_with_this_version() -> None:
    heading = r"^## \[(\d+\.\d+\.\d+)\] - (?:unreleased|\d{4}-\d\d-\d\d)$"
    versions = re.findall(heading, CHANGELOG, re.MULTILINE)
    assert versions[0] == __version__
    assert "\n## [Unreleased]\n" in CHANGELOG
    for name in COMMANDS:
        assert f"`briefgen {name}`" in CHANGELOG
