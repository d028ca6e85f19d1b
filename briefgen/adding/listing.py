"""What is known of new texts, written into `sources.yaml` below what stands there."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import cache
from typing import TYPE_CHECKING

import yaml

from briefgen.disk import replacing
from briefgen.errors import ConfigError
from briefgen.model import Metadata
from briefgen.read.sources_yaml import LISTING, declared, unfit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


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


def extended(before: bytes, more: str) -> bytes:
    """Return a YAML file with keys added at its end, its lines ended as they are."""
    ending = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not before or before.endswith((b"\n", b"\r")) else ending
    between = ending if before.strip() else b""
    return before + gap + between + more.encode("utf-8").replace(b"\n", ending)
