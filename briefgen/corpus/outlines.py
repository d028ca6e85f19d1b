"""Card -> Outline: what is held of every document at once, so that they can be told apart."""

from dataclasses import dataclass, field
from datetime import date
from sys import intern

from briefgen.model import Card, File


@dataclass(frozen=True, slots=True)
class Outline:
    """A card in a few hundred bytes, with what decides which document stands for its copies.

    `seen` is what became of it before it was compared with others, `file` the path of the file
    that holds it. `gaps` counts what it does not say of itself, and `sentences` those that it has.
    `digest` is that of its profile; what was not read has none. `retrieved` is the day on which
    `add` or `refresh` brought it.
    """

    seen: File
    file: str = ""
    publisher: str | None = None
    gaps: int = 0
    words: int = 0
    language: str = ""
    digest: bytes = field(repr=False, default=b"")
    sentences: int = 0
    retrieved: date | None = None

    @property
    def path(self) -> str:
        """The path of the document."""
        return self.seen.path


def outline(card: Card, file: str = "", sentences: int = 0) -> Outline:
    """Return the outline of a card, of a document in `file` that has so many sentences."""
    path = file if card.path == file else card.path  # one string and not two that are the same
    one = card.profile
    if one is None:
        return Outline(File(path, card.outcome, card.reason, card.sha256), file)
    known = one.metadata
    said = (known.publisher, known.title, known.author, known.address)
    return Outline(
        File(
            path,
            card.outcome,
            card.reason,
            one.sha256,
            one.published,
            one.dated_by,
            one.doubts,
            one.lost,
        ),
        file,
        intern(known.publisher) if known.publisher else None,
        said.count(None),
        one.words,
        intern(one.language),
        one.digest,
        sentences,
        known.retrieved,
    )
