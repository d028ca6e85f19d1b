"""What a file holds and where each piece of it stands; what is wrong with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

Step = str | int
Plain = None | str | list["Plain"] | dict[str, "Plain"]

_BARE_KEY = re.compile(r"[\w-]{1,60}")
_NUMBER = re.compile(r"[-+]?\d[\d.,]{,20}", re.ASCII)
_LONGEST = 60


_CHILDLESS: Mapping[Step, "Node"] = MappingProxyType({})


class Kind(Enum):
    """What a node is; an alias stands in place of a value and is none."""

    NOTHING = "nothing"
    TEXT = "text"
    LIST = "a list"
    KEYS = "keys"
    ALIAS = "an alias"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where it stands, counted from 1, the steps to it, and what is wrong."""

    line: int
    column: int
    steps: tuple[Step, ...]
    text: str

    def place(self) -> tuple[int, int]:
        """Return what puts problems in file order."""
        return self.line, self.column

    def __str__(self) -> str:
        """Return the problem on one line, as people read it."""
        parts = f"line {self.line}", path(self.steps), self.text
        return ": ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Node:
    """A value: the steps that lead to it, and where its key or list entry begins."""

    steps: tuple[Step, ...]
    line: int
    column: int
    kind: Kind
    text: str = ""
    children: Mapping[Step, "Node"] = field(default_factory=lambda: _CHILDLESS)

    def plain(self) -> Plain:
        """Return the value as built-in types: None, str, list and dict."""
        if self.kind is Kind.LIST:
            return [child.plain() for child in self.children.values()]
        if self.kind is Kind.KEYS:
            return {str(key): child.plain() for key, child in self.children.items()}
        return self.text if self.kind is Kind.TEXT else None

    def text_at(self, key: str) -> str:
        """Return the text at `key`, empty if there is none."""
        return self.children[key].text if key in self.children else ""

    def entries(self, key: str) -> tuple["Node", ...]:
        """Return what is listed at `key`, nothing if there is no list."""
        return tuple(self.children[key].children.values()) if key in self.children else ()

    def closest(self, steps: Iterable[Step]) -> "Node":
        """Return the node at `steps` from here, or the last one that stands on the way."""
        node = self
        for step in steps:
            if step not in node.children:
                break
            node = node.children[step]
        return node

    def problem(self, text: str, *steps: Step) -> Problem:
        """Return a problem with what stands, or should stand, at `steps` from here."""
        node = self.closest(steps)
        return Problem(node.line, node.column, (*self.steps, *steps), text)


def path(steps: Iterable[Step]) -> str:
    """Return the key path as people write it.

    >>> path(["themes", 1, "limits", "words"])
    'themes[1].limits.words'
    >>> path(["a b.txt", "title"])
    '["a b.txt"].title'
    """
    return "".join(_step(step) for step in steps).removeprefix(".")


def _step(step: Step) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _BARE_KEY.fullmatch(step) else f"[{quoted(step)}]"


def found(value: object) -> str:
    """Return, in words, what stands where something else was expected.

    >>> found("0"), found("many"), found(None), found(["a"]), found({"a": "b"})
    ('0', '"many"', 'nothing', 'a list', 'the key "a"')
    """
    if isinstance(value, str):
        return value if _NUMBER.fullmatch(value) else quoted(value)
    if isinstance(value, dict):
        return f"the key{'s' * (len(value) > 1)} {listed(value)}" if value else "an empty mapping"
    return "a list" if value else "nothing" if value is None else "an empty list"


def listed(names: Iterable[str]) -> str:
    """Return the names in quotes with commas between them; dots stand for those after twelve."""
    few = list(names)
    return ", ".join([*map(quoted, few[:12]), *["..."] * (len(few) > 12)])


def quoted(text: str) -> str:
    """Return the text in quotes on one line, cut at 60 characters, invisible ones spelt out."""
    shown = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text[:_LONGEST])
    return f'"{shown}{"..." * (len(text) > _LONGEST)}"'
