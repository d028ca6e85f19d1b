"""HTML inside Markdown: the words that a browser would show of it, without building a tree.

A block of HTML ends at a blank line (CommonMark 0.31, section 4.6), so an element may begin in one
block and end in another, with Markdown between them. What is open is remembered across blocks.
"""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from briefgen.model import BlockKind
from briefgen.read.furniture import LINK
from briefgen.read.pieces import Piece
from briefgen.read.signs import raised

HIDDEN = "hidden"
"""Why a piece is dropped that a browser does not show."""

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dd", "dt"), BlockKind.LIST_ITEM),
    "blockquote": BlockKind.QUOTATION,
}
_BLOCKS = frozenset(
    "address article aside body caption center details div dl fieldset figcaption figure footer"
    " form header hr html main nav ol p pre section summary table tbody td tfoot th thead tr"
    " ul".split()
) | frozenset(_KINDS)
_UNSEEN = frozenset(
    "applet audio button canvas embed head iframe math noscript object option script select style"
    " svg template textarea title video".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PROSE = 20
"""Words from which a full sentence in a table is text in a layout, and no figure."""

_STOPS = (".", "”", '"')
_DEEPEST = 200
"""Elements that are remembered as open within each other."""


class ShownHtml(HTMLParser):
    """Takes the HTML of a Markdown text block by block and gives the pieces that are shown."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, bool]] = []
        self._runs: list[tuple[str, bool]] = []
        self._pieces: list[Piece] = []

    def pieces(self, written: str) -> Sequence[Piece]:
        """Return the pieces of one block of HTML."""
        self._pieces = []
        self.feed(written)
        if self.rawdata and self.cdata_elem is None:
            self.close()
            self.rawdata = ""
        self._flush()
        self._open = [(tag, hides) for tag, hides in self._open if hides or tag in _BLOCKS]
        return self._pieces

    @property
    def is_hidden(self) -> bool:
        """Whether what comes next stands in an element that is not shown."""
        return any(hides for _, hides in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; of those that have no end, a line break is shown."""
        if tag in _BLOCKS:
            self._flush()
            self._close_like(tag)
        if tag == "br":
            self._runs.append(("\n", False))
        elif tag not in _VOID and len(self._open) < _DEEPEST:
            given = dict(attrs)
            hides = tag in _UNSEEN or "hidden" in given or _HIDING.search(given.get("style") or "")
            self._open.append((tag if tag != "a" or "href" in given else "", bool(hides)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat `<br/>` as `<br>`; in HTML, of all others the stroke says nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of that name, and what is open in it."""
        if tag in _BLOCKS:
            self._flush()
        names = [name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Keep words that are shown."""
        if not self.is_hidden:
            is_high = any(name == "sup" for name, _ in self._open)
            is_link = any(name == "a" for name, _ in self._open)
            self._runs.append((raised(data) if is_high else data, is_link))

    def _close_like(self, tag: str) -> None:
        """Close an item or a paragraph that the next one ends, though nothing says so."""
        if tag == "body":
            self._open = []
        if tag in {"p", "li", "dt", "dd", "td", "th", "tr"}:
            names = [name for name, _ in self._open]
            if names[-1:] == [tag] or names[-2:-1] == [tag]:
                del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def _flush(self) -> None:
        """Make a piece of the words since the last block began or ended."""
        words = _joined(run for run, _ in self._runs)
        linked = [is_link for run, is_link in self._runs if any(map(str.isalnum, run))]
        self._runs = []
        if words:
            names = [name for name, _ in self._open]
            kind = next((_KINDS[one] for one in reversed(names) if one in _KINDS), None)
            kind = kind or BlockKind.PARAGRAPH
            reason = LINK if all(linked) and kind is not BlockKind.HEADING else ""
            if "table" in names and not _is_prose(words):
                reason = "table"
            self._pieces.append(Piece(kind, words, reason))


def _is_prose(words: str) -> bool:
    return len(words.split()) >= _PROSE and words.endswith(_STOPS)


def _joined(runs: Iterator[str]) -> str:
    """Return words as a browser shows them: a run of white space is one space, but for breaks."""
    lines = "".join(one if one == "\n" else re.sub(r"\s+", " ", one) for one in runs)
    return re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", lines)).strip()
