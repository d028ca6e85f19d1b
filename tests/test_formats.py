"""Real files of each format, made by other software: text, title, day and author are right."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document as Word

from briefgen.model import BlockKind, Document, Metadata, Outcome, Verdict
from briefgen.read import read, reread

FILES = Path(__file__).resolve().parent / "files"
COLUMNS = "sqlite.csv: {columns: {title: headline, published: pub_date, publisher: outlet}}\n"

DREDGING, LIBRARY, ORCHARDS = "dredging", "library", "orchards"
TITLES = {
    DREDGING: "Dredging opens the north channel to larger ferries",
    LIBRARY: "The county library lends tools, and readers come back",
    ORCHARDS: "Late frost spares the orchards of the upper valley",
}
DAYS = {
    DREDGING: date(2026, 3, 12),
    LIBRARY: date(2026, 3, 18),
    ORCHARDS: date(2026, 4, 22),
}
DESKS = {DREDGING: "Harbour Desk", LIBRARY: "County Desk", ORCHARDS: "Weather Desk"}
KINDS = {"## ": BlockKind.HEADING, "- ": BlockKind.LIST_ITEM, "> ": BlockKind.QUOTATION}

HOLDS = {
    "chromium-printed.pdf": {DREDGING},
    "chromium-saved.html": {DREDGING},
    "chromium-saved.mhtml": {LIBRARY},
    "gzip.html.gz": {ORCHARDS},
    "hyphenated.pdf": set(TITLES),
    "info-zip.zip": set(TITLES),
    "jq.jsonl": set(TITLES),
    "libreoffice-columns.pdf": set(TITLES),
    "libreoffice.docx": set(TITLES),
    "libreoffice.pdf": set(TITLES),
    "mutt.mbox": {LIBRARY, ORCHARDS},
    "nodemailer.eml": {LIBRARY, ORCHARDS},
    "pelican.atom": set(TITLES),
    "pelican.rss": set(TITLES),
    "sqlite.csv": set(TITLES),
    "sqlite.json": set(TITLES),
}


def article(name: str) -> Iterator[tuple[BlockKind, str]]:
    """Yield the blocks of an article as they were written, its table aside."""
    _, _, body = (FILES / "articles" / f"{name}.md").read_text("utf-8").partition("\n\n")
    for chunk in body.strip().split("\n\n"):
        lines = chunk.split("\n") if chunk.startswith("- ") else [chunk]
        for line in lines:
            mark = next((mark for mark in KINDS if line.startswith(mark)), "")
            if not line.startswith("|"):
                yield KINDS.get(mark, BlockKind.PARAGRAPH), line.removeprefix(mark)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files of all formats, of one export also which column is which."""
    folder = tmp_path_factory.mktemp("corpus")
    for name in HOLDS:
        (folder / name).write_bytes((FILES / name).read_bytes())
    (folder / "sources.yaml").write_text(COLUMNS)
    return folder


@pytest.fixture(scope="module")
def verdicts(corpus: Path) -> tuple[Verdict, ...]:
    return read(corpus)


def documents(verdicts: tuple[Verdict, ...], name: str) -> list[Document]:
    return [one.document for one in verdicts if one.path.startswith(name) and one.document]


def said(document: Document) -> list[tuple[BlockKind, str]]:
    return [
        (one.kind, " ".join(document.text[one.start : one.end].split())) for one in document.blocks
    ]


def test_every_file_and_every_document_in_it_is_read(verdicts: tuple[Verdict, ...]) -> None:
    assert [one for one in verdicts if one.outcome is not Outcome.READ] == []
    assert {one.path.split("#")[0].split("/")[0] for one in verdicts} == HOLDS.keys()
    assert len({one.path for one in verdicts}) == len(verdicts)


@pytest.mark.parametrize("name", HOLDS)
def test_every_word_of_the_articles_is_there_and_each_paragraph_is_whole(
    verdicts: tuple[Verdict, ...], name: str
) -> None:
    found = {words for document in documents(verdicts, name) for _, words in said(document)}
    for title in HOLDS[name]:
        assert [words for _, words in article(title) if words not in found] == []


