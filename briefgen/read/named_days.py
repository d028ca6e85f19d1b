"""Days that stand in the name of a file, in its folder or in a web address.

Names have many numbers that are no days: versions, ids, issues. So a day is a whole date between
signs that part words, and the only one in the name: two are a period. What tells of an event has
the event's day.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from briefgen.language.date_labels import EVENT_NAMES, alternatives
from briefgen.language.months import MONTHS
from briefgen.read.dates import (
    MONTH,
    ORDINAL,
    UNKNOWN,
    WEEKDAY,
    Reading,
    Usage,
    dates,
    flat,
    of_the_calendar,
)

_YEARS = range(1990, 2100)
"""Years that a number of eight digits may begin with and be a date, and no id."""

_YEAR = re.compile(r"\d{4}")
_MEMBER = re.compile(r"#[0-9a-f]{12}(?:~\d+)?$")
"""What the address of a text in a file of many ends with, whose name is that of an export."""

_PACKED = re.compile(r"^.*\.(?:zip|gz)/", re.IGNORECASE)
_SUFFIXES = re.compile(r"(?:\.[a-z][a-z\d]{1,8}){1,2}$", re.IGNORECASE)
_UNNAMED = re.compile(r"(?:_?index|readme|post|article|content|text)", re.IGNORECASE)
"""Names of files that go by the name of their folder, as in page bundles of site generators."""

_EVENT = re.compile(rf"(?<![^\W_]){alternatives(EVENT_NAMES)}(?![^\W_])", re.IGNORECASE)
_VERSION = (
    r"(?<!97[89][-_.])(?<!\d\.)(?<!\bv[-_. ])(?<!version[-_ ])(?<!release[-_ ])(?<!build[-_ ])"
)
"""What must not stand before a date: the beginning of an ISBN, and what counts versions."""

_PERIOD = r"(?<!\d\.[-–])(?<!\d - )(?<!\d – )(?<!\d\. - )(?<!\d\. – )"
"""What must not stand before the last day of a period: the first one."""

_YEAR_FIRST = re.compile(
    rf"(?<![^\W_]){_VERSION}(\d{{4}})([-_.])(\d\d?)\2(\d\d?)(?:(?=T\d\d)|(?![^\W_]|\.\d))",
    re.IGNORECASE,
)
_YEAR_LAST = re.compile(
    rf"(?<![^\W_])(?<!\d[-_.–]){_PERIOD}{_VERSION}\d\d?([-_.])\d\d?\1\d{{4}}(?![^\W_]|\.\d)",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?:^|(?<=[_ ]))(\d{4})(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?)?(?![^\W_])")
_COMPACT_IN_WORDS = re.compile(r"^[^.]*-(\d{4})(\d\d)(\d\d)(?![^\W_])")
"""Without a point before it: where that is, a site's name may be, and its articles have ids."""

_DAY_AND_MONTH = rf"\d\d?(?:{ORDINAL})?[ .-]?{MONTH}[ .-]?\d{{4}}"
_WITH_MONTH = re.compile(
    rf"(?<![^\W_])(?:{MONTH}[ ._-]{{1,2}}\d\d?,?[ ._-]{{1,2}}\d{{4}}"
    rf"|\d{{4}}[ ._-]{MONTH}[ ._-]\d\d?"
    rf"|(?:^|(?<=[,(] )|(?<=- )|(?<=_)|(?=0))(?:{WEEKDAY},? )?{_DAY_AND_MONTH}"
    rf"|\d\d?{MONTH}\d{{4}}"
    rf"|(?:^|(?<=-)(?=0))\d\d?[_ ]{MONTH}[_ ]\d{{4}})(?![^\W_])",
    re.IGNORECASE,
)
"""`12-may-2026` within a name may be number 12 of May, so there its sign has to differ."""

_JOINT = re.compile(rf"(?<=\d)(?={MONTH})|(?<=[^\W\d_])(?=\d)", re.IGNORECASE)
"""Where a number and a month meet without a sign between them: `24Aug2026`."""

