"""Themes x a corpus -> what each theme catches, what is idle in it, and what escapes them all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from briefgen.language import terms
from briefgen.model import BlockKind, Candidate, Keyword, Limits, Passage, Sentence, Theme
from briefgen.pick.passages import passage
from briefgen.pick.people import surnames
from briefgen.salience import weigh
from briefgen.salience.matching import Rows, holding
from briefgen.themes.excerpts import excerpts, sampled, table
from briefgen.themes.findings import Check, ExclusionCheck, KeywordCheck, Rest, ThemeCheck
from briefgen.themes.near import near
from briefgen.themes.overlap import overlaps
from briefgen.themes.wording import keywords

Considered = Mapping[str, Sequence[Candidate]]
"""What a build weighs for each theme, by its id."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The sentences that can be quoted, and which of them hold which phrase."""

    sentences: tuple[Sentence, ...]
    rows: Rows

    def documents(self, rows: Iterable[int]) -> int:
        return len({self.sentences[row].document for row in rows})


def check(sentences: Sequence[Sentence], themes: Sequence[Theme], limits: Limits) -> Check:
    """Return how the `themes` fit the `sentences` of a corpus, under the `limits` of a brief."""
    seen = _read(sentences, themes)
    caught = {theme.id: _caught(theme, seen.rows) for theme in themes}
    considered = _considered(sentences, themes)
    spared = _considered(sentences, [replace(one, exclusions=()) for one in themes])
    names = surnames((one for some in considered.values() for one in some), themes)
    return Check(
        len(seen.sentences),
        len({one.document for one in seen.sentences}),
        tuple(
            ThemeCheck(
                one.id,
                one.title,
                len(caught[one.id]),
                seen.documents(caught[one.id]),
                _share(len(caught[one.id]), len(seen.sentences)),
                *_quotable(considered[one.id], limits.words_per_sentence, names),
                *_fullest(considered[one.id]),
                tuple(_keyword(keyword, seen) for keyword in one.keywords),
                tuple(_exclusion(phrase, spared[one.id]) for phrase in one.exclusions),
            )
            for one in themes
        ),
        overlaps(themes, caught, seen.rows),
        _rest(sentences, seen, frozenset().union(*caught.values())),
    )


def _read(sentences: Sequence[Sentence], themes: Sequence[Theme]) -> _Read:
    told = tuple(one for one in sentences if one.kind is not BlockKind.HEADING)
    return _Read(told, holding(told, dict.fromkeys(_asked(themes))))


def _asked(themes: Sequence[Theme]) -> Iterator[str]:
    """Yield the keywords, the words of each, and the exclusions."""
    for theme in themes:
        for keyword in theme.keywords:
            yield from (keyword.phrase, *terms(keyword.phrase))
        yield from theme.exclusions


def _caught(theme: Theme, rows: Rows) -> frozenset[int]:
    """Return the sentences that hold a keyword of `theme` whole, and nothing it excludes."""
    wanted = frozenset(row for keyword in theme.keywords for row in rows[keyword.phrase])
    return wanted - {row for phrase in theme.exclusions for row in rows[phrase]}


def _considered(sentences: Sequence[Sentence], themes: Sequence[Theme]) -> Considered:
    found: dict[str, list[Candidate]] = {theme.id: [] for theme in themes}
    for candidate in weigh(sentences, themes):
        found[candidate.theme].append(candidate)
    return found


def _quotable(
    considered: Sequence[Candidate], words: int, names: frozenset[str]
) -> tuple[int, int, int]:
    """Return how many are considered, how many stand alone, and how many after another."""
    passages = [passage(one, words, names) for one in considered]
    sizes = [len(one.sentences) for one in passages if isinstance(one, Passage)]
    return len(considered), sizes.count(1), sizes.count(2)


def _fullest(considered: Sequence[Candidate]) -> tuple[str, float]:
    """Return the document that most of what is considered is from, and its share of it."""
    documents = Counter(one.sentence.document for one in considered)
    path, count = min(documents.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
    return path, _share(count, len(considered))


def _keyword(keyword: Keyword, seen: _Read) -> KeywordCheck:
    rows = seen.rows[keyword.phrase]
    found = KeywordCheck(keyword.phrase, keyword.weight, len(rows), seen.documents(rows))
    if rows:
        return found
    words = tuple((word, len(seen.rows[word])) for word in dict.fromkeys(terms(keyword.phrase)))
    return replace(found, words=words, near=near(keyword.phrase, seen.sentences))


def _exclusion(phrase: str, considered: Sequence[Candidate]) -> ExclusionCheck:
    struck = holding([one.sentence for one in considered], [phrase])[phrase]
    return ExclusionCheck(phrase, len(struck), len(considered))


def _rest(sentences: Sequence[Sentence], seen: _Read, caught: frozenset[int]) -> Rest:
    count = len(seen.sentences) - len(caught)
    left = frozenset(one for row, one in enumerate(seen.sentences) if row not in caught)
    return Rest(count, _share(count, len(seen.sentences)), _speaking(sentences, left))


def _speaking(sentences: Sequence[Sentence], left: frozenset[Sentence]) -> tuple[str, ...]:
    """Return the phrases that speak for what is `left` rather than for all else."""
    seen = table(sampled(excerpts(sentences)))
    if not seen.phrases:
        return ()
    share = np.array([sum(one in left for one in some) / len(some) for some in seen.excerpts])
    return tuple(one.phrase for one in keywords(seen, np.column_stack([share, 1 - share]))[0])


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
