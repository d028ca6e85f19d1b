"""Fetching, from real servers on loopback: limits, redirects, certificates, broken answers."""

import gzip
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
import trustme
from web_site import Site

from briefgen import __version__
from briefgen.errors import FetchError
from briefgen.fetch import Limits, Page, Policy, Robots, get, suffix, utf8
from briefgen.fetch.media import SUFFIXES
from briefgen.fetch.special import special
from briefgen.read import READERS

HTML = {"Content-Type": "text/html; charset=utf-8"}


def but_for_loopback(address: str) -> str | None:
    """Refuse what is not public, but take 127.0.0.1, where the tests' servers are, for public."""
    return None if address == "127.0.0.1" else special(address)


OPEN = Policy(http=True, refuse=but_for_loopback)
SHORT = Limits(size=100_000, patience=0.25, total=0.5)


def refusal(address: str, policy: Policy = OPEN, limits: Limits = SHORT) -> FetchError:
    with pytest.raises(FetchError) as refused:
        get(address, policy, limits)
    return refused.value


# --- what is asked and what comes --------------------------------------------------------------


def test_a_page_comes_with_its_type_and_what_to_ask_with_next(site: Site) -> None:
    fields = HTML | {"ETag": '"1"', "Last-Modified": "Sat, 21 Nov 2026 10:00:00 GMT"}
    site.routes["/a?b=1"] = (200, fields, b"<p>Fuel")
    page = get(f"{site.address}/a?b=1#c", OPEN)
    modified = "Sat, 21 Nov 2026 10:00:00 GMT"
    assert page == Page(
        f"{site.address}/a?b=1", "text/html", "utf-8", '"1"', modified, b"<p>Fuel", True
    )


def test_briefgen_says_who_it_is_and_sends_nothing_else_of_anyones(site: Site) -> None:
    site.routes["/"] = (200, HTML, b"x")
    get(site.address, OPEN)
    [(_, fields)] = site.asked
    assert fields == {
        "Host": f"127.0.0.1:{site.port}",
        "User-Agent": f"briefgen/{__version__}",
        "Accept-Encoding": "gzip",
        "Accept": "*/*",
    }


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    site.routes["/"] = (304, {"ETag": '"1"'}, b"")
    page = get(site.address, OPEN, conditions={"If-None-Match": '"1"'})
    assert (page.fresh, page.data) == (False, b"")
    assert site.asked[0][1]["If-None-Match"] == '"1"'
    assert "304" in str(refusal(site.address)), "nobody asked for it"


@pytest.mark.parametrize(
    ("status", "fields", "words", "lasting"),
    [
        (404, {}, "found 404", True),
        (410, {}, "found 410", True),
        (403, {}, "found 403", True),
        (429, {"Retry-After": "120"}, "found 429, to be asked again after 120 seconds", False),
        (500, {}, "found 500", False),
        (503, {"Retry-After": "Sat, 21 Nov 2026 10:00:00 GMT"}, "after Sat, 21 Nov 2026", False),
        (204, {}, "found 204", True),
        (206, {}, "found 206", True),
        (300, {}, "found 300", True),
    ],
)
def test_a_status_that_is_no_success_is_named(
    status: int, fields: dict[str, str], words: str, lasting: bool, site: Site
) -> None:
    site.routes["/"] = (status, fields, b"")
    error = refusal(site.address)
    assert words in str(error)
    assert error.lasting is lasting


def test_a_packed_page_is_unpacked(site: Site) -> None:
    packed = gzip.compress(b"Fuel " * 1000)
    site.routes["/"] = (200, {"Content-Encoding": "gzip"}, packed)
    assert get(site.address, OPEN).data == b"Fuel " * 1000


# --- limits ------------------------------------------------------------------------------------