@pytest.mark.parametrize(
    ("name", "extra"),
    [
        ("chromium-saved.html", set()),
        ("chromium-saved.mhtml", set()),
        ("libreoffice.pdf", set(TITLES.values())),
        ("libreoffice-columns.pdf", set(TITLES.values())),
        ("hyphenated.pdf", set(TITLES.values())),
        ("libreoffice.docx", set(TITLES.values())),
        ("pelican.atom", set()),
        ("pelican.rss", set()),
        ("sqlite.csv", set()),
        ("sqlite.json", set()),
        ("jq.jsonl", set()),
        ("gzip.html.gz", set()),
        ("nodemailer.eml", {TITLES[LIBRARY], TITLES[ORCHARDS]}),
    ],
)
def test_and_nothing_else_is_but_a_title_within_the_text_and_a_greeting(
    verdicts: tuple[Verdict, ...], name: str, extra: set[str]
) -> None:
    expected = {words for title in HOLDS[name] for _, words in article(title)} | extra
    found = {words for document in documents(verdicts, name) for _, words in said(document)}
    assert [one for one in found - expected if not one.startswith("Good morning")] == []


@pytest.mark.parametrize(
    "name", ["chromium-saved.html", "libreoffice.docx", "pelican.atom", "pelican.rss"]
)
def test_headings_list_items_and_quotations_keep_their_kind(
    verdicts: tuple[Verdict, ...], name: str
) -> None:
    found = {block for document in documents(verdicts, name) for block in said(document)}
    assert set(article(DREDGING)) - found == set()


@pytest.mark.parametrize(
    ("name", "authors", "publisher"),
    [
        ("chromium-saved.html", True, None),
        ("chromium-saved.mhtml", True, None),
        ("gzip.html.gz", True, None),
        ("jq.jsonl", False, "The Lindholm Courier"),
        ("pelican.atom", True, "The Lindholm Courier"),
        ("pelican.rss", True, "The Lindholm Courier"),
        ("sqlite.csv", False, "The Lindholm Courier"),
        ("sqlite.json", False, "The Lindholm Courier"),
    ],
)
def test_what_each_document_says_of_itself_is_known(
    verdicts: tuple[Verdict, ...], name: str, authors: bool, publisher: str | None
) -> None:
    found = [document.metadata for document in documents(verdicts, name)]
    expected = {
        (TITLES[one], DAYS[one], DESKS[one] if authors else None, publisher) for one in HOLDS[name]
    }
    assert {(one.title, one.published, one.author, one.publisher) for one in found} == expected


REPORT = Metadata("Three reports from the county", author="County Desk")


@pytest.mark.parametrize(
    ("name", "title", "author", "publisher", "day"),
    [
        ("chromium-printed.pdf", TITLES[DREDGING], "Harbour Desk", None, date(2026, 3, 12)),
        ("libreoffice.docx", REPORT.title, REPORT.author, None, date(2026, 5, 4)),
        ("libreoffice.pdf", REPORT.title, REPORT.author, None, date(2026, 11, 21)),
        (
            "nodemailer.eml",
            "Courier letter: frost spares the orchards, and the library lends tools",
            None,
            "The Lindholm Courier",
            date(2026, 4, 24),
        ),
    ],
)
def test_what_a_file_of_several_reports_says_of_itself_is_known(
    verdicts: tuple[Verdict, ...],
    name: str,
    title: str,
    author: str | None,
    publisher: str | None,
    day: date | None,
) -> None:
    [document] = documents(verdicts, name)
    known = document.metadata
    assert (known.title, known.author, known.publisher) == (title, author, publisher)
    assert known.published == day


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        ("libreoffice.pdf", {"running header", "page number"}),
        ("hyphenated.pdf", {"running header", "page number"}),
        ("nodemailer.eml", {"hidden text", "link to another article", "mail line"}),
        ("mutt.mbox", {"ornament", "signature", "mail header", "mail line", "publication line"}),
        ("chromium-saved.html", {"outside of the article", "table"}),
    ],
)
def test_what_is_no_part_of_the_text_is_dropped_with_a_reason(
    verdicts: tuple[Verdict, ...], name: str, reasons: set[str]
) -> None:
    found = documents(verdicts, name)
    assert {one.reason for document in found for one in document.dropped} == reasons


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('{"text": "The port is open."}', [""]),
        (
            '[{"text": "The port is open."}, 3, {"story": "The port is shut."}]',
            [
                "",
                "object 2: expected a JSON object, found something else",
                "object 3: no column for the text; found story; say which it is in sources.yaml,"
                " as in  export.json: {columns: {text: NAME}}",
            ],
        ),
        ("[]", ["no documents in it"]),
        ("[{}", ["expected JSON, found Expecting ',' delimiter: line 1 column 4 (char 3)"]),
    ],
)
def test_each_object_of_a_json_file_is_a_text_or_says_why_it_is_none(
    tmp_path: Path, written: str, told: list[str]
) -> None:
    (tmp_path / "export.json").write_text(written)
    assert [one.reason for one in read(tmp_path)] == told


