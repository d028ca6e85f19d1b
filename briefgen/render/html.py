"""Markdown -> one self-contained HTML page: no script, no picture, nothing to fetch."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from briefgen.model import Brief
from briefgen.render.citations import cite
from briefgen.render.languages import foreign, speak
from briefgen.render.line_breaks import break_long_words, keep_dates_whole
from briefgen.render.parser import Parser
from briefgen.render.sections import mark, part
from briefgen.render.template import fill
from briefgen.render.view import page


def to_html(
    markdown: str, brief: Brief, templates: Sequence[Path], paper: Literal["A4", "Letter"]
) -> str:
    """Return `markdown` as the page of page.html.j2, dressed by brief.css.

    The style is named by its hash (CSP level 3, section 2.3.1), so no other can take effect.

    Raises:
        TemplateError: a template is broken, or cites a source that the brief does not list.
    """
    style = fill("brief.css", templates, {"paper": paper, "tlp": str(brief.tlp)})
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    parser = Parser(mark, cite, speak, part, keep_dates_whole, break_long_words)
    body = parser.render(markdown, {"foreign": foreign(brief)})
    view = {**page(brief), "style": Markup(style), "style_digest": digest, "body": Markup(body)}
    return fill("page.html.j2", templates, view)
