"""Markdown: the words a reader sees, block by block, without the marks.

The document's text is those words, so its offsets count in them and not in the file.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefgen.model import Block, BlockKind, Document, Source
from briefgen.read.assemble import assemble
from briefgen.read.encoding import decode
from briefgen.read.metadata import front_matter

NAME = "markdown/1"


class Piece(NamedTuple):
    """The visible words of one block."""

    kind: BlockKind
    words: str


def read(source: Source) -> Document:
    """Return the document in a Markdown file. Raises ReadError if it is not text."""
    raw, encoding = decode(source.data)
    front, body = front_matter(raw)
    text, blocks = _joined(list(_pieces(raw[body:])))
    return assemble(source, text, blocks, front, NAME, encoding)


def _pieces(raw: str) -> Iterator[Piece]:
    """Yield the blocks of Markdown; code, tables and raw HTML say nothing a brief could quote."""
    around: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(raw):
        if token.nesting:
            around.append(token.type) if token.nesting > 0 else around.pop()
        elif token.type == "inline" and "table_open" not in around:
            words = "".join(_visible(token.children or ())).strip()
            if words:
                yield Piece(_kind(around), words)


def _visible(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield "\n"


def _kind(around: Sequence[str]) -> BlockKind:
    if "heading_open" in around:
        return BlockKind.HEADING
    if "list_item_open" in around:
        return BlockKind.LIST_ITEM
    if "blockquote_open" in around:
        return BlockKind.QUOTATION
    return BlockKind.PARAGRAPH


def _joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Return the text that the pieces make, a blank line between each two, and its blocks."""
    blocks = []
    start = 0
    for piece in pieces:
        blocks.append(Block(piece.kind, start, start + len(piece.words)))
        start += len(piece.words) + 2
    return "\n\n".join(piece.words for piece in pieces), tuple(blocks)
