"""Stage 4, Sentences x Theme -> Candidates: TF-IDF features, and the estimator that weighs them.

Two passes over partitions of whole documents: `count` them and add up, then let each `propose`
its best in the light of the sum. What follows works on the pool of proposals alone.
"""

from collections.abc import Sequence

from briefgen.model import Candidate, Sentence, Theme
from briefgen.salience.counts import PARTITION
from briefgen.salience.passes import spoken, survey
from briefgen.salience.score import asked, candidates, gist
from briefgen.salience.weights import Weights, known


def weigh(
    sentences: Sequence[Sentence], themes: Sequence[Theme], size: int = PARTITION
) -> tuple[Candidate, ...]:
    """Return the candidates of all themes, each theme's best first.

    They are the same whatever the `size` of a partition, in sentences.
    """
    found = survey(sentences, themes, size)
    return candidates(found.pool, themes, found.queries, found.statistics) if found else ()


def weigh_for(
    sentences: Sequence[Sentence], words: str, weights: Weights | None = None
) -> tuple[Candidate, ...]:
    """Return all candidates by what any `words` ask for, or by the gist if they ask for nothing.

    Commas part phrases. No reasons are worked out, since nobody asks for them. Other `weights`
    than those known are for those who learn them.
    """
    theme = asked(words, spoken(sentences))
    found = survey(sentences, [theme])
    if found is None:
        return ()
    return gist(found.pool, theme, found.queries, found.statistics, weights or known())
