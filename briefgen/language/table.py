"""The noun `Language`: everything about a language that the stages may ask, as data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.language.cues import Cues
from briefgen.language.definites import NONE_TAKEN_UP, Definites

NEVER = re.compile(r"(?!)")
"""A pattern that nothing fits: what a language has no rule for."""

TERM = r"\w\w+"
"""A term: a run of two or more word characters."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its tag (BCP 47), English name and tables; what is left out claims nothing.

    To find terms: `letters` is what `str.translate` does first, `spelt_out` what is written in
    another way before letter case goes, `token` what a term is, `stemmer` the Snowball algorithm.
    None of these, nor what weighs, reaches from one word over a space into the next. With
    `suffixes`, terms are no stems: each form stands for itself, and who asks for one asks for all
    that has the same stem, with any of them. `families` are words that count as forms of one
    though their stems differ, as `Mali` and `Malian`. An `article` and `particles` are
    written on to the word that they stand before.

    To split: `abbreviations` end no sentence, and `missed` is where one ends all the same;
    `numbered` end none before a number, `titles`, with their capital, none before a name, and
    `opens` is the opening of a sentence that ends in an abbreviation. `short_words` of up to five
    letters are no abbreviations; `small_beginnings` are names that begin small and may open a
    sentence. With `ordinals`, a small number and a stop is one, as in `3. Oktober`.

    To judge whether a sentence stands alone: `backward` are openings that lean on what went
    before, each with what is wrong with it; `early_pronoun` has the groups `before` and `pronoun`;
    `quoted` is a whole quotation, `pairs` what opens and what closes, as often as the other, and
    `closers` may follow a stop. `wordiness` is how many words say what one of English does, by the
    Universal Declaration of Human Rights, where they are fewer.

    `definites` take up what was named before, `judgement` is how an analyst says what he holds for
    true, and `cues` tell talk about the text from events.

    To name what texts are about: `links` are small words that a phrase may hold, as in `blockade of
    Bamako`, `articles` words straight after which a noun stands or what qualifies one, where that
    tells nouns from verbs, and `topicless` content words of times, counts and talk.

    To weigh: `hedges` are words of likelihood and doubt, `reports` those that name who said it, and
    `first_person` those in which someone speaks of himself.

    `capital` is how a capitalised word begins, or None where capitals say nothing of names;
    `furniture` has, by the reason, phrases in the notation of `briefgen.read.phrases`.
    """

    tag: str
    name: str
    stop_words: frozenset[str] = frozenset()
    spelt_out: tuple[tuple[re.Pattern[str], str], ...] = ()
    letters: dict[int, str | None] = field(default_factory=dict)
    token: re.Pattern[str] = re.compile(TERM)
    stemmer: str = ""
    article: str = ""
    particles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    families: tuple[tuple[str, ...], ...] = ()
    abbreviations: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    short_words: frozenset[str] = frozenset()
    opens: re.Pattern[str] = NEVER
    missed: re.Pattern[str] = NEVER
    ordinals: bool = False
    backward: tuple[tuple[str, re.Pattern[str]], ...] = ()
    early_pronoun: re.Pattern[str] = NEVER
    no_antecedent: re.Pattern[str] = NEVER
    spoken_by_pronoun: re.Pattern[str] = NEVER
    bare_surname: re.Pattern[str] = NEVER
    opening_surname: re.Pattern[str] = NEVER
    first_person: re.Pattern[str] = NEVER
    small_beginnings: re.Pattern[str] = NEVER
    judgement: re.Pattern[str] = NEVER
    definites: Definites = NONE_TAKEN_UP
    cues: Cues = field(default_factory=dict)
    hedges: re.Pattern[str] = NEVER
    links: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    topicless: frozenset[str] = frozenset()
    reports: re.Pattern[str] = NEVER
    capital: re.Pattern[str] | None = None
    quoted: re.Pattern[str] = re.compile(r"\"[^\"]*\"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»")
    pairs: tuple[tuple[str, str], ...] = (("(", ")"), ("[", "]"))
    closers: str = "\"'”’»)]“« "
    wordiness: float = 1.0
    right_to_left: bool = False
    furniture: Mapping[str, str] = field(default_factory=dict)
