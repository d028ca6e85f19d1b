"""Whether this machine can build: versions, Pango, fonts, folders."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

from briefgen import __version__
from briefgen.bundled import templates
from briefgen.config import load
from briefgen.errors import ConfigError
from briefgen.pango import missing_pango


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, whether it is as a build needs it, and what it is."""

    name: str
    ok: bool
    detail: str

    def __str__(self) -> str:
        """Return the finding as a line."""
        return f"{'ok' if self.ok else 'MISSING':<8}{self.name}: {self.detail}"


def examine(config: Path) -> tuple[Finding, ...]:
    """Return what was found, with the project at `config` if there is one."""
    return tuple(_findings(config))


def _findings(config: Path) -> Iterator[Finding]:
    yield Finding("briefgen", True, f"{__version__} on Python {sys.version.split()[0]}")
    yield from (_library(name) for name in _required())
    pango = missing_pango()
    yield Finding("Pango", not pango, pango or "found")
    fonts = sorted(path.name for path in (templates() / "fonts").glob("*.otf"))
    yield Finding("fonts", bool(fonts), ", ".join(fonts) or f"none in {templates() / 'fonts'}")
    yield from _project(config)


def _required() -> list[str]:
    """Return the names of the libraries that the installed briefgen asks for."""
    found = [match(r"[\w.-]+", one) for one in requires("briefgen") or () if "extra ==" not in one]
    return [one[0] for one in found if one]


def _library(name: str) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, f"not installed: pip install {name}")


def _project(config: Path) -> Iterator[Finding]:
    if not config.exists():
        yield Finding("project", True, f"no {config} here; briefgen init DIR writes one")
        return
    try:
        settings = load(config)
    except ConfigError as error:
        yield Finding("project", False, str(error))
        return
    yield Finding("sources", os.access(settings.sources, os.R_OK), str(settings.sources))
    yield _writable(settings.output)


def _writable(folder: Path) -> Finding:
    """Return whether `folder`, or the nearest one above it that exists, can be written."""
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    able = nearest.is_dir() and os.access(nearest, os.W_OK)
    return Finding("output", able, str(folder) if able else f"{nearest} cannot be written")
