"""markdown-it rules: the parts of a brief, and its marking."""

import re
from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from briefgen.model import Tlp

_LABELS = {f"**{tlp}**": str(tlp) for tlp in Tlp}


def mark(state: StateCore) -> None:
    """Give a paragraph that is nothing but a TLP label in bold the class of that label."""
    for opening, line in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type == "paragraph_open" and line.content in _LABELS:
            opening.attrSet("class", f"tlp {_slug(_LABELS[line.content])}")


def part(state: StateCore) -> None:
    """Wrap a brief's parts, each in one element.

    What stands before the first h2 becomes a header, each h2 with what follows it a section with
    an id of its own, and what stands after the last rule (`---`) a footer in the rule's place.
    """
    taken = {str(token.attrGet("id")) for token in _with_children(state.tokens)}
    rules = [place for place, token in enumerate(state.tokens) if token.type == "hr"]
    element, wrapped = "header", [_tag("header", 1)]
    for place, token in enumerate(state.tokens):
        begun = _begins(token, is_last_rule=place in rules[-1:])
        if begun:
            wrapped += [_tag(element, -1), _tag(begun, 1)]
            element = begun
        if begun == "section":
            wrapped[-1].attrSet("id", _free_id(state.tokens[place + 1], taken))
        if begun != "footer":
            wrapped.append(token)
    state.tokens = [*wrapped, _tag(element, -1)]


def _begins(token: Token, *, is_last_rule: bool) -> str:
    """Return the element that begins with `token`, or nothing."""
    if token.type == "heading_open" and token.tag == "h2" and token.level == 0:
        return "section"
    return "footer" if is_last_rule else ""


def _free_id(heading: Token, taken: set[str]) -> str:
    """Return and take an id for `heading` that nothing else in the document has."""
    stem = _slug("".join(child.content for child in heading.children or [])) or "section"
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text.lower()).strip("-")


def _with_children(tokens: Sequence[Token]) -> list[Token]:
    return [each for token in tokens for each in (token, *(token.children or []))]


def _tag(element: str, nesting: int) -> Token:
    kind = "open" if nesting > 0 else "close"
    return Token(f"{element}_{kind}", element, 1 if nesting > 0 else -1, block=True)
