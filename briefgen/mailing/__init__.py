"""An issue on disk -> its readers' inboxes: the messages, the journal and a door, joined."""

from briefgen.mailing.copies import copies, example, trial
from briefgen.mailing.lines import forecast, left_behind, report, summary
from briefgen.mailing.prepare import Mailing, expect_mail, journal_of, prepare
from briefgen.mailing.send import Mailed, planned, send

__all__ = [
    "Mailed",
    "Mailing",
    "copies",
    "example",
    "expect_mail",
    "forecast",
    "journal_of",
    "left_behind",
    "planned",
    "prepare",
    "report",
    "send",
    "summary",
    "trial",
]
