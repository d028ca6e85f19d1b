"""What briefgen is compared with: from chance to about the best that whole sentences could do.

A system takes a request and the words of a summary and returns sentences in the order of the
documents. Those that only rank sentences, headings aside, fill the words to the last: what is too
much is cut from the sentence ranked last, so that a place in the text costs them nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import count, groupby
from pathlib import Path
from random import Random

from briefgen import pipeline
from briefgen.evaluation.oracle import greedy
from briefgen.evaluation.rivals import Ranking, rankings
from briefgen.evaluation.rouge import cut
from briefgen.model import BlockKind, Sentence
from briefgen.pick import diversify
from briefgen.read.jsonlines import Request
from briefgen.salience import weigh_for
from briefgen.salience.weights import Weights, known
from briefgen.split import split

SEED = 2026
"""Where chance begins, with the request's id."""

CENTROID = Weights({"always": {"centroid": 1.0}})
"""The baseline's weights: likeness to the centroid, and nothing else."""

OWN, ORACLE = "briefgen", "greedy oracle"

RIVALS = ("LexRank (sumy)", "TextRank (sumy)")
"""The systems that are there only where sumy is installed."""

System = Callable[[Request, int], Sequence[str]]


def contenders(weights: Path | None = None) -> Mapping[str, System]:
    """Return the systems by name, the oracle last; sumy's are among them if it is installed.

    `weights` is a file of briefgen's; None stands for those that it comes with.
    """
    rivals = zip(RIVALS, map(_ranked, rankings()), strict=True) if find_spec("sumy") else ()
    return {
        "random": chance,
        "lead": lead,
        "centroid + MMR": centroid,
        **dict(rivals),
        OWN: partial(own, weights=known(weights)),
        ORACLE: oracle,
    }


def chance(request: Request, words: int) -> Sequence[str]:
    """Return sentences drawn by lot, the same in each run."""
    texts = _texts(request)
    ranked = list(range(len(texts)))
    Random(f"{SEED} {request.id}").shuffle(ranked)
    return _filled(texts, ranked, words)


def lead(request: Request, words: int) -> Sequence[str]:
    """Return the first sentence of each document, then the second of each, and so on."""
    documents = groupby(_sentences(request), key=lambda one: one.document)
    turns = [turn for _, document in documents for turn, _ in zip(count(), document, strict=False)]
    return _filled(_texts(request), sorted(range(len(turns)), key=turns.__getitem__), words)


def centroid(request: Request, words: int) -> Sequence[str]:
    """Return what is most like all the sentences and unlike itself, whatever the theme."""
    sentences = split(request.documents)
    return [one.text for one in diversify(weigh_for(sentences, "", CENTROID), sentences, words)]


def own(request: Request, words: int, weights: Weights | None = None) -> Sequence[str]:
    """Return what `briefgen summarize` answers."""
    return pipeline.summarize(request.documents, request.theme, words, weights)


def oracle(request: Request, words: int) -> Sequence[str]:
    """Return what one would take who knows the references."""
    texts = _texts(request)
    return _filled(texts, greedy(texts, request.references, words), words)


def _ranked(rank: Ranking) -> System:
    def system(request: Request, words: int) -> Sequence[str]:
        texts = _texts(request)
        return _filled(texts, rank(texts), words)

    return system


def _texts(request: Request) -> list[str]:
    return [one.text for one in _sentences(request)]


def _sentences(request: Request) -> list[Sentence]:
    return [one for one in split(request.documents) if one.kind is not BlockKind.HEADING]


def _filled(texts: Sequence[str], ranked: Iterable[int], words: int) -> Sequence[str]:
    """Return the texts ranked first, up to `words` words in all, in the order of `texts`."""
    taken: dict[int, str] = {}
    for place in ranked:
        if words <= 0:
            break
        taken[place] = cut(texts[place], words)
        words -= len(taken[place].split())
    return [taken[place] for place in sorted(taken)]
