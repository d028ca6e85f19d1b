"""What every reader ends with: furniture out, what is known of the source in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.model import Block, BlockKind, Document, Metadata, Source
from briefgen.read.furniture import without_furniture
from briefgen.read.metadata import merge

_NOTHING: Mapping[int, str] = {}


def assemble(
    source: Source,
    text: str,
    blocks: Sequence[Block],
    front: Metadata,
    reader: str,
    encoding: str,
    known: Mapping[int, str] = _NOTHING,
) -> Document:
    """Return the document of `text` and its `blocks`.

    `known` says why a block, by its index, is furniture where the format itself tells. What the
    file says of itself in `front` goes before what `sources.yaml` declares. A document that opens
    with a heading and has no other title is called by that heading.
    """
    kept, dropped = without_furniture(text, blocks, known)
    metadata = merge(front, source.declared)
    if metadata.title is None:
        metadata = replace(metadata, title=_opening_heading(text, kept))
    return Document(source.path, source.sha256, metadata, text, kept, dropped, reader, encoding)


def _opening_heading(text: str, blocks: Sequence[Block]) -> str | None:
    if not blocks or blocks[0].kind is not BlockKind.HEADING:
        return None
    return " ".join(text[blocks[0].start : blocks[0].end].split())
