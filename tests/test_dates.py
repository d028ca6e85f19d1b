"""The date of a source: who is asked, in which order, and what counts as a date at all."""

from datetime import date, datetime
from itertools import product
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner, Result
from corpora import gather
from docx import Document as Word
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli import main
from briefgen.corpus import doubts
from briefgen.language.months import MONTHS
from briefgen.model import (
    Block,
    BlockKind,
    DatedBy,
    Document,
    Metadata,
    Outcome,
    Source,
    Verdict,
    Window,
)
from briefgen.read import read
from briefgen.read.assemble import assemble
from briefgen.read.dates import YEARS, dates
from briefgen.read.front_matter import FrontMatter
from briefgen.read.imprint import imprint
from briefgen.read.judgement import verdicts
from briefgen.read.markdown import read as markdown
from briefgen.read.text import blocks, document

REPORT = "The army left the town at dawn, and the fuel ran out before the week was over."
DAY = date(2025, 11, 4)


def text(written: str, declared: Metadata | None = None) -> Document:
    return document(Source("a.txt", "", b"", declared or Metadata()), written)


def questions(found: Document) -> tuple[str, ...]:
    return doubts(gather([Verdict(found.path, Outcome.READ, document=found)]).files, DAY)


def said(found: Document) -> list[str]:
    return [found.text[one.start : one.end] for one in found.blocks]


def left_out(found: Document) -> list[tuple[str, str]]:
    return [(one.reason, found.text[one.start : one.end]) for one in found.dropped]


# --- what a text says at its top -----------------------------------------------------------------

LINES = {
    "Published: 4 November 2025": "publication line",
    "Published November 4, 2025 10:15 am EST | 3 min read": "publication line",
    "As published on The Example on 04 November 2025": "publication line",
    "Posted by the desk, 2025-11-04": "publication line",
    "Updated: Nov 5, 2025 | Published: Nov 4, 2025": "update line",
    "Publié le 4 novembre 2025 à 10h32": "publication line",
    "Publicado el 4 de noviembre de 2025": "publication line",
    "Publicado em 4 de novembro de 2025": "publication line",
    "Veröffentlicht am 4. November 2025": "publication line",
    "By STAFF WRITER | Nov. 4, 2025": "byline",
    "By Desk Writer and Copy Editor – Tuesday, 4 November 2025": "byline",
    "Par Plume Anonyme, le mardi 4 novembre 2025": "byline",
    "Tuesday, November 4, 2025, 10:32 a.m. EST": "date line",
    "4 nov. 2025": "date line",
    "2025-11-04": "date line",
    "14/11/2025": "date line",
}


@pytest.mark.parametrize(("line", "reason"), LINES.items())
def test_a_line_about_the_text_gives_its_date_and_is_not_quoted(line: str, reason: str) -> None:
    found = text(f"A headline of four words\n{line}\n\n{REPORT}\n")
    assert found.metadata.published == (date(2025, 11, 14) if "14/" in line else DAY)
    assert found.dated_by is DatedBy.TEXT
    assert left_out(found) == [(reason, line)]
    assert said(found) == ["A headline of four words", REPORT]


DATELINES = {
    "ROTTERDAM, Nov 4, 2025 (Wire) - ": DAY,
    "LONDON, 4 November 2025 — ": DAY,
    "PARIS, mardi 4 novembre 2025 (Agence) – ": DAY,
    "Berlin, 4. November 2025 (dpa) – ": DAY,
    "New York, November 4, 2025 -- ": DAY,
    "LONDON, Tuesday, 4 November 2025 — ": DAY,
    "New Delhi  (CNN)": None,
    "(An Agency) -- ": None,
    "SÃO PAULO, 4 de novembro de 2025 - ": DAY,
    "BAMAKO — ": None,
    "Istanbul (CNN) -- ": None,
    "Tehran, Iran (CNN)": None,
    "ROTTERDAM, Oct 14 (Wire) - ": None,
}


@pytest.mark.parametrize(("opening", "day"), DATELINES.items())
def test_a_dateline_is_no_part_of_the_first_sentence(opening: str, day: date | None) -> None:
    found = text(f"A headline of four words\n\n{opening}{REPORT}\n")
    assert said(found) == ["A headline of four words", REPORT]
    assert left_out(found) == [("dateline", opening)]
    assert found.metadata.published == day


