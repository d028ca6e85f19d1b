"""The index brought up to date: what is new or changed is read, split and counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter

from briefgen.corpus import card
from briefgen.index import Entry, Index, Kept
from briefgen.model import Card, Document, Outcome
from briefgen.read import Listed, Sandbox, digest, find, judge, listed, state
from briefgen.salience import packed, tally
from briefgen.split import split
from briefgen.study.counted import SENTENCES

BATCH = 250
"""Files that are read and counted before they are kept, so that little is lost to a kill."""

_CARDS = TypeAdapter(
    tuple[Card, ...], config=ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
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


def refresh(sources: Path, index: Index) -> None:
    """Let the index know every file that there is, as it is now, and no other."""
    paths = find(sources)
    known = index.states()
    index.forget(sorted(known.keys() - set(paths)))
    before = index.opened - TICK
    changed = _changed(sources, paths, {path: one for path, (one, _) in known.items()}, before)
    with Sandbox() as sandbox:
        while batch := list(islice(changed, BATCH)):
            same = [one for one in batch if one.key and one.key == known.get(one.path, _NEW)[1]]
            index.restate((one.path, one.state) for one in same)
            index.keep(_entries(sources, [one for one in batch if one not in same], sandbox))


def cards(sources: Path, index: Index) -> tuple[Card, ...]:
    """Return the card of every file that the index has, in the order of their paths."""
    return tuple(chain.from_iterable(map(_CARDS.validate_json, index.values(find(sources)))))


def _changed(
    sources: Path, paths: Sequence[str], known: Mapping[str, str], before: int
) -> Iterator[_File]:
    """Yield the files of which the file system, or `sources.yaml`, says other than is known.

    Those touched later than `before` are among them.
    """
    entries = listed(sources)
    for path in paths:
        said = entries.get(path, _UNLISTED)
        lies = state(sources, path, before)
        now = lies and f"{lies} {said if path in entries else ''}"
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
    kept = _kept(documents)
    return [
        Entry(
            file.path,
            file.state,
            file.key,
            _CARDS.dump_json(tuple(card(one, file.sha256) for one in verdicts)),
            tuple(kept[one.path] for one in verdicts if one.path in kept),
        )
        for file, verdicts in zip(files, judged, strict=True)
    ]


def _kept(documents: Sequence[Document]) -> dict[str, Kept]:
    """Return what is kept of each document that has a sentence, by its path."""
    said = {one.path: sentences for one in documents if (sentences := split([one]))}
    if not said:
        return {}
    counts = packed(tally([sentence for sentences in said.values() for sentence in sentences]))
    return {
        path: Kept(path, len(sentences), data, SENTENCES.dump_json(sentences))
        for (path, sentences), data in zip(said.items(), counts, strict=True)
    }
