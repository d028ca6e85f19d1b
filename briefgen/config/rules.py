"""What no single value of a `briefgen.yaml` can tell: values that repeat or contradict each other.

The rules look at whatever is there, so that their problems are listed beside those of the shape.
"""

from collections.abc import Callable, Iterable, Iterator

from pydantic import TypeAdapter

from briefgen.language import stemmed, terms
from briefgen.model import Limits
from briefgen.strict_yaml import Node, Problem, check, quoted

SHORTEST_SENTENCE = 8
"""Words; a theme has room for one sentence if it has room for as many."""

_LIMITS = TypeAdapter(Limits)


def contradictions(root: Node) -> Iterator[Problem]:
    """Yield where values of the file `root` repeat or contradict each other."""
    themes = root.entries("themes")
    yield from _repeated(_inside(themes, "id"), _folded)
    yield from _repeated(_inside(themes, "title"), _folded)
    yield from _repeated(root.entries("formats"), _folded)
    for mail in _inside([root], "mail"):
        yield from _repeated(mail.entries("parts"), _folded)
        yield from _repeated(mail.entries("groups"), _folded)
    for theme in themes:
        yield from _repeated(theme.entries("keywords"), _terms)
        yield from _repeated(theme.entries("exclusions"), _terms)
        yield from _excluded(theme)
    yield from _too_tight(root, len(themes))


def _inside(nodes: Iterable[Node], key: str) -> Iterator[Node]:
    return (node.children[key] for node in nodes if key in node.children)


def _folded(node: Node) -> str:
    return " ".join(node.text.split()).casefold()


def _phrase(node: Node) -> str:
    """Return the phrase of an entry written as `phrase` or `phrase: weight`."""
    return node.text or str(next(iter(node.children), ""))


def _terms(node: Node) -> str:
    return " ".join(terms(_phrase(node)))


def _stems(phrase: str) -> str:
    """Return the stems of the phrase with spaces around them, empty if it has none."""
    found = stemmed(phrase)
    return f" {' '.join(found)} " if found else ""


def _repeated(nodes: Iterable[Node], meaning: Callable[[Node], str]) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    for node in nodes:
        same = first.setdefault(meaning(node), node)
        if same is not node and meaning(node):
            again = f"{quoted(_phrase(node))} again (first in line {same.line})"
            yield node.problem(f"expected no repetition, got {again}")


def _excluded(theme: Node) -> Iterator[Problem]:
    """Yield the keywords that an exclusion of the same theme keeps from ever matching."""
    unwanted = [(node.line, _stems(node.text)) for node in theme.entries("exclusions")]
    for keyword in theme.entries("keywords"):
        wanted = _stems(_phrase(keyword))
        for line, phrase in unwanted:
            if phrase and phrase in wanted:
                expected = f"expected a keyword that line {line} does not exclude"
                yield keyword.problem(f"{expected}, got {quoted(_phrase(keyword))}")


def _too_tight(root: Node, themes: int) -> Iterator[Problem]:
    """Yield how `words` leaves no room for what the other limits and the themes ask for."""
    limits = _limits(root)
    if limits is None:
        return
    least = limits.words_per_sentence, SHORTEST_SENTENCE * themes
    why = "words_per_sentence", f"{SHORTEST_SENTENCE} words for each of {themes} themes"
    for count, reason in zip(least, why, strict=True):
        if limits.words < count:
            words = f"expected at least {count} ({reason}), got {limits.words}"
            yield root.problem(words, "limits", "words")


def _limits(root: Node) -> Limits | None:
    """Return the limits, defaults filled in, or None if they are wrong in themselves."""
    node = root.children.get("limits")
    return check(node, _LIMITS).value if node else Limits()
