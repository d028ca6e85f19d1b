"""markdown-it rule: citations and the list of sources lead to each other.

Like all the rules here it reads the shape of the document, never its words, so that a
template may say them in any language.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from briefgen.errors import TemplateError

# It stands inside the link that it ties to the word before: where a text before an element ends in
# one, WeasyPrint 70 takes the text to fit, and breaks it after its first word when it does not.
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

# Roles of the Digital Publishing WAI-ARIA Module 1.0.
_CITATION = {"class": "cite", "role": "doc-noteref"}
_BACK_LINK = {"class": "back", "role": "doc-backlink"}


def cite(state: StateCore) -> None:
    """Show links to `#source-n` as `[n]`, and link entry n of the last numbered list back to them.

    Raises:
        TemplateError: a citation without its entry in the list of sources.
    """
    entries, uses = _cited(state)
    for number, (_, line) in entries.items():
        line.children = [*(line.children or []), *_back_links(number, uses[number])]


def cite_one_way(state: StateCore) -> None:
    """Do as `cite` does, with no links back: in a mail program they lead nowhere."""
    _cited(state)


def _cited(state: StateCore) -> tuple[dict[str, tuple[Token, Token]], Counter[str]]:
    """Link each citation to its entry; return the entries, and how often each is cited."""
    uses: Counter[str] = Counter()
    for token in state.tokens:
        _number_citations(token.children or [], uses)
    entries = _entries(state.tokens)
    if missing := [number for number in uses if number not in entries]:
        raise TemplateError(
            f"brief.md.j2: expected an entry {missing[0]} in the last numbered list, since "
            f"[{missing[0]}] is cited; found entries {', '.join(entries) or 'none'}"
        )
    for number, (item, _) in entries.items():
        item.attrSet("id", f"source-{number}")
    return entries, uses


def _number_citations(children: Sequence[Token], uses: Counter[str]) -> None:
    padded = [_text(""), *children]
    for before, opening, text in zip(padded, padded[1:], padded[2:], strict=False):
        number = str(opening.attrGet("href") or "").partition("#source-")[2]
        if opening.type == "link_open" and number:
            uses[number] += 1
            opening.attrs |= {"id": f"cite-{number}-{uses[number]}", **_CITATION}
            tie = _NO_BREAK_SPACE if before.content.endswith(" ") else ""
            before.content = before.content.removesuffix(" ")
            text.content = f"{tie}[{number}]"


def _entries(tokens: Sequence[Token]) -> dict[str, tuple[Token, Token]]:
    """Return each item of the last top-level numbered list, with its last line, by its number."""
    lists = [place for place, token in enumerate(tokens) if _opens(token, "ordered_list_open", 0)]
    if not lists:
        return {}
    tokens[lists[-1]].attrSet("class", "sources")
    entries: dict[str, tuple[Token, Token]] = {}
    item = None
    for token in tokens[lists[-1] :]:
        item = token if _opens(token, "list_item_open", 1) else item
        if item and token.type == "inline" and token.level > item.level:
            entries[item.info] = (item, token)
    return entries


def _opens(token: Token, kind: str, level: int) -> bool:
    return token.type == kind and token.level == level


def _back_links(number: str, uses: int) -> Iterator[Token]:
    """Yield an arrow that leads back; with several places to go, an arrow and a letter for each."""
    if uses > 1:
        yield _text(" ↑")
    for use in range(uses):
        if use:
            yield _text(" ")
        href = f"#cite-{number}-{use + 1}"
        yield Token("link_open", "a", 1, attrs={"href": href, **_BACK_LINK})
        tie = "" if use else _NO_BREAK_SPACE
        yield _text(tie + (_letters(use) if uses > 1 else "↑"))
        yield Token("link_close", "a", -1)


def _letters(index: int) -> str:
    """Return a, b, ..., z, aa, ab, ... for 0, 1, ..."""
    rest, last = divmod(index, len(ascii_lowercase))
    return (_letters(rest - 1) if rest else "") + ascii_lowercase[last]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
