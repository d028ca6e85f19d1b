"""HTML -> tagged PDF (PDF/UA-1), the same bytes wherever it is made, with nothing fetched."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse, URLFetchingError

from briefgen.errors import BriefgenError
from briefgen.render.template import fill

# WeasyPrint 70 looks for a place to break a link in its texts, not between its elements; a reader
# who copies from the PDF gets no such character.
_ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"

_LINKS = ("http://", "https://", "mailto:")


class _Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint publishes no types
    """Serves `font:NAME` from the templates' fonts and `data:`; remembers all it denied.

    Fonts have a scheme of their own since the CSS parser needs 0.3 s to read five of them as
    `data:` addresses, against 0.01 s this way, and a file of that name is all it can name.
    """

    def __init__(self, fonts: Mapping[str, Path]) -> None:
        super().__init__(allowed_protocols=("data",))
        self._fonts = fonts
        self.denied: list[str] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        scheme, _, name = url.partition(":")
        if scheme == "font" and name in self._fonts:
            return URLFetcherResponse(url, self._fonts[name].read_bytes())
        if scheme == "data":
            return super().fetch(url, headers)
        self.denied.append(url)
        raise ValueError(f"not fetched: {url}")


def to_pdf(html: str, as_of: date, templates: Sequence[Path]) -> bytes:
    """Return `html` as PDF set in the templates' own fonts; links lead to the web or within.

    Raises:
        BriefgenError: the page asks for anything that is not already in it.
    """
    fetcher = _Fetcher(_fonts(templates))
    faces = fill("fonts.css", templates, {})
    try:
        with _clock_at(as_of):
            data = _typeset(html, faces, fetcher)
    except URLFetchingError as error:
        raise BriefgenError(f"page.html.j2: expected nothing to fetch, found {error}") from error
    if fetcher.denied:  # WeasyPrint mostly goes on without what it was denied
        found = f"{len(fetcher.denied)} requests, the first for {fetcher.denied[0][:200]!r}"
        raise BriefgenError(f"page.html.j2: expected nothing to fetch, found {found}")
    return data


def _typeset(html: str, faces: str, fetcher: _Fetcher) -> bytes:
    html = html.replace("<wbr>", _ZERO_WIDTH_SPACE)
    fonts = FontConfiguration()
    style = CSS(string=faces, font_config=fonts, url_fetcher=fetcher)
    document = HTML(string=html, url_fetcher=fetcher).render(fonts, stylesheets=[style])
    _unlink_all_but_the_web(document)
    data: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return data


def _fonts(templates: Sequence[Path]) -> dict[str, Path]:
    """Return the font files by name; where two folders have the same one, the first folder's."""
    found = [path for folder in reversed(templates) for path in (folder / "fonts").glob("*.?tf")]
    return {path.name: path for path in found}


def _unlink_all_but_the_web(document: Document) -> None:
    """WeasyPrint hands any scheme, even `javascript:`, on to the reader of the PDF."""
    for page in document.pages:
        page.links[:] = [
            link for link in page.links if link[0] == "internal" or link[1].startswith(_LINKS)
        ]


@contextmanager
def _clock_at(day: date) -> Iterator[None]:
    """Stamp fonts with midnight (UTC) of `day` instead of now: the bytes depend on it."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    midnight = datetime.combine(day, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(max(0, int(midnight.timestamp())))
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before
