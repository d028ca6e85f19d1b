"""Front matter: what a text says of itself above its first word, in the notations that people use.

YAML between `---`, TOML between `+++`, JSON from `{` to `}` (also between `;;;`), and plain lines
`Title: ...` up to a blank one; with the keys of Jekyll, Hugo, Zola, Quarto, Pelican, Eleventy and
Obsidian (`briefgen.read.field_names`). None of it is ever text: what cannot be read of a block is
told with its line, and the rest of it counts.
"""

from typing import NamedTuple

from briefgen.model import Metadata
from briefgen.read.front_matter.blocks import block
from briefgen.read.front_matter.keys import known
from briefgen.read.front_matter.notations import parsed

__all__ = ["NO_FRONT_MATTER", "FrontMatter", "front_matter"]


class FrontMatter(NamedTuple):
    """What the front matter says, and the offset in the text where the rest begins.

    `problems` are what cannot be read of it; `doubts` why it gives no day, if it was meant to.
    """

    metadata: Metadata = Metadata()
    end: int = 0
    problems: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


NO_FRONT_MATTER = FrontMatter()


def front_matter(text: str) -> FrontMatter:
    r"""Return what `text` says of itself in its front matter; if it has none, nothing, to offset 0.

    >>> found = front_matter("+++\ndate = 2026-08-05\n+++\nThe port is shut.")
    >>> str(found.metadata.published), found.end
    ('2026-08-05', 26)
    """
    found = block(text)
    if found is None:
        return NO_FRONT_MATTER
    entries, problems = parsed(found)
    metadata, wrong, doubts = known(entries)
    lines = sorted([*found.problems, *problems, *wrong])
    return FrontMatter(
        metadata,
        found.end,
        tuple(f"front matter: line {line}: {problem}" for line, problem in lines),
        tuple(f"front matter, line {line}: {doubt}" for line, doubt in doubts),
    )
