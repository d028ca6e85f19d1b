"""`sources.yaml` beside the texts -> what it says of each file, by its path or by a pattern.

An entry is for one file if its key is the path of one, or has no wildcard; else it is for all files
that the pattern matches (`briefgen.read.patterns`). What several entries say of a file is put
together key by key: each key is that of the most precise entry that has it.
"""

from dataclasses import replace
from pathlib import Path

from briefgen.errors import ConfigError
from briefgen.model import Metadata
from briefgen.read.files import find
from briefgen.read.sources_yaml.listed import Absent, Listed, Listing
from briefgen.read.sources_yaml.mistakes import contradictions
from briefgen.read.sources_yaml.resolve import resolved
from briefgen.read.sources_yaml.salvage import parsed_in_part, without
from briefgen.read.sources_yaml.shape import LISTING, SHAPE
from briefgen.strict_yaml import Kind, Problem, check, load_text, mistaken, parse

__all__ = [
    "LARGEST",
    "LISTING",
    "Absent",
    "Listed",
    "Listing",
    "declared",
    "listing",
    "unfit",
    "usable",
]

LARGEST = 32_000_000
"""Bytes that a `sources.yaml` may have: enough for some 100,000 sources."""


def listing(folder: Path, name: str = LISTING) -> Listing:
    """Return what `sources.yaml` in `folder` says; nothing if there is none.

    `name` is that of another file to read as one. An entry without a file is no error but one of
    the `problems`. Raises ConfigError with all mistakes, and BriefgenError if `folder` cannot be
    listed.
    """
    place = folder / name
    if not place.exists():
        return Listing()
    root, problems = parse(load_text(place, LARGEST))
    if root is None:
        raise mistaken(place, problems)
    files = find(folder) if root.children else ()
    checked = check(root, SHAPE)
    every = [*problems, *checked.problems, *contradictions(root, files)]
    if checked.value is None or every:
        raise mistaken(place, every)
    return resolved(root, checked.value, files)


def usable(folder: Path) -> Listing:
    """Return what `listing` does, but without what is wrong, which is among the `problems`.

    Only the values that are wrong are left out, and entries that are no YAML. It is for what has to
    go on whatever has become of `sources.yaml`: checking an issue of long ago.
    """
    place = folder / LISTING
    try:
        return listing(folder)
    except ConfigError as error:
        try:
            text = load_text(place, LARGEST)
        except ConfigError:
            return Listing(mistakes=_unused(error))
    return _salvaged(folder, place, text)


def _salvaged(folder: Path, place: Path, text: str) -> Listing:
    root, problems = parsed_in_part(text)
    if root is None:
        return Listing(mistakes=_unused(mistaken(place, problems)))
    files = find(folder)
    wrong = [*check(root, SHAPE).problems, *contradictions(root, files)]
    aliases = [one for one in problems if root.closest(one.steps).kind is Kind.ALIAS]
    rest = without(root, frozenset(one.steps for one in [*wrong, *aliases]))
    value = check(rest, SHAPE).value
    known = resolved(rest, value, files) if value else Listing()
    return replace(known, mistakes=_unused(mistaken(place, [*problems, *wrong])))


def declared(folder: Path, name: str = LISTING) -> dict[str, Metadata]:
    """Return what `listing` says of the texts alone."""
    return {path: one.metadata for path, one in listing(folder, name).files.items()}


def unfit(entries: str) -> tuple[Problem, ...]:
    """Return what keeps `entries` from being a `sources.yaml`, whether its files exist or not."""
    root, problems = parse(entries)
    return (*problems, *check(root, SHAPE).problems) if root else problems


def _unused(error: ConfigError) -> tuple[str, ...]:
    return tuple(f"{LISTING}, {problem} (not used)" for problem in error.problems)
