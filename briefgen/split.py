"""Stage 3, Document -> Sentences, each exactly where it stands.

nupunkt finds the boundaries: of the libraries measured on news it was wrong the least. The
repairs below are for the few things it is known to miss; each is one pattern in a table.
"""

import re
from collections.abc import Iterable, Iterator

import nupunkt

from briefgen.model import BlockKind, Document, Sentence

LONGEST = 2000
"""Characters a sentence may have; what is longer is no sentence and is left out."""

Span = tuple[int, int]

_NO_END = re.compile(
    r"(?<!\w)(?:N[o°]s?|Lt|Col|Gen|Maj|Capt|Cpl|Sgt|Cmdr|Adm|Brig|Amb|Hon|Fr|Mme|Mlle|pp?|fig|art)\.$"
)
"""Ends of a piece that are no sentence end: a rank, a title, a number sign."""

_TAIL = 8
"""Characters behind which no abbreviation of `_NO_END` can begin."""

_NUMBER = re.compile(r"\W?\d{1,3}[.)]{1,2}")
"""A piece that is only the number of the list item it belongs to."""

_GOES_ON = re.compile(r"[a-z]")
"""A beginning that no sentence has: `Yahoo! in the ...`, `"Where?" she asked`."""

_MISSED = re.compile(
    r"[a-z0-9)%]{2}[.!?][\"”’)]?(?P<accent>\s+)(?=[“\"]?[À-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŹŻŽȘȚ])"
    r"|\w[^.]{10}[AaPp]\.[Mm]\.(?P<clock>\s+)(?=(?:Mr|Mrs|Ms|Dr|The|He|She|It|They|In|On|At)\b)"
    r"|\b[Aa]nd I\.(?P<pronoun>\s+)(?=[A-Z][a-z]+\s)"
)
"""Boundaries nupunkt passes over: before an accented capital, after a time of day, after `I.`"""


def split(documents: Iterable[Document]) -> tuple[Sentence, ...]:
    """Return the sentences of all documents in order, headings among them as one each.

    `document.text[sentence.start:sentence.end] == sentence.text` for each.
    """
    return tuple(one for document in documents for one in sentences(document))


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of one document, block by block."""
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        whole = [(0, len(text))]
        spans = whole if block.kind is BlockKind.HEADING else boundaries(text)
        for position, (start, end) in enumerate(_short_enough(spans)):
            yield Sentence(
                text[start:end],
                document.path,
                index,
                position,
                block.start + start,
                block.start + end,
                block.kind,
            )


def boundaries(text: str) -> list[Span]:
    """Return the spans of the sentences in one block of text, without the space around them.

    >>> [text[a:b] for text in ["The U.S. left. Mali did not."] for a, b in boundaries(text)]
    ['The U.S. left.', 'Mali did not.']
    """
    spans = _parted(text, nupunkt.sent_spans(text))
    return _joined(text, [span for span in _trimmed(text, spans) if span[0] < span[1]])


def _parted(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans, cut again at the boundaries that were missed."""
    for start, end in spans:
        for found in _MISSED.finditer(text, start, end):
            yield start, found.start(found.lastgroup or 0)
            start = found.end(found.lastgroup or 0)
        yield start, end


def _trimmed(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for start, end in spans:
        piece = text[start:end]
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Return the spans, those put together that a false boundary parted."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and _falsely_parted(text, joined[-1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _falsely_parted(text: str, before: Span, start: int) -> bool:
    """Whether no sentence ends with the span `before` and begins at `start`."""
    tail = text[max(before[0], before[1] - _TAIL) : before[1]]
    number = before[1] - before[0] <= _TAIL and _NUMBER.fullmatch(tail)
    return bool(number or _NO_END.search(tail) or _GOES_ON.match(text, start))


def _short_enough(spans: Iterable[Span]) -> Iterator[Span]:
    return (span for span in spans if span[1] - span[0] <= LONGEST)
