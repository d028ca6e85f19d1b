"""What is read of single files, without a project: opened first when a brief is wrong."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen.model import Document, Verdict
from briefgen.read import Listed, Sandbox, judge
from briefgen.split import sentences

_UNLISTED = Listed()
_LABELS = ("title", "author", "publisher", "published", "language")


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence: offsets in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text, and what it is."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Left:
    """What was dropped of the text, and the rule that knew it."""

    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in a file as briefgen reads it; what is not known of it is None.

    `dated_by` says where the date is from, `doubts` what in the text is no date that can be taken
    for one, `lost` what could not be read. Offsets count characters of `text`.
    """

    path: str
    outcome: str
    reason: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    dated_by: str | None = None
    language: str | None = None
    basis: str | None = None
    reader: str | None = None
    encoding: str | None = None
    text: str = ""
    blocks: tuple[Part, ...] = ()
    dropped: tuple[Left, ...] = ()
    sentences: tuple[Span, ...] = ()
    lost: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def readings(files: Iterable[Path]) -> Iterator[Reading]:
    """Yield what is read of each of the files, in their order: one for each text in them.

    It is read as a build reads it, in a process of its own, but for what `sources.yaml` says.
    """
    with Sandbox() as sandbox:
        for file in files:
            beside = f"{file.parent}{os.sep}" if str(file.parent) != "." else ""
            for verdict in judge(file.parent, file.name, _UNLISTED, sandbox):
                yield _reading(f"{beside}{verdict.path}", verdict)


def _reading(path: str, verdict: Verdict) -> Reading:
    document = verdict.document
    if document is None:
        return Reading(path, str(verdict.outcome), verdict.reason)
    known = document.metadata
    return Reading(
        path=path,
        outcome=str(verdict.outcome),
        reason=verdict.reason,
        title=known.title,
        author=known.author,
        publisher=known.publisher,
        published=known.published.isoformat() if known.published else None,
        dated_by=str(document.dated_by) if document.dated_by else None,
        language=document.language,
        basis=str(document.basis),
        reader=document.reader,
        encoding=document.encoding,
        text=document.text,
        blocks=tuple(Part(str(one.kind), one.start, one.end) for one in document.blocks),
        dropped=tuple(Left(one.reason, one.start, one.end) for one in document.dropped),
        sentences=tuple(Span(one.start, one.end) for one in _sentences(document)),
        lost=document.lost,
        doubts=document.doubts,
    )


def _sentences(document: Document) -> Iterator[Span]:
    return (Span(one.start, one.end) for one in sentences(document))


def lines(reading: Reading, split: bool) -> Iterator[str]:
    """Yield a reading for a terminal: what is known, the blocks in their order, what is left out.

    If it is `split`, each sentence stands on a line with its offsets.
    """
    yield f"{reading.path}: {reading.outcome}{f', {reading.reason}' if reading.reason else ''}"
    yield from _known(reading)
    yield from (f"  lost: {loss}" for loss in reading.lost)
    yield from (f"  doubtful: {doubt}" for doubt in reading.doubts)
    parts = [(one.start, one.end, f"[{one.kind}]") for one in reading.blocks]
    parts += [(one.start, one.end, f"[dropped: {one.reason}]") for one in reading.dropped]
    for start, end, label in sorted(parts):
        yield ""
        inner = [one for one in reading.sentences if start <= one.start and one.end <= end]
        yield f"  {label} {'' if split and inner else _flat(reading, start, end)}".rstrip()
        for one in inner if split else ():
            yield f"  {one.start}-{one.end}  {_flat(reading, one.start, one.end)}"


def _known(reading: Reading) -> Iterator[str]:
    """Yield what is known of the text, and where its date and its language are from."""
    sources = {"published": reading.dated_by, "language": reading.basis}
    for label in _LABELS:
        value = getattr(reading, label)
        source = sources.get(label)
        if value is not None:
            yield f"  {label}: {value}{f' ({source})' if source else ''}"
    if reading.reader:
        yield f"  read by: {reading.reader}, as {reading.encoding}"


def _flat(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.text[start:end].split())
