"""Whether this machine can build: libraries, readers, Pango, fonts, folders."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from briefgen import __version__
from briefgen.bundled import templates
from briefgen.doctor.finding import Finding
from briefgen.doctor.formats import formats
from briefgen.doctor.libraries import libraries
from briefgen.errors import ConfigError
from briefgen.fontconfig import missing_font
from briefgen.pango import missing_pango


def examine(config: Path) -> tuple[Finding, ...]:
    """Return what was found, with the project at `config` if there is one.

    Nothing that a build needs is needed to say that it is missing.
    """
    return tuple(_findings(config))


def _findings(config: Path) -> Iterator[Finding]:
    yield Finding("briefgen", True, f"{__version__} on Python {sys.version.split()[0]}")
    pango = missing_pango()
    required = tuple(libraries(unloadable={"weasyprint"} if pango else ()))
    yield from required
    yield Finding("Pango", not pango, pango or "found")
    yield from formats()
    yield _fonts(templates())
    arabic = missing_font("ar")
    yield Finding("Arabic, if you quote it", True, arabic or "a font of the system has its letters")
    if all(library.ok for library in required):
        yield from _project(config)


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
