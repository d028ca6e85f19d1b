"""The statistics of the corpus from one build to the next: what is new is added to the last sum."""

from collections.abc import Iterable
from dataclasses import fields
from hashlib import blake2b
from io import BytesIO
from typing import Any

import numpy as np

from briefgen.index import Index
from briefgen.model import Profile
from briefgen.salience import Statistics, counted, total
from briefgen.study.counted import Counted

_PLACE = b"statistics"
_SIZE = 16


def statistics(index: Index, documents: Counted, profiles: Iterable[Profile]) -> Statistics:
    """Return the statistics of the documents, all of which `profiles` has, and keep them.

    They are whole numbers, so the last sum and what has come since make what counting all would;
    where anything has gone or changed, all is counted.
    """
    now = {_identity(one): one.path for one in profiles if one.path in documents}
    before, known = _recalled(index)
    if known is None or not before <= now.keys():
        found = counted(documents)
    else:
        new = sorted(path for identity, path in now.items() if identity not in before)
        found = total([known, counted(documents.only(new))]) if new else known
    index.keep_answer(_PLACE, _packed(found, sorted(now)))
    return found


def _identity(profile: Profile) -> bytes:
    """Return a hash of all that a document's counts depend on."""
    said = (profile.path, profile.sha256, profile.language, profile.digest)
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def _packed(found: Statistics, documents: list[bytes]) -> bytes:
    data = BytesIO()
    arrays: dict[str, Any] = {field.name: getattr(found, field.name) for field in fields(found)}
    np.savez(data, identities=np.frombuffer(b"".join(documents), np.uint8), **arrays)
    return data.getvalue()


def _recalled(index: Index) -> tuple[set[bytes], Statistics | None]:
    """Return the documents that were counted last, and their statistics, if any are kept."""
    kept = index.answer(_PLACE)
    if kept is None:
        return set(), None
    with np.load(BytesIO(kept)) as arrays:
        told = arrays["identities"].tobytes()
        known = Statistics(*(_value(arrays[one.name]) for one in fields(Statistics)))
    return {told[start : start + _SIZE] for start in range(0, len(told), _SIZE)}, known


def _value(array: Any) -> Any:
    return array if array.ndim else int(array)
