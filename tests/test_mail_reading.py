"""Mail as people have it: attachments are texts, headers of any language go, letters come right."""

from collections.abc import Callable
from email.message import EmailMessage
from hashlib import sha256

import pytest

from briefgen.model import Document, Outcome, Source, Verdict
from briefgen.read import READERS
from briefgen.read.judgement import verdicts
from briefgen.read.mail import ATTACHABLE
from briefgen.read.sandbox import Sandbox

REPORT = "The ferry company of Aalborn took its oldest ship out of service on Wednesday."
NOTE = "The report of the harbour office is attached to this letter, as the board has asked."


def source(data: bytes, name: str = "letter.eml") -> Source:
    return Source(name, sha256(data).hexdigest(), data)


def read(data: bytes | str, name: str = "letter.eml") -> dict[str, Verdict]:
    raw = data.encode() if isinstance(data, str) else data
    return {one.path: one for one in verdicts(source(raw, name))}


def document(data: bytes | str) -> Document:
    [verdict] = read(data).values()
    assert verdict.document, verdict.reason
    return verdict.document


def said(document: Document | None) -> list[str]:
    assert document
    return [document.text[one.start : one.end] for one in document.blocks]


def letter(body: str = NOTE, subject: str = "Report") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Harbour Office <office@example.org>", "b@example.org"
    message["Subject"], message["Date"] = subject, "Wed, 4 Mar 2026 10:00:00 +0000"
    message.set_content(body)
    return message


def test_what_can_be_attached_is_what_has_a_reader() -> None:
    assert READERS.keys() == ATTACHABLE


def test_an_attached_message_is_a_text_of_its_own() -> None:
    message = letter()
    message.add_attachment(letter(REPORT, "Ferries"))
    found = read(message.as_bytes())
    assert said(found["letter.eml"].document) == [NOTE]
    inner = found["letter.eml/message.eml"].document
    assert inner and said(inner) == [REPORT] and inner.metadata.title == "Ferries"


@pytest.mark.parametrize(
    ("name", "data", "address"),
    [
        ("report.txt", REPORT.encode(), "report.txt"),
        ("report.html", f"<p>{REPORT}</p>".encode(), "report.html"),
        ("report.md", f"# Ferries\n\n{REPORT}".encode(), "report.md"),
        ("report.csv", f"id,text\n1,{REPORT}\n".encode(), "report.csv#6b86b273ff34"),
        ("a/b\\report.txt", REPORT.encode(), "report.txt"),
        ("Bericht März.txt", REPORT.encode(), "Bericht März.txt"),
        ("REPORT.TXT", REPORT.encode(), "REPORT.TXT"),
    ],
)
def test_an_attachment_in_a_known_format_is_a_text_of_its_own(
    name: str, data: bytes, address: str
) -> None:
    message = letter()
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    found = read(message.as_bytes())
    assert REPORT in said(found[f"letter.eml/{address}"].document)
    assert said(found["letter.eml"].document) == [NOTE]


def test_attachments_of_one_name_and_of_messages_in_messages_have_addresses_of_their_own() -> None:
    inner = letter(REPORT, "Inner")
    inner.add_attachment(REPORT, filename="a.txt")
    message = letter()
    message.add_attachment(inner)
    message.add_attachment(NOTE, filename="a.txt")
    message.add_attachment(REPORT, filename="a.txt")
    assert set(read(message.as_bytes())) == {
        "letter.eml",
        "letter.eml/message.eml",
        "letter.eml/message.eml/a.txt",
        "letter.eml/a.txt",
        "letter.eml/a~2.txt",
    }


def test_an_attachment_without_a_reader_is_told_and_a_picture_is_not() -> None:
    message = letter()
    message.add_attachment(b"PK", maintype="application", subtype="x", filename="figures.xlsx")
    message.add_attachment(b"GIF", maintype="image", subtype="gif", filename="logo.gif")
    message.add_attachment(b"PNG", maintype="application", subtype="x", filename="logo.png")
    found = document(message.as_bytes())
    assert found.lost == ("the attachment figures.xlsx, in a format without a reader",)


def test_an_attachment_that_is_broken_is_refused_and_the_letter_read() -> None:
    message = letter()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    with Sandbox() as sandbox:
        found = {one.path: one.outcome for one in sandbox.verdicts(source(message.as_bytes()))}
    assert found == {"letter.eml/a.pdf": Outcome.REFUSED, "letter.eml": Outcome.READ}


