"""PDF: reading order, paragraphs, and what is said of files that hold no text."""

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.constants import AnnotationFlag
from weasyprint import HTML

from briefgen.errors import ReadError
from briefgen.model import BlockKind, DatedBy, Document, Source
from briefgen.read.pdf import read
from briefgen.read.pdf.letters import HYPHEN
from briefgen.read.pdf.lines import Line, Page
from briefgen.read.pdf.order import in_reading_order
from briefgen.read.pdf.paragraphs import pieces
from briefgen.read.pdf.running import running

REPORT = Path(__file__).resolve().parent / "files" / "libreoffice.pdf"


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as refused:
        read(Source("a.pdf", "0" * 64, data))
    return str(refused.value)


def line(text: str, row: float, left: float = 50, width: float = 200, size: float = 10) -> Line:
    return Line(text, left, left + width, 800 - 12 * row, size, False)


def page(*lines: Line) -> Page:
    return Page(lines, 500, 800)


def paragraphs(*pages: Page) -> list[str]:
    ordered = [in_reading_order(one) for one in pages]
    return [piece.words for piece in pieces(ordered, running(ordered)) if not piece.reason]


def test_a_page_of_pictures_is_refused_as_a_scan() -> None:
    file = io.BytesIO()
    Image.new("L", (80, 120), 200).save(file, "PDF")
    expected = "expected text, found 1 page of pictures: a scan, to be put through OCR first"
    assert refusal(file.getvalue()) == expected


def test_an_empty_page_is_refused() -> None:
    file, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_blank_page(100, 100)
    writer.write(file)
    assert refusal(file.getvalue()) == "expected text, found 2 pages without any"


def test_a_file_with_a_password_is_refused() -> None:
    file, writer = io.BytesIO(), PdfWriter()
    writer.append(PdfReader(REPORT))
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(file)
    assert refusal(file.getvalue()) == "expected a PDF that opens without a password"


LEFT = [
    "The army left",
    "the town at dawn",
    "and took the road",
    "to the north,",
    "slowly and",
    "late.",
]
RIGHT = ["The fuel ran", "out in May,", "as the ministry", "had said it", "would do in", "June."]


