"""Stage 3, Document -> Sentences, each exactly where it stands.

English is split by `briefgen.split.english`, all else by `briefgen.split.multilingual`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefgen.language import DEFAULT, known
from briefgen.model import BlockKind, Document, Sentence
from briefgen.split import english, multilingual
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
        spans = [(0, len(text))] if is_heading else boundaries(text, tag)
        for position, (start, end) in enumerate(spans):
            if end - start <= LONGEST:
                place = block.start + start, block.start + end
                story = told[bisect_right(starts, place[0]) - 1].story
                yield Sentence(
                    text[start:end], path, index, position, *place, block.kind, tag, day, story
                )


def boundaries(text: str, tag: str = DEFAULT) -> list[Span]:
    """Return the spans of the sentences in one block of text, without space and marks around them.

    >>> text = "The U.S. left.[1] Mali did not."
    >>> [text[start:end] for start, end in boundaries(text)]
    ['The U.S. left.', 'Mali did not.']
    """
    language = known(tag)
    notes = marks(text)
    plain = unmarked(text, notes)
    seen = _raised(plain) if _is_small(plain) else plain
    cuts = english.cuts(seen) if language.tag == "en" else multilingual.cuts(seen, language)
    places = sorted({0, len(text), *cuts, *beginnings(text, notes)})
    spans = (_trimmed(plain, start, end) for start, end in pairwise(places))
    return [span for span in spans if span[0] < span[1]]


def _is_small(text: str) -> bool:
    """Whether all letters of a text are small, as in transcripts; Arabic has none that are."""
    return text.islower() and all(one.islower() for one in text if one.isalpha())


def _raised(text: str) -> str:
    """Return `text` in capitals, letter for letter, since all that splits looks for a capital."""
    capitals = ((letter, letter.upper()) for letter in text)
    return "".join(capital if len(capital) == 1 else letter for letter, capital in capitals)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