def test_texts_before_and_behind_an_attachment_are_one_letter() -> None:
    raw = (
        "From: a@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n"
        f"{NOTE}\n--x\nContent-Type: application/pgp-signature\n\n-\n--x\n"
        f"Content-Type: text/html\n\n<p>{REPORT}</p>\n--x--\n"
    )
    assert said(document(raw)) == [NOTE, REPORT]


CP1252 = "“We leave,” the harbour’s office said – and the sheds … on Monday, for 20 € a day."


@pytest.mark.parametrize("charset", ["iso-8859-1", "latin1", "ISO_8859-1", "us-ascii", "cp1252"])
@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_what_is_called_latin_1_is_windows_1252(charset: str, kind: str, encoding: str) -> None:
    import base64
    import quopri

    body = CP1252.encode("cp1252")
    coded: dict[str, Callable[[bytes], bytes]] = {
        "8bit": bytes,
        "quoted-printable": quopri.encodestring,
        "base64": base64.b64encode,
    }
    head = (
        f"From: a@example.org\nContent-Type: text/{kind}; charset={charset}\n"
        f"Content-Transfer-Encoding: {encoding}\n\n"
    )
    assert " ".join(said(document(head.encode() + coded[encoding](body)))) == CP1252


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("iso-8859-15", "Die Fähre kostet nun 20 € am Tag."),
        ("koi8-r", "Паром стоит у причала третий день."),
        ("windows-1251", "Паром стоит у причала третий день."),
        ("shift_jis", "フェリーは水曜日に止まった。"),
        ("iso-2022-jp", "フェリーは水曜日に止まった。"),
    ],
)
def test_other_charsets_are_what_they_say(charset: str, words: str) -> None:
    head = f"From: a@example.org\nContent-Type: text/plain; charset={charset}\n\n"
    assert said(document(head.encode() + words.encode(charset))) == [words]


def test_utf_8_is_that_whatever_it_is_called() -> None:
    head = "From: a@example.org\nContent-Type: text/plain; charset=iso-8859-1\n\n"
    assert said(document(head + CP1252)) == [CP1252]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?iso-8859-1?Q?=93Ferries=94_stop?=", "“Ferries” stop"),
        ("=?utf-8?B?RsOkaHJlbiBzdGVoZW4=?=", "Fähren stehen"),
        ("Fähren stehen", "Fähren stehen"),
        ("AW: WG: Fähren stehen", "Fähren stehen"),
        ("RV: Re: Ferries", "Ferries"),
        ("Re[2]: Ferries", "Ferries"),
        ("Ответ: Паром", "Паром"),
    ],
)
def test_a_subject_comes_out_as_it_was_written(subject: str, title: str) -> None:
    assert document(f"From: a@b.org\nSubject: {subject}\n\n{REPORT}").metadata.title == title


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ('"Norvik Office" <a@example.org>', "Norvik Office"),
        ('"=?utf-8?Q?H=C3=A5kon?= Office" <a@example.org>', "Håkon Office"),
        ("=?utf-8?Q?=22H=C3=A5kon=22?= Office <a@example.org>", "Håkon Office"),
        ("'Norvik Office' <a@example.org>", "Norvik Office"),
        ("a@example.org", "a@example.org"),
        ("=?iso-8859-1?Q?Ren=E9?= <a@example.org>", "René"),
    ],
)
def test_a_sender_has_no_stray_marks(sender: str, author: str) -> None:
    assert document(f"From: {sender}\n\n{REPORT}").metadata.author == author


@pytest.mark.parametrize(
    "header", ["Date: Wed, 4 Mar 2026 10:00:00 +0000", "To: b@example.org", "MIME-Version: 1.0"]
)
def test_a_mail_without_sender_and_subject_is_read(header: str) -> None:
    found = document(f"{header}\n\n{REPORT}")
    assert (said(found), found.metadata.author) == ([REPORT], None)


@pytest.mark.parametrize("data", ["", REPORT, "\n\n", "\x00\x01"])
def test_what_has_no_header_is_no_mail(data: str) -> None:
    [verdict] = read(data).values()
    assert verdict.outcome is Outcome.REFUSED and "header" in verdict.reason


