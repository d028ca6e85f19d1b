"""Stage 9: Brief -> Artefacts. Words to Markdown, Markdown to HTML, HTML to PDF: one set of words.

Each format is made from the one before, so the three cannot disagree.
"""

from collections.abc import Iterator

from briefgen.errors import BriefgenError
from briefgen.model import Artefact, Brief, Settings
from briefgen.pango import unsearched
from briefgen.render.html import to_html
from briefgen.render.markdown import to_markdown


def render(brief: Brief, settings: Settings) -> tuple[Artefact, ...]:
    """Return brief.md, brief.html and brief.pdf, as far as `settings.formats` asks for them.

    Raises:
        TemplateError: a template is broken; names file, line and variable.
        BriefgenError: a page asks for something outside itself, or Pango is missing.
    """
    return tuple(_artefacts(brief, settings))


def _artefacts(brief: Brief, settings: Settings) -> Iterator[Artefact]:
    words = to_markdown(brief, settings.templates)
    if "md" in settings.formats:
        yield Artefact("brief.md", "text/markdown; charset=utf-8", words.encode())
    page = to_html(words, brief, settings.templates, settings.page)
    if "html" in settings.formats:
        yield Artefact("brief.html", "text/html; charset=utf-8", page.encode())
    if "pdf" in settings.formats:
        yield Artefact("brief.pdf", "application/pdf", _pdf(page, brief, settings))


def _pdf(page: str, brief: Brief, settings: Settings) -> bytes:
    """WeasyPrint is imported only here: it is slow, and fails where Pango is not installed."""
    try:
        with unsearched():
            from briefgen.render.pdf import to_pdf
    except OSError as error:
        raise BriefgenError(f"brief.pdf: expected the Pango library, found: {error}") from error
    return to_pdf(page, brief.as_of, settings.templates)