@pytest.mark.parametrize("by_row", [False, True])
def test_columns_are_read_one_after_the_other_however_the_file_has_them(by_row: bool) -> None:
    left = [line(text, row) for row, text in enumerate(LEFT)]
    right = [line(text, row, left=300, width=190) for row, text in enumerate(RIGHT)]
    rows = [one for pair in zip(left, right, strict=True) for one in pair]
    found = paragraphs(
        page(line("A heading over both", -3, width=440), *(rows if by_row else left + right))
    )
    assert found == ["A heading over both", " ".join(LEFT), " ".join(RIGHT)]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (f"the harv{HYPHEN}", "est fell", "the harvest fell"),
        ("the harv-", "est fell", "the harvest fell"),
        (f"a well{HYPHEN}", "known man", "a well-known man"),
        (f"of Guinea{HYPHEN}", "Bissau", "of Guinea-Bissau"),
        (f"the co{HYPHEN}", "op of the co-op", "the co-op of the co-op"),
        ("from May –", "to June", "from May – to June"),
        (HYPHEN, "to June", "-to June"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_one_again(first: str, second: str, words: str) -> None:
    assert paragraphs(page(line(first, 9), line(second, 10, width=90))) == [words]


@pytest.mark.parametrize(
    ("first", "width", "second", "found"),
    [
        (
            "The army fled on May",
            200,
            "10. It came back.",
            ["The army fled on May 10. It came back."],
        ),
        ("The army had two aims", 100, "1. The town.", ["The army had two aims", "The town."]),
        ("The army had two aims.", 200, "1. The town.", ["The army had two aims.", "The town."]),
        ("1. The north of the town", 200, "2. The south.", ["The north of the town", "The south."]),
    ],
)
def test_a_number_opens_a_list_item_unless_it_ends_the_sentence_above(
    first: str, width: float, second: str, found: list[str]
) -> None:
    rest = line("The road to the south is still open.", 12)
    assert paragraphs(page(line(first, 9, width=width), line(second, 10, width=150), rest)) == [
        *found,
        rest.text,
    ]


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_its_header() -> None:
    one = page(line("The Report", 0), line("The army left the town", 30), line("1", 65, width=9))
    two = page(line("The Report", 0), line("at dawn.", 9, width=60), line("2", 65, width=9))
    ordered = [in_reading_order(one), in_reading_order(two)]
    found = list(pieces(ordered, running(ordered)))
    assert [(piece.words, piece.reason) for piece in found] == [
        ("The army left the town at dawn.", ""),
        ("The Report", "running header"),
        ("1", "page number"),
        ("The Report", "running header"),
        ("2", "page number"),
    ]


def test_a_bullet_drawn_on_its_own_makes_a_list_item_of_the_line_beside_it() -> None:
    lines = [line("It wants two things:", 9), line("fuel for its trucks", 11, left=62)]
    lines += [line("open roads", 13, left=62, width=90)]
    lines += [line("•", row, left=50, width=4) for row in (11, 13)]
    ordered = [in_reading_order(page(*lines))]
    found = list(pieces(ordered, running(ordered)))
    assert [(piece.kind, piece.words) for piece in found] == [
        (BlockKind.PARAGRAPH, "It wants two things:"),
        (BlockKind.LIST_ITEM, "fuel for its trucks"),
        (BlockKind.LIST_ITEM, "open roads"),
    ]


def test_figures_set_high_stand_high_in_the_text_and_no_others() -> None:
    words = (
        "8 km<sup>2</sup> burned.<sup>12,3</sup> H<sub>2</sub>O ran out at 7<sup>th</sup> and 9."
    )
    made = HTML(string=f"<html lang=en><p>{words}</p></html>")
    found = read(Source("a.pdf", "0" * 64, made.write_pdf()))
    assert found.text.strip() == "8 km² burned.¹²,³ H2O ran out at 7th and 9."


def drawn(*rows: tuple[str, float, float, float], turn: int = 0, rotate: int = 0) -> bytes:
    """Return a page with the words of each row drawn at x and y in a size, turned by degrees."""
    import math

    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    sheet = writer.add_blank_page(600, 800)
    cosine, sine = round(math.cos(math.radians(turn))), round(math.sin(math.radians(turn)))
    shift = {0: (0, 0), 90: (600, 0), 180: (600, 800), 270: (0, 800)}[turn]
    stream = DecodedStreamObject()
    text = " ".join(
        f"BT /F1 {size} Tf {x} {y} Td ({words.replace('(', '')}) Tj ET"
        for words, x, y, size in rows
    )
    stream.set_data(
        f"q {cosine} {sine} {-sine} {cosine} {shift[0]} {shift[1]} cm {text} Q".encode("latin-1")
    )
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    made = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): made})
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    sheet[NameObject("/Contents")] = writer._add_object(stream)
    sheet.rotation = rotate
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


FERRY = (
    "The ferry company of Aalborn took its two oldest ships",
    "out of service on Wednesday morning, and the islanders",
    "will have one crossing a day until another ship arrives.",
)


def report(
    size: float = 11, top: float = 500, left: float = 60
) -> list[tuple[str, float, float, float]]:
    return [(words, left, top - 14 * row, size) for row, words in enumerate(FERRY)]


def said(data: bytes) -> list[str]:
    found = read(Source("a.pdf", "0" * 64, data))
    return [found.text[one.start : one.end] for one in found.blocks]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_however_it_and_its_letters_are_turned(turn: int, rotate: int) -> None:
    assert said(drawn(*report(), turn=turn, rotate=rotate)) == [" ".join(FERRY)]


def test_turned_pages_among_others_are_read() -> None:
    writer = PdfWriter()
    for turn, rotate in ((0, 0), (90, 90), (270, 270), (90, 0)):
        writer.append(PdfReader(io.BytesIO(drawn(*report(), turn=turn, rotate=rotate))))
    file = io.BytesIO()
    writer.write(file)
    assert said(file.getvalue()) == [" ".join(FERRY)] * 4


