"""Stages 1 to 4 with a memory: what has not changed since the last build is recalled.

Each file is read, split and counted once, and what came of it is kept in the index. What is
recalled is to the bit what would be made anew, since all that is kept depends on the file alone,
on what `sources.yaml` says of it, and on the code, whose hash the index is stamped with.
"""

import zlib
from collections.abc import Iterable, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path

from pydantic import TypeAdapter

from briefgen.corpus import Gathered, Outline, fold, gather
from briefgen.index import Index, Warn, place_for, with_index
from briefgen.model import Candidate, Card, Corpus, Profile, Sentence, Settings, Theme, Window
from briefgen.read import Listing
from briefgen.salience import Weights, known, weigh_counted
from briefgen.study.counted import Counted
from briefgen.study.kept import AS_JSON, cards, outlines, profiles
from briefgen.study.refresh import refresh
from briefgen.study.stamp import stamp
from briefgen.study.sums import statistics

Study = tuple[Corpus, tuple[Candidate, ...]]

_STUDY = TypeAdapter(Study, config=AS_JSON)


def study(settings: Settings, said: Listing, window: Window, warn: Warn) -> Study:
    """Return the corpus, and what of it is proposed for each theme, the best first.

    `said` is what `sources.yaml` says. `warn` is told if the index was damaged or cannot be kept;
    neither changes what is returned.
    """
    work = partial(_studied, settings, said, window)
    return with_index(place_for(settings.sources), stamp(), work, warn)


def catalogue(sources: Path, said: Listing, warn: Warn) -> tuple[Card, ...]:
    """Return the card of every file, folded, whatever its date; the rest is as in `study`."""
    return with_index(place_for(sources), stamp(), partial(_catalogued, sources, said), warn)


def _catalogued(sources: Path, said: Listing, index: Index) -> tuple[Card, ...]:
    return fold(cards(index, refresh(sources, said.files, index).paths), index.shingles)


def sentences(sources: Path, said: Listing, warn: Warn) -> tuple[Sentence, ...]:
    """Return all sentences of the corpus, the documents by their paths, headings among them."""
    return with_index(place_for(sources), stamp(), partial(_sentences, sources, said), warn)


def _sentences(sources: Path, said: Listing, index: Index) -> tuple[Sentence, ...]:
    paths = refresh(sources, said.files, index).paths
    return Counted(index, gather(outlines(index, paths), index.shingles).quotable()).sentences()


def _studied(settings: Settings, said: Listing, window: Window, index: Index) -> Study:
    """Return the last answer if nothing has changed since it was given."""
    files = refresh(settings.sources, said.files, index)
    weights = known(settings.weights)
    key = _key(files.digest, window, said.families, settings.themes, weights)
    answer = index.answer(key)
    if answer:
        return _STUDY.validate_json(zlib.decompress(answer))
    gathered = gather(outlines(index, files.paths), index.shingles, window)
    candidates = _weighed(index, gathered.quotable(), settings.themes, weights)
    found = gathered.corpus(_proposed(index, gathered, candidates), said.families), candidates
    index.keep_answer(key, zlib.compress(_STUDY.dump_json(found, exclude_defaults=True), 1))
    return found


def _key(*asked: object) -> bytes:
    """Return a hash of all that an answer depends on."""
    return blake2b(repr(asked).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _weighed(
    index: Index, documents: Sequence[Outline], themes: Sequence[Theme], weights: Weights
) -> tuple[Candidate, ...]:
    """Return what of the documents is proposed for each theme."""
    counted, languages = Counted(index, documents), sorted({one.language for one in documents})
    summed = statistics(index, counted)
    return weigh_counted(counted, summed, themes, counted.recall, languages, weights)


def _proposed(
    index: Index, gathered: Gathered, candidates: Iterable[Candidate]
) -> tuple[Profile, ...]:
    """Return the profiles of the documents that anything is proposed from."""
    paths = {one.sentence.document for one in candidates}
    return profiles(index, [one for one in gathered.quotable() if one.path in paths])
