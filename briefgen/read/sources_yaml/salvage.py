"""What can be used of a `sources.yaml` that has mistakes in it."""

import re
from dataclasses import replace

from briefgen.strict_yaml import Node, Problem, parse

MOST_UNREADABLE = 20
"""Entries that are no YAML and are passed over one by one; with more, the file is not used."""

_KEY = re.compile(r"[^\s#]")
"""How a line begins that opens an entry, or ends the one before it."""


def parsed_in_part(text: str) -> tuple[Node | None, list[Problem]]:
    """Return `parse(text)` without the entries that are no YAML, and the problems of all of it."""
    problems: list[Problem] = []
    lines = text.splitlines()
    for _ in range(MOST_UNREADABLE + 1):
        root, wrong = parse("\n".join(lines) + "\n")
        problems += wrong
        if root is not None:
            return root, problems
        if not _blank_entry(lines, wrong[0].line - 1):
            break
    return None, problems


def _blank_entry(lines: list[str], at: int) -> bool:
    """Empty the lines of the entry that line `at`, from 0, is in; False if they are empty."""
    at = min(at, len(lines) - 1)
    start = next((one for one in range(at, -1, -1) if _KEY.match(lines[one])), 0)
    after = range(start + 1, len(lines))
    end = next((one for one in after if _KEY.match(lines[one])), len(lines))
    found = any(lines[start:end])
    lines[start:end] = [""] * (end - start)
    return found


def without(node: Node, wrong: frozenset[tuple[str | int, ...]]) -> Node:
    """Return the tree without the nodes to which the steps are `wrong`."""
    children = {
        step: without(child, wrong)
        for step, child in node.children.items()
        if child.steps not in wrong
    }
    return replace(node, children=children)
