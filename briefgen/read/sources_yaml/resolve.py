"""Entries and files -> what is said of each file, the most precise entry first, key by key."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from difflib import get_close_matches
from itertools import islice
from typing import Any

from briefgen.model import Metadata, SourceRule
from briefgen.read.patterns import Patterns, is_pattern
from briefgen.read.sources_yaml.listed import Absent, Listed, Listing
from briefgen.read.sources_yaml.shape import ColumnsShape, ListingShape
from briefgen.strict_yaml import Node

HINTED = 10
"""Entries without a file that a like one is looked for; no more are shown at a time anyway."""

MANY = 1000
"""Files from which on none is looked for that is like the one named: it takes too long."""

ALIKE = 0.85
"""How like a path has to be (difflib's ratio): two that share no more than `.txt` are at 0.8."""

_DIGIT = re.compile(r"\d")
_FIELDS = tuple(one.name for one in fields(Metadata))
_COLUMNS = tuple((name, f"columns.{name}") for name in ColumnsShape.model_fields)


def resolved(root: Node, value: ListingShape, files: Sequence[str]) -> Listing:
    """Return what the entries say of `files`, which are all that there are."""
    entries, there = value.__pydantic_extra__, frozenset(files)
    own = {path: one for path, one in entries.items() if path in there or not is_pattern(path)}
    patterns = Patterns(path for path in entries if path not in own)
    merged = _Merged([entries[text].stated() for text in patterns.texts])
    listed: dict[str, Listed] = {}
    for path in files:
        ranks = patterns.matching(path)
        if path in own:
            listed[path] = _listed(merged.stated(ranks) | own[path].stated())
        elif ranks:
            listed[path] = merged.listed(ranks)
    idle = {text for rank, text in enumerate(patterns.texts) if rank not in merged.met}
    absent = [
        Absent(path, node.line, path in idle)
        for path, node in root.children.items()
        if isinstance(path, str) and (path in idle or (path in own and path not in there))
    ]
    return Listing(
        files=listed,
        own={path: _listed(one.stated()).metadata for path, one in own.items()},
        patterns=patterns.texts,
        families={
            outlet.casefold(): publisher
            for publisher, outlets in value.families.items()
            for outlet in outlets
        },
        absent=tuple(_hinted(absent, [path for path in files if path not in own])),
    )


class _Merged:
    """What patterns say together, for each set of them that some file has, and which were met."""

    def __init__(self, stated: Sequence[Mapping[str, Any]]) -> None:
        self.met: set[int] = set()
        self._each = stated
        self._stated: dict[tuple[int, ...], dict[str, Any]] = {}
        self._listed: dict[tuple[int, ...], Listed] = {}

    def stated(self, ranks: tuple[int, ...]) -> dict[str, Any]:
        """Return the keys of these patterns, given by their ranks, the most precise last."""
        if ranks not in self._stated:
            self.met.update(ranks)
            every = (self._each[rank] for rank in ranks)
            self._stated[ranks] = {key: value for one in every for key, value in one.items()}
        return self._stated[ranks]

    def listed(self, ranks: tuple[int, ...]) -> Listed:
        """Return what these patterns say of a file that has no entry of its own."""
        if ranks not in self._listed:
            self._listed[ranks] = _listed(self.stated(ranks))
        return self._listed[ranks]


def _listed(stated: Mapping[str, Any]) -> Listed:
    columns = {name: stated[key] for name, key in _COLUMNS if stated.get(key) is not None}
    rule = SourceRule()
    weight, lead = stated.get("weight"), stated.get("lead")
    if weight is not None or lead is not None:
        rule = SourceRule(
            rule.weight if weight is None else weight, rule.lead if lead is None else lead
        )
    return Listed(Metadata(*map(stated.get, _FIELDS)), columns, rule)


def _hinted(absent: Iterable[Absent], unlisted: Sequence[str]) -> Iterator[Absent]:
    """Yield the entries without a file, the first with what may have been meant by them."""
    rest = iter(absent)
    for one in islice(rest, HINTED):
        yield one._replace(hint=_hint(one, unlisted))
    yield from rest


def _hint(one: Absent, unlisted: Sequence[str]) -> str:
    """Return a file without an entry, or a wider pattern, that may be meant; empty if none is."""
    if one.is_pattern:
        anywhere = f"**/{one.path}"
        return anywhere if any(map(Patterns([anywhere]).matching, unlisted)) else ""
    if len(unlisted) > MANY:
        return ""
    numbers = _DIGIT.findall(one.path)  # another number is another file, as that of another day
    like = [path for path in unlisted if _DIGIT.findall(path) == numbers]
    return next(iter(get_close_matches(one.path, like, 1, ALIKE)), "")
