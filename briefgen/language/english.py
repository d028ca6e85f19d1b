"""English, in tables: words that carry no topic, openings that lean on what went before."""

import re

ABBREVIATED_NAMES = ((re.compile(r"\bUSA?\b"), "U.S."),)

STOP_WORDS = frozenset(
    """
    a about above across after afterwards again against ago all almost alone along already also
    although always am amid among an and another any anyone anything are aren around as at away
    back be became because become becomes been before behind being below beside besides between
    beyond both but by can cannot could couldn did didn do does doesn doing don done down during
    each either else enough even ever every everyone everything few for from further had hadn has
    hasn have haven having he hence her here hers herself him himself his how however if in indeed
    instead into is isn it its itself just least less let like likely ll made make makes many may
    me meanwhile might mine more moreover most mostly mr mrs ms much must my myself neither never
    nevertheless next no nobody none nor not nothing now of off often on once one only onto or
    other others otherwise our ours ourselves out over own per perhaps quite rather re really
    same say saying says said seem seemed seems several she should shouldn since so some someone
    something sometimes still such than that the their theirs them themselves then there thereby
    therefore these they this those though through throughout thus to together told tells tell
    too toward towards under until up upon us ve very via was wasn we well were weren what
    whatever when where whereas whether which while who whoever whole whom whose why will with
    within without won would wouldn yet you your yours yourself
    """.split()
)

# --- sentences that lean on what went before -----------------------------------------------


def _words(words: str) -> str:
    """Return a pattern for any of the `words`."""
    return f"(?:{'|'.join(words.split())})"


def _phrases(phrases: str) -> str:
    """Return a verbose pattern for any of the `phrases`, one on each line."""
    lines = (" ".join(line.split()) for line in phrases.strip().splitlines())
    return f"(?:{'|'.join(line.replace(' ', '[ ]') for line in lines)})"


_QUOTE = "[\"'“‘(\\[]*"

_PRONOUNS = _words("he she they them his her hers their theirs its this that these those such both")

_OTHERS = _phrases(
    """
    neither
    others?
    another
    even (?:an)?other
    one (?:is|was|has|would)
    all (?:two|three|four|five|six|of (?:them|this))
    a similar
    (?:there|nearby)(?=,)
    as (?:mentioned|noted|reported|described) (?:above|earlier|before)
    (?:under|in|with|by) the (?:deal|agreement|plan|same)
    """
)

_EXPLETIVE = r"""it\ (?:is|was|remains?|seems?|appears?|became|would\ be|will\ be)\ (?:\w+\ ){1,4}
    (?:if|whether|that|to|how|who|what|why|when)\b"""
"""`It is not clear if`: a pronoun that stands for nothing."""

_CONNECTIVES = _words(
    """
    however instead moreover furthermore additionally also indeed thus therefore hence then yet
    but and or so nor besides consequently accordingly nonetheless nevertheless meanwhile likewise
    similarly conversely otherwise still rather later earlier afterwards? subsequently eventually
    finally lastly firstly secondly thirdly worse here
    """
)

_TURNS = _phrases(
    """
    in addition
    (?:in|by) contrast
    on the (?:other hand|contrary|one hand)
    as (?:a result|such|noted)
    for (?:example|instance|now)
    in (?:other words|turn|fact|particular|short|response)
    at the (?:same )?time
    at that time
    (?:since|until|by|back) then
    (?:after|before) that
    even (?:so|then)
    that said
    more (?:recently|importantly)
    of course
    what is more
    worse still
    to th(?:is|at) end
    the same
    along with it
    """
)

_TIMES = _words("year month week morning weekend summer winter spring autumn fall decade century")

_INSERTED = _phrases(
    """
    however
    though
    therefore
    meanwhile
    too
    moreover
    instead
    in turn
    by contrast
    """
)

_MONTHS = _words(
    "January February March April May June July August September October November December"
)

_WHEN = rf"""(?:(?:In|Since|By|On|During|After|For|Until|Last|Late|Early)[ ]
    (?:[^,A-Z]|{_MONTHS}){{1,40}},\ )?"""

_ADJECTIVES = _words("new current latest recent same other militant armed")

