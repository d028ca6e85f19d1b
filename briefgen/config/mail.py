"""The `mail` of a `briefgen.yaml`: its keys, and what they say together."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from annotated_types import MinLen
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from briefgen.model import Copy, Dkim, Mail, Part, Server, Tlp, Unsubscribe, Webhook
from briefgen.strict_yaml import Line, Node, Problem, nearest, quoted

SUBJECT = ("series", "title", "organisation", "week", "date")
"""What a subject may name between braces; the marking stands before it in any case."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PORTS = {"starttls": 587, "tls": 465}
_PLACE = re.compile(
    r"(?!https?:)(?!file:(?!///))[a-z][a-z0-9+.-]*://[^\s:]+|(?!.*://)[^\x00-\x1f]+"
)
_SECRET = re.compile(r"pass|secret|token|credential|connection_string|(^|_)key(_id)?$", re.I)


Mailbox = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$",
        description="an address in ASCII such as desk@example.org",
    ),
]
File = Annotated[str, MinLen(1), Field(description="a file")]
Domain = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$",
        description="a name in ASCII such as brief.example.org",
    ),
]
Password = Annotated[
    str,
    Field(
        pattern=r"^(env:[A-Za-z_][A-Za-z0-9_]*|file:[^\x00]+|keyring:[^\x00]+)$",
        description="where the password is (env:NAME, file:PATH or keyring:SERVICE), never itself",
    ),
]


def _place(text: str) -> str:
    """Return where a copy may go: what has a scheme of its own, else a folder."""
    if not _PLACE.fullmatch(text):
        raise ValueError
    return text


Place = Annotated[
    str,
    AfterValidator(_place),
    Field(description="a folder, or an address such as s3://bucket/briefs"),
]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ServerShape(_Shape):
    """The keys of `briefgen.model.Server`; the port follows from `security` if left out."""

    host: Domain
    port: Annotated[int, Field(ge=1, le=65535)] = 0
    security: Literal["starttls", "tls"] = "starttls"
    username: Line = ""
    password: Password = ""
    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0
    per_minute: Annotated[int, Field(ge=0, le=100_000)] = 0


class UnsubscribeShape(_Shape):
    """The keys of `briefgen.model.Unsubscribe`."""

    mailto: Mailbox = ""
    https: Annotated[
        str,
        Field(
            pattern=r"^https://[!-;=?-~]{1,192}$",
            description="an address with https:// of at most 200 characters",
        ),
    ] = ""
    one_click: Literal["true", "false"] = "false"


class DkimShape(_Shape):
    """The keys of `briefgen.model.Dkim`."""

    selector: Domain
    domain: Domain
    key: File


class WebhookShape(_Shape):
    """The keys of `briefgen.model.Webhook`."""

    address: Annotated[
        str,
        Field(
            pattern=r"^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[!-~]*)?$",
            description="an address with https://",
        ),
    ]
    key: Password = ""
    ceiling: Tlp = Tlp.CLEAR


class CopiesShape(_Shape):
    """The keys of `briefgen.model.Copy`."""

    to: Place
    ceiling: Tlp = Tlp.CLEAR
    options: dict[str, Line] = {}
    secrets: dict[str, Password] = {}


class MailShape(_Shape):
    """The keys of `briefgen.model.Mail`."""

    sender: Mailbox
    recipients: File
    sender_name: Line = ""
    reply_to: Mailbox = ""
    subject: Line = "{series}: {title} ({week})"
    parts: Annotated[tuple[Part, ...], MinLen(1)] = ("markdown", "html", "pdf")
    groups: tuple[Line, ...] = ()
    suppressed: File | None = None
    list_id: Domain = ""
    unsubscribe: UnsubscribeShape = UnsubscribeShape()
    server: ServerShape | None = None
    dkim: DkimShape | None = None
    approval: Literal["none", "required"] = "none"
    webhook: WebhookShape | None = None
    copies: CopiesShape | None = None


def mail(
    shape: MailShape | None,
    webhook: WebhookShape | None,
    copies: CopiesShape | None,
    folder: Path,
) -> Mail | None:
    """Return the settings, each file as seen from `folder`; None if nothing goes anywhere.

    `webhook` and `copies` stand beside `mail` in the file, for who mails nobody.
    """
    hook = _webhook(webhook, folder) if webhook else None
    store = _copies(copies, folder) if copies else None
    if shape is None:
        return Mail(webhook=hook, copies=store) if hook or store else None
    given = dict(shape)
    return Mail(
        **{
            **given,
            "recipients": (folder / shape.recipients).resolve(),
            "suppressed": (folder / shape.suppressed).resolve() if shape.suppressed else None,
            "unsubscribe": _unsubscribe(shape.unsubscribe),
            "server": _server(shape.server, folder) if shape.server else None,
            "dkim": _dkim(shape.dkim, folder) if shape.dkim else None,
            "webhook": _webhook(shape.webhook, folder) if shape.webhook else hook,
            "copies": _copies(shape.copies, folder) if shape.copies else store,
        }
    )


