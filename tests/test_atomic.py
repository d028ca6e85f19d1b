"""A publication that is killed, or whose disk fails, at any moment leaves one whole issue.

The processes that die are real. This file is also their program: `run` starts it with the name
of an ordeal, which forks a child for each blow, since a process can die only once. What happens
when is decided by the interpreter's audit events, which announce every call on a file, folder or
foreign function before it is made.
"""

import errno
import itertools
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

import pytest

from briefgen.deliver import publish, swap
from briefgen.errors import DeliveryError
from briefgen.model import Artefact

CHECKOUT = str(Path(__file__).parents[1])
NAMES = ("brief.md", "brief.html", "brief.pdf", "brief.json")
SIZE = 50_000
NOTE = "call the desk"
PUBLISHED, FAILED, UNHARMED = 0, 3, 4

STRUCK: list[str] = []
"""In a child: what the blow fell on, once it has fallen."""

Blow = Callable[[int], None]
Result = dict[str, Any]


def issue(generation: int) -> list[Artefact]:
    data = f"{generation}\n".encode().ljust(SIZE, b".")
    return [Artefact(name, "text/plain", data) for name in NAMES]


def generation_in(folder: Path) -> int:
    """Return the generation of a whole issue; -1 if it is not whole, or the note beside it not."""
    try:
        data = {(folder / name).read_bytes() for name in NAMES}
        note = (folder / "annex" / "notes.txt").read_text()
    except OSError:
        return -1
    whole = len(data) == 1 and len(next(iter(data))) == SIZE and note == NOTE
    return int(next(iter(data)).split()[0]) if whole else -1


def left_over(output: Path) -> list[str]:
    return [path.name for path in output.glob(".briefgen-*")]


# --- the ordeals: these run in a process of their own ------------------------------------------


def killed_at_random(output: Path) -> Result:
    """Kill a process that publishes one issue after another, 100 times, after up to six issues.

    It tells of each issue that is out, so that as many get through on a machine that is busy.
    """
    week, chance = prepared(output), random.Random(7)
    began = time.perf_counter()
    publish_many(week, 0, 5)
    one = (time.perf_counter() - began) / 5
    seen, torn, beside = set(), 0, 0
    for turn in range(100):
        told, tell = os.pipe()
        child = forked(partial(publish_for_ever, week, 1_000 * turn, tell))
        os.close(tell)
        for _ in range(chance.randrange(6)):
            os.read(told, 1)
        time.sleep(chance.uniform(0, one))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)
        generation = generation_in(week)
        torn += generation < 0
        beside += bool(left_over(output))
        seen.add(generation)
    return {"torn": torn, "beside": beside, "generations": len(seen)}


def publish_for_ever(week: Path, first: int, tell: int) -> NoReturn:
    generation = first
    while True:
        generation += 1
        publish(issue(generation), week)
        os.write(tell, b".")


def killed_at_every_call(output: Path) -> Result:
    return at_every_step(output, lambda blow: on_audit_event(blow, die))


def failing_at_every_call(output: Path) -> Result:
    return at_every_step(output, lambda blow: on_audit_event(blow, fail))


def killed_at_every_call_without_exchange(output: Path) -> Result:
    swap._exchange = lambda *_: False
    return at_every_step(output, lambda blow: on_audit_event(blow, die))


def failing_at_every_call_without_exchange(output: Path) -> Result:
    swap._exchange = lambda *_: False
    return at_every_step(output, lambda blow: on_audit_event(blow, fail))


def failing_at_every_sync(output: Path) -> Result:
    return at_every_step(output, on_sync)


def limited_file_size(output: Path) -> Result:
    return one_child(output, limit_file_size)


def full_disk(output: Path) -> Result:
    return one_child(output, fill_disk(output))


def read_only_folder(output: Path) -> Result:
    return one_child(output, drop_root, mode=0o555)


def two_at_once(output: Path) -> Result:
    """Let two processes publish 40 issues each into one folder."""
    week = prepared(output)
    children = [forked(partial(publish_many, week, first, 40)) for first in (100, 200)]
    torn = 0
    while children:
        torn += not week.is_dir()
        done, status = os.waitpid(-1, os.WNOHANG)
        if done:
            children.remove(done)
            assert status == 0
    return {"torn": torn, "generation": generation_in(week), "beside": left_over(output)}


