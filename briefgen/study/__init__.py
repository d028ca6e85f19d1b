"""Stages 1 to 4 with a memory: what has not changed since the last build is recalled.

Each file is read, split and counted once, and what came of it is kept in the index. What is
recalled is to the bit what would be made anew, since all that is kept depends on the file alone,
on what `sources.yaml` says of it, and on the code, whose hash the index is stamped with.
"""

from functools import partial
from pathlib import Path

from briefgen.corpus import gather
from briefgen.index import Index, Warn, place_for, with_index
from briefgen.model import Candidate, Card, Corpus, Settings, Window
from briefgen.read import families
from briefgen.salience import known, weigh_counted
from briefgen.study.counted import Counted
from briefgen.study.refresh import refreshed
from briefgen.study.stamp import stamp

Study = tuple[Corpus, tuple[Candidate, ...]]


def study(settings: Settings, window: Window, warn: Warn) -> Study:
    """Return the corpus, and what of it is proposed for each theme, the best first.

    `warn` is told if the index was damaged or cannot be kept; neither changes what is returned.
    """
    work = partial(_studied, settings, window)
    return with_index(place_for(settings.sources), stamp(), work, warn)


def catalogue(sources: Path, warn: Warn) -> tuple[Card, ...]:
    """Return the card of every file, as it stands before the corpus is gathered."""
    return with_index(place_for(sources), stamp(), partial(refreshed, sources), warn)


def _studied(settings: Settings, window: Window, index: Index) -> Study:
    corpus = gather(refreshed(settings.sources, index), window, families(settings.sources))
    counted = Counted(index, [one.path for one in corpus.profiles])
    languages = sorted({one.language for one in corpus.profiles})
    weights = known(settings.weights)
    return corpus, weigh_counted(counted, settings.themes, counted.recall, languages, weights)
