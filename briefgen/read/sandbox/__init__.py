"""A process of its own for files that could harm the one that reads them.

It has no network, writes no file, and has limits of memory, work and time; whatever becomes of it,
the file gets a verdict. One process serves many files and is replaced when it dies.
"""

from types import TracebackType
from typing import Self

from briefgen.model import Outcome, Source, Verdict
from briefgen.read.sandbox.limits import Limits
from briefgen.read.sandbox.process import DiedError, Process

MOST_FAILURES = 10
"""Members of one file that may bring the process down; the rest of the file is then refused."""


class Sandbox:
    """The process, started when it is first needed; leaving the context ends it."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Keep `limits`, which hold for each document."""
        self.limits = limits or Limits()
        self._process: Process | None = None

    def __enter__(self) -> Self:
        """Return the sandbox; nothing runs yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self._end()

    def verdicts(self, source: Source) -> tuple[Verdict, ...]:
        """Return the verdict of the document in a file, or of each of those it holds.

        What brings the process down is refused, and the rest of the file read by a new one.
        """
        found: list[Verdict] = []
        for _ in range(MOST_FAILURES):
            failed = self._read(source, found)
            if failed is None:
                return tuple(found)
            found.append(failed)
            if failed.path == source.path:
                return tuple(found)
        reason = f"more than {MOST_FAILURES} documents in it bring their reader down"
        return (*found, Verdict(source.path, Outcome.REFUSED, reason))

    def _read(self, source: Source, found: list[Verdict]) -> Verdict | None:
        """Append verdicts to `found` until all are there, or return that of what failed.

        A process that has read other files may fail for those: its failure does not count.
        """
        has_a_past = self._process is not None
        failed = self._attempt(source, found)
        return self._attempt(source, found) if failed and has_a_past else failed

    def _attempt(self, source: Source, found: list[Verdict]) -> Verdict | None:
        reading = source.path
        self._process = self._process or Process(self.limits)
        try:
            self._process.ask(source, frozenset(one.path for one in found))
            while (answer := self._process.answer(source)) is not None:
                if isinstance(answer, Verdict):
                    found.append(answer)
                reading = answer if isinstance(answer, str) else source.path
        except DiedError as error:
            self._end()
            return Verdict(reading, Outcome.REFUSED, str(error))
        return None

    def _end(self) -> None:
        if self._process:
            self._process.end()
        self._process = None
