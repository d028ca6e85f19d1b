"""Briefs of any length made from a number, for tests of what the pages look like.

Words, outlets and titles are invented; what matters is that lines end everywhere: after short
words and long ones, hyphens, slashes, brackets, quotation marks and numbers.
"""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from briefgen.corpus import profile
from briefgen.model import (
    Brief,
    Candidate,
    Citation,
    Document,
    Limits,
    Metadata,
    Section,
    Sentence,
    Settings,
    Statement,
    Theme,
    Tlp,
)
from briefgen.render import render

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
SETTINGS = Settings(
    path=Path("briefgen.yaml"), sha256="", series="", title="", organisation="", tlp=Tlp.GREEN,
    sources=Path("seeds"), output=Path("output"), templates=(TEMPLATES,),
    formats=("pdf",), page="A4", limits=Limits(), themes=(),
)  # fmt: skip

MARGINS = "28mm 36mm 27mm"
"""Above, at either side and below, as brief.css has them."""

MILLIMETRE = 72 / 25.4
"""In points."""

_WORDS = (
    "a an the of to in on at by for from with and or but as its their no not all both this that was"
    " were has have been will can could ship ships port quay pier ferry crew harbour dredger pilot"
    " pilots master tide tides weather signal channel coast guard cargo grain timber containers"
    " customs officials inspectors insurers underwriters shareholders authorities representatives"
    " stalled sailed berthed anchored collided unloaded rerouted reported announced investigated"
    " acknowledged commissioned refrigerated notwithstanding transshipment internationalisation"
    " north-east state-owned deep-water roll-on/roll-off and/or 24/7 VHF/AIS (VTS) (Norvik) (Ålvik)"
    " “Saint Brendan” “Aurora” Norvik’s Skarnes’s Ålvik Østerhamn Łódka Málaga 7 12 31 2,400"
    " 740,000 3.5 €12m 45% N-2026-20316 MMSI-219018271 Berth-14B 18:30 UTC+2 Mr. Dr. v. No. 9"
).split()

_OUTLETS = (
    "The Harbour Gazette", "Coast & Strait", "Lloyd-like Lists of Norvik and the Northern Isles",
    "Port Desk", "Ferry Watch Weekly", "",
)  # fmt: skip


def printed(brief: Brief, settings: Settings = SETTINGS) -> bytes:
    """Return the PDF of `brief`."""
    (pdf,) = render(brief, replace(settings, formats=("pdf",)))
    return pdf.data


def looks(folder: Path, old: str, new: str) -> Settings:
    """Return settings whose brief.css, which is put into `folder`, says `new` instead of `old`."""
    style = (TEMPLATES / "brief.css").read_text("utf-8")
    assert style.count(old) == 1, old
    (folder / "brief.css").write_text(style.replace(old, new), "utf-8")
    return replace(SETTINGS, templates=(folder, TEMPLATES))


def made_brief(seed: int, themes: int = 4, sources: int = 7) -> Brief:
    """Return the brief that belongs to `seed`, with one source in five in German."""
    chance = Random(seed)
    topics = [
        Theme(f"t{number}", _words(chance, 2, 5).title(), ()) for number in range(1, themes + 1)
    ]
    sections = tuple(_section(chance, topic, sources) for topic in topics)
    return Brief(
        series="Coast Weekly",
        title="The Coast This Week",
        organisation="Port Desk",
        tlp=chance.choice(list(Tlp)),
        as_of=date(2026, 11, 21),
        bottom_line=tuple(section.bottom_line for section in sections if section.bottom_line),
        sections=sections,
        citations=tuple(_citation(chance, number) for number in range(1, sources + 1)),
    )


def brief_of(text: str, *addresses: str) -> Brief:
    """Return a brief with `text` wherever a user's or a source's words stand.

    There is a source for each of `addresses`; the first is quoted in the bottom line, all below it.
    """
    theme = Theme("t", text, ())
    lines = tuple(_statement(text, theme, number) for number in range(1, len(addresses) + 1))
    documents = [
        Document(
            text, "0" * 64, Metadata(publisher=text, title=text, author=text, address=address),
            "", (), (), "txt",
        )
        for address in addresses
    ]  # fmt: skip
    return Brief(
        series=text,
        title=text,
        organisation=text,
        tlp=Tlp.AMBER_STRICT,
        as_of=date(2026, 11, 21),
        bottom_line=lines[:1],
        sections=(Section(theme, lines[0], (lines,)),),
        citations=tuple(
            Citation(number, profile(document), (text,))
            for number, document in enumerate(documents, 1)
        ),
    )


def _section(chance: Random, theme: Theme, sources: int) -> Section:
    def statement() -> Statement:
        text = _words(chance, 6, 40)
        return _statement(f"{text[0].upper()}{text[1:]}.", theme, chance.randint(1, sources))

    paragraphs = tuple(
        tuple(statement() for _ in range(chance.randint(1, 5))) for _ in range(chance.randint(1, 3))
    )
    return Section(theme, statement(), paragraphs)


def _statement(text: str, theme: Theme, citation: int) -> Statement:
    sentence = Sentence(text, "a.txt", 0, 0, 0, len(text))
    return Statement(sentence, citation, Candidate(sentence, theme.id, 1.0, {}, ()))


def _citation(chance: Random, number: int) -> Citation:
    title = _words(chance, 3, 14).title()
    day = date(2026, 11, 21) - timedelta(days=chance.randint(0, 200))
    known = Metadata(
        publisher=chance.choice(_OUTLETS) or None,
        title=chance.choice([title, title, title, None]),
        author=chance.choice([None, "Staff reporter", "A. Lund and J. Brandt-Sørensen"]),
        address=chance.choice([None, "https://www.harbour-gazette.example/2026/11/a"]),
        published=chance.choice([None, day, day]),
        retrieved=chance.choice([None, None, date(2026, 11, 20)]),
    )
    document = Document(f"wire/{chance.randint(1, 999):03}.txt", "0" * 64, known, "", (), (), "txt")
    language = chance.choice(["de", "en", "en", "en", "en"])
    return Citation(number, replace(profile(document), language=language))


def _words(chance: Random, fewest: int, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(fewest, most)))
