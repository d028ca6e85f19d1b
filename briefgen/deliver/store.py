"""Artefacts -> a folder by its URL: here, or in a store that fsspec reaches, such as a bucket.

A store has no step that changes many files at once. So the ledger of an earlier edition goes first
and the new one comes last: whoever sees a brief.json there sees the whole of its issue.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from briefgen.deliver.folder import OWN, publish
from briefgen.errors import DeliveryError
from briefgen.model import Artefact

LEDGER = "brief.json"
"""The last of an issue's files, which names all the others."""

_OWN = (LEDGER, *sorted(OWN - {LEDGER}))

_LASTING = (
    *(FileExistsError, FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError),
    *(ImportError, TypeError, ValueError),
)
"""What file systems raise for what another attempt does not change: no such bucket, no right."""


class UnstoredError(DeliveryError):
    """An issue was not stored; if `unclear`, it may be there, if `lasting`, it will not be soon."""

    def __init__(self, words: str, *, lasting: bool, unclear: bool = False) -> None:
        """Keep `words`, which say where, what was expected and what was found."""
        super().__init__(words)
        self.lasting = lasting
        self.unclear = unclear


def store(
    artefacts: Sequence[Artefact],
    folder: str,
    options: Mapping[str, Any],
    begin: Callable[[], None],
) -> None:
    """Put the issue into the folder of that URL, in place of an earlier edition, its ledger last.

    That is the last of `artefacts`. `begin` is called before anything there is changed. A folder of
    this machine changes in one step, as by `publish`. Raises UnstoredError; unless it is unclear,
    no ledger of this edition is there.
    """
    assert artefacts[-1].name == LEDGER
    if folder.startswith("file:"):
        begin()
        _publish(artefacts, folder)
    else:
        with _told(folder):
            files, place = _reached(folder, options)
            earlier = [name for name in _OWN if files.exists(f"{place}/{name}")]
        begin()
        with _told(folder):
            _replace(artefacts, earlier, files, place)
        with _told(folder, unclear=True):
            _write(artefacts[-1], files, place)


def expect_library(folder: str) -> None:
    """Return if there is a library that reaches the store of a URL; nothing is asked of it.

    Raises DeliveryError with the way to get it.
    """
    if folder.startswith("file:"):
        return
    try:
        import fsspec
    except ImportError as error:
        raise DeliveryError(
            "mail.copies: expected fsspec to copy issues with, not installed:"
            " pip install 'briefgen[copy]'"
        ) from error
    try:
        fsspec.get_filesystem_class(urlsplit(folder).scheme)
    except (ImportError, ValueError) as error:
        raise DeliveryError(
            f"{folder}: expected a library that reaches it, found none: {error}"
        ) from error


def _publish(artefacts: Sequence[Artefact], folder: str) -> None:
    try:
        publish(artefacts, Path(url2pathname(urlsplit(folder).path)))
    except DeliveryError as error:
        raise UnstoredError(str(error), lasting=isinstance(error.__cause__, _LASTING)) from error


def _reached(folder: str, options: Mapping[str, Any]) -> tuple[Any, str]:
    """Return the file system of a URL, made for this issue alone, and the path of the folder."""
    from fsspec.core import url_to_fs

    files, place = url_to_fs(folder, skip_instance_cache=True, **options)
    return files, place


def _replace(artefacts: Sequence[Artefact], earlier: list[str], files: Any, place: str) -> None:
    """Write all but the ledger, once that of the `earlier` edition is gone, and what it alone had.

    Whatever goes wrong here, no ledger is there.
    """
    *others, _ = artefacts
    staying = {artefact.name for artefact in others}
    for name in (name for name in earlier if name not in staying):
        files.rm_file(f"{place}/{name}")
    for artefact in others:
        _write(artefact, files, place)


def _write(artefact: Artefact, files: Any, place: str) -> None:
    """Write a file, in a new folder if there is none; the folder around that one must be there."""
    try:
        files.pipe_file(f"{place}/{artefact.name}", artefact.data)
    except FileNotFoundError:
        files.mkdir(place, create_parents=False)
        files.pipe_file(f"{place}/{artefact.name}", artefact.data)


@contextmanager
def _told(folder: str, *, unclear: bool = False) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # each library that reaches a store raises errors of its own
        found = str(error) or type(error).__name__
        words = f"{folder}: expected to copy the issue there, found: {found}"
        lasting = isinstance(error, _LASTING)
        raise UnstoredError(words, lasting=lasting, unclear=unclear) from error
