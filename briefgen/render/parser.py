"""Markdown as briefgen reads it: only what a brief needs, and nothing that could act."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

_ALLOWED = re.compile(r"https?://[^/\\]|mailto:|#", re.IGNORECASE)


class Parser(MarkdownIt):
    """CommonMark and tables, with no raw HTML, no pictures, no guessed links.

    `rules` then work on the whole document, one after another.
    """

    def __init__(self, *rules: Callable[[StateCore], None]) -> None:
        """Read links to the web, to mail and within the document, and no others."""
        super().__init__("js-default", {"html": False, "linkify": False})
        self.disable(["image", "html_block", "html_inline", "linkify"])
        for rule in rules:
            self.core.ruler.push(rule.__name__, rule)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name is markdown-it's
        """Return whether a link may lead to `url`."""
        return bool(_ALLOWED.match(url))
