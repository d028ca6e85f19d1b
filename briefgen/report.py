"""What became of the corpus in a build -> the report that a person reads after it.

Losses with one cause are one row with a number: 91 objects of a file that has no column of text are
refused for one reason, and are mended by one line of `sources.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from briefgen.errors import ReadError
from briefgen.model import (
    Brief,
    Card,
    Corpus,
    Document,
    File,
    Loss,
    Outcome,
    Report,
    Section,
    Sentence,
    Settings,
    Theme,
)
from briefgen.read import reread
from briefgen.read.encoding import decode
from briefgen.salience.matching import holding
from briefgen.withhold import LATER_DAY, QUOTED_IN

SHOWN = 3
"""Paths named beside one reason, and notes beside the summary; `briefgen sources --problems` names
all of them."""

LISTED = 20
"""Paths listed below one reason by `sources --problems`; its JSON has all of them."""

SEARCHED = 200
"""Undated and refused texts at most that are searched for the keywords of an empty theme."""

_LARGEST_SEARCHED = 5_000_000
"""Bytes of a refused file that are searched."""

_LOST = (
    Outcome.REFUSED,
    Outcome.UNDATED,
    Outcome.LATER,
    Outcome.EMPTY,
    Outcome.OUTSIDE,
)
"""The outcomes that lose a text, the worst first; a copy or a reprint loses nothing."""

_BELOW = " " * 8

_NUMBERED = re.compile(r"^(?:object|line|row|entry) \d+: ")
_DATED = re.compile(r"^dated \d{4}-\d\d-\d\d, ")
_MEMBER = re.compile(r"[#]|(?<=\.zip)/|(?<=\.gz)/")
_TEXTUAL = frozenset(
    ".txt .md .markdown .json .jsonl .ndjson .csv .tsv .html .htm .xml .rss".split()
)


def report(
    corpus: Corpus,
    brief: Brief,
    withheld: Iterable[str],
    settings: Settings,
    notes: Iterable[str],
) -> Report:
    """Return the report of a build; `withheld` are the reasons of sentences not to be quoted.

    `notes` are what else a person should know, a line each.
    """
    reasons = list(withheld)
    empty = [section.theme for section in brief.sections if _is_empty(section)]
    elsewhere = _elsewhere(empty, corpus.files, settings.sources)
    statements = [
        *brief.bottom_line,
        *(each for one in brief.sections for paragraph in one.paragraphs for each in paragraph),
    ]
    return Report(
        texts=len(corpus.files),
        read=sum(file.outcome is Outcome.READ for file in corpus.files),
        sentences=len(statements),
        sources=len(brief.citations),
        minimum=settings.minimum,
        covered=str(corpus.coverage.window),
        losses=tuple(losses(corpus.files)),
        later_sentences=sum(reason.startswith(LATER_DAY) for reason in reasons),
        repeated_sentences=sum(reason.startswith(QUOTED_IN) for reason in reasons),
        notes=(*elsewhere, *notes),
    )


def losses(files: Iterable[File | Card], shown: int | None = SHOWN) -> Iterator[Loss]:
    """Yield what was lost, the worst outcome first, then the most frequent reason.

    Each loss names the first `shown` paths, all of them for None.
    """
    groups: dict[tuple[Outcome, str, str], list[str]] = {}
    for file in files:
        if file.outcome in _LOST:
            groups.setdefault((file.outcome, *_cause(file)), []).append(file.path)
    ranked = sorted(groups.items(), key=lambda group: (_LOST.index(group[0][0]), -len(group[1])))
    for (outcome, where, reason), paths in ranked:
        yield Loss(outcome, len(paths), reason, where, tuple(paths[:shown]))


def _cause(file: File | Card) -> tuple[str, str]:
    """Return the file that holds a lost text, if it is held by one, and why it is lost."""
    if file.outcome is not Outcome.REFUSED:
        return "", _DATED.sub("dated ", file.reason)
    reason = _NUMBERED.sub("", file.reason)
    found = _MEMBER.search(file.path)
    return (file.path[: found.start()] if found else ""), reason


def lines(account: Report) -> Iterator[str]:
    """Yield the report as a person reads it: a summary, the worst first, then the notes."""
    yield "; ".join([_quoted(account), *_lost(account)])
    shown = account.notes[: SHOWN * 3]
    yield from shown
    if len(account.notes) > len(shown):
        yield f"and {len(account.notes) - len(shown)} more notes: briefgen sources --problems"
    if not account.is_enough:
        wanted = max(account.minimum, 1)
        yield (
            f"{_count(account.sentences, 'sentence')} where `minimum:` asks for {wanted}:"
            " this issue is not mailed"
        )


def table(rows: Iterable[Loss]) -> Iterator[str]:
    """Yield each loss on a line of its own, and below it the first paths it is true of.

    The parts of one file are not listed: their addresses say nothing that the file's does not.
    """
    for loss in rows:
        where = f" in {loss.where}" if loss.where else ""
        yield f"{loss.count:>6}  {loss.outcome}{where}: {loss.reason}"
        paths = () if loss.where else loss.paths[:LISTED]
        yield from (f"{_BELOW}{path}" for path in paths)
        if len(paths) < loss.count and not loss.where:
            yield f"{_BELOW}and {loss.count - len(paths)} more"


def _quoted(account: Report) -> str:
    return (
        f"{_count(account.texts, 'text')}: {_count(account.sentences, 'sentence')}"
        f" from {account.sources}"
    )


def _lost(account: Report) -> Iterator[str]:
    for outcome in _LOST:
        rows = [loss for loss in account.losses if loss.outcome is outcome]
        total = sum(loss.count for loss in rows)
        if total:
            yield f"{total} {_WORDS[outcome].format(covered=account.covered)}{_detail(rows, total)}"
    if account.later_sentences:
        count = _count(account.later_sentences, "sentence")
        yield f"{count} left out for naming a later day as past"
    if account.repeated_sentences:
        count = _count(account.repeated_sentences, "sentence")
        yield f"{count} left out as quoted in an earlier issue"


_WORDS: Mapping[Outcome, str] = {
    Outcome.REFUSED: "refused",
    Outcome.UNDATED: "left out as undated",
    Outcome.LATER: "dated after the issue",
    Outcome.EMPTY: "empty",
    Outcome.OUTSIDE: "not dated {covered}",
}


def _detail(rows: Sequence[Loss], total: int) -> str:
    """Return the commonest cause of refusals, and how many others there are; else some paths."""
    worst = rows[0]
    if worst.outcome is Outcome.OUTSIDE:
        return ""
    if worst.outcome is not Outcome.REFUSED:
        named = list(islice((path for row in rows for path in row.paths), SHOWN))
        more = f" and {total - len(named)} more" if total > len(named) else ""
        return f" ({', '.join(named)}{more})"
    count = "" if worst.count == total else f"{worst.count} "
    others = total - worst.count
    more = f"; {others} for other reasons, see briefgen sources --problems" if others else ""
    return f" ({count}{_place(worst)}{worst.reason}{more})"


def _place(loss: Loss) -> str:
    if loss.where:
        return f"in {loss.where}: "
    more = f" and {loss.count - len(loss.paths)} more" if loss.count > len(loss.paths) else ""
    return f"{', '.join(loss.paths)}{more}: "


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _is_empty(section: Section) -> bool:
    return section.bottom_line is None and not section.paragraphs


def _elsewhere(themes: Sequence[Theme], files: Sequence[File], sources: Path) -> Iterator[str]:
    """Yield a line for each empty theme whose keywords stand in texts that were not read."""
    lost = [one for one in files if one.outcome in (Outcome.UNDATED, Outcome.REFUSED)]
    if not themes or not lost:
        return
    undated = [one.path for one in lost if one.outcome is Outcome.UNDATED][:SEARCHED]
    refused = sorted(
        {_MEMBER.split(one.path)[0] for one in lost if one.outcome is Outcome.REFUSED}
    )[:SEARCHED]
    texts = [
        *(_sentence(path, one.text, one.language) for path, one in _documents(sources, undated)),
        *_raw(sources, refused),
    ]
    for theme in themes:
        rows = holding(texts, [keyword.phrase for keyword in theme.keywords])
        found = sorted({texts[row].document for some in rows.values() for row in some})
        if found:
            more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
            yield (
                f"the theme {theme.title} is empty, though its keywords stand in texts left out:"
                f" {', '.join(found[:SHOWN])}{more}"
            )


def _documents(sources: Path, paths: Sequence[str]) -> Iterator[tuple[str, Document]]:
    for path, document in reread(sources, paths).items():
        if isinstance(document, Document):
            yield path, document


def _raw(sources: Path, paths: Iterable[str]) -> Iterator[Sentence]:
    """Yield the bytes of refused files as text, as far as they are text at all."""
    for path in paths:
        place = sources / path
        if place.suffix.lower() not in _TEXTUAL:
            continue
        try:
            with place.open("rb") as file:
                text, _ = decode(file.read(_LARGEST_SEARCHED))
        except (OSError, ReadError):
            continue
        yield _sentence(path, text, "en")


def _sentence(path: str, text: str, language: str) -> Sentence:
    """Return a whole text as if it were a sentence, to be searched for phrases."""
    return Sentence(text, path, 0, 0, 0, len(text), language=language)
