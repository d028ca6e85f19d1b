"""Blocks of a page -> the article: which of them belong to it, and what stands around it.

Two judges are asked. trafilatura finds the words of the article; the blocks that hold them are the
article, as a browser shows them. What stands among these blocks, or in the element that holds them
all, is part of it if it reads as prose and is in no side room of the page. Where trafilatura gives
little of the prose that is there, all the prose outside of side rooms is the article.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model import BlockKind
from briefgen.read.furniture import HIDDEN
from briefgen.read.html.tables import is_prose
from briefgen.read.html.visible import FIGURES, Block
from briefgen.read.pieces import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

OUTSIDE = "outside of the article"

LITTLE = 0.5
"""The share of a page's prose below which what trafilatura gives is little."""

_MUCH = 0.25
"""The share of the article's words from which prose left outside of it is a loss to be told."""

_GRAM = 4
"""Words in a row that are looked for in what trafilatura gives."""

_HELD = 0.8
"""The share of a block's grams that have to be there."""

_LINKED = 0.3
"""The share of linked words from which a block leads elsewhere."""

_NEARLY_ALL = 0.9
"""The share of an article's blocks that the element holds which is its room on the page."""

_FEWEST = 2
"""Words from which a block is listed when it is left out; less is a button or a label."""

_ABOVE = 6
"""Blocks above the article that may be its title, its author and its date."""

_SIDE_TAGS = frozenset("aside dialog figcaption footer form menu nav search".split())
_SIDE_ROLES = frozenset(
    "alert alertdialog banner complementary contentinfo dialog form menu menubar navigation search"
    " tablist".split()
)
_SIDE = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w*|author-?(?:bio|box|info)|banner|bio|breadcrumbs?|byline"
    r"|captcha|caption|comments?|consent|cookies?|disqus|dont-miss|footer|gdpr|login|masthead|menu"
    r"|meta|modal|most-?(?:popular|read|viewed)|nav|navbar|navigation|newsletter|pager|pagination"
    r"|paywall|popup|promos?|recirc\w*|recommended|related|respond|share|sharing|sidebar|signup"
    r"|social|sponsor\w*|subscribe|tags|teasers?|toolbar|trending|widgets?)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of what stands beside articles, as the sites and programs of today call them."""

_WORD = re.compile(r"\w+")


class Article(NamedTuple):
    """The pieces of an article, then what was left out of the page; and what of it is a loss."""

    pieces: tuple[Piece, ...]
    lost: tuple[str, ...] = ()


def article(blocks: Sequence[Block], extracted: Sequence[str]) -> Article:
    """Return the article among the `blocks` of a page, in which `extracted` texts were found.

    Returns no pieces if no block holds any of the extracted words, nor any prose.
    """
    held = _held(blocks, extracted)
    prose = [index for index, block in enumerate(blocks) if _is_prose(block)]
    if _words(blocks, set(prose) & held) < LITTLE * _words(blocks, prose):
        held |= set(prose)
    chosen = _whole(blocks, held)
    within, beyond = _left_out(blocks, chosen)
    pieces = [*((index, blocks[index].piece) for index in chosen), *within]
    ordered = [piece for _, piece in sorted(pieces, key=lambda one: one[0])]
    left = [blocks[index] for index in set(prose) - chosen]
    return Article((*ordered, *beyond), tuple(_loss(left, _words(blocks, chosen))))


def _held(blocks: Sequence[Block], extracted: Sequence[str]) -> set[int]:
    """Return the indices of blocks whose words are among the extracted ones.

    Short ones may stand in the page's menus too: of these only neighbours of longer ones count.
    """
    grams = {gram for text in extracted for gram in _grams(_WORD.findall(text.casefold()))}
    words = [_WORD.findall(block.piece.words.casefold()) for block in blocks]
    may_be = [block.piece.reason not in {HIDDEN, FIGURES} for block in blocks]
    found = {
        index
        for index, said in enumerate(words)
        if may_be[index] and len(said) >= _GRAM and _share(said, grams) >= _HELD
    }
    if not found:
        return found
    lines = (line for text in extracted for line in text.split("\n"))
    short = {tuple(_WORD.findall(line.casefold())) for line in lines}
    among = range(max(min(found) - 1, 0), max(found) + 2)
    return found | {
        index
        for index, said in enumerate(words)
        if may_be[index] and said and len(said) < _GRAM and index in among and tuple(said) in short
    }


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_GRAM)), strict=False)


