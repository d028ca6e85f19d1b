"""How what is known of the documents is written into the index, and how it comes out again."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import ConfigDict, TypeAdapter

from briefgen.corpus import Outline, outline
from briefgen.index import Index
from briefgen.model import Card, Profile, Sentence

Recalled = tuple[Card, int]
"""The card of a document, and how many sentences it has."""

AS_JSON = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
"""How bytes are written where they are kept as JSON."""

_RECALLED = TypeAdapter(tuple[Recalled, ...], config=AS_JSON)

SENTENCES = TypeAdapter(tuple[Sentence, ...])
"""How the sentences of a document are kept."""


def dumped(found: tuple[Recalled, ...]) -> bytes:
    """Return how what was found in a file is kept."""
    return _RECALLED.dump_json(found)


def outlines(index: Index, paths: Sequence[str]) -> Iterator[Outline]:
    """Yield the outlines of all documents in the files at `paths`, in the order of these."""
    for path, value in zip(paths, index.values(paths), strict=True):
        yield from (outline(one, path, size) for one, size in _RECALLED.validate_json(value))


def cards(index: Index, paths: Iterable[str]) -> Iterator[Card]:
    """Yield the cards of all documents in the files at `paths`, in the order of these."""
    for value in index.values(paths):
        yield from (one for one, _ in _RECALLED.validate_json(value))


def profiles(index: Index, documents: Iterable[Outline]) -> tuple[Profile, ...]:
    """Return the profiles of some documents, in the order of their paths."""
    files = {one.path: one.file for one in documents}
    found = (one.profile for one in cards(index, sorted(set(files.values()))))
    wanted = (one for one in found if one and one.path in files)
    return tuple(sorted(wanted, key=lambda one: one.path))
