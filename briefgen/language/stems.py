"""Stems, and the words that count as one because of them or for all they differ."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from briefgen.language.table import Language

_SHORTEST = 3
"""Letters that a word has at least behind its article."""


@cache
def stem(algorithm: str) -> Callable[[Sequence[str]], list[str]]:
    """Return a Snowball stemmer (Porter, 2001) of many words; imported when first asked for."""
    from Stemmer import Stemmer

    stemmed: Callable[[Sequence[str]], list[str]] = Stemmer(algorithm).stemWords
    return stemmed


def heads(language: Language) -> Callable[[Sequence[str]], list[str]]:
    """Return what gives one stem for each of some words: its family's first, if it has a family."""
    if not language.stemmer:
        return list
    stems = stem(language.stemmer)
    first = {one: family[0] for one, family in _families(language).items()}
    return lambda words: [first.get(one, one) for one in stems(words)]


def kin(word: str, language: Language) -> tuple[str, ...]:
    """Return a word of the language, and what its suffixes make of its stem and of its family's.

    A stem's last letter may be doubled before a suffix, and its end be what the stemmer had made
    another.
    """
    if not language.suffixes:
        return (word,)
    stems = stem(language.stemmer)
    [own] = stems([word])
    family = _families(language).get(own, (own,))
    bases = [base for one in family for base in (one, one + one[-1:], *_respelt(one))]
    made = [base + suffix for base in bases for suffix in ("", *language.suffixes)]
    alike = (form for form, other in zip(made, stems(made), strict=True) if other in family)
    return tuple(dict.fromkeys((word, *alike)))


def behind_particles(word: str, language: Language) -> tuple[str, ...]:
    """Return the stems of a word alone and with the article, and with other particles before it.

    A stemmer may take the first letter of a word for a particle, or the other way round; what it
    makes of a particle and the word counts only if it is one of these stems, or begins with the
    particle and goes on as one of them, lest it be that of another word.
    """
    stems = stem(language.stemmer)
    bare = word.removeprefix(language.article)
    alone = word if len(bare) < _SHORTEST else bare
    own = stems([word, alone, language.article + alone])
    joined = zip(
        language.particles, stems([one + alone for one in language.particles]), strict=True
    )
    others = (found for one, found in joined if found.removeprefix(one) in own)
    return tuple(dict.fromkeys((*own, *others)))


def _families(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Return the stems of each family's words, by each of them."""
    return _by_stem(language.stemmer, language.families)


@cache
def _by_stem(algorithm: str, families: Sequence[Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    stems = [tuple(dict.fromkeys(stem(algorithm)(words))) for words in families]
    return {one: family for family in stems for one in family}


def _respelt(stem: str) -> Iterator[str]:
    """Yield what stands for a stem before a suffix: `carry`, `us` for `use`, `possibil`."""
    for end, spelt in (("i", "y"), ("e", ""), ("bl", "bil")):
        if stem.endswith(end):
            yield stem.removesuffix(end) + spelt
