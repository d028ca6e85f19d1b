"""A message is read back before it may leave: what a reader's program finds is what was meant."""

from collections.abc import Iterator, Sequence
from email import message_from_string
from email.headerregistry import Address, AddressHeader
from email.message import EmailMessage
from email.policy import default

from briefgen.errors import DeliveryError
from briefgen.message.headers import Header
from briefgen.message.letter import Content

_MIME = frozenset({"MIME-Version", "Content-Type", "Content-Transfer-Encoding"})
_LONGEST = 998


def prove(data: bytes, headers: Sequence[Header], content: Content) -> None:
    """Return if `data` parses to precisely these headers and this content, else DeliveryError."""
    message = message_from_string(data.decode(), policy=default)  # RFC 6532: UTF-8 in headers
    for problem in _differences(message, data, headers, content):
        raise DeliveryError(
            f"{dict(headers)['To']}: expected a message that reads back as it was written,"
            f" found {problem}"
        )


def _differences(
    message: EmailMessage, data: bytes, headers: Sequence[Header], content: Content
) -> Iterator[str]:
    found = [(name, _read(value)) for name, value in message.items() if name not in _MIME]
    meant = [(name, _shown(value)) for name, value in headers]
    if found != meant:
        differing = sorted({name for name, _ in set(found) ^ set(meant)})
        yield f"other headers: {', '.join(differing) or 'in another order'}"
    if any(len(line) > _LONGEST for line in data.split(b"\r\n")):
        yield f"a line of more than {_LONGEST} octets"
    if b"\n" in (bare := data.replace(b"\r\n", b"")) or b"\r" in bare:
        yield "a line that does not end in CR LF"
    if defects := [str(defect) for part in message.walk() for defect in part.defects]:
        yield f"defects: {defects[0]}"
    if list(_leaves(message)) != list(_meant(content)):
        yield "other content"


def _read(value: object) -> str:
    if isinstance(value, AddressHeader) and len(value.addresses) == 1:
        return _shown(value.addresses[0])
    return str(value)


def _shown(value: str | Address) -> str:
    """Return an address with its parts told apart, whatever they hold; a text as it is.

    Blanks in a name do not count: Python's parser keeps those between two encoded words, which
    RFC 2047 (section 6.2) says to drop.
    """
    if isinstance(value, Address):
        name = "".join(value.display_name.split())
        return "\n".join([name, value.username, value.domain])
    return value


def _leaves(message: EmailMessage) -> Iterator[tuple[str, str | bytes]]:
    for part in message.walk():
        if part.is_multipart():
            continue
        found = part.get_content()
        name = part.get_filename() or ""
        yield part.get_content_type() + name, _lines(found) if isinstance(found, str) else found


def _meant(content: Content) -> Iterator[tuple[str, str | bytes]]:
    if content.text:
        yield "text/plain", _lines(content.text)
    if content.html:
        yield "text/html", _lines(content.html)
    if content.pdf:
        yield "application/pdf" + content.file_name, content.pdf


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").rstrip("\n")
