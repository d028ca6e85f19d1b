"""Ledger x sources -> Report: is every quotation still, to the character, in its source?"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefgen.errors import LedgerError
from briefgen.ledger.anchor import difference, found, stands
from briefgen.ledger.consistency import contradictions
from briefgen.ledger.entries import ArtefactEntry, Ledger, SentenceEntry, SourceEntry
from briefgen.model import Document


class State(StrEnum):
    """What became of a source, or of a file of the issue, since the brief was built."""

    INTACT = "intact"
    CHANGED = "source changed, quotations intact"
    ALTERED = "altered"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Alteration:
    """A sentence no longer in its place; both texts are cut down to where they differ.

    `elsewhere` says that the source still has the same words, but beside other words.
    """

    sentence: int
    expected: str
    found: str
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """What became of one source; `reason` says why it is unreadable."""

    number: int
    path: str
    state: State
    reason: str = ""
    alterations: tuple[Alteration, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A check of every source; `ok` unless a quotation is altered or cannot be checked."""

    ok: bool
    sources: tuple[SourceCheck, ...]


@dataclass(frozen=True, slots=True)
class ArtefactCheck:
    """What became of one file of the issue; a missing one was perhaps only not passed on."""

    name: str
    state: State


def verify(ledger: Ledger, texts: Mapping[str, Document | str]) -> Report:
    """Return what `ledger` is worth against `texts`, the sources as they are read today.

    `texts` maps the path of a source to its document, or to the reason why it cannot be read; a
    path it lacks is missing. A source with the recorded hash must have each sentence at its very
    offsets; in a changed one each must still stand as `anchor.stands` has it.
    """
    checks = tuple(
        _check(source, texts.get(source.path), _quoted(ledger, source)) for source in ledger.sources
    )
    return Report(all(check.state in (State.INTACT, State.CHANGED) for check in checks), checks)


def certify(ledger: Ledger, texts: Mapping[str, Document | str]) -> None:
    """Return if every sentence is verbatim in `texts`, as for `verify`, else raise LedgerError.

    This is the build's check of itself, made before anything is published.
    """
    report = verify(ledger, texts)
    problems = contradictions(ledger)
    for check in report.sources:
        if check.state is not State.INTACT:
            problems.append(f"{check.path}: expected it intact, found it {check.state}")
        problems += (
            f"{check.path}: sentence {one.sentence}: expected {one.expected!r}, found {one.found!r}"
            for one in check.alterations
        )
    if problems:
        raise LedgerError("\n".join(["the brief does not match its sources:", *problems]))


def check_artefacts(ledger: Ledger, folder: Path) -> tuple[ArtefactCheck, ...]:
    """Return for each file of the issue whether it lies in `folder` as it was built.

    Its state is INTACT, ALTERED, MISSING or, if something other than a file has its name or the
    system does not let it be read, UNREADABLE.
    """
    return tuple(
        ArtefactCheck(artefact.name, _file_state(artefact, folder / artefact.name))
        for artefact in ledger.artefacts
    )


def _quoted(ledger: Ledger, source: SourceEntry) -> list[SentenceEntry]:
    return [sentence for sentence in ledger.sentences if sentence.source == source.number]


def _check(
    source: SourceEntry, text: Document | str | None, quoted: list[SentenceEntry]
) -> SourceCheck:
    if text is None:
        return SourceCheck(source.number, source.path, State.MISSING)
    if isinstance(text, str):
        return SourceCheck(source.number, source.path, State.UNREADABLE, text)
    same = text.sha256 == source.sha256
    shift = 0 if same else len(text.text) - source.characters
    alterations = tuple(
        _alteration(text.text, sentence, shift)
        for sentence in quoted
        if not (_verbatim(text.text, sentence) if same else stands(text.text, sentence, shift))
    )
    state = State.INTACT if same else State.CHANGED
    return SourceCheck(
        source.number, source.path, State.ALTERED if alterations else state, "", alterations
    )


def _verbatim(text: str, sentence: SentenceEntry) -> bool:
    return text[sentence.start : sentence.end] == sentence.text


def _alteration(text: str, sentence: SentenceEntry, shift: int) -> Alteration:
    expected, actual = difference(sentence.text, found(text, sentence, shift))
    return Alteration(sentence.number, expected, actual, sentence.text in text)


def _file_state(artefact: ArtefactEntry, path: Path) -> State:
    if not path.is_file():  # reading a pipe of that name would wait for ever
        return State.UNREADABLE if path.exists() else State.MISSING
    try:
        data = path.read_bytes()
    except OSError:
        return State.UNREADABLE
    same = hashlib.sha256(data).hexdigest() == artefact.sha256
    return State.INTACT if same else State.ALTERED
