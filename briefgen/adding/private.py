"""The hidden folder beside a corpus, and whose turn it is to work there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.disk import alone
from briefgen.errors import BriefgenError

PATIENCE = 10.0
"""Seconds to wait for another process that adds to the same corpus."""


def hidden_beside(folder: Path) -> Path:
    """Return where the hidden folder beside the corpus `folder` is, or would be."""
    return folder.resolve().parent / ".briefgen"


@contextmanager
def private(folder: Path, what: str) -> Iterator[Path]:
    """Give the hidden folder beside the corpus `folder`, for the one process that does `what`.

    Raises BriefgenError if another one is still at it after `PATIENCE` seconds.
    """
    hidden = hidden_beside(folder)
    hidden.mkdir(exist_ok=True)
    refusal = BriefgenError(
        f"{folder}: expected nobody else to be {what} there, found another briefgen still at"
        f" it after {PATIENCE:g} seconds; nothing was changed"
    )
    with alone(hidden / f"{folder.name}-{what}.lock", PATIENCE, lambda: refusal):
        yield hidden
