"""Address -> Target: an address taken apart once, strictly, so that no two readers differ on it."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from briefgen.errors import FetchError
from briefgen.fetch.special import special

LONGEST = 2_000
"""Characters that an address may have; browsers and servers agree on about as many."""

_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=://)", re.ASCII | re.IGNORECASE)
_USER = re.compile(r"[^/]*//[^/?#]*@")
_NUMERIC = re.compile(r"\d+|0x[\da-f]*", re.ASCII | re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[a-z\d_-]{1,63}(?<!-)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be fetched: `http` besides https, and what `refuse` says nothing against.

    `refuse` is given an IP address and returns what is wrong with it, or None.
    """

    http: bool = False
    refuse: Callable[[str], str | None] = special


def allowing(exceptions: Collection[str]) -> Policy:
    """Return the policy that lets through plain "http", or IP addresses that are "private"."""
    http = "http" in exceptions
    return Policy(http, refuse=lambda _: None) if "private" in exceptions else Policy(http)


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect and what to ask for: `host` in ASCII, an IPv6 address without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Return host and port as the `Host` field has them (RFC 9110, 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Return scheme, host and port, to which all of a site's rules belong."""
        return f"{self.scheme}://{self.authority}"

    @property
    def address(self) -> str:
        """Return the address in its one form, without a fragment."""
        return self.origin + self.path


def has_scheme(text: str) -> bool:
    """Return whether `text` begins like an address and not like a path."""
    return bool(_SCHEME.match(text))


def parsed(address: str, http: bool = False) -> Target:
    """Return what `address` stands for; `http` says whether that scheme is let through.

    Raises FetchError for anything but a plain web address: another scheme, a name or password in
    it, a host that is no domain name and no IP address in its usual form, a port below 1024 that
    is not the web's.
    """
    _expect(len(address) <= LONGEST, f"expected at most {LONGEST:,} characters")
    _expect(address.isprintable() and "\\" not in address, "expected no \\ and nothing invisible")
    _expect(" " not in address, "expected no space in it")
    scheme = _scheme(address, http)
    _expect(not _USER.match(address), "expected no name or password before the host")
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    try:
        parts = parse_url(address)
    except LocationParseError as error:
        raise FetchError("expected the name of a host, found none", lasting=True) from error
    host = _host(parts.host or "")
    return Target(scheme, host, _port(scheme, parts.port), parts.request_uri)


def _scheme(address: str, http: bool) -> str:
    found = _SCHEME.match(address)
    scheme = found[0].lower() if found else ""
    if scheme == "http" and not http:
        raise FetchError("expected https, found http; --allow-http allows it", lasting=True)
    _expect(scheme in _PORTS, f"expected https, found {scheme or 'no scheme'}")
    return scheme


def _host(written: str) -> str:
    """Return the host in its one form: lower case, no brackets, no final dot."""
    if written.startswith("["):
        return _ipv6(written[1:-1])
    host = written.lower().removesuffix(".")
    labels = host.split(".")
    if _NUMERIC.fullmatch(labels[-1]):
        return _ipv4(host)
    _expect(len(host) <= 253 and all(map(_LABEL.fullmatch, labels)), "expected a domain name")
    return host


def _ipv4(host: str) -> str:
    """Return the address; its other spellings, such as 0x7f.1, hide where they lead."""
    try:
        return str(IPv4Address(host))
    except AddressValueError as error:
        raise FetchError(
            f"expected an IP address as four numbers, found {host}", lasting=True
        ) from error


def _ipv6(host: str) -> str:
    try:
        address = IPv6Address(host)
    except AddressValueError as error:
        raise FetchError("expected an IPv6 address in the brackets", lasting=True) from error
    _expect(address.scope_id is None, "expected an IPv6 address without a zone")
    return str(address)


def _port(scheme: str, port: int | None) -> int:
    if port is None:
        return _PORTS[scheme]
    _expect(
        port in _PORTS.values() or 1024 <= port < 65536,
        f"expected port 80, 443 or one of 1024 to 65535, found {port}",
    )
    return port


def _expect(fulfilled: bool, expectation: str) -> None:
    if not fulfilled:
        raise FetchError(expectation, lasting=True)
