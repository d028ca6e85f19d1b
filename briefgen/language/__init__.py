"""What has to be known of a language to split, weigh and pick: data tables, and `terms`.

Everything about one language stands in its module; the stages hold none of it. A language
without tables has neutral ones: none of its words is lost, and no rule of another applies.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import MappingProxyType

from briefgen.language.detection import UNDETERMINED, detect
from briefgen.language.endings import STOPS, ends
from briefgen.language.english import ENGLISH
from briefgen.language.stems import behind_particles, heads, kin, stem
from briefgen.language.table import NEVER, Language

__all__ = [
    "BREAK",
    "DEFAULT",
    "NEVER",
    "STOPS",
    "TABLES",
    "UNDETERMINED",
    "Language",
    "content",
    "detect",
    "ends",
    "fold",
    "forms",
    "forms_of_each",
    "has_tables",
    "known",
    "stemmed",
    "stems_of_each",
    "terms",
    "terms_among",
    "terms_of_each",
    "words",
]

TABLES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "arabic",
        "de": "german",
        "en": "english",
        "es": "spanish",
        "fr": "french",
        "pt": "portuguese",
        "ru": "russian",
    }
)
"""The module of each language that has tables, which is imported when it is first asked for."""

BREAK = "\n"
"""What parts words, and is none."""

DEFAULT = ENGLISH.tag
"""What a text is taken to be in that says too little to tell."""


@cache
def known(tag: str) -> Language:
    """Return the tables for a tag such as `pt-BR`; those of a language unknown are neutral."""
    primary = _primary(tag)
    if primary not in TABLES:
        return Language(primary, primary)
    module = import_module(f"briefgen.language.{TABLES[primary]}")
    language: Language = getattr(module, TABLES[primary].upper())
    return language


def has_tables(tag: str) -> bool:
    """Return whether the language with this tag is one that briefgen knows."""
    return _primary(tag) in TABLES


def fold(text: str, tag: str = DEFAULT) -> str:
    """Return `text` with letter case removed, once names that case alone tells apart are spelt out.

    >>> fold("The US told us")
    'the u.s. told us'
    >>> fold("السَّلام", "ar")
    'السلام'
    """
    language = known(tag)
    if language.letters:
        text = _respelt(text, language)
    for pattern, spelt in language.spelt_out:
        text = pattern.sub(spelt, text)
    return text.lower()


def words(text: str, tag: str = DEFAULT) -> list[str]:
    """Return all words of `text` in order, folded."""
    return known(tag).token.findall(fold(text, tag))


def content(text: str, tag: str = DEFAULT) -> list[str]:
    """Return the words of `text` in order, folded and without stop words."""
    stop_words = known(tag).stop_words
    return [word for word in words(text, tag) if word not in stop_words]


def terms(text: str, tag: str = DEFAULT) -> list[str]:
    """Return the content words of `text` in order, by their stems where inflection calls for it.

    >>> terms("What the U.S. Government wants in Mali")
    ['u.s.', 'government', 'wants', 'mali']
    >>> terms("Забастовка портовых рабочих", "ru") == terms("забастовки портового рабочего", "ru")
    True
    """
    return terms_among(words(text, tag), tag)


def terms_among(words: Iterable[str], tag: str = DEFAULT) -> list[str]:
    """Return the terms that `words`, which are folded, come to."""
    language = known(tag)
    return _as_terms([word for word in words if word not in language.stop_words], language)


def terms_of_each(words: Iterable[str], tag: str = DEFAULT) -> tuple[list[str], list[int]]:
    r"""Return the terms of some `words`, which have no space in them, and where each word has them.

    Where is told by places among the terms; the first, 0, is that of `BREAK`, which stands after
    each word. So the terms of a text are those of its words, one after another.

    >>> terms_of_each(("What", "the", "U.S.-led", "troops"))
    (['\n', 'u.s.', 'led', 'troops'], [0, 0, 1, 2, 0, 3, 0])
    """
    language = known(tag)
    folded = fold(BREAK.join((*words, "")), tag)
    found = re.findall(f"{BREAK}|{language.token.pattern}", folded)
    every = dict.fromkeys((BREAK, *found))
    content = [word for word in every if word not in language.stop_words]
    place = {word: place for place, word in enumerate(content)}
    return _as_terms(content, language), [place[word] for word in found if word in place]


def forms(term: str, tag: str = DEFAULT) -> tuple[str, ...]:
    """Return the terms that count as the same for whoever asks for one: itself, and its forms.

    >>> [one for one in forms("mobilisation") if one in ("mobilise", "mobilised", "mob")]
    ['mobilise', 'mobilised']
    >>> "malian" in forms("mali"), "nigerian" in forms("niger")
    (True, False)
    """
    return kin(term, known(tag))


def forms_of_each(text: str, tag: str = DEFAULT) -> list[tuple[str, ...]]:
    """Return for each term of `text`, in order, the terms that count as the same for who asks.

    They are its forms and, in a language that writes particles on to a word, what the word comes to
    behind them: its stem may be another with an article than alone.

    >>> terms("وقود", "ar"), terms("الوقود", "ar"), forms_of_each("وقود", "ar")[0][:2]
    (['قود'], ['وقود'], ('قود', 'وقود'))
    """
    language = known(tag)
    if language.article:
        return stems_of_each(text, tag)
    return [kin(term, language) for term in terms(text, tag)]


def stemmed(text: str, tag: str = DEFAULT) -> list[str]:
    """Return the content words of `text` in order, all forms of a word by the one stem.

    >>> stemmed("Russian mercenaries") == stemmed("a mercenary of Russia's")[::-1]
    True
    """
    return _heads(tag)(content(text, tag))


def stems_of_each(text: str, tag: str = DEFAULT) -> list[tuple[str, ...]]:
    """Return for each content word of `text`, in order, the stems that `stemmed` may give it.

    There is one, but in a language that writes particles on to a word.
    """
    language = known(tag)
    if language.article:
        return [behind_particles(word, language) for word in content(text, tag)]
    return [(one,) for one in stemmed(text, tag)]


@cache
def _heads(tag: str) -> Callable[[Sequence[str]], list[str]]:
    return heads(known(tag))


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _respelt(text: str, language: Language) -> str:
    """Return `text` composed (Unicode NFC), its letters and marks as the language wants them."""
    return unicodedata.normalize("NFC", text).translate(language.letters)


def _as_terms(content: list[str], language: Language) -> list[str]:
    has_stems = language.stemmer and not language.suffixes
    return stem(language.stemmer)(content) if has_stems else content
