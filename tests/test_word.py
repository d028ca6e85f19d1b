"""Word documents: layout tables are text, hidden runs are not, notes stand apart."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from briefgen.errors import ReadError
from briefgen.model import Document, Source
from briefgen.read.docx import read
from briefgen.read.furniture import HIDDEN

SEEN = "The ferry company of Aalborn took its oldest ship out of service on Wednesday."
SECRET = "Nobody who opens this document is to see these words about the ferries."
MORE = "Islanders will have to make do with one crossing a day until May."


def saved(word: Any, change: Callable[[bytes], bytes] = bytes) -> Document:
    """Return the document read of `word`, once `change` was done to its main part."""
    file, changed = io.BytesIO(), io.BytesIO()
    word.save(file)
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, change(data) if name == "word/document.xml" else data)
    return read(Source("a.docx", "0" * 64, changed.getvalue()))


def said(document: Document) -> list[str]:
    return [document.text[one.start : one.end] for one in document.blocks]


def dropped(document: Document) -> dict[str, str]:
    return {document.text[one.start : one.end]: one.reason for one in document.dropped}


def shade(element: Any, fill: str) -> None:
    made = element.makeelement(qn("w:shd"), {qn("w:val"): "clear", qn("w:fill"): fill})
    element.append(made)


def white(run: Any) -> None:
    run.font.color.rgb = RGBColor(255, 255, 255)


def styled(run: Any) -> None:
    style = run.part.document.styles.add_style("Secret", WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    run.style = style


def based(run: Any) -> None:
    styles = run.part.document.styles
    styled(run)
    style = styles.add_style("More secret", WD_STYLE_TYPE.CHARACTER)
    style.base_style = styles["Secret"]
    run.style = style


def of_its_ground(run: Any) -> None:
    run.font.color.rgb = RGBColor(0x11, 0x22, 0x33)
    shade(run._r.get_or_add_rPr(), "112233")


HIDING: dict[str, Callable[[Any], None]] = {
    "vanish": lambda run: setattr(run.font, "hidden", True),
    "white on white": white,
    "one point": lambda run: setattr(run.font, "size", Pt(1)),
    "two points": lambda run: setattr(run.font, "size", Pt(2)),
    "a hidden style": styled,
    "a style on a hidden one": based,
    "its ground's colour": of_its_ground,
}


@pytest.mark.parametrize("way", HIDING)
@pytest.mark.parametrize("alone", [True, False])
def test_a_run_that_nobody_sees_is_dropped_and_listed(way: str, alone: bool) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("" if alone else SEEN)
    HIDING[way](paragraph.add_run(SECRET))
    word.add_paragraph(MORE)
    found = saved(word)
    assert said(found) == ([MORE] if alone else [SEEN, MORE])
    assert dropped(found) == {SECRET: HIDDEN}


def shown(run: Any) -> None:
    run.font.hidden = False


def white_on_dark(run: Any) -> None:
    white(run)
    shade(run._r.get_or_add_rPr(), "003366")


def white_in_dark_paragraph(run: Any) -> None:
    white(run)
    shade(run._r.getparent().get_or_add_pPr(), "003366")


def white_highlighted(run: Any) -> None:
    white(run)
    run.font.highlight_color = WD_COLOR_INDEX.BLUE


SHOWING: dict[str, Callable[[Any], None]] = {
    "vanish off": shown,
    "white on dark": white_on_dark,
    "white in a dark paragraph": white_in_dark_paragraph,
    "white highlighted": white_highlighted,
    "eight points": lambda run: setattr(run.font, "size", Pt(8)),
    "grey": lambda run: setattr(run.font.color, "rgb", RGBColor(0x99, 0x99, 0x99)),
}


@pytest.mark.parametrize("way", SHOWING)
def test_a_run_that_is_only_set_oddly_is_read(way: str) -> None:
    word = docx.Document()
    SHOWING[way](word.add_paragraph().add_run(SEEN))
    assert said(saved(word)) == [SEEN]


def test_a_white_run_in_a_dark_cell_is_read() -> None:
    word = docx.Document()
    cell = word.add_table(1, 1).cell(0, 0)
    shade(cell._tc.get_or_add_tcPr(), "003366")
    white(cell.paragraphs[0].add_run(SEEN))
    assert said(saved(word)) == [SEEN]


@pytest.mark.parametrize(
    "rows",
    [
        [[f"{SEEN} {MORE}"]],
        [["Aalborn"]],
        [["Day", "Event"], ["4 March", SEEN], ["5 March", MORE]],
        [["", f"{SEEN} {MORE}", ""]],
        [[SEEN, MORE]],
    ],
)
def test_a_report_laid_out_in_a_table_is_read(rows: list[list[str]]) -> None:
    word = docx.Document()
    table = word.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    assert said(saved(word)) == [words for cells in rows for words in cells if words]


def test_a_table_of_figures_is_none_even_in_a_table_of_layout() -> None:
    word = docx.Document()
    outer = word.add_table(1, 1).cell(0, 0)
    outer.text = f"{SEEN} {MORE}"
    inner = outer.add_table(2, 2)
    for place, words in enumerate(("Port", "Tonnes", "Aalborn", "410")):
        inner.cell(place // 2, place % 2).text = words
    found = saved(word)
    assert said(found) == [f"{SEEN} {MORE}"]
    assert set(dropped(found).values()) == {"table"}


@pytest.mark.parametrize(
    "declared",
    ["<!DOCTYPE w:document>", '<!DOCTYPE a [<!ENTITY x "y">]>', "<!DOCTYPE\na SYSTEM 'b'>"],
)
def test_a_document_type_declaration_is_refused(declared: str) -> None:
    word = docx.Document()
    word.add_paragraph(SEEN)
    with pytest.raises(ReadError, match=r"document type declaration in word/document.xml"):
        saved(
            word, lambda data: data.replace(b"<w:document", declared.encode() + b"<w:document", 1)
        )


def test_a_placeholder_that_nobody_replaced_is_no_text() -> None:
    word = docx.Document()
    word.add_paragraph(SEEN)
    word.add_paragraph("Click or tap here to enter text.")
    control = b"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click"
    found = saved(
        word,
        lambda data: data.replace(b"<w:p><w:r><w:t>Click", control).replace(
            b"text.</w:t></w:r></w:p>", b"text.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    assert said(found) == [SEEN]
    assert list(dropped(found).values()) == ["placeholder"]


def test_notes_stand_apart_and_are_listed() -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    word = docx.Document()
    word.add_paragraph(SEEN)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = f"<w:footnote w:id='1'><w:p><w:r><w:t>{MORE}</w:t></w:r></w:p></w:footnote>"
    blob = f"<w:footnotes {space}>{note}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", blob, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    found = saved(word)
    assert (said(found), dropped(found)) == ([SEEN], {MORE: "note"})


def test_the_words_of_a_text_box_are_read_once_and_apart() -> None:
    word = docx.Document()
    word.add_paragraph(SEEN)
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility'
        '/2006"><mc:Choice Requires="wps"><w:txbxContent>{0}</w:txbxContent></mc:Choice>'
        "<mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    ).format(f"<w:p><w:r><w:t>{MORE}</w:t></w:r></w:p>")
    found = saved(
        word, lambda data: data.replace(b"</w:r></w:p>", f"</w:r>{box}</w:p>".encode(), 1)
    )
    assert said(found) == [SEEN, MORE]
