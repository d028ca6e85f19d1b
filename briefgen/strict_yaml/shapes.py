"""Nodes x a shape -> a value, or every way in which they differ, in plain words.

The shape is a pydantic type; what was expected is read off its JSON schema, where a `description`
on a field speaks for the field's type.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefgen.strict_yaml.nodes import Kind, Node, Problem, Step, found, listed, quoted

Schema = dict[str, Any]
Value = TypeVar("Value")

_UNKNOWN = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
_MISSING = frozenset({"missing", "missing_argument"})
_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "array": "a list",
    "object": "keys and values",
}
_MANY = 1000
_BOUNDS = (
    ("exclusiveMinimum", "above"),
    ("minimum", "of at least"),
    ("maximum", "at most"),
    ("minItems", "of at least"),
)


def _one_line(text: str) -> str:
    """Return the text with each run of white space as one space; there must be some text."""
    words = text.split()
    if not words:
        raise ValueError
    return " ".join(words)


Line = Annotated[str, AfterValidator(_one_line), Field(description="text")]
"""Text on one line, whatever way it was wrapped in the file."""


class Checked(NamedTuple, Generic[Value]):
    """A value of the shape asked for, or else why there is none."""

    value: Value | None
    problems: tuple[Problem, ...]


def check(root: Node, shape: TypeAdapter[Value]) -> Checked[Value]:
    """Return what `root` is when read as `shape`."""
    try:
        return Checked(shape.validate_python(root.plain()), ())
    except ValidationError as error:
        schema = shape.json_schema()
        details = error.errors(include_url=False)
        problems = (
            root.problem(_words(schema, detail), *detail["loc"])
            for detail in details
            if not _follows(root, detail)
        )
        return Checked(None, tuple(problems))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return, in words, the known name that `name` may stand for, else all the known ones."""
    names = list(known)
    close = get_close_matches(name, names, n=1) if len(names) <= _MANY else []
    return f"did you mean {quoted(close[0])}?" if close else f"expected one of {listed(names)}"


def _follows(root: Node, detail: ErrorDetails) -> bool:
    """Whether another problem says it all: of an alias, or of a wrong entry in a list too short."""
    if detail["type"] == "too_short":
        return bool(detail["input"])
    is_alias = root.closest(detail["loc"]).kind is Kind.ALIAS
    return is_alias and detail["type"] not in _UNKNOWN


def _words(schema: Schema, detail: ErrorDetails) -> str:
    if detail["type"] in _UNKNOWN:
        known = _resolved(schema, _at(schema, detail["loc"][:-1]))["properties"]
        return f"unknown key; {nearest(str(detail['loc'][-1]), known)}"
    got = "no such key" if detail["type"] in _MISSING else found(detail["input"])
    expected = _expected(schema, _at(schema, detail["loc"]))
    return f"expected {expected}, got {got}"


def _at(schema: Schema, steps: Iterable[Step]) -> Schema:
    """Return the part of the schema that describes what stands at `steps`."""
    here = schema
    for step in steps:
        whole = _resolved(schema, here)
        inner = whole.get("items", whole.get("additionalProperties"))
        here = whole.get("properties", {}).get(step, inner)
    return here


def _resolved(schema: Schema, here: Schema) -> Schema:
    here = here.get("anyOf", [here])[0]
    return schema["$defs"][here["$ref"].rpartition("/")[2]] if "$ref" in here else here


def _expected(schema: Schema, here: Schema) -> str:
    """Return what `here` asks for, in words: its own, or those for its type and bounds."""
    own: str | None = here.get("anyOf", [here])[0].get("description")
    if own and "properties" not in here:  # there it is a docstring
        return own
    here = _resolved(schema, here)
    if "enum" in here:
        return " or ".join(here["enum"])
    bounds = [f"{words} {here[bound]:,}" for bound, words in _BOUNDS if bound in here]
    return f"{_TYPES[here['type']]} {' and '.join(bounds)}".rstrip()
