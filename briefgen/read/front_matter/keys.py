"""The entries of front matter -> metadata, and what in them makes no sense."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from briefgen.model import Metadata, web_host
from briefgen.read.dates import UNKNOWN, Reading, Usage, order_of
from briefgen.read.field_dates import first_day, reading
from briefgen.read.field_names import (
    CHANGED,
    DAYS,
    MADE,
    NAMES,
    PUBLISHED,
    looks_like_a_date,
    plain,
)
from briefgen.read.front_matter.blocks import Problem
from briefgen.read.front_matter.notations import Entry
from briefgen.read.metadata import language_tag
from briefgen.read.stated import name

_OWN_ADDRESS = "address"
"""The key that is for nothing but a web address; others often hold a path on the author's site."""

_OTHER_ADDRESSES = ("source",)
"""Keys that name an outlet, but hold the address of the text in notes that were clipped from it."""

_SWITCHES = frozenset({"true", "false", "yes", "no", "on", "off"})
"""What Jekyll has at `published`, and is no day."""

Value = TypeVar("Value")


class Known(NamedTuple):
    """What front matter says, what is wrong with it, and why it gives no day if it was meant to."""

    metadata: Metadata
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]


def known(entries: Sequence[Entry]) -> Known:
    """Return what the entries say; of several keys for one thing the first that has a value."""
    problems: list[Problem] = []
    language = _value(entries, "language", _language, problems)
    published, doubts = _published(entries, language or "")
    metadata = Metadata(
        title=_value(entries, "title", _title, problems),
        publisher=_value(entries, "publisher", _publisher, problems),
        author=_value(entries, "author", _author, problems),
        published=published,
        address=_address(entries, problems),
        language=language,
        retrieved=_value(entries, "retrieved", _day, problems),
    )
    return Known(metadata, tuple(problems), doubts)


def _among(entries: Iterable[Entry], names: Sequence[str]) -> list[Entry]:
    """Return the entries with a value that go by one of the names, in the order of the names."""
    found = [one for one in entries if plain(one.key) in names and one.value not in (None, "", [])]
    return sorted(found, key=lambda one: names.index(plain(one.key)))


def _value(
    entries: Sequence[Entry],
    field: str,
    read: Callable[[object], Value | None],
    problems: list[Problem],
) -> Value | None:
    """Return the first value of a field that `read` does not pass over; what it raises is told."""
    for entry in _among(entries, NAMES[field]):
        try:
            found = read(entry.value)
        except ValueError as error:
            problems.append((entry.line, f"{entry.key}: {error}"))
        else:
            if found is not None:
                return found
    return None


def _text(value: object) -> str:
    if isinstance(value, list | dict):
        raise ValueError(f"expected text, got {'a list' if isinstance(value, list) else 'keys'}")
    return str(value)


def _title(value: object) -> str | None:
    return name(_text(value))


def _publisher(value: object) -> str | None:
    """Return the name of an outlet; the address of a text is none."""
    return None if web_host(str(value)) else name(_text(value))


def _author(value: object) -> str | None:
    """Return the names in a text, in a list or in mappings, as Quarto and Hugo have them."""
    return name(", ".join(_people(value)))


def _people(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _people(one)
    elif isinstance(value, dict):
        parts = {plain(str(key)): one for key, one in value.items()}
        whole = next((parts[key] for key in ("name", "literal") if key in parts), None)
        yield from _people(
            whole or " ".join(str(parts[key]) for key in ("given", "family") if key in parts)
        )
    elif value:
        yield str(value).strip("[]")  # a link between notes: [[Name]]


def _language(value: object) -> str | None:
    tag = _text(value).strip().replace("_", "-")
    try:
        return language_tag(tag)
    except ValueError:
        raise ValueError(f"expected a language tag such as en or pt-BR, got “{tag}”") from None


def _day(value: object) -> date | None:
    found = reading(_text(value) if isinstance(value, list | dict) else value)
    if found.doubt:
        raise ValueError(found.doubt)
    return found.day


def _address(entries: Sequence[Entry], problems: list[Problem]) -> str | None:
    """Return the first value that is a web address, of all the keys that may hold one."""
    for entry in _among(entries, (*NAMES["address"], *_OTHER_ADDRESSES)):
        written = str(entry.value).strip()
        if web_host(written):
            return written
        if plain(entry.key) == _OWN_ADDRESS:
            expected = "expected an address that begins with http:// or https://"
            problems.append((entry.line, f"{entry.key}: {expected}, without a user name"))
    return None


def _published(entries: Sequence[Entry], language: str) -> tuple[date | None, tuple[Problem, ...]]:
    """Return the day of publication and what it rests on, or why each key gives none.

    A key that is there for it and cannot be read is not replaced by one for something less.
    """
    dated = [entry for entry in entries if str(entry.value).casefold() not in _SWITCHES]
    group = next(filter(None, (_among(dated, names) for names in DAYS)), [])
    usage = _usage(dated)
    readings = [(entry, _reading(entry, entries, usage, language)) for entry in group]
    known = [(entry, found) for entry, found in readings if found.day][:1]
    doubts = [
        (entry.line, f"{entry.key}: {found.doubt}")
        for entry, found in (known or readings)
        if found.doubt
    ]
    if known:
        return known[0][1].day, tuple(doubts)
    return None, (*doubts, *_passed_over(entries))


def _usage(entries: Iterable[Entry]) -> Usage:
    """Return how dates in numbers are written in the block."""
    names = [name for group in DAYS for name in group]
    order = order_of(str(entry.value) for entry in entries if plain(entry.key) in names)
    return Usage(order, "as the other dates of the block are") if order else UNKNOWN


def _reading(entry: Entry, entries: Iterable[Entry], usage: Usage, language: str) -> Reading:
    if isinstance(entry.value, list | dict):
        return Reading(None, "expected a date, got a list or keys")
    is_clipped = any(plain(one.key) in PUBLISHED and one.value in (None, "") for one in entries)
    if is_clipped and plain(entry.key) in (*MADE, *CHANGED):
        return Reading(None, "it may be the day of a note, and that of publication is left empty")
    return first_day([entry.value], usage, lambda: language)


def _passed_over(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Yield the keys that may hold a day and are not known to say when a text was published."""
    names = [name for group in DAYS for name in group]
    for entry in entries:
        has_number = any(map(str.isdigit, str(entry.value)))
        if plain(entry.key) not in names and looks_like_a_date(entry.key) and has_number:
            yield entry.line, f"{entry.key} is no key for the day of publication; say published"
