"""Stages 1 to 4 with a memory: what has not changed since the last build is recalled.

Each file is read, split and counted once, and what came of it is kept in the index. What is
recalled is to the bit what would be made anew, since all that is kept depends on the file alone,
on what `sources.yaml` says of it, and on the code, whose hash the index is stamped with.
"""

from collections.abc import Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType

from pydantic import ConfigDict, TypeAdapter

from briefgen.corpus import gather
from briefgen.index import Index, Warn, place_for, with_index
from briefgen.model import ALWAYS, Candidate, Card, Corpus, Sentence, Settings, Window
from briefgen.read import Listing, listing
from briefgen.salience import known, weigh_counted
from briefgen.study.counted import Counted
from briefgen.study.refresh import recalled, refresh
from briefgen.study.stamp import stamp
from briefgen.study.sums import statistics

Study = tuple[Corpus, tuple[Candidate, ...]]

_NONE: Mapping[str, str] = MappingProxyType({})

_STUDY = TypeAdapter(Study, config=ConfigDict(ser_json_bytes="base64", val_json_bytes="base64"))


def study(settings: Settings, said: Listing, window: Window, warn: Warn) -> Study:
    """Return the corpus, and what of it is proposed for each theme, the best first.

    `said` is what `sources.yaml` says. `warn` is told if the index was damaged or cannot be kept;
    neither changes what is returned.
    """
    work = partial(_studied, settings, said, window)
    return with_index(place_for(settings.sources), stamp(), work, warn)


def catalogue(sources: Path, warn: Warn) -> tuple[Card, ...]:
    """Return the card of every file, as it stands before the corpus is gathered."""
    return with_index(
        place_for(sources), stamp(), partial(_catalogued, sources, listing(sources)), warn
    )


def _catalogued(sources: Path, said: Listing, index: Index) -> tuple[Card, ...]:
    refresh(sources, said.files, index)
    return tuple(one for one, _ in recalled(index))


def sentences(sources: Path, warn: Warn) -> tuple[Sentence, ...]:
    """Return all sentences of the corpus, the documents by their paths, headings among them."""
    return with_index(
        place_for(sources), stamp(), partial(_sentences, sources, listing(sources)), warn
    )


def _sentences(sources: Path, said: Listing, index: Index) -> tuple[Sentence, ...]:
    refresh(sources, said.files, index)
    return _gathered(index)[1].sentences()


def _gathered(
    index: Index, window: Window = ALWAYS, families: Mapping[str, str] = _NONE
) -> tuple[Corpus, Counted]:
    found = list(recalled(index))
    corpus = gather((one for one, _ in found), window, families)
    sizes = {one.path: size for one, size in found}
    return corpus, Counted(index, [one.path for one in corpus.profiles], sizes)


def _studied(settings: Settings, said: Listing, window: Window, index: Index) -> Study:
    """Return the last answer if nothing has changed since it was given."""
    refresh(settings.sources, said.files, index)
    weights = known(settings.weights)
    key = _key(index, repr((window, said.families, settings.themes, weights)))
    answer = index.answer(key)
    if answer:
        return _STUDY.validate_json(answer)
    corpus, counted = _gathered(index, window, said.families)
    languages = sorted({one.language for one in corpus.profiles})
    summed = statistics(index, counted, corpus.profiles)
    candidates = weigh_counted(counted, summed, settings.themes, counted.recall, languages, weights)
    found = corpus, candidates
    index.keep_answer(key, _STUDY.dump_json(found))
    return found


def _key(index: Index, asked: str) -> bytes:
    """Return a hash of all that the answer depends on: every file, and what is asked."""
    digest = blake2b(asked.encode("utf-8", "surrogatepass"), digest_size=16)
    for path, (_, key) in sorted(index.states().items()):
        digest.update(repr((path, key)).encode())
    return digest.digest()