def pieces(
    body: Iterator[bytes], fields: dict[str, str] = HTML, wait: float = 0.0
) -> Callable[[BaseHTTPRequestHandler], None]:
    """Return a route that sends chunk after chunk."""

    def route(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in (fields | {"Transfer-Encoding": "chunked"}).items():
            handler.send_header(name, value)
        handler.end_headers()
        for piece in body:
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            time.sleep(wait)
        handler.wfile.write(b"0\r\n\r\n")

    return route


def raw(data: bytes, again: bytes = b"", wait: float = 0.05) -> Callable[..., None]:
    """Return a route that sends `data`, then `again` and again."""

    def route(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)
        while again:
            handler.wfile.write(again)
            time.sleep(wait)

    return route


def bomb() -> bytes:
    """Return 20 MB of nothing in 20 kB."""
    return gzip.compress(bytes(20_000_000), 6)


def nested_bomb() -> bytes:
    return gzip.compress(bomb(), 9)


ENDLESS: list[tuple[str, Any, str]] = [
    ("a body too long, said", (200, HTML, bytes(100_001)), "at most 100,000 bytes"),
    ("a body too long, unsaid", pieces(iter([bytes(1000)] * 101)), "at most 100,000 bytes"),
    ("a body without end", pieces(repeat(bytes(1000))), "at most 100,000 bytes"),
    ("a body that drips", pieces(repeat(b"x"), wait=0.05), "the time used up"),
    ("a body that stops", pieces(iter([b"x"]), wait=3), "it takes too long"),
    ("a body cut short", (200, HTML | {"Content-Length": "50"}, b"x"), "no answer"),
    ("a bomb", (200, {"Content-Encoding": "gzip"}, bomb()), "at most 100,000 bytes"),
    ("chunks of a bomb", pieces(iter([bomb()]), {"Content-Encoding": "gzip"}), "100,000 bytes"),
    ("a bomb in a bomb", (200, {"Content-Encoding": "gzip, gzip"}, nested_bomb()), "plain or"),
    ("an unknown packing", (200, {"Content-Encoding": "br"}, b"x"), "plain or as gzip, found br"),
    ("packing that is none", (200, {"Content-Encoding": "gzip"}, b"plain"), "no answer"),
    ("fields that drip", raw(b"HTTP/1.1 200 OK\r\nX: ", b"x"), "the time used up"),
    ("a field too long", raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000), "no answer"),
    ("too many fields", raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"), "no answer"),
    ("no end of waiting", raw(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "the time used up"),
    ("another protocol", raw(b"220 mail.example ESMTP\r\n"), "no answer"),
    ("nothing", raw(b""), "no answer"),
    ("a chunk of no size", raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
     "no answer"),
    ("a size without end", raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0" * 999,
     0), "no answer"),
    ("two lengths", raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
     "no answer"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "words"), [one[1:] for one in ENDLESS], ids=[one[0] for one in ENDLESS]
)
def test_an_answer_without_end_or_form_ends_in_time_with_its_reason(
    answer: Any, words: str, site: Site
) -> None:
    site.routes["/"] = answer
    start = time.perf_counter()
    assert words in str(refusal(site.address))
    assert time.perf_counter() - start < 2.5


def test_a_server_that_never_says_anything_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert "it takes too long" in str(refusal(f"http://127.0.0.1:{port}/"))
        assert "it takes too long" in str(refusal(f"https://127.0.0.1:{port}/"))


def test_a_port_where_nobody_listens_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    error = refusal(f"http://127.0.0.1:{port}/")
    assert "no answer: Connection refused" in str(error)
    assert not error.lasting


# --- redirects ---------------------------------------------------------------------------------


def moved(location: str, status: int = 302) -> tuple[int, dict[str, str], bytes]:
    return status, {"Location": location}, b""


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_where_it_ends_is_told(status: int, site: Site) -> None:
    site.routes |= {"/a/b": moved("../c?d", status), "/c?d": (200, HTML, b"x")}
    assert get(f"{site.address}/a/b", OPEN).address == f"{site.address}/c?d"


def test_five_redirects_are_followed_and_no_more(site: Site) -> None:
    site.routes |= {f"/{n}": moved(f"/{n + 1}") for n in range(6)} | {"/6": (200, HTML, b"x")}
    assert get(f"{site.address}/1", OPEN).data == b"x"
    assert "at most 5 redirects" in str(refusal(f"{site.address}/0"))
    assert len(site.asked) == 6 + 6


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("/", "at most 5 redirects"),
        ("http://127.0.0.2/", "127.0.0.2 (loopback)"),
        ("http://[::1]:8000/", "::1 (loopback)"),
        ("http://[::ffff:10.0.0.1]/", "::ffff:10.0.0.1 (private)"),
        ("http://169.254.169.254/latest/", "(link-local)"),
        ("//10.1.2.3/", "10.1.2.3 (private)"),
        ("http://2130706433/", "four numbers"),
        ("http://user:secret@www.example.org/", "no name or password"),
        ("file:///etc/passwd", "found file"),
        ("ftp://www.example.org/", "found ftp"),
        ("gopher://127.0.0.1:6379/_x", "found gopher"),
        ("javascript:alert(1)", "found no scheme"),
        ("http://www.example.org:25/", "expected port"),
        ("http://[::1", "redirected to"),
    ],
)
def test_each_step_of_a_redirect_is_judged_like_an_address(
    location: str, words: str, site: Site
) -> None:
    site.routes["/"] = moved(location)
    error = refusal(site.address)
    assert words in str(error)
    assert error.lasting