def test_a_turned_table_s_worth_of_text_is_read_and_a_stamp_is_told() -> None:
    def both(first: bytes, second: bytes) -> bytes:
        writer = PdfWriter()
        sheet = writer.add_page(PdfReader(io.BytesIO(first)).pages[0])
        sheet.merge_page(PdfReader(io.BytesIO(second)).pages[0])
        file = io.BytesIO()
        writer.write(file)
        return file.getvalue()

    rest = [(f"{words} again", x, y, size) for words, x, y, size in report(top=300)]
    twice = both(drawn(*report()), drawn(*report(top=560), *rest, turn=90))
    assert " ".join(FERRY) in said(twice)
    assert any("again" in one for one in said(twice))
    stamp = drawn(("Copy of the archive, not to be taken out of it", 60, 560, 11), turn=90)
    found = read(Source("a.pdf", "0" * 64, both(drawn(*report()), stamp)))
    assert found.lost == ("21 % of the letters, left out as not upright",)


def test_pages_of_pictures_among_others_are_told() -> None:
    file, scan, writer = io.BytesIO(), io.BytesIO(), PdfWriter()
    Image.new("L", (80, 120), 200).save(scan, "PDF")
    writer.append(PdfReader(io.BytesIO(drawn(*report()))))
    writer.append(PdfReader(scan))
    writer.write(file)
    found = read(Source("a.pdf", "0" * 64, file.getvalue()))
    assert found.lost == ("1 of 2 pages without text but with pictures: scans, perhaps",)


@pytest.mark.parametrize("gap", [6, 15, 19, 25, 40])
@pytest.mark.parametrize("count", [1, 4, 12])
def test_lines_justified_with_wide_gaps_are_read_in_their_order(gap: int, count: int) -> None:
    words = " ".join(FERRY * 5).split()
    rows, x, row = [], 60.0, 0
    for word in words:
        rows.append((word, x, 700.0 - 14 * row, 11.0))
        x += 6.5 * len(word) + gap
        if x > 480:
            x, row = 60.0, row + 1
        if row == count:
            break
    found = read(Source("a.pdf", "0" * 64, drawn(*rows)))
    assert found.text.replace("\n\n", " ").split() == words[: len(rows)]


@pytest.mark.parametrize(
    ("initial", "first", "begin"),
    [
        ("T", "he ferry company took its ships", "The ferry company"),
        ("O", "ne ferry took its passengers", "One ferry took"),
        ("A", "ferry of the company took its", "A ferry of"),
        ("A", "fter the ferry had left its", "After the ferry"),
        ("“W", "e have no ferry,” said the", "“We have no"),
        ("I", "slanders have no ferry now", "Islanders have"),
    ],
)
def test_a_large_initial_is_the_first_letter_of_its_word(
    initial: str, first: str, begin: str
) -> None:
    lines = [
        Line(initial, 50, 70, 764, 34, False),
        Line(first, 72, 250, 788, 10, False),
        Line("and the islanders have but one ferry", 72, 250, 776, 10, False),
        Line("a day, which is not enough for all of", 72, 250, 764, 10, False),
        Line("those who work in the town, they say.", 50, 250, 752, 10, False),
    ]
    [text] = paragraphs(page(*lines))
    assert text.startswith(begin) and text.endswith("they say.")


@pytest.mark.parametrize(
    "caption",
    [
        "Figure 1: Ferries by year",
        "Fig. 2. Ferries by year, in thousands.",
        "Table 3 – Ferries by year",
        "Abbildung 4: Fähren im Jahr",
        "Tableau 1 : bateaux par an",
        "Source: Harbour office.",
        "Note: without the ships of the navy.",
    ],
)
def test_captions_and_notes_are_blocks_of_their_own(caption: str) -> None:
    above = [
        line(words, row)
        for row, words in enumerate(("The ferry left the pier and went", "out to sea at noon."))
    ]
    below = [
        line(words, row + 3)
        for row, words in enumerate(("It came back in the evening, when", "the wind had dropped."))
    ]
    found = paragraphs(page(*above, line(caption, 2), *below))
    assert found[:1] == ["The ferry left the pier and went out to sea at noon."]
    assert found[1].startswith(caption)
    assert not caption.endswith(".") or found[1:] == [
        caption,
        "It came back in the evening, when the wind had dropped.",
    ]


