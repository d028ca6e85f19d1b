"""What a check of the themes finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeywordCheck:
    """In how many sentences and documents a keyword stands whole.

    If in none, `words` says how many sentences have each of its words, and `near` what phrases
    of the corpus are like it.
    """

    phrase: str
    weight: float
    sentences: int
    documents: int
    words: tuple[tuple[str, int], ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExclusionCheck:
    """How many of the sentences that a build would consider an exclusion strikes out."""

    phrase: str
    struck: int
    of: int


@dataclass(frozen=True, slots=True)
class ThemeCheck:
    """What a theme catches: sentences with a keyword whole, and their documents.

    `considered` is what a build weighs for it, as much for being like the keywords as for having
    one; of it `quotable` stands alone and within the word limit, and `leaning` only after the
    sentence before. `source` is the path of the document that most of it is from, and
    `source_share` its share of the considered.
    """

    id: str
    title: str
    sentences: int
    documents: int
    share: float
    considered: int
    quotable: int
    leaning: int
    source: str
    source_share: float
    keywords: tuple[KeywordCheck, ...]
    exclusions: tuple[ExclusionCheck, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two themes, the sentences both catch, their share of each, and the keywords most to blame.

    `keywords` are pairs of one of each theme, with the sentences that have both.
    """

    themes: tuple[str, str]
    sentences: int
    shares: tuple[float, float]
    keywords: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """What no theme catches, and the phrases that speak for it rather than for what is caught."""

    sentences: int
    share: float
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """How a project's themes fit its texts."""

    sentences: int
    documents: int
    themes: tuple[ThemeCheck, ...]
    overlaps: tuple[Overlap, ...]
    rest: Rest

    @property
    def idle(self) -> tuple[str, ...]:
        """The keywords that stand nowhere whole."""
        every = [one for theme in self.themes for one in theme.keywords]
        return tuple(one.phrase for one in every if not one.sentences)
