"""Whether an issue would come out the same again: its ledger held against what is there now.

The ledger says what went in (`briefgen.stock`). It is read without the libraries that would check
it, and without those that check the configuration: what has the hash of a configuration that was
built from needs no other check. Whatever cannot be understood counts as changed.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from briefgen import __version__, bundled, stock
from briefgen.windows import ALL, Coverage, Undated, Window, WindowRule, coverage, parse_rule

SOURCES, OUTPUT, MEMORY = "seeds", "output", 8
"""The folders, and the issues remembered, that a configuration means that names none."""

Pairs = Iterator[tuple[str, object, object]]
"""Things that went in: the name of each, as it was and as it is."""


class Standing(NamedTuple):
    """An issue that may stand already: where, from what configuration and texts, of what days."""

    folder: Path
    config: Path
    sources: Path
    as_of: date
    covered: Window | WindowRule
    undated: Undated
    memory: int
    weights: Path | None


def standing(
    config: Path, as_of: date, asked: Window | WindowRule | None, output: Path | None
) -> Standing | None:
    """Return which issue a build would write, None if that cannot be told at a glance.

    `asked` are the days to be covered, None if the configuration says which. The loader makes
    nothing but text, lists and keys, as briefgen's own reading of YAML does.
    """
    import yaml

    try:
        said = yaml.load(
            config.read_text("utf-8-sig"), getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        )
        project = config.resolve().parent
        issues = output or (project / said.get("output", OUTPUT)).resolve()
        sources = (project / said.get("sources", SOURCES)).resolve()
        weights = (project / said["weights"]).resolve() if said.get("weights") else None
        covered = asked or (parse_rule(said["window"]) if "window" in said else ALL)
        undated = said.get("undated", "leave out")
        memory = said.get("memory", str(MEMORY))
        remembered = 0 if memory == "none" else int(memory)
    except (OSError, ValueError, TypeError, AttributeError, yaml.YAMLError):
        return None
    return Standing(
        issues / f"{as_of:%G-W%V}",
        config.resolve(),
        sources,
        as_of,
        covered,
        undated,
        remembered,
        weights,
    )


def difference(one: Standing) -> str | None:
    """Return what differs from when the issue was built, None if nothing does."""
    try:
        ledger = json.loads((one.folder / "brief.json").read_bytes())
        return next((what for what, before, now in _pairs(one, ledger) if before != now), None)
    except OSError as error:
        return f"{error.filename}: {error.strerror}"
    except (ValueError, TypeError, LookupError, AttributeError):
        return "the ledger cannot be read"


def _pairs(one: Standing, ledger: Any) -> Pairs:
    """Yield what went in, what is soonest known first."""
    inputs = dict(ledger["inputs"])
    folders = stock.template_folders(one.config.parent, bundled.templates())
    yield "the version of briefgen", ledger["briefgen"], __version__
    yield "the day", ledger["issue"]["date"], one.as_of.isoformat()
    earlier = stock.earlier_issues(one.folder.parent, one.folder.name)[-max(one.memory, 1) :]
    yield from _covered(inputs, _coverage(one, earlier))
    hashes = {ledger.parent.name: stock.digest(ledger) for ledger in earlier}
    yield "the earlier issues", _hashes(inputs.pop("earlier_issues")), hashes
    yield "the configuration", inputs.pop("configuration"), stock.digest(one.config)
    yield "sources.yaml", inputs.pop("declarations"), stock.declarations(one.sources)
    yield "the weights", inputs.pop("weights"), one.weights and stock.digest(one.weights)
    yield "the templates", _hashes(inputs.pop("templates")), stock.templates(folders)
    yield "the tables", _hashes(inputs.pop("tables")), stock.tables()
    for file in ledger["artefacts"]:
        yield file["name"], file["sha256"], stock.digest(one.folder / file["name"])
    yield "the libraries", ledger["versions"], stock.versions(ledger["settings"]["formats"])
    yield from _texts(inputs.pop("files"), stock.texts(one.sources))
    inputs.pop("doubts")  # they follow from the rest
    yield "what else went in", inputs, {}


def _coverage(one: Standing, earlier: tuple[Path, ...]) -> Coverage:
    """Return the days that a build would cover."""
    last_issue = None
    if one.covered == WindowRule("since last issue") and earlier:
        ledger = json.loads(earlier[-1].read_bytes())
        last_issue = date.fromisoformat(ledger["issue"]["date"])
    return coverage(one.covered, one.undated, one.as_of, last_issue)


def _covered(inputs: dict[str, object], now: Coverage) -> Pairs:
    days = now.window.since, now.window.until
    written = (day.isoformat() if day else None for day in days)
    window = dict(zip(("since", "until"), written, strict=True))
    yield "the window", inputs.pop("window"), window
    yield "what becomes of undated texts", inputs.pop("undated"), now.undated


def _texts(entries: Any, now: Mapping[str, str | None]) -> Pairs:
    """Yield each text; one whose hash cannot be known may always have changed."""
    there = {stock.unicode(path): sha256 for path, sha256 in now.items()}
    met = set()
    for entry in entries:
        path = _file(entry["path"], there)
        met.add(path)
        yield entry["path"], entry["sha256"], there.get(path) or "unknown"
    yield "the list of texts", met, there.keys()


def _file(path: str, there: Mapping[str, str | None]) -> str:
    """Return the file at `path`, or the one that holds what is there."""
    return next((one for one in stock.holders(path) if one in there), path)


def _hashes(entries: Any) -> dict[str, str]:
    return {entry["name"]: entry["sha256"] for entry in entries}
