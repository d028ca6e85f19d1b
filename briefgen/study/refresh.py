"""The index brought up to date: what is new or changed is read, split and counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter

from briefgen.corpus import card
from briefgen.index import Entry, Index, Kept
from briefgen.index.store import DamageError
from briefgen.model import Card, Outcome, Sentence, Verdict
from briefgen.read import Listed, Sandbox, digest, find, judge, state
from briefgen.salience import packed, tally
from briefgen.split import split
from briefgen.study.counted import SENTENCES

BATCH = 250
"""Files that are read and counted before they are kept, so that little is lost to a kill."""

Recalled = tuple[Card, int]
"""The card of a document, and how many sentences it has."""

_RECALLED = TypeAdapter(
    tuple[Recalled, ...], config=ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
)

TICK = 2_000_000_000
"""Nanoseconds that the clock of a file system may stand still; 2 s where FAT is."""

_UNLISTED = Listed()
_NEW = ("", b"")


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it lies, the hash of its bytes, what is declared of it, and the hash of both."""

    path: str
    state: str
    sha256: str | None
    listed: Listed
    key: bytes


def refresh(sources: Path, listed: Mapping[str, Listed], index: Index) -> None:
    """Let the index know every file that there is, as it is now, and no other.

    `listed` is what `sources.yaml` says of them.
    """
    paths = find(sources)
    known = index.states()
    index.forget(sorted(known.keys() - set(paths)))
    before = index.opened - TICK
    states = {path: one for path, (one, _) in known.items()}
    changed = _changed(sources, listed, paths, states, before)
    with Sandbox() as sandbox:
        while batch := list(islice(changed, BATCH)):
            same = [one for one in batch if one.key and one.key == known.get(one.path, _NEW)[1]]
            index.restate((one.path, one.state) for one in same if one.state != known[one.path][0])
            entries = _entries(sources, [one for one in batch if one not in same], sandbox)
            index.keep(one for one in entries if known.get(one.path) != (one.state, one.key))
    if index.states().keys() != set(paths):
        raise DamageError("the files it has are not those that it was given")


def recalled(index: Index) -> Iterator[Recalled]:
    """Yield what the index has of every file's documents, in the order of the files' paths."""
    return chain.from_iterable(map(_RECALLED.validate_json, index.values(sorted(index.states()))))


def _changed(
    sources: Path,
    listed: Mapping[str, Listed],
    paths: Sequence[str],
    known: Mapping[str, str],
    before: int,
) -> Iterator[_File]:
    """Yield the files of which the file system, or `sources.yaml`, says other than is known.

    Those touched later than `before` are among them.
    """
    for path in paths:
        said = listed.get(path, _UNLISTED)
        lies = state(sources, path, before)
        now = lies and f"{lies} {said if path in listed else ''}"
        if not now or now != known.get(path):
            data = digest(sources, path)
            key = blake2b(f"{data} {said}".encode(), digest_size=16).digest() if data else b""
            yield _File(path, now, data or None, said, key)


def _entries(sources: Path, files: Sequence[_File], sandbox: Sandbox) -> list[Entry]:
    """Return what is to be kept of each file; the texts of all of them are counted together."""
    judged = [judge(sources, one.path, one.listed, sandbox) for one in files]
    documents = [
        one.document for one in chain(*judged) if one.outcome is Outcome.READ and one.document
    ]
    said = {one.path: split([one]) for one in documents}
    kept = _kept({path: sentences for path, sentences in said.items() if sentences})
    return [
        _entry(
            file,
            verdicts,
            tuple((card(one, file.sha256), len(said.get(one.path, ()))) for one in verdicts),
            tuple(kept[one.path] for one in verdicts if one.path in kept),
        )
        for file, verdicts in zip(files, judged, strict=True)
    ]


def _entry(
    file: _File, verdicts: Sequence[Verdict], found: tuple[Recalled, ...], kept: tuple[Kept, ...]
) -> Entry:
    """Return what is to be kept of one file.

    What could not be opened, or was written to between its hash and its reading, has no state, so
    that it is looked at again, and its key tells only what was found.
    """
    value = _RECALLED.dump_json(found)
    if not file.sha256 or any(
        one.document and one.document.sha256 != file.sha256 for one in verdicts
    ):
        return Entry(file.path, "", blake2b(value, digest_size=16).digest(), value, kept)
    return Entry(file.path, file.state, file.key, value, kept)


def _kept(said: Mapping[str, Sequence[Sentence]]) -> dict[str, Kept]:
    """Return what is kept of each document, given its sentences by its path."""
    if not said:
        return {}
    counts = packed(tally([sentence for sentences in said.values() for sentence in sentences]))
    return {
        path: Kept(path, data, SENTENCES.dump_json(tuple(sentences)))
        for (path, sentences), data in zip(said.items(), counts, strict=True)
    }
