"""Stage 4, Sentences x Theme -> Candidates: TF-IDF features, and the estimator that weighs them.

Two passes over partitions of whole documents: `count` them and add up, then let each `propose`
its best in the light of the sum. What follows works on the pool of proposals alone.
"""

from collections.abc import Iterable, Sequence

from briefgen.model import Candidate, Sentence, Theme
from briefgen.salience.counts import Statistics, total
from briefgen.salience.packing import packed, unpacked
from briefgen.salience.passes import (
    PARTITION,
    Recall,
    Told,
    among,
    counted,
    spoken,
    survey,
    tallies,
)
from briefgen.salience.score import asked, candidates, gist
from briefgen.salience.tally import Tally, tally
from briefgen.salience.weights import Weights, known

__all__ = [
    "Recall",
    "Statistics",
    "Tally",
    "Told",
    "Weights",
    "among",
    "counted",
    "known",
    "packed",
    "tally",
    "total",
    "unpacked",
    "weigh",
    "weigh_counted",
    "weigh_for",
]


def weigh_counted(
    partitions: Iterable[Tally],
    statistics: Statistics,
    themes: Sequence[Theme],
    recall: Recall,
    languages: Sequence[str],
    weights: Weights | None = None,
) -> tuple[Candidate, ...]:
    """Return the candidates of all themes, each theme's best first.

    The documents, in these `languages`, are counted in `partitions`, whose `statistics` are known;
    `recall` tells the sentences by their number. None stands for the `weights` that come with
    briefgen.
    """
    found = survey(partitions, statistics, themes, recall, languages)
    return candidates(found, themes, weights or known()) if found else ()


def weigh(
    sentences: Sequence[Sentence],
    themes: Sequence[Theme],
    size: int = PARTITION,
    weights: Weights | None = None,
) -> tuple[Candidate, ...]:
    """Return the candidates of all themes, each theme's best first.

    They are the same whatever the `size` of a partition, in sentences. None stands for the
    `weights` that come with briefgen.
    """
    parts = tuple(tallies(sentences, size))
    languages = spoken(sentences)
    return weigh_counted(parts, counted(parts), themes, among(sentences), languages, weights)


def weigh_for(
    sentences: Sequence[Sentence], words: str, weights: Weights | None = None
) -> tuple[Candidate, ...]:
    """Return all candidates by what any `words` ask for, or by the gist if they ask for nothing.

    No reasons are worked out, since nobody asks for them. None stands for the `weights` that come
    with briefgen.
    """
    languages = spoken(sentences)
    theme = asked(words)
    parts = tuple(tallies(sentences))
    found = survey(parts, counted(parts), [theme], among(sentences), languages)
    return gist(found, theme, weights or known()) if found else ()
