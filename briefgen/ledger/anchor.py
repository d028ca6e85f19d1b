"""How a quotation is found again in a text that may have changed since it was quoted."""

from difflib import SequenceMatcher

from briefgen.ledger.entries import CONTEXT, SentenceEntry

_LIKENESS = 0.75
"""Ratcliff and Obershelp's ratio (1988) from which two contexts count as one, edited.

A few characters of 32 may differ; 99.9 % of unrelated pairs from the seeds stay below 0.54."""

_PLACES = 1_000
"""Places of one text that are looked at, so that hostile text costs no more than a second."""

_SHOWN = 60
"""Characters of a difference that a person is shown."""

_AROUND = 20
"""Characters shown before and after a difference."""


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return up to `CONTEXT` characters before `start` and after `end`."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def copies(text: str, start: int, end: int) -> int:
    """Count the places where `text[start:end]` stands beside such a prefix or such a suffix."""
    prefix, suffix = context(text, start, end)
    return max(1, _count(text, text[start:end], prefix, suffix))


def stands(text: str, quoted: SentenceEntry, shift: int) -> bool:
    """Return whether the quotation still stands in `text`, which grew by `shift` characters.

    It stands if it is where it was, or `shift` further on. Failing that, it is altered if its
    prefix and its suffix are both still in place, for then something else stands between them.
    Failing that, it moved: it stands if as many copies of it as ever stand beside its prefix or
    its suffix, give or take a few characters of these. That the same words stand elsewhere,
    beside other words, counts for nothing: where both sides were rewritten and the place moved
    too, only a person can tell.

    So an edit of one character anywhere else never counts as an alteration, and an edit of one
    character inside always does, unless the same file results from an edit beside the quotation.
    """
    if _in_place(text, quoted, 0) or _in_place(text, quoted, shift):
        return True
    if _framed(text, quoted, shift):
        return False
    return _count(text, quoted.text, quoted.prefix, quoted.suffix) >= quoted.copies


def found(text: str, quoted: SentenceEntry, shift: int) -> str:
    """Return what stands in `text` where the quotation is expected, as well as can be told."""
    if _framed(text, quoted, shift):
        return text[quoted.start : quoted.end + shift]
    nearest = text.find(quoted.prefix, max(0, quoted.start - CONTEXT - abs(shift)))
    start = quoted.start if nearest < 0 else nearest + len(quoted.prefix)
    end = text.find(quoted.suffix, start, start + 2 * len(quoted.text)) if quoted.suffix else -1
    return text[start:end] if end >= 0 else text[start : start + len(quoted.text)]


def difference(expected: str, actual: str) -> tuple[str, str]:
    """Return both texts cut down to where they differ; brackets mark the difference.

    >>> difference("They left the city at dawn.", "They left the town at dawn.")
    ('They left the [city] at dawn.', 'They left the [town] at dawn.')
    """
    before = _agreeing(expected, actual)
    after = _agreeing(expected[before:][::-1], actual[before:][::-1])
    return _excerpt(expected, before, after), _excerpt(actual, before, after)


def _in_place(text: str, quoted: SentenceEntry, shift: int) -> bool:
    start = quoted.start + shift
    return start >= 0 and text.startswith(quoted.text, start)


def _framed(text: str, quoted: SentenceEntry, shift: int) -> bool:
    """Whether prefix and suffix stand where a replacement of the quotation alone leaves them."""
    start, end = quoted.start, quoted.end + shift
    return start <= end and context(text, start, end) == (quoted.prefix, quoted.suffix)


def _count(text: str, exact: str, prefix: str, suffix: str) -> int:
    """Count places of `exact` that do not overlap, none beyond `_PLACES`."""
    count, start = 0, text.find(exact)
    for _ in range(_PLACES):
        if start < 0:
            break
        end = start + len(exact)
        count += _follows(text, start, prefix) or _precedes(text, end, suffix)
        start = text.find(exact, end)
    return count


def _follows(text: str, start: int, prefix: str) -> bool:
    before = text[max(0, start - len(prefix)) : start]
    return _alike(before, prefix) if prefix else start == 0


def _precedes(text: str, end: int, suffix: str) -> bool:
    return _alike(text[end : end + len(suffix)], suffix) if suffix else end == len(text)


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKENESS


def _agreeing(one: str, other: str) -> int:
    """Return how many characters both texts begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _excerpt(text: str, before: int, after: int) -> str:
    end = len(text) - after
    changed = text[before:end]
    if len(changed) > _SHOWN:
        changed = f"{changed[:_SHOWN]}…"
    head = text[max(0, before - _AROUND) : before]
    tail = text[end : end + _AROUND]
    opening = "…" if before > _AROUND else ""
    return f"{opening}{head}[{changed}]{tail}{'…' if after > _AROUND else ''}"
