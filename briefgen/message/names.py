"""What the attached PDF is called."""

import re
import unicodedata

from briefgen.model import Issue
from briefgen.render.escape import plain

_LONGEST = 100


def file_name(issue: Issue) -> str:
    """Return what the attached PDF is called, in the letters of its title."""
    parts = (issue.series, issue.title)
    stem = re.sub(r"[^\w.]+", "-", plain(" ".join(parts)))[:_LONGEST].strip("-.")
    return f"{stem or 'brief'}-{issue.name}.pdf"


def ascii_name(issue: Issue) -> str:
    """Return the same in ASCII, for programs that do not know RFC 2231."""
    bare = unicodedata.normalize("NFKD", file_name(issue)).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^\w.]+", "-", bare.removesuffix(f"-{issue.name}.pdf")).strip("-._")
    return f"{stem or 'brief'}-{issue.name}.pdf"
