"""What the index saves, what a build holds in memory, and what becomes of it when it is killed.

    BRIEFGEN_EVAL=folder python tests/benchmarks/index.py [documents]
    BRIEFGEN_EVAL=folder python tests/benchmarks/index.py growth [documents] [more documents]
    python tests/benchmarks/index.py kill [KILLS] [documents]

The first makes a corpus of so many documents, 10,000 unless told, of sentences from the public
texts in the folder that BRIEFGEN_EVAL names: each has a header of its own, and no two are reprints
of each other. It studies the corpus cold, with nothing changed, one added and ten edited, in a
fresh Python each, and prints what `briefgen.study.study` alone took; the folding of reprints, what
is imported before and what is rendered after are shown apart. The second prints how much more
memory a build needs at its peak for each document more, of some 180 words: from 10,000 to 100,000,
unless told. The third kills builds with SIGKILL at moments drawn by lot, as it is built cold or
with one document added, and prints as JSON what was not whole afterwards.
"""

import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
DAY = date(2025, 12, 1)
SENTENCES = 20
"""In a document, on average: some 450 words."""

FEW = 8
"""In a document of many: some 180 words."""


def sentences(folder: Path) -> list[str]:
    """Return the distinct sentences of the texts in a folder of JSONL files, mixed."""
    found = {
        one
        for path in folder.glob("*.jsonl")
        for line in path.read_text("utf-8").splitlines()
        for each in json.loads(line).get("documents", ())
        for one in re.split(r"(?<=[.!?])\s+", each["text"])
        if 6 < len(one.split()) < 60 and "\n" not in one
    }
    mixed = sorted(found)
    random.Random(0).shuffle(mixed)
    return mixed