def form(values: dict[str, str], flags: int = 4, is_drawn: bool = False) -> bytes:
    """Return a page with a text field for each value, and a free text of the last one."""
    from pypdf.annotations import FreeText

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(drawn(*report()))))
    for place, value in enumerate(values.values()):
        note = FreeText(text=value, rect=(60, 300 - 60 * place, 500, 340 - 60 * place))
        note.flags = AnnotationFlag(flags)
        writer.add_annotation(0, note)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_free_texts_are_read_and_hidden_ones_are_not() -> None:
    remark = "The second ship is for sale, the harbour office says in a remark of May."
    assert said(form({"a": remark})) == [" ".join(FERRY), remark]
    assert said(form({"a": remark}, flags=2)) == [" ".join(FERRY)]


def test_a_file_of_nothing_but_filled_fields_is_read() -> None:
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        NameObject,
        NumberObject,
        TextStringObject,
    )

    remark = "The second ship is for sale, the harbour office says in a form of May."
    writer = PdfWriter()
    sheet = writer.add_blank_page(600, 800)
    rect = ArrayObject(NumberObject(one) for one in (60, 300, 500, 340))
    field = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject("remark"),
            NameObject("/V"): TextStringObject(remark),
            NameObject("/Rect"): rect,
            NameObject("/F"): NumberObject(4),
        }
    )
    sheet[NameObject("/Annots")] = ArrayObject([writer._add_object(field)])
    file = io.BytesIO()
    writer.write(file)
    assert said(file.getvalue()) == [remark]


def test_letters_for_which_the_file_gives_no_characters_are_told() -> None:
    rows = [(words.replace("e", "\\001"), x, y, size) for words, x, y, size in report()]
    found = read(Source("a.pdf", "0" * 64, drawn(*rows)))
    assert found.lost == ("9 % of the letters, for which the file gives no characters",)


@pytest.mark.parametrize("is_damaged", [True, False])
def test_a_page_without_anything_is_told_in_a_damaged_file_only(is_damaged: bool) -> None:
    data = REPORT.read_bytes()
    file, writer = io.BytesIO(), PdfWriter()
    writer.append(PdfReader(REPORT))
    writer.add_blank_page(600, 800)
    writer.write(file)
    data = file.getvalue()
    if is_damaged:
        place = data.index(b"stream", data.index(b"/FlateDecode")) + 12
        data = data[:place] + bytes(200) + data[place + 200 :]
    found = read(Source("a.pdf", "0" * 64, data))
    assert any("damaged" in loss for loss in found.lost) is is_damaged


# --- what the first page says, and what the file says of itself ------------------------------

REPORT_TEXT = (
    "<p>The harbour authority shut the container terminal on Monday after a fire in the northern"
    " sheds, and forty ships wait outside until the fire brigade lets them in.</p>" * 3
)


def printed(html: str, css: str = "", **properties: str) -> Document:
    """Return the document in a PDF of this page, whose information dictionary says as much."""
    file = io.BytesIO()
    made = HTML(string=f"<html><style>{css}</style><body>{html}</body></html>").write_pdf()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made)))
    writer.add_metadata({f"/{name}": value for name, value in properties.items()})
    writer.write(file)
    return read(Source("a.pdf", "0" * 64, file.getvalue()))