_ANAPHORS = _words(
    """
    groups? movement organi[sz]ation site outlet reports? statement study survey document article
    piece authors? researchers? experts? analysts? officials? diplomats? columnist sources? move
    decision trend shift exodus escalation disparity pattern approach alternative option
    development scenarios? takeover latter former two three four pair duo incidents? ambush answer
    victims? attackers? men women solution reason result risks? comments? remarks? findings?
    agreement deal plan proposal
    bloc
    """
)

_INTRODUCED = _words("of that who which for between behind against in on to from with [A-ZÀ-Þ]\\S*")


def _opening(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"^{_QUOTE}(?:{pattern})", flags | re.VERBOSE)


BACKWARD: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "opens with a pronoun for something said before",
        _opening(rf"(?!{_EXPLETIVE}|those\ who\b)(?:{_PRONOUNS}|{_OTHERS}|it)\b"),
    ),
    (
        "opens with a word that continues what went before",
        _opening(rf"{_CONNECTIVES}\b(?!\ (?:than|to)\b)|{_TURNS}\b(?!\ (?:of|to|as|that|when)\b)"),
    ),
    (
        "takes up something said before",
        _opening(
            rf"""(?:[\w’'-]+,?\ ){{1,7}}
            (?:(?<!at\ )this(?!\ {_TIMES}\b)|these|those(?!\ who\b)|such(?!\ as\b))\b
            |[^,.]{{1,40}},\ {_INSERTED},
            |(?:[\w’'-]+\ ){{1,5}}(?:similarly|likewise)\b"""
        ),
    ),
    (
        "counts on from something said before",
        _opening(
            r"""(?:an?|the|his|its|their)\ (?:second|third|fourth|fifth|last|other|further)\b
            (?!\ (?:of|time\ in|largest|biggest|world)\b)
            |(?:second|third|fourth),\ """
        ),
    ),
    (
        "names something by a word that needs its introduction",
        _opening(
            rf"{_WHEN}[Tt]he\ (?:{_ADJECTIVES}\ )?{_ANAPHORS}(?:[’']s?)?\b(?!\ {_INTRODUCED})",
            re.NOFLAG,
        ),
    ),
)
"""Openings that cannot be understood alone, with what is wrong with them."""

EARLY_PRONOUN = re.compile(
    r"^(?P<before>(?:[\w’'\"“-]+,? ){1,5})(?P<pronoun>he|she|it|they|him|them|his|her|its|their)\b"
)
"""A pronoun among the first words; it dangles unless what it stands for comes before or soon."""

NO_ANTECEDENT = re.compile(
    rf"""\w+ly|\d+|despite|recently|today|yesterday|tonight|amid|according|(?:year|month|week|day|time)s?
    |{_MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day""",
    re.IGNORECASE | re.VERBOSE,
)
"""Content words that a pronoun does not stand for."""

_SAID = _words(
    """
    say argue warn believe think agree note explain write predict claim
    said says told tells adds added warns warned notes noted explains explained argues argued
    writes wrote believes believed thinks agrees agreed concludes concluded stressed stresses
    predicts predicted observed observes highlighted highlights claimed claims
    """
)

SPOKEN_BY_PRONOUN = re.compile(
    rf"\b(?:he|she|they) (?:also |further |later |then )?{_SAID}\b|\b{_SAID} (?:he|she|they)\b"
)
"""Speech whose speaker is only a pronoun."""

BARE_SURNAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mme|Messrs)\.? (?:de |van |von |al-|el-)?[A-ZÀ-Þ][\w’-]+(?! [A-Z])"
)
"""A person called by a surname, as is done after the introduction."""

SURNAME_SPEAKS = re.compile(rf"^([A-ZÀ-Þ][a-zß-ÿ]+) {_SAID}\b")
"""An opening that may be a surname, if somebody of that name is introduced elsewhere."""

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|ours|us|[Mm]y|mine|myself|ourselves)\b")
"""The author speaking of himself, when it stands outside quotation marks."""

SMALL_BEGINNINGS = re.compile(r"(?:al|el|as|ad|an)-[A-Z]|[a-z][A-Z]")
"""Names that begin small and may open a sentence."""

HEDGES = re.compile(
    r"\b"
    + _words(
        """
        may might could would likely unlikely possibly probably reportedly allegedly appears?
        seems? suggests? assess(?:es|ed)?
        """
    )
    + r"\b",
    re.IGNORECASE,
)
"""Words of likelihood and doubt."""
