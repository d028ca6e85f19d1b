"""The doors by which a message leaves, each a function from a way to a context that posts."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from briefgen.errors import OutboxError
from briefgen.model.mail import Server
from briefgen.outbox.entries import Clock
from briefgen.outbox.files import eml_folder, maildir
from briefgen.outbox.pace import paced
from briefgen.outbox.posting import Post
from briefgen.outbox.secret import Secret
from briefgen.outbox.sendmail import sendmail
from briefgen.outbox.smtp import line
from briefgen.outbox.webhook import webhook

HANDED_OVER = 60.0
"""Seconds that the machine's own mailer, or a webhook, has for a message."""


@dataclass(frozen=True, slots=True)
class Way:
    """What a door may need: a server and its password, a folder, or what a webhook is signed with.

    `sleep` waits so many seconds; a signature has the time of `clock`. `secrets` are for a store.
    """

    sleep: Callable[[float], None]
    server: Server | None = None
    secret: Secret | None = None
    folder: Path | None = None
    key: Secret | None = None
    clock: Clock | None = None
    secrets: Mapping[str, Secret] = field(default_factory=dict)


@contextmanager
def _smtp(way: Way) -> Iterator[Post]:
    if way.server is None:
        raise OutboxError("mail.server: expected a server to hand mail to, found no such key")
    with line(way.server, way.secret, way.sleep) as opened:
        yield paced(opened.post, way.server.per_minute, way.sleep)


def _sendmail(way: Way) -> AbstractContextManager[Post]:
    return sendmail(HANDED_OVER)


def _eml(way: Way) -> AbstractContextManager[Post]:
    return eml_folder(_folder(way))


def _maildir(way: Way) -> AbstractContextManager[Post]:
    return maildir(_folder(way))


def _webhook(way: Way) -> AbstractContextManager[Post]:
    assert way.clock, "a signature has a time"
    return webhook(way.key, way.clock, HANDED_OVER)


def _folder(way: Way) -> Path:
    assert way.folder, "asked for by the command line"
    return way.folder


DOORS: Mapping[str, Callable[[Way], AbstractContextManager[Post]]] = MappingProxyType(
    {"smtp": _smtp, "sendmail": _sendmail, "eml": _eml, "maildir": _maildir, "webhook": _webhook}
)
