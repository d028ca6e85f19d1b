"""Headers: whatever a title or a name says, it stays in its place and reads as it was meant."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_string
from email.header import decode_header, make_header
from email.message import Message
from email.policy import default
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.errors import DeliveryError
from briefgen.message.headers import headers, subject
from briefgen.message.letter import Content, enclose, letter
from briefgen.message.names import ascii_name, file_name
from briefgen.message.proof import prove
from briefgen.model import Issue, Mail, Recipient, Tlp
from briefgen.render.escape import plain

WHEN = datetime(2025, 12, 1, 6, tzinfo=UTC)
DAY = date(2025, 12, 1)
TEXT = "**TLP:RED**\n\nWords.\n"
ISSUE = Issue("2025-W49", "0" * 64, "Watch", "Fuel", "Desk", Tlp.RED, DAY, "en", TEXT, b"%PDF-1.7")
MAIL = Mail("desk@example.org", Path("recipients.yaml"))
READER = Recipient("reader@example.org", "The Reader")
NAMES = (
    "From To Subject Date Message-ID List-Id List-Unsubscribe Auto-Submitted Content-Language"
    " MIME-Version Content-Type"
).split()

INJECTIONS = [
    "\r\nBcc: evil@example.org",
    "\n\n<script>",
    "\rX: y",
    "\u2028X: y\x85",
    "=?utf-8?q?Hi=0D=0ABcc=3A_evil=40example.org?=",
    "=?utf-8?b?DQpCY2M6IGV2aWxAZXhhbXBsZS5vcmc=?=",
    "=\u200b?utf-8?q?=0D=0ABcc=3A_evil?=",
    "==?utf-8?q?x?=",
    '"', "\\", '\\"', "<evil@example.org>", ", evil@example.org,", ";", "(", ")", "[", "@", "\x00",
    "Ответ", "回答", "عنوان", "\N{GRINNING FACE}", "é" * 90, "a" * 120, "word " * 40, "  ", "\t",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(INJECTIONS) | st.text(max_size=12), max_size=5).map("".join)


def written(issue: Issue, mail: Mail, to: Recipient) -> str:
    """Return a message that was proved to read back as it was meant."""
    lines = list(headers(issue, mail, to, WHEN, correction=False, trial=False))
    content = Content(TEXT, "<p>Words.</p>\n", issue.pdf, file_name(issue), ascii_name(issue))
    data = letter(lines, enclose(content, "0"))
    prove(data, lines, content)
    return data.decode()


def unfolded(message: Message, name: str) -> str:
    """Return a header as a program that knows RFC 2047 shows it."""
    return str(make_header(decode_header(str(message[name]).replace("\r\n", ""))))


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
@example("", "", "", "")
def test_no_title_or_name_adds_a_header_or_reads_otherwise(
    series: str, title: str, sender: str, name: str
) -> None:
    """10,000 of them are a benchmark, hostile_mail.py."""
    issue = replace(ISSUE, series=series, title=title)
    mail, to = replace(MAIL, sender_name=sender), replace(READER, name=name)
    text = written(issue, mail, to)
    message = message_from_string(text)  # by the older of Python's parsers; the newer proved it
    assert list(message.keys()) == NAMES
    assert [part.get_content_subtype() for part in message.walk()][-1] == "pdf"
    assert unfolded(message, "Subject") == subject(issue, mail)
    assert subject(issue, mail).startswith("[TLP:RED] ")
    assert not re.search("=[?]|[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]", subject(issue, mail))


@given(HOSTILE)
def test_a_subject_says_what_a_reader_sees_of_the_title(title: str) -> None:
    mail = replace(MAIL, subject="« {title} »")
    found = subject(replace(ISSUE, title=title), mail)
    expected = f"[TLP:RED] {plain(f'« {title} »')}".replace("=?", "= ?")
    assert found == expected or (found.endswith("…") and len(found) <= 200)


@pytest.mark.parametrize(
    ("template", "series", "title", "expected"),
    [
        ("{series}: {title} ({week})", "Watch", "Fuel", "Watch: Fuel (2025-W49)"),
        ("{series}: {title} ({week})", "", "Fuel", "Fuel (2025-W49)"),
        ("{title} — {series}", "", "Fuel", "Fuel"),
        ("{date} · {organisation}", "", "", "1 December 2025 · Desk"),
        ("{title}", "", "", "2025-W49"),
        ("{title}", "", "{week}", "{week}"),
        ("Weekly", "", "", "Weekly"),
    ],
)
def test_a_subject_is_made_of_its_template(
    template: str, series: str, title: str, expected: str
) -> None:
    issue = replace(ISSUE, series=series, title=title)
    assert subject(issue, replace(MAIL, subject=template)) == f"[TLP:RED] {expected}"


@pytest.mark.parametrize("part", ["name", "language"])
@pytest.mark.parametrize("injection", ["\r\nBcc: evil@example.org", "\nBcc: x", "\r", "\r\n\r\nx"])
def test_a_forged_ledger_adds_no_header_either(part: str, injection: str) -> None:
    forged = replace(ISSUE, **{part: f"en{injection}"})  # type: ignore[arg-type] # both are text
    with pytest.raises(DeliveryError, match="reads back as it was written"):
        written(forged, MAIL, READER)


def test_a_long_id_and_long_links_are_not_broken() -> None:
    domain = ".".join(["label" * 8] * 4) + ".example.org"
    link = "https://example.org/leave/{address}/" + "x" * 150
    unsubscribe = replace(MAIL.unsubscribe, https=link)
    mail = replace(MAIL, sender=f"desk@{domain}", unsubscribe=unsubscribe)
    message = message_from_string(written(ISSUE, mail, READER), policy=default)
    assert re.fullmatch(rf"<2025-W49\.[0-9a-f]{{32}}@{domain}>", message["Message-ID"])
    whole = link.replace("{address}", "reader%40example.org")
    assert message["List-Unsubscribe"].startswith(f"<{whole}>, <mailto:")


@pytest.mark.parametrize("name", ["Reader, The", 'The "R"', "R\\", "ö, ö", "o'Reader", "R. (desk)"])
def test_a_name_that_needs_quoting_is_quoted(name: str) -> None:
    message = message_from_string(written(ISSUE, MAIL, replace(READER, name=name)), policy=default)
    [address] = message["To"].addresses
    assert (address.display_name, address.addr_spec) == (name, "reader@example.org")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("\r\nSubject: ", "\r\nBcc: evil@example.org\r\nSubject: ", "other headers: Bcc"),
        ("Watch: Fuel", "Watch: Fool", "other headers: Subject"),
        ("The Reader", "The Writer", "other headers: To"),
        ("<reader@", "<evil@example.org>, <reader@", "other headers: To"),
        ("\r\nList-Id", "\nList-Id", "a line that does not end in CR LF"),
        ("Words.", "Words!", "other content"),
        ("JVBERi0xLjc=", "JVBERi0xLjY=", "other content"),
        ("Words.", "x" * 999, "a line of more than 998 octets"),
        ("--=_", "--_=", "defects: "),
    ],
)
def test_a_message_that_reads_back_otherwise_never_leaves(old: str, new: str, problem: str) -> None:
    lines = list(headers(ISSUE, MAIL, READER, WHEN, correction=False, trial=False))
    content = Content(TEXT, "", ISSUE.pdf, file_name(ISSUE), ascii_name(ISSUE))
    data = letter(lines, enclose(content, "0"))
    prove(data, lines, content)
    assert old in data.decode()
    with pytest.raises(DeliveryError, match=rf"reads back as it was written, found {problem}"):
        prove(data.decode().replace(old, new).encode(), lines, content)
