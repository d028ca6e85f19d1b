"""Stage 4, Sentences x Theme -> Candidates: TF-IDF features, and the estimator that weighs them."""

from collections.abc import Sequence

from briefgen.language import terms
from briefgen.model import Candidate, Keyword, Sentence, Theme
from briefgen.salience.counts import count, partitions, total
from briefgen.salience.propose import pooled, propose, queries
from briefgen.salience.score import candidates


def weigh(sentences: Sequence[Sentence], themes: Sequence[Theme]) -> tuple[Candidate, ...]:
    """Return the candidates of all themes, each theme's best first.

    Two passes over partitions of whole documents: `count` them and add up, then let each
    `propose` its best in the light of the sum. A theme without keywords asks for the gist.
    """
    parts = tuple(partitions(sentences))
    if not parts or not themes:
        return ()
    statistics = total(count(part) for part in parts)
    asked = queries(themes, statistics)
    pool = pooled(propose(part, statistics, asked) for part in parts)
    return candidates(pool, themes, asked, statistics.columns)


def asking_for(words: str) -> Theme:
    """Return the theme that any `words` name; without content words, the gist of everything."""
    phrases = [phrase for phrase in words.split(",") if terms(phrase)]
    return Theme("asked", words, tuple(Keyword(phrase.strip()) for phrase in phrases))
