"""The terminal: answers, patience and failures, and nothing that could steer it."""

from __future__ import annotations

import atexit
import gc
import io
import sys
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

import click

from briefgen.errors import BriefgenError, ConfigError, InstallationError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

LONG = 2
"""Seconds after which work that goes on says so, if a person is watching."""


FEW = 10
"""Doubts that are told one by one."""


class Failure(click.ClickException):
    """What went wrong, on its way to the terminal."""

    def show(self, file: Any = None) -> None:
        """Print the message to stderr."""
        lines = self.message.split("\n")
        click.echo("briefgen: " + "\n".join(_visible(line) for line in lines), err=True)


class Mistake(Failure):
    """A failure that the call or the configuration is to blame for."""

    exit_code = 2


class Commands(click.Group):
    """Commands whose failures end in a message and an exit code; only bugs show a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command called for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(130) from None  # 128 + SIGINT, as shells have it
        except (BriefgenError, OSError, ImportError) as error:
            failure = _failure(error)
            if failure is None:
                raise
            raise failure from error


def settle() -> None:
    """Let no encoding be a reason to fail: what it lacks is spelt out; look for garbage seldom.

    Nearly everything a command makes lives until it ends, and searching it cost a build 5 %. At the
    end it all goes at once, and searching it then cost another 15 %.
    """
    gc.set_threshold(100_000, 50, 50)
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def complain(error: BriefgenError | OSError) -> None:
    """Tell a failure after which the work goes on."""
    Failure(_words(error)).show()


def _words(error: BriefgenError | OSError) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}"
    return str(error)


def _failure(error: BriefgenError | OSError | ImportError) -> Failure | None:
    """Return how a failure is told; None for a bug of ours, and for what click tells itself."""
    if isinstance(error, ConfigError | UsageError):
        return Mistake(str(error))
    if isinstance(error, ImportError):
        is_ours = (error.name or "").partition(".")[0] == "briefgen"
        return None if is_ours else Failure(f"{InstallationError(error)}; see `briefgen doctor`")
    if isinstance(error, OSError) and error.filename is None:  # such as a closed pipe
        return None
    return Failure(_words(error))


def near(path: Path) -> str:
    """Return `path` as seen from the working directory if it is below."""
    from pathlib import Path

    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def answer(value: Any, as_json: bool) -> None:
    """Print JSON, escaped down to ASCII, or lines; nothing in either can steer a terminal."""
    import json

    put([json.dumps(value, indent=2, default=_plain)] if as_json else map(_visible, value))


def warn(doubts: Sequence[str]) -> None:
    """Say on stderr what a person should look at: the first `FEW`, and how many more there are."""
    for doubt in doubts[:FEW]:
        click.echo(f"briefgen: {_visible(doubt)}", err=True)
    if len(doubts) > FEW:
        click.echo(f"briefgen: and {len(doubts) - FEW} more, see `briefgen sources`", err=True)


def put(lines: Iterable[str]) -> None:
    """Print lines as they are."""
    for line in lines:
        click.echo(line)


def _plain(value: Any) -> Any:
    """Return what JSON writes for a value it does not know."""
    from dataclasses import asdict, is_dataclass

    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)


def _visible(line: str) -> str:
    """Return `line` with every control and invisible character replaced by one that is seen."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in line)


@contextmanager
def patience(task: str) -> Iterator[None]:
    """Show on a terminal, when the work is long, that it goes on and for how long."""
    from threading import Event, Thread

    done = Event()
    ticker = Thread(target=_tell, args=(task, done), daemon=True)
    if sys.stderr.isatty():
        ticker.start()
    try:
        yield
    finally:
        done.set()
        if ticker.ident:
            ticker.join()


def _tell(task: str, done: Any) -> None:
    """Count the seconds after `LONG` on one line, and wipe it when the task is `done`."""
    shown = ""
    for seconds in count(1):
        if done.wait(1):
            break
        if seconds >= LONG:
            shown = f"briefgen: {task}, {seconds} s"
            click.echo(f"\r{shown}", err=True, nl=False)
    if shown:
        click.echo(f"\r{' ' * len(shown)}\r", err=True, nl=False)
