"""The PDF step by itself, given the worst pages: nothing fetched, no file opened, no link kept."""

import os
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from briefgen.errors import BriefgenError
from briefgen.render.pdf import to_pdf

TEMPLATES = (Path(__file__).parents[1] / "templates",)
AS_OF = date(2026, 11, 21)
CANARY = "canary-7f3a"

VECTORS = {
    "image": '<img src="{url}">',
    "srcset": '<img srcset="{url} 2x" src="{url}">',
    "picture": '<picture><source srcset="{url}"><img src="{url}"></picture>',
    "object": '<object data="{url}" type="image/png">no</object>',
    "embed": '<embed src="{url}" type="image/svg+xml">',
    "stylesheet": '<link rel="stylesheet" href="{url}">',
    "attachment": '<link rel="attachment" href="{url}">',
    "attached link": '<a rel="attachment" href="{url}">x</a>',
    "style import": '<style>@import url("{url}");</style>',
    "font": '<style>@font-face {{ font-family: f; src: url("{url}"); }}</style>',
    "background": '<p style="background: url({url})">x</p>',
    "border image": '<p style="border: 3px solid; border-image: url({url}) 3">x</p>',
    "list marker": '<ul style="list-style-image: url({url})"><li>x</ul>',
    "content": '<style>p::before {{ content: url("{url}"); }}</style>',
    "page box": '<style>@page {{ @top-left {{ content: url("{url}"); }} }}</style>',
    "page background": '<style>@page {{ background: url("{url}"); }}</style>',
    "colour profile": '<style>@color-profile --c {{ src: url("{url}"); }}</style>',
    "inline svg image": '<svg width="9" height="9"><image href="{url}" width="9"/></svg>',
    "inline svg use": '<svg width="9" height="9"><use href="{url}#x"/></svg>',
    "base": '<base href="{url}"><img src="x.png">',
}


@pytest.fixture
def served() -> Iterator[tuple[str, list[str]]]:
    """A loopback address, and the list of every path that anyone asks it for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{CANARY}", asked
    server.shutdown()
    server.server_close()
    thread.join()


def _page(body: str) -> str:
    return f'<!DOCTYPE html><html lang="en"><title>t</title><body><p>words</p>{body}</body></html>'


def _svg(url: str) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}" width="9" height="9"/></svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


@pytest.mark.parametrize("nested", [False, True], ids=["direct", "inside a data: picture"])
@pytest.mark.parametrize("name", VECTORS)
def test_nothing_is_fetched_from_the_web(
    served: tuple[str, list[str]], name: str, nested: bool
) -> None:
    url, asked = served
    page = _page(VECTORS[name].format(url=_svg(url) if nested else url))
    with suppress(BriefgenError):
        to_pdf(page, AS_OF, TEMPLATES)
    assert asked == []


@pytest.mark.parametrize("name", VECTORS)
def test_no_file_is_opened(tmp_path: Path, name: str) -> None:
    canary = tmp_path / f"{CANARY}.svg"
    canary.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><text>{CANARY}</text></svg>')
    os.utime(canary, ns=(0, canary.stat().st_mtime_ns))  # so that even relatime notes a reading
    data = b""
    with suppress(BriefgenError):
        data = to_pdf(_page(VECTORS[name].format(url=canary.as_uri())), AS_OF, TEMPLATES)
    assert canary.stat().st_atime_ns == 0
    assert CANARY.encode() not in data and b"EmbeddedFile" not in data


def test_a_picture_inside_the_page_is_no_fetch() -> None:
    svg = b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').decode()
    body = f'<img alt="mark" src="data:image/svg+xml;base64,{svg}">'
    assert to_pdf(_page(body), AS_OF, TEMPLATES).startswith(b"%PDF-")


def test_a_page_that_asks_for_the_web_is_an_error_that_says_for_what() -> None:
    with pytest.raises(BriefgenError, match=r"found 1 request.* 'https://example\.org/logo\.png'"):
        to_pdf(_page('<img src="https://example.org/logo.png">'), AS_OF, TEMPLATES)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "smb://host/x",
        "//host/x",
        "data:text/html,x",
        "x",
    ],
)
def test_a_link_of_another_scheme_is_no_link_in_the_pdf(href: str) -> None:
    body = f'<a href="{href}">x</a> <a href="https://example.org/">y</a>'
    pages: Any = pypdf.PdfReader(BytesIO(to_pdf(_page(body), AS_OF, TEMPLATES))).pages
    links = [link.get_object()["/A"]["/URI"] for page in pages for link in page["/Annots"]]
    assert links == ["https://example.org/"]


def test_the_clock_of_the_caller_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12345")
    to_pdf(_page(""), AS_OF, TEMPLATES)
    assert os.environ["SOURCE_DATE_EPOCH"] == "12345"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    to_pdf(_page(""), AS_OF, TEMPLATES)
    assert "SOURCE_DATE_EPOCH" not in os.environ
