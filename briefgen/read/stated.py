"""What a format's own fields say of a document, as metadata; what makes no sense is left out."""

import re
from collections.abc import Callable
from hashlib import sha256

from briefgen.model import Metadata
from briefgen.read.field_dates import reading
from briefgen.read.metadata import language_tag, web_address

_LONGEST = 300
"""Characters of a title or a name; what is longer is a text that got into the wrong field."""

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
        title=name(title),
        publisher=name(publisher),
        author=name(author),
        published=reading(published).day,
        address=_valid(web_address, address),
        language=_valid(language_tag, str(language or "").replace("_", "-")),
    )


def digest(*parts: str) -> str:
    """Return the short name that a member of a file has for what it says, whatever its place."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return sha256(joined).hexdigest()[:12]


def name(written: object) -> str | None:
    """Return a title or a name on one line; None if a program wrote it or it is a whole text."""
    line = " ".join(_INVISIBLE.sub(" ", str(written or "")).split())
    return line if 0 < len(line) <= _LONGEST and not _UNNAMED.fullmatch(line) else None


def _valid(check: Callable[[str], str], written: object) -> str | None:
    try:
        return check(str(written or "").strip())
    except ValueError:
        return None
