"""The index brought up to date: what is new or changed is read, split and counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, islice, zip_longest
from pathlib import Path

from briefgen.corpus import card, signature
from briefgen.index import DamageError, Entry, Index, Kept
from briefgen.model import Document, Outcome, Sentence, Verdict
from briefgen.read import Listed, Sandbox, digest, find, judge, state
from briefgen.salience import packed, tally
from briefgen.split import split
from briefgen.study.kept import SENTENCES, Recalled, dumped

BATCH = 250
"""Files that are read and counted before they are kept, so that little is lost to a kill."""

TICK = 2_000_000_000
"""Nanoseconds that the clock of a file system may stand still; 2 s where FAT is."""

_UNLISTED = Listed()
_NEW = ("", b"")


@dataclass(frozen=True, slots=True)
class Files:
    """The paths of all files, in order, and a hash of all that is made of any of them."""

    paths: tuple[str, ...]
    digest: bytes


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it lies, the hash of its bytes, what is declared of it, and the hash of both.

    `known` are the state and the key that the index has.
    """

    path: str
    state: str
    sha256: str | None
    listed: Listed
    key: bytes
    known: tuple[str, bytes]


def refresh(sources: Path, listed: Mapping[str, Listed], index: Index) -> Files:
    """Let the index know every file that there is, as it is now, and no other; return which.

    `listed` is what `sources.yaml` says of them.
    """
    paths = find(sources)
    there = frozenset(paths)
    index.forget([path for path, _ in index.files() if path not in there])
    changed = _changed(sources, listed, paths, index)
    with Sandbox() as sandbox:
        while batch := list(islice(changed, BATCH)):
            same = [one for one in batch if one.key and one.key == one.known[1]]
            index.restate((one.path, one.state) for one in same if one.state != one.known[0])
            entries = _entries(sources, [one for one in batch if one not in same], sandbox)
            known = {one.path: one.known for one in batch}
            index.keep(one for one in entries if known[one.path] != (one.state, one.key))
    return Files(paths, _digest(paths, index))


def _digest(paths: Sequence[str], index: Index) -> bytes:
    """Return a hash of what the index knows of the files at `paths`, which are all it knows."""
    digest = blake2b(digest_size=16)
    for path, (known, key) in zip_longest(paths, index.files(), fillvalue=_NEW):
        if path != known:
            raise DamageError(f"expected {path} among the files it was given, found {known}")
        digest.update(repr((path, key)).encode())
    return digest.digest()


def _changed(
    sources: Path, listed: Mapping[str, Listed], paths: Sequence[str], index: Index
) -> Iterator[_File]:
    """Yield the files of which the file system, or `sources.yaml`, says other than is known.

    Those touched since the index was opened, or shortly before, are among them.
    """
    before = index.opened - TICK
    for start in range(0, len(paths), BATCH):
        some = paths[start : start + BATCH]
        states = index.states(some)
        for path in some:
            said, known = listed.get(path, _UNLISTED), states.get(path, _NEW)
            lies = state(sources, path, before)
            now = lies and f"{lies} {said.reading if path in listed else ''}"
            if not now or now != known[0]:
                data = digest(sources, path)
                key = _key(data, said) if data else b""
                yield _File(path, now, data or None, said, key, known)


def _key(data: str, said: Listed) -> bytes:
    """Return a hash of all that decides what is read out of a file, whose own hash is `data`."""
    return blake2b(f"{data} {said.reading}".encode(), digest_size=16).digest()


def _entries(sources: Path, files: Sequence[_File], sandbox: Sandbox) -> list[Entry]:
    """Return what is to be kept of each file; the texts of all of them are counted together."""
    judged = [judge(sources, one.path, one.listed, sandbox) for one in files]
    documents = [
        one.document for one in chain(*judged) if one.outcome is Outcome.READ and one.document
    ]
    said = {one.path: split([one]) for one in documents}
    kept = {one.path: one for one in _kept(documents, said)}
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
    value = dumped(found)
    if not file.sha256 or any(
        one.document and one.document.sha256 != file.sha256 for one in verdicts
    ):
        return Entry(file.path, "", blake2b(value, digest_size=16).digest(), value, kept)
    return Entry(file.path, file.state, file.key, value, kept)


def _kept(
    documents: Sequence[Document], said: Mapping[str, tuple[Sentence, ...]]
) -> Iterator[Kept]:
    """Yield what is kept of each document, given its sentences by its path."""
    signatures = {one.path: signature(one) for one in documents}
    every = list(chain.from_iterable(said.values()))
    counts = packed(tally(every)) if every else iter(())
    for path, sentences in said.items():
        count = next(counts) if sentences else b""
        yield Kept(path, signatures[path].tobytes(), count, SENTENCES.dump_json(sentences))
