"""Proposals -> YAML that can be pasted into a briefgen.yaml, whatever the texts hold."""

import re
from collections.abc import Iterator
from textwrap import wrap

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from briefgen.model import Keyword, Sentence
from briefgen.themes.suggest import Proposal, Suggestion

WIDTH = 98
"""Characters of a line of comment."""

_PLAIN = re.compile(r"[^\W\d_][\w’'.-]*(?: [\w’'-]+)*")
"""What YAML reads as it stands, without quotation marks."""

_RESOLVER = Resolver()
"""Tells text from what YAML 1.1 has other words for, such as `null` and `yes`."""


def yaml(suggestion: Suggestion) -> Iterator[str]:
    """Yield the lines of a `themes:` list, with what speaks for each theme as comments."""
    for line in _heading(suggestion):
        yield from _comment(line, "")
    yield "themes:"
    for number, proposal in enumerate(suggestion.proposals):
        if number:
            yield ""
        yield from _theme(proposal)


def _theme(proposal: Proposal) -> Iterator[str]:
    for sentence in proposal.sentences:
        yield from _comment(_cited(sentence), "  ")
    theme = proposal.theme
    yield f"  - id: {theme.id}"
    yield f"    title: {scalar(theme.title)}"
    yield "    keywords:"
    yield from (f"      - {keyword(one)}" for one in theme.keywords)


def keyword(keyword: Keyword) -> str:
    """Return an entry of `keywords`, its weight left out if it is 1."""
    phrase = scalar(keyword.phrase)
    return phrase if keyword.weight == 1 else f"{phrase}: {keyword.weight:g}"


def scalar(text: str) -> str:
    """Return `text` as a scalar, in quotation marks unless it is plain whatever stands around."""
    if _PLAIN.fullmatch(text) and _is_text(text):
        return text
    kept = (one if one.isprintable() and one not in '"\\' else f"\\U{ord(one):08X}" for one in text)
    return f'"{"".join(kept)}"'


def _is_text(plain: str) -> bool:
    found: str = _RESOLVER.resolve(ScalarNode, plain, (True, False))  # type: ignore[no-untyped-call]
    return found == Resolver.DEFAULT_SCALAR_TAG


def _cited(sentence: Sentence) -> str:
    return f"{sentence.text} ({sentence.document})"


def _comment(text: str, indent: str) -> Iterator[str]:
    """Yield `text` as comments: one space for any white space, and nothing that is not seen."""
    seen = "".join(
        char if char.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for char in " ".join(text.split())
    )
    yield from (f"{indent}# {line}" for line in wrap(seen, WIDTH, break_on_hyphens=False))


def _heading(suggestion: Suggestion) -> Iterator[str]:
    count, documents = len(suggestion.proposals), suggestion.documents
    noun = "theme" if count == 1 else "themes"
    yield f"{count} {noun} that {documents} documents would bear. Change titles, delete, add."
    if count < suggestion.topics:
        few = suggestion.topics - count
        yield f"Of {suggestion.topics} topics, {few} had too few words of their own."
    if suggestion.looked_at < suggestion.passages:
        yield f"Looked at {suggestion.looked_at} of {suggestion.passages} passages."
    if suggestion.trials:
        yield "How many: found again in samples (stability) x met together (coherence)"
        for one in suggestion.trials:
            yield f"{one.count}: {one.stability:.2f} x {one.coherence:.2f} = {one.worth:.2f}"
