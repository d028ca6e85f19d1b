"""Stems, and the forms of a word that have the same one."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from briefgen.language.table import Language


@cache
def stem(algorithm: str) -> Callable[[Sequence[str]], list[str]]:
    """Return a Snowball stemmer (Porter, 2001) of many words; imported when first asked for."""
    from Stemmer import Stemmer

    stemmed: Callable[[Sequence[str]], list[str]] = Stemmer(algorithm).stemWords
    return stemmed


def having_stem_of(word: str, language: Language) -> tuple[str, ...]:
    """Return a word of the language, and what its suffixes make that has the same stem.

    The stem's last letter may be doubled before a suffix, and its end be what the stemmer had made
    another.
    """
    if not language.suffixes:
        return (word,)
    stems = stem(language.stemmer)
    [own] = stems([word])
    bases = (own, own + own[-1:], *_respelt(own))
    made = [base + suffix for base in bases for suffix in ("", *language.suffixes)]
    alike = (form for form, other in zip(made, stems(made), strict=True) if other == own)
    return tuple(dict.fromkeys((word, *alike)))


def _respelt(stem: str) -> Iterator[str]:
    """Yield what stands for a stem before a suffix: `carry`, `us` for `use`, `possibil`."""
    for end, spelt in (("i", "y"), ("e", ""), ("bl", "bil")):
        if stem.endswith(end):
            yield stem.removesuffix(end) + spelt
