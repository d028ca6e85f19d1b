"""Where a password is -> the password, held so that it shows nowhere by itself."""

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from briefgen.errors import OutboxError


class Secret:
    """A password; neither `repr` nor `str`, nor a traceback that shows variables, tells it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        """Keep the password."""
        self._value = value

    def reveal(self) -> str:
        """Return the password, to be handed to the server and nowhere else."""
        return self._value

    def __repr__(self) -> str:
        """Return the same for every password."""
        return "Secret(...)"


def find_secret(place: str, username: str, environ: Mapping[str, str]) -> Secret | None:
    """Return the password that is at `place`: `env:NAME`, `file:PATH` or `keyring:SERVICE`.

    Nothing if there is no place.

    Raises OutboxError, which names the place and never the password, if there is none, or if it is
    in a file that every user of the machine may read.
    """
    if not place:
        return None
    kind, _, name = place.partition(":")
    find = _KINDS.get(kind)
    if find is None or not name:
        raise OutboxError(f"password: expected {', '.join(_FORMS)}, found something else")
    value = find(name, username, environ)
    if not value:
        raise OutboxError(f"{place}: expected a password there, found none")
    return Secret(value)


def _from_environment(name: str, username: str, environ: Mapping[str, str]) -> str:
    return environ.get(name, "")


def _from_file(name: str, username: str, environ: Mapping[str, str]) -> str:
    path = Path(name)
    try:
        if os.name == "posix" and path.stat().st_mode & stat.S_IRWXO:
            raise OutboxError(
                f"file:{path}: expected a file that only its owner may read, found it open to all;"
                f" chmod 600 {path}"
            )
        return path.read_text("utf-8").rstrip("\r\n")
    except OSError as error:
        raise OutboxError(f"file:{path}: expected a password, found: {error.strerror}") from error
    except UnicodeDecodeError:
        pass  # the error would hold the password
    raise OutboxError(f"file:{path}: expected a password in UTF-8, found other bytes")


def _from_keyring(name: str, username: str, environ: Mapping[str, str]) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise OutboxError(
            f"keyring:{name}: expected the library keyring, found none; pip install"
            " 'briefgen[keyring]'"
        ) from error
    try:
        return keyring.get_password(name, username) or ""
    except KeyringError as error:
        raise OutboxError(f"keyring:{name}: expected an open keyring, found: {error}") from error


_FORMS = ("env:NAME", "file:PATH", "keyring:SERVICE")
_KINDS: Mapping[str, Callable[[str, str, Mapping[str, str]], str]] = MappingProxyType(
    {"env": _from_environment, "file": _from_file, "keyring": _from_keyring}
)
