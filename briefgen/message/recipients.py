"""The file of recipients -> Recipients, or every problem with it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Annotated

from annotated_types import MinLen
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from briefgen import strict_yaml
from briefgen.errors import ConfigError
from briefgen.message import table
from briefgen.message.addresses import routable, same
from briefgen.message.suppressed import load_suppressed
from briefgen.model import Mail, Part, Recipient, Tlp
from briefgen.strict_yaml import Line, Node, Problem, quoted

LARGEST = 10_000_000
"""Bytes that a file of recipients may have; more is another file by mistake."""

Language = Annotated[
    str,
    Field(pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="a language such as en or pt-BR"),
]


class RecipientShape(BaseModel):
    """An entry of the file; the keys are those of `briefgen.model.Recipient`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: Line
    name: Line = ""
    groups: tuple[Line, ...] = ()
    language: Language = ""
    parts: Annotated[tuple[Part, ...], MinLen(1)] = ()
    ceiling: Tlp = Tlp.CLEAR


_SHAPE = TypeAdapter(Annotated[tuple[RecipientShape, ...], MinLen(1)])
_FORMS: Mapping[str, strict_yaml.Form] = {
    ".csv": partial(table.parse, columns=RecipientShape.model_fields),
    ".yaml": strict_yaml.parse,
    ".yml": strict_yaml.parse,
}


def load_recipients(mail: Mail) -> tuple[Recipient, ...]:
    """Return the recipients in the order of their file, those that are suppressed marked so.

    Raises ConfigError with all problems of a file, in the order of its lines.
    """
    if mail.recipients is None:
        return ()
    form = _FORMS.get(mail.recipients.suffix.lower())
    if form is None:
        wrong = f"expected a name ending in {', '.join(_FORMS)}"
        raise ConfigError(str(mail.recipients), [wrong])
    shapes = strict_yaml.read(mail.recipients, LARGEST, _SHAPE, _rules, form)
    suppressed = load_suppressed(mail.suppressed) if mail.suppressed else frozenset()
    return tuple(_marked(_recipient(shape), suppressed) for shape in shapes)


def _rules(root: Node) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    for entry in root.children.values():
        if not (written := entry.text_at("address").strip()):
            continue
        node = entry.children["address"]
        try:
            twin = first.setdefault(same(routable(written)), node)
        except ValueError as error:
            yield node.problem(f"expected an address, got {quoted(written)}: {error}")
            continue
        if twin is not node:
            again = f"{quoted(written)} again (first in line {twin.line})"
            yield node.problem(f"expected each address once, got {again}")


def _recipient(shape: RecipientShape) -> Recipient:
    return Recipient(**{**dict(shape), "address": routable(shape.address)})


def _marked(recipient: Recipient, suppressed: frozenset[str]) -> Recipient:
    return replace(recipient, suppressed=same(recipient.address) in suppressed)
