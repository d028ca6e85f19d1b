"""Each story once: copies and reprints are folded into the document that stands for them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from briefgen.corpus.reprints import reprints
from briefgen.corpus.shingles import kept
from briefgen.model import ALWAYS, Card, Outcome, Profile, Window


def fold(cards: Iterable[Card], window: Window = ALWAYS) -> tuple[Card, ...]:
    """Return the cards by path, that of a copy or reprint saying of what.

    Two documents are copies if their blocks hold the same words, whatever furniture stands around
    them. Of copies and reprints the earliest dated stands for all, else the best sourced, else the
    fullest; one dated in the `window` goes before any that is not. What then is dated outside of
    it is left out. `read + empty + duplicate + reprint + outside + refused` is always the number
    of files seen.
    """
    ordered = sorted(cards, key=lambda one: one.path)
    read = [one.profile for one in ordered if one.outcome is Outcome.READ and one.profile]
    judged = _judged(sorted(read, key=lambda one: _place(one, window)), window)
    return tuple(_light(judged.get(one.path, one)) for one in ordered)


def _light(card: Card) -> Card:
    """Return the card without the shingles, which nothing needs any more."""
    profile = card.profile and replace(card.profile, shingles=b"")
    return replace(card, profile=profile)


def _place(document: Profile, window: Window) -> tuple[int, date, int, int, str]:
    """Return what puts the document first that is best fit to stand for its copies."""
    metadata = document.metadata
    known = metadata.publisher, metadata.title, metadata.author, metadata.address
    published = metadata.published
    return (
        2 if published is None else 0 if window.holds(published) else 1,
        published or date.max,
        known.count(None),
        -document.words,
        document.path,
    )


def _judged(documents: Sequence[Profile], window: Window) -> dict[str, Card]:
    """Return a card for each path; of what is alike, the first of `documents` stands for all."""
    first: dict[bytes, Profile] = {}
    copied = [(one, first.setdefault(one.digest, one)) for one in documents]
    singles = list(first.values())
    found = reprints([kept(one.shingles) for one in singles])
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


def _copy(document: Profile, original: Profile) -> Card | None:
    if document is original:
        return None
    reason = f"the same text as {original.path}"
    return Card(document.path, Outcome.DUPLICATE, reason, document)


def _reprint(document: Profile, face: Profile) -> Card | None:
    if document is face:
        return None
    reason = f"for the most part the text of {face.path}"
    return Card(document.path, Outcome.REPRINT, reason, document)


def _single(document: Profile, window: Window) -> Card:
    published = document.metadata.published
    if published is None or window.holds(published):
        return Card(document.path, Outcome.READ, profile=document)
    reason = f"dated {published}, {window.missed(published)}"
    return Card(document.path, Outcome.OUTSIDE, reason, document)
