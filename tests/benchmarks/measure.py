"""What briefgen costs beside what its libraries cost anyway, and how that grows: `make bench`.

Every run is a fresh Python, with briefgen compiled as its libraries are. A ratio is of two runs
that followed each other, and the median over all rounds is quoted, so that a noisy machine does
little harm.
"""

import json
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from dataclasses import dataclass
from itertools import count, islice, pairwise
from math import log
from pathlib import Path
from statistics import linear_regression, median
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory

CHECKOUT = Path(__file__).resolve().parents[2]
SIZES = (1, 10, 100, 1_000, 10_000)
WORDS = "300"

BARE = ("-c", "pass")
LIBRARIES = ("-c", "import sklearn, weasyprint; weasyprint.HTML(string='').write_pdf()")
BRIEFGEN = ("-m", "briefgen")


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds by the clock on the wall, megabytes at its peak."""

    seconds: float
    megabytes: float


def cost(*arguments: str) -> Cost:
    """Return what a fresh Python that runs `arguments` costs; it must succeed."""
    start = time.perf_counter()
    process = Popen([sys.executable, *arguments], cwd=CHECKOUT, stdout=DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit {process.returncode}: python {' '.join(arguments)}")
    return Cost(seconds, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def compare(name: str, run: Sequence[str], beside: Sequence[str], target: float) -> None:
    """Print how many times as long as `beside` the command `run` takes."""
    pairs = [(cost(*run).seconds, cost(*beside).seconds) for _ in range(16)][1:]
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    ours, theirs = (median(column) for column in zip(*pairs, strict=True))
    print(f"{name}: {median(ratios):.2f} times, target {target}")
    print(
        f"  {len(pairs)} pairs, {ratios[0]:.2f} to {ratios[-1]:.2f}; {ours:.2f} s, {theirs:.2f} s"
    )


def documents(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the distinct documents of the JSONL files in `folder`, mixed, then again and again."""
    titles: dict[str, str] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            titles |= {
                each["text"]: each["title"] for each in json.loads(line).get("documents", ())
            }
    distinct = sorted(titles.items())
    random.Random(0).shuffle(distinct)
    for edition in count(1):
        header = f"Edition {edition}\n\n" if edition > 1 else ""
        yield from ({"title": title, "text": header + text} for text, title in distinct)


def grow(source: Path, folder: Path) -> None:
    """Print the time and memory of `summarize` by how many documents one line holds."""
    print("briefgen summarize, one line of so many documents:")
    for size in SIZES:
        write(folder / f"{size}.jsonl", islice(documents(source), size))
    rounds = [[cost(*summarize(folder, size)) for size in SIZES] for _ in range(4)][1:]
    for size, costs in zip(SIZES, zip(*rounds, strict=True), strict=True):
        seconds = median(each.seconds for each in costs)
        print(f"  {size:6,}: {seconds:7.2f} s {median(each.megabytes for each in costs):7.0f} MB")
    seconds = [[each.seconds for each in costs] for costs in rounds]
    report("time", seconds)
    report("memory", [[each.megabytes for each in costs] for costs in rounds])
    # What one document costs is start-up; without it only the work is left, the harder test.
    work = [[max(each - first, 1e-3) for each in rest[-2:]] for first, *rest in seconds]
    slope = median(exponent(SIZES[-2:], values) for values in work)
    print(f"  time without the start-up, {SIZES[-2]:,} to {SIZES[-1]:,}: exponent {slope:.2f}")


def write(path: Path, taken: Iterator[dict[str, str]]) -> None:
    """Write one line bit by bit: a child's peak counts the memory of the parent it came from."""
    with path.open("w", encoding="utf-8") as file:
        file.write('{"id": "growth", "documents": [' + json.dumps(next(taken)))
        file.writelines(f", {json.dumps(document)}" for document in taken)
        file.write("]}\n")


def summarize(folder: Path, size: int) -> list[str]:
    paths = ["--input", str(folder / f"{size}.jsonl"), "--output", str(folder / "summaries.jsonl")]
    return [*BRIEFGEN, "summarize", "--words", WORDS, *paths]


def report(name: str, rounds: list[list[float]]) -> None:
    """Print how `name` grows: from size to size, and as an exponent over all of them."""
    steps = [[more / less for less, more in pairwise(values[1:])] for values in rounds]
    ratios = ", ".join(f"{median(column):.2f}" for column in zip(*steps, strict=True))
    slope = median(exponent(SIZES[1:], values[1:]) for values in rounds)
    print(f"  {name}: times {ratios}; exponent {slope:.2f}, target 1.1")


def exponent(sizes: Sequence[int], values: Sequence[float]) -> float:
    """Return the slope of the straight line through the logarithms."""
    return linear_regression([log(size) for size in sizes], [log(value) for value in values]).slope


def main() -> None:
    compile_dir(CHECKOUT / "briefgen", quiet=1)
    compare("briefgen --help beside python -c pass", (*BRIEFGEN, "--help"), BARE, 5)
    with TemporaryDirectory() as name:
        build = (*BRIEFGEN, "build", "--date", "2025-12-01", "--output", name)
        compare("briefgen build beside its libraries and an empty page", build, LIBRARIES, 1.6)
        if source := os.environ.get("BRIEFGEN_EVAL"):
            grow(Path(source), Path(name))
        else:
            print("briefgen summarize: not measured, BRIEFGEN_EVAL names no folder of *.jsonl")


if __name__ == "__main__":
    main()
