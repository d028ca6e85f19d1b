"""Reads malformed files of all formats and counts what becomes of them.

Mutations of good files, truncations, wrong suffixes, bombs; 500, or as many as the first argument
says: `python tests/benchmarks/malformed.py 5000`. Of PDF files pdftotext, if there is one, says
what words are in them: a file of which it finds twice as many as were read, and of which no loss is
told, is lost in silence.
"""

import random
import shutil
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from test_malformed import GOOD, HOSTILE

from briefgen.model import Source, Verdict
from briefgen.read import READERS
from briefgen.read.sandbox import Sandbox

FILES = int(sys.argv[1]) if len(sys.argv) > 1 else 500

FEWEST = 20
"""Words that a peer must find in a file before it is asked whether they were lost."""


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Return `data` with bytes changed, pieces lost or doubled, or the end cut off."""
    broken = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        start = dice.randrange(max(1, len(broken)))
        end = start + dice.randint(1, 300)
        piece = bytes(broken[start:end])
        broken[start:end] = dice.choice(
            [b"", piece * 3, piece[::-1], dice.randbytes(len(piece)), b"\0" * len(piece)]
        )
    return bytes(broken[: dice.randint(0, len(broken))] if dice.random() < 0.3 else broken)


def malformed(dice: random.Random) -> list[tuple[str, bytes]]:
    """Return the files, by name: hostile ones, good ones under wrong suffixes, damaged ones."""
    files = list(HOSTILE.items())
    for suffix in READERS:
        name = dice.choice(sorted(GOOD))
        files.append((f"{len(files)}-wrong{suffix}", GOOD[name]))
    while len(files) < FILES:
        name = sorted(GOOD)[len(files) % len(GOOD)]
        files.append((f"{len(files)}-{name}", damaged(GOOD[name], dice)))
    return files


def peer_words(data: bytes) -> int:
    """Return how many words pdftotext finds in a PDF; none if it cannot be asked."""
    if not shutil.which("pdftotext"):
        return 0
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True)
    return len(done.stdout.split())


def is_silent_loss(name: str, data: bytes, found: tuple[Verdict, ...]) -> bool:
    """Whether a file counts as read though half of what a peer finds is missing, untold."""
    documents = [one.document for one in found if one.document]
    if not name.endswith(".pdf") or any(one.reason for one in found):
        return False
    if any(document.lost for document in documents):
        return False
    words = peer_words(data)
    read = sum(len(document.text.split()) for document in documents)
    return words >= FEWEST and words > 2 * read


def main() -> None:
    """Print the verdicts by outcome, and whether any file is without one."""
    outcomes: Counter[str] = Counter()
    silent, down, lost, slowest, began = 0, 0, list[str](), (0.0, ""), perf_counter()
    with Sandbox() as sandbox:
        for name, data in malformed(random.Random(4)):
            start = perf_counter()
            found = sandbox.verdicts(Source(name, sha256(data).hexdigest(), data))
            slowest = max(slowest, (perf_counter() - start, name))
            outcomes.update(str(one.outcome) for one in found)
            silent += not found
            lost += [name] * is_silent_loss(name, data, found)
            down += any("brings its reader down" in one.reason for one in found)
    print(f"{FILES} files, {outcomes.total()} verdicts: {dict(sorted(outcomes.items()))}")
    print(f"without a verdict: {silent}; that brought the inner process down: {down}")
    print(f"read, with words lost in silence: {len(lost)} {lost[:20]}")
    print(f"{perf_counter() - began:.1f} s, the slowest {slowest[0]:.1f} s: {slowest[1]}")


if __name__ == "__main__":
    main()
