"""Whether the system has a font for a language, as Fontconfig knows it, which PDF is drawn with.

The fonts in `templates/` have the Latin, Greek and Cyrillic letters; others come from the system.
"""

import ctypes
from ctypes.util import find_library

from briefgen.packages import ARABIC, how_to_install
from briefgen.pango import LIBRARIES


def missing_font(tag: str) -> str | None:
    """Return one line saying how to install a font for the language `tag`, or None if one is there.

    The package is one for Arabic, the only language of `briefgen.language` that needs a font.

    None as well where there is no Fontconfig: what is missing then is told by `missing_pango`.
    """
    library = _fontconfig()
    if library is None or _fonts(library, tag):
        return None
    return (
        "no font has its letters, and a PDF would show boxes."
        f" To install one: {how_to_install(ARABIC)}"
    )


def _fontconfig() -> ctypes.CDLL | None:
    for name in (*LIBRARIES["Fontconfig"], find_library("fontconfig")):
        try:
            return ctypes.CDLL(name) if name else None
        except OSError:
            continue
    return None


def _fonts(library: ctypes.CDLL, tag: str) -> int:
    """Return how many fonts have all the letters of a language (FcFontList; its first field)."""
    for function in (library.FcNameParse, library.FcObjectSetCreate, library.FcFontList):
        function.restype = ctypes.c_void_p
    pattern = ctypes.c_void_p(library.FcNameParse(f":lang={tag}".encode("ascii")))
    found = library.FcFontList(None, pattern, ctypes.c_void_p(library.FcObjectSetCreate()))
    return ctypes.cast(found, ctypes.POINTER(ctypes.c_int))[0] if found else 0
