"""Each story once: copies and reprints are folded into the document that stands for them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from briefgen.corpus.reprints import reprints
from briefgen.corpus.shingles import Signature, signature
from briefgen.model import ALWAYS, Document, Outcome, Verdict, Window

Sign = Callable[[Document], Signature]


def fold(
    verdicts: Iterable[Verdict], window: Window = ALWAYS, sign: Sign = signature
) -> tuple[Verdict, ...]:
    """Return the verdicts by path, that of a copy or reprint saying of what.

    Two documents are copies if their blocks hold the same words, whatever furniture stands around
    them. Of copies and reprints the earliest dated stands for all, else the best sourced, else the
    fullest; one dated in the `window` goes before any that is not. What then is dated outside of
    it is left out. `read + empty + duplicate + reprint + outside + refused` is always the number
    of files seen. `sign` may look up a signature that is kept.
    """
    ordered = sorted(verdicts, key=lambda one: one.path)
    read = [one.document for one in ordered if one.outcome is Outcome.READ and one.document]
    judged = _judged(sorted(read, key=lambda one: _place(one, window)), window, sign)
    return tuple(judged.get(one.path, one) for one in ordered)


def _place(document: Document, window: Window) -> tuple[int, date, int, int, str]:
    """Return what puts the document first that is best fit to stand for its copies."""
    metadata = document.metadata
    known = metadata.publisher, metadata.title, metadata.author, metadata.address
    published = metadata.published
    return (
        2 if published is None else 0 if window.holds(published) else 1,
        published or date.max,
        known.count(None),
        -sum(block.end - block.start for block in document.blocks),
        document.path,
    )


def _judged(documents: Sequence[Document], window: Window, sign: Sign) -> dict[str, Verdict]:
    """Return a verdict for each path; of what is alike, the first of `documents` stands for all."""
    first: dict[bytes, Document] = {}
    copied = [(one, first.setdefault(_fingerprint(one), one)) for one in documents]
    singles = list(first.values())
    found = reprints([sign(one) for one in singles])
    faces = {one.path: singles[face] for one, face in zip(singles, found.faces, strict=True)}
    origins = {
        one.path: singles[origin].path for one, origin in zip(singles, found.origins, strict=True)
    }
    return {
        one.path: replace(
            _copy(one, original) or _reprint(one, faces[one.path]) or _single(one, window),
            origin=origins[original.path],
        )
        for one, original in copied
    }


def _copy(document: Document, original: Document) -> Verdict | None:
    if document is original:
        return None
    reason = f"the same text as {original.path}"
    return Verdict(document.path, Outcome.DUPLICATE, reason, document)


def _reprint(document: Document, face: Document) -> Verdict | None:
    if document is face:
        return None
    reason = f"for the most part the text of {face.path}"
    return Verdict(document.path, Outcome.REPRINT, reason, document)


def _single(document: Document, window: Window) -> Verdict:
    published = document.metadata.published
    if published is None or window.holds(published):
        return Verdict(document.path, Outcome.READ, document=document)
    reason = f"dated {published}, {window.missed(published)}"
    return Verdict(document.path, Outcome.OUTSIDE, reason, document)


def _fingerprint(document: Document) -> bytes:
    """Return a hash of the words in the blocks, so that a large corpus is not kept twice."""
    digest = sha256()
    for block in document.blocks:
        words = document.text[block.start : block.end].split()
        digest.update(" ".join((*words, "")).encode("utf-8", "surrogatepass"))
    return digest.digest()
