"""Stage 10, Artefacts -> the world: for now, a folder or a file."""

from briefgen.deliver.folder import publish
from briefgen.deliver.lines import publish_lines

__all__ = ["publish", "publish_lines"]
