"""Brief -> Markdown, in the words of brief.md.j2."""

from collections.abc import Sequence
from pathlib import Path

from briefgen.model import Brief
from briefgen.render.template import fill
from briefgen.render.view import words


def to_markdown(brief: Brief, templates: Sequence[Path]) -> str:
    """Return the brief as Markdown that reads well raw: every word the HTML and PDF will have."""
    return fill("brief.md.j2", templates, words(brief)).rstrip("\n") + "\n"
