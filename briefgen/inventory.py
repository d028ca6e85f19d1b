"""The corpus as a table: what became of each file, what is known of it, and who cites it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from briefgen.corpus import doubted
from briefgen.language import UNDETERMINED, has_tables
from briefgen.model import ALWAYS, Card, DatedBy, Document, Outcome, Window

ABSENT = "absent"
"""The outcome of what `sources.yaml` lists and is not there: it was taken away, or never was."""

NARROWEST = 100
"""Characters of a line, where a terminal has no more."""

_PATH = 4
"""A path has at most one part in so many of a line."""

_HEADING = (
    *("verdict", "date", "from", "lang", "words", "origin", "cited in", "file"),
    "outlet: title",
)
_NUMBERS = (_HEADING.index("words"), _HEADING.index("origin"))
_SHORT: Mapping[str, str] = MappingProxyType(
    {
        DatedBy.FRONT_MATTER: "front",
        DatedBy.LISTING: "listed",
        DatedBy.PAGE: "page",
        DatedBy.TEXT: "text",
        DatedBy.ADDRESS: "address",
        DatedBy.NAME: "name",
        DatedBy.PROPERTIES: "file",
    }
)
_BELOW = " " * 11

_NO_ISSUES: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NOTHING_DROPPED: "Mapping[str, tuple[Furniture, ...]]" = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of text that was left out and the rule that knew it."""

    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the corpus; what is not known of it is None.

    `origin` is the path of the file that leads all those carrying the same story, `cited` the
    issues that quote from this file.
    """

    path: str
    outcome: str
    reason: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    dated_by: str | None = None
    language: str | None = None
    basis: str | None = None
    words: int = 0
    encoding: str | None = None
    origin: str | None = None
    cited: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    dropped: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which files to list: those of which all of this is true; nothing asked for is true of all."""

    outcomes: frozenset[str] = frozenset()
    outlet: str = ""
    window: Window = ALWAYS
    undated: bool = False
    cited: bool | None = None

    def admits(self, entry: Entry) -> bool:
        """Whether the file is to be listed."""
        published = entry.published and date.fromisoformat(entry.published)
        return all(
            (
                not self.outcomes or entry.outcome in self.outcomes,
                self.outlet.casefold() in (entry.publisher or "").casefold(),
                self.window == ALWAYS or (published and self.window.holds(published)),
                not self.undated or not published,
                self.cited is None or self.cited is bool(entry.cited),
            )
        )


ALL = Filter()


def inventory(
    cards: Iterable[Card],
    as_of: date,
    issues: Mapping[str, tuple[str, ...]] = _NO_ISSUES,
    dropped: Mapping[str, tuple[Furniture, ...]] = _NOTHING_DROPPED,
) -> tuple[Entry, ...]:
    """Return an entry for every file seen, in the order of the cards.

    Dates after `as_of` are questioned; `issues` says by path which issues cite a file, `dropped`
    what was left out of it.
    """
    return tuple(
        _entry(one, as_of, issues.get(one.path, ()), dropped.get(one.path, ())) for one in cards
    )


def furniture(document: Document) -> tuple[Furniture, ...]:
    """Return what was left out of a document, in its order."""
    return tuple(
        Furniture(one.reason, " ".join(document.text[one.start : one.end].split()))
        for one in document.dropped
    )


def listing(
    entries: Sequence[Entry],
    shown: Filter = ALL,
    dropped: bool = False,
    width: int = NARROWEST,
) -> Iterator[str]:
    """Yield the table's lines, at most `width` characters each, a summary last.

    Files that carry the same story have the same number of origin. What is doubtful about a date
    or a language, and with `dropped` what was left out of the text, stands below its file, at full
    length.
    """
    chosen = [entry for entry in entries if shown.admits(entry)]
    groups = _groups(entries)
    heading, *lines = _aligned(
        [_HEADING, *(_cells(entry, groups, width) for entry in chosen)], width
    )
    if chosen:
        yield heading
    for entry, line in zip(chosen, lines, strict=True):
        yield line
        yield from (f"{_BELOW}{remark}" for remark in _remarks(entry))
        if dropped:
            yield from (f"{_BELOW}{one.reason}: {one.text}" for one in entry.dropped)
    yield _summary(entries, chosen)


