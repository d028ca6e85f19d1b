"""What a person means by a path -> files of the corpus, and entries of its `sources.yaml`."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefgen.errors import UsageError
from briefgen.stock import NOT_SOURCES, holders


@dataclass(frozen=True, slots=True)
class Shelved:
    """What can be named: the files of a corpus, and the keys of its `sources.yaml`.

    `entries` are keys for one file, there or not; `idle` are patterns that match no file, and
    `patterns` those that do.
    """

    folder: Path
    files: frozenset[str]
    entries: frozenset[str]
    idle: frozenset[str]
    patterns: frozenset[str]

    def named(self, given: str, here: Path) -> tuple[str, bool]:
        """Return the path in the corpus that `given` names, and whether it is a folder there.

        A path is seen from the corpus or, as shells complete it, from the folder `here`; one that
        begins with a `/` or a dot only from there. Raises UsageError if it names nothing in the
        corpus, or something else seen from either.
        """
        seen = sorted({path for path in _seen(given, self.folder, here) if self._is_known(path)})
        if len(seen) > 1:
            both = " and ".join(seen)
            raise UsageError(f"{given}: expected one path, found two in the corpus: {both}")
        if not seen:
            raise UsageError(f"{given}: {self._why_unknown(given, here)}")
        return seen[0], seen[0] not in self._single

    def below(self, folder: str) -> Iterator[str]:
        """Yield all files in a folder of the corpus, and all entries for files in it."""
        return (path for path in self._single if path.startswith(f"{folder}/"))

    @property
    def _single(self) -> frozenset[str]:
        return self.files | self.entries | self.idle

    def _is_known(self, path: str) -> bool:
        return path in self._single or next(self.below(path), None) is not None

    def _why_unknown(self, given: str, here: Path) -> str:
        """Return what was expected and what was found."""
        seen = frozenset(_seen(given, self.folder, here))
        holder = next((one for path in seen for one in holders(path) if one in self.files), "")
        for is_so, why in (
            (not seen, f"expected a path in {self.folder}, found one outside of it"),
            ("." in seen, "expected a path in the source folder, found that folder itself"),
            (
                seen & self.patterns,
                "expected a file, found a pattern that matches some; name these",
            ),
            (seen & NOT_SOURCES, "expected a text, found a file of briefgen's own"),
            (holder, f"expected a whole file, found what is inside {holder}"),
        ):
            if is_so:
                return why
        return f"expected a file in {self.folder} or an entry of its sources.yaml, found neither"


def _seen(given: str, folder: Path, here: Path) -> Iterator[str]:
    """Yield the paths in the corpus that `given` may stand for, as PurePosixPath has them."""
    written = PurePosixPath(Path(given).as_posix())
    if not given.startswith((".", "/")) and not written.is_absolute() and ".." not in written.parts:
        yield written.as_posix()
    place = Path(os.path.normpath(here / given))  # a link is named, not what it leads to
    direct = place.parent.resolve() / place.name
    for root, seen in ((folder, place), (folder.resolve(), direct), (folder.resolve(), place)):
        if seen.is_relative_to(root):
            yield seen.relative_to(root).as_posix()
            return
