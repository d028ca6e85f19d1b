"""English openings that lean on what went before, and other marks of a sentence's voice."""

import re
from functools import partial

from briefgen.language.patterns import (
    CONTINUES,
    COUNTS_ON,
    INTRODUCED,
    PRONOUN,
    TAKES_UP,
    any_phrase,
    any_word,
    opening,
    small_names,
    words_in,
)

_QUOTE = "[\"'“‘(\\[]*"

_PRONOUNS = any_word(
    "he she they them his her hers their theirs its this that these those such both"
)

_OTHERS = any_phrase(
    r"""
    neither
    others?
    another
    even (?:an)?other
    one (?:is|was|has|would)
    (?:two|three|four|five|six|seven|eight|nine|ten|most|several|none) (?:are|were|have|had|was)
    all (?:two|three|four|five|six|of (?:them|this))
    (?:\w+|\d[\d,.]*) of (?:them|these|those)\b(?! who)
    a similar
    (?:there|nearby)(?=,)
    as (?:mentioned|noted|reported|described) (?:above|earlier|before)
    (?:under|in|with|by) the (?:deal|agreement|plan|same)
    """
)

_EXPLETIVE = r"""it\ (?:is|was|remains?|seems?|appears?|became|would\ be|will\ be)\ (?:\w+\ ){1,4}
    (?:if|whether|that|to|how|who|what|why|when)\b"""
"""`It is not clear if`: a pronoun that stands for nothing."""

_CONNECTIVES = any_word(
    """
    however instead moreover furthermore additionally also indeed thus therefore hence then yet
    but and or so nor besides consequently accordingly nonetheless nevertheless meanwhile likewise
    similarly conversely otherwise still rather later earlier afterwards? subsequently eventually
    finally lastly firstly secondly thirdly worse here
    """
)

_TURNS = any_phrase(
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

_TIMES = any_word("year month week morning weekend summer winter spring autumn fall decade century")

_INSERTED = any_phrase(
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

_MONTHS = any_word(
    "January February March April May June July August September October November December"
)

_WHEN = rf"""(?:(?:In|Since|By|On|During|After|For|Until|Last|Late|Early)[ ]
    (?:[^,A-Z]|{_MONTHS}){{1,40}},\ )?"""

_ADJECTIVES = any_word("new current latest recent same other militant armed")

_ANAPHORS = any_word(
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

_LANDS = r"(?:[a-z-]+\ ){0,2}(?:country|nation|kingdom|republic|island|archipelago)"

_INTRODUCED = any_word(
    "of that who which for between behind against in on to from with [A-ZÀ-Þ]\\S*"
)


_opens = partial(opening, quote=_QUOTE)

BACKWARD: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        PRONOUN,
        _opens(
            rf"""(?!{_EXPLETIVE}|those\ who\b|both\ (?:[\w’'-]+\ ){{1,5}}and\b)
            (?:{_PRONOUNS}|{_OTHERS}|it)\b"""
        ),
    ),
    (
        CONTINUES,
        _opens(rf"{_CONNECTIVES}\b(?!\ (?:than|to)\b)|{_TURNS}\b(?!\ (?:of|to|as|that|when)\b)"),
    ),
    (
        TAKES_UP,
        _opens(
            rf"""(?:[\w’'-]+,?\ ){{1,7}}
            (?:(?<!at\ )this(?!\ {_TIMES}\b)|these|those(?!\ who\b)|such(?!\ as\b))\b
            |[^,.]{{1,40}},\ {_INSERTED},
            |(?:[\w’'-]+\ ){{1,5}}(?:similarly|likewise)\b
            |(?:[^\s,.]+\ ){{1,8}}?(?:also|additionally|further|likewise)\ (?:noted|said|says|stated
            |reported|added|claimed|told|warned|confirmed|announced|emphasi[sz]ed)\b"""
        ),
    ),
    (
        COUNTS_ON,
        _opens(
            r"""(?:an?|the|his|its|their)\ (?:second|third|fourth|fifth|last|other|further)\b
            (?!\ (?:of|time\ in|largest|biggest|world)\b)
            |(?:second|third|fourth),\ """
        ),
    ),
    (
        INTRODUCED,
        _opens(
            rf"""{_WHEN}[Tt]he\ (?:(?:{_ADJECTIVES}\ )?{_ANAPHORS}|{_LANDS})(?:[’']s?)?\b
            (?!\ {_INTRODUCED})""",
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

_SAID = any_word(
    """
    say argue warn believe think agree note explain write predict claim
    said says told tells adds added warns warned notes noted explains explained argues argued
    writes wrote believes believed thinks agrees agreed concludes concluded stressed stresses
    remarks remarked states stated announces announced emphasi[sz]ed reiterated acknowledged
    confirmed urges urged suggests suggested
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

OPENING_SURNAME = re.compile(r"^([A-ZÀ-Þ][a-zß-ÿ]+)(?:[’']s?\b| [a-z])")
"""An opening that may be a surname, if somebody of that name is introduced elsewhere."""

_NUMBERED = """
    Annex Appendix Article Category Chapter Charles Class Elizabeth Francis Group Level Minsk
    Nicholas Part Peter Phase Stage Tier Title Type Volume War
""".split()

FIRST_PERSON = re.compile(
    words_in(r"I(?!\.) We we Our our ours us My my myself ourselves", cased=True).pattern
    + "".join(rf"(?<!\b{name}\sI)" for name in _NUMBERED)
)
"""The author speaking of himself, when it stands outside quotation marks.

World War I does not, nor does an initial; and a mine is most often one of gold, or in the ground.
"""

JUDGEMENT = re.compile(
    r"\b[Ww]e (?:now |still |also |continue to |have )?(?:assess|judge|estimate|forecast|believe)"
    r"(?:ed)?\b(?=(?: with (?:\w+ ){1,3}confidence,?)?(?: that)? )"
)
"""How analysts say what they hold for true: the heart of a report, not an aside."""

SMALL_BEGINNINGS = small_names("(?:al|el|as|ad|an)-")
"""Names that begin small and may open a sentence."""

HEDGES = words_in(
    """
    may might could would likely unlikely possibly probably reportedly allegedly appears?
    seems? suggests? assess(?:es|ed)?
    """
)
"""Words of likelihood and doubt."""

REPORTS = words_in("said says told tweeted wrote posted reported claimed stated added according")
"""Words that name who said it: what is reported is less often the gist."""
