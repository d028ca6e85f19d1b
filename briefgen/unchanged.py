"""Whether an issue would come out the same again: its ledger held against what is there now.

The ledger says what went in (`briefgen.state`). It is read without the libraries that would check
it, and without those that check the configuration: what has the hash of a configuration that was
built from needs no other check. Whatever cannot be understood counts as changed.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from briefgen import __version__, bundled, state

SOURCES, OUTPUT = "seeds", "output"
"""The folders that a configuration means that names none."""


class Issue(NamedTuple):
    """An issue that may stand already: where, from what configuration and texts, of what day."""

    folder: Path
    config: Path
    sources: Path
    as_of: date


def issue(config: Path, as_of: date, output: Path | None) -> Issue | None:
    """Return which issue a build would write, None if that cannot be told at a glance.

    The loader makes nothing but text, lists and keys, as briefgen's own reading of YAML does.
    """
    import yaml

    try:
        said = yaml.load(
            config.read_text("utf-8-sig"), getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        )
        project = config.resolve().parent
        issues = output or (project / said.get("output", OUTPUT)).resolve()
        sources = (project / said.get("sources", SOURCES)).resolve()
    except (OSError, ValueError, TypeError, AttributeError, yaml.YAMLError):
        return None
    return Issue(issues / f"{as_of:%G-W%V}", config.resolve(), sources, as_of)


def difference(one: Issue) -> str | None:
    """Return what differs from when the issue was built, None if nothing does."""
    try:
        ledger = json.loads((one.folder / "brief.json").read_bytes())
        return next(_differences(one, ledger), None)
    except OSError as error:
        return f"{error.filename}: {error.strerror}"
    except (ValueError, TypeError, LookupError, AttributeError):
        return "the ledger cannot be read"


def _differences(one: Issue, ledger: Any) -> Iterator[str]:
    """Yield what differs, what is soonest known first."""
    yield from (what for what, before, now in _pairs(one, ledger) if before != now)


def _pairs(one: Issue, ledger: Any) -> Iterator[tuple[str, object, object]]:
    """Yield each thing that went in: its name, as it was and as it is."""
    inputs = dict(ledger["inputs"])
    folders = state.template_folders(one.config.parent, bundled.templates())
    yield "the version of briefgen", ledger["briefgen"], __version__
    yield "the day", ledger["issue"]["date"], one.as_of.isoformat()
    yield "the configuration", inputs.pop("configuration"), state.digest(one.config)
    yield "sources.yaml", inputs.pop("declarations"), state.declarations(one.sources)
    yield "the templates", _hashes(inputs.pop("templates"), "name"), state.templates(folders)
    yield "the tables", _hashes(inputs.pop("tables"), "name"), state.tables()
    for file in ledger["artefacts"]:
        yield file["name"], file["sha256"], state.digest(one.folder / file["name"])
    yield "the libraries", ledger["versions"], state.versions(ledger["settings"]["formats"])
    yield from _texts(_hashes(inputs.pop("files"), "path"), state.texts(one.sources))
    yield "what else went in", inputs, {}


def _texts(
    before: dict[str, str | None], now: dict[str, str | None]
) -> Iterator[tuple[str, object, object]]:
    """Yield each text; one whose hash cannot be known may always have changed."""
    there = {state.unicode(path): sha256 for path, sha256 in now.items()}
    for path in sorted(before.keys() | there.keys()):
        yield path, before.get(path), there.get(path) or "unknown"


def _hashes(entries: Any, key: str) -> dict[str, str | None]:
    return {entry[key]: entry["sha256"] for entry in entries}
