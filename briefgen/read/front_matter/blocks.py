"""Text -> the block of front matter at its top, if there is one."""

import json
import re
from collections.abc import Iterator
from enum import Enum
from itertools import islice, takewhile
from typing import NamedTuple

from briefgen.read.field_names import DAYS, NAMES, plain


class Notation(Enum):
    """What a block of front matter is written in."""

    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    LINES = "lines"


Problem = tuple[int, str]
"""What is wrong, and in which line, counted from 1."""


class FrontBlock(NamedTuple):
    """A block: its notation, its inside, the lines above that, and where the text goes on."""

    notation: Notation
    inside: str
    above: int
    end: int
    problems: tuple[Problem, ...] = ()


_NEWLINE = r"(?:\r\n|\n|\r)"
_FENCES = {"---": Notation.YAML, "+++": Notation.TOML, ";;;": Notation.JSON}
_OPENING = re.compile(
    rf"(?P<blank>(?:[ \t]*{_NEWLINE})*)[ \t]{{0,3}}(?P<fence>---|\+\+\+|;;;)"
    rf"(?P<name>yaml|toml|json)?[ \t]*{_NEWLINE}"
)
_CLOSINGS = {
    "---": re.compile(rf"(?<=[\n\r])[ \t]{{0,3}}(?:---|\.\.\.)[ \t]*(?:{_NEWLINE}|\Z)"),
    "+++": re.compile(rf"(?<=[\n\r])[ \t]{{0,3}}\+\+\+[ \t]*(?:{_NEWLINE}|\Z)"),
    ";;;": re.compile(rf"(?<=[\n\r])[ \t]{{0,3}};;;[ \t]*(?:{_NEWLINE}|\Z)"),
}
_LINE = re.compile(rf".*?(?:{_NEWLINE}|\Z)", re.DOTALL)
_KEY = re.compile(
    r"[ \t]*[\"']?(?P<key>[^\W\d_][^:=\n\r{}\[\]]{0,40}?)[\"']?[ \t]*(?P<sign>[:=])(?=\s|$|[\"'])"
)
_PANDOC = ("title", "author", "date")
_PERCENT = re.compile(r"%[ \t]*")
_NAMES = re.compile(r'"(\w+)"\s*:')
_FLOW_NAMES = re.compile(r"[{,]\s*[\"']?([^\W\d_]\w*)[\"']?\s*:")
_BLANK = re.compile(rf"[ \t]*{_NEWLINE}")
_LAST_BRACE = re.compile(r"(?<=[\n\r])}(?=[ \t]*[\n\r])")
_WITHIN = re.compile(r"[ \t]|[-#}\]\"']|$")
"""How a line begins that is no key, and yet no text: set in, an item, a comment, a bracket."""

_OTHERS = frozenset(
    "layout tags tag category categories slug draft description summary excerpt permalink image"
    " aliases alias cssclass cssclasses weight toc template taxonomies extra format execute status"
    " keywords series featured thumbnail type id eleventynavigation".split()
)
"""Keys of site generators that say nothing of what briefgen asks, but tell front matter."""

OURS = frozenset(name for names in (*DAYS, *NAMES.values()) for name in names)
"""Keys that say what briefgen asks."""

_MAIL = frozenset({"from", "to", "subject", "cc", "sent"})
"""What tells the header of a mail, which is no front matter."""

_MOST_LINES = 40
"""Lines that front matter without a fence may have."""


def block(text: str) -> FrontBlock | None:
    """Return the block of front matter that `text` begins with."""
    opening = _OPENING.match(text)
    if opening:
        return _fenced(text, opening)
    return _braced(text) or _pandoc(text) or _bare(text)


def _fenced(text: str, opening: re.Match[str]) -> FrontBlock | None:
    """Return the block between fences; of one that is not closed, the keys below its fence."""
    fence = opening["fence"]
    notation = Notation(opening["name"]) if opening["name"] else _FENCES[fence]
    above = len(_LINE.findall(opening[0])) - 1
    closing = _CLOSINGS[fence].search(text, opening.end())
    inside = text[opening.end() : closing.start()] if closing else ""
    if closing and (_is_metadata(inside) or (notation is Notation.JSON and "{" in inside)):
        return FrontBlock(notation, inside, above, closing.end())
    lines = list(takewhile(_may_belong, _lines(text, opening.end())))
    inside = "".join(lines)
    if not _is_metadata(inside):
        return None
    unclosed = ((above, f"expected a line {fence} below the last key, found none"),)
    return FrontBlock(notation, inside, above, opening.end() + len(inside), unclosed)


