"""What every reader ends with: furniture out, what is known of the source in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from briefgen.language import DEFAULT, UNDETERMINED, detect
from briefgen.language.months import puts_the_day_first
from briefgen.model import Basis, Block, BlockKind, DatedBy, Document, Metadata, Source
from briefgen.read.dates import Order, Reading, Usage
from briefgen.read.dating import Claim, dating
from briefgen.read.front_matter import FrontMatter
from briefgen.read.furniture import without_furniture
from briefgen.read.imprint import Imprint, imprint
from briefgen.read.limits import check_blocks, check_text
from briefgen.read.metadata import merge
from briefgen.read.named_days import day_of_address, day_of_file

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

_NAME_WORDS, _NAME_LENGTH = 20, 150
"""Words and characters of a first line that can name a text which has no heading above it."""


def assemble(
    source: Source,
    text: str,
    blocks: Sequence[Block],
    front: FrontMatter,
    reader: str,
    encoding: str,
    known: Mapping[int, str] = _NOTHING,
    page: Metadata = _UNKNOWN,
    first_page: Sequence[str] = (),
    made: date | None = None,
) -> Document:
    """Return the document of `text` and its `blocks`.

    `known` says why a block, by its index, is furniture where the format itself tells. Of what is
    said of the source, that in `front` matter goes first, then what `sources.yaml` declares, then
    what the file it came in says, then what its format says in `page`, and what the text says at
    its top comes last; of its day more is known (`briefgen.read.dating`). `first_page` has the
    lines of that page and `made` the day the file was made, where the format knows them. A document
    without a title is called by its heading, or by its first line. Its language is told by its
    words unless it is declared.
    """
    check_text(text)
    check_blocks(blocks)
    declared = reduce(merge, (front.metadata, source.declared, source.page, page))
    language, basis = _language(declared, text, blocks)
    certain = "" if basis is Basis.ASSUMED else language
    kept, dropped = without_furniture(text, blocks, known, language)
    told = imprint(text, kept, dropped, certain, first_page)
    metadata = merge(declared, told.metadata)
    claims = _claims(source, front, page, told, metadata.address or "", certain)
    dated = dating([*claims, Claim(DatedBy.PROPERTIES, made)])
    return Document(
        source.path,
        source.sha256,
        replace(
            metadata,
            published=dated.day,
            title=metadata.title or _heading(text, told.blocks),
        ),
        text,
        told.blocks,
        told.dropped,
        reader,
        encoding,
        language,
        basis,
        dated.by,
        (*front.problems, *dated.doubts),
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


def _claims(
    source: Source,
    front: FrontMatter,
    page: Metadata,
    told: Imprint,
    address: str,
    language: str,
) -> Iterator[Claim]:
    """Yield who says what of the day, in the order they are believed in."""
    usage = Usage(Order.DAY_FIRST if puts_the_day_first(language) else None)
    yield Claim(DatedBy.FRONT_MATTER, front.metadata.published, front.doubts)
    yield Claim(DatedBy.LISTING, source.declared.published)
    yield Claim(DatedBy.PAGE, merge(source.page, page).published, source.doubts)
    yield Claim(DatedBy.TEXT, told.metadata.published, told.doubts)
    yield _claim(DatedBy.ADDRESS, day_of_address(address))
    yield _claim(DatedBy.NAME, day_of_file(source.path, usage))


def _claim(by: DatedBy, reading: Reading) -> Claim:
    return Claim(by, reading.day, (reading.doubt,) if reading.doubt else ())


def _heading(text: str, blocks: Sequence[Block]) -> str | None:
    """Return what names a text without a title: its first line, or else the next heading.

    A heading right below a first line that is none goes before it; one at the end heads nothing.
    """
    if not blocks:
        return None
    first, *rest = blocks
    headings = [one for one in rest[:-1] if one.kind is BlockKind.HEADING]
    if first.kind is BlockKind.HEADING:
        return _words(text, first)
    is_below = bool(headings) and headings[0] == rest[0]
    if _can_name(_words(text, first)) and not is_below:
        return _words(text, first)
    return _words(text, headings[0]) if headings else None


def _can_name(words: str) -> bool:
    return len(words) <= _NAME_LENGTH and len(words.split()) <= _NAME_WORDS


def _words(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())
