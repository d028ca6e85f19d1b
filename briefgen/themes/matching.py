"""Which sentences hold which phrases whole: the same reading of a keyword as the weighing has."""

from collections.abc import Iterable, Mapping, Sequence

from briefgen.language import terms

Rows = Mapping[str, tuple[int, ...]]
"""A phrase as it was written, and the places of the sentences that hold it."""


def holding(texts: Sequence[Sequence[str]], phrases: Iterable[str]) -> Rows:
    """Return which of `texts`, each given as its terms, hold each phrase whole.

    A phrase is held whole where its content words stand one after the other, whatever small words
    and signs are between them.
    """
    wanted = {phrase: terms(phrase) for phrase in phrases}
    opening: dict[str, list[str]] = {}
    for phrase, words in wanted.items():
        opening.setdefault(words[0] if words else "", []).append(phrase)
    rows: dict[str, list[int]] = {phrase: [] for phrase in wanted}
    for row, text in enumerate(texts):
        for word in opening.keys() & set(text):
            for phrase in opening[word]:
                if _holds(text, wanted[phrase]):
                    rows[phrase].append(row)
    return {phrase: tuple(found) for phrase, found in rows.items()}


def _holds(text: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    return any(list(text[at : at + size]) == words for at in range(len(text) - size + 1))
