"""A check of the themes as lines to read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from briefgen.themes.findings import Check, ExclusionCheck, KeywordCheck, Overlap, ThemeCheck

FEW = 50
"""Sentences below which shares say little."""

OVERLAPS = 10
"""Overlaps that are told; a project with many themes has more."""

FLOOD = 0.5
"""The share of what is considered for a theme above which one source floods it: most of it."""

LEAST = 10
"""Sentences considered below which a share says nothing of a flood."""

_HEADINGS = ("theme", "sentences", "share", "documents", "considered", "quotable")


def told(check: Check) -> Iterator[str]:
    """Yield what a check found: a table of the themes, then what there is to do about them."""
    yield f"{_counted(check.sentences, 'sentence')} in {_counted(check.documents, 'document')}"
    if check.sentences < FEW:
        yield "Note: so little text says little about the themes; the shares may mislead."
    yield ""
    yield from _aligned([_HEADINGS, *(_cells(one) for one in check.themes)])
    yield "sentences, share, documents: with a keyword whole; considered: most like all keywords;"
    yield "quotable: of the considered, what stands alone + what stands after the sentence before."
    yield from _part("keywords that stand nowhere whole", map(_idle, check.themes))
    yield from _part("flooded by one source", map(_flood, check.themes))
    yield from _part("exclusions", map(_exclusions, check.themes))
    yield from _part("sentences in two themes", [map(_overlap, check.overlaps[:OVERLAPS])])
    yield from _part("no theme", [_rest(check)])


def _cells(theme: ThemeCheck) -> tuple[str, ...]:
    quotable = f"{theme.quotable} + {theme.leaning}"
    figures = (theme.sentences, _percent(theme.share), theme.documents, theme.considered, quotable)
    return theme.id, *map(str, figures)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines: names to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *figures in rows:
        padded = (one.rjust(width) for one, width in zip(figures, widths[1:], strict=True))
        yield "  ".join([name.ljust(widths[0]), *padded])


def _part(heading: str, groups: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a heading and what stands under it, or nothing if nothing does."""
    lines = list(chain.from_iterable(groups))
    if lines:
        yield from ("", f"{heading}:", *(f"  {line}" for line in lines))


def _flood(theme: ThemeCheck) -> Iterator[str]:
    """Yield the source that a theme is flooded by, and what can be done about it."""
    if theme.source_share > FLOOD and theme.documents > 1 and theme.considered >= LEAST:
        yield (
            f"{theme.id}: {theme.source} has {_percent(theme.source_share)} of the considered;"
            " limits.per_source in briefgen.yaml can bound it"
        )


def _idle(theme: ThemeCheck) -> Iterator[str]:
    for keyword in theme.keywords:
        if not keyword.sentences:
            yield f"{theme.id}: {keyword.phrase}{_instead(keyword)}"


def _instead(keyword: KeywordCheck) -> str:
    """Return what the corpus has of a keyword that stands nowhere whole."""
    several = len(keyword.words) > 1
    words = ", ".join(f"{word} {count}" for word, count in keyword.words)
    apart = f"; its words: {words}" if several else ""
    near = ", ".join(keyword.near)
    return f"{apart}; the texts have: {near}" if near else f"{apart}; nothing like it"


def _exclusions(theme: ThemeCheck) -> Iterator[str]:
    yield from (f"{theme.id}: {one.phrase} {_effect(one)}" for one in theme.exclusions)


def _effect(exclusion: ExclusionCheck) -> str:
    if not exclusion.struck:
        return "never struck"
    every = ", every one" if exclusion.struck == exclusion.of else ""
    return f"struck {exclusion.struck} of {exclusion.of} considered{every}"


def _overlap(overlap: Overlap) -> str:
    one, other = overlap.themes
    share, theirs = map(_percent, overlap.shares)
    blame = "; ".join(f"{mine} + {yours} {count}" for mine, yours, count in overlap.keywords)
    return f"{one}, {other}: {overlap.sentences} ({share} and {theirs} of theirs) by {blame}"


def _rest(check: Check) -> Iterator[str]:
    rest = check.rest
    count = _counted(rest.sentences, "sentence")
    yield f"{count} ({_percent(rest.share)}) without any keyword whole"
    if rest.phrases:
        yield f"they speak of: {', '.join(rest.phrases)}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
