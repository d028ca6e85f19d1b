"""What is known of a source: the forms that its fields have, and how what is said is joined."""

import re
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from briefgen.model import Metadata, web_host
from briefgen.strict_yaml import Line

_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*",
    re.ASCII | re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

_NOTHING = Metadata()
_values = attrgetter(*(field.name for field in fields(Metadata)))


def _day(written: object) -> date:
    """Return the day that an ISO 8601 calendar date names; no other of its forms is accepted."""
    if not isinstance(written, str) or not _DAY.fullmatch(written):
        raise ValueError
    return date.fromisoformat(written)


def web_address(text: str) -> str:
    """Return the address, which must be one that every reader's browser opens."""
    if not web_host(text):
        raise ValueError
    return text


def language_tag(text: str) -> str:
    """Return the tag, which must be well-formed by RFC 5646 (BCP 47), section 2.1."""
    if not _LANGUAGE.fullmatch(text):
        raise ValueError
    return text


_Day = Annotated[date, BeforeValidator(_day), Field(description="a date as YYYY-MM-DD")]
_Address = Annotated[
    str,
    AfterValidator(web_address),
    Field(description="an address that begins with http:// or https://, without a user name"),
]
_Language = Annotated[
    str,
    AfterValidator(language_tag),
    Field(description="a language tag such as en or pt-BR"),
]


class EntryShape(BaseModel):
    """The fields of `Metadata`; one that is written but left empty is not known."""

    model_config = ConfigDict(extra="forbid")

    title: Line | None = None
    publisher: Line | None = None
    author: Line | None = None
    published: _Day | None = None
    address: _Address | None = None
    language: _Language | None = None
    retrieved: _Day | None = None


def merge(front: Metadata, listed: Metadata) -> Metadata:
    """Return what is known of a source; field by field, its own word goes before the listing."""
    if front == _NOTHING:
        return listed
    both = zip(_values(front), _values(listed), strict=True)
    return Metadata(*(listed if own is None else own for own, listed in both))
