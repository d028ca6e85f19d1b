"""Files that people write: a strict part of YAML, every problem named with its line, all at once.

Only keys with values, lists and text exist here. A scalar stays the text that was written, and the
shape it is checked against says what it means; so none of YAML's surprises are left: `no`,
`12:30:45` and `2025-11-04` are text unless a shape asks for something else.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from briefgen.errors import ConfigError
from briefgen.strict_yaml.nodes import Kind, Node, Problem, quoted
from briefgen.strict_yaml.parse import parse
from briefgen.strict_yaml.shapes import Line, Value, check, nearest

__all__ = [
    "Form",
    "Kind",
    "Line",
    "Node",
    "Problem",
    "check",
    "load_text",
    "mistaken",
    "nearest",
    "parse",
    "quoted",
    "read",
]

_SECRET = re.compile("pass|secret", re.IGNORECASE)
_CREDENTIALS = re.compile(r"[^\s\"/]+:[^\s\"/]+@")  # user:password@host
_SAYS_NOTHING = ("no such key", "nothing", "it again")

Form = Callable[[str], tuple[Node | None, tuple[Problem, ...]]]


def read(
    path: Path,
    largest: int,
    shape: TypeAdapter[Value],
    rules: Callable[[Node], Iterable[Problem]],
    form: Form = parse,
) -> Value:
    """Return what the file at `path`, of at most `largest` bytes, says in the given `shape`.

    `rules` finds what the shape cannot know; it sees whatever tree there is, wrong shapes and all.
    `form` makes the tree of the text, for files that are not YAML.
    Raises ConfigError with all problems in the order of their lines.
    """
    root, problems = form(load_text(path, largest))
    if root is None:
        raise mistaken(path, problems)
    checked = check(root, shape)
    every = [*problems, *checked.problems, *rules(root)]
    if checked.value is None or every:
        raise mistaken(path, every)
    return checked.value


def load_text(path: Path, largest: int) -> str:
    """Return the text of a file; ConfigError if it cannot be read, is too large or not UTF-8."""
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise ConfigError(str(path), [f"expected a file, got: {error.strerror}"]) from error
    if len(data) > largest:
        raise ConfigError(str(path), [f"expected at most {largest:,} bytes, got more"])
    return _decoded(path, data)


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = f"line {line}: expected UTF-8, got the byte 0x{data[error.start]:02X}"
        raise ConfigError(str(path), [wrong]) from error


def mistaken(path: Path, problems: Iterable[Problem]) -> ConfigError:
    """Return the error that lists the problems by line, without what may be a password."""
    return ConfigError(str(path), map(str, sorted(map(_discreet, problems), key=Problem.place)))


def _discreet(problem: Problem) -> Problem:
    """Return the problem without what may be a password, wherever someone has put it."""
    text = _CREDENTIALS.sub("...@", problem.text)
    for place, step in enumerate(problem.steps):
        if _SECRET.search(str(step)):
            expected, got, found = text.partition(", got ")
            if got and not found.startswith(_SAYS_NOTHING):
                text = f"{expected}, got what is not shown here"
            return replace(problem, steps=problem.steps[: place + 1], text=text)
    return replace(problem, text=text)