def test_every_document_is_found_again_at_its_address(
    corpus: Path, verdicts: tuple[Verdict, ...]
) -> None:
    now = reread(corpus, [one.path for one in verdicts])
    assert now == {one.path: one.document for one in verdicts}


def test_an_address_stays_when_entries_come_before_it(
    corpus: Path, tmp_path: Path, verdicts: tuple[Verdict, ...]
) -> None:
    lines = (corpus / "jq.jsonl").read_text().splitlines()
    newer = '{"title": "Newer", "text": "The ice is gone.", "url": "https://a.example/"}'
    (tmp_path / "jq.jsonl").write_text("\n".join([newer, *reversed(lines)]))
    before = {one.path for one in verdicts if one.path.startswith("jq.jsonl")}
    assert before < {one.path for one in read(tmp_path)}
    assert len(reread(tmp_path, before)) == len(before) == 3


def test_a_document_that_left_its_file_is_missing_and_one_in_a_broken_file_unreadable(
    corpus: Path, tmp_path: Path, verdicts: tuple[Verdict, ...]
) -> None:
    addresses = [one.path for one in verdicts if one.path.startswith("info-zip.zip")]
    assert reread(tmp_path, addresses) == {}
    (tmp_path / "info-zip.zip").write_bytes((corpus / "info-zip.zip").read_bytes()[:3000])
    now = reread(tmp_path, addresses)
    assert now.keys() == set(addresses)
    assert all("expected a zip file, found a broken one" in str(one) for one in now.values())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("8 km<sup>2</sup> burned.<sup>12</sup> Aid came.", "8 km² burned.¹² Aid came."),
        ('It fell.<sup><a href="#n">1</a>,2</sup> Aid came.', "It fell.¹,² Aid came."),
        ("It fell.<sup>[3]</sup> The 7<sup>th</sup> fled.", "It fell.[3] The 7th fled."),
    ],
)
def test_figures_that_a_page_sets_high_stand_high_in_the_text(
    tmp_path: Path, written: str, said: str
) -> None:
    filler = "<p>The harbour was quiet, and nobody came to the pier before the evening.</p>" * 5
    page = f"<html><body><article><p>{written}</p>{filler}</article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    [document] = documents(read(tmp_path), "page.html")
    assert document.text.startswith(f"{said}\n")


def test_figures_that_a_word_document_sets_high_stand_high_in_the_text(tmp_path: Path) -> None:
    word = Word()
    paragraph = word.add_paragraph()
    for words, is_high in [("8 km", False), ("2", True), (" burned.", False), ("th", True)]:
        paragraph.add_run(words).font.superscript = is_high
    word.save(str(tmp_path / "report.docx"))
    [document] = documents(read(tmp_path), "report.docx")
    assert document.text == "8 km² burned.th"
