"""Names that are safe on every system, and readable."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

LONGEST = 80
"""Characters of a name before its suffix."""

_UNSAFE = re.compile(r"[^\w.+@-]+")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}", re.ASCII)
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""What Windows takes for a device, whatever the suffix."""


def safe(path: str) -> str:
    """Return `path`, relative, with each of its names made safe.

    >>> safe("../My Report: part 1?.TXT"), safe("a/b c.md"), safe("con.txt")
    ('My-Report-part-1.txt', 'a/b-c.md', 'con-.txt')
    """
    made = _made_safe(path)
    return made if made == path else safe(made)  # what is cut off may bare another suffix


def _made_safe(path: str) -> str:
    name = PurePosixPath(path)
    folders = [_safe(one) for one in name.parent.parts if one.strip("./\\")]
    suffix = name.suffix.lower()
    if _SUFFIX.fullmatch(suffix):
        return "/".join([*folders, _safe(name.stem) + suffix])
    return "/".join([*folders, _safe(name.name)])


def numbered(path: str) -> Iterator[str]:
    """Yield the path, then the path with -2, -3 and so on before its suffix."""
    yield path
    whole = PurePosixPath(path)
    for number in count(2):
        yield str(whole.with_name(f"{whole.stem}-{number}{whole.suffix}"))


def slug(text: str, suffix: str) -> str:
    """Return a name made of the words of `text`.

    >>> slug("If Mali falls: what then?", ".txt")
    'if-mali-falls-what-then.txt'
    """
    return _safe(text.lower().replace(".", "-")) + suffix


def of_address(address: str, suffix: str) -> str:
    """Return a name for what came from `address`.

    >>> of_address("https://www.example.org/news/mali-falls.html?id=7", ".html")
    'www.example.org-news-mali-falls-id-7.html'
    """
    parts = urlsplit(address)
    path = unquote(parts.path)
    known = PurePosixPath(path).suffix
    words = path.removesuffix(known) if 1 < len(known) <= 6 else path
    return _safe(f"{parts.hostname}{words}-{unquote(parts.query)}") + suffix


def _safe(name: str) -> str:
    """Return one name: letters, digits and a few signs, not hidden, not empty, not a device."""
    whole = unicodedata.normalize("NFC", name)
    kept = _UNSAFE.sub("-", whole)[:LONGEST].strip("-. ")
    shortened = kept.encode("utf-8")[:200].decode("utf-8", "ignore")
    return (
        f"{shortened}-" if shortened.partition(".")[0].lower() in _DEVICES else shortened or "text"
    )
