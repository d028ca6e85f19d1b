"""Stage 2, Documents -> Corpus: what a build may quote from, each story once."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefgen.corpus.doubts import doubted, doubts
from briefgen.corpus.folding import Sign, fold
from briefgen.corpus.shingles import Signature, signature
from briefgen.errors import BriefgenError
from briefgen.model import ALWAYS, Corpus, Origin, Outcome, Verdict, Window

__all__ = ["Signature", "doubted", "doubts", "fold", "gather", "signature"]

Families = Mapping[str, str]

_NO_FAMILIES: Families = MappingProxyType({})
_NAMED = 20
"""Files that the error lists when none of them can be read."""


def gather(
    verdicts: Iterable[Verdict],
    window: Window = ALWAYS,
    families: Families = _NO_FAMILIES,
    sign: Sign = signature,
) -> Corpus:
    """Return the corpus of what was read: copies and reprints folded, only what is in the window.

    Documents without a date are kept. `families` gives the family of an outlet by the outlet's
    name in small letters. Raises BriefgenError if nothing is left to quote from.
    """
    judged = fold(verdicts, window, sign)
    documents = tuple(
        one.document for one in judged if one.outcome is Outcome.READ and one.document
    )
    if not documents:
        raise BriefgenError(_nothing_read(judged, window))
    return Corpus(documents, judged, tuple(_origins(judged, families)), window)


def _origins(verdicts: Iterable[Verdict], families: Families) -> Iterator[Origin]:
    """Yield the origins of all that can be quoted, in the order of their faces' paths."""
    carriers: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.origin:
            carriers.setdefault(verdict.origin, []).append(verdict)
    for face, members in sorted(carriers.items()):
        if any(one.outcome is Outcome.READ for one in members):
            members.sort(key=lambda one: (one.path != face, one.path))
            publishers = tuple(_publisher(one, families) for one in members)
            yield Origin(tuple(one.path for one in members), publishers)


def _publisher(verdict: Verdict, families: Families) -> str | None:
    name = verdict.document.metadata.publisher if verdict.document else None
    return families.get(name.casefold(), name) if name else None


def _nothing_read(verdicts: tuple[Verdict, ...], window: Window) -> str:
    wanted = "" if window == ALWAYS else f" that is undated or dated {window}"
    found = [f"  {one.path}: {one.outcome}, {one.reason}" for one in verdicts[:_NAMED]]
    if len(verdicts) > _NAMED:
        found.append(f"  and {len(verdicts) - _NAMED} more")
    return "\n".join(
        [
            f"no source to read: expected at least one text in the source folder{wanted}, found",
            *(found or ["  nothing"]),
        ]
    )
