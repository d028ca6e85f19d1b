"""`sources.yaml` as it is edited: new entries below what stands there, old ones taken out."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import cache
from typing import TYPE_CHECKING

import yaml

from briefgen.disk import replacing
from briefgen.errors import ConfigError
from briefgen.model import Metadata
from briefgen.read.sources_yaml import LISTING, declared, unfit
from briefgen.strict_yaml import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set
    from pathlib import Path

    from briefgen.strict_yaml import Node


def declare(folder: Path, known: Mapping[str, Metadata]) -> None:
    """Say in `sources.yaml` what is `known` of the files at these paths, which are there by now.

    What stands in it stays as it is, to the byte. Raises ConfigError, and changes nothing, if the
    whole would not pass a build's own check.
    """
    if not known:
        return
    place = folder / LISTING
    before = place.read_bytes() if place.exists() else b""
    after = extended(before, "".join(entry(path, one) for path, one in known.items()))
    with replacing(place) as staged:
        staged.write_bytes(after)
        try:
            declared(folder, str(staged))
        except ConfigError as error:
            problems = (f"with the new entries at its end: {one}" for one in error.problems)
            raise ConfigError(str(place), problems) from error


@cache
def problem(known: Metadata) -> str:
    """Return what is wrong with what is said of a source, empty if nothing is."""
    return "; ".join(f"{one.steps[-1]}: {one.text}" for one in unfit(entry("x", known)))


def fit(known: Metadata) -> Metadata:
    """Return what is known without what `sources.yaml` would not let pass."""
    wrong = [name for name in asdict(known) if problem(_only(known, name))]
    return replace(known, **dict.fromkeys(wrong))


def _only(known: Metadata, name: str) -> Metadata:
    return Metadata(**{name: getattr(known, name)})


def entry(path: str, known: Metadata) -> str:
    """Return what `sources.yaml` says of a source; nothing if nothing is known of it."""
    said = {name: value for name, value in asdict(known).items() if value is not None}
    return dumped({path: said}) if said else ""


def dumped(value: object) -> str:
    """Return `value` as YAML that a person can read on."""
    written: str = yaml.safe_dump(
        value, allow_unicode=True, default_flow_style=False, sort_keys=False, width=10_000
    )
    return written


def shortened(place: Path, before: bytes, paths: frozenset[str]) -> bytes:
    """Return a `sources.yaml` without the entries for `paths`, all other lines as they are.

    What stands in an entry goes with it, comments too, and a comment above it stays. Of the blank
    lines around it so many go that it leaves no gap. Raises ConfigError, which names `place`, for a
    file in which entries have no lines of their own.
    """
    text = before.decode("utf-8-sig")
    mark = before[: len(before) - len(text.encode("utf-8"))]
    root, _ = parse(text)
    if not paths or root is None:
        return before
    lines = text.splitlines(keepends=True)
    after = "".join(_without(lines, _lines_of(root, lines, paths)))
    rest, problems = parse(after)
    kept = {str(key): one.plain() for key, one in root.children.items() if key not in paths}
    if problems or rest is None or (rest.plain() or {}) != kept:
        named = ", ".join(sorted(paths)[:3]) + (" ..." if len(paths) > 3 else "")
        wrong = f"expected each entry in lines of its own; take out by hand what it says of {named}"
        raise ConfigError(str(place), [wrong])
    return mark + after.encode("utf-8")


def _lines_of(root: Node, lines: Sequence[str], paths: frozenset[str]) -> set[int]:
    """Return the numbers, from 0, of the lines that the entries for `paths` are made of."""
    nodes = list(root.children.items())
    ends = [*(node.line - 1 for _, node in nodes[1:]), len(lines)]
    found: set[int] = set()
    for (key, node), end in zip(nodes, ends, strict=True):
        if key in paths:
            start = node.line - 1
            while end > start + 1 and _is_outside(lines[end - 1], node.column - 1):
                end -= 1
            found.update(range(start, end))
    return found


def _is_outside(line: str, indent: int) -> bool:
    """Whether a line below an entry is none of it: blank, a comment on the next one, an end."""
    content = line.lstrip(" ")
    is_comment = content.startswith("#") and len(line) - len(content) <= indent
    return not line.strip() or is_comment or line.startswith(("...", "---"))


def _without(lines: Iterable[str], dropped: Set[int]) -> list[str]:
    """Return the other lines; no two blank ones meet, and none is last, where some are dropped."""
    kept: list[str] = []
    is_seam = False
    for number, line in enumerate(lines):
        is_blank = not line.strip()
        if number in dropped:
            is_seam = True
        elif not (is_seam and is_blank and (not kept or not kept[-1].strip())):
            kept.append(line)
            is_seam = is_seam and is_blank
    while is_seam and kept and not kept[-1].strip():
        kept.pop()
    return kept


def extended(before: bytes, more: str) -> bytes:
    """Return a YAML file with keys added at its end, its lines ended as they are."""
    ending = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not before or before.endswith((b"\n", b"\r")) else ending
    between = ending if before.strip() else b""
    return before + gap + between + more.encode("utf-8").replace(b"\n", ending)