def document(number: int, pool: list[str], length: int = SENTENCES) -> str:
    """Return a document with its header, in paragraphs of three sentences."""
    chance = random.Random(number)
    said = chance.sample(pool, chance.randint(length // 2, 3 * length // 2))
    header = (
        f"---\ntitle: Report {number}\npublisher: Outlet {number % 97}\n"
        f"published: {DAY - timedelta(days=number % 300)}\n---\n"
    )
    paragraphs = (" ".join(said[start : start + 3]) for start in range(0, len(said), 3))
    return header + "\n\n".join(paragraphs) + "\n"


def desk(folder: Path, count: int, pool: list[str], length: int = SENTENCES) -> Path:
    """Make a project with a corpus in folders of a thousand; return its seeds."""
    configured = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
    folder.mkdir(exist_ok=True)
    (folder / "briefgen.yaml").write_text(configured.replace("[md, html, pdf]", "[md]"), "utf-8")
    for number in range(count):
        place = folder / "seeds" / f"{number // 1000:03}" / f"{number:06}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(document(number, pool, length), "utf-8")
    return folder / "seeds"


# --- regeneration ------------------------------------------------------------------------------


def spent() -> tuple[float, float]:
    """Return the seconds this process and its children have worked, and those on the wall."""
    now = os.times()
    return sum(now[:4]), time.perf_counter()


def since(start: tuple[float, float]) -> list[float]:
    return [after - before for after, before in zip(spent(), start, strict=True)]


def once(folder: Path) -> dict[str, Any]:
    """Study and render in this process; return what either took, and hashes of what they found.

    What folding reprints takes is told apart from reading, splitting, counting and weighing.
    """
    start = spent()
    from briefgen import pipeline
    from briefgen.config import load
    from briefgen.corpus import gathering
    from briefgen.model import EVERYTHING
    from briefgen.read import listing
    from briefgen.study import study

    settings, warnings = load(folder / "briefgen.yaml"), list[str]()
    imports, start = since(start), spent()
    folding = timed(gathering, "folded")
    said = listing(settings.sources)
    found = study(settings, said, EVERYTHING, warnings.append)
    studied, start = (
        [every - fold for every, fold in zip(since(start), folding, strict=True)],
        spent(),
    )
    vars(pipeline)["study"] = lambda *asked: found  # not to study again
    built = pipeline.build(settings, DAY)
    return {
        "imports": imports,
        "study": studied,
        "folding": folding,
        "rendering": since(start),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "warnings": warnings,
        "found": sha256(repr(found).encode()).hexdigest(),
        "brief": sha256(repr([one.data for one in built.artefacts]).encode()).hexdigest(),
    }


def timed(module: ModuleType, name: str) -> list[float]:
    """Return what calls of a function of the module will have taken in all."""
    taken, function = [0.0, 0.0], vars(module)[name]

    def called(*given: Any) -> Any:
        start = spent()
        found = function(*given)
        taken[:] = [one + more for one, more in zip(taken, since(start), strict=True)]
        return found

    vars(module)[name] = called
    return taken


def fresh(folder: Path) -> dict[str, Any]:
    words = [sys.executable, __file__, "once", str(folder)]
    done = subprocess.run(words, env=os.environ | {"PYTHONPATH": str(CHECKOUT)}, stdout=-1)
    if done.returncode:
        sys.exit(f"exit {done.returncode}: {' '.join(words)}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def fresh_and_cold(folder: Path) -> dict[str, Any]:
    """Return what comes of the corpus without its index, which is left as it is."""
    (folder / ".briefgen").rename(folder / ".aside")
    found = fresh(folder)
    shutil.rmtree(folder / ".briefgen")
    (folder / ".aside").rename(folder / ".briefgen")
    return found


def regeneration(folder: Path, count: int, pool: list[str]) -> None:
    seeds = desk(folder, count, pool)
    time.sleep(2.5)  # what was written within the tick of the clock would be opened again

    def add() -> None:
        (seeds / "added.md").write_text(document(count, pool), "utf-8")

    def edit() -> None:
        for number in random.Random(1).sample(range(count), 10):
            place = seeds / f"{number // 1000:03}" / f"{number:06}.md"
            place.write_text(document(count + 1 + number, pool), "utf-8")

    cold = fresh(folder)
    size = (folder / ".briefgen" / "seeds.sqlite").stat().st_size / 2**20
    print(f"{count:,} documents; the index has {size:.0f} MB")
    show("cold", cold, cold, cold)
    show("nothing changed", fresh(folder), cold, cold)
    for name, change in (("one added", add), ("ten edited", edit)):
        change()
        show(name, fresh(folder), cold, fresh_and_cold(folder))


def show(name: str, found: dict[str, Any], cold: dict[str, Any], anew: dict[str, Any]) -> None:
    """Print what it took beside the cold study, and whether it is what one made `anew` gives."""
    (work, wall), (folding, _) = found["study"], found["folding"]
    share, whole = (
        work / cold["study"][0],
        (work + folding) / (cold["study"][0] + cold["folding"][0]),
    )
    same = all(found[one] == anew[one] for one in ("found", "brief"))
    print(
        f"  {name:<16} {work:8.2f} s of work ({share:6.1%} of cold), {wall:8.2f} s on the wall,"
        f" {found['megabytes']:5.0f} MB; reprints folded in {folding:.2f} s (with it {whole:.1%}),"
        f" {found['imports'][0]:.2f} s imports, {found['rendering'][0]:.2f} s rendering;"
        f" {'the same as' if same else 'OTHER THAN'} cold"
    )
    for warning in found["warnings"]:
        print(f"    {warning}")


# --- memory ------------------------------------------------------------------------------------


def growth(folder: Path, fewer: int, more: int, pool: list[str]) -> None:
    """Print the peaks of builds of fewer and of more documents, and what each document adds."""
    few, many = (peaks(folder / str(count), count, pool) for count in (fewer, more))
    for name, least in few.items():
        each = (many[name] - least) * 2**10 / (more - fewer)
        print(f"  {name:<16} {least:5.0f} MB, {many[name]:5.0f} MB: {each:5.2f} kB a document")


def peaks(folder: Path, count: int, pool: list[str]) -> dict[str, float]:
    """Return the megabytes that builds of so many documents have at their peak, by their names."""
    seeds = desk(folder, count, pool, FEW)
    time.sleep(2.5)
    found = {name: fresh(folder)["megabytes"] for name in ("cold", "nothing changed")}
    (seeds / "added.md").write_text(document(count, pool, FEW), "utf-8")
    found["one added"] = fresh(folder)["megabytes"]
    print(
        f"{count:,} documents: {', '.join(f'{name} {peak:.0f} MB' for name, peak in found.items())}"
    )
    return found


# --- killed ------------------------------------------------------------------------------------


def built(folder: Path) -> None:
    """Build and publish, in a process that ends with it; warnings are left in a file."""
    from briefgen.config import load
    from briefgen.deliver import publish
    from briefgen.pipeline import build

    done = build(load(folder / "briefgen.yaml"), DAY)
    publish(done.artefacts, folder / "output" / "issue")
    said = [line for line in done.warnings if ".sqlite" in line]
    (folder / "warnings").write_text("\n".join(said))


def forked(work: Callable[[], None]) -> int:
    """Return the number of a process of its own that does the work."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def through(folder: Path) -> dict[str, bytes]:
    """Return the issue, once built to the end."""
    _, status = os.waitpid(forked(lambda: built(folder)), 0)
    if status:
        sys.exit("a build that was not killed failed")
    return issue(folder)


def issue(folder: Path) -> dict[str, bytes]:
    """Return the files of the issue, its ledger among them."""
    place = folder / "output" / "issue"
    return {one.name: one.read_bytes() for one in sorted(place.iterdir())} if place.is_dir() else {}


def opens(folder: Path) -> bool:
    """Whether a copy of the index, with the journal of whoever was killed, is sound."""
    with TemporaryDirectory() as name:
        for one in (folder / ".briefgen").glob("seeds.sqlite*"):
            shutil.copy(one, name)
        with closing(sqlite3.connect(Path(name) / "seeds.sqlite")) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def kill(kills: int, count: int) -> dict[str, int]:
    """Return what was not whole after so many builds were killed.

    The issue before, of one document less, is what may be found there instead of the new one.
    """
    pool = [one for path in sorted((CHECKOUT / "seeds").glob("*.txt")) for one in said(path)]
    with TemporaryDirectory() as name:
        folder = Path(name) / "desk"
        seeds, added = desk(folder, count, pool), folder / "seeds" / "added.md"
        built(folder)  # here, so that all is imported before the forks
        before = issue(folder)
        added.write_text(document(count, pool), "utf-8")
        shutil.rmtree(folder / ".briefgen")
        start = time.perf_counter()
        after = through(folder)
        longest, found = time.perf_counter() - start, Counter[str]()
        assert before != after, seeds
        while found["killed at work"] < kills:
            cold = found["builds"] % 2 == 0
            found += one_kill(folder, cold, longest, before, after, found["builds"])
            added.unlink()
            found["next build other than a cold one"] += through(folder) != before
            added.write_text(document(count, pool), "utf-8")
    names = ("builds", "killed at work", "index that does not open", "issue not whole")
    rest = ("next build other than a cold one", "warnings")
    return {name: found[name] for name in (*names, *rest)}


def one_kill(
    folder: Path,
    cold: bool,
    longest: float,
    before: dict[str, bytes],
    after: dict[str, bytes],
    seed: int,
) -> Counter[str]:
    """Build with one document added, cold or not, kill it, look, and build to the end."""
    if cold:
        shutil.rmtree(folder / ".briefgen")
    child = forked(lambda: built(folder))
    time.sleep(random.Random(seed).uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return Counter(
        {
            "builds": 1,
            "killed at work": int(os.WIFSIGNALED(status)),
            "index that does not open": int(not opens(folder)),
            "issue not whole": int(issue(folder) not in (before, after)),
            "next build other than a cold one": int(through(folder) != after),
            "warnings": int((folder / "warnings").read_text() != ""),
        }
    )


def said(path: Path) -> Iterator[str]:
    """Yield the sentences of one of the sample's texts."""
    yield from (
        one for one in re.split(r"(?<=[.!?])\s+", path.read_text("utf-8")) if "\n" not in one
    )


def measured(folder: Path, words: list[str], pool: list[str]) -> None:
    if words[:1] == ["growth"]:
        fewer, more = map(int, (*words[1:], *("10000", "100000")[len(words) - 1 :]))
        growth(folder, fewer, more, pool)
    else:
        regeneration(folder / "desk", int(words[0]) if words else 10_000, pool)


def main(words: list[str]) -> None:
    if words[:1] == ["once"]:
        print(json.dumps(once(Path(words[1]))))
    elif words[:1] == ["kill"]:
        print(json.dumps(kill(*map(int, (*words[1:], *("200", "60")[len(words) - 1 :]))), indent=2))
    elif place := os.environ.get("BRIEFGEN_EVAL"):
        with TemporaryDirectory() as name:
            measured(Path(name), words, sentences(Path(place)))
    else:
        sys.exit("not measured: BRIEFGEN_EVAL names no folder of *.jsonl")


if __name__ == "__main__":
    main(sys.argv[1:])
