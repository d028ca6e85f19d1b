"""`briefgen watch`: built again when something changes, once it is quiet, whatever is broken."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from briefgen import bundled
from briefgen.watching import EVERY, QUIET, changed, look, settled

CHECKOUT = Path(__file__).resolve().parent.parent


# --- looking -----------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a project with two short texts that is quickly built."""
    configured = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "briefgen.yaml").write_text(configured.replace("[md, html, pdf]", "[md]"), "utf-8")
    for number in (1, 2):
        text = f"Fuel supplies are short in Bamako since week {number}, the drivers there said.\n"
        (tmp_path / "seeds" / f"{number}.txt").write_text(text)
    return tmp_path


def seen(desk: Path) -> dict[str, tuple[int, ...]]:
    return dict(look(desk / "briefgen.yaml", desk / "seeds", bundled.templates()))


@pytest.mark.parametrize(
    ("path", "noticed"),
    [
        ("briefgen.yaml", True),
        ("seeds/1.txt", True),
        ("seeds/new.txt", True),
        ("seeds/deep/new.txt", True),
        ("seeds/sources.yaml", True),
        ("templates/brief.md.j2", True),
        ("seeds/.hidden", False),
        ("seeds/feeds.yaml", False),
        ("output/2025-W49/brief.md", False),
        (".briefgen/seeds.sqlite", False),
        ("notes.txt", False),
    ],
)
def test_what_a_build_reads_is_looked_at_and_nothing_else(
    path: str, noticed: bool, desk: Path
) -> None:
    before = seen(desk)
    assert str(desk / "seeds" / "1.txt") in before
    place = desk / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("changed")
    assert changed(before, seen(desk)) == ((str(place),) if noticed else ())


def test_what_is_gone_is_noticed_and_a_corpus_that_is_away_is_no_error(desk: Path) -> None:
    before = seen(desk)
    (desk / "seeds" / "1.txt").unlink()
    assert changed(before, seen(desk)) == (str(desk / "seeds" / "1.txt"),)
    (desk / "seeds").rename(desk / "away")
    assert len(changed(before, seen(desk))) == 2


def test_a_file_of_the_same_size_and_date_is_still_another(desk: Path) -> None:
    place = desk / "seeds" / "1.txt"
    before, status = seen(desk), place.stat()
    time.sleep(0.02)
    place.write_text(place.read_text().swapcase())
    os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert changed(before, seen(desk)) == (str(place),)


@pytest.mark.parametrize(
    ("looks", "pauses"),
    [
        ("abb", [QUIET]),
        ("aabb", [EVERY, QUIET]),
        ("aaabb", [EVERY, EVERY, QUIET]),
        ("abcdd", [QUIET, QUIET, QUIET]),
        ("abaa", [QUIET, QUIET]),
    ],
)
def test_a_build_waits_for_a_change_and_then_until_it_is_quiet(
    looks: str, pauses: list[float]
) -> None:
    """The first letter is how things were; the others are what is found, look by look."""
    found = iter([{letter: (1,)} for letter in looks[1:]])
    waited: list[float] = []
    assert settled({looks[0]: (1,)}, lambda: next(found), waited.append) == {looks[-1]: (1,)}
    assert waited == pauses


# --- the command -------------------------------------------------------------------------------


class Watch:
    """`briefgen watch` at work."""

    def __init__(self, desk: Path, *words: str) -> None:
        self.lines: Queue[str] = Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "briefgen", "watch", *words],
            cwd=desk,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def line(self, seconds: float = 60) -> str:
        return self.lines.get(timeout=seconds)

    def built(self) -> str:
        """Return the line of a build, which its report precedes."""
        assert re.match(r"briefgen: \d texts?: \d+ sentences? from \d", self.line())
        return self.line()

    def is_quiet(self, seconds: float) -> bool:
        try:
            self.lines.get(timeout=seconds)
        except Empty:
            return True
        return False


@pytest.fixture
def watch(desk: Path) -> Iterator[Watch]:
    """Return a watch whose first build is done."""
    watch = Watch(desk, "--date", "2025-12-01")
    assert re.fullmatch(r"\d\d:\d\d:\d\d  first build: output/2025-W49, \d+\.\d s", watch.built())
    yield watch
    watch.process.kill()
    watch.process.communicate()


def test_a_change_is_built_a_broken_file_survived_and_ctrl_c_ends_it(
    watch: Watch, desk: Path
) -> None:
    brief = desk / "output" / "2025-W49" / "brief.md"
    (desk / "seeds" / "3.txt").write_text("Wagner left Kayes in a siege, the mayor of it said.\n")
    assert re.fullmatch(r"[\d:]{8}  seeds/3\.txt: output/2025-W49, \d+\.\d s", watch.built())
    assert "the mayor of it said" in brief.read_text("utf-8")

    configured = (desk / "briefgen.yaml").read_text("utf-8")
    (desk / "briefgen.yaml").write_text(configured.replace("title:", "titel:", 1), "utf-8")
    said = [watch.line() for _ in range(4)]
    assert said[0].startswith("briefgen: briefgen.yaml: ")
    assert re.fullmatch(r"[\d:]{8}  briefgen\.yaml: failed, \d+\.\d s", said[-1])
    assert "the mayor of it said" in brief.read_text("utf-8")

    (desk / "briefgen.yaml").write_text(configured, "utf-8")
    (desk / "templates").mkdir()
    assert "briefgen.yaml" in watch.built()
    assert watch.is_quiet(EVERY + 2 * QUIET)

    (desk / "seeds" / "sources.yaml").write_text("3.txt:\n  publisher: The Mayor\n")
    (desk / "seeds" / "1.txt").unlink()
    assert re.search(r"  seeds/1\.txt and 1 more: output/2025-W49, ", watch.built())
    assert "The Mayor" in brief.read_text("utf-8")

    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(timeout=20) == 0
    assert watch.is_quiet(0.1)