def test_what_is_asked_first_is_asked_of_every_step(site: Site) -> None:
    site.routes |= {"/a": moved("/b"), "/b": (200, HTML, b"x")}
    met: list[str] = []
    get(f"{site.address}/a", OPEN, first=met.append)
    assert met == [f"{site.address}/a", f"{site.address}/b"]


# --- certificates and names --------------------------------------------------------------------


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """Return an authority that this system trusts, and no other."""
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    return authority


@pytest.fixture
def secure(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return a site whose certificate is for desk.example, a name that leads to it."""
    yield from served(authority, monkeypatch, "desk.example")


def served(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    site = Site(context)
    leads(monkeypatch, {"desk.example": ["127.0.0.1"]})
    site.address = f"https://desk.example:{site.port}"
    site.routes["/"] = (200, HTML, b"Fuel")
    yield site
    site.close()


def leads(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[str]]) -> list[str]:
    """Let names lead where they are said to; return the list of those that are looked up.

    A name with several addresses leads to one after the other, each time it is asked for.
    """
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, *how: Any, **more: Any) -> Any:
        if host in names:
            asked.append(host)
            host = names[host][min(asked.count(host), len(names[host])) - 1]
        return real(host, *how, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_a_certificate_is_asked_of_the_name_while_the_address_is_pinned(
    secure: Site, trusted: trustme.CA
) -> None:
    assert get(secure.address, OPEN).data == b"Fuel"
    assert secure.asked[0][1]["Host"] == f"desk.example:{secure.port}"


def test_a_certificate_nobody_vouches_for_is_refused(secure: Site) -> None:
    assert "the certificate is not good: " in str(refusal(secure.address))
    assert secure.asked == []


def test_a_certificate_for_another_name_is_refused(
    authority: trustme.CA, trusted: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    for site in served(authority, monkeypatch, "other.example"):
        assert "the certificate is not good: " in str(refusal(site.address))
        assert site.asked == []


def test_a_step_back_from_https_to_http_is_refused_even_if_http_is_allowed(
    secure: Site, site: Site, trusted: trustme.CA
) -> None:
    secure.routes["/"] = moved(f"{site.address}/")
    assert "redirected from https to http://" in str(refusal(secure.address))
    assert site.asked == []


def test_a_step_from_http_to_https_is_followed(
    secure: Site, site: Site, trusted: trustme.CA
) -> None:
    site.routes["/"] = moved(f"{secure.address}/")
    assert get(site.address, OPEN).address == f"{secure.address}/"


def test_a_name_that_leads_elsewhere_a_moment_later_is_asked_once(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the first answer is fit, the second is not, and is never asked for."""
    asked = leads(monkeypatch, {"rebind.example": ["127.0.0.1", "169.254.169.254"]})
    site.routes["/"] = (200, HTML, b"Fuel")
    assert get(f"http://rebind.example:{site.port}/", OPEN).data == b"Fuel"
    assert asked == ["rebind.example"]


def test_a_name_that_leads_elsewhere_after_a_redirect_is_judged_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    leads(monkeypatch, {"rebind.example": ["127.0.0.1", "169.254.169.254"]})
    site.routes["/"] = moved("/next")
    error = refusal(f"http://rebind.example:{site.port}/")
    assert "169.254.169.254 (link-local)" in str(error)
    assert site.paths() == ["/"]


def test_one_unfit_address_among_those_of_a_name_is_enough(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def both(host: str, *how: Any, **more: Any) -> Any:
        if host != "both.example":
            return real(host, *how, **more)
        return [*real("127.0.0.1", *how, **more), *real("10.0.0.1", *how, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    assert "10.0.0.1 (private)" in str(refusal(f"http://both.example:{site.port}/"))
    assert site.asked == []


# --- types -------------------------------------------------------------------------------------


def page(media_type: str, path: str = "/x", charset: str = "", data: bytes = b"x") -> Page:
    return Page(f"https://www.example.org{path}", media_type, charset, "", "", data)


@pytest.mark.parametrize(
    ("media_type", "path", "found"),
    [
        ("text/html", "/a.pdf", ".html"),
        ("application/xhtml+xml", "/", ".html"),
        ("application/pdf", "/a", ".pdf"),
        ("text/plain", "/a", ".txt"),
        ("text/plain", "/README.MD", ".md"),
        ("text/plain", "/a.exe", ".txt"),
        ("application/octet-stream", "/a.docx?x=1", ".docx"),
        ("application/atom+xml", "/feed", ".xml"),
        ("application/json", "/", ".json"),
    ],
)
def test_the_suffix_is_that_of_what_the_server_says(media_type: str, path: str, found: str) -> None:
    assert suffix(page(media_type, path)) == found


def test_there_is_a_reader_for_whatever_may_be_fetched() -> None:
    assert set(SUFFIXES.values()) <= READERS.keys()


@pytest.mark.parametrize("media_type", ["image/png", "application/octet-stream", "video/mp4"])
def test_what_is_no_text_is_refused_by_its_type(media_type: str) -> None:
    with pytest.raises(FetchError, match=f"such as text/html or application/pdf, .*{media_type}"):
        suffix(page(media_type))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (page("text/html", charset="windows-1252", data=b"\x93fuel\x94"), "\ufeff“fuel”"),
        (page("text/html", charset="utf-8", data="“fuel”".encode()), "“fuel”"),
        (page("text/html", data="é".encode()), "é"),
        (page("text/html", charset="klingon", data=b"x"), "x"),
        (page("application/xml", charset="iso-8859-1", data=b"<x/>"), "<x/>"),
    ],
)
def test_an_encoding_that_only_the_server_tells_is_not_lost(given: Page, kept: str) -> None:
    assert utf8(given).decode() == kept


# --- robots.txt --------------------------------------------------------------------------------

RULES = b"""
User-agent: briefgen
Disallow: /private/
Allow: /private/but-this
Disallow: /*?print
Disallow: /*.zip$
Crawl-delay: 7

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/news", True),
        ("/private/x", False),
        ("/private/but-this", True),
        ("/news?print=1", False),  # urllib.robotparser, without wildcards, lets it pass
        ("/a.zip", False),
        ("/a.zip.html", True),
    ],
)
def test_robots_txt_is_heard(path: str, allowed: bool, site: Site) -> None:
    site.routes["/robots.txt"] = (200, {}, RULES)
    robots = Robots(OPEN)
    if allowed:
        robots.expect_leave(site.address + path)
    else:
        with pytest.raises(FetchError, match=r"robots\.txt forbids it"):
            robots.expect_leave(site.address + path)
    assert robots.pause(site.address) == 7
    assert len(site.asked) == 1, "once for a site"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((404, {}, b""), None),
        ((403, {}, b""), None),
        ((200, {}, b""), None),
        ((200, {}, bytes(range(256)) * 100), None),
        ((503, {}, b""), "cannot be had now"),
        ((429, {}, b""), "cannot be had now"),
        (raw(b""), "cannot be had now"),
    ],
)
def test_a_site_without_rules_forbids_nothing_and_one_that_cannot_be_asked_everything(
    answer: Any, words: str | None, site: Site
) -> None:
    site.routes["/robots.txt"] = answer
    if words is None:
        Robots(OPEN).expect_leave(site.address)
    else:
        with pytest.raises(FetchError, match=words) as refused:
            Robots(OPEN).expect_leave(site.address)
        assert not refused.value.lasting
