"""The one rule for what is a web address, for those who read it and for those who show it."""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9])?")


def web_host(address: str) -> str:
    """Return the host that a http(s) address leads to, empty if it is no such address.

    The host is in its ASCII form (RFC 3490), so that a look-alike letter gives itself away. With a
    user name (`https://bank.example@evil.example`), a space or what is not seen, it is no address.
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        _ = parts.port  # raises if it is no number that a port can have
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and "@" not in parts.netloc
    is_seen = address.isprintable() and " " not in address
    return host if is_web and is_seen and _HOST.fullmatch(host) else ""
