"""What it costs to know that nothing has changed: a look of `watch`, `build --if-changed`, `add`.

Files are those of a made corpus, 5,000 bytes each; ratios are medians over pairs of fresh runs.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copy, copytree
from statistics import median
from tempfile import TemporaryDirectory

from briefgen import bundled
from briefgen.adding import add, files
from briefgen.model import Metadata
from briefgen.stock import texts
from briefgen.watching import look

CHECKOUT = Path(__file__).resolve().parents[2]
FILES = 10_000


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return how long `work` takes, the median of some times."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return median(found)


def run(folder: Path, *words: str) -> float:
    """Return how long `briefgen` takes for `words`, in a fresh Python."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "briefgen", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - start


def corpus(folder: Path) -> Path:
    """Make a corpus in a hundred folders."""
    for number in range(FILES):
        place = folder / f"{number % 100:02}" / f"{number:05}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"Text {number}. " + "Fuel is short in Bamako. " * (198 + number % 5))
    return folder


def unchanged(folder: Path) -> None:
    """Print how long `build --if-changed` takes beside `--help`, on the sample."""
    copytree(CHECKOUT / "seeds", folder / "seeds")
    copy(CHECKOUT / "briefgen.yaml", folder)
    whole = run(folder, "build", "--date", "2025-12-01")
    words = ("build", "--date", "2025-12-01", "--if-changed")
    pairs = [(run(folder, *words), run(folder, "--help")) for _ in range(15)]
    ratio = median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (median(column) for column in zip(*pairs, strict=True))
    print(f"build --if-changed: {ratio:.2f} times --help, target 2")
    print(f"  {ours:.3f} s and {theirs:.3f} s; the build itself {whole:.1f} s")


def main() -> None:
    """Print all figures."""
    with TemporaryDirectory() as name:
        sources = corpus(Path(name) / "new")
        config, own = Path(name) / "briefgen.yaml", bundled.templates()
        print(f"{FILES:,} files")
        print(f"  a look of watch: {seconds(lambda: look(config, sources, own)):.3f} s")
        print(f"  their hashes: {seconds(lambda: texts(sources)):.2f} s")
        (Path(name) / "desk" / "seeds").mkdir(parents=True)
        seeds = Path(name) / "desk" / "seeds"
        known = Metadata(publisher="The Outlet")
        for done in ("added", "added again"):
            taken = seconds(lambda: add(files(sources, known, None, print), seeds), 1)
            print(f"  {done}: {taken:.1f} s")
    with TemporaryDirectory() as name:
        unchanged(Path(name))


if __name__ == "__main__":
    main()
