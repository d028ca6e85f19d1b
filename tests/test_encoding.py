"""Bytes to text: each encoding is told from the others, and what is no text is refused."""

import codecs
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import ReadError
from briefgen.read.encoding import decode

ENGLISH = (
    "“Mali’s junta is facing its greatest test – to date,” the director told The Sun in Côte"
    " d’Ivoire. President Assimi Goïta did not reply; Ibrahim B. Keïta’s men did.\r\n"
)
FRENCH = (
    "Le gouvernement malien a annoncé mardi la levée partielle du blocus. Des soldats français ont"
    " été tués près de Gao, a déclaré l'état-major de l'armée à Bamako. "
)
RUSSIAN = (
    "Правительство Мали объявило во вторник о частичном снятии блокады. Солдаты погибли недалеко"
    " от Гао, сообщил генеральный штаб армии страны. "
)
POLISH = (
    "Rząd Mali ogłosił we wtorek częściowe zniesienie blokady. Żołnierze zginęli niedaleko Gao,"
    " poinformował sztab generalny. "
)
GREEK = "Η κυβέρνηση του Μάλι ανακοίνωσε την Τρίτη μερική άρση του αποκλεισμού της πρωτεύουσας. "
ARABIC = "أعلنت حكومة مالي يوم الثلاثاء رفع الحصار جزئيا عن العاصمة باماكو بعد شهرين. "
JAPANESE = "マリ政府は火曜日、封鎖の一部解除を発表した。兵士がガオ近郊で死亡した。"


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, RUSSIAN, POLISH, GREEK, ARABIC, JAPANESE, "a"])
@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"", "utf-8", "utf-8"),
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_unicode_is_read_as_it_was_written(text: str, mark: bytes, codec: str, name: str) -> None:
    assert decode(mark + text.encode(codec)) == (text, name)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_without_its_mark_is_known_by_its_nuls(codec: str) -> None:
    text = "The army left. “Mali fell.”"
    assert decode(text.encode(codec)) == (text, codec)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (ENGLISH, "cp1252"),
        (ENGLISH * 20, "cp1252"),
        ("Café", "cp1252"),
        ("The army said that Côte d’Ivoire would act. More was said in Bamako.", "cp1252"),
        (FRENCH, "latin-1"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (GREEK, "cp1253"),
        (ARABIC, "cp1256"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_older_encodings_are_told_apart(text: str, codec: str) -> None:
    assert decode(text.encode(codec))[0] == text


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "The army left. " * 100)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"The army\0left.", "a NUL byte at character 8: a binary file?"),
        (b"\0" * 100, "a NUL byte"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", "a NUL byte at character 8: a binary file?"),
        (zipped(), "a NUL byte"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0", "a NUL byte"),
        (b"\x1b[1mThe army\x1b[0m", "2 control characters, U+001B at character 0: a binary file?"),
        (b"A line.\n" * 60 + b"\x03\x04", "2 control characters, U+0003 at character 480"),
        (b"\0\0\0\x18ftypmp42", "a NUL byte"),
        (
            b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\nstream\nx\x9c\x01\x02",
            "2 control characters, U+0001",
        ),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0", "expected utf-16 as its first bytes say"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xdc", "expected utf-16 as its first bytes say"),
        (codecs.BOM_UTF16_LE + b"a\0b", "expected utf-16 as its first bytes say"),
        (codecs.BOM_UTF32_LE + b"\0\0\x11\0", "expected utf-32 as its first bytes say"),
        (codecs.BOM_UTF8 + b"caf\xe9", "expected utf-8-sig as its first bytes say"),
        (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), "a NUL byte at character 1"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refusal:
        decode(data)
    assert reason in str(refusal.value)


@pytest.mark.parametrize(
    "text", ["The army\x1f left.", "\x02The fuel ran out.", ENGLISH * 20 + "\x08" * 3]
)
def test_a_stray_control_character_is_no_reason_to_refuse_a_text(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize("text", ["", "\n", "a\rb\r\nc\x85d\u2028e\x0cf\tg"])
def test_line_ends_and_tabs_stay_as_they_are(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@given(
    st.binary(max_size=300) | st.binary(max_size=40).map(lambda head: head + b"\xff\xfe\xe9" * 9)
)
def test_any_bytes_get_text_or_a_refusal_and_nothing_else(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except ReadError:
        return
    assert text == data.decode(encoding)
    assert "\0" not in text


def test_forty_megabytes_that_are_not_utf8_are_read() -> None:
    text = ENGLISH * 160_000
    data = text.encode("cp1252")
    assert len(data) > 25_000_000
    assert decode(data) == (text, "cp1252")
