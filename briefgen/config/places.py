"""The folders that a `briefgen.yaml` names, as seen from where it stands."""

import stat
from collections.abc import Iterator
from pathlib import Path

from briefgen.config.shape import FileShape
from briefgen.strict_yaml import Node, Problem, quoted

_FOLDER, _OTHER, _ABSENT, _UNUSABLE = "a folder", "not a folder", "not there", "no usable path"


def misplaced(root: Node, folder: Path) -> Iterator[Problem]:
    """Yield which of the folders that the file `root`, itself in `folder`, names cannot be used."""
    sources, output = (_name(root, key) for key in ("sources", "output"))
    if (state := _state(folder, sources)) != _FOLDER:
        yield _unusable(root, "sources", sources, state)
    if (state := _state(folder, output)) not in {_FOLDER, _ABSENT}:
        yield _unusable(root, "output", output, state)
    elif _inside(folder, output, sources):
        words = f"expected a folder outside of sources, got {quoted(output)}"
        yield root.problem(words, "output")
    if (state := _state(folder, "templates")) not in {_FOLDER, _ABSENT}:
        yield _unusable(root, "templates", "templates", state)


def _name(root: Node, key: str) -> str:
    """Return the folder's name, or the default if there is none that the shape lets pass."""
    default: str = FileShape.model_fields[key].default
    return root.text_at(key) or default


def _state(folder: Path, name: str) -> str:
    try:
        mode = (folder / name).stat().st_mode
    except FileNotFoundError:
        return _ABSENT
    except (OSError, ValueError):  # below a file, too long, links in a circle; a NUL byte
        return _UNUSABLE
    return _FOLDER if stat.S_ISDIR(mode) else _OTHER


def _inside(folder: Path, inner: str, outer: str) -> bool:
    if _state(folder, outer) != _FOLDER:
        return False
    return (folder / inner).resolve().is_relative_to((folder / outer).resolve())


def _unusable(root: Node, key: str, name: str, state: str) -> Problem:
    return root.problem(f"expected a folder, got {quoted(name)}, which is {state}", key)
