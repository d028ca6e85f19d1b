"""What a large `sources.yaml` costs: entries for 100,000 files, and 200 patterns beside them.

The time has to grow with the files and with the patterns that begin with their folders, not with
the entries times the files: ten times the files take about ten times as long.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.read import listing

SIZES = (10_000, 100_000)
PATTERNS = 200
FOLDERS = 50


def listings(paths: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what a listing holds, and the listing."""
    entry = "{}:\n  title: A headline\n  publisher: The Outlet\n  published: 2025-11-04\n"
    entries = "".join(map(entry.format, paths))
    folders = [f"wire/{number % FOLDERS}/**/*{number}.txt" for number in range(PATTERNS)]
    anywhere = [f"**/*-{number}.txt" for number in range(PATTERNS)]
    for name, patterns in (("in their folders", folders), ("for any folder", anywhere)):
        said = "".join(f'"{one}":\n  language: en\n' for one in patterns)
        yield f"{PATTERNS} patterns {name}", said
        yield f"an entry for each file and {PATTERNS} patterns {name}", entries + said
    yield "an entry for each file", entries
    yield "an entry for each file, all gone", entries.replace(".txt:", ".md:")


def main() -> None:
    """Print all figures."""
    for size in SIZES:
        with TemporaryDirectory() as name:
            paths = [f"wire/{number % FOLDERS}/text-{number}.txt" for number in range(size)]
            for path in paths:
                (Path(name) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(name) / path).touch()
            print(f"{size:,} files")
            for what, said in listings(paths):
                (Path(name) / "sources.yaml").write_text(said)
                start = time.perf_counter()
                listing(Path(name))
                print(f"  {what}: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
