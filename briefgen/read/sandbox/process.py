"""The process as it is seen from outside: asked, answered, watched, ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer

from briefgen.model import Source
from briefgen.read.sandbox.codec import Answer, ask, told
from briefgen.read.sandbox.limits import OUT_OF_MEMORY, Limits

_WORKER = "briefgen.read.sandbox.worker"


class DiedError(Exception):
    """The process has ended, or had to be, before its answer was complete; its text says why."""


class Process:
    """A running process that reads files, within its limits."""

    def __init__(self, limits: Limits) -> None:
        """Start it; it imports from where this one does, but not from the working directory."""
        self._limits = limits
        self._late = False
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-B", "-m", _WORKER, str(limits.memory), str(limits.work)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "0"},
        )

    def ask(self, source: Source, done: frozenset[str]) -> None:
        """Hand over a file to be read, but for what in it is `done`."""
        assert self._popen.stdin
        with self._watched():
            ask(self._popen.stdin, source, done)

    def answer(self, source: Source) -> Answer:
        """Return the next answer about the file. Raises DiedError if there will be none."""
        assert self._popen.stdout
        with self._watched():
            return told(self._popen.stdout, source)

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._popen.kill()
        with suppress(OSError):
            self._popen.communicate()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """End the process if what is done meanwhile takes too long; say why it ended."""
        watch = Timer(self._limits.seconds, self._expire)
        watch.start()
        try:
            yield
        except (OSError, EOFError) as error:
            raise DiedError(self._cause()) from error
        except ValueError as error:
            raise DiedError("its reader gave a wrong answer") from error
        finally:
            watch.cancel()

    def _expire(self) -> None:
        self._late = True
        self._popen.kill()

    def _cause(self) -> str:
        status = self._popen.wait()
        limits = self._limits
        if self._late:
            return f"expected it to be read within {limits.seconds:g} seconds, found it was not"
        if status == OUT_OF_MEMORY:
            return (
                f"expected it to be read in {limits.memory >> 20} MB of memory, found it needs more"
            )
        if status == -getattr(signal, "SIGXCPU", 0):
            return f"expected it to be read with {limits.work} seconds of work, found it needs more"
        name = signal.Signals(-status).name if status < 0 else f"exit status {status}"
        return f"expected it to be read, found that it brings its reader down ({name})"
