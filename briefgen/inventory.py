"""The corpus as a table: what became of each file, and what was dropped from it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.language import DEFAULT, UNDETERMINED, has_tables, known
from briefgen.model import Basis, Verdict


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of scraped furniture and the rule that knew it."""

    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the corpus; what is not known of it is None."""

    path: str
    outcome: str
    reason: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    words: int = 0
    encoding: str | None = None
    language: str | None = None
    basis: str | None = None
    dropped: tuple[Furniture, ...] = ()


def inventory(verdicts: Iterable[Verdict]) -> tuple[Entry, ...]:
    """Return an entry for every file seen, in the order of the verdicts."""
    return tuple(_entry(verdict) for verdict in verdicts)


def listing(entries: Sequence[Entry], dropped: bool) -> Iterator[str]:
    """Yield the table's lines, a summary last; `dropped` lists furniture below its file."""
    width = max((len(entry.path) for entry in entries), default=0)
    for entry in entries:
        yield f"{entry.outcome:<9}  {entry.path:<{width}}  {_known(entry)}"
        if dropped:
            yield from (f"             {one.reason}: {one.text}" for one in entry.dropped)
    yield _summary(entries)


def _entry(verdict: Verdict) -> Entry:
    document = verdict.document
    if document is None:
        return Entry(verdict.path, verdict.outcome, verdict.reason)
    metadata = document.metadata
    return Entry(
        verdict.path,
        verdict.outcome,
        verdict.reason,
        metadata.title,
        metadata.publisher,
        metadata.author,
        metadata.published.isoformat() if metadata.published else None,
        sum(len(document.text[one.start : one.end].split()) for one in document.blocks),
        document.encoding,
        document.language,
        document.basis,
        tuple(
            Furniture(one.reason, " ".join(document.text[one.start : one.end].split()))
            for one in document.dropped
        ),
    )


def _known(entry: Entry) -> str:
    if entry.reason:
        return entry.reason
    encoding = "" if entry.encoding == "utf-8" else f", decoded as {entry.encoding}"
    language = _language(entry.language or UNDETERMINED, entry.basis or "")
    return (
        f"{entry.published or 'undated':<10}  {entry.publisher or 'unknown publisher'}:"
        f" {entry.title or 'untitled'} ({entry.words} words{encoding}{language})"
    )


def _language(tag: str, basis: str) -> str:
    """Return what a reader should know of the language; of English that was detected, nothing."""
    if tag == UNDETERMINED:
        return ", language not known: no language's rules applied"
    if not has_tables(tag):
        return f", language {tag} ({basis}): no rules for it"
    return "" if (tag, basis) == (DEFAULT, Basis.DETECTED) else f", {known(tag).name} ({basis})"


def _summary(entries: Sequence[Entry]) -> str:
    outcomes = [entry.outcome for entry in entries]
    counts = ", ".join(f"{outcomes.count(one)} {one}" for one in dict.fromkeys(outcomes))
    return f"{len(entries)} seen: {counts or 'nothing'}"
