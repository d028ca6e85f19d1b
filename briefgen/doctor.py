"""Whether this machine can build: versions, Pango, fonts, folders."""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from briefgen import __version__
from briefgen.bundled import templates
from briefgen.errors import ConfigError
from briefgen.fontconfig import missing_font
from briefgen.pango import missing_pango

_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:>=(?P<least>[\d.]+))?")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, whether it is as a build needs it, and what it is."""

    name: str
    ok: bool
    detail: str

    def __str__(self) -> str:
        """Return the finding as a line."""
        return f"{'ok' if self.ok else 'NOT OK':<8}{self.name}: {self.detail}"


def examine(config: Path) -> tuple[Finding, ...]:
    """Return what was found, with the project at `config` if there is one.

    Nothing that a build needs is needed to say that it is missing.
    """
    return tuple(_findings(config))


def _findings(config: Path) -> Iterator[Finding]:
    yield Finding("briefgen", True, f"{__version__} on Python {sys.version.split()[0]}")
    libraries = tuple(_libraries())
    yield from libraries
    pango = missing_pango()
    yield Finding("Pango", not pango, pango or "found")
    yield _fonts(templates())
    arabic = missing_font("ar")
    yield Finding("Arabic, if you quote it", True, arabic or "a font of the system has its letters")
    if all(one.ok for one in libraries):
        yield from _project(config)


def _libraries() -> Iterator[Finding]:
    """Yield what the installed briefgen asks for, extras aside."""
    try:
        required = [one for one in requires("briefgen") or () if "extra ==" not in one]
    except PackageNotFoundError:
        yield Finding("libraries", False, "briefgen is not installed: pip install .")
        return
    for found in filter(None, map(_REQUIREMENT.match, required)):
        yield _library(found["name"], found["least"] or "0")


def _library(name: str, least: str) -> Finding:
    try:
        installed = version(name)
    except PackageNotFoundError:
        return Finding(name, False, f"not installed: pip install '{name}>={least}'")
    if _numbers(installed) < _numbers(least):
        return Finding(name, False, f"{installed}, too old: pip install '{name}>={least}'")
    return Finding(name, True, installed)


def _numbers(release: str) -> tuple[int, ...]:
    """Return the leading numbers of a release, by which releases are ordered (PEP 440)."""
    found = re.match(r"\d+(?:\.\d+)*", release)
    return tuple(int(number) for number in found[0].split(".")) if found else ()


def _fonts(folder: Path) -> Finding:
    """Return whether the faces that `fonts.css` names are there."""
    named = re.findall(r'"font:([^"]+)"', (folder / "fonts.css").read_text("utf-8"))
    missing = [name for name in named if not (folder / "fonts" / name).is_file()]
    if missing:
        return Finding("fonts", False, f"not in {folder / 'fonts'}: {', '.join(missing)}")
    return Finding("fonts", True, ", ".join(named))


def _project(config: Path) -> Iterator[Finding]:
    from briefgen.config import load  # only here: it needs libraries that may be missing

    if not config.exists():
        yield Finding("project", True, f"no {config}; `briefgen init DIR` begins one")
        return
    try:
        settings = load(config)
    except ConfigError as error:
        yield Finding("project", False, "; ".join(error.problems))
        return
    yield Finding("project", True, str(config))
    yield _accessible("sources", settings.sources, os.R_OK | os.X_OK, "read")
    yield _accessible("output", settings.output, os.W_OK | os.X_OK, "written to")


def _accessible(name: str, folder: Path, mode: int, doing: str) -> Finding:
    """Return whether `folder`, or the nearest above it that exists, lets us do so."""
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    if nearest.is_dir() and os.access(nearest, mode):
        return Finding(name, True, str(folder))
    return Finding(name, False, f"{nearest} cannot be {doing}")