MADE = {"CreationDate": "D:20260309101500+01'00'"}


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("<p>Published: 4 March 2026</p>", date(2026, 3, 4)),
        ("<p>Date de publication : 4 mars 2026</p>", date(2026, 3, 4)),
        (
            "<table><tr><td>Date de publication</td><td>4 mars 2026</td></tr></table>",
            date(2026, 3, 4),
        ),
        (
            "<table><tr><td>Auteur<td>Date de publication<td>Numéro</tr>"
            "<tr><td>Le bureau<td>4 mars 2026<td>12</tr></table>",
            date(2026, 3, 4),
        ),
        (
            "<table><tr><td>Nummer<td>Veröffentlicht am<td>Ort</tr>"
            "<tr><td>12<td>04.03.2026<td>Norvik</tr></table>",
            None,
        ),
        ("<p>Lagebericht Nr. 12 vom 4. März 2026</p>", date(2026, 3, 4)),
        ("<p>The fire of 4 March 2026</p>", None),
        ("<table><tr><td>Deadline</td><td>4 September 2026</td></tr></table>", None),
    ],
)
def test_the_day_is_that_of_the_first_page_and_only_then_that_of_the_file(
    top: str, day: date | None
) -> None:
    css = "td { padding: 0 20pt }"
    found = printed(f"<h1>The harbour is shut</h1>{top}{REPORT_TEXT}", css, **MADE)
    expected = (day, DatedBy.TEXT) if day else (date(2026, 3, 9), DatedBy.PROPERTIES)
    assert (found.metadata.published, found.dated_by) == expected


def test_a_label_in_the_margin_of_the_first_page_counts() -> None:
    css = "@page { @bottom-left { content: 'Date of publication: 4 March 2026' } }"
    found = printed(f"<h1>The harbour is shut</h1>{REPORT_TEXT}", css, **MADE)
    assert found.metadata.published == date(2026, 3, 4)


def test_the_page_beside_a_doubtful_label_is_dated_by_the_file_and_the_doubt_is_told() -> None:
    found = printed(f"<p>Published: 03/09/2026</p>{REPORT_TEXT}", **MADE)
    assert (found.metadata.published, found.dated_by) == (date(2026, 3, 9), DatedBy.PROPERTIES)
    assert found.doubts == ("“03/09/2026” can be read in two ways",)


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "-",
        "1",
        "(",
        "Microsoft Word - sitrep.docx",
        "sitrep_12_final.pdf",
        "sitrep_v3",
        "PowerPoint",
        *("Slide 1", "Présentation PowerPoint", "Document1", "Ohne Titel", "untitled", "LaTeX"),
    ],
)
def test_a_title_that_is_none_gives_way_to_the_largest_type(stated: str) -> None:
    css = "h1 { font-size: 30pt } .box { font-weight: bold; font-size: 13pt }"
    page = f"<p class=box>Key figures</p><h1>The harbour of Norvik<br>is shut</h1>{REPORT_TEXT}"
    found = printed(page, css, Title=stated)
    assert found.metadata.title == "The harbour of Norvik is shut"


def test_a_title_of_words_is_kept() -> None:
    assert printed(f"<h1>SITREP</h1>{REPORT_TEXT}", Title="Harbours, week 10").metadata.title == (
        "Harbours, week 10"
    )


def test_one_large_word_or_number_is_passed_over_for_a_title_of_several() -> None:
    css = "b { font-size: 40pt } i { font-size: 36pt } h1 { font-size: 20pt }"
    page = f"<b>NEWS</b><h1>The harbour is shut</h1><i>1,234</i>{REPORT_TEXT}"
    assert printed(page, css).metadata.title == "The harbour is shut"


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ("Anna Feder", "Anna Feder"),
        ("ANNA FEDER", "ANNA FEDER"),
        ("Windows User", None),
        ("hp", None),
        ("afeder", None),
        ("HP", None),
        ("Kurt Kiel", None),
        ("Feder, Anna", None),
    ],
)
def test_the_files_author_is_one_only_if_the_page_names_him(
    stated: str, author: str | None
) -> None:
    page = f"<p>Text: Anna Feder (afeder@norvik.example), hp 2</p>{REPORT_TEXT}"
    assert printed(page, Author=stated).metadata.author == author
