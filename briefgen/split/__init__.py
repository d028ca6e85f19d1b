"""Stage 3, Document -> Sentences, each exactly where it stands.

English is split by `briefgen.split.english`, all else by `briefgen.split.multilingual`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefgen.language import DEFAULT, known
from briefgen.model import BlockKind, Document, Sentence
from briefgen.split import english, multilingual
from briefgen.split.context import asides
from briefgen.split.items import NONE, items
from briefgen.split.notes import Span, beginnings, marks, unmarked
from briefgen.split.stories import parts

LONGEST = 2000
"""Characters a sentence may have; what is longer is no sentence and is left out."""


def split(documents: Iterable[Document]) -> tuple[Sentence, ...]:
    """Return the sentences of all documents in order, headings among them as one each.

    `document.text[sentence.start:sentence.end] == sentence.text` for each.
    """
    return tuple(one for document in documents for one in sentences(document))


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of one document, block by block."""
    path, tag, day = document.path, document.language, document.metadata.published
    told = parts(document)
    starts = [part.start for part in told]
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        is_heading = block.kind is BlockKind.HEADING
        spans = (
            [(0, len(text))]
            if is_heading
            else boundaries(text, tag, block.kind is BlockKind.LIST_ITEM)
        )
        for position, (start, end) in enumerate(spans):
            if end - start <= LONGEST:
                place = block.start + start, block.start + end
                story = told[bisect_right(starts, place[0]) - 1].story
                yield Sentence(
                    text[start:end], path, index, position, *place, block.kind, tag, day, story
                )


def boundaries(text: str, tag: str = DEFAULT, is_item: bool = False) -> list[Span]:
    """Return the spans of the sentences in one block of text, without space and marks around them.

    Of an item of a list the marker is not in the text.

    >>> text = "The U.S. left.[1] Mali did not."
    >>> [text[start:end] for start, end in boundaries(text)]
    ['The U.S. left.', 'Mali did not.']
    """
    language = known(tag)
    notes = marks(text)
    plain = unmarked(text, notes)
    seen = _raised(plain) if _is_small(plain) else plain
    cuts = english.cuts(seen) if language.tag == "en" else multilingual.cuts(seen, language)
    found = {0, len(text), *cuts}
    if notes:
        found.update(beginnings(text, notes))
    found -= asides(text)
    listed = items(plain, language.ordinals, is_item)
    if listed is not NONE:
        found = (found - listed.words).union(listed.starts)
    spans = list(_trimmed(plain, sorted(found)))
    if "*" in plain or "_" in plain:
        spans = [_unstarred(plain, *span) for span in spans]
    return spans


def _is_small(text: str) -> bool:
    """Whether all letters of a text are small, as in transcripts; Arabic has none that are."""
    return text.islower() and all(one.islower() for one in text if one.isalpha())


def _raised(text: str) -> str:
    """Return `text` in capitals, letter for letter, since all that splits looks for a capital."""
    capitals = ((letter, letter.upper()) for letter in text)
    return "".join(capital if len(capital) == 1 else letter for letter, capital in capitals)


def _trimmed(text: str, places: Iterable[int]) -> Iterator[Span]:
    """Yield the spans between the places without the space around them, but for empty ones."""
    for start, end in pairwise(places):
        piece = text[start:end].rstrip()
        if piece:
            yield start + len(piece) - len(piece.lstrip()), start + len(piece)


def _unstarred(text: str, start: int, end: int) -> Span:
    """Return the span without the asterisks or underscores around it, as Markdown sets words off.

    They stay if what they set off is a part of it: `**Kyiv** fell.`; underscores that are no pair
    stay too, since names have them: `_exit`.
    """
    for mark in "*_":
        piece = text[start:end]
        bare = piece.strip(mark)
        is_pair = piece[:1] == piece[-1:] == mark
        if bare and bare != piece and (is_pair or mark == "*") and not _is_set_off(bare, mark):
            start += len(piece) - len(piece.lstrip(mark))
            end = start + len(bare)
    return start, end


def _is_set_off(bare: str, mark: str) -> bool:
    """Return whether there is a run of marks in `bare` whose partner stands around it."""
    runs = re.findall(rf"(\s|\A)?{re.escape(mark)}+", bare)
    return len(runs) % 2 == 1 or bool(runs and not runs[0])