_FOLDERS = re.compile(
    rf"(?:^|/)(\d{{4}})/(?:(\d\d?)(?:[-_ ]{MONTH})?|({MONTH}))/(\d\d?)(?=/|$)", re.IGNORECASE
)
_DAY_FOLDER = re.compile(r"(\d{4})([-_.]?)(\d\d)\2(\d\d)")
_SLUG = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![^\W_])")


def day_of_file(path: str, usage: Usage = UNKNOWN) -> Reading:
    """Return the day in the name of the file at `path`, or else in its folders.

    >>> str(day_of_file("wire/2026-02-24-port-closes.md").day)
    '2026-02-24'
    >>> day_of_file("app-v2026.02.24.txt"), day_of_file("covid-19-may-2026.pdf")
    (Reading(day=None, doubt=''), Reading(day=None, doubt=''))
    """
    if _MEMBER.search(path):
        return Reading()
    if not _YEAR.search(path):
        return Reading()
    *folders, file = _SUFFIXES.sub("", _PACKED.sub("", path)).split("/")
    name = folders.pop() if folders and _UNNAMED.fullmatch(file) else file
    found = _only(name, list(_in_name(flat(name), usage)))
    return found if found != Reading() else _in_folders([*folders, name])


def day_of_address(address: str) -> Reading:
    """Return the day in the path of a web address, as sites have it for their articles.

    >>> str(day_of_address("https://www.example.org/2026/aug/02/the-port").day)
    '2026-08-02'
    """
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return Reading()
    parts = path.strip("/").split("/")
    found = [*_triples(path), *_slugs(parts)]
    return _only(path, found)


def _only(name: str, readings: Sequence[Reading]) -> Reading:
    """Return the one day that a name has, or why it gives none."""
    days = sorted({one.day for one in readings if one.day})
    if len(days) > 1:
        return Reading(None, f"{days[0]} and {days[-1]} both stand in its name")
    if days and _EVENT.search(name):
        return Reading(None, f"{days[0]} in its name is the day of an event")
    first = (one for one in readings if one.day or not days)
    return next(first, Reading())


def _in_name(name: str, usage: Usage) -> Iterator[Reading]:
    """Yield each date in the name of a file."""
    for found in _YEAR_FIRST.finditer(name):
        yield _valid(found[0], found[1], found[3], found[4])
    for found in _YEAR_LAST.finditer(name):
        yield from dates(found[0].replace("_", "-"), usage)
    for found in (*_COMPACT.finditer(name), *_COMPACT_IN_WORDS.finditer(name)):
        yield _valid(found[0], *found.groups())
    for found in _WITH_MONTH.finditer(name):
        parted = _JOINT.sub(" ", found[0])
        yield from dates(re.sub(r"[ ._-]+", " ", parted), usage)


def _in_folders(folders: Sequence[str]) -> Reading:
    """Return the day that folders stand for, the innermost first."""
    path = "/".join(folders)
    for folder in reversed(folders):
        found = _DAY_FOLDER.fullmatch(folder)
        if found and (read := _valid(folder, found[1], found[3], found[4])).day:
            return _only(path, [read])
    return _only(path, list(_triples(path)))


def _triples(path: str) -> Iterator[Reading]:
    """Yield the days of folders in folders, as in `2026/08/02` or `2026/aug/02`."""
    for found in _FOLDERS.finditer(path):
        month = found[2] or str(MONTHS.get(found[3].lower(), ""))
        yield _valid(found[0], found[1], month, found[4])


def _slugs(parts: Sequence[str]) -> Iterator[Reading]:
    """Yield the days that parts of a path begin with, or that stand before another part."""
    for place, part in enumerate(parts):
        if found := _SLUG.match(part):
            yield _valid(part, *found.groups())
        elif place < len(parts) - 1 and re.fullmatch(r"\d{8}", part):
            yield _valid(part, part[:4], part[4:6], part[6:])


def _valid(written: str, year: str, month: str, day: str) -> Reading:
    """Return the reading of a date of these parts; no doubt if it is none, but a number."""
    if not month.isdigit() or int(year) not in _YEARS:
        return Reading()
    read = of_the_calendar(written, int(year), int(month), int(day))
    return read if read.day else Reading()
