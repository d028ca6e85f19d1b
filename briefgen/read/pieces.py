"""The words of a document, piece by piece, where its format is not plain text."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from briefgen.model import Block, BlockKind, Document, Metadata, Source
from briefgen.read.assemble import assemble
from briefgen.read.front_matter import NO_FRONT_MATTER, FrontMatter

_UNKNOWN = Metadata()


class Piece(NamedTuple):
    """The visible words of one block, and why they are furniture if they are."""

    kind: BlockKind
    words: str
    reason: str = ""


def document(
    source: Source,
    pieces: Iterable[Piece],
    reader: str,
    encoding: str = "utf-8",
    front: FrontMatter = NO_FRONT_MATTER,
    page: Metadata = _UNKNOWN,
    first_page: Sequence[str] = (),
    made: date | None = None,
) -> Document:
    """Return the document that `pieces` make: its text is their words, a blank line between each.

    So its offsets count in those words and not in the file. Pieces without words are left out.
    """
    said = [piece for piece in pieces if piece.words]
    known = {index: piece.reason for index, piece in enumerate(said) if piece.reason}
    text = "\n\n".join(piece.words for piece in said)
    return assemble(
        source, text, _blocks(said), front, reader, encoding, known, page, first_page, made
    )


def _blocks(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    blocks = []
    start = 0
    for piece in pieces:
        blocks.append(Block(piece.kind, start, start + len(piece.words)))
        start += len(piece.words) + 2
    return tuple(blocks)
