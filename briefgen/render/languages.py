"""markdown-it rule: a quotation in another language than the brief's says which, and runs its way.

What to say of source n comes with the words, in `state.env["foreign"]`; where its quotations stand
is read off the citations behind them.
"""

from collections.abc import Mapping, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from briefgen.language import UNDETERMINED, known
from briefgen.model import Brief

Attributes = Mapping[str, str]
"""`lang`, and `dir` where a language does not run as the brief's does (HTML, section 3.2.6)."""

_NOTHING: Attributes = {}


def direction(tag: str) -> str:
    """Return which way the language with this tag runs, as HTML names it."""
    return "rtl" if known(tag).right_to_left else "ltr"


def foreign(brief: Brief) -> dict[str, Attributes]:
    """Return the attributes of quotations from each source in another language, by its number."""
    spoken = {str(one.number): one.profile.language for one in brief.citations}
    usual = {brief.language, UNDETERMINED}
    return {
        number: {"lang": tag, **_turned(tag, brief.language)}
        for number, tag in spoken.items()
        if tag not in usual
    }


def _turned(tag: str, usual: str) -> Attributes:
    return {} if direction(tag) == direction(usual) else {"dir": direction(tag)}


def speak(state: StateCore) -> None:
    """Wrap each quotation in a foreign language in a span that says so.

    A paragraph that is all such quotations, and none that run the other way, runs their way.
    """
    attributes: Mapping[str, Attributes] = state.env.get("foreign", {})
    for opening, line in zip(state.tokens, state.tokens[1:], strict=False):
        children = line.children or []
        ways = {attributes.get(_cited(one), _NOTHING).get("dir") for one in children if _cited(one)}
        if attributes and ways:
            line.children = _spoken(children, attributes)
        if len(ways) == 1 and any(ways) and _begins_quoted(opening, line):
            opening.attrSet("dir", str(ways.pop()))


def _cited(token: Token) -> str:
    """Return the number of the source that `token` begins to cite, if it does."""
    is_citation = token.type == "link_open" and token.attrGet("role") == "doc-noteref"
    return str(token.attrGet("href")).partition("#source-")[2] if is_citation else ""


def _spoken(children: Sequence[Token], attributes: Mapping[str, Attributes]) -> list[Token]:
    """Return the line with a span around the text before each citation of a foreign source."""
    line: list[Token] = []
    for token in children:
        own = attributes.get(_cited(token))
        if own and line and line[-1].type == "text":
            line[-1:] = _wrapped(line[-1].content, own)
        line.append(token)
    return line


def _wrapped(text: str, attributes: Attributes) -> list[Token]:
    """Return `text` in a span, the spaces around it outside."""
    words = text.strip()
    before, _, after = text.partition(words)
    return [
        Token("text", "", 0, content=before),
        Token("span_open", "span", 1, attrs=dict(attributes)),
        Token("text", "", 0, content=words),
        Token("span_close", "span", -1),
        Token("text", "", 0, content=after),
    ]


def _begins_quoted(opening: Token, line: Token) -> bool:
    """Whether a paragraph begins with a quotation: a bullet begins with its theme."""
    words = (token for token in line.children or [] if token.content.strip() or token.nesting)
    first = next(words, None)
    return opening.type == "paragraph_open" and first is not None and first.type == "span_open"
