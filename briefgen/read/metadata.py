"""What is known of a source from `sources.yaml` beside it, and how it joins what is known else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from briefgen.model import Metadata, web_host
from briefgen.read.files import find
from briefgen.strict_yaml import Kind, Line, Node, Problem, check, nearest, parse, quoted, read

LISTING = "sources.yaml"
FAMILIES = "families"
LARGEST = 32_000_000
"""Bytes that a `sources.yaml` may have: enough for some 100,000 sources."""

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


def _nothing_as_empty(written: object) -> object:
    """Return no entries for a listing that holds nothing, or comments only."""
    return {} if written is None else written


class Listed(NamedTuple):
    """What `sources.yaml` says of one file: of its text, and which of its columns is which."""

    metadata: Metadata = Metadata()
    columns: Mapping[str, str] = MappingProxyType({})


class Listing(NamedTuple):
    """What `sources.yaml` says: of each file, by its path, and of outlets that are one publisher.

    `families` gives the publisher that an outlet belongs to, by the outlet's name in small letters.
    """

    files: Mapping[str, Listed]
    families: Mapping[str, str]


class _Columns(BaseModel):
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


class _Entry(BaseModel):
    """The fields of `Metadata`; one that is written but left empty is not known."""

    model_config = ConfigDict(extra="forbid")

    title: Line | None = None
    publisher: Line | None = None
    author: Line | None = None
    published: _Day | None = None
    address: _Address | None = None
    language: _Language | None = None
    retrieved: _Day | None = None


class _ListedEntry(_Entry):
    """An entry of `sources.yaml`, which may say more than the front matter of one text."""

    columns: _Columns | None = None

    def listed(self) -> Listed:
        said = dict(self)
        columns = said.pop("columns")
        return Listed(Metadata(**said), columns.model_dump(exclude_none=True) if columns else {})


class _Listing(BaseModel):
    """The whole file: entries by path, and under `families` which outlets are one publisher."""

    model_config = ConfigDict(extra="allow")

    families: dict[str, tuple[Line, ...]] = {}
    __pydantic_extra__: dict[str, _ListedEntry]


_LISTING = TypeAdapter(Annotated[_Listing, BeforeValidator(_nothing_as_empty)])


def listing(folder: Path, name: str = LISTING) -> Listing:
    """Return what `sources.yaml` in `folder` says; nothing if there is none.

    `name` is that of another file to read as one. Raises ConfigError with all problems, an entry
    without its file among them.
    """
    said = _said(folder, name)
    files = {path: entry.listed() for path, entry in said.__pydantic_extra__.items()}
    families = said.families.items()
    return Listing(files, {one.casefold(): name for name, outlets in families for one in outlets})


def declared(folder: Path, name: str = LISTING) -> dict[str, Metadata]:
    """Return what `listing` says of the texts alone."""
    return {path: one.metadata for path, one in listing(folder, name).files.items()}


def unfit(entries: str) -> tuple[Problem, ...]:
    """Return what keeps `entries` from being a `sources.yaml`, whether its files exist or not."""
    root, problems = parse(entries)
    return (*problems, *check(root, _LISTING).problems) if root else problems


def _said(folder: Path, name: str) -> _Listing:
    place = folder / name
    if not place.exists():
        return _LISTING.validate_python({})
    return read(place, LARGEST, _LISTING, partial(_contradictions, folder))


def merge(front: Metadata, listed: Metadata) -> Metadata:
    """Return what is known of a source; field by field, its own word goes before the listing."""
    if front == _NOTHING:
        return listed
    both = zip(_values(front), _values(listed), strict=True)
    return Metadata(*(listed if own is None else own for own, listed in both))


def _contradictions(folder: Path, root: Node) -> Iterator[Problem]:
    yield from _without_file(folder, root)
    yield from _in_two_families(root)


def _without_file(folder: Path, root: Node) -> Iterator[Problem]:
    files = find(folder)
    known = frozenset(files) | {FAMILIES}
    for path in root.children:
        if root.kind is Kind.KEYS and path not in known:
            yield root.problem(f"unknown file; {nearest(str(path), files)}", path)


def _in_two_families(root: Node) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    families = root.children[FAMILIES].children if FAMILIES in root.children else {}
    for outlet in (one for family in families.values() for one in family.children.values()):
        same = first.setdefault(outlet.text.casefold(), outlet)
        if same is not outlet and outlet.text:
            again = f"{quoted(outlet.text)} again (first in line {same.line})"
            yield outlet.problem(f"expected an outlet in one family, got {again}")