def _unsubscribe(shape: UnsubscribeShape) -> Unsubscribe:
    return Unsubscribe(shape.mailto, shape.https, shape.one_click == "true")


def _server(shape: ServerShape, folder: Path) -> Server:
    port = shape.port or _PORTS[shape.security]
    password = _from_here(shape.password, folder)
    return Server(**{**dict(shape), "port": port, "password": password})


def _webhook(shape: WebhookShape, folder: Path) -> Webhook:
    return Webhook(shape.address, _from_here(shape.key, folder), shape.ceiling)


def _copies(shape: CopiesShape, folder: Path) -> Copy:
    to = shape.to if "://" in shape.to else (folder / shape.to).resolve().as_uri()
    secrets = tuple((name, _from_here(place, folder)) for name, place in shape.secrets.items())
    return Copy(to.removesuffix("/"), shape.ceiling, tuple(shape.options.items()), secrets)


def _from_here(password: str, folder: Path) -> str:
    """Return where a password is, a file as seen from `folder`."""
    kind, _, place = password.partition(":")
    return f"file:{(folder / place).resolve()}" if kind == "file" else password


def _dkim(shape: DkimShape, folder: Path) -> Dkim:
    return Dkim(shape.selector, shape.domain, (folder / shape.key).resolve())


def disagreements(root: Node) -> Iterator[Problem]:
    """Yield where the keys of `mail`, if the file `root` has them, do not go together."""
    yield from _uncopied(root)
    yield from _open_secrets(root)
    node = root.children.get("mail")
    if node is None:
        return
    yield from _twice(root, node)
    yield from _subject(node)
    yield from _leaving(node)
    yield from _login(node)
    yield from _open_secrets(node)
    yield from _unbuilt(root, node)


def _twice(root: Node, node: Node) -> Iterator[Problem]:
    for key in ("webhook", "copies"):
        if key in root.children and key in node.children:
            again = f"{key} again (first in line {node.children[key].line}, under mail)"
            yield root.problem(f"expected it in one place, got {again}", key)


def _uncopied(root: Node) -> Iterator[Problem]:
    """Yield that nothing can be sent or copied without the Markdown, which tells its edition."""
    formats = [entry.text for entry in root.entries("formats")] or ["md"]
    if {"webhook", "copies"} & root.children.keys() and "md" not in formats:
        yield root.problem("expected md among them, which webhook and copies need", "formats")


def _subject(node: Node) -> Iterator[Problem]:
    for name in _PLACEHOLDER.findall(node.text_at("subject")):
        if name not in SUBJECT:
            words = f"unknown name {quoted(f'{{{name}}}')}; {nearest(name, SUBJECT)}"
            yield node.problem(words, "subject")


def _leaving(node: Node) -> Iterator[Problem]:
    leaving = node.children.get("unsubscribe")
    wanted = leaving is not None and leaving.text_at("one_click") == "true"
    if wanted and leaving and "{address}" not in leaving.text_at("https"):
        expected = "expected {address} in it, to know who clicked (RFC 8058)"
        yield leaving.problem(f"{expected}, got an address without", "https")


def _login(node: Node) -> Iterator[Problem]:
    if server := node.children.get("server"):
        for one, other in (("username", "password"), ("password", "username")):
            if one in server.children and other not in server.children:
                yield server.problem(f"expected {other} beside {one}, got no such key", other)


def _open_secrets(node: Node) -> Iterator[Problem]:
    copies = node.children.get("copies")
    options = copies.children.get("options") if copies else None
    for name, option in options.children.items() if options else ():
        if _SECRET.search(str(name)):
            yield option.problem(
                "expected it among the secrets, as where its value is, got it here"
            )


def _unbuilt(root: Node, node: Node) -> Iterator[Problem]:
    """Yield what is to be mailed and will not be built."""
    formats = [entry.text for entry in root.entries("formats")] or ["md", "html", "pdf"]
    if "md" not in formats:
        yield root.problem("expected md among them, which mail is made of, got none", "formats")
    for entry in node.entries("parts"):
        if entry.text == "pdf" and "pdf" not in formats:
            yield entry.problem("expected pdf among the formats, to attach it, got none")
