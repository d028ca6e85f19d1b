"""Element -> Blocks: the words of a page or a fragment, in the blocks that a browser makes of them.

What no reader sees is kept apart from what stands around it, and has its reason.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model import BlockKind
from briefgen.read.furniture import HIDDEN, LINK
from briefgen.read.html.css import Rules, rules_of
from briefgen.read.html.styles import WHITE, Look, look, makes_block
from briefgen.read.html.tables import holds_figures
from briefgen.read.pieces import Piece
from briefgen.read.signs import without_invisible

if TYPE_CHECKING:
    from lxml.etree import _Element

FIGURES = "table"

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), BlockKind.HEADING),
    **dict.fromkeys(("li", "item", "dd", "dt"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("blockquote", "quote"), BlockKind.QUOTATION),
}
_BLOCKS = frozenset(
    "address article aside body caption cell center details dialog dir div dl fieldset figcaption"
    " figure footer form header hgroup hr html list main menu nav ol p pre row search section"
    " summary table tbody td tfoot th thead tr ul".split()
) | frozenset(_KINDS)
_UNSEEN = frozenset(
    "applet audio button canvas datalist embed iframe input math noembed noframes noscript object"
    " option rp rt script select style svg template textarea title video".split()
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = re.compile(r" *\n *")
_BLANK = re.compile(r"\n{2,}")
_CUSTOM_WORDS = 4
"""Words from which a custom element that has no text beside it is a block."""


class Scope(NamedTuple):
    """What holds for the words in an element: it is there for those of its descendants too."""

    element: "_Element"
    look: Look
    kind: BlockKind = BlockKind.PARAGRAPH
    is_link: bool = False
    has_figures: bool = False


class Block(NamedTuple):
    """A piece of text, the element that its first words stand in, and its share of linked words."""

    piece: Piece
    element: "_Element"
    linked: float


class _Run(NamedTuple):
    """Words in a row within one block."""

    words: str
    scope: Scope


def visible(root: "_Element") -> Iterator[Piece]:
    """Yield the pieces below `root`, the root of a fragment, for which white is the ground.

    A block of nothing but links leads to other articles, one in a table of figures is none.
    """
    return (block.piece for block in blocks(root, is_page=False))


def blocks(root: "_Element", is_page: bool, obeys_styles: bool = True) -> Iterator[Block]:
    """Yield the blocks below `root`, whether in HTML or as trafilatura names its elements.

    What a style hides is not hidden if it does not `obeys_styles`, as where a script shows it. On
    a page every table counts as figures that does not hold prose.
    """
    block: list[_Run] = []
    for run in _runs(root, is_page, obeys_styles):
        if run is not None:
            block.append(run)
        elif block:
            yield from _blocks(block)
            block = []
    yield from _blocks(block)


def _runs(root: "_Element", is_page: bool, obeys_styles: bool) -> Iterator[_Run | None]:
    """Yield the words in their order, and None wherever a block begins or ends."""
    from lxml import etree

    rules = rules_of(root.getroottree().getroot()) if obeys_styles else {}
    scopes = [Scope(root, Look(ground=None if is_page else WHITE))]
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        is_element = event in {"start", "end"}
        seen = is_element and element.tag not in _UNSEEN
        if event == "start" and seen:
            scopes.append(_scope(element, scopes[-1], is_page, rules if obeys_styles else None))
            yield from _opening(element, scopes[-1])
        elif event == "start":
            walk.skip_subtree()
        else:
            if seen:
                scopes.pop()
            yield from _closing(element, scopes[-1], seen, element is root)


def _scope(element: "_Element", above: Scope, is_page: bool, rules: Rules | None) -> Scope:
    """Return the scope of an element; without `rules` it looks as what it stands in."""
    figures = above.has_figures or (element.tag == "table" and holds_figures(element, is_page))
    return Scope(
        element,
        above.look if rules is None else look(element, above.look, rules),
        _KINDS.get(element.tag, above.kind),
        above.is_link or element.tag == "a",
        figures,
    )


def _opening(element: "_Element", scope: Scope) -> Iterator[_Run | None]:
    if _is_block(element):
        yield None
    elif element.tag in {"br", "lb"}:
        yield _Run("\n", scope)
    if element.text:
        yield _Run(_words(element.text), scope)


def _closing(element: "_Element", scope: Scope, seen: bool, is_root: bool) -> Iterator[_Run | None]:
    if seen and _is_block(element):
        yield None
    if element.tail and not is_root:
        yield _Run(_words(element.tail), scope)


def _words(text: str) -> str:
    return _SPACE.sub(" ", without_invisible(text))


def _is_block(element: "_Element") -> bool:
    """Whether a browser begins a line with the element and another one behind it."""
    if element.tag in _BLOCKS:
        return True
    if "style" in element.attrib and makes_block(element):
        return True
    return isinstance(element.tag, str) and "-" in element.tag and _is_custom_block(element)


def _is_custom_block(element: "_Element") -> bool:
    """Whether a custom element, of which a script tells the look, stands for a block.

    It does if it has words enough, and nothing but other elements beside it.
    """
    parent = element.getparent()
    beside = [parent.text, *(one.tail for one in parent)] if parent is not None else []
    words = "".join(element.itertext()).split()
    return len(words) >= _CUSTOM_WORDS and not any(one and one.strip() for one in beside)


def _blocks(block: Iterable[_Run]) -> Iterator[Block]:
    """Yield the blocks of what a browser shows as one; what is hidden in it is one of its own."""
    ordered = sorted(block, key=lambda run: not run.scope.look.is_seen)
    for is_seen, runs in groupby(ordered, lambda run: run.scope.look.is_seen):
        yield from _parts(list(runs), is_seen)


def _parts(runs: list[_Run], is_seen: bool) -> Iterator[Block]:
    """Yield the parts of a block: an empty line in it parts two of them."""
    words = _BREAK.sub("\n", "".join(run.words for run in runs)).strip()
    if not words:
        return
    scope = next(run.scope for run in runs if run.words.strip())
    said = [run for run in runs if any(map(str.isalnum, run.words))]
    linked = sum(len(run.words) for run in said if run.scope.is_link)
    share = linked / sum(len(run.words) for run in said) if said else 0.0
    reason = HIDDEN if not is_seen else FIGURES if scope.has_figures else _link(scope.kind, share)
    for part in _BLANK.split(words):
        yield Block(Piece(scope.kind, part.strip(), reason), scope.element, share)


def _link(kind: BlockKind, share: float) -> str:
    return LINK if share == 1 and kind is not BlockKind.HEADING else ""