def _share(words: Sequence[str], grams: set[tuple[str, ...]]) -> float:
    own = list(_grams(words))
    return sum(gram in grams for gram in own) / len(own)


def _is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of some article: a sentence, not linked, in no side room."""
    return (
        not block.piece.reason
        and block.linked < _LINKED
        and is_prose(block.piece.words)
        and not is_beside(block.element)
    )


def is_beside(element: "_Element") -> bool:
    """Whether an element stands in a side room of the page: a menu, a form, the comments."""
    return any(map(_is_side, (element, *element.iterancestors())))


def _is_side(element: "_Element") -> bool:
    if element.tag in {"body", "html", "main", "article"}:
        return False
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return (
        element.tag in _SIDE_TAGS
        or element.get("role") in _SIDE_ROLES
        or _SIDE.search(named) is not None
    )


def _whole(blocks: Sequence[Block], held: set[int]) -> set[int]:
    """Return the blocks held and those that belong to them, by where they stand and what they say.

    What stands among them may be an aside, as long as it is prose.
    """
    if not held:
        return held
    room = _room([blocks[index].element for index in sorted(held)])
    among = range(min(held), max(held) + 1)
    return held | {
        index
        for index, block in enumerate(blocks)
        if index not in held and _belongs(block, index in among, room)
    }


def _belongs(block: Block, is_among: bool, room: "_Element | None") -> bool:
    """Whether a block that trafilatura passed over is part of the article all the same."""
    if block.piece.reason or block.linked >= _LINKED:
        return False
    if is_among:
        return _fits(block) and not _is_in_menu(block.element)
    is_in_room = room is not None and room in block.element.iterancestors()
    return is_in_room and _is_prose(block)


def _fits(block: Block) -> bool:
    """Whether a block among those of the article reads as one of them."""
    if block.piece.kind is BlockKind.PARAGRAPH:
        return is_prose(block.piece.words)
    return len(block.piece.words.split()) >= _FEWEST and not is_beside(block.element)


def _is_in_menu(element: "_Element") -> bool:
    """Whether an element stands in a side room other than an aside, which articles have too."""
    around = (element, *element.iterancestors())
    return any(_is_side(one) for one in around if one.tag not in {"aside", "blockquote", "figure"})


def _room(elements: Sequence["_Element"]) -> "_Element | None":
    """Return the innermost element that holds nine tenths of the elements, but not the page."""
    holders = Counter(one for element in elements for one in element.iterancestors())
    enough = [one for one, count in holders.items() if count >= _NEARLY_ALL * len(elements)]
    room = max(enough, key=lambda one: sum(1 for _ in one.iterancestors()), default=None)
    return None if room is None or room.tag in {"body", "html"} else room


def _words(blocks: Sequence[Block], indices: Iterable[int]) -> int:
    return sum(len(blocks[index].piece.words.split()) for index in indices)


def _left_out(
    blocks: Sequence[Block], chosen: set[int]
) -> tuple[list[tuple[int, Piece]], list[Piece]]:
    """Return what was left out and is more than a label, with the reason; links are no words.

    First, with their indices, the pieces that stand among those chosen or close above, where dates
    and names of authors are; then all others.
    """
    rest = [
        (index, block.piece._replace(reason=block.piece.reason or OUTSIDE))
        for index, block in enumerate(blocks)
        if index not in chosen and block.linked < 1
        if block.piece.reason == FIGURES or len(block.piece.words.split()) >= _FEWEST
    ]
    first, last = min(chosen, default=0), max(chosen, default=0)
    above = [index for index, _ in rest if index < first][-_ABOVE:]
    near = range(min([*above, first]), last)
    within = [(index, piece) for index, piece in rest if index in near]
    return within, [piece for index, piece in rest if index not in near]


def _loss(left: Sequence[Block], kept: int) -> Iterator[str]:
    """Yield what to tell of prose that was left out though it stands in no side room."""
    words = _words(left, range(len(left)))
    if words > _MUCH * kept:
        count = f"{len(left)} paragraph{'s' if len(left) != 1 else ''}"
        yield f"{count} of {words:,} words outside of what was taken for the article"
