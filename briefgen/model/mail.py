"""What is mailed: through which server, to whom, and messages ready for the wire."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le, MinLen

from briefgen.model.settings import Tlp

Part = Literal["markdown", "html", "pdf"]


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is handed in; `password` says where the password is, never what it is."""

    host: Annotated[str, MinLen(1)]
    port: Annotated[int, Ge(1), Le(65535)] = 587
    security: Literal["starttls", "tls"] = "starttls"
    username: str = ""
    password: str = ""
    timeout: Annotated[float, Gt(0), Le(600)] = 30.0
    per_minute: Annotated[int, Ge(0), Le(100_000)] = 0


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who receives the brief, and nothing marked above `ceiling`."""

    address: str
    name: str = ""
    groups: tuple[str, ...] = ()
    language: str = ""
    parts: tuple[Part, ...] = ()
    ceiling: Tlp = Tlp.CLEAR


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message (RFC 5322) and whom it goes from and to (RFC 5321).

    `issue` names the issue, such as `2026-W47`, and `edition` is the SHA-256 of its ledger, so
    that an issue which changed after it was sent is told from the one that went out.
    """

    sender: str
    recipient: str
    issue: str
    edition: str
    message: bytes = field(repr=False)
