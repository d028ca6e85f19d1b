"""An issue -> the words of its message, as email.md.j2 has them: the plain text, and the HTML's."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.model import Changes, Issue, Part
from briefgen.render.escape import markdown
from briefgen.render.template import fill
from briefgen.render.view import long_date

_SECTIONS = re.compile(r"^(?=## )", re.MULTILINE)

LISTED = 20
"""Sentences of each kind that a correction lists; how many more there are is said."""

View = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all messages of one sending share; who leaves writes to `leave_address`.

    `changes` are what a correction differs by from the edition its readers have, if it is known.
    """

    issue: Issue
    templates: tuple[Path, ...]
    leave_address: str
    correction: bool = False
    changes: Changes | None = None


def text(occasion: Occasion, parts: Sequence[Part], leave_link: str = "") -> str:
    """Return the plain text: the Markdown as it is, or its masthead for who gets it otherwise."""
    if "markdown" in parts:
        return whole(occasion, parts, leave_link)
    masthead = sections(occasion.issue)[0]
    return filled(occasion, view(occasion, parts, leave_link), "cover", masthead)


def whole(occasion: Occasion, parts: Sequence[Part], leave_link: str = "") -> str:
    """Return the words with the whole brief in them."""
    every = "".join(sections(occasion.issue))
    return filled(occasion, view(occasion, parts, leave_link), "whole", every)


def sections(issue: Issue) -> list[str]:
    """Return the masthead, which begins with the marking in any case, then each section."""
    label = f"**{issue.tlp}**"
    words = issue.markdown.strip()
    marked = words if words.startswith(label) else f"{label}\n\n{words}"
    return _SECTIONS.split(marked)


def filled(
    occasion: Occasion,
    seen: View,
    form: str,
    opening: str,
    omitted: Sequence[str] = (),
    closing: str = "",
) -> str:
    """Return email.md.j2 filled from what it may see, and the parts of the brief for its form."""
    brief = {"opening": opening.strip(), "omitted": list(omitted), "closing": closing.strip()}
    words = fill("email.md.j2", occasion.templates, {**seen, **brief, "form": form})
    return words.strip("\n") + "\n"


def view(occasion: Occasion, parts: Sequence[Part], leave_link: str) -> View:
    """Return what the templates may see of an issue and its reader, escaped for Markdown."""
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
        **_changes(occasion.changes),
        "leave_address": occasion.leave_address,
        "leave_link": leave_link,
    }


def _changes(changes: Changes | None) -> View:
    """Return what a correction says of itself: sentences gone and new, and how many are not listed.

    `compared` is empty if the edition that its readers have is not known sentence by sentence.
    """
    gone, new = (changes.gone, changes.new) if changes else ((), ())
    return {
        "compared": "yes" if changes else "",
        "gone": [markdown(sentence) for sentence in gone[:LISTED]],
        "gone_more": str(len(gone) - LISTED) if len(gone) > LISTED else "",
        "new": [markdown(sentence) for sentence in new[:LISTED]],
        "new_more": str(len(new) - LISTED) if len(new) > LISTED else "",
    }
