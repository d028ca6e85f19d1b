"""The statistics of the corpus from one build to the next: what is new is added to the last sum."""

from collections.abc import Iterable
from dataclasses import fields
from hashlib import blake2b
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefgen.corpus import Outline
from briefgen.index import Index
from briefgen.salience import Statistics, counted, total
from briefgen.study.counted import Counted

Identities = NDArray[np.uint64]

_PLACE = b"statistics"
_SIZE = 8
"""Bytes of an identity: of a million documents, two share one with a chance of 3 in 100 million."""


def statistics(index: Index, documents: Counted) -> Statistics:
    """Return the statistics of the documents, and keep them.

    They are whole numbers, so the last sum and what has come since make what counting all would;
    where anything has gone or changed, all is counted.
    """
    now = _identities(documents.documents)
    before, known = _recalled(index)
    if known is None or not np.isin(before, now).all():
        found = counted(documents)
    else:
        new = np.flatnonzero(~np.isin(now, before)).tolist()
        found = total([known, counted(documents.only(new))]) if new else known
    index.keep_answer(_PLACE, _packed(found, now))
    return found


def _identities(documents: Iterable[Outline]) -> Identities:
    return np.frombuffer(b"".join(map(_identity, documents)), np.uint64)


def _identity(one: Outline) -> bytes:
    """Return a hash of all that a document's counts depend on."""
    said = (one.path, one.seen.sha256, one.language, one.digest)
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def _packed(found: Statistics, identities: Identities) -> bytes:
    data = BytesIO()
    arrays: dict[str, Any] = {field.name: getattr(found, field.name) for field in fields(found)}
    np.savez(data, identities=identities, **arrays)
    return data.getvalue()


def _recalled(index: Index) -> tuple[Identities, Statistics | None]:
    """Return the documents that were counted last, and their statistics, if any are kept."""
    kept = index.answer(_PLACE)
    if kept is None:
        return np.empty(0, np.uint64), None
    with np.load(BytesIO(kept)) as arrays:
        known = Statistics(*(_value(arrays[one.name]) for one in fields(Statistics)))
        return arrays["identities"], known


def _value(array: Any) -> Any:
    return array if array.ndim else int(array)
