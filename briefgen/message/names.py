"""What the attached PDF is called."""

import re
import unicodedata

from briefgen.model import Issue
from briefgen.render.escape import plain

_LONGEST = 100


def file_name(issue: Issue) -> str:
    """Return series, title and week in the letters of their own, `brief` if there are none."""
    return f"{_told(issue) or 'brief'}-{_letters(issue.name)}.pdf"


def ascii_name(issue: Issue) -> str:
    """Return the same in ASCII, for programs that do not know RFC 2231."""
    bare = unicodedata.normalize("NFKD", _told(issue)).encode("ascii", "ignore").decode()
    return f"{_letters(bare) or 'brief'}-{_letters(issue.name)}.pdf"


def _told(issue: Issue) -> str:
    return _letters(plain(f"{issue.series} {issue.title}"))


def _letters(text: str) -> str:
    """Return letters, digits and dots, with a hyphen for each run of anything else."""
    return re.sub(r"[^\w.]+", "-", text)[:_LONGEST].strip("-._")
