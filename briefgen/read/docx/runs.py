"""Runs of a Word paragraph: its words, and whether a reader of the document sees them.

What a run does not say of itself its styles say (ECMA-376, part 1, 17.3.2 and 17.7.2).
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefgen.read.signs import raised, without_invisible

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

GONE = frozenset({"del", "moveFrom", "Fallback"})
"""What is deleted but still tracked, and what older programs show instead of something else."""

Properties = Mapping[str, str]
"""The value of each property of a run that is set, by its name without the namespace."""

Styles = Mapping[str, tuple[str, Properties]]
"""By the id of a style: the style that it is based on, and its properties of runs."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off"})
_TINY = 4
"""Half-points of type that nobody can read."""

_WHITE = frozenset({"FFFFFF", "FEFEFE", "FDFDFD", "FCFCFC"})
_NO_FILL = frozenset({"", "auto", *_WHITE})


def name_of(element: "BaseOxmlElement") -> str:
    """Return the name of an element without its namespace; a comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def styles_of(root: "BaseOxmlElement") -> Styles:
    """Return what the styles of a document, below `root`, say of the look of runs."""
    return {
        style.get(f"{_W}styleId", ""): (
            _value(style.find(f"{_W}basedOn")),
            _properties(style.find(f"{_W}rPr")),
        )
        for style in root.iter(f"{_W}style")
    }


def words_of(paragraph: "CT_P", styles: Styles) -> tuple[str, str]:
    """Return the words of a paragraph that are seen, and those that are hidden.

    Those of a frame that is anchored in it belong to its own paragraphs.
    """
    ground = _ground(paragraph)
    above = _inherited(_style(paragraph, "pPr", "pStyle"), styles)
    runs = [(words, _is_seen(run, above, styles, ground)) for run, words in _texts(paragraph)]
    seen = "".join(words for words, is_seen in runs if is_seen)
    hidden = "".join(words for words, is_seen in runs if not is_seen)
    return without_invisible(seen).strip(), without_invisible(hidden).strip()


def _texts(paragraph: "CT_P") -> Iterator[tuple["BaseOxmlElement", str]]:
    """Yield the texts and spaces of a paragraph, each with the run that it stands in."""
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        name = name_of(element)
        if name in GONE or name == "txbxContent":
            walk.skip_subtree()
        elif name == "t":
            words = element.text or ""
            run = element.getparent()
            yield run, raised(words) if _is_high(run) else words
        elif name in _SPACES:
            yield element.getparent(), _SPACES[name]


def _is_high(run: "BaseOxmlElement") -> bool:
    """Whether a run is set as a superscript."""
    return _value(run.find(f"{_W}rPr/{_W}vertAlign")) == "superscript"


def _is_seen(run: "BaseOxmlElement", above: Properties, styles: Styles, ground: str) -> bool:
    own = _inherited(_style(run, "rPr", "rStyle"), styles)
    said = {**above, **own, **_properties(run.find(f"{_W}rPr"))}
    if "vanish" in said and said["vanish"] not in _OFF:
        return False
    size = said.get("sz", "")
    is_tiny = size.isdigit() and int(size) <= _TINY
    fill = said.get("shd", "") or ground
    is_white = said.get("color", "").upper() in _WHITE and fill.upper() in _NO_FILL
    return (not is_tiny and not (is_white or _is_of(fill, said))) or "highlight" in said


def _is_of(fill: str, said: Properties) -> bool:
    """Whether words have the colour of what is behind them."""
    return fill not in _NO_FILL and said.get("color", "").upper() == fill.upper()


def _inherited(style: str, styles: Styles) -> Properties:
    """Return what a style says with those that it is based on; a circle of them ends."""
    chain = []
    while style in styles and style not in chain:
        chain.append(style)
        style = styles[style][0]
    said: dict[str, str] = {}
    for each in reversed(chain):
        said |= styles[each][1]
    return said


def _style(element: "BaseOxmlElement", properties: str, kind: str) -> str:
    return _value(element.find(f"{_W}{properties}/{_W}{kind}"))


def _properties(element: "BaseOxmlElement | None") -> Properties:
    if element is None:
        return {}
    return {
        name: one.get(f"{_W}fill", "") if name == "shd" else _value(one)
        for one in element
        if (name := name_of(one))
    }


def _ground(paragraph: "CT_P") -> str:
    """Return the colour behind a paragraph: its own, or that of the cell, table or box around."""
    for element in (paragraph, *paragraph.iterancestors()):
        for properties in ("pPr", "tcPr", "tblPr"):
            shade = element.find(f"{_W}{properties}/{_W}shd")
            if shade is not None and shade.get(f"{_W}fill", "auto") != "auto":
                return str(shade.get(f"{_W}fill"))
        if name_of(element) == "txbxContent":
            return "of a box, not known"
    return ""


def _value(element: "BaseOxmlElement | None") -> str:
    """Return the value of a property; one that has none is on."""
    return "" if element is None else str(element.get(f"{_W}val", ""))
