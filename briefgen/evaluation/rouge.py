"""ROUGE recall (Lin, 2004) by the package rouge-score, stemmed, stop words kept."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

from briefgen.errors import BriefgenError

MEASURES = {"R-1": "rouge1", "R-2": "rouge2", "R-L": "rougeL"}
"""What is measured, and rouge-score's name for it.

Its R-L takes a summary for one sequence of words, so that the order of sentences counts.
"""

Words = tuple[str, ...]

_ANY_WORD = re.compile(r"\w+")


def cut(text: str, words: int) -> str:
    """Return the first `words` words of `text`."""
    return " ".join(text.split()[:words])


def stems(text: str) -> Words:
    """Return the words that ROUGE compares: runs of a-z and 0-9, Porter-stemmed if above three.

    Raises BriefgenError, with the command that mends it, if rouge-score is not installed.
    """
    return _stems()(text)


def read(text: str) -> Words:
    """Return the words that ROUGE compares; of a text in another alphabet, all as they are.

    Raises BriefgenError, with the command that mends it, if rouge-score is not installed.
    """
    return stems(text) or tuple(_ANY_WORD.findall(text.casefold()))


def countable(references: Iterable[str]) -> list[str]:
    """Return the references that have a word to compare; those in other alphabets have none."""
    return [one for one in references if stems(one)]


def recall(summary: Iterable[str], references: Sequence[str], words: int) -> list[float]:
    """Return what share of the references the summary has, by each of `MEASURES`, 0 to 1.

    The sentences of the summary count as far as their first `words` words, and so do those of the
    references; the shares are averaged over the references.
    """
    shown = cut(" ".join(summary), words)
    scores = [_scorer().score(cut(one, words), shown) for one in references]
    return [sum(one[name].recall for one in scores) / len(scores) for name in MEASURES.values()]


@cache
def _scorer() -> Any:
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(list(MEASURES.values()), tokenizer=SimpleNamespace(tokenize=stems))


@cache
def _stems() -> Callable[[str], Words]:
    """Return rouge-score's own tokenizer with a memory: all systems meet the same references."""
    try:
        from nltk.stem.porter import PorterStemmer
        from rouge_score.tokenize import tokenize
    except ImportError as error:
        raise BriefgenError(
            "expected the package rouge-score to be installed, found none:"
            " pip install 'briefgen[eval]'"
        ) from error
    stemmer = SimpleNamespace(stem=cache(PorterStemmer().stem))
    return lru_cache(maxsize=1024)(lambda text: tuple(tokenize(text, stemmer)))
