"""Markdown: the words a reader sees, block by block, without the marks.

The document's text is those words, so its offsets count in them and not in the file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefgen.model import BlockKind, Document, Source
from briefgen.read.dates import MONTH
from briefgen.read.encoding import decode
from briefgen.read.front_matter import front_matter
from briefgen.read.furniture import LINK
from briefgen.read.markdown_html import HIDDEN, ShownHtml
from briefgen.read.pieces import Piece, document
from briefgen.read.reader import Reader
from briefgen.read.signs import raised

NAME = "markdown/4"

_PARSER = MarkdownIt("commonmark").enable("table")
_UNQUOTABLE = {"code_block": "code", "fence": "code"}
_KINDS = {
    "heading_open": BlockKind.HEADING,
    "list_item_open": BlockKind.LIST_ITEM,
    "blockquote_open": BlockKind.QUOTATION,
}
_DATE_BEHIND_NUMBER = re.compile(rf"(?:{MONTH}\b\.?|\d\d?\.) \d{{4}}", re.IGNORECASE)
"""What makes a date of a list item: `4. März 2024`."""

_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")


def read(source: Source) -> Document:
    """Return the document in a Markdown file. Raises ReadError if it is not text."""
    raw, encoding = decode(source.data)
    front = front_matter(raw)
    return document(source, _pieces(_PARSER.parse(raw[front.end :])), NAME, encoding, front)


def _pieces(tokens: Iterable[Token]) -> Iterator[Piece]:
    """Yield the blocks; a brief cannot quote code and tables, so they are furniture.

    So is what HTML around it hides. Blocks of HTML are what they show.
    """
    around: list[Token] = []
    shown = ShownHtml()
    for token in tokens:
        if token.nesting:
            around.append(token) if token.nesting > 0 else around.pop()
        elif token.type == "html_block":
            yield from shown.pieces(token.content)
        elif piece := _piece(around, token):
            yield piece._replace(reason=HIDDEN) if shown.is_hidden else piece


def _piece(around: Sequence[Token], token: Token) -> Piece | None:
    """Return the piece that a token is, but for HTML, if it is one."""
    if token.type == "inline":
        piece = _said([one.type for one in around], token.children or ())
        return _as_date(around, piece)
    reason = _UNQUOTABLE.get(token.type)
    return Piece(BlockKind.PARAGRAPH, token.content.strip(), reason) if reason else None


def _as_date(around: Sequence[Token], piece: Piece) -> Piece:
    """Return the piece, with the number of the list item before it if that makes it a date."""
    item = next((one for one in reversed(around) if one.type == "list_item_open"), None)
    if item and item.markup == "." and _DATE_BEHIND_NUMBER.match(piece.words):
        return Piece(BlockKind.PARAGRAPH, f"{item.info}. {piece.words}", piece.reason)
    return piece


def _said(around: Sequence[str], tokens: Sequence[Token]) -> Piece:
    kind = next((kind for name, kind in _KINDS.items() if name in around), BlockKind.PARAGRAPH)
    reason = "table" if "table_open" in around else LINK if _is_link(kind, tokens) else ""
    return Piece(kind, _NOTE_MARK.sub("", "".join(_visible(tokens))).strip(), reason)


def _is_link(kind: BlockKind, tokens: Sequence[Token]) -> bool:
    """Whether a block is a link from its first word to its last; a heading may link to itself."""
    ends = tokens and tokens[0].type == "link_open" and tokens[-1].type == "link_close"
    only = [token.type for token in tokens].count("link_open") == 1
    return bool(ends and only and kind is not BlockKind.HEADING)


def _visible(tokens: Iterable[Token]) -> Iterator[str]:
    is_high = False
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            yield raised(token.content) if is_high else token.content
        elif token.content in {"<sup>", "</sup>"}:
            is_high = token.content == "<sup>"
        elif token.type in {"softbreak", "hardbreak"} or token.content.startswith("<br"):
            yield "\n"


READER = Reader(NAME, read, risky=False, libraries=("markdown-it-py",))
