"""An issue -> the JSON document that a webhook is sent."""

import json

from briefgen.model import Envelope, Issue


def notice(issue: Issue, address: str, *, correction: bool) -> Envelope:
    """Return what is posted to an address: what the issue is, and its words as Markdown."""
    told = {
        "issue": issue.name,
        "edition": issue.edition,
        "correction": correction,
        "tlp": issue.tlp,
        "series": issue.series,
        "title": issue.title,
        "organisation": issue.organisation,
        "date": issue.as_of.isoformat(),
        "language": issue.language,
        "markdown": issue.markdown,
    }
    body = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    return Envelope("", address, issue.name, issue.edition, body.encode())
