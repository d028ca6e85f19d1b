"""Card -> Outline: what is held of every document at once, so that they can be told apart."""

from dataclasses import dataclass, field
from datetime import date
from sys import intern

from briefgen.model import Card, DatedBy, File, Outcome, Profile


@dataclass(frozen=True, slots=True)
class Outline:
    """A card in a few hundred bytes, with what decides which document stands for its copies.

    `file` is the path of the file that holds the document, `gaps` counts what the document does
    not say of itself, and `sentences` those that it has. `digest` is that of its profile; what
    was not read has none.
    """

    file: str
    path: str
    outcome: Outcome
    reason: str = ""
    sha256: str | None = None
    published: date | None = None
    dated_by: DatedBy | None = None
    doubts: tuple[str, ...] = ()
    publisher: str | None = None
    gaps: int = 0
    words: int = 0
    language: str = ""
    digest: bytes = field(repr=False, default=b"")
    sentences: int = 0

    def judged(self, outcome: Outcome, reason: str) -> File:
        """Return the file, of which this became."""
        return File(
            self.path, outcome, reason, self.sha256, self.published, self.dated_by, self.doubts
        )


def outline(card: Card, file: str = "", sentences: int = 0) -> Outline:
    """Return the outline of a card, of a document in `file` that has so many sentences."""
    path = file if card.path == file else card.path  # one string and not two that are the same
    if card.profile is None:
        return Outline(file, path, card.outcome, card.reason, card.sha256)
    return _outline(card, card.profile, file, path, sentences)


def _outline(card: Card, profile: Profile, file: str, path: str, sentences: int) -> Outline:
    known = profile.metadata
    said = (known.publisher, known.title, known.author, known.address)
    return Outline(
        file,
        path,
        card.outcome,
        card.reason,
        profile.sha256,
        known.published,
        profile.dated_by,
        profile.doubts,
        intern(known.publisher) if known.publisher else None,
        said.count(None),
        profile.words,
        intern(profile.language),
        profile.digest,
        sentences,
    )
