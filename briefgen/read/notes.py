"""Notes that a text has about itself, and which of their days is that of its publication."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefgen.read.date_lines import (
    BYLINE,
    DATE_LINE,
    LABELLED,
    MASTHEAD,
    PUBLICATION,
    STATUS,
    UPDATE,
    Line,
)
from briefgen.read.dates import Reading, Usage, dates

_DIGIT = re.compile(r"\d")

HEADER, DATELINE, DATED_TITLE = "mail header", "dateline", "dated title"

_RANKS = (PUBLICATION, HEADER, LABELLED, BYLINE, DATE_LINE, DATELINE, MASTHEAD, STATUS, DATED_TITLE)
"""The notes that have the day of publication, the most trusted first."""

_OF_EVENTS = frozenset({LABELLED, DATE_LINE, MASTHEAD})
"""The notes whose day is that of the event if the text is an invitation."""


class Note(NamedTuple):
    """A piece of the text that is about it: where it stands, what it is and what it says.

    `is_taken` if it is no part of the text that may be quoted, `is_far` if it stands below the top.
    """

    start: int
    end: int
    reason: str
    said: str = ""
    author: str | None = None
    title: str | None = None
    is_taken: bool = True
    is_far: bool = False


def note(line: Line, start: int, end: int, is_taken: bool = True, is_far: bool = False) -> Note:
    """Return the note that a line is."""
    return Note(start, end, *line, is_taken=is_taken, is_far=is_far)


class Finding(NamedTuple):
    """The day of publication that the notes give; without one, `doubts` says why each gives none.

    With one, they say what it rests on besides.
    """

    reading: Reading
    doubts: tuple[str, ...]


def day_of(notes: Sequence[Note], usage: Usage, is_invitation: bool) -> Finding:
    """Return the day of publication by the notes of the first kind that has one.

    Of several notes of a kind the first counts; below the top of the text, only if all of them
    give one day.
    """
    doubts: list[str] = []
    for reason in _RANKS:
        readings = [(one, _reading(one, usage)) for one in notes if _rank(one) == reason]
        found = _agreed([(one, said) for one, said in readings if said != Reading()])
        if found.day and is_invitation and reason in _OF_EVENTS:
            found = Reading(None, f"{found.day} stands beside a place, as the day of an event does")
        if found.day:
            return Finding(found, (found.doubt,) if found.doubt else ())
        doubts += [found.doubt] if found.doubt else []
    return Finding(Reading(), (*doubts, *_changes(notes)))


def _rank(one: Note) -> str:
    """Return as what a note counts: a line that tells of a change may tell of publication too."""
    return PUBLICATION if one.reason == UPDATE and one.said else one.reason


def _agreed(readings: Sequence[tuple[Note, Reading]]) -> Reading:
    """Return the first reading that has a day, unless others of its like contradict it.

    Of its like are, at the top, those with the same label, and bylines; below it, all.
    """
    near = [(one, reading) for one, reading in readings if not one.is_far]
    first = next(((one, reading) for one, reading in (near or readings) if reading.day), None)
    if first is None:
        return next((reading for _, reading in readings), Reading())
    alike = [reading for one, reading in (near or readings) if _is_like(first[0], one)]
    days = sorted({reading.day for reading in alike if reading.day})
    if len(days) > 1:
        return Reading(None, f"{days[0]} and {days[-1]} both stand for the day of publication")
    return first[1]


def _is_like(first: Note, other: Note) -> bool:
    return first.is_far or first.reason == BYLINE or _label(first) == _label(other)


def _label(one: Note) -> str:
    """Return what stands before the first number."""
    return _DIGIT.split(one.said, maxsplit=1)[0].casefold()


def _reading(one: Note, usage: Usage) -> Reading:
    """Return the first date that the note gives, if it gives any."""
    return next(dates(one.said, usage), Reading())


def _changes(notes: Iterable[Note]) -> Iterator[str]:
    """Yield what is told of days on which the text was changed, if it says no more."""
    for one in notes:
        if one.reason == UPDATE and not one.said:
            yield "the text gives the day of its last change only"
            return
