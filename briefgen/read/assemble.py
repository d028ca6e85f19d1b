"""What every reader ends with: furniture out, what is known of the source in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from briefgen.language import DEFAULT, UNDETERMINED, detect
from briefgen.model import Basis, Block, BlockKind, DatedBy, Document, Metadata, Source
from briefgen.read.furniture import without_furniture
from briefgen.read.imprint import imprint
from briefgen.read.limits import check_blocks, check_text
from briefgen.read.metadata import merge

_NOTHING: Mapping[int, str] = {}
_UNKNOWN = Metadata()

_LOOKED_AT = 100
"""Blocks at most of a document that its language is told by first."""

_SHORT = 60
"""Characters of a block of prose on average; shorter ones are mostly lines of lists and tables."""

_PROSE = 8
"""Words that begin small, as names and figures do not, in a block of prose at least."""

_ENOUGH = 1_000
"""Characters of prose that a language is told by, where names and figures stand first."""


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
    what the file it came in says, then what its format says in `page`, and what the text says at
    its top comes last. A document
    that opens with a heading and has no other title is called by that heading. Its language is told
    by its words unless it is declared.
    """
    check_text(text)
    check_blocks(blocks)
    declared = reduce(merge, (front, source.declared, source.page, page))
    language, basis = _language(declared, text, blocks)
    kept, dropped = without_furniture(text, blocks, known, language)
    told, kept, dropped, doubts = imprint(text, kept, dropped)
    said = zip(DatedBy, (front, source.declared, merge(source.page, page), told), strict=True)
    dated_by = next((by for by, one in said if one.published), None)
    metadata = merge(declared, told)
    return Document(
        source.path,
        source.sha256,
        metadata if metadata.title else replace(metadata, title=_opening_heading(text, kept)),
        text,
        kept,
        dropped,
        reader,
        encoding,
        language,
        basis,
        dated_by,
        () if dated_by else doubts,
    )


def _language(metadata: Metadata, text: str, blocks: Sequence[Block]) -> tuple[str, Basis]:
    """Return the document's language and how it is known; what is declared goes first."""
    if metadata.language:
        return metadata.language, Basis.DECLARED
    first = " ".join(text[one.start : one.end] for one in blocks[:_LOOKED_AT])
    found = detect(first)
    if found in ("", UNDETERMINED) or len(first) < _SHORT * len(blocks[:_LOOKED_AT]):
        found = detect(" ".join(_prose(text, blocks))) or found
    return (found, Basis.DETECTED) if found else (DEFAULT, Basis.ASSUMED)


def _prose(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the blocks of prose until there is enough of it; tables and lists of names are none."""
    seen = 0
    for block in blocks:
        part = text[block.start : min(block.end, block.start + _ENOUGH)]
        words = part.split()
        small = sum(word[0].isalpha() and not word[0].isupper() for word in words)
        if small >= max(_PROSE, len(words) / 2):
            yield part
            seen += len(part)
        if seen >= _ENOUGH:
            return


def _opening_heading(text: str, blocks: Sequence[Block]) -> str | None:
    if not blocks or blocks[0].kind is not BlockKind.HEADING:
        return None
    return " ".join(text[blocks[0].start : blocks[0].end].split())
