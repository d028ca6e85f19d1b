"""The process inside: reads what it is handed on stdin and says on stdout what became of it."""

import os
import sys
from typing import IO

from briefgen.read.judgement import verdicts
from briefgen.read.sandbox.codec import Request, asked, tell
from briefgen.read.sandbox.limits import OUT_OF_MEMORY, Limits, allow_work, confine

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn")
"""The audit events (PEP 578) of what no reader has to do."""


def main() -> None:
    """Serve requests until there are no more; the limits are the arguments of the process."""
    memory, work = map(int, sys.argv[1:3])
    limits = Limits(memory, work)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what a library may print
    sys.addaudithook(_forbid)
    confine(limits)
    try:
        while request := asked(sys.stdin.buffer):
            _serve(request, answers, limits)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # at once: tidying up would need memory too


def _serve(request: Request, answers: IO[bytes], limits: Limits) -> None:
    def wanted(path: str) -> bool:
        if path in request.done:
            return False
        allow_work(limits)
        tell(answers, path)
        return True

    for verdict in verdicts(request.source, wanted):
        tell(answers, verdict)
    tell(answers, None)


def _forbid(event: str, _: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event}: not while a file is read")


if __name__ == "__main__":
    main()
