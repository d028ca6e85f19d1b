"""What a hundred briefs look like on paper: lines that end early, what runs out of its column.

`python tests/benchmarks/pages.py [briefs]`. Each brief has other words, one to twelve themes, one
to thirty sources, margins at the sides of 20 to 40 mm, on A4 or Letter. All figures but the number
of lines are to be 0, and the shortest last page to have four lines at least.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from made_briefs import MARGINS, MILLIMETRE, looks, made_brief, printed
from paper import Page, early_breaks, pages, parted_dates, tinted

SIDES = range(20, 41)
"""Millimetres at either side of the text."""


def measure(seed: int) -> tuple[Counter[str], int]:
    """Return how often each fault is met in the brief of `seed`, and the lines on its last page."""
    chance = Random(seed)
    side = chance.choice(SIDES)
    brief = made_brief(seed, chance.randint(1, 12), chance.randint(1, 30))
    with TemporaryDirectory() as folder:
        settings = looks(Path(folder), MARGINS, f"28mm {side}mm 27mm")
        data = printed(brief, replace(settings, page=chance.choice(["A4", "Letter"])))
    document = pages(data)
    faults = Counter(
        {
            "pages": len(document),
            "lines": sum(len(page.text) for page in document),
            "lines that end early": len(early_breaks(document)),
            "lines that begin with a citation": _begun_with_a_citation(document),
            "lines out of their column": _out_of_their_column(document, side * MILLIMETRE),
            "dates on two lines": len(parted_dates(document)),
            "holes in the box of the bottom line": sum(map(_has_hole, document)),
        }
    )
    return faults, len({round(line.baseline) for line in document[-1].text})


def _begun_with_a_citation(document: Sequence[Page]) -> int:
    return sum(line.text[0] == "[" for page in document for line in page.text)


def _out_of_their_column(document: Sequence[Page], side: float) -> int:
    return sum(line.right > page.width - side + 1 for page in document for line in page.text)


def _has_hole(page: Page) -> bool:
    """Whether the tint goes further down than the text in it and the space below that."""
    bottom = min((box.bottom for box in tinted(page)), default=page.height)
    boxed = [line.baseline for line in page.text if line.baseline > bottom]
    return bool(boxed) and min(boxed) > bottom + 18


def main() -> None:
    """Print the sum of each figure, and the fewest lines on a last page."""
    briefs = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    started = perf_counter()
    total: Counter[str] = Counter()
    shortest: list[int] = []
    for seed in range(briefs):
        faults, lines = measure(seed)
        total.update(faults)
        shortest.append(lines)
    for name, count in total.items():
        print(f"{count:7} {name}")
    print(f"{min(shortest):7} lines on the shortest last page")
    print(f"{(perf_counter() - started) / briefs:7.2f} s for each of {briefs} briefs")


if __name__ == "__main__":
    main()
