"""`briefgen.yaml` -> Settings, or one error that lists everything wrong with it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter

from briefgen import bundled
from briefgen.config.mail import disagreements, mail
from briefgen.config.places import misplaced
from briefgen.config.rules import contradictions
from briefgen.config.shape import FileShape
from briefgen.errors import ConfigError
from briefgen.model import Settings, Theme
from briefgen.stock import digest, template_folders
from briefgen.strict_yaml import Node, Problem, read

LARGEST = 1_000_000
"""Bytes that a configuration may have; more is another file by mistake."""

_SHAPE = TypeAdapter(FileShape)


def load(path: Path) -> Settings:
    """Return the settings in the file at `path`, its folders taken relative to its own.

    Raises ConfigError with all problems, in the order of the lines they stand in.
    """
    if not path.exists():
        absent = "expected a configuration, got no file; `briefgen init` writes one"
        raise ConfigError(str(path), [absent])
    whole = path.resolve()
    sha256 = digest(whole) if whole.is_file() else ""  # first: it may change while it is read
    shape = read(path, LARGEST, _SHAPE, partial(_contradictions, whole.parent))
    return _settings(shape, whole, sha256)


def _contradictions(folder: Path, root: Node) -> Iterator[Problem]:
    yield from contradictions(root)
    yield from misplaced(root, folder)
    yield from disagreements(root)


def _settings(shape: FileShape, path: Path, sha256: str) -> Settings:
    folder = path.parent
    return Settings(
        path=path,
        sha256=sha256,
        series=shape.series,
        title=shape.title,
        organisation=shape.organisation,
        tlp=shape.tlp,
        sources=(folder / shape.sources).resolve(),
        output=(folder / shape.output).resolve(),
        templates=template_folders(folder, bundled.templates()),
        formats=shape.formats,
        page=shape.page,
        limits=shape.limits,
        themes=tuple(Theme(**dict(theme)) for theme in shape.themes),
        weights=(folder / shape.weights).resolve() if shape.weights else None,
        mail=mail(shape.mail, shape.webhook, shape.copies, folder),
        language=shape.language,
        window=shape.window,
        undated=shape.undated,
        minimum=shape.minimum,
        memory=shape.memory,
    )
