"""What made the index: the code and the libraries, as one hash."""

import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

from briefgen import stock

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def stamp() -> bytes:
    """Return a hash of briefgen's own files and of the versions of Python and all installed.

    It is better to forget too much than to recall what another version would have made otherwise.
    """
    versions = sys.version, sorted(stock.installed().items())
    digest = blake2b(repr(versions).encode(), digest_size=16)
    for path in sorted(stock.walk(_PACKAGE)):
        if path.endswith((".py", ".json")):
            digest.update(path.encode() + b"\0" + (_PACKAGE / path).read_bytes())
    return digest.digest()
