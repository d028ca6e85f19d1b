"""YAML text -> nodes. PyYAML's parser tells the events; what they mean is decided here.

The parser in Python has the last word, because libyaml is not everywhere and words its messages
otherwise: the same file has the same problems on every machine. What is `_PLAIN`, which means the
same to both, goes to the one in C first, which is ten times as fast; a listing may have 100,000
entries.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from types import MappingProxyType
from typing import Protocol

import yaml
from yaml import events

from briefgen.strict_yaml.nodes import Kind, Node, Problem, Step, quoted

DEEPEST = 20
"""Levels that values may be nested; what briefgen reads needs five at most."""

_YAML = "tag:yaml.org,2002:"
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_LETTER = r"A-Za-z0-9À-ÖØ-öø-ʯͰ-Ͽא-تЀ-ӿ一-鿿"
_SIGN = r"!$%&()*+,./;<=>?@\[\]^_`{|}~«»\u2010-\u2027-"
_WORD = rf"[{_LETTER}{_SIGN}\"'\\]++"
_KEY = r"[A-Za-z0-9_/][A-Za-z0-9_./*?-]*+(?: [A-Za-z0-9_./*?-]++)*+"
_QUOTED_KEY = r"\"[A-Za-z0-9_./*?!^\[\] -]++\""
_NAME = rf"[{_LETTER}][{_LETTER}.-]*+(?: [{_LETTER}.-]++)*+"
_VALUES = (
    rf"[{_LETTER}](?:{_WORD})?(?:[ :]{_WORD})*+",
    rf"'(?:[{_LETTER}{_SIGN} :#\"\\]|'')*+'",
    rf'"[{_LETTER}{_SIGN} :#\']*+"',
    rf"\[{_NAME}(?:, {_NAME})*+\]",
    rf"\{{{_NAME}: {_NAME}(?:, {_NAME}: {_NAME})*+\}}",
)
_LINES = (
    rf"(?:  )*+(?:{_KEY}|{_QUOTED_KEY}):(?: (?:{'|'.join(_VALUES)}))?",
    rf"(?:  )*+#[{_LETTER}{_SIGN} :#\"'\\]*+",
    "",
)
_PLAIN = re.compile(rf"(?:---\n)?(?:(?:{'|'.join(_LINES)})\n)++")
"""Keys, each with one line of text or with other keys below it; comments, and lines between."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_IN_WORDS = (
    ("mapping values are not", "expected one colon, got a second; put text with a colon in quotes"),
    (r"'\t'", "expected spaces to indent with, got a tab"),
    ("undefined tag handle", "expected no tag, got one"),
    ("cannot start any token", "expected text, got a sign of YAML's own; put the text in quotes"),
    ("unexpected end of stream", "expected a closing quotation mark, got the end of the file"),
    ("<stream end>", "expected a closing bracket, got the end of the file"),
    ("expected ',' or", "expected a comma or the closing bracket, got something else"),
    ("expected <block end>", "expected what the lines above began, got a line indented otherwise"),
    ("could not find expected ':'", "expected a key and a colon, got neither"),
)


