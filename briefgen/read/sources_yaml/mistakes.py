"""What is wrong with the keys of a `sources.yaml`, whatever may yet come into the folder."""

from collections.abc import Iterable, Iterator, Sequence

from briefgen.read.sources_yaml.shape import FAMILIES
from briefgen.stock import NOT_SOURCES, holders
from briefgen.strict_yaml import Kind, Node, Problem, nearest, quoted


def contradictions(root: Node, files: Sequence[str]) -> Iterator[Problem]:
    """Yield keys that no file can ever have, and outlets in two families.

    `files` are the paths of all files that there are.
    """
    if root.kind is Kind.KEYS:
        yield from _for_no_file(root, files)
        yield from _in_two_families(root)


def _for_no_file(root: Node, files: Sequence[str]) -> Iterator[Problem]:
    there = frozenset(files)
    unknown = [key for key in map(str, root.children) if key not in there and key != FAMILIES]
    folders = frozenset(_folders(files)) if unknown else frozenset()
    for key in unknown:
        if wrong := _why_never(key, there, folders):
            yield root.problem(wrong, key)
        elif _is_hidden(key):
            yield root.problem(f"unknown file; {nearest(key, files)}", key)


def _why_never(key: str, there: frozenset[str], folders: frozenset[str]) -> str:
    """Return why a key is not that of a file but of something else; empty if it may be."""
    folder = key.rstrip("/")
    if folder in folders:
        every = quoted(f"{folder}/**")
        return f"expected a file or a pattern, got a folder; {every} is all that is in it"
    holder = next((one for one in holders(key) if one in there), "")
    return f"expected a whole file, got what is inside {quoted(holder)}" if holder else ""


def _is_hidden(key: str) -> bool:
    """Whether no walk through the folder comes to such a path."""
    return key in NOT_SOURCES or any(not name or name.startswith(".") for name in key.split("/"))


def _folders(files: Iterable[str]) -> Iterator[str]:
    """Yield every folder that a file is in, in no order."""
    for path in files:
        while path := path.rpartition("/")[0]:
            yield path


def _in_two_families(root: Node) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    families = root.children[FAMILIES].children if FAMILIES in root.children else {}
    for outlet in (one for family in families.values() for one in family.children.values()):
        same = first.setdefault(outlet.text.casefold(), outlet)
        if same is not outlet and outlet.text:
            again = f"{quoted(outlet.text)} again (first in line {same.line})"
            yield outlet.problem(f"expected an outlet in one family, got {again}")
