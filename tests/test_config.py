"""`briefgen.yaml`: what a right one means, and every mistake with its line, path and remedy."""

import json
import re
from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen import bundled
from briefgen.config import LARGEST, load
from briefgen.errors import ConfigError, UsageError
from briefgen.language import terms
from briefgen.model import Copy, Dkim, Keyword, Limits, Mail, Server, Theme, Tlp, Unsubscribe
from briefgen.read.sources_yaml import declared, listing
from briefgen.scaffold import scaffold

RIGHT = """\
series: The Sahel Watch
title: Mali on the brink
organisation: A desk
tlp: TLP:CLEAR
sources: seeds
output: output
formats: [md, pdf]
page: Letter
limits: {sentences_per_section: 5, words_per_sentence: 50, words: 800}
themes:
  - id: blockade
    title: The Blockade
    description: Fuel that does not come.
    keywords: [fuel blockade: 2.5, siege]
    exclusions: [fuel cell]
  - id: us-policy
    title: U.S. Policy
    keywords: [U.S.]
"""


def written(folder: Path, text: str | bytes) -> Path:
    """Write a project with its sources, and return its configuration."""
    (folder / "seeds").mkdir(exist_ok=True)
    path = folder / "briefgen.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(path)
    return list(caught.value.problems)


def changed(line: int, text: str) -> str:
    """Return the right file with one line, counted from 1, replaced."""
    lines = RIGHT.splitlines()
    lines[line - 1] = text
    return "\n".join(lines) + "\n"


# --- what a right file means -----------------------------------------------------------------


def test_every_key_reaches_the_settings(tmp_path: Path) -> None:
    settings = load(written(tmp_path, RIGHT))
    assert settings.path == tmp_path / "briefgen.yaml"
    assert (settings.series, settings.title) == ("The Sahel Watch", "Mali on the brink")
    assert (settings.organisation, settings.tlp) == ("A desk", Tlp.CLEAR)
    assert (settings.sources, settings.output) == (tmp_path / "seeds", tmp_path / "output")
    assert (settings.formats, settings.page) == (("md", "pdf"), "Letter")
    assert settings.limits == Limits(5, 50, 800)
    assert settings.themes == (
        Theme(
            "blockade",
            "The Blockade",
            (Keyword("fuel blockade", 2.5), Keyword("siege")),
            "Fuel that does not come.",
            ("fuel cell",),
        ),
        Theme("us-policy", "U.S. Policy", (Keyword("U.S."),)),
    )


def test_a_title_a_marking_and_one_theme_are_enough(tmp_path: Path) -> None:
    least = "title: Mali\ntlp: TLP:RED\nthemes: [{id: a, title: A, keywords: [siege]}]\n"
    settings = load(written(tmp_path, least))
    assert (settings.series, settings.organisation) == ("", "")
    assert (settings.sources, settings.output) == (tmp_path / "seeds", tmp_path / "output")
    assert (settings.formats, settings.page) == (("md", "html", "pdf"), "A4")
    assert settings.limits == Limits()


@pytest.mark.parametrize("text", ["no", "12:30:45", "2025-11-04", "1e3", "0x1F", "010", "true"])
def test_what_is_written_as_text_stays_as_it_is_written(tmp_path: Path, text: str) -> None:
    assert load(written(tmp_path, changed(2, f"title: {text}"))).title == text


def test_text_wrapped_in_the_file_is_one_line(tmp_path: Path) -> None:
    settings = load(written(tmp_path, changed(2, "title: >\n  Mali on\n  the brink")))
    assert settings.title == "Mali on the brink"


def test_a_byte_order_mark_and_other_line_ends_make_no_difference(tmp_path: Path) -> None:
    plain = load(written(tmp_path, RIGHT))
    assert load(written(tmp_path, b"\xef\xbb\xbf" + RIGHT.encode())) == plain
    assert load(written(tmp_path, RIGHT.replace("\n", "\r\n"))) == plain


def test_own_templates_go_before_those_of_briefgen(tmp_path: Path) -> None:
    path = written(tmp_path, RIGHT)
    assert load(path).templates == (bundled.templates(),)
    (tmp_path / "templates").mkdir()
    assert load(path).templates == (tmp_path / "templates", bundled.templates())


# --- every mistake ---------------------------------------------------------------------------

