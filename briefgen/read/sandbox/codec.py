"""What the two processes say to each other: lines of JSON, and the bytes of a file.

The answers come from a process that has read hostile bytes, so they are believed only as far as
they have the right shape.
"""

from dataclasses import dataclass, replace
from typing import IO

from pydantic import TypeAdapter

from briefgen.model import Document, Source, Verdict

LONGEST = 512 * 1024 * 1024
"""Bytes of an answer; no document of a file that may be read makes a longer one."""

Answer = Verdict | str | None
"""A verdict; the address of what is read next; or None when all of the file is read."""


@dataclass(frozen=True, slots=True)
class Request:
    """A file to be read, but for what in it is done, by address; its bytes come after it."""

    source: Source
    done: frozenset[str]
    size: int


_REQUEST: TypeAdapter[Request] = TypeAdapter(Request)
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


def ask(stream: IO[bytes], source: Source, done: frozenset[str]) -> None:
    """Write a request and the bytes of its file."""
    bare = replace(source, data=b"", columns=dict(source.columns))
    stream.write(_REQUEST.dump_json(Request(bare, done, len(source.data))) + b"\n")
    stream.write(source.data)
    stream.flush()


def asked(stream: IO[bytes]) -> Request | None:
    """Return the next request, or None if there will be no more."""
    line = stream.readline()
    if not line:
        return None
    request = _REQUEST.validate_json(line)
    return replace(request, source=replace(request.source, data=stream.read(request.size)))


def tell(stream: IO[bytes], answer: Answer) -> None:
    """Write an answer."""
    stream.write(_ANSWER.dump_json(answer) + b"\n")
    stream.flush()


def told(stream: IO[bytes], source: Source) -> Answer:
    """Return the next answer about `source`.

    Raises EOFError if there is none, ValueError if it has not the shape of one.
    """
    line = stream.readline(LONGEST)
    if not line.endswith(b"\n"):
        raise EOFError
    answer = _ANSWER.validate_json(line, strict=True)
    path = answer.path if isinstance(answer, Verdict) else answer
    if path is not None and not path.startswith(source.path):
        raise ValueError(f"an answer about {path}")
    if isinstance(answer, Verdict) and answer.document is not None:
        _check(answer.document, answer.path, source.sha256)
    return answer


def _check(document: Document, path: str, sha256: str) -> None:
    """Return if the document is that of `path` and all its spans are in its text and in order."""
    spans = [(one.start, one.end) for one in document.blocks]
    spans += [(one.start, one.end) for one in document.dropped]
    if (document.path, document.sha256) != (path, sha256):
        raise ValueError("a document of another file")
    if not all(0 <= start <= end <= len(document.text) for start, end in spans):
        raise ValueError("a span outside of the text")