def publish_many(week: Path, first: int, count: int) -> None:
    for generation in range(first, first + count):
        publish(issue(generation), week)


def at_every_step(output: Path, strike: Blow) -> Result:
    """Strike a publication at its first call, its second, and so on until it has no more calls.

    After each blow the folder holds a whole issue, the old one if the process could say that it
    failed; the next publication, which nothing disturbs, leaves nothing beside the folder.
    """
    result: Result = {"torn": [], "aside": [], "wrong": [], "littered": [], "failed": []}
    for step in itertools.count(1):
        week = prepared(output)
        ending = ending_of(forked(partial(publish_under, strike, step, week)))
        if ending == UNHARMED:
            return result | {"steps": step - 1}
        for trouble in troubles(output, ending):
            result[trouble].append(step)
        publish(issue(2), week)
        if generation_in(week) != 2 or left_over(output):
            result["littered"].append(step)
    raise AssertionError


def troubles(output: Path, ending: int) -> Iterator[str]:
    generation = generation_in(output / "week")
    if generation < 0:
        yield "aside" if set_aside(output) else "torn"
    if generation != {PUBLISHED: 1, FAILED: 0}.get(ending, generation):
        yield "wrong"
    if ending == FAILED:
        yield "failed"


def publish_under(strike: Blow, step: int, week: Path) -> None:
    strike(step)
    publish(issue(1), week)
    if not STRUCK:
        os._exit(UNHARMED)


def set_aside(output: Path) -> bool:
    """Whether the issue is whole under its other name, where there is no exchange of names."""
    return not (output / "week").exists() and generation_in(output / ".briefgen-old-week") == 0


def one_child(output: Path, handicap: Callable[[], None], mode: int = 0o755) -> Result:
    week = prepared(output)
    week.chmod(mode)
    (output / ".briefgen.lock").chmod(0o666)
    ending = ending_of(forked(partial(publish_with, handicap, week)))
    return {
        "failed": ending == FAILED,
        "generation": generation_in(week),
        "beside": left_over(output),
        "said": (output / "said").read_text(),
    }


def publish_with(handicap: Callable[[], None], week: Path) -> None:
    handicap()
    publish(issue(1), week)


def prepared(output: Path) -> Path:
    """Return a folder with issue 0 and a reader's note in it, and nothing beside it."""
    week = output / "week"
    for path in (week, *output.glob(".briefgen-*")):
        shutil.rmtree(path, ignore_errors=True)
    publish(issue(0), week)
    (week / "annex").mkdir()
    (week / "annex" / "notes.txt").write_text(NOTE)
    return week


