"""The strict part of YAML: what is in a file, where it stands, and what is not allowed in it."""

import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from briefgen.errors import ConfigError
from briefgen.strict_yaml import Kind, Node, check, nearest, parse, quoted, read
from briefgen.strict_yaml.parse import _LOADER, _PLAIN

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"))
TREES = st.recursive(
    st.none() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=15,
)
KEYS = st.text("abcdefgh", min_size=1, max_size=8)
NESTED = st.recursive(
    st.just("x"),
    lambda inner: st.dictionaries(KEYS, inner, min_size=1, max_size=4),
    max_leaves=15,
)


def found(text: str) -> list[str]:
    _, problems = parse(text)
    return list(map(str, problems))


def below(node: Node) -> list[Node]:
    return [node, *(one for child in node.children.values() for one in below(child))]


@given(tree=TREES, flow=st.booleans())
def test_a_tree_written_by_another_program_comes_back_as_it_was(tree: object, flow: bool) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow)
    root, problems = parse(text)
    assert problems == ()
    assert root is not None and root.plain() == tree


@given(tree=st.dictionaries(KEYS, NESTED, min_size=1, max_size=4), flow=st.booleans())
def test_every_value_is_said_to_stand_where_its_key_begins(tree: object, flow: bool) -> None:
    text = yaml.safe_dump(tree, default_flow_style=flow)
    root, _ = parse(text)
    assert root is not None
    for node in below(root)[1:]:
        assert text.splitlines()[node.line - 1][node.column - 1 :].startswith(f"{node.steps[-1]}:")


@given(text=st.text())
def test_any_text_is_a_tree_or_has_a_problem(text: str) -> None:
    root, problems = parse(text)
    assert root is not None or problems
    assert all(str(problem).isprintable() for problem in problems)


@pytest.mark.parametrize(
    "word", ["no", "on", "True", "12:30:45", "2025-11-04", "1_000", "0o7", ".5"]
)
def test_a_scalar_is_the_text_that_is_written(word: str) -> None:
    root, _ = parse(word)
    assert root is not None and (root.kind, root.text) == (Kind.TEXT, word)


@pytest.mark.parametrize("word", ["", "~", "null"])
def test_nothing_is_nothing_unless_it_is_quoted(word: str) -> None:
    plain, _ = parse(word)
    in_quotes, _ = parse(f"'{word}'")
    assert plain is not None and plain.kind is Kind.NOTHING
    assert in_quotes is not None and (in_quotes.kind, in_quotes.text) == (Kind.TEXT, word)


TWICE = "expected this key once, got it again (first in line 1)"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x 1\nb: *x", ['line 1: a: expected no anchor, got "&x"',
                            'line 2: b: expected a value, got the alias "*x"']),
        ("a: 1\nb: 2\na: 3\na: 4", [f"line 3: a: {TWICE}", f"line 4: a: {TWICE}"]),
        ("a: {b: 1,\n 'b': 2}", [f"line 2: a.b: {TWICE}"]),
        ("- !!int 5", ['line 1: [0]: expected no tag, got "!!int"']),
        ("- ! 5", ['line 1: [0]: expected no tag, got "!"']),
        ("{a: 1}: 2", ["line 1: expected text as a key, got keys"]),
        ("*x : 2", ['line 1: expected a value, got the alias "*x"',
                    "line 1: expected text as a key, got an alias"]),
        ("a: 1\n---\nb: 2", ["line 2: expected one document, got a second"]),
        ("[" * 100_000, ["line 1: expected at most 20 levels"]),
        ("- " * 30, ["line 1: expected at most 20 levels"]),
        ("a: \ud800", ["line 1: expected printable text, got the character U+D800 (column 4)"]),
    ],
)  # fmt: skip
def test_what_makes_yaml_more_than_keys_lists_and_text_is_told(
    text: str, problems: list[str]
) -> None:
    assert found(text) == problems


def test_a_bomb_of_aliases_is_told_and_never_expanded() -> None:
    names = [f"n{number}" for number in range(30)]
    pairs = pairwise(names)
    bomb = "n0: &n0 x\n" + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in pairs)
    before = time.perf_counter()
    assert len(found(bomb)) == 30 + 29 * 10
    assert time.perf_counter() - before < 5