PHRASE = "a phrase that can match (stop words, signs and single letters cannot)"
KEYWORD = f"{PHRASE}, or phrase: weight"
WORDS = "a whole number of at least 50 and at most 100,000"
ID = "small letters a to z, digits and hyphens, beginning with a letter"
TLPS = "TLP:RED or TLP:AMBER+STRICT or TLP:AMBER or TLP:GREEN or TLP:CLEAR"
TABLE = (Path(__file__).parent / "config_mistakes.txt").read_text("utf-8")
MISTAKES = re.findall(r"^@ (\d+)\n((?:[^>].*\n)+)((?:> .+\n)+)", TABLE, re.MULTILINE)


@pytest.mark.parametrize(("line", "text", "expected"), MISTAKES)
def test_a_mistake_is_told_with_line_path_expected_and_found(
    tmp_path: Path, line: str, text: str, expected: str
) -> None:
    found = problems(written(tmp_path, changed(int(line), text.rstrip("\n"))))
    assert "".join(f"> {problem}\n" for problem in found) == expected


CANARY = "hunter2"
SERVER = """\
mail:
  sender: desk@example.org
  recipients: r.yaml
  server:
    host: smtp.example.org
    username: desk
    password: """


@pytest.mark.parametrize(
    "literal",
    [
        CANARY,
        f'"{CANARY}"',
        f"{CANARY} with blanks",
        f"env-{CANARY}",
        f"!{CANARY}",
        f"!{CANARY}!x",
        f"!<{CANARY}> x",
        f"&{CANARY} x",
        f"*{CANARY}",
        f"@{CANARY}",
        f"%{CANARY}",
        f"`{CANARY}",
        f'"{CANARY}',
        f'"{CANARY}\\q"',
        f'"x" {CANARY}',
        f"x: {CANARY}",
        f"{{{CANARY}: x}}",
        f"{{{CANARY}: x, {CANARY}: y}}",
        f"[{CANARY}, [{CANARY}]]",
        f"|\n      {CANARY}",
        f"|\n{CANARY}",
        f"x\n    password: {CANARY}",
        f"x\n    pasword: {CANARY}",
        f"x\n  password: {CANARY}",
        f"env:X\n    host: smtp://desk:{CANARY}@smtp.example.org",
        f"env:X\n  copies: {{to: 's3://desk:{CANARY}@bucket/briefs'}}",
        f"env:X\n  copies: {{to: s3://bucket, options: {{secret: {CANARY}}}}}",
        f"env:X\n  copies: {{to: s3://bucket, options: {{key: {CANARY}}}}}",
        f"env:X\n  copies: {{to: s3://bucket, secrets: {{key: {CANARY}}}}}",
    ],
)
def test_a_password_in_the_file_is_an_error_that_does_not_show_it(
    tmp_path: Path, literal: str
) -> None:
    found = problems(written(tmp_path, f"{RIGHT}{SERVER}{literal}\n"))
    assert found and CANARY not in "\n".join(found)


@pytest.mark.parametrize(
    ("written_as", "meant"),
    [
        ("env:SMTP_PASSWORD", "env:SMTP_PASSWORD"),
        ("keyring:briefgen", "keyring:briefgen"),
        ("file:secrets/smtp", "file:{folder}/secrets/smtp"),
        ("file:/run/secrets/smtp", "file:/run/secrets/smtp"),
    ],
)
def test_a_password_is_named_by_its_place(tmp_path: Path, written_as: str, meant: str) -> None:
    mail = load(written(tmp_path, f"{RIGHT}{SERVER}{written_as}\n")).mail
    assert mail and mail.server
    assert mail.server.password == meant.format(folder=tmp_path)


