"""Stage 3, Document -> Sentences, each exactly where it stands.

`briefgen.split.punkt` finds where sentences begin; the patterns below repair what its algorithm
cannot see.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from briefgen.language.english import SMALL_BEGINNINGS
from briefgen.model import BlockKind, Document, Sentence
from briefgen.split.punkt import starts

LONGEST = 2000
"""Characters a sentence may have; what is longer is no sentence and is left out."""

Span = tuple[int, int]

_MISSED = re.compile(
    r"""
    \.(?: [”"](?<= [^\W\d_]{3}\.[”"] )              # the stop of a quotation
        | [Mm]\.(?<= [^.!?]{16}[AaPp]\.[Mm]\. )     # a time of day that does not open a sentence,
          (?= \s+(?:Mr|Mrs|Ms|Dr)\. )               # and a person
        | (?<= \b[Aa]nd[ ]I\. )                     # a pronoun that looks like an initial
        | (?: \[\d{1,3}\] )+                        # the number of a footnote
    ) \s+ (?= ["“‘(]?[A-ZÀ-ÖØ-Þ] )
    """,
    re.VERBOSE,
)
"""Where Punkt passes over a boundary; a sentence begins at the end of the match."""

_GOES_ON = re.compile(rf"(?!{SMALL_BEGINNINGS.pattern})[a-z]|\[\d{{1,3}}\]")
"""What no sentence begins with: `Yahoo! in the ...`, `"Where?" she asked`, `It fell.[1]`."""

_NO_END = re.compile(
    r"(?<!\w)(?:[Nn][o°]s?|[Aa]rts?|[Ff]igs?|[Cc]h|[Ss]ecs?|pp?|[Kk]m|Mar|Sun)\.\s*(?=\d)"  # No. 5
    # the number of a list item, but not the day after a month
    r"|(?:\A|(?<!\b[A-Z][a-z]{2})(?<!\bSept)[.!?]\s+)\W?\d{1,3}[.)]{1,2}\s*(?=\S)"
)
"""What no sentence ends with."""

_REACH = 12
"""Characters before a boundary within which `_NO_END` begins."""


def split(documents: Iterable[Document]) -> tuple[Sentence, ...]:
    """Return the sentences of all documents in order, headings among them as one each.

    `document.text[sentence.start:sentence.end] == sentence.text` for each.
    """
    return tuple(one for document in documents for one in sentences(document))


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of one document, block by block."""
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        spans = [(0, len(text))] if block.kind is BlockKind.HEADING else boundaries(text)
        for position, (start, end) in enumerate(spans):
            if end - start <= LONGEST:
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

    >>> text = "The U.S. left. Mali did not."
    >>> [text[start:end] for start, end in boundaries(text)]
    ['The U.S. left.', 'Mali did not.']
    """
    cuts = chain(starts(text), (missed.end() for missed in _MISSED.finditer(text)))
    kept = sorted({0, len(text), *(cut for cut in cuts if _is_boundary(text, cut))})
    spans = (_trimmed(text, start, end) for start, end in pairwise(kept))
    return [span for span in spans if span[0] < span[1]]


def _is_boundary(text: str, cut: int) -> bool:
    """Whether one sentence may end before `cut` and another begin at it."""
    if _GOES_ON.match(text, cut):
        return False
    before = (one.end() for one in _NO_END.finditer(text, max(0, cut - _REACH), cut + 1))
    return cut not in before


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
