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
from briefgen.model import (
    EVERYTHING,
    Candidate,
    Card,
    Corpus,
    Coverage,
    Profile,
    Sentence,
    Settings,
    Theme,
)
from briefgen.read import Listing
from briefgen.salience import Weights, known, weigh_counted
from briefgen.study.counted import Counted
from briefgen.study.kept import AS_JSON, cards, outlines, profiles
from briefgen.study.refresh import refresh
from briefgen.study.stamp import stamp
from briefgen.study.sums import statistics

Study = tuple[Corpus, tuple[Candidate, ...]]

_STUDY = TypeAdapter(Study, config=AS_JSON)


def study(settings: Settings, listed: Listing, coverage: Coverage, warn: Warn) -> Study:
    """Return the corpus, and what of it is proposed for each theme, the best first.

    `listed` is what `sources.yaml` says. `warn` is called with a line if the index was damaged or
    cannot be kept; neither changes what is returned.
    """
    work = partial(_studied, settings, listed, coverage)
    return with_index(place_for(settings.sources), stamp(), work, warn)


def catalogue(
    sources: Path, listed: Listing, warn: Warn, coverage: Coverage = EVERYTHING
) -> tuple[Card, ...]:
    """Return the card of every file, folded; what is not covered is marked so."""
    work = partial(_catalogued, sources, listed, coverage)
    return with_index(place_for(sources), stamp(), work, warn)


def _catalogued(
    sources: Path, listed: Listing, coverage: Coverage, index: Index
) -> tuple[Card, ...]:
    paths = refresh(sources, listed.files, index).paths
    return fold(cards(index, paths), index.shingles, coverage)


def sentences(
    sources: Path, listed: Listing, warn: Warn, coverage: Coverage = EVERYTHING
) -> tuple[Sentence, ...]:
    """Return all sentences of the texts covered, documents by their paths, headings among them."""
    work = partial(_sentences, sources, listed, coverage)
    return with_index(place_for(sources), stamp(), work, warn)


def _sentences(
    sources: Path, listed: Listing, coverage: Coverage, index: Index
) -> tuple[Sentence, ...]:
    paths = refresh(sources, listed.files, index).paths
    gathered = gather(outlines(index, paths), index.shingles, coverage)
    return Counted(index, gathered.quotable()).sentences()


def _studied(settings: Settings, listed: Listing, coverage: Coverage, index: Index) -> Study:
    """Return the last answer if nothing has changed since it was given."""
    files = refresh(settings.sources, listed.files, index)
    weights = known(settings.weights)
    key = _key(files.digest, coverage, listed.families, settings.themes, weights)
    answer = index.answer(key)
    if answer:
        return _STUDY.validate_json(zlib.decompress(answer))
    gathered = gather(outlines(index, files.paths), index.shingles, coverage)
    candidates = _weighed(index, gathered.quotable(), settings.themes, weights)
    proposed = _proposed(index, gathered, candidates)
    studied = gathered.corpus(proposed, listed.families), candidates
    index.keep_answer(key, zlib.compress(_STUDY.dump_json(studied, exclude_defaults=True), 1))
    return studied


def _key(*asked: object) -> bytes:
    """Return a hash of all that an answer depends on."""
    return blake2b(repr(asked).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _weighed(
    index: Index, documents: Sequence[Outline], themes: Sequence[Theme], weights: Weights
) -> tuple[Candidate, ...]:
    """Return what of the documents is proposed for each theme."""
    if not documents:
        return ()
    counted, languages = Counted(index, documents), sorted({one.language for one in documents})
    summed = statistics(index, counted)
    return weigh_counted(counted, summed, themes, counted.recall, languages, weights)


def _proposed(
    index: Index, gathered: Gathered, candidates: Iterable[Candidate]
) -> tuple[Profile, ...]:
    """Return the profiles of the documents that anything is proposed from."""
    paths = {one.sentence.document for one in candidates}
    return profiles(index, [one for one in gathered.quotable() if one.path in paths])
