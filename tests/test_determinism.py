"""Same input, same bytes: whatever the machine is set to, however the corpus is cut."""

import os
import random
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.config import load
from briefgen.model import Sentence, Theme
from briefgen.read import read
from briefgen.salience import weigh
from briefgen.split import split

CHECKOUT = Path(__file__).resolve().parent.parent
ISSUE = ("brief.html", "brief.json", "brief.md", "brief.pdf")

SURROUNDINGS = [
    {"TZ": "XYZ-13:30", "LC_ALL": "C", "PYTHONHASHSEED": "31337", "SOURCE_DATE_EPOCH": "1"},
    # Python is kept from making UTF-8 of it: files are opened, and paths read, as ASCII.
    {"TZ": "XYZ+11", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
]

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda each: each["LC_ALL"])
def test_folder_clock_locale_hash_seed_and_umask_change_no_byte(
    surroundings: dict[str, str], briefgen: Command, sample_issue: Path, tmp_path: Path
) -> None:
    """The sample is copied, so that folder, times and the order of directory entries differ."""
    copy = tmp_path / "somewhere else"
    (copy / "seeds").mkdir(parents=True)
    for path in sorted((CHECKOUT / "seeds").iterdir(), reverse=True):
        shutil.copyfile(path, copy / "seeds" / path.name)
        os.utime(copy / "seeds" / path.name, (0, 0))
    shutil.copy(CHECKOUT / "briefgen.yaml", copy)
    words = ("build", "--date", "2025-12-01", "--config", copy / "briefgen.yaml")
    done = briefgen(*words, cwd=tmp_path, umask=0o077, **surroundings)
    assert done.returncode == 0, done.stderr
    issue = copy / "output" / "2025-W49"
    assert tuple(sorted(path.name for path in issue.iterdir())) == ISSUE
    for name in ISSUE:
        assert (issue / name).read_bytes() == (sample_issue / name).read_bytes(), name


@cache
def sample() -> tuple[tuple[Theme, ...], tuple[Sentence, ...]]:
    """Return the sample's themes and sentences."""
    chosen = load(CHECKOUT / "briefgen.yaml")
    return chosen.themes, split(one.document for one in read(chosen.sources) if one.document)


@pytest.mark.parametrize("size", [1, 7, 50, 100, 150])
def test_candidates_are_the_same_however_the_corpus_is_cut(size: int) -> None:
    themes, sentences = sample()
    whole = weigh(sentences, themes)
    assert {one.theme for one in whole} == {theme.id for theme in themes}
    assert weigh(sentences, themes, size) == whole


def corpus(seed: int, documents: int) -> tuple[Sentence, ...]:
    """Return documents put together from the sample's sentences, many of them more than once."""
    chance = random.Random(seed)
    made = []
    for document in range(documents):
        start = 0
        for position in range(chance.randint(1, 9)):
            text = chance.choice(sample()[1]).text
            path = f"{document:04}.txt"
            made.append(Sentence(text, path, 0, position, start, start + len(text)))
            start += len(text) + 1
    return tuple(made)


@settings(max_examples=15)
@given(seed=st.integers(0, 2**32), documents=st.integers(1, 12), size=st.integers(1, 40))
def test_any_corpus_is_weighed_the_same_however_it_is_cut(
    seed: int, documents: int, size: int
) -> None:
    themes, sentences = sample()[0][:2], corpus(seed, documents)
    assert weigh(sentences, themes, size) == weigh(sentences, themes)


def test_a_corpus_of_more_than_is_proposed_is_weighed_the_same_however_it_is_cut() -> None:
    themes, sentences = sample()[0][:1], corpus(0, 500)
    whole = weigh(sentences, themes)
    assert len(whole) < len(sentences) / 2
    assert weigh(sentences, themes, 200) == weigh(sentences, themes, 999) == whole
