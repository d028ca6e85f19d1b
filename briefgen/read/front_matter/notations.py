"""A block of front matter -> its keys with their values and lines, and what is wrong with it."""

import json
import re
import textwrap
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefgen.read.field_names import plain
from briefgen.read.front_matter.blocks import OURS, FrontBlock, Notation, Problem
from briefgen.strict_yaml import Kind, parse, quoted

LARGEST = 200_000
"""Characters of a block that is parsed as a whole; the keys of a larger one are read as lines."""

_TOP = re.compile(
    r"^[\"']?(?P<key>[^\W\d_][^:=\n{}\[\]]{0,40}?)[\"']?[ \t]*[:=](?=[ \t\n\"']|\Z)", re.MULTILINE
)
_ROOMS = frozenset({"extra", "params", "meta", "metadata", "lastupdate", "date", "dates"})
"""Mappings in which site generators keep keys that are their owner's."""

_PLACE = re.compile(r" ?\((?:at )?line (\d+), column \d+\)|: line (\d+) column \d+ \(char \d+\)")


class Entry(NamedTuple):
    """A key of front matter: the line it stands in, and its value as built-in types."""

    key: str
    line: int
    value: object


class Read(NamedTuple):
    """What a parser makes of a block, None if it is malformed, and the problems by line."""

    values: Mapping[str, object] | None
    problems: Sequence[Problem] = ()


def parsed(block: FrontBlock) -> tuple[list[Entry], list[Problem]]:
    """Return the entries of a block in their order, and the problems of its form by their lines.

    The keys of a block that is malformed are read one by one.
    """
    inside = textwrap.dedent(block.inside.replace("\r\n", "\n").replace("\r", "\n"))
    inside = "\n" * block.above + inside  # so that every parser counts the lines of the file
    parser = _PARSERS[block.notation]
    found = parser(inside) if len(inside) <= LARGEST else Read(None, [(1, _TOO_LARGE)])
    if found.values is None:
        entries = list(_one_by_one(inside, parser))
    else:
        entries = [Entry(key, _line(inside, key), one) for key, one in _flat(found.values)]
    return entries, list(found.problems)


_TOO_LARGE = f"expected at most {LARGEST:,} characters, found more"


def _flat(values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield the keys with their values, and those in the mappings that are their owner's."""
    for key, value in values.items():
        if isinstance(value, dict) and plain(key) in _ROOMS:
            yield from value.items()
        else:
            yield key, value


def _line(inside: str, key: str) -> int:
    """Return the line in which a key stands, counted from 1."""
    found = re.search(rf"^[ \t{{,]*[\"']?{re.escape(key)}[\"']?[ \t]*[:=]", inside, re.MULTILINE)
    return inside.count("\n", 0, found.start()) + 1 if found else 1


def _one_by_one(inside: str, parser: Callable[[str], Read]) -> Iterator[Entry]:
    """Yield the keys, each read by itself, or as it is written if not even that can be parsed."""
    starts = list(_TOP.finditer(inside))
    ends = [*(one.start() for one in starts[1:]), len(inside)]
    for start, end in zip(starts, ends, strict=True):
        alone = (
            parser(inside[start.start() : end]) if end - start.start() <= LARGEST else Read(None)
        )
        values = alone.values or {start["key"]: _as_written(inside[start.end() : end])}
        line = inside.count("\n", 0, start.start()) + 1
        yield from (Entry(key, line, value) for key, value in values.items())


def _as_written(value: str) -> str | None:
    """Return a value without the quotation marks around it and the comma behind it."""
    first = value.strip().split("\n", 1)[0].strip().removesuffix(",").strip()
    is_quoted = len(first) > 1 and first[0] == first[-1] and first[0] in "\"'"
    return (first[1:-1] if is_quoted else first.strip("\"'")) or None


def _yaml(inside: str) -> Read:
    root, problems = parse(inside)
    ours = [
        (one.line, f"{one.steps[0]}: {one.text}" if one.steps else one.text)
        for one in problems
        if not one.steps or plain(str(one.steps[0])) in OURS
    ]
    if root is not None and root.kind is Kind.KEYS:
        return Read({str(key): node.plain() for key, node in root.children.items()}, ours)
    return Read(None, ours or [(1, "expected keys and values, found something else")])


def _toml(inside: str) -> Read:
    try:
        return Read(tomllib.loads(inside))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Read(None, [_malformed("TOML", str(error))])


def _json(inside: str) -> Read:
    try:
        found = json.loads(inside)
    except (ValueError, RecursionError) as error:
        return Read(None, [_malformed("JSON", str(error))])
    return Read(found) if isinstance(found, dict) else Read(None, [(1, "expected an object")])


def _malformed(notation: str, said: str) -> Problem:
    """Return what a parser says is wrong, and in which line."""
    place = _PLACE.search(said)
    line = int(place[1] or place[2]) if place else 1
    return line, f"expected {notation}, found {quoted(_PLACE.sub('', said))[1:-1]}"


def _lines(inside: str) -> Read:
    """Return the values behind the colons, those that go on in lines set in with these."""
    joined = re.sub(r"\n[ \t]+", " ", inside)
    found = ((one["key"], _as_written(joined[one.end() :])) for one in _TOP.finditer(joined))
    return Read(dict(reversed(list(found))))


_PARSERS: Mapping[Notation, Callable[[str], Read]] = MappingProxyType(
    {
        Notation.YAML: _yaml,
        Notation.TOML: _toml,
        Notation.JSON: _json,
        Notation.LINES: _lines,
    }
)
