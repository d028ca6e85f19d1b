"""Messages: what a reader's mail program finds in them, and what is refused before any is made."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, message_from_string
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path
from urllib.parse import unquote

import dkim
import pytest

from briefgen import bundled, message
from briefgen.config import load
from briefgen.errors import (
    BriefgenError,
    ConfigError,
    DeliveryError,
    LedgerError,
    TemplateError,
    UsageError,
)
from briefgen.message.page import LARGEST
from briefgen.model import Dkim, Envelope, Issue, Mail, Part, Recipient, Settings, Tlp, Unsubscribe

WHEN = datetime(2025, 12, 1, 7, 30, tzinfo=timezone(timedelta(hours=1)))
READER = Recipient("reader@example.org", "The Reader", ceiling=Tlp.RED)
MAIL = Mail("watch@example.org", Path("recipients.yaml"))
BOTH = ("multipart/mixed", "multipart/alternative", "text/plain", "text/html")
PDF = "The-Sahel-Watch-Mali-on-the-Brink-2025-W49.pdf"


@pytest.fixture(scope="module")
def issue(sample_issue: Path) -> Issue:
    return message.load_issue(sample_issue)


@pytest.fixture(scope="module")
def settings() -> Settings:
    return replace(load(bundled.sample_configuration()), mail=MAIL)


def with_mail(settings: Settings, **changes: object) -> Settings:
    return replace(settings, mail=replace(MAIL, **changes))  # type: ignore[arg-type]


def with_template(settings: Settings, folder: Path, name: str, text: str) -> Settings:
    """Return the settings of a project that has its own template."""
    (folder / name).write_text(text, "utf-8")
    return replace(settings, templates=(folder, *settings.templates))


def one(
    issue: Issue, settings: Settings, to: Recipient = READER, *, correction: bool = False
) -> Envelope:
    [envelope] = message.envelopes(issue, settings, [to], WHEN, correction=correction)
    return envelope


def read(envelope: Envelope) -> EmailMessage:
    return message_from_bytes(envelope.message, policy=default)


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part
    return str(part.get_content()).replace("\r\n", "\n")


def shape(mail: EmailMessage) -> list[str]:
    return [part.get_content_type() for part in mail.walk()]


# --- what is in it -----------------------------------------------------------------------------


def test_the_headers_are_those_of_a_list_and_no_more(issue: Issue, settings: Settings) -> None:
    [envelope] = message.envelopes(issue, settings, [READER], WHEN)
    mail = read(envelope)
    digest = mail["Message-ID"].partition(".")[2].partition("@")[0]
    assert mail.items()[:-2] == [
        ("From", "briefgen sample desk <watch@example.org>"),
        ("To", "The Reader <reader@example.org>"),
        ("Subject", "[TLP:CLEAR] The Sahel Watch: Mali on the Brink (2025-W49)"),
        ("Date", "Mon, 01 Dec 2025 07:30:00 +0100"),
        ("Message-ID", f"<2025-W49.{digest}@example.org>"),
        ("List-Id", "<the-sahel-watch.example.org>"),
        ("List-Unsubscribe", "<mailto:watch@example.org?subject=unsubscribe>"),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Language", "en"),
    ]
    assert (envelope.sender, envelope.recipient) == ("watch@example.org", "reader@example.org")


def test_the_configuration_says_who_sends_and_how_to_leave(
    issue: Issue, settings: Settings
) -> None:
    asked = with_mail(
        settings,
        sender_name="Wächter, “the” desk",
        reply_to="desk@example.org",
        subject="{week}: {title}, {date}, {organisation} {series}",
        list_id="sahel.lists.example.org",
        unsubscribe=Unsubscribe("leave@example.org", "https://example.org/leave?{address}", True),
    )
    mail = read(one(issue, asked, replace(READER, address="a+b@example.org")))
    assert mail["From"].addresses[0].display_name == "Wächter, “the” desk"
    assert mail["Reply-To"] == "desk@example.org"
    assert mail["Subject"] == (
        "[TLP:CLEAR] 2025-W49: Mali on the Brink, 1 December 2025, briefgen sample desk The Sahel"
        " Watch"
    )
    assert mail["List-Id"] == "<sahel.lists.example.org>"
    link, written = mail["List-Unsubscribe"].split(", ")
    assert unquote(link) == "<https://example.org/leave?a+b@example.org>"
    assert written == "<mailto:leave@example.org?subject=unsubscribe>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for kind in ("plain", "html"):
        assert "leave@example.org" in body(mail, kind)
        assert "https://example.org/leave?a%2Bb%40example.org" in body(mail, kind)


def test_the_plain_text_is_the_markdown_as_it_is_and_how_to_leave(
    issue: Issue, settings: Settings, sample_issue: Path
) -> None:
    text = body(read(one(issue, settings)), "plain")
    markdown = (sample_issue / "brief.md").read_text("utf-8")
    assert text.startswith(markdown)
    assert text.removeprefix(markdown).strip() == (
        "You receive this as a reader of The Sahel Watch. To receive no more, write to"
        " <watch@example.org>."
    )


def test_the_attachment_is_the_pdf_under_the_name_of_the_issue(
    issue: Issue, settings: Settings, sample_issue: Path
) -> None:
    [attached] = read(one(issue, settings)).iter_attachments()
    assert attached.get_content() == (sample_issue / "brief.pdf").read_bytes()
    assert attached.get_filename() == PDF
    assert attached.get_content_type() == "application/pdf"


@pytest.mark.parametrize(
    ("title", "file_name", "ascii_name"),
    [
        ("Côte d’Ivoire: la crise", "Côte-d-Ivoire-la-crise", "Cote-d-Ivoire-la-crise"),
        ("Мали", "Мали", "brief"),
        ("../../etc/passwd", "etc-passwd", "etc-passwd"),
        ('a"; filename=evil.exe', "a-filename-evil.exe", "a-filename-evil.exe"),
        ("=?utf-8?q?=0D=0ABcc?=", "utf-8-q-0D-0ABcc", "utf-8-q-0D-0ABcc"),
        ("\u202efdp.exe", "fdp.exe", "fdp.exe"),
        ("x" * 300, "x" * 100, "x" * 100),
        ("…", "brief", "brief"),
    ],
)
def test_the_attachment_has_a_name_for_every_program(
    issue: Issue, settings: Settings, title: str, file_name: str, ascii_name: str
) -> None:
    named = replace(issue, series="", title=title)
    [attached] = read(one(named, settings)).iter_attachments()
    assert attached.get_filename() == f"{file_name}-2025-W49.pdf"
    assert attached["Content-Type"].params["name"] == f"{ascii_name}-2025-W49.pdf"
    assert attached.as_bytes().isascii()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("markdown",), ["text/plain"]),
        (("html",), ["text/html"]),
        (("html", "markdown"), ["multipart/alternative", "text/plain", "text/html"]),
        (("pdf",), ["multipart/mixed", "text/plain", "application/pdf"]),
        (("markdown", "pdf"), ["multipart/mixed", "text/plain", "application/pdf"]),
        (
            ("html", "pdf"),
            [*BOTH, "application/pdf"],
        ),
        (
            ("markdown", "html", "pdf"),
            [*BOTH, "application/pdf"],
        ),
    ],
)
def test_each_choice_of_parts_gives_a_message_of_them(
    issue: Issue, settings: Settings, parts: tuple[Part, ...], expected: list[str]
) -> None:
    mail = read(one(issue, settings, replace(READER, parts=parts)))
    assert shape(mail) == expected
    assert all(label in mail.as_string() for label in ("TLP:CLEAR", "Mali on the Brink"))


def test_beside_an_attached_pdf_stands_what_it_is_and_no_more(
    issue: Issue, settings: Settings
) -> None:
    text = body(read(one(issue, settings, replace(READER, parts=("pdf",)))), "plain")
    assert text.startswith("**TLP:CLEAR**\n\nThe Sahel Watch")
    assert "\n\nThe brief is in the attached PDF.\n\n" in text
    assert "Bottom Line" not in text


def test_the_wire_carries_short_lines_of_ascii(issue: Issue, settings: Settings) -> None:
    wide = replace(issue, markdown=issue.markdown + "\nö" + "long " * 3000 + "\n")
    data = one(wide, settings).message
    lines = data.split(b"\r\n")
    assert data.isascii() and max(map(len, lines)) <= 78
    assert b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b"")


def test_a_text_in_another_script_goes_in_base64(issue: Issue, settings: Settings) -> None:
    russian = replace(issue, markdown="**TLP:CLEAR**\n\n# Ответ\n\n## Итог\n\n" + "Слово. " * 500)
    mail = read(one(russian, settings, replace(READER, parts=("markdown",))))
    assert mail["Content-Transfer-Encoding"] == "base64"
    assert "Слово. Слово." in body(mail, "plain")


# --- marking and correction --------------------------------------------------------------------


@pytest.mark.parametrize("tlp", Tlp)
def test_the_marking_opens_the_subject_and_stands_before_the_content(
    issue: Issue, settings: Settings, tlp: Tlp
) -> None:
    marked = replace(issue, tlp=tlp, markdown=issue.markdown.replace("TLP:CLEAR", tlp))
    mail = read(one(marked, settings))
    assert mail["Subject"].startswith(f"[{tlp}] The Sahel Watch")
    assert body(mail, "plain").startswith(f"**{tlp}**\n")
    before = body(mail, "html").partition("The Sahel Watch")[0].partition("<body")[2]
    assert f">{tlp}</strong>" in before


def test_a_brief_whose_own_words_have_no_marking_gets_one(issue: Issue, settings: Settings) -> None:
    bare = replace(issue, tlp=Tlp.AMBER, markdown="# Words\n\n## Section\n\nText.\n")
    mail = read(one(bare, settings))
    assert body(mail, "plain").startswith("**TLP:AMBER**\n\n# Words\n")
    assert '<p class="tlp tlp-amber"' in body(mail, "html")


def test_a_correction_says_so_in_the_subject_and_above_the_marking(
    issue: Issue, settings: Settings
) -> None:
    mail = read(one(issue, settings, correction=True))
    assert mail["Subject"] == (
        "[TLP:CLEAR] Correction: The Sahel Watch: Mali on the Brink (2025-W49)"
    )
    note = "This replaces issue 2025-W49 as it was sent to you before."
    assert body(mail, "plain").startswith(f"**Correction.** {note}\n\n**TLP:CLEAR**\n")
    html = body(mail, "html")
    assert html.index(note) < html.index(">TLP:CLEAR<")


def test_nobody_above_their_ceiling_and_nobody_suppressed_gets_a_message(
    issue: Issue, settings: Settings
) -> None:
    people = [READER, replace(READER, address="low@example.org", ceiling=Tlp.GREEN)]
    people.append(replace(READER, address="gone@example.org", suppressed=True))
    amber = replace(issue, tlp=Tlp.AMBER)
    assert [each.recipient for each in message.envelopes(amber, settings, people, WHEN)] == [
        "reader@example.org"
    ]


# --- identity ----------------------------------------------------------------------------------


def test_the_same_message_is_the_same_bytes(issue: Issue, settings: Settings) -> None:
    assert one(issue, settings).message == one(issue, settings).message


def ids(envelopes: Iterable[Envelope]) -> list[str]:
    return [read(envelope)["Message-ID"] for envelope in envelopes]


def test_an_edition_has_one_id_for_each_recipient_whenever_it_is_sent(
    issue: Issue, settings: Settings
) -> None:
    people = [READER, replace(READER, address="other@example.org")]
    first = ids(message.envelopes(issue, settings, people, WHEN))
    later = ids(message.envelopes(issue, settings, people, WHEN + timedelta(days=1)))
    assert first == later and len(set(first)) == 2
    changed = replace(issue, edition="0" * 64)
    others = ids(message.envelopes(changed, settings, people, WHEN))
    trial = ids(message.envelopes(issue, settings, people, WHEN, trial=True))
    assert not set(first) & {*others, *trial}


def test_an_edition_is_known_by_its_marking_and_words_and_nothing_else(
    issue: Issue, sample_issue: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "issue"
    shutil.copytree(sample_issue, folder)
    told = f"{issue.tlp}\n{issue.markdown}"
    assert issue.edition == hashlib.sha256(told.encode()).hexdigest()
    assert issue.name == "2025-W49"
    ledger = (folder / "brief.json").read_text("utf-8")
    (folder / "brief.json").write_text(ledger.replace('"page": "A4"', '"page": "Letter"'), "utf-8")
    assert message.load_issue(folder).edition == issue.edition
    (folder / "brief.json").write_text(ledger.replace("TLP:CLEAR", "TLP:GREEN", 1), "utf-8")
    assert message.load_issue(folder).edition != issue.edition


# --- HTML --------------------------------------------------------------------------------------


def test_the_html_has_its_styles_in_place_and_fetches_nothing(
    issue: Issue, settings: Settings
) -> None:
    html = body(read(one(issue, settings)), "html")
    assert '<h1 style="' in html and "prefers-color-scheme: dark" in html
    assert not [word for word in ("<img", "src=", "url(", "<link", "@import") if word in html]
    assert not [tag for tag in ("<header", "<section", "<footer") if tag in html]
    assert len(html) < 30_000


@pytest.mark.parametrize(
    "fetching",
    [
        '<img src="https://example.org/x.png">',
        '<table background="//example.org/x.png"></table>',
        '<link rel="icon" href="https://example.org/x.ico">',
        '<p style="background: URL(https://example.org/x.png)">',
        "<style>@media screen { p { background: url(x.png) } }</style>",
        '<style>@import "https://example.org/x.css";</style>',
        '<video poster="x.png"></video>',
    ],
)
def test_a_template_that_would_fetch_is_refused(
    issue: Issue, settings: Settings, tmp_path: Path, fetching: str
) -> None:
    own = f"<html><head><style>{{{{ style }}}}</style></head><body>{fetching}{{{{ body }}}}"
    with pytest.raises(TemplateError, match=r"^email\.html\.j2: expected nothing to fetch, found"):
        one(issue, with_template(settings, tmp_path, "email.html.j2", own))


def test_a_project_says_it_in_its_own_words_and_looks(
    issue: Issue, settings: Settings, tmp_path: Path
) -> None:
    own = with_template(settings, tmp_path, "email.md.j2", "{{ opening }}\n\nAdieu, {{ week }}.\n")
    own = with_template(own, tmp_path, "email.css", "h1 { color: #123456 }")
    mail = read(one(issue, own))
    assert body(mail, "plain").endswith("\n\nAdieu, 2025-W49.\n")
    assert "Adieu, 2025-W49." in body(mail, "html") and "#123456" in body(mail, "html")


def test_a_broken_template_is_reported_with_its_line(
    issue: Issue, settings: Settings, tmp_path: Path
) -> None:
    own = with_template(settings, tmp_path, "email.md.j2", "{{ opening }}\n{{ nobody }}\n")
    with pytest.raises(TemplateError, match=r"email\.md\.j2:2: 'nobody' is undefined"):
        message.envelopes(issue, own, [READER], WHEN)


def lengthened(issue: Issue, sections: int) -> Issue:
    """Return the issue with as many more sections, each of about 6 kB, before its own."""
    first = "\n## The Blockade of Bamako\n"
    more = (
        f"\n## Theme {n}\n\n{'A sentence of some length. [1] ' * 180}\n" for n in range(sections)
    )
    return replace(issue, markdown=issue.markdown.replace(first, "".join(more) + first, 1))


@pytest.mark.parametrize("sections", [1, 11, 16])
def test_html_that_gmail_would_cut_says_what_it_leaves_out(
    issue: Issue, settings: Settings, sections: int
) -> None:
    mail = read(one(lengthened(issue, sections), settings))
    html = body(mail, "html")
    part = mail.get_body(("html",))
    assert part and len(html.encode()) <= LARGEST and len(part.as_bytes()) < 102_000
    left_out = ("Left out here" in html, "U.S. Policy. The attached PDF has the whole" in html)
    assert left_out == ((sections > 1,) * 2)
    assert "Bottom Line Up Front" in html and ">Sources</h2>" in html
    assert f"## Theme {sections - 1}\n" in body(mail, "plain")


def test_html_alone_never_leaves_out_anything(issue: Issue, settings: Settings) -> None:
    to = replace(READER, parts=("html",))
    with pytest.raises(DeliveryError, match=r"expected HTML of at most 74,000 bytes.*found"):
        one(lengthened(issue, 12), settings, to)


# --- addresses and signatures ------------------------------------------------------------------


def test_an_address_that_is_not_ascii_goes_as_it_is(issue: Issue, settings: Settings) -> None:
    envelope = one(issue, settings, replace(READER, address="дед@example.org", name="Дед"))
    assert envelope.recipient == "дед@example.org"
    mail = message_from_string(envelope.message.decode(), policy=default)
    assert str(mail["To"]) == "Дед <дед@example.org>"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new private key; beside it stands a certificate of it."""
    folder = tmp_path_factory.mktemp("key")
    subprocess.run(
        "openssl req -x509 -newkey rsa:2048 -noenc -days 1 -subj /CN=watch@example.org"
        " -keyout key.pem -out certificate.pem".split(),
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return folder / "key.pem"


def test_a_dkim_signature_holds_until_a_header_or_a_word_is_changed(
    issue: Issue, settings: Settings, key: Path
) -> None:
    signed = one(issue, with_mail(settings, dkim=Dkim("brief", "example.org", key))).message
    public = subprocess.run(
        ["openssl", "rsa", "-in", key, "-pubout"], check=True, capture_output=True, text=True
    ).stdout
    record = f"v=DKIM1; k=rsa; p={''.join(public.splitlines()[1:-1])}".encode()

    def holds(data: bytes) -> bool:
        return bool(dkim.verify(data, dnsfunc=lambda name, timeout=5: record))

    assert holds(signed)
    assert not holds(signed.replace(b"Mali on the Brink", b"Mali at the Brink", 1))
    assert not holds(signed.replace(b"<mailto:watch@", b"<mailto:witch@", 1))
    assert not holds(signed.replace(b"Bottom Line", b"Button Line", 1))
    assert not holds(signed.replace(b"\r\nDate:", b"\r\nReply-To: evil@example.org\r\nDate:", 1))


def test_a_key_that_is_none_is_an_error_before_the_first_message(
    issue: Issue, settings: Settings, tmp_path: Path
) -> None:
    for path, said in ((tmp_path / "none.pem", "No such file"), (Path(__file__), "private key")):
        with pytest.raises(ConfigError, match=said):
            broken = with_mail(settings, dkim=Dkim("brief", "example.org", path))
            message.envelopes(issue, broken, [READER], WHEN)


def test_a_seal_signs_the_content_under_the_same_headers(
    issue: Issue, settings: Settings, key: Path, tmp_path: Path
) -> None:
    """S/MIME by openssl, as the documentation shows it."""
    certificate = str(key.with_name("certificate.pem"))

    def seal(entity: EmailMessage) -> EmailMessage:
        command = ["openssl", "cms", "-sign", "-signer", certificate, "-inkey", str(key)]
        done = subprocess.run(command, input=bytes(entity), check=True, capture_output=True)
        return message_from_bytes(done.stdout, policy=SMTP)

    [envelope] = message.envelopes(issue, settings, [READER], WHEN, seal=seal)
    mail = read(envelope)
    assert mail.get_content_type() == "multipart/signed"
    assert mail["Subject"] == read(one(issue, settings))["Subject"]
    (tmp_path / "signed.eml").write_bytes(envelope.message)
    subprocess.run(
        ["openssl", "cms", "-verify", "-in", "signed.eml", "-CAfile", certificate],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["brief.md", "brief.html", "brief.pdf"])
def test_an_issue_that_is_not_as_it_was_built_is_not_mailed(
    sample_issue: Path, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "issue"
    shutil.copytree(sample_issue, folder)
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    with pytest.raises(LedgerError, match=rf"{name}: expected it as it was built.*altered"):
        message.load_issue(folder)
    (folder / name).unlink()
    with pytest.raises(LedgerError, match=rf"{name}: expected it as it was built.*missing"):
        message.load_issue(folder)


def test_a_pdf_that_was_not_built_is_not_promised(issue: Issue, settings: Settings) -> None:
    with pytest.raises(DeliveryError, match=r"expected a brief\.pdf to attach.*add pdf to formats"):
        message.envelopes(replace(issue, pdf=b""), settings, [READER], WHEN)


def test_without_the_key_mail_nothing_is_mailed(issue: Issue, settings: Settings) -> None:
    with pytest.raises(UsageError, match="expected the key mail"):
        message.envelopes(issue, replace(settings, mail=None), [READER], WHEN)


def test_without_dkimpy_the_way_to_get_it_is_told(
    issue: Issue, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "dkim", None)
    signed = with_mail(settings, dkim=Dkim("a", "b", tmp_path))
    with pytest.raises(BriefgenError, match=r"not installed: pip install 'briefgen\[dkim\]'"):
        message.envelopes(issue, signed, [READER], WHEN)


def test_the_date_of_a_message_knows_its_zone(issue: Issue, settings: Settings) -> None:
    utc = next(message.envelopes(issue, settings, [READER], datetime(2025, 12, 1, tzinfo=UTC)))
    assert read(utc)["Date"] == "Mon, 01 Dec 2025 00:00:00 +0000"
