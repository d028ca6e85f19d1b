"""English, in tables."""

import re

from briefgen.language.english import openings
from briefgen.language.english.abbreviations import ABBREVIATIONS, NUMBERED, TITLES
from briefgen.language.english.cues import CUES
from briefgen.language.english.definites import DEFINITES
from briefgen.language.english.nations import NATIONS
from briefgen.language.english.stop_words import STOP_WORDS
from briefgen.language.english.suffixes import SUFFIXES
from briefgen.language.english.topicless import ARTICLES, LINKS, TOPICLESS
from briefgen.language.patterns import capital
from briefgen.language.short_words import SHORT_WORDS
from briefgen.language.table import TERM, Language

ENGLISH = Language(
    tag="en",
    name="English",
    stop_words=STOP_WORDS,
    spelt_out=(  # letters first: they are found fast
        (re.compile(r"U([KNS])(?<!\wU\w)(?:(?<=S)A)?\b"), r"U.\1."),
        (re.compile(r"EU(?<!\wEU)\b"), "E.U."),
    ),
    stemmer="english",
    suffixes=SUFFIXES,
    families=NATIONS,
    token=re.compile(rf"{TERM}|[a-z]\.(?:[a-z]\.)+"),  # an initialism keeps its stops: `u.s.`
    abbreviations=ABBREVIATIONS,
    numbered=NUMBERED,
    titles=TITLES,
    short_words=SHORT_WORDS["en"] | {one for family in NATIONS for one in family},
    backward=openings.BACKWARD,
    early_pronoun=openings.EARLY_PRONOUN,
    no_antecedent=openings.NO_ANTECEDENT,
    spoken_by_pronoun=openings.SPOKEN_BY_PRONOUN,
    bare_surname=openings.BARE_SURNAME,
    opening_surname=openings.OPENING_SURNAME,
    first_person=openings.FIRST_PERSON,
    small_beginnings=openings.SMALL_BEGINNINGS,
    judgement=openings.JUDGEMENT,
    definites=DEFINITES,
    cues=CUES,
    hedges=openings.HEDGES,
    links=LINKS,
    articles=ARTICLES,
    topicless=TOPICLESS,
    reports=openings.REPORTS,
    capital=capital("A-Z"),
    quoted=re.compile(r"[\"“][^\"“”]*[\"”]"),
    pairs=(("“", "”"), ("(", ")"), ("[", "]"), ("«", "»")),
    closers="\"'”’»)]",
)
"""English is not stemmed: measured in ranking, stems were no gain."""