FORWARDED = """
    From: a@example.org | Sent: Monday | To: b@example.org | Subject: Ferries
    Von: a@example.org | Gesendet: Montag | An: b@example.org | Betreff: Fähren
    Von: A | Datum: 4. März 2026 um 10:00 | Betreff: Fähren | An: b@example.org
    De : a@example.org | Envoyé : lundi | À : b@example.org | Objet : Bateaux
    De: a@example.org | Enviado el: lunes | Para: b@example.org | Asunto: Barcos
    De: a@example.org | Enviada em: segunda-feira | Para: b@example.org | Assunto: Navios
    От: a@example.org | Отправлено: понедельник | Кому: b@example.org | Тема: Паром
    من: a@example.org | تم الإرسال: الاثنين | إلى: b@example.org | الموضوع: العبارة
"""


@pytest.mark.parametrize("header", FORWARDED.strip().splitlines())
@pytest.mark.parametrize("mark", ["", "> ", "*"])
def test_the_header_of_a_forwarded_mail_is_no_text(header: str, mark: str) -> None:
    lines = "\n".join(f"{mark}{line.strip()}" for line in header.split("|"))
    found = document(f"From: c@example.org\n\n{NOTE}\n\n{lines}\n\n{REPORT}\n")
    assert said(found) == [NOTE, REPORT]
    assert {one.reason for one in found.dropped} - {"date label"} == {"mail header"}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Am Mi., 4. März 2026 um 10:00 Uhr schrieb Nora Quist <n@example.org>:"),
        ("de", "-----Ursprüngliche Nachricht-----"),
        ("fr", "Le mer. 4 mars 2026 à 10:00, Nora Quist <n@example.org> a écrit :"),
        ("fr", "---------- Message transféré ---------"),
        ("es", "El mié, 4 mar 2026 a las 10:00, Nora Quist (<n@example.org>) escribió:"),
        ("es", "-----Mensaje original-----"),
        ("pt", "Em qua., 4 de mar. de 2026 às 10:00, Nora Quist <n@example.org> escreveu:"),
        ("pt", "---------- Mensagem encaminhada ---------"),
        ("ru", "4 марта 2026 г., в 10:00, Nora Quist <n@example.org> написал(а):"),
        ("ru", "-------- Пересылаемое сообщение --------"),
        ("ar", "في الأربعاء، 4 مارس 2026 كتب Nora Quist:"),
        ("ar", "-----الرسالة الأصلية-----"),
    ],
)
def test_what_stands_above_a_quoted_mail_is_no_text(language: str, line: str) -> None:
    head = f"From: c@example.org\nContent-Language: {language}\n\n"
    assert said(document(f"{head}{NOTE}\n\n{line}\n\n{REPORT}\n")) == [NOTE, REPORT]


@pytest.mark.parametrize(
    ("parameters", "body", "expected"),
    [
        ("format=flowed", "The ferry \nleft at \nnoon.\n", ["The ferry left at noon."]),
        (
            "format=flowed; delsp=yes",
            "The fer \nry left at  \nnoon.\n",
            ["The ferry left at noon."],
        ),
        (
            "format=flowed; delsp=no",
            "The ferry \nleft.\n\nIt \nis back.",
            ["The ferry left.", "It is back."],
        ),
        ("format=flowed", ">The ferry \n>left at noon.\n", ["The ferry left at noon."]),
        ("format=flowed", " From here \nthe ferry left.\n", ["From here the ferry left."]),
        ("format=flowed", "The ferry left. \n-- \nNora\n", ["The ferry left."]),
        ("format=Flowed; DelSp=Yes", "Al \nso left.\n", ["Also left."]),
    ],
)
def test_flowed_text_is_put_together_as_the_standard_says(
    parameters: str, body: str, expected: list[str]
) -> None:
    head = f"From: a@example.org\nContent-Type: text/plain; charset=utf-8; {parameters}\n\n"
    assert said(document(head + body)) == expected


@pytest.mark.parametrize(
    "raw",
    [
        'Content-Type: multipart/mixed;\nboundary="x"\n\n--x\n\n{0}\n--x--',
        "Content-Type: text/plain; boundary=x\n\n--x\nContent-Type: text/plain\n\n{0}\n--x--",
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n{0}\n",
        "Content-Type: text/plain;\ncharset=utf-8\n\n{0}",
        "Content-Type: multipart/alternative; boundary=x\n\n--x\n\n{0}\n--x--\n--x--",
    ],
)
def test_a_broken_multipart_is_read_as_it_is_meant(raw: str) -> None:
    assert said(document(f"From: a@example.org\n{raw.format(REPORT)}\n")) == [REPORT]
