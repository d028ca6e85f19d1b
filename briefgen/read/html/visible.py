"""Element -> Pieces: the words that a reader sees, in the blocks that HTML makes of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model import BlockKind
from briefgen.read.furniture import LINK
from briefgen.read.pieces import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), BlockKind.HEADING),
    **dict.fromkeys(("li", "item", "dd", "dt"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("blockquote", "quote"), BlockKind.QUOTATION),
}
_BLOCKS = frozenset(
    "address article aside body caption cell center details div dl fieldset figcaption figure"
    " footer form header hr html list main nav ol p pre row section summary table tbody td tfoot th"
    " thead tr ul".split()
) | frozenset(_KINDS)
_UNSEEN = frozenset(
    "applet audio button canvas embed iframe input math noscript object option script select"
    " style svg template textarea title video".split()
)
_FIGURES = "table of figures"
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = re.compile(r" *\n *")
_BLANK = re.compile(r"\n{2,}")


class _Run(NamedTuple):
    """Words in a row within one block, and the elements around them, outermost first."""

    words: str
    around: tuple[str, ...]


def visible(root: "_Element", is_page: bool = False) -> Iterator[Piece]:
    """Yield the blocks below `root`, whether in HTML or as trafilatura names its elements.

    A block of nothing but links leads to other articles. A table holds figures if it has a heading
    or stands in the main text of a page; elsewhere it is the layout.
    """
    block: list[_Run] = []
    for run in _runs(root, is_page):
        if run is not None:
            block.append(run)
        elif block:
            yield from _pieces(block)
            block = []
    yield from _pieces(block)


def _runs(root: "_Element", is_page: bool) -> Iterator[_Run | None]:
    """Yield the words in their order, and None wherever a block begins or ends."""
    from lxml import etree

    around: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        seen = event in {"start", "end"} and not _is_unseen(element)
        if event == "start" and seen:
            around.append(_FIGURES if _has_figures(element, is_page) else element.tag)
            yield from _opening(element, tuple(around))
        elif event == "start":
            walk.skip_subtree()
        else:
            if seen:
                around.pop()
            yield from _closing(element, tuple(around), seen)


def _has_figures(element: "_Element", is_page: bool) -> bool:
    return element.tag == "table" and (is_page or element.find(".//th") is not None)


def _opening(element: "_Element", around: tuple[str, ...]) -> Iterator[_Run | None]:
    if element.tag in _BLOCKS:
        yield None
    elif element.tag in {"br", "lb"}:
        yield _Run("\n", around)
    if element.text:
        yield _Run(_SPACE.sub(" ", element.text), around)


def _closing(element: "_Element", around: tuple[str, ...], seen: bool) -> Iterator[_Run | None]:
    if seen and element.tag in _BLOCKS:
        yield None
    if element.tail and around:
        yield _Run(_SPACE.sub(" ", element.tail), around)


def _is_unseen(element: "_Element") -> bool:
    """Whether a browser shows nothing of it, as it does of what newsletters hide for previews."""
    hidden = "hidden" in element.attrib or _HIDDEN.search(element.get("style", ""))
    return bool(hidden) or element.tag in _UNSEEN


def _pieces(block: Sequence[_Run]) -> Iterator[Piece]:
    """Yield the pieces of a block: an empty line in it parts two of them."""
    words = _BREAK.sub("\n", "".join(run.words for run in block)).strip()
    if words:
        kind = _kind(block[0].around)
        reason = "table" if _FIGURES in block[0].around else _link(kind, block)
        yield from (Piece(kind, one.strip(), reason) for one in _BLANK.split(words))


def _kind(around: Iterable[str]) -> BlockKind:
    kinds = [_KINDS[tag] for tag in around if tag in _KINDS]
    return kinds[-1] if kinds else BlockKind.PARAGRAPH


def _link(kind: BlockKind, block: Iterable[_Run]) -> str:
    said = (run for run in block if any(map(str.isalnum, run.words)))
    linked = all("a" in run.around for run in said)
    return LINK if linked and kind is not BlockKind.HEADING else ""
