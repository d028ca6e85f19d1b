"""An issue -> the JSON document that a webhook is sent."""

import json

from briefgen.model import Changes, Envelope, Issue


def notice(
    issue: Issue, address: str, correction: bool, changes: Changes | None = None
) -> Envelope:
    """Return what is posted to an address: what the issue is, and its words as Markdown.

    A correction says which sentences are gone and which are new, null if that is not known.
    """
    fields = {
        "issue": issue.name,
        "edition": issue.edition,
        "correction": correction,
        "changes": changes and {"gone": changes.gone, "new": changes.new},
        "tlp": issue.tlp,
        "series": issue.series,
        "title": issue.title,
        "organisation": issue.organisation,
        "date": issue.as_of.isoformat(),
        "language": issue.language,
        "markdown": issue.markdown,
    }
    body = json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
    return Envelope("", address, issue.name, issue.edition, body.encode())
