"""Recipients: what a file of them means, every mistake in it, and who gets an issue."""

import json
import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli import main
from briefgen.errors import ConfigError
from briefgen.message import audience, listing, load_recipients
from briefgen.model import Mail, Recipient, Tlp

YAML = """\
- address: desk@example.org
- address: Board@BÜCHER.example.org
  name: The Board, all of it
  groups: [board, press]
  language: en
  parts: [markdown, pdf]
  ceiling: TLP:AMBER+STRICT
- address: дед@example.org
  name: Дед
"""
CSV = """\
address,name,groups,language,parts,ceiling
desk@example.org,,,,,
Board@BÜCHER.example.org,"The Board, all of it",board press,en,markdown pdf,TLP:AMBER+STRICT
дед@example.org,Дед
"""
MEANT = (
    Recipient("desk@example.org"),
    Recipient(
        "Board@xn--bcher-kva.example.org",
        "The Board, all of it",
        ("board", "press"),
        "en",
        ("markdown", "pdf"),
        Tlp.AMBER_STRICT,
    ),
    Recipient("дед@example.org", "Дед"),
)


def mail(folder: Path, text: str, name: str = "recipients.yaml", suppressed: str = "") -> Mail:
    """Write a file of recipients, perhaps one of the suppressed, and return settings with them."""
    (folder / name).write_text(text, "utf-8")
    settings = Mail("desk@example.org", folder / name)
    if not suppressed:
        return settings
    (folder / "suppressed.txt").write_text(suppressed, "utf-8")
    return replace(settings, suppressed=folder / "suppressed.txt")


def problems(settings: Mail) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_recipients(settings)
    return list(caught.value.problems)


# --- what a file means -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("recipients.yaml", YAML),
        ("recipients.yml", YAML),
        ("recipients.csv", CSV),
        ("RECIPIENTS.CSV", CSV.replace("\n", "\r\n")),
        ("excel.csv", "\ufeff" + re.sub(",(?! )", ";", CSV)),
        ("tabs.csv", re.sub(",(?! )", "\t", CSV)),
        ("blank.csv", CSV.replace("desk@", "\n  ,,\ndesk@").replace("address", " Address ")),
    ],
)
def test_every_form_of_a_file_means_the_same(tmp_path: Path, name: str, text: str) -> None:
    assert load_recipients(mail(tmp_path, text, name)) == MEANT


def test_whoever_has_asked_for_no_more_mail_is_marked(tmp_path: Path) -> None:
    listed = "# left in March\n\nBOARD@bücher.example.org # by letter\n#x@y\na#b@example.org\n"
    found = load_recipients(mail(tmp_path, YAML, suppressed=listed))
    assert [one.suppressed for one in found] == [False, True, False]


# --- every mistake -----------------------------------------------------------------------------


def test_all_mistakes_of_a_list_are_told_with_their_lines(tmp_path: Path) -> None:
    text = """\
- adress: desk@example.org
  name:
- address: desk@example.org
  parts: []
  ceiling: red
- address: Desk@Example.org
  language: English
- nonsense
- address: a b@example.org
- address: desk@localhost
"""
    assert problems(mail(tmp_path, text)) == [
        "line 1: [0].address: expected text, got no such key",
        'line 1: [0].adress: unknown key; did you mean "address"?',
        "line 2: [0].name: expected text, got nothing",
        "line 4: [1].parts: expected a list of at least 1, got an empty list",
        "line 5: [1].ceiling: expected TLP:RED or TLP:AMBER+STRICT or TLP:AMBER or TLP:GREEN or"
        ' TLP:CLEAR, got "red"',
        'line 6: [2].address: expected each address once, got "Desk@Example.org" again (first in'
        " line 3)",
        'line 7: [2].language: expected a language such as en or pt-BR, got "English"',
        'line 8: [3]: expected keys and values, got "nonsense"',
        'line 9: [4].address: expected an address, got "a b@example.org": The email address'
        " contains invalid characters before the @-sign: SPACE.",
        'line 10: [5].address: expected an address, got "desk@localhost": The part after the'
        " @-sign is not valid. It should have a period.",
    ]


