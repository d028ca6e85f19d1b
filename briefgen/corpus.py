"""Stage 2, Documents -> Corpus: what a build may quote from, each text once."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from briefgen.errors import BriefgenError
from briefgen.model import Corpus, Document, Outcome, Verdict

_NAMED = 20
"""Files that the error lists when none of them can be read."""


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

    Two documents are copies if their blocks hold the same words, whatever furniture stands around
    them. `read + empty + duplicate + refused` is always the number of files seen.
    """
    first: dict[bytes, str] = {}
    return tuple(_folded(one, first) for one in sorted(verdicts, key=lambda one: one.path))


def _folded(verdict: Verdict, first: dict[bytes, str]) -> Verdict:
    """Return `verdict`, or that it is a copy; `first` maps a text to the path that had it first."""
    if verdict.outcome is not Outcome.READ or verdict.document is None:
        return verdict
    original = first.setdefault(_fingerprint(verdict.document), verdict.path)
    if original == verdict.path:
        return verdict
    return replace(verdict, outcome=Outcome.DUPLICATE, reason=f"the same text as {original}")


def _fingerprint(document: Document) -> bytes:
    """Return a hash of the words in the blocks, so that a large corpus is not kept twice."""
    digest = sha256()
    for block in document.blocks:
        words = document.text[block.start : block.end].split()
        digest.update(" ".join((*words, "")).encode("utf-8", "surrogatepass"))
    return digest.digest()


def _nothing_read(verdicts: tuple[Verdict, ...]) -> str:
    found = [f"  {one.path}: {one.outcome}, {one.reason}" for one in verdicts[:_NAMED]]
    if len(verdicts) > _NAMED:
        found.append(f"  and {len(verdicts) - _NAMED} more")
    return "\n".join(
        [
            "no source to read: expected at least one .txt or .md file in the source folder, found",
            *(found or ["  nothing"]),
        ]
    )
