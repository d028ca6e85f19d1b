"""What briefgen is compared with: from chance to the best that whole sentences could do.

A system takes a request and the words a summary has and returns sentences. All see the same
sentences; headings are none. What is over the words is cut by the judge, so those that rank go on
until the words are reached, the best first.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import groupby
from random import Random

from briefgen import pipeline
from briefgen.evaluation.oracle import greedy
from briefgen.model import BlockKind, Sentence
from briefgen.pick import condense
from briefgen.read.jsonlines import Request
from briefgen.salience import weigh_for
from briefgen.salience.weights import Weights
from briefgen.split import split

SEED = 2026
"""Where chance begins, with the request's id."""

CENTROID = Weights({"always": {"centroid": 1.0}})
"""The baseline's weights: likeness to the centroid, and nothing else."""

System = Callable[[Request, int], Sequence[str]]

RIVALS = ("LexRank (sumy)", "TextRank (sumy)")
"""The systems that are there only where sumy is installed."""


def systems() -> Mapping[str, System]:
    """Return the systems by name, the oracle last; sumy's are among them if it is installed."""
    return {
        "random": chance,
        "lead": lead,
        "centroid + MMR": centroid,
        **_rivals(),
        "briefgen": own,
        "greedy oracle": oracle,
    }


def _rivals() -> Mapping[str, System]:
    if not find_spec("sumy"):
        return {}
    from briefgen.evaluation.rivals import rankings

    return dict(zip(RIVALS, map(_ranked, rankings()), strict=True))


def _ranked(rank: Callable[[Sequence[str]], Sequence[int]]) -> System:
    """Return the system that goes by a ranking, the places of the best texts first."""

    def system(request: Request, words: int) -> Sequence[str]:
        texts = _texts(request)
        return _until((texts[place] for place in rank(texts)), words)

    return system


def chance(request: Request, words: int) -> Sequence[str]:
    """Return sentences drawn by lot, the same in each run."""
    texts = _texts(request)
    Random(f"{SEED} {request.id}").shuffle(texts)
    return _until(texts, words)


def lead(request: Request, words: int) -> Sequence[str]:
    """Return the first sentence of each document, then the second of each, and so on."""
    texts = []
    for _, document in groupby(_sentences(request), key=lambda one: one.document):
        texts += [(place, one.text) for place, one in enumerate(document)]
    return _until((text for _, text in sorted(texts, key=lambda one: one[0])), words)


def centroid(request: Request, words: int) -> Sequence[str]:
    """Return what is most like all the sentences and unlike itself, whatever the theme."""
    sentences = split(request.documents)
    return [one.text for one in condense(weigh_for(sentences, "", CENTROID), sentences, words)]


def own(request: Request, words: int) -> Sequence[str]:
    """Return what `briefgen summarize` answers."""
    return pipeline.summarize(request.documents, request.theme, words)


def oracle(request: Request, words: int) -> Sequence[str]:
    """Return what one would take who knows the references."""
    return greedy(_texts(request), request.references, words)


def _sentences(request: Request) -> list[Sentence]:
    return [one for one in split(request.documents) if one.kind is not BlockKind.HEADING]


def _texts(request: Request) -> list[str]:
    return [one.text for one in _sentences(request)]


def _until(texts: Iterable[str], words: int) -> Sequence[str]:
    """Return as many of `texts` as it takes to reach `words` words."""
    taken: list[str] = []
    for text in texts:
        if words <= 0:
            break
        taken.append(text)
        words -= len(text.split())
    return taken
