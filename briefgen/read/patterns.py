"""Patterns for the paths of files: what each matches, and which of several is the most precise.

A pattern stands for whole paths, seen from the source folder, in the case in which they are
written. In it

- `*` stands for any characters, or none, within one name: never for a `/`;
- `?` stands for any one character of a name;
- `[abc]` and `[a-z]` stand for one of these characters, `[!abc]` and `[^abc]` for any other one; a
  `]` that comes first is one of them, a `[` that is never closed stands for itself;
- `**` as a whole name stands for any number of folders, or none; at the end, for all that is in a
  folder, however deep. Beside other signs it is a `*`.

Every other character stands for itself; a sign is taken for itself in brackets, as in `[*]`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

_TOKEN = re.compile(
    r"(?P<any>\*+)"
    r"|(?P<one>\?)"
    r"|(?P<set>\[[!^]?+(?:\]|[^\]])[^\]]*\])"
    r"|(?P<literal>[^*?\[]+|\[)",
    re.DOTALL,
)
_MEMBERS = re.compile(r"(?P<low>.)-(?P<high>.)|(?P<single>.)", re.DOTALL)

_FOLDERS = "**"


@dataclass(frozen=True)
class Pattern:
    """One pattern, as it is written, and its place among others, from 0."""

    text: str
    place: int

    @cached_property
    def folder(self) -> str:
        """Return the folder that all it matches is in, with a `/` at its end; empty for the top.

        >>> Pattern("wire/2026/a*.txt", 0).folder
        'wire/2026/'
        """
        return self.text[: self.text.rfind("/", 0, self._prefix) + 1]

    @cached_property
    def precision(self) -> tuple[int, int, int, int]:
        """Return what sorts patterns, the least precise first.

        That is the number of characters before the first wildcard, the number of all that stand
        for themselves, `/` aside, the number of wildcards below zero, and the place. `*`, `?` and
        each set are a wildcard, so that `**` is two of them.
        """
        tokens = [token for name in self.text.split("/") for token in _TOKEN.finditer(name)]
        literals = sum(len(one[0]) for one in tokens if one["literal"])
        wildcards = sum(len(one["any"] or "*") for one in tokens if not one["literal"])
        return self._prefix, literals, -wildcards, self.place

    @cached_property
    def expression(self) -> str:
        """Return the regular expression of the whole path, for flags that let a dot match all."""
        written = self.text.split("/")
        pairs = zip(["", *written], written, strict=False)
        *folders, last = [name for before, name in pairs if {before, name} != {_FOLDERS}]
        end = ".+" if last == _FOLDERS else _name(last)
        return "".join([*map(_folders, folders), end])

    @property
    def _prefix(self) -> int:
        """Return the number of characters before the first wildcard."""
        length = 0
        for name in self.text.split("/"):
            for token in _TOKEN.finditer(name):
                if not token["literal"]:
                    return length
                length += len(token[0])
            length += 1
        return len(self.text)


def is_pattern(path: str) -> bool:
    """Whether there is a wildcard in `path`.

    >>> is_pattern("wire/**"), is_pattern("a[1].txt"), is_pattern("a[1.txt")
    (True, True, False)
    """
    tokens = (token for name in path.split("/") for token in _TOKEN.finditer(name))
    return any(not token["literal"] for token in tokens)


class Patterns:
    """Many patterns, asked for those that match a path.

    They are kept by the folder that they begin with, so that a path is tried only against those of
    its own folders.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Take patterns in the order in which they stand in the file."""
        patterns = [Pattern(text, place) for place, text in enumerate(texts)]
        patterns.sort(key=lambda one: one.precision)
        self.texts = tuple(one.text for one in patterns)
        self._by_folder: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
        for rank, pattern in enumerate(patterns):
            expression = re.compile(pattern.expression, re.DOTALL)
            self._by_folder.setdefault(pattern.folder, []).append((rank, expression))

    def matching(self, path: str) -> tuple[int, ...]:
        """Return which of `texts` match `path`, by their places there: the most precise last."""
        found = [
            rank
            for folder in _above(path)
            for rank, expression in self._by_folder.get(folder, ())
            if expression.fullmatch(path)
        ]
        return tuple(sorted(found))


def _above(path: str) -> Iterator[str]:
    """Yield the folders that a path is in, each with a `/` at its end, the top first."""
    yield ""
    end = path.find("/")
    while end >= 0:
        yield path[: end + 1]
        end = path.find("/", end + 1)


def _folders(name: str) -> str:
    return "(?:[^/]+/)*" if name == _FOLDERS else f"{_name(name)}/"


def _name(name: str) -> str:
    """Return the expression of one name.

    What stands between two `*` is taken where it comes first, for good (an atomic group): if the
    rest fits after a later one, it fits after the first as well. So no name takes long to refuse.
    """
    between = [""]
    for token in _TOKEN.finditer(name):
        if token["any"]:
            between.append("")
        else:
            between[-1] += _one(token)
    first, *rest = between
    if not rest:
        return first
    *middle, last = rest
    return "".join([first, *(f"(?>[^/]*?{text})" for text in middle), f"[^/]*{last}"])


def _one(token: re.Match[str]) -> str:
    """Return the expression of what stands for itself, of `?` or of a set."""
    if token["literal"]:
        return re.escape(token["literal"])
    return _set(token["set"]) if token["set"] else "[^/]"


def _set(written: str) -> str:
    """Return the expression of a set, which never has a `/` in it; one without members is none."""
    negated = written[1] in "!^"
    parts = "".join(map(_members, _MEMBERS.finditer(written[1 + negated : -1])))
    if negated:
        return f"[^/{parts}]"
    return f"(?!/)[{parts}]" if parts else "(?!)"


def _members(part: re.Match[str]) -> str:
    """Return a member of a set, or a range of them; nothing for a range that runs backwards."""
    if part["single"]:
        return re.escape(part["single"])
    low, high = part["low"], part["high"]
    return f"{re.escape(low)}-{re.escape(high)}" if low <= high else ""