def _is_metadata(inside: str) -> bool:
    """Whether lines are keys with values, one of them a usual one, and no text stands between.

    A line that begins with no key may go on from one right above it, in a value that is wrapped.
    """
    if inside.lstrip().startswith("{"):
        return any(plain(name) in OURS for name in _FLOW_NAMES.findall(inside))
    keys = set()
    before = ""
    for line in _lines(inside, 0):
        found = _KEY.match(line)
        keys |= {plain(found["key"])} if found else set()
        if not (found or _may_belong(line) or _KEY.match(before) or not line.strip()):
            return False
        before = line
    return bool(keys & (OURS | _OTHERS))


def _lines(text: str, start: int) -> Iterator[str]:
    place = start
    while place < len(text) and (found := _LINE.match(text, place)):
        yield found[0]
        place = found.end()


def _may_belong(line: str) -> bool:
    """Whether a line may be one of a block that is not closed: it is a key, or goes on from one."""
    is_fence = line.strip() in _FENCES
    return bool(line.strip() and not is_fence and (_KEY.match(line) or _WITHIN.match(line)))


def _braced(text: str) -> FrontBlock | None:
    """Return a JSON object that the text begins with, if more text follows on lines below it."""
    start = len(text) - len(text.lstrip())
    end = _end_of_object(text, start) if text.startswith("{", start) else start
    closing = _BLANK.match(text, end)
    keys = {plain(key) for key in _NAMES.findall(text[start:end])}
    if not keys & OURS or not closing or not text[closing.end() :].strip():
        return None
    above = len(_LINE.findall(text[:start])) - 1
    return FrontBlock(Notation.JSON, text[start:end], above, closing.end())


def _end_of_object(text: str, start: int) -> int:
    """Return where an object ends; of one that is malformed, where a line is but its last brace."""
    try:
        return json.JSONDecoder().raw_decode(text, start)[1]
    except (ValueError, RecursionError):
        closing = _LAST_BRACE.search(text, start)
        return closing.end() if closing else start


def _pandoc(text: str) -> FrontBlock | None:
    """Return the title, the authors and the day in three lines that begin with `%` (Pandoc)."""
    lines = list(takewhile(_PERCENT.match, islice(_lines(text, 0), len(_PANDOC))))
    if len(lines) < len(_PANDOC):
        return None
    named = zip(_PANDOC, lines, strict=True)
    inside = "".join(f"{name}:{_PERCENT.sub(' ', line, count=1)}" for name, line in named)
    return FrontBlock(Notation.LINES, inside, 0, sum(map(len, lines)))


def _bare(text: str) -> FrontBlock | None:
    """Return the lines `Title: ...` that the text begins with, up to a blank line or a fence."""
    lines: list[str] = []
    for line in _lines(text, 0):
        if not _KEY.match(line) and not (lines and line[:1] in " \t" and line.strip()):
            break
        lines.append(line)
        if len(lines) > _MOST_LINES:
            return None
    inside = "".join(lines)
    return _closed_bare(text, inside) if _is_header(lines) else None


def _is_header(lines: list[str]) -> bool:
    """Whether lines are those of Pelican's kind: two usual keys at least, the first one of them."""
    found = [one for one in map(_KEY.match, lines) if one and one["sign"] == ":"]
    keys = [plain(one["key"]) for one in found]
    usual = [key for key in keys if key in OURS | _OTHERS]
    return len(set(usual)) > 1 and keys[0] in OURS and _MAIL.isdisjoint(keys)


def _closed_bare(text: str, inside: str) -> FrontBlock | None:
    """Return the block if a blank line, a fence or the end of the text comes behind it."""
    rest = re.compile(rf"[ \t]*(?:---)?[ \t]*(?:{_NEWLINE}|\Z)").match(text, len(inside))
    return FrontBlock(Notation.LINES, inside, 0, rest.end()) if rest else None
