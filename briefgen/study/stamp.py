"""What made the index: the code and the libraries, as one hash."""

from functools import cache
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent

_LIBRARIES = frozenset(
    """
    charset-normalizer feedparser numpy nupunkt pypdfium2 pystemmer python-docx sentencex
    trafilatura
    """.split()
)
"""The distributions that reading, splitting and counting depend on."""


@cache
def stamp() -> bytes:
    """Return a hash of briefgen's own code and of the versions of the libraries it reads with.

    It is better to forget too much than to recall what another version would have made otherwise.
    """
    digest = blake2b(digest_size=16)
    for path in sorted(_PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    for name, version in sorted(_installed()):
        digest.update(f"{name} {version}\n".encode())
    return digest.digest()


def _installed() -> set[tuple[str, str]]:
    known = ((one.name.lower(), one.version) for one in distributions())
    return {(name, version) for name, version in known if name in _LIBRARIES}
