"""How often the language of a text is told right: `python languages.py SENTENCES.tsv`.

A line of the file is a tag, a tab and a sentence. Documents are sentences drawn by lot until they
have 50 words; headlines are the first ten words of a sentence. py3langid and lingua are measured
beside briefgen where they are installed.
"""

import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from briefgen.language import DEFAULT, TABLES, detect

DOCUMENTS = 100
SEED = 3


def main(path: Path) -> None:
    sentences = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        tag, _, text = line.partition("\t")
        if text.strip():
            sentences[tag].append(text)
    for name, detector in detectors():
        start = time.perf_counter()
        figures = [accuracy(detector, texts) for texts in (documents(sentences), heads(sentences))]
        print(f"{name:<12} {time.perf_counter() - start:6.2f} s  per cent right, of", *TABLES)
        for kind, found in zip(("documents", "headlines"), figures, strict=True):
            print(f"  {kind:<12}", "  ".join(f"{found[tag]:5.1f}" for tag in TABLES))
        print("  taken for a language with tables:", mistaken(detector, sentences), flush=True)


def detectors() -> Iterator[tuple[str, Callable[[str], str]]]:
    yield "briefgen", lambda text: detect(text) or DEFAULT
    if find_spec("py3langid"):
        classify = import_module("py3langid").classify
        yield "py3langid", lambda text: str(classify(text)[0])
    if find_spec("lingua"):
        lingua = import_module("lingua").LanguageDetectorBuilder.from_all_languages().build()
        yield "lingua", lambda text: _iso(lingua.detect_language_of(text))


def _iso(language: object) -> str:
    return str(getattr(language, "iso_code_639_1").name).lower() if language else ""  # noqa: B009


def documents(sentences: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    lot = random.Random(SEED)
    return {tag: [drawn(some, lot) for _ in range(DOCUMENTS)] for tag, some in sentences.items()}


def drawn(sentences: Sequence[str], lot: random.Random) -> str:
    words: list[str] = []
    while len(words) < 50:
        words += lot.choice(sentences).split()
    return " ".join(words)


def heads(sentences: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {tag: [" ".join(one.split()[:10]) for one in some] for tag, some in sentences.items()}


def accuracy(detector: Callable[[str], str], texts: Mapping[str, list[str]]) -> dict[str, float]:
    return {
        tag: 100 * sum(detector(one) == tag for one in texts[tag]) / len(texts[tag])
        for tag in TABLES
    }


def mistaken(detector: Callable[[str], str], sentences: Mapping[str, Sequence[str]]) -> str:
    """Return which documents in other languages are taken for one with tables, and how many."""
    others = {tag: some for tag, some in documents(sentences).items() if tag not in TABLES}
    taken = {tag: sum(detector(one) in TABLES for one in some) for tag, some in others.items()}
    wrong = [f"{tag} {count}" for tag, count in taken.items() if count]
    return f"{', '.join(wrong) or 'none'}, of {DOCUMENTS} in each of {len(others)} languages"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
