"""What is mailed: an issue, to whom, through which server, and messages ready for the wire."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le, MinLen

from briefgen.model.artefacts import Artefact
from briefgen.model.marking import Tlp

Part = Literal["markdown", "html", "pdf"]


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is handed in; `password` says where the password is, never what it is.

    It is empty or one of `env:NAME`, `file:PATH` (absolute) and `keyring:SERVICE`. `timeout` is in
    seconds; `per_minute` is how many messages at most, 0 for no limit.
    """

    host: Annotated[str, MinLen(1)]
    port: Annotated[int, Ge(1), Le(65535)] = 587
    security: Literal["starttls", "tls"] = "starttls"
    username: str = ""
    password: str = ""
    timeout: Annotated[float, Gt(0), Le(600)] = 30.0
    per_minute: Annotated[int, Ge(0), Le(100_000)] = 0


@dataclass(frozen=True, slots=True)
class Unsubscribe:
    """How a recipient leaves: `https` may hold `{address}`; `one_click` says it is RFC 8058's."""

    mailto: str = ""
    https: str = ""
    one_click: bool = False


@dataclass(frozen=True, slots=True)
class Dkim:
    """A key (PEM) to sign with (RFC 6376) and the selector and domain whose DNS has the other."""

    selector: str
    domain: str
    key: Path


@dataclass(frozen=True, slots=True)
class Webhook:
    """An https address that each issue is posted to; `key` says where the key is that signs it."""

    address: str
    key: str = ""
    ceiling: Tlp = Tlp.CLEAR


@dataclass(frozen=True, slots=True)
class Copy:
    """Where each issue's files are copied to: the URL of a folder, here (`file:`) or in a store.

    `options` are for the library that reaches the store, by name; `secrets` are options too, each
    with where its value is, as for a password.
    """

    to: str
    ceiling: Tlp = Tlp.CLEAR
    options: tuple[tuple[str, str], ...] = ()
    secrets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """The `mail` of a `briefgen.yaml`; without `groups` it goes to everyone in `recipients`.

    With `approval` nothing goes to anyone before a person has let the edition go out. A project
    that mails nobody has no `sender` and no `recipients`, and still `webhook` or `copies`.
    """

    sender: str = ""
    recipients: Path | None = None
    sender_name: str = ""
    reply_to: str = ""
    subject: str = "{series}: {title} ({week})"
    parts: tuple[Part, ...] = ("markdown", "html", "pdf")
    groups: tuple[str, ...] = ()
    suppressed: Path | None = None
    list_id: str = ""
    unsubscribe: Unsubscribe = Unsubscribe()
    server: Server | None = None
    dkim: Dkim | None = None
    approval: Literal["none", "required"] = "none"
    webhook: Webhook | None = None
    copies: Copy | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who receives the brief, and nothing marked above `ceiling`.

    `address` is as it is sent to: the domain in ASCII (IDNA 2008), the part before it as it was
    given. No `language` means any, no `parts` those that the settings name. Whoever is
    `suppressed` has asked for no more mail.
    """

    address: str
    name: str = ""
    groups: tuple[str, ...] = ()
    language: str = ""
    parts: tuple[Part, ...] = ()
    ceiling: Tlp = Tlp.CLEAR
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """A brief as it lies in its folder, each file as its ledger has it.

    `name` is its ISO week, such as `2026-W47`, and `edition` the SHA-256 of its marking and words,
    so that an issue which changed after it was sent is told from the one that went out. Built
    again with the same words, under other settings or libraries, it is the same edition. `pdf` is
    empty if none was built. `files` are all there are, the ledger last. `sentences` are those
    quoted, in reading order.
    """

    name: str
    edition: str
    series: str
    title: str
    organisation: str
    tlp: Tlp
    as_of: date
    language: str
    markdown: str = field(repr=False)
    pdf: bytes = field(repr=False, default=b"")
    files: tuple[Artefact, ...] = field(repr=False, default=())
    sentences: tuple[str, ...] = field(repr=False, default=())


@dataclass(frozen=True, slots=True)
class Changes:
    """The sentences that a correction no longer has, and those that are new in it."""

    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message (RFC 5322) and whom it goes from and to (RFC 5321); or the files of a copy.

    `issue` and `edition` are those of the `Issue`.
    """

    sender: str
    recipient: str
    issue: str
    edition: str
    message: bytes = field(repr=False)
    files: tuple[Artefact, ...] = field(repr=False, default=())
