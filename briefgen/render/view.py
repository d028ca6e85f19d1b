"""Brief -> the plain dicts, lists and strings a template may see, escaped for Markdown.

Templates are sandboxed, but a sandbox lets them call any method of an object: so they get none.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeAlias
from urllib.parse import quote, urlsplit

from briefgen.model import Brief, Citation, Metadata, Section, Statement, Window, web_host
from briefgen.render.escape import markdown, plain
from briefgen.render.languages import direction

# Written out since strftime follows the locale, and a brief must not.
_MONTHS = (
    "January February March April May June July August September October November December"
).split()

_LONGEST_FIELD = 300
_LONGEST_ADDRESS = 2000
# No ";": with it `&copy;` in an address would be an entity to Markdown.
_SAFE_IN_ADDRESS = "/?:@!$*+,=-._~%#&"

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
View: TypeAlias = Mapping[str, Value]


def words(brief: Brief) -> View:
    """Return all that brief.md.j2 may say, every string escaped for Markdown, absent ones empty."""
    titles = {section.theme.id: section.theme.title for section in brief.sections}
    return {
        **_masthead(brief, markdown),
        "bottom_line": [
            {**_statement(line), "theme": markdown(titles[line.candidate.theme])}
            for line in brief.bottom_line
        ],
        "sections": [_section(section) for section in brief.sections],
        "sources": [_source(citation) for citation in brief.citations],
        "dates": _dates(brief.citations),
    }


def page(brief: Brief) -> View:
    """Return what page.html.j2 may say of the document as a whole, as plain text (not escaped)."""
    return {
        **_masthead(brief, plain),
        "language": brief.language,
        "direction": direction(brief.language),
        "iso_date": brief.as_of.isoformat(),
        "themes": [plain(section.theme.title) for section in brief.sections],
    }


def _masthead(brief: Brief, escape: Callable[[str], str]) -> View:
    return {
        "tlp": str(brief.tlp),
        "series": escape(brief.series),
        "organisation": escape(brief.organisation),
        "title": escape(brief.title) or "untitled",
        "week": brief.week,
        "date": long_date(brief.as_of),
        "covered": _covered(brief.covered, brief.as_of),
    }


def _covered(window: Window, issue_day: date) -> str:
    """Return the days covered, such as `10 August 2026 to 16 August 2026`."""
    until = long_date(window.until or issue_day)
    return f"{long_date(window.since)} to {until}" if window.since else f"all days to {until}"


def _section(section: Section) -> View:
    return {
        "title": markdown(section.theme.title) or "untitled",
        "bottom_line": [_statement(section.bottom_line)] if section.bottom_line else [],
        "paragraphs": [
            [_statement(statement) for statement in paragraph] for paragraph in section.paragraphs
        ],
    }


def _statement(statement: Statement) -> View:
    return {"text": markdown(statement.sentence.text), "citation": str(statement.citation)}


def _source(citation: Citation) -> View:
    metadata = citation.profile.metadata
    return {
        "number": str(citation.number),
        "publisher": _field(metadata.publisher),
        "title": _field(metadata.title),
        "author": _field(metadata.author),
        "published": long_date(metadata.published) if metadata.published else "",
        "retrieved": long_date(metadata.retrieved) if metadata.retrieved else "",
        **_address(metadata),
        "carriers": _field(", ".join(citation.carriers)),
        "file": _field(citation.profile.path),
    }


def _field(text: str | None) -> str:
    """Shorten first, escape after: an escape must never be cut in two."""
    shown = plain(text or "")
    if len(shown) > _LONGEST_FIELD:
        shown = shown[: _LONGEST_FIELD - 1].rstrip() + "…"
    return markdown(shown)


def _address(metadata: Metadata) -> View:
    """Return the `link` and the `domain` it truly leads to; what cannot be a link is only shown."""
    link, domain = _linked(plain(metadata.address or ""))
    shown = "" if link else _field(metadata.address)
    return {"link": link, "domain": markdown(domain), "address": shown}


def _linked(address: str) -> tuple[str, str]:
    """Return a web address fit for a Markdown link and its domain, or two empty strings."""
    host = web_host(address)
    if not host:
        return "", ""
    parts = urlsplit(address)
    port = f":{parts.port}" if parts.port else ""
    rest = parts._replace(scheme="", netloc="").geturl()
    link = f"{parts.scheme}://{host}{port}{quote(rest, safe=_SAFE_IN_ADDRESS)}"
    return (link, host.removeprefix("www.")) if len(link) <= _LONGEST_ADDRESS else ("", "")


def _dates(citations: Sequence[Citation]) -> View:
    """Return how many sources there are, how many of them undated, and the first and last date."""
    found = (citation.profile.metadata.published for citation in citations)
    dated = sorted(day for day in found if day)
    return {
        "sources": str(len(citations)),
        "undated": str(len(citations) - len(dated)),
        "first": long_date(dated[0]) if dated else "",
        "last": long_date(dated[-1]) if dated else "",
    }


def long_date(day: date) -> str:
    """Return a day as it is read: `1 December 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
