"""Patterns for paths: what each matches, and which of several is the most precise."""

from collections.abc import Sequence
from fnmatch import fnmatchcase

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.read.patterns import Patterns, is_pattern


def matches(pattern: str, path: str) -> bool:
    return Patterns([pattern]).matching(path) == (0,)


@pytest.mark.parametrize(
    ("pattern", "matched", "passed_over"),
    [
        ("*.txt", "a.txt .txt", "sub/a.txt a.md a.txt.md"),
        ("**/*.txt", "a.txt sub/a.txt x/y/a.txt", "a.md sub/a.md"),
        ("wire/*", "wire/a.txt", "wire wire/sub/a.txt a/wire/b.txt wires/a.txt"),
        ("wire/**", "wire/a.txt wire/sub/a.txt", "wire wires/a.txt a/wire/b.txt"),
        ("**", "a.txt wire/a.txt", ""),
        ("**/**", "a.txt wire/a.txt wire/sub/a.txt", ""),
        ("**/wire/*", "wire/a x/wire/a x/y/wire/a", "wire/x/a xwire/a"),
        ("a/**/b", "a/b a/x/b a/x/y/b", "a/xb ab a/b/c"),
        ("a/**/**/b", "a/b a/x/b a/x/y/b", "a/xb"),
        ("a**", "a ab a.txt", "a/b b"),
        ("a**b/c", "ab/c axb/c", "a/b/c"),
        ("?.txt", "a.txt é.txt", ".txt ab.txt a/.txt"),
        ("a?b", "a-b", "a/b ab"),
        ("[ab].txt", "a.txt b.txt", "c.txt ab.txt [ab].txt"),
        ("[a-c]x", "ax bx cx", "dx -x"),
        ("[!a]x", "bx !x", "ax /x"),
        ("[^a]x", "bx", "ax ^"),
        ("a[!b]c", "axc", "a/c abc"),
        ("a[+-9]c", "a+c a5c", "a/c"),
        ("[]x]", "] x", "[ []x]"),
        ("[!]x]", "a", "] x"),
        ("[a-]", "a -", "b"),
        ("[z-a]", "", "a z -"),
        ("[!z-a]", "a z -", ""),
        ("a[1].txt", "a1.txt", "a[1].txt"),
        ("a[[]1].txt", "a[1].txt", "a1.txt"),
        ("[*].txt", "*.txt", "a.txt"),
        ("[\\]x", "\\x", "x"),
        ("a.txt*", "a.txt a.txt2", "axtxt"),
        ("*a*b*c", "abc xaxbxc aabbcc", "acb ab"),
        ("WIRE/*", "WIRE/a", "wire/a"),
        ("*\n*", "a\nb", "ab"),
    ],
)
def test_a_pattern_matches_whole_paths(pattern: str, matched: str, passed_over: str) -> None:
    split = (lambda text: [text]) if "\n" in pattern else str.split
    assert [path for path in split(matched) if not matches(pattern, path)] == []
    assert [path for path in split(passed_over) if matches(pattern, path)] == []


@pytest.mark.parametrize(
    ("path", "answer"),
    [("a.txt", False), ("a[1.txt", False), ("a[].txt", False), ("a[!].txt", False), ("", False),
     ("a]b", False), ("a[x/y]b", False), ("a[1].txt", True), ("*", True), ("a/?", True)],
)  # fmt: skip
def test_a_path_is_a_pattern_if_a_wildcard_is_in_it(path: str, answer: bool) -> None:
    assert is_pattern(path) == answer
    if path and not answer:
        assert matches(path, path), "what is no wildcard stands for itself"


def fits(pattern: Sequence[str], path: Sequence[str]) -> bool:
    """Return whether names fit the names of a pattern; each is judged by the standard library."""
    if not pattern or not path:
        return not pattern and not path
    head, *rest = pattern
    if head == "**" and rest:
        return any(fits(rest, path[start:]) for start in range(len(path)))
    return head == "**" or (fnmatchcase(path[0], head) and fits(rest, path[1:]))


NAMES = st.text("ab.", min_size=1, max_size=5)
WILD = st.lists(
    st.sampled_from(["a", "b", ".", "ab", "*", "**", "?", "[ab]", "[!a]"]), min_size=1, max_size=5
).map("".join)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
PATTERNS = st.lists(WILD | st.just("**"), min_size=1, max_size=4).map("/".join)


@given(pattern=PATTERNS, path=PATHS)
@example("**/**", "a")
@example("*a*ab", "aab")
@example("*?a", "aa")
def test_each_name_is_matched_as_fnmatch_has_it_and_no_wildcard_but_two_stars_crosses_a_slash(
    pattern: str, path: str
) -> None:
    assert matches(pattern, path) == fits(pattern.split("/"), path.split("/"))


def test_no_name_takes_long_to_refuse() -> None:
    """Were each star tried everywhere, this would take longer than the world has stood."""
    assert not matches("*a" * 40 + "*b", "a" * 250)
    assert not matches("**/" * 30 + "b", "a/" * 60 + "a")


@pytest.mark.parametrize(
    "ascending",
    [
        ["**", "wire/**", "wire/2026/**"],  # more before the first wildcard
        ["**/a-long-name-*.txt", "w*", "wire/*"],
        ["**", "**/*.txt", "**/report.txt"],  # more that stands for itself
        ["**/x", "*/x"],  # fewer wildcards
        ["wire/**", "wire/*"],
        ["wire/**/*", "wire/**", "wire/*"],
        ["a/b*c*", "a/b*c"],
        ["a?", "a*"],  # the later line
        ["a*", "a?"],
        ["a[bc]", "a[xy]"],
    ],
)
def test_the_most_precise_pattern_is_last(ascending: list[str]) -> None:
    assert list(Patterns(ascending).texts) == ascending
    if not ascending[0].startswith("a"):  # there the order in the file decides
        assert list(Patterns(ascending[::-1]).texts) == ascending


@given(patterns=st.lists(PATTERNS, max_size=6), path=PATHS)
def test_many_patterns_are_asked_as_one_by_one(patterns: list[str], path: str) -> None:
    table = Patterns(patterns)
    found = [table.texts[rank] for rank in table.matching(path)]
    assert sorted(found) == sorted(one for one in patterns if matches(one, path))
    assert found == [one for one in table.texts if one in found]
