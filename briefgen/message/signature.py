"""DKIM: a signature of the domain (RFC 6376) over the headers that matter and the whole text."""

from collections.abc import Callable

from briefgen.errors import BriefgenError, ConfigError
from briefgen.model import Dkim

SIGNED = (
    "From To Reply-To Subject Date Message-ID List-Id List-Unsubscribe List-Unsubscribe-Post"
    " Auto-Submitted Content-Language MIME-Version Content-Type Content-Transfer-Encoding"
).split()
"""Headers that are signed where present; RFC 8058 asks for those that say how to leave."""


def signer(settings: Dkim) -> Callable[[bytes], bytes]:
    """Return what puts a signature before a message; the key is read now.

    The signature alone knows the time when it is made (`t=`).

    Raises BriefgenError if dkimpy is not installed, ConfigError if the key is none.
    """
    try:
        import dkim
    except ImportError as error:
        raise BriefgenError(
            "mail.dkim: expected dkimpy to sign with, not installed: pip install 'briefgen[dkim]'"
        ) from error
    try:
        key = settings.key.read_bytes()
    except OSError as error:
        wrong = f"expected a private key (PEM), got: {error.strerror}"
        raise ConfigError(str(settings.key), [wrong]) from error

    def signed(message: bytes) -> bytes:
        try:
            signature = dkim.sign(
                message,
                settings.selector.encode(),
                settings.domain.encode(),
                key,
                canonicalize=(b"relaxed", b"relaxed"),
                include_headers=[name.lower().encode() for name in SIGNED],
            )
        except dkim.DKIMException as error:
            wrong = f"expected an RSA private key (PEM), got: {error}"
            raise ConfigError(str(settings.key), [wrong]) from error
        return bytes(signature) + message

    signed(b"From: a@example.org\r\n\r\n")  # that the key is one is known before the first message
    return signed
