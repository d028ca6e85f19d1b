"""Verdict -> Card: of a text that was read, what is worth knowing once the text is put away."""

from hashlib import sha256

from briefgen.model import Card, Document, Profile, Verdict


def card(verdict: Verdict, sha256: str | None = None) -> Card:
    """Return the card of a file with this hash, as it stands before the corpus is gathered."""
    known = profile(verdict.document) if verdict.document else None
    return Card(verdict.path, verdict.outcome, verdict.reason, known, sha256=sha256)


def profile(document: Document) -> Profile:
    """Return what is known of `document`."""
    words = [document.text[one.start : one.end].split() for one in document.blocks]
    return Profile(
        document.path,
        document.sha256,
        document.metadata,
        document.reader,
        document.encoding,
        document.language,
        document.basis,
        document.dated_by,
        document.doubts,
        sum(map(len, words)),
        _digest(words),
        document.lost,
    )


def _digest(blocks: list[list[str]]) -> bytes:
    """Return a hash of the words in the blocks, however they are spaced."""
    digest = sha256()
    for words in blocks:
        digest.update(" ".join((*words, "")).encode("utf-8", "surrogatepass"))
    return digest.digest()
