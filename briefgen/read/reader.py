"""What a reader is: a format's name, the function that understands it, and what that needs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple, Optional

from briefgen.errors import InstallationError, ReadError
from briefgen.model import Document, Metadata, Source

_UNKNOWN = Metadata()


class Member(NamedTuple):
    """A document inside a file, such as an entry of a feed.

    It is read by `reader`, or else by the one for the suffix of its path; `problem` says why it
    cannot be read at all.
    """

    source: Source
    reader: Optional["Reader"] = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to understand files of one format: `read` returns the document, or the members.

    The number in `name`, as in `html/1`, is raised whenever `read` returns something else for the
    same bytes. A `risky` format is read in a process of its own (`briefgen.read.sandbox`).
    `libraries` are the distributions that `read` imports.
    """

    name: str
    read: Callable[[Source], Document | Iterable[Member]]
    risky: bool = True
    libraries: tuple[str, ...] = ()

    def stamp(self) -> str:
        """Return the versions of all that shapes the answer, such as `html/1 trafilatura/2.3.1`.

        Raises ReadError if one is not installed.
        """
        try:
            return " ".join([self.name, *map(_versioned, self.libraries)])
        except PackageNotFoundError as error:
            missing = InstallationError(f"{error.name} is not installed")
            raise ReadError(str(missing)) from error


@cache
def _versioned(library: str) -> str:
    return f"{library}/{version(library)}"


def inside(
    source: Source,
    name: str,
    data: bytes,
    page: Metadata = _UNKNOWN,
    doubts: tuple[str, ...] = (),
) -> Source:
    """Return the source of a member of `source`, called `name` there; `page` is said of it there.

    `doubts` are those about the day in `page`.

    What `sources.yaml` says of the file is true of all its members, but for the title, the day and
    the address, which can be true of one only.
    """
    declared = replace(source.declared, title=None, published=None, address=None)
    path = f"{source.path}{name}"
    return replace(source, path=path, data=data, declared=declared, page=page, doubts=doubts)