def _entry(
    card: Card, as_of: date, cited: tuple[str, ...], dropped: tuple[Furniture, ...]
) -> Entry:
    profile = card.profile
    if profile is None:
        return Entry(card.path, card.outcome, card.reason, cited=cited)
    metadata = profile.metadata
    return Entry(
        card.path,
        card.outcome,
        card.reason,
        metadata.title,
        metadata.publisher,
        metadata.author,
        metadata.published.isoformat() if metadata.published else None,
        profile.dated_by,
        profile.language,
        profile.basis,
        profile.words,
        profile.encoding,
        card.origin or None,
        cited,
        tuple(doubted(profile, as_of)),
        dropped,
    )


def _groups(entries: Iterable[Entry]) -> dict[str, str]:
    """Return a number for each origin that several files have, by the path that leads it."""
    origins = Counter(entry.origin for entry in entries if entry.origin)
    several = (origin for origin, count in origins.items() if count > 1)
    return {origin: str(number) for number, origin in enumerate(several, start=1)}


def _cells(entry: Entry, groups: Mapping[str, str], width: int) -> tuple[str, ...]:
    is_text = entry.origin is not None
    return (
        entry.outcome,
        (entry.published or "undated") if is_text else "",
        _SHORT.get(entry.dated_by or "", ""),
        entry.language or "",
        f"{entry.words:,}" if is_text else "",
        groups.get(entry.origin or "", ""),
        _issues(entry.cited),
        _shortened(entry.path, width // _PATH),
        _known(entry),
    )


def _issues(cited: Sequence[str]) -> str:
    """Return the last issue, and how many there are besides."""
    more = f" +{len(cited) - 1}" if len(cited) > 1 else ""
    return f"{cited[-1]}{more}" if cited else ""


def _shortened(path: str, most: int) -> str:
    """Return the path, its middle left out if it is long: both ends tell files apart."""
    end = (most - 1) // 2
    return path if len(path) <= most else f"{path[: most - 1 - end]}…{path[-end:]}"


def _known(entry: Entry) -> str:
    if entry.reason:
        return entry.reason
    encoding = "" if entry.encoding == "utf-8" else f" (decoded as {entry.encoding})"
    return f"{entry.publisher or 'unknown'}: {entry.title or 'untitled'}{encoding}"


def _remarks(entry: Entry) -> Iterator[str]:
    """Yield what a reader should know of a text besides what the table says."""
    yield from entry.doubts
    if entry.language == UNDETERMINED:
        yield "language not known: no language's rules applied"
    elif entry.language and not has_tables(entry.language):
        yield f"language {entry.language} ({entry.basis}): no rules for it"


def _aligned(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    """Yield each row with its cells in columns; a column that no row fills is left out."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) if any(column[1:]) else 0 for column in columns[:-1]]
    for *cells, last in rows:
        parts = (
            f"{cell:>{size}}" if place in _NUMBERS else f"{cell:<{size}}"
            for place, (cell, size) in enumerate(zip(cells, widths, strict=True))
            if size
        )
        line = "  ".join([*parts, last])
        yield line if len(line) <= width else f"{line[: width - 1]}…"


def _summary(entries: Sequence[Entry], chosen: Sequence[Entry]) -> str:
    outcomes = Counter(entry.outcome for entry in chosen)
    counts = ", ".join(f"{outcomes[one]} {one}" for one in Outcome if outcomes[one])
    shown = "" if len(chosen) == len(entries) else f", {len(chosen)} shown"
    seen = sum(entry.outcome != ABSENT for entry in entries)
    gone = f"; {outcomes[ABSENT]} {ABSENT}" if outcomes[ABSENT] else ""
    return f"{seen} seen{shown}: {counts or 'nothing'}{gone}"
