"""Stage 10, Artefacts -> the world: a folder, a file, or a store such as a bucket."""

from briefgen.deliver.folder import publish
from briefgen.deliver.lines import publish_lines
from briefgen.deliver.store import UnstoredError, expect_library, store

__all__ = ["UnstoredError", "expect_library", "publish", "publish_lines", "store"]
