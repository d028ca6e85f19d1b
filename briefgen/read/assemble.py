"""What every reader ends with: furniture out, what is known of the source in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.language import DEFAULT, detect
from briefgen.model import Basis, Block, BlockKind, Document, Metadata, Source
from briefgen.read.furniture import without_furniture
from briefgen.read.metadata import merge

_NOTHING: Mapping[int, str] = {}

_LOOKED_AT = 100
"""Blocks at most of a document that its language is told by."""


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
    with a heading and has no other title is called by that heading. Its language is told by its
    words unless it is declared.
    """
    metadata = merge(front, source.declared)
    language, basis = _language(metadata, text, blocks)
    kept, dropped = without_furniture(text, blocks, known, language)
    if metadata.title is None:
        metadata = replace(metadata, title=_opening_heading(text, kept))
    return Document(
        source.path,
        source.sha256,
        metadata,
        text,
        kept,
        dropped,
        reader,
        encoding,
        language,
        basis,
    )


def _language(metadata: Metadata, text: str, blocks: Sequence[Block]) -> tuple[str, Basis]:
    """Return the document's language and how it is known; what is declared goes first."""
    if metadata.language:
        return metadata.language, Basis.DECLARED
    found = detect(" ".join(text[one.start : one.end] for one in blocks[:_LOOKED_AT]))
    return (found, Basis.DETECTED) if found else (DEFAULT, Basis.ASSUMED)


def _opening_heading(text: str, blocks: Sequence[Block]) -> str | None:
    if not blocks or blocks[0].kind is not BlockKind.HEADING:
        return None
    return " ".join(text[blocks[0].start : blocks[0].end].split())