def test_all_mistakes_of_a_table_are_told_with_their_lines(tmp_path: Path) -> None:
    text = """\
address,adress,parts,parts
desk@example.org,,word
"Desk
",x
DESK@example.org,,,,,
,,pdf
"""
    assert problems(mail(tmp_path, text, "recipients.csv")) == [
        'line 1: unknown column "adress"; did you mean "address"?',
        'line 1: expected the column "parts" once, got it again',
        'line 2: [0].parts[0]: expected markdown or html or pdf, got "word"',
        'line 3: [1].address: expected an address, got "Desk": An email address must have an'
        " @-sign.",
        "line 5: expected 4 cells as in the first row, got 6",
        'line 5: [2].address: expected each address once, got "DESK@example.org" again (first in'
        " line 2)",
        "line 6: [3].address: expected text, got no such key",
    ]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("r.txt", YAML, "expected a name ending in .csv, .yaml, .yml"),
        ("r.yaml", "", "line 1: expected a list of at least 1, got nothing"),
        ("r.yaml", "[]", "line 1: expected a list of at least 1, got an empty list"),
        ("r.yaml", "a: b", 'line 1: expected a list of at least 1, got the key "a"'),
        ("r.csv", "", "line 1: expected a list of at least 1, got an empty list"),
        ("r.csv", "address\n", "line 1: expected a list of at least 1, got an empty list"),
        ("r.csv", 'address\n"a@b', "line 2: expected a table (CSV), got: unexpected end of data"),
    ],
)
def test_a_file_that_is_no_list_of_recipients_is_refused(
    tmp_path: Path, name: str, text: str, problem: str
) -> None:
    assert problem in problems(mail(tmp_path, text, name))


def test_files_that_are_not_there_or_not_text_are_refused_by_name(tmp_path: Path) -> None:
    absent = Mail("desk@example.org", tmp_path / "none.yaml")
    assert problems(absent) == ["expected a file, got: No such file or directory"]
    settings = mail(tmp_path, YAML, suppressed="x@example.org\n")
    assert settings.suppressed
    settings.suppressed.write_bytes(b"\xff\xfe")
    assert problems(settings)[0].startswith("expected a list of addresses, got:")
    settings.suppressed.unlink()
    assert "No such file" in problems(settings)[0]


def test_a_wish_for_no_more_mail_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    found = problems(mail(tmp_path, YAML, suppressed="x@example.org\nThe Board\nx@\n"))
    assert [one.partition(", got ")[0] for one in found] == [
        "line 2: expected an address",
        "line 3: expected an address",
    ]


@given(st.text())
def test_no_table_makes_anything_but_recipients_or_problems(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    try:
        found = load_recipients(mail(folder, f"address,name\n{text}", "r.csv"))
    except ConfigError as error:
        assert error.problems
    else:
        assert found


# --- who gets an issue -------------------------------------------------------------------------

SETTINGS = Mail("desk@example.org", Path("recipients.yaml"), groups=("board",))
READER = Recipient("reader@example.org", groups=("press", "board"), ceiling=Tlp.AMBER)
STRICTNESS = [Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED]


@pytest.mark.parametrize(("marking", "ceiling"), list(product(STRICTNESS, repeat=2)))
def test_nobody_receives_above_their_ceiling(marking: Tlp, ceiling: Tlp) -> None:
    found = audience([replace(READER, ceiling=ceiling)], SETTINGS, marking)
    allowed = STRICTNESS.index(marking) <= STRICTNESS.index(ceiling)
    assert len(found.receiving) == allowed
    assert [one.reason for one in found.left_out] == (
        [] if allowed else [f"may read up to {ceiling}, the issue is marked {marking}"]
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"language": "en"}, ""),
        ({"language": "EN"}, ""),
        ({"suppressed": True, "ceiling": Tlp.CLEAR}, "has asked for no more mail"),
        ({"groups": ("press",)}, "is in none of the groups board"),
        ({"groups": ()}, "is in none of the groups board"),
        ({"language": "fr"}, "reads fr, the issue is in en-GB"),
        ({"language": "e"}, "reads e, the issue is in en-GB"),
        ({"language": "en-US"}, "reads en-US, the issue is in en-GB"),
    ],
)
def test_whoever_is_left_out_is_told_why(change: dict[str, object], reason: str) -> None:
    one = replace(READER, **change)  # type: ignore[arg-type] # the table's own keys
    found = audience([one], SETTINGS, Tlp.AMBER, "en-GB")
    assert [left.reason for left in found.left_out] == ([reason] if reason else [])
    assert len(found.receiving) == (reason == "")


