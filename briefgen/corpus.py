"""Stage 2, Documents -> Corpus: what a build may quote from, each text once."""

from collections.abc import Iterable
from dataclasses import replace

from briefgen.errors import BriefgenError
from briefgen.model import Corpus, Outcome, Verdict


def gather(verdicts: Iterable[Verdict]) -> Corpus:
    """Return the corpus: the documents read, copies folded onto the first by path.

    Raises BriefgenError if none of them can be read.
    """
    judged = fold(verdicts)
    documents = tuple(
        one.document for one in judged if one.outcome is Outcome.READ and one.document
    )
    if not documents:
        raise BriefgenError(_nothing_read(judged))
    return Corpus(documents, judged)


def fold(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts by path, that of a copy saying of what.

    `read + empty + duplicate + refused` is always the number of files seen.
    """
    first: dict[str, str] = {}
    return tuple(_folded(one, first) for one in sorted(verdicts, key=lambda one: one.path))


def _nothing_read(verdicts: Iterable[Verdict]) -> str:
    found = [f"  {one.path}: {one.outcome}, {one.reason}" for one in verdicts]
    return "\n".join(["no source to read: expected at least one, found", *(found or ["  nothing"])])


def _folded(verdict: Verdict, first: dict[str, str]) -> Verdict:
    """Return `verdict`, or that it is a copy; `first` maps a text to the path that had it first."""
    if verdict.outcome is not Outcome.READ or verdict.document is None:
        return verdict
    words = " ".join(verdict.document.text.split())
    original = first.setdefault(words, verdict.path)
    if original == verdict.path:
        return verdict
    return replace(verdict, outcome=Outcome.DUPLICATE, reason=f"the same text as {original}")
