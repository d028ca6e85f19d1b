"""The file of those who have asked for no more mail."""

import re
from collections.abc import Sequence
from pathlib import Path

from briefgen.errors import ConfigError
from briefgen.message.addresses import routable, same
from briefgen.strict_yaml import quoted

_COMMENT = re.compile(r"(^|\s)#.*")


def load_suppressed(path: Path) -> frozenset[str]:
    """Return the addresses in a file that has one on each line, as `addresses.same` has them.

    `#` begins a comment. Raises ConfigError for every line that is no address, since a wish for no
    more mail must not get lost.
    """
    found: set[str] = set()
    problems: list[str] = []
    for number, line in enumerate(_lines(path), start=1):
        if written := _COMMENT.sub("", line).strip():
            try:
                found.add(same(routable(written)))
            except ValueError as error:
                wrong = f"expected an address, got {quoted(written)}: {error}"
                problems.append(f"line {number}: {wrong}")
    if problems:
        raise ConfigError(str(path), problems)
    return frozenset(found)


def _lines(path: Path) -> Sequence[str]:
    try:
        return path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), [f"expected a list of addresses, got: {error}"]) from error