def test_without_groups_everyone_is_meant() -> None:
    everyone = replace(SETTINGS, groups=())
    assert len(audience([replace(READER, groups=())], everyone, Tlp.CLEAR).receiving) == 1


def test_everyone_gets_the_parts_they_ask_for_or_else_the_configured_ones() -> None:
    two = [READER, replace(READER, parts=("markdown",))]
    found = audience(two, replace(SETTINGS, parts=("pdf", "html")), Tlp.CLEAR)
    assert [one.parts for one in found.receiving] == [("pdf", "html"), ("markdown",)]


def test_an_address_that_not_every_server_takes_is_pointed_out() -> None:
    lines = listing(audience(MEANT, replace(SETTINGS, groups=()), Tlp.CLEAR), Tlp.CLEAR)
    assert [line.endswith(" (the server must know SMTPUTF8)") for line in lines] == [
        False, False, True, False,
    ]  # fmt: skip


def test_the_listing_says_who_gets_what_and_who_does_not() -> None:
    people = [replace(one, groups=("board",)) for one in MEANT]
    why = "may read up to TLP:CLEAR, the issue is marked TLP:AMBER"
    assert list(listing(audience(people, SETTINGS, Tlp.AMBER), Tlp.AMBER)) == [
        "gets      The Board, all of it <Board@xn--bcher-kva.example.org>  markdown, pdf",
        f"left out  {'desk@example.org':<54}  {why}",
        f"left out  {'Дед <дед@example.org>':<54}  {why}",
        "An issue marked TLP:AMBER goes to 1 of 3; left out: 2",
    ]


# --- the command -------------------------------------------------------------------------------

CONFIGURATION = """\
title: Fuel
tlp: TLP:AMBER
themes: [{id: fuel, title: Fuel, keywords: [fuel]}]
"""
MAIL = "mail: {sender: desk@example.org, recipients: recipients.yaml}\n"


def check(folder: Path, end: str, *options: str) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr of the check of a project that ends like this."""
    (folder / "seeds").mkdir()
    (folder / "recipients.yaml").write_text(YAML, "utf-8")
    config = folder / "briefgen.yaml"
    config.write_text(CONFIGURATION + end, "utf-8")
    words = ["recipients", "check", "--config", str(config), *options]
    done = CliRunner().invoke(main, words)
    return done.exit_code, done.stdout, done.stderr


def test_the_check_tells_what_an_issue_marked_as_configured_would_do(tmp_path: Path) -> None:
    code, out, err = check(tmp_path, MAIL)
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "An issue marked TLP:AMBER goes to 1 of 3; left out: 2"


def test_the_check_answers_in_json(tmp_path: Path) -> None:
    code, out, err = check(tmp_path, MAIL, "--json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert [one["address"] for one in answer["receiving"]] == [MEANT[1].address]
    assert answer["left_out"][0]["recipient"]["address"] == "desk@example.org"
    assert "TLP:CLEAR" in answer["left_out"][0]["reason"]


def test_the_check_needs_the_key_mail(tmp_path: Path) -> None:
    code, out, err = check(tmp_path, "")
    assert (code, out) == (2, "")
    assert "has no `mail:` section, which names the recipients" in err