@given(text=st.text())
def test_a_quotation_of_what_was_found_is_short_and_on_one_line(text: str) -> None:
    shown = quoted(text)
    assert shown.isprintable()
    assert shown == f'"{text}"' or not text.isprintable() or len(text) > 60


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("keywrods", 'did you mean "keywords"?'),
        ("Title", 'did you mean "title"?'),
        ("colour", 'expected one of "keywords", "title"'),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest_or_with_all(name: str, words: str) -> None:
    assert nearest(name, ["keywords", "title"]) == words


def test_among_very_many_names_none_is_searched_for_and_few_are_told() -> None:
    names = [f"{number}.txt" for number in range(2000)]
    assert nearest("1999.text", names).endswith('"11.txt", ...')


def test_an_alias_is_told_once_and_not_as_a_wrong_value_too() -> None:
    root, problems = parse("a: *x\nb: one")
    assert root is not None and len(problems) == 1
    checked = check(root, TypeAdapter(dict[str, int]))
    assert [str(problem) for problem in checked.problems] == [
        'line 2: b: expected a whole number, got "one"'
    ]


def test_problems_of_form_of_shape_and_of_rules_come_in_the_order_of_the_file(
    tmp_path: Path,
) -> None:
    path = tmp_path / "numbers.yaml"
    path.write_text("a: one\nb: 2\nb: 3\nc: four\n")
    with pytest.raises(ConfigError) as caught:
        read(path, 100, TypeAdapter(dict[str, int]), lambda root: [root.problem("too bad", "b")])
    assert caught.value.problems == (
        'line 1: a: expected a whole number, got "one"',
        "line 2: b: too bad",
        "line 3: b: expected this key once, got it again (first in line 2)",
        'line 4: c: expected a whole number, got "four"',
    )
    assert str(caught.value).startswith(f"{path}: 4 problems\n  line 1: ")


SIGNS = st.sampled_from("aabbé0  ::.,-'\"#[]{}&*!|>?%@`~\\\t\t\ufeff")
FORMS = ["{}", "a{}: x", "k: {}", "k: a{}", "k: '{}'", 'k: "{}"', "k: [a{}]", "k: [a, b{}]", "#{}"]
FORMS += ['"{}": x', '"a{}": x', "k: {{a: b{}}}", "k: {{a{}: b, c: d}}"]
PLAIN_LINES = st.builds(str.format, st.sampled_from(FORMS), st.text(SIGNS, max_size=5)).filter(
    lambda line: _PLAIN.fullmatch(f"{line}\n")
)


@pytest.mark.skipif(_LOADER is yaml.SafeLoader, reason="PyYAML without libyaml")
@settings(max_examples=300)
@given(lines=st.lists(PLAIN_LINES, min_size=1, max_size=5), below=st.sampled_from(["", "a.txt:\n"]))
def test_with_libyaml_or_without_the_same_file_is_the_same_and_has_the_same_problems(
    lines: list[str], below: str
) -> None:
    text = below + "".join(f"{below and '  '}{line}\n" for line in lines)
    found = parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(sys.modules[parse.__module__]), "_LOADER", yaml.SafeLoader)
        assert parse(text) == found


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a.txt:\n  title: Said, and done\n", True),
        ("# Why.\n\na.txt:\n  # its first line\n  title: 'It''s: \"done\"'\n", True),
        ('a.txt:\n  title: "Mali\'s: a #1"\n\nfamilies:\n  The Group: [The Morning, Eve]\n', True),
        ('"wire/**/[ab]-?.txt":\n  weight: 2\n  columns: {text: story, title: the head}\n', True),
        ("a: &one x\n", False),
        ("a: *one\n", False),
        ("a: !!str x\n", False),
        ('a: "\\n"\n', False),
        ("a: |\n  x\n", False),
        ("a: x # why\n", False),
        ("a: x\r\n", False),
    ],
)
def test_plain_is_what_listings_are_made_of(text: str, plain: bool) -> None:
    assert bool(_PLAIN.fullmatch(text)) == plain