def parse(text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the tree that `text` is and the problems of its form; no tree if it is not YAML.

    Aliases, anchors, tags, keys given twice, keys that are not text and a second document are
    problems; the tree is made of all the rest.
    """
    if _PLAIN.fullmatch(text):
        with suppress(yaml.YAMLError, _TooDeepError):
            return _composed(text, _LOADER)
    try:
        return _composed(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return None, (_malformed(error),)
    except yaml.reader.ReaderError as error:
        return None, (_unprintable(error, text),)
    except _TooDeepError as error:
        return None, error.args


def _composed(text: str, loader: type[yaml.SafeLoader]) -> tuple[Node, tuple[Problem, ...]]:
    composer = _Composer(yaml.parse(text, Loader=loader))
    return composer.document(), tuple(composer.problems)


class _TooDeepError(Exception):
    """Values are nested deeper than `DEEPEST`."""


class _Composer:
    """Takes the events of a text one by one and notes problems as they come."""

    def __init__(self, told: Iterator[events.Event]) -> None:
        self.events = told
        self.problems: list[Problem] = []

    def document(self) -> Node:
        """Return the root of the one document that the text should be."""
        next(self.events)
        if isinstance(next(self.events), events.StreamEndEvent):
            return Node((), 1, 1, Kind.NOTHING)
        first = next(self.events)
        root = self._value(first, (), first)
        next(self.events)
        following = next(self.events)
        if not isinstance(following, events.StreamEndEvent):
            self._note(following, (), "expected one document, got a second")
        return root

    def _value(self, event: events.Event, steps: tuple[Step, ...], place: events.Event) -> Node:
        """Return the value that opens with `event`; it is said to stand where `place` does."""
        line, column = _place(place.start_mark)
        self._refuse_marks(event, steps)
        if isinstance(event, events.AliasEvent):
            return Node(steps, line, column, Kind.ALIAS)
        if isinstance(event, events.ScalarEvent):
            nothing = not event.style and event.value in _NOTHING  # None, or "" if libyaml says it
            return Node(steps, line, column, Kind.NOTHING if nothing else Kind.TEXT, event.value)
        if len(steps) == DEEPEST:
            raise _TooDeepError(Problem(line, column, (), f"expected at most {DEEPEST} levels"))
        is_list = isinstance(event, events.SequenceStartEvent)
        children = self._list(steps) if is_list else self._keys(steps)
        kind = Kind.LIST if is_list else Kind.KEYS
        return Node(steps, line, column, kind, children=MappingProxyType(children))

    def _list(self, steps: tuple[Step, ...]) -> dict[Step, Node]:
        children: dict[Step, Node] = {}
        while not isinstance(event := next(self.events), events.SequenceEndEvent):
            children[len(children)] = self._value(event, (*steps, len(children)), event)
        return children

    def _keys(self, steps: tuple[Step, ...]) -> dict[Step, Node]:
        children: dict[Step, Node] = {}
        while not isinstance(key := next(self.events), events.MappingEndEvent):
            name = self._value(key, steps, key)
            value = self._value(next(self.events), (*steps, name.text), key)
            if not isinstance(key, events.ScalarEvent):
                self.problems.append(name.problem(f"expected text as a key, got {name.kind.value}"))
            elif (first := children.setdefault(name.text, value)) is not value:
                again = f"expected this key once, got it again (first in line {first.line})"
                self.problems.append(value.problem(again))
        return children

    def _refuse_marks(self, event: events.Event, steps: tuple[Step, ...]) -> None:
        """Note what makes the meaning of a value depend on more than what is written there."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, events.AliasEvent):
            self._note(event, steps, f"expected a value, got the alias {quoted(f'*{anchor}')}")
        elif anchor is not None:
            self._note(event, steps, f"expected no anchor, got {quoted(f'&{anchor}')}")
        if tag is not None:
            self._note(event, steps, f"expected no tag, got {quoted(tag.replace(_YAML, '!!'))}")

    def _note(self, event: events.Event, steps: tuple[Step, ...], text: str) -> None:
        self.problems.append(Problem(*_place(event.start_mark), steps, text))


class _Mark(Protocol):
    """A place as either parser of PyYAML marks it, counted from 0."""

    line: int
    column: int


def _place(mark: _Mark | None) -> tuple[int, int]:
    """Return line and column, counted from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _malformed(error: yaml.MarkedYAMLError) -> Problem:
    """Return where the trouble began: for quotes and brackets where they open, if PyYAML knows."""
    in_block = "block" in (error.context or "")
    mark = error.problem_mark if in_block else error.context_mark or error.problem_mark
    line, column = _place(mark)
    said = error.problem or error.context or "unreadable"
    words = next((words for sign, words in _IN_WORDS if sign in said), f"not YAML: {said}")
    return Problem(line, column, (), f"{words} (column {column})")


def _unprintable(error: yaml.reader.ReaderError, text: str) -> Problem:
    """Return the problem of a character that YAML does not allow, such as NUL."""
    before = text[: error.position]
    column = error.position - before.rfind("\n")
    character = f"U+{ord(text[error.position]):04X}"
    words = f"expected printable text, got the character {character} (column {column})"
    return Problem(before.count("\n") + 1, column, (), words)