def test_every_key_of_mail_reaches_the_settings(tmp_path: Path) -> None:
    text = """\
mail:
  sender: watch@example.org
  recipients: people/all.csv
  sender_name: The Watch
  reply_to: desk@example.org
  subject: "{title}"
  parts: [markdown, pdf]
  groups: [board]
  suppressed: gone.txt
  list_id: watch.example.org
  unsubscribe: {mailto: leave@example.org, https: "https://example.org/{address}", one_click: true}
  server: {host: smtp.example.org, security: tls, timeout: 5, per_minute: 60}
  dkim: {selector: brief, domain: example.org, key: dkim.pem}
  copies:
    to: shelf/briefs
    ceiling: TLP:AMBER
    options: {endpoint_url: "https://s3.example.org"}
    secrets: {key: env:STORE_KEY, secret: file:store}
"""
    mail = load(written(tmp_path, RIGHT + text)).mail
    assert mail == Mail(
        sender="watch@example.org",
        recipients=tmp_path / "people" / "all.csv",
        sender_name="The Watch",
        reply_to="desk@example.org",
        subject="{title}",
        parts=("markdown", "pdf"),
        groups=("board",),
        suppressed=tmp_path / "gone.txt",
        list_id="watch.example.org",
        unsubscribe=Unsubscribe("leave@example.org", "https://example.org/{address}", True),
        server=Server("smtp.example.org", 465, "tls", timeout=5, per_minute=60),
        dkim=Dkim("brief", "example.org", tmp_path / "dkim.pem"),
        copies=Copy(
            (tmp_path / "shelf" / "briefs").as_uri(),
            Tlp.AMBER,
            (("endpoint_url", "https://s3.example.org"),),
            (("key", "env:STORE_KEY"), ("secret", f"file:{tmp_path / 'store'}")),
        ),
    )


def test_the_table_of_mistakes_is_read_whole() -> None:
    assert len(MISTAKES) == TABLE.count("\n@ ") >= 40


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ttitle: Mali", "spaces to indent with, got a tab (column 1)"),
        ("title: Mali\x07", "printable text, got the character U+0007 (column 12)"),
    ],
)
def test_a_character_that_cannot_be_seen_is_told(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(written(tmp_path, changed(2, text))) == [f"line 2: expected {expected}"]


def test_eight_mistakes_at_once_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = """\
serie: The Sahel Watch
title: Mali
tlp: CLEAR
sources: nowhere
limits: {words: 0}
themes:
  - id: Blockade
    title: The Blockade
    keywords: [siege, of the, Siege: 2]
  - id: russia
    title: The blockade
    keywords: [Moscow]
"""
    assert problems(written(tmp_path, text)) == [
        'line 1: serie: unknown key; did you mean "series"?',
        f'line 3: tlp: expected {TLPS}, got "CLEAR"',
        'line 4: sources: expected a folder, got "nowhere", which is not there',
        f"line 5: limits.words: expected {WORDS}, got 0",
        f'line 7: themes[0].id: expected {ID}, got "Blockade"',
        f'line 9: themes[0].keywords[1]: expected {KEYWORD}, got "of the"',
        "line 9: themes[0].keywords[2]: expected no repetition,"
        ' got "Siege" again (first in line 9)',
        "line 11: themes[1].title: expected no repetition,"
        ' got "The blockade" again (first in line 8)',
    ]


def test_words_too_few_for_a_sentence_of_each_theme_are_a_mistake(tmp_path: Path) -> None:
    themes = "".join(f"  - {{id: t{n}, title: T{n}, keywords: [siege]}}\n" for n in range(10))
    head = "title: Mali\ntlp: TLP:RED\nlimits: {words: 79, words_per_sentence: 20}\nthemes:\n"
    assert problems(written(tmp_path, head + themes)) == [
        "line 3: limits.words: expected at least 80 (8 words for each of 10 themes), got 79"
    ]
    assert load(written(tmp_path, head.replace("79", "80") + themes)).limits.words == 80


def test_a_file_named_templates_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("not a folder")
    assert problems(written(tmp_path, RIGHT)) == [
        'line 1: templates: expected a folder, got "templates", which is not a folder'
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "line 1: expected keys and values, got nothing"),
        (b"# later\n", "line 1: expected keys and values, got nothing"),
        (b"- title\n", "line 1: expected keys and values, got a list"),
        (b"\n\ntitle\n", 'line 3: expected keys and values, got "title"'),
        (b"*a", 'line 1: expected a value, got the alias "*a"'),
        (b"title: Mali\nseries: caf\xe9\n", "line 2: expected UTF-8, got the byte 0xE9"),
        (RIGHT.encode("utf-16"), "line 1: expected UTF-8, got the byte 0xFF"),
        (b"#" * (LARGEST + 1), "expected at most 1,000,000 bytes, got more"),
    ],
)
def test_a_file_that_is_something_else_is_told_at_once(
    tmp_path: Path, data: bytes, expected: str
) -> None:
    assert problems(written(tmp_path, data)) == [expected]


def test_without_a_file_the_message_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"briefgen\.yaml: 1 problem\n.*`briefgen init`"):
        load(tmp_path / "briefgen.yaml")


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path) == ["expected a file, got: Is a directory"]


