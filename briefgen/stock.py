"""What goes into a build, as it is now: files by their hashes, software by its versions.

Only the standard library is used, and little of it, so that `briefgen build --if-changed` answers
before anything else is imported.
"""

import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from briefgen import pango

LARGEST = 50 * 1024 * 1024
"""Bytes a file may have; a larger one is no article and is refused by name."""

DECLARATIONS = "sources.yaml"
LEDGER = "brief.json"
"""The file of an issue that says what is in it and where it stands in its sources."""

NOT_SOURCES = frozenset({DECLARATIONS, "feeds.yaml"})

LIBRARIES = (
    "charset-normalizer cssselect2 feedparser fonttools htmldate jinja2 lxml lxml-html-clean"
    " markdown-it-py numpy nupunkt pillow pydyf pypdfium2 pyphen pystemmer python-docx pyyaml"
    " scikit-learn scipy sentencex tinycss2 tinyhtml5 trafilatura weasyprint"
).split()
"""The distributions whose version can change a byte of the output."""

_MEMBER = re.compile(r"[/#]")
"""What parts a file from what it holds, in the address of a document inside of one."""

_PACKAGE = Path(__file__).resolve().parent
_ISSUE = re.compile(r"\d{4}-W\d\d", re.ASCII)


def digest(place: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal; OSError, with its name, if it has none."""
    try:
        with place.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(place)) from error


def walk(folder: Path) -> Iterator[str]:
    """Yield the paths of all files of a corpus, relative, with `/`, in no order.

    Hidden files and folders, `sources.yaml` and `feeds.yaml` are not part of it. A folder below
    that cannot be listed, and a link to a folder, stand for what is in them. Raises OSError if
    `folder` itself cannot be listed.
    """
    folders = [""]
    while folders:
        prefix = folders.pop()
        try:
            entries = _entries(folder, prefix)
        except OSError:
            if not prefix:
                raise
            yield prefix
            continue
        yield from (path for path, is_folder in entries if not is_folder)
        folders += (f"{path}/" for path, is_folder in entries if is_folder)


def texts(folder: Path) -> dict[str, str | None]:
    """Return the hash of each file of a corpus; None for one that a reader may not open."""
    return {path: _hash_of_text(folder, path) for path in walk(folder)}


def declarations(folder: Path) -> str | None:
    """Return the hash of the corpus's `sources.yaml`, None if it has none."""
    place = folder / DECLARATIONS
    return digest(place) if place.is_file() else None


def earlier_issues(output: Path, week: str) -> tuple[Path, ...]:
    """Return the ledgers of the issues in `output` before that of `week`, the oldest first.

    A folder of an issue is named for its ISO week, such as `2026-W31`; so names tell the order.
    """
    try:
        names = sorted(folder.name for folder in output.iterdir() if _ISSUE.fullmatch(folder.name))
    except OSError:  # no folder yet, or none that can be listed
        return ()
    ledgers = (output / name / LEDGER for name in names if name < week)
    return tuple(ledger for ledger in ledgers if ledger.is_file())


def template_folders(project: Path, own: Path) -> tuple[Path, ...]:
    """Return where templates are looked for: in the project first, then briefgen's `own`."""
    beside = project / "templates"
    return (beside, own) if beside.is_dir() and not beside.samefile(own) else (own,)


def templates(folders: Iterable[Path]) -> dict[str, str]:
    """Return the hash of each template by its name, from the first folder that has it."""
    chosen: dict[str, Path] = {}
    for folder in folders:
        for path in folder.rglob("[!.]*"):
            if path.is_file():
                chosen.setdefault(path.relative_to(folder).as_posix(), path)
    return {name: digest(path) for name, path in sorted(chosen.items())}


def tables() -> dict[str, str]:
    """Return the hash of each table in the package, such as the weights, by its path there."""
    paths = sorted(_PACKAGE.glob("*/*.json"))
    return {path.relative_to(_PACKAGE).as_posix(): digest(path) for path in paths}


def versions(formats: Iterable[str]) -> dict[str, str]:
    """Return the version of Python and of all that shapes the output, by name."""
    there = installed()
    known = {name: there.get(name) or _version(name) for name in LIBRARIES}
    drawing = pango.versions() if "pdf" in formats else {}
    return dict(sorted((known | drawing | {"python": sys.version.split()[0]}).items()))


def unicode(name: str) -> str:
    """Return a text that JSON can hold: a file name need not be Unicode."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode("utf-8")


def holders(path: str) -> Iterator[str]:
    """Yield the address of a document, then each beginning of it that may be the file it is in.

    >>> list(holders("wire/old.zip/a.csv#4f1c"))
    ['wire/old.zip/a.csv#4f1c', 'wire/old.zip/a.csv', 'wire/old.zip', 'wire']
    """
    yield path
    for cut in reversed([*_MEMBER.finditer(path)]):
        yield path[: cut.start()]


def _entries(folder: Path, prefix: str) -> list[tuple[str, bool]]:
    """Return the path of each entry of a folder of the corpus, and whether it is a folder."""
    with os.scandir(folder / prefix) as entries:
        return [
            (prefix + entry.name, entry.is_dir(follow_symlinks=False))
            for entry in entries
            if not entry.name.startswith(".") and prefix + entry.name not in NOT_SOURCES
        ]


def _hash_of_text(folder: Path, path: str) -> str | None:
    place = folder / path
    try:
        status = place.lstat()
        if stat.S_ISLNK(status.st_mode):
            place = Path(os.path.realpath(place, strict=True))
            status = place.stat() if place.is_relative_to(folder.resolve()) else status
        if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST:
            return digest(place)
    except OSError:
        return None
    return None


def installed() -> dict[str, str]:
    """Return the versions of what is installed, as the names of folders have them (PEP 376).

    Asking `importlib.metadata` alone takes as long as all of `briefgen --help`.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for name in os.listdir(folder or "."):  # noqa: PTH208 - names are all we need
                if name.endswith(".dist-info"):
                    project, _, version = name.removesuffix(".dist-info").rpartition("-")
                    found.setdefault(project.lower().replace("_", "-"), version)
    return found


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