@pytest.mark.parametrize(
    "line",
    [
        "By then the town had fallen.",
        "By Monday Night Bamako Had No Fuel",
        "By 4 November 2025 the town had fallen.",
        "Officials posted 3,000 troops there on 4 November 2025.",
        "On 4 November 2025 the town fell.",
        "JNIM — Jama’at Nusrat al-Islam — has entered the town.",
        "NATO - which met on 4 November 2025 - agreed.",
        "Mali (pop. 20 million) is at war.",
        "MALI: the war goes on.",
        "May 2025 was the worst month of all.",
    ],
)
def test_what_reports_something_is_neither_date_nor_dateline(line: str) -> None:
    found = text(f"{line}\n\n{REPORT}\n")
    assert found.metadata.published is None and found.dropped == ()
    assert said(found) == [line, REPORT]


def test_a_date_further_down_says_nothing_of_the_text() -> None:
    found = text(f"{REPORT} {REPORT}\n\n4 November 2025\n\n{REPORT}\n")
    assert found.metadata.published is None and found.dropped == ()


def test_a_chronicle_is_not_dated_by_its_first_day() -> None:
    found = text("A diary\n3 November 2025\nIt rained here.\n4 November 2025\nIt rained there.\n")
    assert found.metadata.published is None and found.dropped == ()


def test_a_date_of_the_last_change_is_no_date_of_publication() -> None:
    found = text(f"Last updated 5 November 2025\n\n{REPORT}\n")
    assert found.metadata.published is None and said(found) == [REPORT]


def test_a_byline_names_the_author_but_not_the_staff() -> None:
    assert text(f"A headline\nBy Desk Writer\n\n{REPORT}").metadata.author == "Desk Writer"
    assert text(f"A headline\nBy Desk Writer | 2025-11-04\n\n{REPORT}").metadata.author
    assert text(f"A headline\nBy STAFF WRITER | 2025-11-04\n\n{REPORT}").metadata.author is None


def test_the_header_of_a_mail_gives_title_and_date_and_is_not_quoted() -> None:
    header = (
        "From: desk@example.org",
        "To: all@example.org",
        "Date: Tue, 4 Nov 2025 10:00:00 +0000",
        "Subject: The town falls",
    )
    found = text("\n".join([*header, "", REPORT]))
    assert (found.metadata.title, found.metadata.published) == ("The town falls", DAY)
    assert said(found) == [REPORT]
    assert [line for _, line in left_out(found)] == list(header)


@given(st.text(st.sampled_from("BAMAKO, Nov. 4 2025()-—\n:|by"), max_size=120))
def test_blocks_and_what_is_left_out_never_overlap(written: str) -> None:
    found = text(written)
    kept = [(one.start, one.end) for one in found.blocks]
    spans = sorted([*kept, *((one.start, one.end) for one in found.dropped)])
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges) and edges[-1:] <= [len(found.text)]
    assert all(start < end for start, end in spans)


BUSY = "By A;A, ;Aa ;1 ;(;( A;A-;Published on ;4 nov ;– ;Aa. ;PARIS, ;1.1.;A’;--;(CNN ;A.A-".split(
    ";"
)


@pytest.mark.parametrize("start", ["", "By Aa Bb ", "Published by ", "PARIS, "])
def test_no_line_keeps_the_patterns_busy(start: str) -> None:
    for one, other in product(BUSY, BUSY):
        line = (start + (one + other) * 200)[:200]
        began = process_time()
        imprint(line, (Block(BlockKind.PARAGRAPH, 0, len(line)),), ())
        assert process_time() - began < 0.5, (one, other)


DAYS = st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))

# --- what is a date ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("03/04/2025", "can be read in two ways"),
        ("3.4.2025", "can be read in two ways"),
        ("Oct 14", "has no year"),
        ("14 octobre", "has no year"),
        ("31 February 2025", "is no day of the calendar"),
        ("13/13/2025", "is no day of the calendar"),
    ],
)
def test_what_is_not_a_whole_date_leaves_a_text_undated_and_is_told(
    written: str, doubt: str
) -> None:
    found = text(f"A headline of four words\nPublished: {written}\n\n{REPORT}\n")
    assert (found.metadata.published, found.dated_by) == (None, None)
    assert found.doubts == (f"undated, for “{written}” {doubt}",)
    assert questions(found) == (f"a.txt: undated, for “{written}” {doubt}",)


@pytest.mark.parametrize("written", ["3 aprıl 2020", "3 ſept. 2020", "APRİL 3, 2020"])
def test_a_month_with_a_letter_of_another_alphabet_is_no_month(written: str) -> None:
    assert [one.day for one in dates(written)] == [None]
    assert text(f"Published: {written}\n\n{REPORT}").metadata.published is None


