"""What a format's own fields say of a document, as metadata; what makes no sense is left out."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from hashlib import sha256

from briefgen.model import Metadata
from briefgen.read.metadata import language_tag, web_address

_LONGEST = 300
"""Characters of a title or a name; what is longer is a text that got into the wrong field."""

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?![\d-])")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe]+")
_UNNAMED = re.compile(
    r"(?:untitled|no title|title|document|none|null|unknown|admin|administrator|user|owner)\d*"
    r"|microsoft word - .*|.*\.(?:docx?|odt|pdf|indd|html?)",
    re.IGNORECASE,
)
"""What programs write into a title or an author's name when nobody did."""


def stated(
    title: object = None,
    publisher: object = None,
    author: object = None,
    published: object = None,
    address: object = None,
    language: object = None,
) -> Metadata:
    """Return the metadata that these fields of a format make."""
    return Metadata(
        title=_line(title),
        publisher=_line(publisher),
        author=_line(author),
        published=day(published),
        address=_valid(web_address, address),
        language=_valid(language_tag, str(language or "").replace("_", "-")),
    )


def day(written: object) -> date | None:
    """Return the day that a field names by ISO 8601 or RFC 5322, in its own time zone."""
    if isinstance(written, date):
        return date(written.year, written.month, written.day)
    text = str(written or "")
    found = _ISO.match(text)
    with suppress(ValueError, TypeError, OverflowError):
        return date(*map(int, found.groups())) if found else parsedate_to_datetime(text).date()
    return None


def digest(*parts: str) -> str:
    """Return the short name that a member of a file has for what it says, whatever its place."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return sha256(joined).hexdigest()[:12]


def _line(written: object) -> str | None:
    line = " ".join(_INVISIBLE.sub(" ", str(written or "")).split())
    return line if 0 < len(line) <= _LONGEST and not _UNNAMED.fullmatch(line) else None


def _valid(check: Callable[[str], str], written: object) -> str | None:
    try:
        return check(str(written or "").strip())
    except ValueError:
        return None
