"""HTML inside Markdown: the words that a browser would show of it, without building a tree.

A block of HTML ends at a blank line (CommonMark 0.31, section 4.6), so an element may begin in one
block and end in another, with Markdown between them. What is open is remembered across blocks.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

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
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*+>?"
    r"|<(?P<stroke>/?)(?P<tag>[a-z][^\s/>]*+)(?P<attributes>(?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+)>?"
    r"|(?P<words><|[^<]++)",
    re.IGNORECASE | re.DOTALL,
)
"""A comment, a declaration, a tag or words; possessive, so that no text keeps it busy."""

_HIDING = re.compile(
    r"(?:^|\s)hidden(?=[\s=/]|$)|style\s*=[^>]*?(?:display\s*:\s*none|visibility\s*:\s*hidden)",
    re.IGNORECASE,
)
_LINKING = re.compile(r"(?:^|\s)href\s*=", re.IGNORECASE)
_RAW = frozenset("script style textarea title".split())
"""Elements in which there are no tags but the one that ends them."""

_PROSE = 20
"""Words from which a full sentence in a table is text in a layout, and no figure."""

_STOPS = (".", "”", '"')
_FIGURES = "table of figures"
"""What a table is once it has a heading."""

_ENDED_BY_THE_NEXT = frozenset("dd dt li p td th tr".split())
"""Elements that the next of their kind ends, if they are the innermost or the last but one."""

_DEEPEST = 200
"""Elements that are remembered as open within each other."""


class ShownHtml:
    """Takes the HTML of a Markdown text block by block and gives the pieces that are shown."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self._open: list[tuple[str, bool]] = []
        self._runs: list[tuple[str, bool]] = []
        self._pieces: list[Piece] = []

    def pieces(self, written: str) -> Sequence[Piece]:
        """Return the pieces of one block of HTML."""
        self._pieces = []
        place = 0
        while place < len(written) and (found := self._next(written, place)):
            place = found.end()
            if found["words"]:
                self._say(unescape(found["words"]))
            elif found["tag"]:
                self._turn(found["tag"].lower(), found["attributes"], bool(found["stroke"]))
        self._flush()
        kept = _BLOCKS | {_FIGURES}
        self._open = [(tag, hides) for tag, hides in self._open if hides or tag in kept]
        return self._pieces

    @property
    def is_hidden(self) -> bool:
        """Whether what comes next stands in an element that is not shown."""
        return any(hides for _, hides in self._open)

    def _next(self, written: str, place: int) -> re.Match[str] | None:
        """Return the next token; within a script, the tag that ends it."""
        raw = self._open[-1][0] if self._open else ""
        if raw not in _RAW:
            return _TOKEN.match(written, place)
        end = re.compile(rf"</(?={raw}\b)", re.IGNORECASE).search(written, place)
        return _TOKEN.match(written, end.start()) if end else None

    def _turn(self, tag: str, attributes: str, is_end: bool) -> None:
        """Open or close an element."""
        if tag in _BLOCKS:
            self._flush()
        if is_end:
            self._close(tag)
        elif tag == "br":
            self._runs.append(("\n", False))
        elif tag not in _VOID and len(self._open) < _DEEPEST:
            self._close_like(tag)
            hides = tag in _UNSEEN or _HIDING.search(attributes)
            name = "" if tag == "a" and not _LINKING.search(attributes) else tag
            self._open.append((name, bool(hides)))

    def _close(self, tag: str) -> None:
        """Close the innermost element of that name, and what is open in it."""
        names = ["table" if name == _FIGURES else name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def _say(self, words: str) -> None:
        """Keep words that are shown."""
        if not self.is_hidden:
            is_high = any(name == "sup" for name, _ in self._open)
            is_link = any(name == "a" for name, _ in self._open)
            self._runs.append((raised(words) if is_high else words, is_link))

    def _close_like(self, tag: str) -> None:
        """Close what the next element ends, though nothing says so, and note what a table is."""
        if tag == "body":
            self._open = []
        elif tag == "th":
            self._open = [(_FIGURES if one == "table" else one, hides) for one, hides in self._open]
        if tag in _ENDED_BY_THE_NEXT and tag in [name for name, _ in self._open[-2:]]:
            self._close(tag)

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
            self._pieces.append(Piece(kind, words, _unquotable(names, words) or reason))


def _unquotable(names: Sequence[str], words: str) -> str:
    """Return why words within elements of these names are no prose, if they are none."""
    if "figcaption" in names or "caption" in names:
        return "caption"
    is_prose = len(words.split()) >= _PROSE and words.endswith(_STOPS)
    return "table" if _FIGURES in names or ("table" in names and not is_prose) else ""


def _joined(runs: Iterator[str]) -> str:
    """Return words as a browser shows them: a run of white space is one space, but for breaks."""
    lines = "".join(one if one == "\n" else re.sub(r"\s+", " ", one) for one in runs)
    return re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", lines)).strip()