def forked(work: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except DeliveryError as error:
        said = os.open(os.environ["SAID"], os.O_WRONLY)
        os.write(said, str(error).encode())
        os._exit(FAILED)
    except BaseException as error:
        os.write(2, repr(error).encode())
        os._exit(1)
    os._exit(PUBLISHED)


def ending_of(child: int) -> int:
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (PUBLISHED, FAILED, UNHARMED, -signal.SIGKILL), code
    return code


def on_audit_event(step: int, act: Callable[[], None]) -> None:
    """Act before the `step`-th call that touches a file or enters a foreign function."""
    count = 0

    def hook(event: str, _: object) -> None:
        nonlocal count
        if event == "open" or event.startswith(("os.", "ctypes.", "fcntl.")):
            count += 1
            if count == step:
                STRUCK.append(event)
                act()

    sys.addaudithook(hook)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def on_sync(step: int) -> None:
    """Let the `step`-th call of `os.fsync` fail, as on a disk that filled up or broke."""
    count, sync = 0, os.fsync

    def failing(fd: Any) -> None:
        nonlocal count
        count += 1
        if count == step:
            STRUCK.append("os.fsync")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(fd)

    os.fsync = failing


def limit_file_size() -> None:
    """Let the kernel cut each file short: `write` fails midway, as at a quota."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE // 2, SIZE // 2))


def fill_disk(output: Path) -> Callable[[], None]:
    """Return what leaves room for one file and a half on the small disk that `output` is on."""

    def fill() -> None:
        free = shutil.disk_usage(output).free
        (output / "ballast").write_bytes(bytes(max(0, free - SIZE * 3 // 2)))

    return fill


def drop_root() -> None:
    if os.geteuid() == 0:  # root may write anywhere
        os.setuid(65534)


# --- the claims --------------------------------------------------------------------------------


@pytest.fixture
def output() -> Iterator[Path]:
    """Return a folder that any user may reach and write to."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def run(ordeal: Callable[[Path], Result], output: Path, *prefix: str) -> Result:
    said = output / "said"
    said.touch()
    said.chmod(0o666)
    done = subprocess.run(
        [*prefix, sys.executable, __file__, ordeal.__name__, str(output)],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"SAID": str(said), "PYTHONPATH": os.pathsep.join([CHECKOUT, *sys.path])},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result: Result = json.loads(done.stdout)
    return result


def test_100_kills_at_random_moments_leave_a_whole_issue_each_time(output: Path) -> None:
    result = run(killed_at_random, output)
    assert result["torn"] == 0
    assert result["beside"] >= 20, "the kills must hit publications midway"
    assert result["generations"] >= 20, "publications must also get through"


@pytest.mark.parametrize(
    ("ordeal", "gaps"),
    [
        (killed_at_every_call, 0),
        (killed_at_every_call_without_exchange, 1),  # between the two renames; documented
    ],
)
def test_a_kill_at_any_call_leaves_a_whole_issue_and_the_next_build_tidies_up(
    ordeal: Callable[[Path], Result], gaps: int, output: Path
) -> None:
    result = run(ordeal, output)
    assert result["steps"] > 40
    assert (result["torn"], result["littered"]) == ([], [])
    assert len(result["aside"]) == gaps


@pytest.mark.parametrize(
    ("ordeal", "least"),
    [
        (failing_at_every_call, 15),
        (failing_at_every_call_without_exchange, 15),
        (failing_at_every_sync, 6),  # four files, the staged folder, the output folder
    ],
)
def test_an_error_at_any_call_leaves_the_previous_issue_and_the_next_build_tidies_up(
    ordeal: Callable[[Path], Result], least: int, output: Path
) -> None:
    result = run(ordeal, output)
    assert len(result["failed"]) >= least
    assert (result["torn"], result["aside"]) == ([], [])
    assert (result["wrong"], result["littered"]) == ([], [])


def test_a_write_cut_short_by_the_kernel_leaves_the_previous_issue(output: Path) -> None:
    result = run(limited_file_size, output)
    assert result["failed"]
    assert (result["generation"], result["beside"]) == (0, [])
    assert "week: expected to publish" in result["said"]
    assert os.strerror(errno.EFBIG) in result["said"]


def test_a_disk_that_is_really_full_leaves_the_previous_issue(output: Path) -> None:
    mount = f"mount -t tmpfs -o size={10 * SIZE},mode=777 none {output}"
    prefix = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c")
    if not shutil.which("unshare") or subprocess.run([*prefix, mount], check=False).returncode:
        pytest.skip("this system lets no ordinary user mount a small disk")
    script = f'{mount} && touch {output}/said && exec "$@"'
    result = run(full_disk, output, *prefix, script, "sh")
    assert result["failed"]
    assert (result["generation"], result["beside"]) == (0, [])
    assert os.strerror(errno.ENOSPC) in result["said"]


def test_a_folder_made_read_only_is_left_as_it_is(output: Path) -> None:
    result = run(read_only_folder, output)
    assert result["failed"]
    assert (result["generation"], result["beside"]) == (0, [])
    assert "week: expected to publish" in result["said"]
    assert "a read-only folder" in result["said"]


def test_two_builds_at_once_take_turns(output: Path) -> None:
    result = run(two_at_once, output)
    assert (result["torn"], result["beside"]) == (0, [])
    assert result["generation"] in (139, 239)


if __name__ == "__main__":
    answer = globals()[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write(json.dumps(answer))
