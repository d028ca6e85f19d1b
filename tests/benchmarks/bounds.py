"""Time and memory of the largest documents that are read, and of larger ones, which are refused.

    python tests/benchmarks/bounds.py

Each stands with a small text in a folder of its own; what is measured is `briefgen sources`.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

SENTENCE = "The army left the port of the town on Monday after two days of rain, they said."
CONFIG = "title: T\ntlp: TLP:CLEAR\nformats: [md]\nthemes: [{id: a, title: A, keywords: [port]}]\n"


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield a name, the name of a file, and what stands in it."""
    for name, size in (("at the limit", 1), ("eight times the limit", 8)):
        yield f"a word, {name}", "a.txt", "x" * (999_999 * size)
        yield f"a line, {name}", "a.txt", (f"{SENTENCE} " * (12_000 * size))
        yield f"paragraphs, {name}", "a.txt", f"{SENTENCE}\n\n" * (55_000 * size)
        yield (
            f"a page, {name}",
            "a.html",
            "".join(f"<p>{n} {SENTENCE}</p>" for n in range(50_000 * size)),
        )


def main() -> None:
    for name, path, text in cases():
        with tempfile.TemporaryDirectory() as place:
            seeds = Path(place, "seeds")
            seeds.mkdir()
            Path(place, "briefgen.yaml").write_text(CONFIG)
            (seeds / path).write_text(text)
            (seeds / "small.txt").write_text(f"{SENTENCE}\n")
            began = perf_counter()
            command = [sys.executable, "-m", "briefgen", "sources"]
            with subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE) as running:
                assert running.stdout
                told = running.stdout.read().decode()
                _, _, usage = os.wait4(running.pid, 0)
                running.returncode = 0
        verdict = next(line for line in told.splitlines() if path in line).split()[0]
        spent = perf_counter() - began
        print(f"{name:<34} {verdict:<8} {spent:5.1f} s {usage.ru_maxrss / 1024:6.0f} MB")


if __name__ == "__main__":
    main()
