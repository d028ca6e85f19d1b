"""Who is called by a surname alone, as news style has it once a person has been introduced."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefgen.language import NEVER, content, known
from briefgen.model import Candidate, Sentence, Theme

_WORD = re.compile(r"\b[A-ZÀ-Þ]?[a-zß-ÿ]+\b")
_FULL_NAME = re.compile(
    r"(?=\b([A-ZÀ-Þ][a-zß-ÿ]+) (?:[A-Z]\. )?(?:de |van |von )?([A-ZÀ-Þ][a-zß-ÿ]+)\b)"
)


def surnames(candidates: Iterable[Candidate], themes: Sequence[Theme] = ()) -> frozenset[str]:
    """Return the surnames of people whom a reader has to be told of.

    Writers of news give the full name first. So a capitalised word is taken for a surname if in
    most texts that have it, it comes after another one when it first comes. It is none if it is
    written small anywhere, and needs no introduction if one of the `themes` names it. Texts in
    languages where surnames are not asked after are passed over.
    """
    words: set[str] = set()
    named: Counter[str] = Counter()
    introduced: Counter[str] = Counter()
    for text in _texts(candidates):
        first = {found[0]: found.start() for found in reversed([*_WORD.finditer(text)])}
        words |= first.keys()
        named.update(first.keys())
        introduced.update({name for name, start in _introduced(text) if first[name] == start})
    asked = {word for theme in themes for word in _words(theme)}
    return frozenset(
        name
        for name, count in introduced.items()
        if 2 * count > named[name] and name.lower() not in words and name not in asked
    )


def opening_surname(text: str, names: frozenset[str], tag: str) -> str:
    """Return the surname out of `names` that `text`, in the language `tag`, opens with, if any."""
    found = known(tag).opening_surname.match(text)
    return found[1] if found and found[1] in names else ""


def _texts(candidates: Iterable[Candidate]) -> Iterator[str]:
    """Yield what the candidates and the sentences before them say, document by document."""
    documents: dict[str, dict[int, str]] = defaultdict(dict)
    for one in candidates:
        for sentence in filter(None, (one.before, one.sentence)):
            if _is_asked(sentence):
                documents[sentence.document][sentence.start] = sentence.text
    for said in documents.values():
        yield "\n".join(said[start] for start in sorted(said))


def _is_asked(sentence: Sentence) -> bool:
    return known(sentence.language).opening_surname is not NEVER


def _introduced(text: str) -> Iterator[tuple[str, int]]:
    """Yield each word that follows a name, not merely a small word at a beginning, and where."""
    for found in _FULL_NAME.finditer(text):
        if content(found[1]):
            yield found[2], found.start(2)


def _words(theme: Theme) -> list[str]:
    said = (theme.title, theme.description, *(one.phrase for one in theme.keywords))
    return [word for text in said for word in _WORD.findall(text)]
