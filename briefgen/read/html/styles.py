"""What a browser makes of the styles of an element: whether its text can be seen at all.

Judged by effect, not by one way to write it: by size, clipping, opacity, place and colour.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefgen.read.html.css import Rules, declared, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element

Colour = tuple[float, float, float]

WHITE: Colour = (1.0, 1.0, 1.0)

_TINY = 2.0
"""Pixels of type that nobody can read; the usual tricks take 0 and 1."""

_FAR = -500.0
"""Pixels beyond which text that is moved up or left is off every screen; the tricks take 999."""

_FAINT = 0.05
"""Opacity below which text is not seen."""

_ALIKE = 0.04
"""The difference in each of red, green and blue (0 to 1) below which two colours look the same."""

_PIXELS: Mapping[str, float] = MappingProxyType(
    dict.fromkeys(("", "px"), 1.0)
    | {"pt": 4 / 3, "cm": 38.0, "in": 96.0, "em": 16.0, "rem": 16.0}
    | {"%": 5.0, "vw": 10.0, "vh": 10.0}
)
"""Pixels in a unit, those of relative ones for type of 16 pixels on a screen of 1000."""

_LENGTH = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(px|pt|r?em|%|v[wh]|cm|in)?(?![\w.])")
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|[\s_-])(?:sr-only|sr-text|(?:u-)?visually-?hidden|screen-?reader(?:s|-text|-only)?"
    r"|a11y-(?:hidden|only)|element-invisible|off-?screen|katex-mathml)(?:$|\s)",
    re.IGNORECASE,
)
"""Classes by which frameworks hide what only screen readers say: Bootstrap, Drupal, WordPress."""

_CLIPPED = re.compile(
    r"rect\(\s*(?:[01](?:px)?[\s,]*){4}\)|inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0[^\d]*0"
    r"[^1-9]*\)"
)
_CLEAR = re.compile(
    r"(?:rgb|hsl)a?\((?:(?:[^,)]+,){3}|[^/)]*/)\s*0?\.?0+\s*%?\)|#[0-9a-f]{6}00|#[0-9a-f]{3}0"
)
_OVERFLOWS = ("overflow", "overflow-x", "overflow-y")
_MOVED = re.compile(
    r"translate(?:x|y|3d)?\(\s*(-?[\d.]+(?:px|r?em|vw|%)?)|scale[xy]?\(\s*(0)\s*[,)]"
)


class Look(NamedTuple):
    """How text in an element looks; what an element does not say of itself it has from above.

    Colours are red, green and blue from 0 to 1, None where they are not known.
    """

    is_hidden: bool = False
    is_tiny: bool = False
    colour: Colour | None = None
    ground: Colour | None = None

    @property
    def is_seen(self) -> bool:
        """Whether a reader can see the text."""
        return not (self.is_hidden or self.is_tiny or self._is_of_its_ground())

    def _is_of_its_ground(self) -> bool:
        if self.colour is None or self.ground is None:
            return False
        pairs = zip(self.colour, self.ground, strict=True)
        return all(abs(one - other) < _ALIKE for one, other in pairs)


def look(element: "_Element", above: Look, rules: Rules) -> Look:
    """Return the look of an element that stands in one that looks like `above`."""
    own = declared(element, rules)
    if not own and not element.attrib and element.tag != "dialog":
        return above
    values = {name: value for name, (value, _) in own.items()}
    return Look(
        above.is_hidden or _is_marked(element) or _is_hidden(values),
        _is_tiny(values, above.is_tiny),
        _colour(values.get("color") or element.get("color", ""), above.colour),
        _ground(element, values, above.ground),
    )


def makes_block(element: "_Element") -> bool:
    """Whether an element is set as a block by its own style, whatever its name."""
    display = parsed(element.get("style", "")).get("display", ("", False))[0]
    return display in {"block", "flex", "grid", "table", "list-item", "flow-root"}


def _is_marked(element: "_Element") -> bool:
    """Whether the element is hidden by what it is called, not by how it is set."""
    is_closed = element.tag == "dialog" and "open" not in element.attrib
    return is_closed or "hidden" in element.attrib or _is_for_screen_readers(element)


def _is_for_screen_readers(element: "_Element") -> bool:
    return bool(_FOR_SCREEN_READERS.search(element.get("class", "")))


def _is_hidden(values: Mapping[str, str]) -> bool:
    """Whether the element and all in it is hidden, whatever is said within."""
    return bool(values) and (
        values.get("display") == "none"
        or values.get("visibility") in {"hidden", "collapse"}
        or values.get("mso-hide") == "all"
        or _is_faint(values)
        or _is_clear(values)
        or _has_no_room(values)
        or _is_clipped(values)
        or _is_away(values)
    )


def _is_faint(values: Mapping[str, str]) -> bool:
    """Whether it has no opacity, and none that a script or an animation gives it later."""
    size = _pixels(values.get("opacity", ""))
    moves = values.keys() & {"transition", "animation", "transform", "will-change"}
    return size is not None and size < _FAINT and not moves


def _has_no_room(values: Mapping[str, str]) -> bool:
    """Whether it is cut to a box of no height or width, or has neither."""
    sides = [_is_flat(values, "height"), _is_flat(values, "width")]
    cuts = any(values.get(name) in {"hidden", "clip"} for name in _OVERFLOWS)
    grows = values.keys() & {"flex", "flex-grow"}
    return not grows and (all(sides) or (any(sides) and cuts))


def _is_flat(values: Mapping[str, str], side: str) -> bool:
    least = _pixels(values.get(f"min-{side}", "0"))
    most = [_pixels(values.get(name, "")) for name in (side, f"max-{side}")]
    return least == 0 and any(size is not None and 0 <= size <= 1 for size in most)


def _is_clear(values: Mapping[str, str]) -> bool:
    """Whether its type has no colour, and shows nothing of what is behind it or around it."""
    written = values.get("color", "")
    shows = any(name.endswith(("background-clip", "text-shadow", "fill-color")) for name in values)
    return not shows and (written == "transparent" or _CLEAR.fullmatch(written) is not None)


def _is_clipped(values: Mapping[str, str]) -> bool:
    clip = f"{values.get('clip', '')} {values.get('clip-path', '')}"
    return bool(_CLIPPED.search(clip))


def _is_away(values: Mapping[str, str]) -> bool:
    """Whether it is moved off the screen."""
    moves = [values.get(name, "") for name in ("text-indent", "margin-left", "margin-top")]
    if values.get("position") in {"absolute", "fixed", "relative"}:
        moves += [values.get(name, "") for name in ("left", "top", "right")]
    moved = _MOVED.search(values.get("transform", ""))
    if moved:
        moves.append(moved[1] or "-9999px")
    sizes = [_pixels(written) for written in moves]
    return any(size is not None and size <= _FAR for size in sizes)


def _is_tiny(values: Mapping[str, str], above: bool) -> bool:
    """Whether type is too small to be read; `font-size: 0` around other sizes hides nothing."""
    written = values.get("font-size") or values.get("font", "")
    size = _pixels(written)
    if size is None or (above and written.endswith(("em", "%")) and "rem" not in written):
        return above
    return size <= _TINY


def _pixels(written: str) -> float | None:
    """Return the first length in a value, in pixels."""
    length = _LENGTH.search(written)
    return float(length[1]) * _PIXELS[length[2] or ""] if length else None


def _ground(element: "_Element", values: Mapping[str, str], above: Colour | None) -> Colour | None:
    """Return the colour behind the text; behind a picture it is not known."""
    written = f"{values.get('background', '')} {values.get('background-color', '')}"
    if "url(" in written or values.get("background-image") or element.get("background"):
        return None
    if "gradient" in written:
        return None
    for one in [element.get("bgcolor", ""), *reversed(written.split(" "))]:
        if (colour := _rgb(one)) is not None:
            return colour
    return _colour(written.strip(), above)


def _colour(written: str, above: Colour | None) -> Colour | None:
    return above if not written else _rgb(written) or above


@lru_cache(maxsize=1024)
def _rgb(written: str) -> Colour | None:
    from tinycss2.color4 import parse_color

    colour = parse_color(written) if written else None
    if colour is None or isinstance(colour, str) or colour.space != "srgb" or not colour.alpha:
        return None
    red, green, blue = (float(one or 0) for one in colour.coordinates)
    return red, green, blue
