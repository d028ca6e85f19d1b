"""Which IP addresses are not the public internet, and what they are instead.

From the registries of special-purpose addresses that IANA keeps (RFC 6890, RFC 8190), read
strictly: in IPv6 only what is allocated as global unicast (2000::/3) counts as public. CPython's
own `ipaddress.is_global` before 3.11.10 gets some of them wrong.
"""

from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from types import MappingProxyType

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "0.0.0.0/8": "this network",
        "10.0.0.0/8": "private",
        "100.64.0.0/10": "shared by a carrier's customers",
        "127.0.0.0/8": "loopback",
        "168.63.129.16/32": "a cloud's own host",
        "169.254.0.0/16": "link-local",
        "172.16.0.0/12": "private",
        "192.0.0.0/24": "reserved for protocols",
        "192.0.2.0/24": "for documentation",
        "192.88.99.0/24": "a relay",
        "192.168.0.0/16": "private",
        "198.18.0.0/15": "for benchmarks",
        "198.51.100.0/24": "for documentation",
        "203.0.113.0/24": "for documentation",
        "224.0.0.0/4": "multicast",
        "240.0.0.0/4": "reserved",
        "::/128": "unspecified",
        "::1/128": "loopback",
        "64:ff9b:1::/48": "a local translation",
        "fc00::/7": "unique local",
        "fe80::/10": "link-local",
        "fec0::/10": "site-local",
        "ff00::/8": "multicast",
        "2001::/23": "reserved for protocols",
        "2001:db8::/32": "for documentation",
        "2002::/16": "a relay",
        "3fff::/20": "for documentation",
    }
)
_SPECIAL = tuple((ip_network(network), name) for network, name in _NAMES.items())
_GLOBAL = IPv6Network("2000::/3")
_EMBEDDING = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
"""IPv4 in the last 32 bits: mapped (RFC 4291, 2.5.5.2), translated (RFC 6052)."""


def special(written: str) -> str | None:
    """Return what the IP address `written` is if it is not public, such as "loopback".

    >>> special("127.0.0.1"), special("::ffff:10.0.0.1"), special("9.9.9.9")
    ('loopback', 'private', None)
    """
    address = _innermost(ip_address(written.partition("%")[0]))
    for network, name in _SPECIAL:
        if address.version == network.version and address in network:
            return name
    if isinstance(address, IPv6Address) and address not in _GLOBAL:
        return "not global"
    return None


def _innermost(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 address only wraps."""
    if isinstance(address, IPv6Address) and any(address in one for one in _EMBEDDING):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address
