"""Address -> Page: one GET, redirects followed step by step, everything in it limited."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import Message
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from briefgen import __version__
from briefgen.errors import FetchError
from briefgen.fetch.addresses import Policy, Target, parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from urllib3 import BaseHTTPResponse

AGENT = f"briefgen/{__version__}"
"""What briefgen calls itself, to servers and in robots.txt."""

REDIRECTS = 5
"""Steps that are followed from an address to where it has moved."""

_CHUNK = 64 * 1024
_MOVED = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429})
"""Refusals (4xx) that time mends; whatever is wrong with a server (5xx) is mended too."""
_NO_CONDITIONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a fetch may take: bytes, as sent and unpacked; seconds to wait; seconds in all."""

    size: int = 50 * 1024 * 1024
    patience: float = 15.0
    total: float = 60.0


_LIMITS = Limits()
_POLICY = Policy()


@dataclass(frozen=True, slots=True)
class Page:
    """What came: the address it came from in the end, and its bytes, unpacked.

    `fresh` is False if nothing came because nothing has changed (304). `etag` and `modified` are
    what to ask with the next time.
    """

    address: str
    media_type: str
    charset: str
    etag: str
    modified: str
    data: bytes = field(repr=False)
    fresh: bool = True


def get(
    address: str,
    policy: Policy = _POLICY,
    limits: Limits = _LIMITS,
    conditions: Mapping[str, str] = _NO_CONDITIONS,
    first: Callable[[str], object] = lambda address: None,
) -> Page:
    """Return what is at `address`, asked for with the `conditions` (RFC 9110, 13.1) as fields.

    `first` is called with each address before it is asked, the one given and those it redirects
    to; it may raise FetchError, and its time is its own. Raises FetchError, saying what was
    expected and what was found.
    """
    target = parsed(address, policy.http)
    seconds = limits.total
    for _ in range(REDIRECTS + 1):
        first(target.address)
        start = monotonic()
        found = _asked(target, policy, limits, conditions, start + seconds)
        if isinstance(found, Page):
            return found
        target = found
        seconds -= monotonic() - start
    raise FetchError(f"expected at most {REDIRECTS} redirects, found more", lasting=True)


def _asked(
    target: Target, policy: Policy, limits: Limits, conditions: Mapping[str, str], deadline: float
) -> Page | Target:
    """Return the page, or where to ask next."""
    from briefgen.fetch.connection import connected

    with connected(target, policy, limits.patience, deadline) as connection:
        fields = {
            "Host": target.authority,
            "User-Agent": AGENT,
            "Accept-Encoding": "gzip",
            "Accept": "*/*",
            **conditions,
        }
        connection.request("GET", target.path, headers=fields, preload_content=False)
        response = connection.getresponse()
        if response.status in _MOVED:
            return _next(target, response.headers.get("Location", ""), policy)
        if response.status == 304 and conditions:
            return _page(target, response.headers, b"", fresh=False)
        _expect_success(response.status, response.headers)
        return _page(target, response.headers, _body(response, limits.size))


def _next(target: Target, location: str, policy: Policy) -> Target:
    """Return where a redirect leads; a step from https back to http is one too many."""
    try:
        moved = parsed(urljoin(target.address, location), policy.http or target.scheme == "https")
    except (FetchError, ValueError) as error:
        raise FetchError(f"redirected to {_shown(location)}: {error}", lasting=True) from error
    if target.scheme == "https" and moved.scheme == "http":
        raise FetchError(f"redirected from https to {_shown(location)}", lasting=True)
    return moved


def _expect_success(status: int, headers: Mapping[str, str]) -> None:
    if status == 200:
        return
    wait = headers.get("Retry-After", "")
    later = f", to be asked again after {_shown(wait)}" if wait else ""
    if wait.isdecimal():
        later += " seconds"
    raise FetchError(
        f"expected status 200, found {status}{later}",
        lasting=status < 500 and status not in _PASSING,
    )


def _body(response: BaseHTTPResponse, size: int) -> bytes:
    """Return the whole body; counted as it unpacks, so that a bomb is left half unpacked."""
    packed = response.headers.get("Content-Encoding", "identity").lower()
    if packed not in {"identity", "gzip", "x-gzip"}:
        raise FetchError(f"expected it plain or as gzip, found {_shown(packed)}")
    _expect_within(size, getattr(response, "length_remaining", None) or 0)
    body = bytearray()
    for piece in response.stream(_CHUNK, decode_content=True):
        body += piece
        _expect_within(size, len(body))
    return bytes(body)


def _expect_within(size: int, found: int) -> None:
    if found > size:
        raise FetchError(f"expected at most {size:,} bytes, found more", lasting=True)


def _page(target: Target, headers: Mapping[str, str], data: bytes, fresh: bool = True) -> Page:
    content = Message()
    content["Content-Type"] = headers.get("Content-Type", "application/octet-stream")
    return Page(
        address=target.address,
        media_type=content.get_content_type(),
        charset=content.get_content_charset() or "",
        etag=headers.get("ETag", ""),
        modified=headers.get("Last-Modified", ""),
        data=data,
        fresh=fresh,
    )


def _shown(text: str) -> str:
    return text if len(text) <= 80 else text[:80] + "..."
