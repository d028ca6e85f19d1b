"""Which issues quoted from which file, as the ledgers of earlier builds have it."""

from collections.abc import Iterator
from pathlib import Path

from briefgen.errors import LedgerError
from briefgen.ledger.entries import Ledger
from briefgen.ledger.store import load

NAME = "brief.json"


def issues(output: Path) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Return by a file's path the issues that cite it, in the order of their folders' names.

    An issue is called by its folder in `output`. What is wrong with a ledger that cannot be read
    comes second; the others count all the same.
    """
    cited: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for folder, ledger in _ledgers(output):
        if isinstance(ledger, LedgerError):
            problems.append(str(ledger).splitlines()[0])
            continue
        for path in sorted({source.path for source in ledger.sources}):
            cited[path] = (*cited.get(path, ()), folder)
    return cited, tuple(problems)


def _ledgers(output: Path) -> Iterator[tuple[str, Ledger | LedgerError]]:
    for place in sorted(output.glob(f"*/{NAME}")):
        try:
            yield place.parent.name, load(place)
        except LedgerError as error:
            yield place.parent.name, error
