"""Source -> Verdicts: what becomes of a file, document by document, once its bytes are there."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from posixpath import splitext

from briefgen.errors import InstallationError, ReadError
from briefgen.model import Document, Outcome, Source, Verdict
from briefgen.read.files import printable
from briefgen.read.reader import Member, Reader
from briefgen.read.registry import reader_for

MOST_MEMBERS = 10_000
"""Documents that are taken from one file."""

_SHOWN = 200
"""Characters of a library's complaint that are passed on."""

Wanted = Callable[[str], bool]


def verdicts(source: Source, wanted: Wanted = lambda path: True) -> Iterator[Verdict]:
    """Yield the verdict of the document in a file, or of each of the documents it holds.

    `wanted` is asked before anything is read, with the address of it; what is not wanted is passed
    over.
    """
    yield from _judged(Member(source), wanted)


def _judged(member: Member, wanted: Wanted) -> Iterator[Verdict]:
    path = member.source.path
    if not wanted(path):
        return
    try:
        reader = _reader(member)
        with _translated(reader):
            found = reader.read(member.source)
            if isinstance(found, Document):
                yield _verdict(replace(found, reader=reader.stamp()))
            else:
                yield from _collected(path, found, wanted)
    except ReadError as error:
        yield Verdict(path, Outcome.REFUSED, printable(str(error)))


def _reader(member: Member) -> Reader:
    """Return the reader of a member, once nothing that it needs is missing."""
    if member.problem:
        raise ReadError(member.problem)
    reader = member.reader or reader_for(member.source.path)
    reader.stamp()
    return reader


@contextmanager
def _translated(reader: Reader) -> Iterator[None]:
    """Turn whatever the libraries of a risky format raise at hostile bytes into a ReadError."""
    try:
        yield
    except (ReadError, MemoryError):
        raise
    except ImportError as error:
        raise ReadError(str(InstallationError(error))) from error
    except Exception as error:
        if not reader.risky:
            raise
        found = f"{type(error).__name__}: {error}"[:_SHOWN]
        raise ReadError(f"expected a file that can be read, found {found}") from error


def _collected(path: str, members: Iterable[Member], wanted: Wanted) -> Iterator[Verdict]:
    """Yield the verdicts of the members of the file at `path`; each has an address of its own."""
    met: Counter[str] = Counter()
    for number, member in enumerate(members, start=1):
        if number > MOST_MEMBERS:
            raise ReadError(f"expected at most {MOST_MEMBERS:,} documents in one file, found more")
        distinct = _distinct(member, met)
        met.update({member.source.path, distinct.source.path})
        yield from _judged(distinct, wanted)
    if not met:
        yield Verdict(path, Outcome.EMPTY, "no documents in it")


def _distinct(member: Member, met: Mapping[str, int]) -> Member:
    """Return the member under an address that was not met before: `a.txt`, then `a~2.txt`."""
    address = path = member.source.path
    root, suffix = (path, "") if member.reader else splitext(path)
    time = met[path]
    while met[address]:
        time += 1
        address = f"{root}~{time}{suffix}"
    return member._replace(source=replace(member.source, path=address))


def _verdict(document: Document) -> Verdict:
    if document.blocks:
        return Verdict(document.path, Outcome.READ, document=document)
    reason = "nothing but scraped furniture" if document.dropped else "no words in it"
    return Verdict(document.path, Outcome.EMPTY, reason, document)
