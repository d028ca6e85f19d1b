"""An issue -> the words of its message: subject, plain text, HTML and the attachment's name."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import DeliveryError
from briefgen.model import Issue, Part
from briefgen.render.escape import markdown, plain
from briefgen.render.mail import to_mail
from briefgen.render.template import fill
from briefgen.render.view import long_date

LARGEST = 74_000
"""Bytes of an HTML part; on the wire, in base64 at worst, it is then below 102 kB.

Gmail cuts what follows and hides it behind a link.
"""

_LONGEST_NAME = 100
_SECTIONS = re.compile(r"^(?=## )", re.MULTILINE)
_WORDS = "email.md.j2"

View = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all messages of one sending share; who leaves writes to `leave_address`."""

    issue: Issue
    templates: tuple[Path, ...]
    leave_address: str
    correction: bool = False


def text(occasion: Occasion, parts: Sequence[Part], leave_link: str = "") -> str:
    """Return the plain text: the Markdown as it is or, for who gets the PDF only, its masthead."""
    view = _view(occasion, parts, leave_link)
    whole = _marked(occasion.issue)
    if "markdown" in parts:
        return _filled(occasion.templates, view, "whole", whole)
    return _filled(occasion.templates, view, "cover", _SECTIONS.split(whole)[0])


def html(occasion: Occasion, parts: Sequence[Part], leave_link: str = "") -> str:
    """Return the HTML, with as many of the sections as fit, and the rest by name.

    Raises DeliveryError if the bottom line and the sources alone are too long, or if sections must
    be left out and nothing else in the message has them.
    """
    issue, view = occasion.issue, _view(occasion, parts, leave_link)
    page = ""
    for words in _shorter_and_shorter(issue, occasion.templates, view):
        page = to_mail(words, {**view, "title": plain(issue.title)}, occasion.templates)
        if len(page.encode()) <= LARGEST:
            return page
    raise DeliveryError(
        f"mail: expected HTML of at most {LARGEST:,} bytes, since Gmail cuts what is longer, found"
        f" {len(page.encode()):,}; send markdown or pdf as well, or lower limits.words"
    )


def file_name(issue: Issue) -> str:
    """Return what the attached PDF is called, in the letters of its title."""
    parts = (issue.series, issue.title)
    stem = re.sub(r"[^\w.]+", "-", plain(" ".join(parts)))[:_LONGEST_NAME].strip("-.")
    return f"{stem or 'brief'}-{issue.name}.pdf"


def ascii_name(issue: Issue) -> str:
    """Return the same in ASCII, for programs that do not know RFC 2231."""
    bare = unicodedata.normalize("NFKD", file_name(issue)).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^\w.]+", "-", bare.removesuffix(f"-{issue.name}.pdf")).strip("-._")
    return f"{stem or 'brief'}-{issue.name}.pdf"


def _shorter_and_shorter(issue: Issue, folders: Sequence[Path], view: View) -> Iterator[str]:
    """Yield the words whole and then, if another part has the whole, with ever fewer sections."""
    yield _filled(folders, view, "whole", _marked(issue))
    opening, *sections = _SECTIONS.split(_marked(issue))
    if view["parts"] == ["html"] or len(sections) < 3:
        return
    bottom_line, *middle, closing = sections
    for kept in range(len(middle) - 1, -1, -1):
        shown = "".join([opening, bottom_line, *middle[:kept]])
        omitted = [section.partition("\n")[0][3:].strip() for section in middle[kept:]]
        yield _filled(folders, view, "shortened", shown, omitted, closing)


def _filled(
    folders: Sequence[Path],
    view: View,
    form: str,
    opening: str,
    omitted: Sequence[str] = (),
    closing: str = "",
) -> str:
    parts = {"opening": opening.strip(), "omitted": list(omitted), "closing": closing.strip()}
    return fill(_WORDS, folders, {**view, **parts, "form": form}).strip("\n") + "\n"


def _view(occasion: Occasion, parts: Sequence[Part], leave_link: str) -> View:
    issue = occasion.issue
    return {
        "tlp": str(issue.tlp),
        "series": markdown(issue.series),
        "title": markdown(issue.title),
        "organisation": markdown(issue.organisation),
        "week": issue.name,
        "date": long_date(issue.as_of),
        "language": issue.language,
        "parts": list(parts),
        "correction": occasion.correction,
        "leave_address": occasion.leave_address,
        "leave_link": leave_link,
    }


def _marked(issue: Issue) -> str:
    """Return the Markdown, which begins with its marking whatever the template of it says."""
    label = f"**{issue.tlp}**"
    words = issue.markdown.strip()
    return words if words.startswith(label) else f"{label}\n\n{words}"
