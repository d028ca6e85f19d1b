"""Markdown -> the HTML of a message: all styles in place, nothing to fetch, plain old elements."""

from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

from briefgen.errors import TemplateError
from briefgen.render.citations import cite_one_way
from briefgen.render.parser import Parser
from briefgen.render.sections import mark, part
from briefgen.render.template import fill

PAGE = "email.html.j2"

_FETCHED = frozenset({"action", "background", "data", "poster", "src", "srcset"})
_BOX: tuple[tuple[str, dict[str, str | int | float]], ...] = (
    ("table", {"class": "box", "role": "presentation"}),
    ("tr", {}),
    ("td", {}),
)


def to_mail(markdown: str, view: Mapping[str, object], templates: Sequence[Path]) -> str:
    """Return `markdown` as the page of email.html.j2, dressed by email.css, each style in place.

    Raises TemplateError if a template is broken, or names anything that would be fetched.
    """
    style = Markup(fill("email.css", templates, {}))
    body = Markup(Parser(mark, cite_one_way, part, plain_old).render(markdown))
    page = _inlined(fill(PAGE, templates, {**view, "style": style, "body": body}))
    _expect_nothing_to_fetch(page)
    return page


def plain_old(state: StateCore) -> None:
    """markdown-it rule: parts become `div`s, and the first section a table, a box in any program.

    Mail programs drop the elements of HTML 5; Outlook draws the padding of table cells only.
    """
    parts = {"header", "section", "footer"}
    tokens: list[Token] = []
    sections = 0
    for token in state.tokens:
        sections += token.tag == "section"
        if token.tag == "section" and sections <= 2:  # what opens the first, and what closes it
            tokens += _box(token.nesting)
            continue
        if token.tag in parts:
            token.attrJoin("class", token.tag)
            token.tag = "div"
        tokens.append(token)
    state.tokens = tokens


def _box(nesting: Literal[-1, 0, 1]) -> Iterator[Token]:
    """Yield what opens, or with -1 what closes, a table of one cell."""
    for name, attributes in _BOX[::nesting]:
        kind, attrs = ("open", dict(attributes)) if nesting > 0 else ("close", {})
        yield Token(f"{name}_{kind}", name, nesting, attrs, block=True)


def _inlined(page: str) -> str:
    from css_inline import CSSInliner, InlineError

    try:
        return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False).inline(page)
    except InlineError as error:
        raise TemplateError(
            f"email.css: expected styles that can be put in place: {error}"
        ) from error


class _Loads(HTMLParser):
    """Lists what a page would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            fetched = name in _FETCHED or (tag == "link" and name == "href")
            remote = fetched and not str(value).startswith(("data:", "cid:"))
            if remote or (name == "style" and _names_an_address(str(value))):
                self.found.append(f"<{tag} {name}={str(value)[:200]!r}>")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style" and _names_an_address(data):
            self.found.append("an address in <style>")


def _names_an_address(style: str) -> bool:
    return "url(" in style.lower() or "@import" in style.lower()


def _expect_nothing_to_fetch(page: str) -> None:
    loads = _Loads()
    loads.feed(page)
    loads.close()
    if loads.found:
        raise TemplateError(f"{PAGE}: expected nothing to fetch, found {loads.found[0]}")
