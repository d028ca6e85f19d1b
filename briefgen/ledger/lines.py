"""Checks as lines for a person: what stands, what does not, and how it differs."""

from collections.abc import Iterable, Iterator

from briefgen.ledger.entries import Ledger
from briefgen.ledger.verify import ArtefactCheck, Report, SourceCheck, State

_WRONG = (State.ALTERED, State.UNREADABLE)


def passes(report: Report, files: Iterable[ArtefactCheck]) -> bool:
    """Return whether every quotation stands and no file of the issue was altered."""
    return report.ok and not any(one.state in _WRONG for one in files)


def outcome(ledger: Ledger, report: Report, files: Iterable[ArtefactCheck]) -> Iterator[str]:
    """Yield a line for each source and each file of the issue, and the sum of it last."""
    files = tuple(files)
    for source in report.sources:
        yield from _source(source)
    yield from (f"{one.name}: {_file(one.state)}" for one in files)
    altered = sum(len(source.alterations) for source in report.sources)
    total = len(ledger.sentences)
    verdict = "verified" if passes(report, files) else "NOT VERIFIED"
    gone = sum(source.state in (State.MISSING, State.UNREADABLE) for source in report.sources)
    yield (
        f"{verdict}: {total} sentence{'' if total == 1 else 's'}, {altered} altered,"
        f" {gone} source{'' if gone == 1 else 's'} missing or unreadable"
    )


def _source(source: SourceCheck) -> Iterator[str]:
    reason = f": {source.reason}" if source.reason else ""
    yield f"[{source.number}] {source.path}: {source.state}{reason}"
    for one in source.alterations:
        yield f"    sentence {one.sentence}"
        yield f"      expected: {one.expected}"
        yield f"      found:    {one.found}"
        if one.elsewhere:
            yield "      the same words stand elsewhere in the source, in another context"


def _file(state: State) -> str:
    return "not here" if state is State.MISSING else str(state)
