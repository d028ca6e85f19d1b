"""Dumps: where the records of the usual JSON exports are, and what their fields are called.

Of NewsAPI and the like, JSON Feed 1.1, schema.org in JSON-LD, Elasticsearch, and the interfaces of
WordPress and of newspapers, whose objects hold objects.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefgen.read.field_names import plain

TEXTS = (
    *"text body content article fulltext maintext articlebody contenthtml contenttext".split(),
    *"bodytext bodyhtml fullcontent textcontent description summary excerpt".split(),
)
"""What the text of a document is called, as `plain` makes it; a summary is the last resort."""

MORE_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("webtitle", "name"),
        "publisher": ("provider", "domain"),
        "address": ("weburl", "mainentityofpage", "id"),
        "language": ("inlanguage",),
    }
)
"""What fields are called in dumps alone; `@id` is an address in some, which `plain` makes `id`."""

_NAMES = ("name", "rendered", "title", "value", "text", "@id", "url")
"""What in an object that stands for a field is its words."""

_WITHIN = ("_source", "fields", "attributes", "node", "webPage")
"""What in a record holds the record."""

_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
"""What NewsAPI writes where it cuts a text off."""

_LISTS = frozenset("items articles entries posts results news hits documents".split())
"""Names of lists of records: what has one is about all of them, though it has a text itself."""

_DEEPEST = 4
"""Objects in each other in which a list of records is looked for."""


def records(found: Any) -> list[Any]:
    """Return the records in what a JSON file holds: a list, a record, or objects around a list."""
    if isinstance(found, list):
        return [one for each in found for one in _graph(each)]
    if _graph(found) != [found]:
        return _graph(found)
    inner = max(_lists(found, _DEEPEST), key=len, default=[found])
    return [one for each in inner for one in _graph(each)]


def flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with what the objects in it hold, and words for those that are a field."""
    for name in _WITHIN:
        if isinstance(record.get(name), dict):
            record = {**record, **record[name]}
    row = {key: _words(value) for key, value in record.items()}
    if isinstance(row.get("content"), str):
        row["content"] = _CUT.sub("…", row["content"])
    return row


def _lists(found: Any, deepest: int) -> Iterator[list[Any]]:
    """Yield the lists of records in an object that is none itself."""
    if not isinstance(found, dict) or not deepest:
        return
    if _is_record(found) and not any(plain(name) in _LISTS for name in found):
        return
    for value in found.values():
        if isinstance(value, list):
            if any(_is_record(each) for one in value for each in _graph(one)):
                yield value
        else:
            yield from _lists(value, deepest - 1)


def _is_record(found: Any) -> bool:
    """Whether an object, or one that it holds, has a field for a text that says something."""
    if not isinstance(found, dict):
        return False
    within = [found, *(found[name] for name in _WITHIN if isinstance(found.get(name), dict))]
    fields = (field for one in within for field in one.items())
    return any(plain(name) in TEXTS and _words(value) for name, value in fields)


def _graph(found: Any) -> list[Any]:
    """Return the texts in a node of JSON-LD, and any other object as it is."""
    graph = found.get("@graph") if isinstance(found, dict) else None
    if not isinstance(graph, list):
        return [found]
    return [one for one in graph if isinstance(one, dict) and one.get("articleBody")] or [found]


def _words(value: Any) -> Any:
    """Return the words of an object, or of those in a list, that stands for a field."""
    if isinstance(value, dict):
        return next((value[name] for name in _NAMES if isinstance(value.get(name), str)), "")
    if isinstance(value, list):
        return [_words(one) for one in value]
    return value
