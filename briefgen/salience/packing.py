"""Each document's tally as bytes, and the bytes of many documents as one tally."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefgen.salience.grams import Integers, distinct
from briefgen.salience.tally import Tally
from briefgen.salience.wording import SURFACE

_TERMS, _SENTENCES, _ENTRIES = range(3)

_FORMS = (
    ("number", "<i8", _TERMS, 1),
    ("block", "<i4", _SENTENCES, 1),
    ("position", "<i4", _SENTENCES, 1),
    ("surface", "<i4", _SENTENCES, len(SURFACE)),
    ("entries", "<i4", _SENTENCES, 1),
    ("term", "<i4", _ENTRIES, 1),
    ("count", "<i4", _ENTRIES, 1),
    ("quotable", "?", _SENTENCES, 1),
    ("whole", "?", _SENTENCES, 1),
)
"""The arrays of a tally in the order of their bytes: how a number is written, and how many there
are for each term, sentence or entry."""

_HEAD = np.dtype("<i8").itemsize * 3
"""Bytes before them: how many terms, sentences and entries the document has."""


def packed(tally: Tally) -> Iterator[bytes]:
    """Yield the bytes of each document counted in `tally`."""
    ends = np.cumsum(tally.sentences)
    entries = np.concatenate([[0], np.cumsum(tally.entries)])[ends]
    terms, by_document = _by_document(tally)
    sizes = np.column_stack([terms, tally.sentences, np.diff(entries, prepend=0)])
    cuts = np.cumsum(sizes, axis=0)[:-1]
    parts = [
        _parted(by_document.get(name, getattr(tally, name)), form, cuts[:, kind])
        for name, form, kind, _ in _FORMS
    ]
    heads = (row.tobytes() for row in sizes.astype("<i8"))
    for head, *part in zip(heads, *parts, strict=True):
        yield b"".join([head, *part])


def unpacked(documents: Iterable[bytes]) -> Tally:
    """Return the tally of all documents, each given as its bytes, in their order."""
    given = list(documents)
    sizes = np.frombuffer(b"".join(one[:_HEAD] for one in given), "<i8").reshape(-1, 3)
    lengths = [np.dtype(form).itemsize * each * sizes[:, kind] for _, form, kind, each in _FORMS]
    bounds = np.cumsum([np.full(len(given), _HEAD), *lengths], axis=0).tolist()
    arrays = {
        name: _joined(given, start, end, form)
        for (name, form, _, _), (start, end) in zip(_FORMS, pairwise(bounds), strict=True)
    }
    arrays["surface"] = arrays["surface"].reshape(-1, len(SURFACE))
    terms, entries = sizes[:, _TERMS], sizes[:, _ENTRIES]
    arrays["number"], place = distinct(arrays["number"])
    own = np.repeat(np.cumsum(terms) - terms, entries) + arrays["term"]
    arrays["term"] = place[own].astype(np.int32)
    return Tally(sentences=sizes[:, _SENTENCES], **arrays)


def _by_document(tally: Tally) -> tuple[Integers, dict[str, Integers]]:
    """Return how many terms each document has, and its `number` of each and `term` of each entry.

    A term of an entry is then a place among those of its own document.
    """
    document = np.repeat(tally.document, tally.entries)
    every, place = np.unique(document * len(tally.number) + tally.term, return_inverse=True)
    owner, term = np.divmod(every, max(len(tally.number), 1))
    terms = np.bincount(owner, minlength=len(tally.sentences))
    own = place - (np.cumsum(terms) - terms)[document]
    return terms, {"number": tally.number[term], "term": own}


def _parted(values: NDArray[np.int64], form: str, cuts: Integers) -> Iterator[bytes]:
    return (part.tobytes() for part in np.split(values.astype(form), cuts))


def _joined(given: list[bytes], starts: list[int], ends: list[int], form: str) -> NDArray[Any]:
    pieces = (one[start:end] for one, start, end in zip(given, starts, ends, strict=True))
    return np.frombuffer(b"".join(pieces), form)
