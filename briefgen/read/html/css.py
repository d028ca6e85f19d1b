"""CSS: what the style of an element and the style sheets of its page declare for it.

Of a style sheet only rules for a single class or id are taken, as `.preheader { ... }`; a rule
inside of `@media` may not apply and is passed over.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Declarations = Mapping[str, tuple[str, bool]]
"""Values by property, in small letters, each with whether it is `!important`."""

Rules = Mapping[str, Declarations]
"""What a style sheet declares for a `.class` or an `#id`."""

_NOTHING: Declarations = MappingProxyType({})
_MATTERS = re.compile(
    r"display|visib|opacity|overflow|clip|mso-hide|font|colou?r|background|indent|left|top|right"
    r"|margin|transform|height",
    re.IGNORECASE,
)
"""What must be in a style for it to hide anything, or to make a block."""

_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)", re.IGNORECASE)


def rules_of(root: "_Element") -> Rules:
    """Return what the style sheets within a page say of single classes and ids."""
    rules: dict[str, Declarations] = {}
    for sheet in root.iter("style"):
        for selector, declarations in _rules(sheet.text or ""):
            rules[selector] = _cascaded(rules.get(selector, _NOTHING), declarations)
    return rules


def _rules(sheet: str) -> Iterator[tuple[str, Declarations]]:
    import tinycss2

    if not _MATTERS.search(sheet):
        return
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            declarations = parsed(tinycss2.serialize(rule.content))
            for selector in tinycss2.serialize(rule.prelude).split(","):
                if declarations and (simple := _SIMPLE.fullmatch(selector.strip())):
                    yield simple[1], declarations


def declared(element: "_Element", rules: Rules) -> Declarations:
    """Return what the rules and the `style` of an element declare for it."""
    own = parsed(element.get("style", ""))
    if not rules:
        return own
    names = [f".{name}" for name in element.get("class", "").split()]
    ruled = _NOTHING
    for name in (*names, f"#{element.get('id', '')}"):
        ruled = _cascaded(ruled, rules.get(name, _NOTHING))
    return _cascaded(ruled, own)


def _cascaded(before: Declarations, after: Declarations) -> Declarations:
    """Return both; what comes after goes first, but not before what is `!important`."""
    if not before or not after:
        return before or after
    wins = {
        name: one for name, one in after.items() if one[1] or not before.get(name, ("", False))[1]
    }
    return {**before, **wins}


@lru_cache(maxsize=4096)
def parsed(style: str) -> Declarations:
    """Return the declarations in a style; none if they neither hide anything nor make a block."""
    import tinycss2

    if not _MATTERS.search(style):
        return _NOTHING
    listed = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    declarations: Declarations = {}
    for one in listed:
        if one.type == "declaration":
            value = tinycss2.serialize(one.value).strip().lower()
            declarations = _cascaded(declarations, {one.lower_name: (value, one.important)})
    return declarations