def test_a_doubt_is_dropped_where_somebody_else_tells_the_date() -> None:
    found = text(f"Published: 03/04/2025\n\n{REPORT}", Metadata(published=DAY))
    assert (found.metadata.published, found.doubts) == (DAY, ())


@given(DAYS, st.sampled_from(sorted(MONTHS)))
def test_a_date_with_the_name_of_its_month_is_read_in_every_language(day: date, name: str) -> None:
    month = MONTHS[name]
    number = min(day.day, 28)
    for written in (
        f"{number} {name} {day.year:04}",
        f"{number}. {name.capitalize()} {day.year:04}",
        f"{name.upper()}. {number}, {day.year:04}",
        f"{number} de {name} de {day.year:04}",
    ):
        assert [one.day for one in dates(written)] == [date(day.year, month, number)], written


@given(DAYS)
def test_a_date_in_digits_is_read_only_if_it_can_be_read_in_one_way(day: date) -> None:
    ambiguous = day.day <= 12 and day.day != day.month
    for written in (f"{day.day}/{day.month}/{day:%Y}", f"{day.month:02}-{day.day:02}-{day:%Y}"):
        written = written.replace(f"{day:%Y}", f"{day.year:04}")
        assert [one.day for one in dates(written)] == [None if ambiguous else day]
    assert [one.day for one in dates(day.isoformat())] == [day]


# --- who is asked --------------------------------------------------------------------------------


@pytest.mark.parametrize("known", range(1, 128))
def test_who_says_when_a_text_was_published_is_asked_in_the_order_of_trust(known: int) -> None:
    days = [date(2025, 11, day) if known & 1 << day - 1 else None for day in range(1, 8)]
    front = FrontMatter(Metadata(published=days[0]))
    address = f"https://a.example/{days[4]:%Y/%m/%d}/a" if days[4] else "https://a.example/"
    listed, page = Metadata(published=days[1], address=address), Metadata(published=days[2])
    top = f"Published: {days[3]}\n\n" if days[3] else ""
    written = f"{top}{REPORT}"
    source = Source(f"{days[5]}-a.txt" if days[5] else "a.txt", "", b"", listed)
    pieces = blocks(written)
    found = assemble(source, written, pieces, front, "", "", page=page, made=days[6])
    place = next(place for place, day in enumerate(days) if day)
    assert found.metadata.published == days[place]
    assert found.dated_by is list(DatedBy)[place]


def test_front_matter_and_the_text_below_it_are_told_apart() -> None:
    data = f"---\npublished: 2025-11-03\n---\n# Title\n\nPublished: 4 November 2025\n\n{REPORT}\n"
    found = markdown(Source("a.md", "", data.encode()))
    assert (found.metadata.published, found.dated_by) == (
        date(2025, 11, 3),
        DatedBy.FRONT_MATTER,
    )
    assert said(found) == ["Title", REPORT]


# --- doubts and windows --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "doubt"),
    [
        (date(2025, 11, 5), "dated 2025-11-05, which is after 2025-11-04 (sources.yaml)"),
        (date(1989, 12, 31), "dated 1989-12-31, which is before 1990 (sources.yaml)"),
        (DAY, None),
        (date(1990, 1, 1), None),
    ],
)
def test_a_date_after_the_issue_or_before_1990_is_questioned(day: date, doubt: str | None) -> None:
    found = text(REPORT, Metadata(published=day))
    assert questions(found) == ((f"a.txt: {doubt}",) if doubt else ())


def dated(path: str, day: date | None) -> Verdict:
    written = f"{path} tells how the army left the town."
    source = Source(path, "", b"", Metadata(published=day))
    return Verdict(path, Outcome.READ, document=document(source, written))


@pytest.mark.parametrize(
    ("window", "left"),
    [
        (Window(), "abcd"),
        (Window(since=date(2025, 11, 4)), "bcd"),
        (Window(until=date(2025, 11, 4)), "abd"),
        (Window(date(2025, 11, 4), date(2025, 11, 4)), "bd"),
        (Window(date(2026, 1, 1)), "d"),
    ],
)
def test_a_window_keeps_what_is_dated_in_it_and_what_is_undated(window: Window, left: str) -> None:
    days = [date(2025, 11, 3), date(2025, 11, 4), date(2025, 11, 5), None]
    verdicts = [dated(path, day) for path, day in zip("abcd", days, strict=True)]
    corpus = gather(verdicts, window)
    assert "".join(one.path for one in corpus.profiles) == left
    outside = [one for one in corpus.files if one.outcome is Outcome.OUTSIDE]
    assert {one.path for one in outside} == set("abcd") - set(left)
    assert all(one.reason.startswith("dated 2025-11-0") for one in outside)


