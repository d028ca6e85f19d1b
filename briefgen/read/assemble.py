"""What every reader ends with: furniture out, what is known of the source in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.model import Block, BlockKind, Document, Metadata, Source
from briefgen.read.furniture import without_furniture
from briefgen.read.metadata import merge

_NOTHING: Mapping[int, str] = {}
_UNKNOWN = Metadata()


def assemble(
    source: Source,
    text: str,
    blocks: Sequence[Block],
    front: Metadata,
    reader: str,
    encoding: str,
    known: Mapping[int, str] = _NOTHING,
    page: Metadata = _UNKNOWN,
) -> Document:
    """Return the document of `text` and its `blocks`.

    `known` says why a block, by its index, is furniture where the format itself tells. Of what is
    said of the source, that in `front` matter goes first, then what `sources.yaml` declares, then
    what the file it came in says, then what its format says in `page`. A document that opens with
    a heading and has no other title is called by that heading.
    """
    kept, dropped = without_furniture(text, blocks, known)
    metadata = merge(front, merge(source.declared, merge(source.page, page)))
    if metadata.title is None:
        metadata = replace(metadata, title=_opening_heading(text, kept))
    return Document(source.path, source.sha256, metadata, text, kept, dropped, reader, encoding)


def _opening_heading(text: str, blocks: Sequence[Block]) -> str | None:
    if not blocks or blocks[0].kind is not BlockKind.HEADING:
        return None
    return " ".join(text[blocks[0].start : blocks[0].end].split())
