"""Stage 2, Documents -> Corpus: what a build may quote from, each story once."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefgen.corpus.doubts import doubted, doubts
from briefgen.corpus.folding import fold
from briefgen.corpus.profiles import card, profile
from briefgen.errors import BriefgenError
from briefgen.model import ALWAYS, Card, Corpus, Origin, Outcome, Window

__all__ = ["card", "doubted", "doubts", "fold", "gather", "profile"]

Families = Mapping[str, str]

_NO_FAMILIES: Families = MappingProxyType({})
_NAMED = 20
"""Files that the error lists when none of them can be read."""


def gather(
    cards: Iterable[Card], window: Window = ALWAYS, families: Families = _NO_FAMILIES
) -> Corpus:
    """Return the corpus of what was read: copies and reprints folded, only what is in the window.

    Documents without a date are kept. `families` gives the family of an outlet by the outlet's
    name in small letters. Raises BriefgenError if nothing is left to quote from.
    """
    judged = fold(cards, window)
    if all(one.outcome is not Outcome.READ for one in judged):
        raise BriefgenError(_nothing_read(judged, window))
    return Corpus(judged, tuple(_origins(judged, families)), window)


def _origins(cards: Iterable[Card], families: Families) -> Iterator[Origin]:
    """Yield the origins of all that can be quoted, in the order of their faces' paths."""
    carriers: dict[str, list[Card]] = {}
    for one in cards:
        if one.origin:
            carriers.setdefault(one.origin, []).append(one)
    for face, members in sorted(carriers.items()):
        if any(one.outcome is Outcome.READ for one in members):
            members.sort(key=lambda one: (one.path != face, one.path))
            publishers = tuple(_publisher(one, families) for one in members)
            yield Origin(tuple(one.path for one in members), publishers)


def _publisher(card: Card, families: Families) -> str | None:
    name = card.profile.metadata.publisher if card.profile else None
    return families.get(name.casefold(), name) if name else None


def _nothing_read(cards: tuple[Card, ...], window: Window) -> str:
    wanted = "" if window == ALWAYS else f" that is undated or dated {window}"
    found = [f"  {one.path}: {one.outcome}, {one.reason}" for one in cards[:_NAMED]]
    if len(cards) > _NAMED:
        found.append(f"  and {len(cards) - _NAMED} more")
    return "\n".join(
        [
            f"no source to read: expected at least one text in the source folder{wanted}, found",
            *(found or ["  nothing"]),
        ]
    )