def test_with_nothing_in_the_window_every_text_is_outside() -> None:
    corpus = gather([dated("a", DAY)], Window(since=date(2026, 1, 1)))
    assert [file.outcome for file in corpus.files] == [Outcome.OUTSIDE]


# --- the command line ----------------------------------------------------------------------------

CONFIGURATION = """
title: A brief
tlp: TLP:CLEAR
formats: [md]
themes:
  - id: war
    title: War
    keywords: [army, fuel]
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "briefgen.yaml").write_text(CONFIGURATION, "utf-8")
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    for name, top in (
        ("before.txt", "Published: 2 November 2025"),
        ("inside.txt", "Published: 4 November 2025"),
        ("undated.txt", "Published: 03/04/2025"),
        ("later.txt", "Published: 10 November 2035"),
    ):
        words = f"{top}\n\nThe army in {name} left the town at dawn because fuel ran out.\n"
        (tmp_path / "seeds" / name).write_text(words, "utf-8")
    return tmp_path


def build(*words: str) -> Result:
    return CliRunner().invoke(main, ["build", *words])


def outcomes(folder: Path) -> dict[str, str]:
    import json

    ledger = json.loads((folder / "brief.json").read_bytes())
    return {one["path"]: one["outcome"] for one in ledger["inputs"]["files"]}


def test_a_week_builds_that_weeks_issue_as_of_its_sunday(desk: Path) -> None:
    done = build("--week", "2025-W45")
    assert done.exit_code == 0, done.stderr
    issue = desk / "output" / "2025-W45"
    assert "Issue 2025-W45 · 9 November 2025" in (issue / "brief.md").read_text("utf-8")
    assert outcomes(issue) == {
        "before.txt": "outside",
        "inside.txt": "read",
        "later.txt": "later",
        "undated.txt": "undated",
    }
    assert done.stderr == (
        "briefgen: 4 texts: 1 sentence from 1; 1 left out as undated (undated.txt); 1 dated after"
        " the issue (later.txt); 1 not dated from 2025-11-03 to 2025-11-09\n"
    )


def test_doubts_are_told_and_kept_in_the_ledger(desk: Path) -> None:
    import json

    config = desk / "briefgen.yaml"
    config.write_text(config.read_text("utf-8") + "undated: keep\n", "utf-8")
    done = build("--date", "2025-11-09", "--since", "2025-11-04")
    assert done.exit_code == 0
    ledger = json.loads((desk / "output" / "2025-W45" / "brief.json").read_bytes())
    assert ledger["inputs"]["window"] == {"since": "2025-11-04", "until": "2025-11-09"}
    assert ledger["inputs"]["doubts"] == [
        "undated.txt: undated, for “03/04/2025” can be read in two ways",
    ]
    assert done.stderr.splitlines()[1:] == [
        f"briefgen: {doubt}" for doubt in ledger["inputs"]["doubts"]
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["--week", "2025-45"],
            "an ISO 8601 week, such as 2026-W47, found 2025-45",
        ),
        (
            ["--week", "2025-W53"],
            "an ISO 8601 week, such as 2026-W47, found 2025-W53",
        ),
        (
            ["--week", "9999-W52"],
            "an ISO 8601 week, such as 2026-W47, found 9999-W52",
        ),
        (
            ["--week", "2025-W45", "--since", "2025-11-04"],
            "--week cannot stand beside --since or --until",
        ),
        (["--week", "2025-W45", "--date", "2025-11-10"], "in it, 2025-11-03 to 2025-11-09, found"),
        (["--week", "2999-W01"], "expected the day of the issue in it, 2998-12-31 to 2999-01-06"),
        (["--since", "2025-11-05", "--until", "2025-11-04"], "expected a day up to --until"),
    ],
)
def test_days_that_cannot_be_are_refused(desk: Path, words: list[str], told: str) -> None:
    done = build(*words)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not (desk / "output").exists()


def test_the_texts_of_the_sample_are_dated_by_the_listing_as_by_themselves(tmp_path: Path) -> None:
    seeds = Path(__file__).resolve().parent.parent / "seeds"
    listed = {one.path: one.document for one in read(seeds)}
    for path in seeds.glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for one in read(tmp_path):
        known = listed[one.path]
        assert one.document and known
        assert one.document.metadata.published == known.metadata.published


# --- what sources and builds say of days -----------------------------------------------------

PARAGRAPH = "The harbour authority shut the container port on Monday after a fire in the sheds."


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        (
            "a.csv",
            f"text,date\n{PARAGRAPH} One.,3/4/2026\n{PARAGRAPH} Two.,8/20/2026\n",
            [["“3/4/2026” is read month first, as the other dates of the column are"], []],
        ),
        (
            "a.csv",
            f"text,date\n{PARAGRAPH} One.,3/4/2026\n{PARAGRAPH} Two.,5/6/2026\n",
            [
                ["undated, for “3/4/2026” can be read in two ways"],
                ["undated, for “5/6/2026” can be read in two ways"],
            ],
        ),
        (
            "a.csv",
            f"text,seen_date\n{PARAGRAPH},2026-03-04\n",
            [
                [
                    "undated, for no column is known to have the day; if “seen_date” has, say"
                    " columns: {published: seen_date} in sources.yaml"
                ]
            ],
        ),
        (
            "a.jsonl",
            f'{{"text": "{PARAGRAPH}", "date": "soon"}}',
            [["undated, for “soon” is no whole date"]],
        ),
        (
            "a.rss",
            "<rss version='2.0'><channel><title>F</title>"
            f"<item><guid>1</guid><pubDate>3/4/2026</pubDate><description>{PARAGRAPH}</description>"
            f"</item><item><guid>2</guid><pubDate>20/4/2026</pubDate><description>Two. {PARAGRAPH}"
            "</description></item></channel></rss>",
            [["“3/4/2026” is read day first, as the other dates of the feed are"], []],
        ),
        (
            "a.eml",
            f"From: Desk <d@a.example>\nSubject: Port\nDate: sometime\n\n{PARAGRAPH}\n",
            [["undated, for “sometime” is no whole date"]],
        ),
        (
            "a.txt",
            f"Port\n\nPublished: 3/4/2026\nUpdated: 25/4/2026\nBy A. Feder\n\n{PARAGRAPH}\n",
            [["“3/4/2026” is read day first, as the other dates of the text are"]],
        ),
        (
            "a.txt",
            f"Port\n\nLast updated: 4 March 2026\n\n{PARAGRAPH}\n",
            [["undated, for the text gives the day of its last change only"]],
        ),
        (
            "a.txt",
            f"Regatta\n\nDate: 4 March 2026\n\nVenue: the port\n\n{PARAGRAPH}\n",
            [["undated, for 2026-03-04 stands beside a place, as the day of an event does"]],
        ),
        (
            "a.md",
            f"---\ntitle: Port\nevent_date: 2026-03-04\n---\n{PARAGRAPH}\n",
            [
                [
                    "undated, for front matter, line 3: event_date is no key for the day of"
                    " publication; say published"
                ]
            ],
        ),
        (
            "2026-03-01_2026-03-07.txt",
            PARAGRAPH,
            [["undated, for 2026-03-01 and 2026-03-07 both stand in its name"]],
        ),
        (
            "agenda-2026-03-04.txt",
            PARAGRAPH,
            [["undated, for 2026-03-04 in its name is the day of an event"]],
        ),
        (
            "03.04.2026 port.txt",
            PARAGRAPH,
            [["undated, for “03.04.2026” can be read in two ways"]],
        ),
        (
            "2026-03-04-port.txt",
            f"Published: 3/4/2026\n\n{PARAGRAPH}",
            [["“3/4/2026” can be read in two ways"]],
        ),
        ("2026-03-04-port.txt", f"Published: 9 March 2026\n\n{PARAGRAPH}", [[]]),
    ],
)
def test_what_is_undecided_or_rests_on_others_is_told(
    name: str, written: str, told: list[list[str]]
) -> None:
    found = [one.document for one in verdicts(Source(name, "", written.encode()))]
    assert [list(one.doubts) for one in found if one] == told


def test_a_word_document_is_dated_by_its_text_before_its_properties(tmp_path: Path) -> None:
    for top, day, by in (
        ("Published: 4 March 2026", date(2026, 3, 4), DatedBy.TEXT),
        ("The port", date(2026, 3, 9), DatedBy.PROPERTIES),
    ):
        word = Word()
        word.core_properties.modified = datetime(2026, 3, 9, 12)
        for words in ("The harbour is shut", top, PARAGRAPH):
            word.add_paragraph(words)
        word.save(str(tmp_path / "a.docx"))
        [one] = read(tmp_path)
        assert one.document and one.document.metadata.published == day
        assert one.document.dated_by is by
