"""Whether the system libraries WeasyPrint draws with are there, told before anything else fails.

Only the standard library is used, so that `make` can ask before it installs anything.
"""

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator, Mapping

# The names by which each library goes on Linux, macOS and Windows, then the name its linker knows:
# a choice of those WeasyPrint 70 tries (weasyprint/text/ffi.py).
LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "GObject": (
        "libgobject-2.0.so.0",
        "libgobject-2.0.0.dylib",
        "libgobject-2.0-0.dll",
        "gobject-2.0",
    ),
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "pango-1.0"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "harfbuzz"),
    "Fontconfig": (
        "libfontconfig.so.1",
        "libfontconfig.1.dylib",
        "libfontconfig-1.dll",
        "fontconfig",
    ),
    "PangoFT2": (
        "libpangoft2-1.0.so.0",
        "libpangoft2-1.0.dylib",
        "libpangoft2-1.0-0.dll",
        "pangoft2-1.0",
    ),
}

SUBSETTING = (
    "libharfbuzz-subset.so.0",
    "libharfbuzz-subset.0.dylib",
    "libharfbuzz-subset-0.dll",
    "harfbuzz-subset",
)

_WINDOWS_FOLDERS = (
    r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
)
_HOMEBREW_FOLDER = "/opt/homebrew/lib"
"""Where Homebrew has libraries on Apple's own processors; only its own Python looks there."""


def missing_pango(libraries: Mapping[str, tuple[str, ...]] = LIBRARIES) -> str | None:
    """Return one line saying which of `libraries` cannot be loaded and how to install them all."""
    missing = missing_libraries(libraries)
    if not missing:
        return None
    from briefgen.packages import PANGO, how_to_install  # only here: most machines have Pango

    return (
        f"PDF needs Pango, not found: {', '.join(missing)}. To install it: {how_to_install(PANGO)}"
    )


def missing_libraries(libraries: Mapping[str, tuple[str, ...]] = LIBRARIES) -> list[str]:
    """Return which of `libraries`, each with the names it goes by, cannot be loaded."""
    _search_more_folders()
    with unsearched():
        return [library for library, names in libraries.items() if not any(map(_loads, names))]


def versions() -> dict[str, str]:
    """Return the version of Pango and whether HarfBuzz can subset, as WeasyPrint finds them.

    Whether HarfBuzz subsets the fonts, or fontTools does, changes the bytes of a PDF.
    """
    _search_more_folders()
    with unsearched():
        pango = next(filter(None, map(_library, LIBRARIES["Pango"])), None)
        subset = any(map(_loads, SUBSETTING))
    major, rest = divmod(pango.pango_version(), 10_000) if pango else (0, 0)
    return {
        "pango": f"{major}.{rest // 100}.{rest % 100}",
        "harfbuzz-subset": "present" if subset else "absent",
    }


@contextlib.contextmanager
def unsearched() -> Iterator[None]:
    """Let WeasyPrint, imported within, only open what it names; on Linux, if all of it opens so.

    There a search for a name starts ldconfig, a compiler and two linkers, most often to find what
    opens anyway: an import ran 86 programs, which took an eighth of a build.
    """
    from ctypes import util

    search = util.find_library
    if sys.platform == "linux" and all(any(map(_opened, names)) for names in LIBRARIES.values()):
        util.find_library = _nothing
    try:
        yield
    finally:
        util.find_library = search


def _nothing(name: str) -> None:
    return None


def _loads(name: str) -> bool:
    """Return whether `name` can be loaded, in the ways that cffi has for WeasyPrint."""
    return _library(name) is not None


def _library(name: str) -> ctypes.CDLL | None:
    from ctypes.util import find_library

    return _opened(name) or _opened(find_library(name))


def _opened(file: str | None) -> ctypes.CDLL | None:
    with contextlib.suppress(OSError):
        return ctypes.CDLL(file) if file else None
    return None


def _search_more_folders() -> None:
    """Have libraries looked for where MSYS2 and Homebrew put them, as other Pythons do not."""
    if sys.platform == "win32":
        for folder in os.getenv("WEASYPRINT_DLL_DIRECTORIES", _WINDOWS_FOLDERS).split(";"):
            with contextlib.suppress(OSError):
                os.add_dll_directory(folder)
    elif sys.platform == "darwin":
        search_by_name(_HOMEBREW_FOLDER)


def search_by_name(folder: str) -> None:
    """Have `ctypes.util.find_library` look in `folder` too on macOS, after all others.

    It is through this search that cffi, and so WeasyPrint, opens libraries there.
    """
    from ctypes.macholib import dyld

    folders: list[str] = dyld.DEFAULT_LIBRARY_FALLBACK  # type: ignore[attr-defined] # in no stub
    if folder not in folders:
        folders.append(folder)
