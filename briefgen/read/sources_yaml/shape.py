"""The keys that `sources.yaml` may have, their types and bounds."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from briefgen.read.metadata import EntryShape
from briefgen.strict_yaml import Line

LISTING = "sources.yaml"
FAMILIES = "families"

_WORDS = {"yes": True, "true": True, "no": False, "false": False}


def _nothing_as_empty(written: object) -> object:
    """Return no entries for a listing that holds nothing, or comments only."""
    return {} if written is None else written


def _yes_or_no(written: object) -> bool:
    if not isinstance(written, str):
        raise ValueError
    try:
        return _WORDS[written.casefold()]
    except KeyError:
        raise ValueError from None


Weight = Annotated[float, Field(gt=0, allow_inf_nan=False, description="a number above 0")]
Answer = Annotated[bool, BeforeValidator(_yes_or_no), Field(description="yes or no")]


class ColumnsShape(BaseModel):
    """The column of an export that holds each field of its documents."""

    model_config = ConfigDict(extra="forbid")

    id: Line | None = None
    title: Line | None = None
    text: Line | None = None
    publisher: Line | None = None
    author: Line | None = None
    published: Line | None = None
    address: Line | None = None
    language: Line | None = None


class ListedShape(EntryShape):
    """An entry of `sources.yaml`, which may say more than the front matter of one text."""

    columns: ColumnsShape | None = None
    weight: Weight | None = None
    lead: Answer | None = None

    def stated(self) -> dict[str, Any]:
        """Return the value of each key that is written, None for one that is left empty.

        The columns have a key each, such as `columns.text`; to leave `columns` empty is to leave
        each of them empty.
        """
        values = {name: getattr(self, name) for name in self.model_fields_set - {"columns"}}
        if "columns" in self.model_fields_set:
            columns = self.columns or ColumnsShape()
            written = columns.model_fields_set if self.columns else ColumnsShape.model_fields
            values |= {f"columns.{name}": getattr(columns, name) for name in written}
        return values


class ListingShape(BaseModel):
    """The whole file: entries by key, and under `families` which outlets are one publisher."""

    model_config = ConfigDict(extra="allow")

    families: dict[str, tuple[Line, ...]] = {}
    __pydantic_extra__: dict[str, ListedShape]


SHAPE = TypeAdapter(Annotated[ListingShape, BeforeValidator(_nothing_as_empty)])