# --- whatever is written ---------------------------------------------------------------------

SCRAPS = st.sampled_from(
    [*RIGHT.split(), "\n", "\n  ", "\n    ", "- ", ": ", "{", "}", "[", "]", "'", '"', "&a", "*a",
     "!!x", "---\n", "...\n", "~", "? ", "|\n", "<<", "%", "\t", "\0", "\ufeff", "\x85", "9" * 5000]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9) | st.sampled_from(RIGHT.split()),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=4) | st.sampled_from(["id", "words"]), inner, max_size=4)
    ),
    max_leaves=12,
)


def loads_or_lists_problems(folder: Path, data: bytes) -> None:
    try:
        load(written(folder, data))
    except ConfigError as error:
        assert error.problems
        assert all(problem == problem.strip() and problem for problem in error.problems)
        assert all(len(problem) < 1500 and problem.isprintable() for problem in error.problems)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary() | st.text().map(str.encode))
def test_any_bytes_load_or_list_their_problems(tmp_path: Path, data: bytes) -> None:
    loads_or_lists_problems(tmp_path, data)


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    scraps=st.lists(SCRAPS, max_size=6).map("".join),
    start=st.integers(0, len(RIGHT)),
    length=st.integers(0, 40),
)
def test_a_right_file_with_a_piece_replaced_loads_or_lists_its_problems(
    tmp_path: Path, scraps: str, start: int, length: int
) -> None:
    text = RIGHT[:start] + scraps + RIGHT[start + length :]
    loads_or_lists_problems(tmp_path, text.encode())


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(key=st.sampled_from([line.split(":")[0] for line in RIGHT.splitlines()[:10]]), value=VALUES)
def test_any_value_of_any_key_loads_or_is_listed(tmp_path: Path, key: str, value: object) -> None:
    other = "".join(line for line in RIGHT.splitlines(True) if not line.startswith(f"{key}:"))
    loads_or_lists_problems(tmp_path, f"{key}: {json.dumps(value)}\n{other}".encode())


# --- what comes with briefgen ----------------------------------------------------------------


def test_the_sample_loads_and_asks_for_what_its_texts_speak_of() -> None:
    sample = load(bundled.sample_configuration())
    assert [theme.id for theme in sample.themes] == ["blockade", "russia", "spillover", "us-policy"]
    texts = " ".join(path.read_text() for path in sorted(sample.sources.glob("*.txt")))
    spoken = frozenset(terms(texts))
    for theme in sample.themes:
        for keyword in theme.keywords:
            assert spoken.issuperset(terms(keyword.phrase)), keyword


def test_a_new_project_loads_with_its_own_empty_listing(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "desk"
    made = scaffold(folder)
    assert made == (folder / "briefgen.yaml", folder / "seeds" / "sources.yaml")
    settings = load(folder / "briefgen.yaml")
    assert settings.sources == folder / "seeds"
    assert [theme.id for theme in settings.themes] == ["energy"]
    assert declared(settings.sources) == {}


def test_the_example_in_a_new_listing_works_once_its_marks_are_removed(tmp_path: Path) -> None:
    _, written = scaffold(tmp_path)
    example = written.read_text().partition("#\n")[2]
    written.write_text(example.replace("# ", "", 1).replace("\n# ", "\n"))
    (written.parent / "example.txt").write_text("A text.")
    [(path, said)] = listing(written.parent).files.items()
    assert path == "example.txt" and None not in astuple(said.metadata)


def test_a_project_is_made_beside_what_is_there_already(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text("One.")
    assert len(scaffold(tmp_path)) == 2
    assert (tmp_path / "seeds" / "one.txt").read_text() == "One."


@pytest.mark.parametrize("name", ["briefgen.yaml", "seeds/sources.yaml"])
def test_a_new_project_overwrites_nothing_and_names_what_is_in_the_way(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match=name):
        scaffold(tmp_path)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / name).read_text() == "mine"


def test_a_new_project_cannot_be_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("a file")
    with pytest.raises(UsageError, match="cannot be written"):
        scaffold(tmp_path / "desk")


def test_own_weights_are_seen_from_where_the_configuration_stands(tmp_path: Path) -> None:
    assert load(written(tmp_path, RIGHT)).weights is None
    own = load(written(tmp_path, RIGHT + "weights: learnt/own.json\n")).weights
    assert own == (tmp_path / "learnt" / "own.json").resolve()
