"""LexRank and TextRank by sumy, with the stemmer and the stop words of its command line.

They are there only where sumy is installed; briefgen never asks for it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

LANGUAGE = "english"

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['-])*")

_TOKENIZER = SimpleNamespace(to_words=_WORD.findall)
"""What sumy takes for a word; its own tokenizer would want files fetched that go unused here."""

Ranking = Callable[[Sequence[str]], Sequence[int]]


def rankings() -> Iterator[Ranking]:
    """Yield LexRank and TextRank; each ranks texts and returns the places of the best first."""
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    yield _ranking(LexRankSummarizer)
    yield _ranking(TextRankSummarizer)


def _ranking(algorithm: Callable[[Any], Any]) -> Ranking:
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    summarizer = algorithm(Stemmer(LANGUAGE))
    summarizer.stop_words = get_stop_words(LANGUAGE)

    def rank(texts: Sequence[str]) -> Sequence[int]:
        found: list[int] = []
        with np.errstate(invalid="ignore"):  # sentences without a common word: LexRank's 0 / 0
            summarizer(_document(texts), lambda ranked: _noted(ranked, found))
        return found

    return rank


def _document(texts: Sequence[str]) -> Any:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    return ObjectDocumentModel([Paragraph([Sentence(one, _TOKENIZER) for one in texts])])


def _noted(ranked: Sequence[Any], found: list[int]) -> Sequence[Any]:
    """Note the places of the sentences, the best first, when sumy asks how many of them to take."""
    found.extend(one.order for one in ranked)
    return ranked
