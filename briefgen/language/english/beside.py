"""English: cues of what stands beside a text."""

from briefgen.language.cues import Cue, cased, within

BESIDE = {
    "notice": Cue(
        within=within(
            r"""
            (?:sponsored|sponsoring|sponsorship) (?:by|content|of|our|message|post|article|for)
            our friends at|this (?:week|month)[’']s (?:issue|edition|episode)
            our sponsors?|(?:our|this week[’']s|today[’']s) (?:\w+ )?(?:sponsors?|partners?)
            (?:brought|made available|presented) to you|made possible by
            (?:advertis\w+|promotional|paid|partner) (?:content|feature|material|post|message)
            (?:promo|discount|coupon|referral|affiliate) (?:codes?|links?)|with code|free trial
            (?:first|originally|previously) (?:published|appeared|posted|ran|aired|printed)
            (?:re-?published|reprinted|reproduced|syndicated|distributed|adapted|reposted)
                (?:here )?(?:with|under|by|from|courtesy|through|via)
            creative commons|all rights reserved|copyright|licen[cs]ed under
            contributed (?:\w+ )?(?:reporting|research|to (?:this|the) (?:report|article|story))
            (?:reporting|editing|edited|translated|compiled|photography) by
            subscribe|sign(?:ing)? up (?:for|to)|register now|unsubscribe|follow us|join us
            (?:daily|weekly|monthly|our|free) (?:email )?(?:newsletter|bulletin|podcast)
            (?:click|tap) (?:here|on)|read the (?:full|original|rest|whole)|learn more
            the original (?:article|story|post|version)
            (?:articles?|stor(?:y|ies)|posts?|coverage|newsletter|reporting) (?:\w+ ){0,2}(?:is|was
                |are|were) (?:\w+ )?(?:made|produced|supported|funded|written|part of)
            (?:support|backing|help|generosity) (?:of|from) (?:our|readers|members|sponsors|donors)
            """
        )
    ),
    "entry": Cue(
        opening=cased(
            r"\W*(?:\[?\d{1,3}[\].)]\s)?[A-ZÀ-Þ][\w’-]+,\ (?:[A-Z]\.[\ ,]?){1,3}"
            r"|\W*(?:\[?\d{1,3}[\].)]\s)?(?:[A-Z]\.\s?)+[A-Z][\w’-]+,?\ [“\"]"
            r"|\W*[^.“”\"]{3,60}[,.]\ [“\"][^”\"]{12,}[,.?][”\"],?\ "
        ),
        within=within(
            r"""
            doi|isbn|issn|arxiv|pmid|et al\.|(?:pp?|vol|no|eds?)\. ?\d+
            (?:retrieved|accessed|last (?:visited|viewed)) (?:on )?(?:from|\d+|(?:jan|feb|mar|apr
                |may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d+)
            \[online\]|proceedings of|university press|(?:quarterly|journal|review) \d+
            """
        ),
        cased=cased(
            r"\((?:19|20)\d\d[a-z]?\)[.,]"
            r"|[”\"],\ (?:[A-Z][\w’&]+\ ?){1,5},\ [^.]{0,14}(?:19|20)\d\d"
        ),
    ),
    "caption": Cue(
        opening=cased(
            r"""
            \W*(?:(?:File\ |Stock\ |Aerial\ |Satellite\ )?[Pp]hoto(?:graph)?s?|Image|Picture|Figure
                |Fig\.|Illustration|Map|Graphic|Chart|Video|Screenshot|Credits?|Sources?|Caption
                |Table)(?:\ \d+(?:\.\d+)?)?(?:[:.|–—]|\ (?:by|credit|courtesy|shows?)\b)
            | \W*An?\ (?:[\w-]+\ )?(?:view|photo|photograph|picture|image|screenshot|still|map)
                \ (?:of|taken|from|shows|released|provided|showing)\b
            """
        ),
        within=within(
            r"""
            (?<=,) (?:[a-z]+day, )?(?:january|february|march|april|may|june|july|august|september
                |october|november|december) \d{1,2}, (?:19|20)\d\d(?=\.?$)
            (?:view|photo(?:graph)?|picture|image) of [^.]{3,80} on (?:mon|tues|wednes|thurs|fri
                |satur|sun)day
            pictured|seen here|file photo|getty images|ap photo|photo by|image credit
            photo courtesy|screenshot of|screengrab|shutterstock|photograph:|image:|photo:
            (?:looks?|poses?|stands?|walks?|sits?|wait|waits) [^.]{0,80}, (?:on )?(?:mon|tues|wednes
                |thurs|fri|satur|sun)day, [a-z]{3,9}\.? \d+
            """
        ),
    ),
    "note": Cue(
        opening=cased(
            r"""
            \W*[*†‡§¹²³⁴]+\s?\w
            | \W*(?:(?:[Ee]ditor|[Aa]uthor|[Aa]nalyst|[Tt]ranslator|[Pp]ublisher)s?[’']?s?\ )?
                [Nn]otes?(?:\ (?:to|on|from)\ [\w\ ]{2,30})?\s?[:.—–]
            | \W*(?:Correction|Clarification|Update|Disclaimer|Disclosure|Legend|Key|Methodology
                |Abbreviations|Confidence\ note|Last\ [Uu]pdated|Updated)\b[^.:]{0,30}[:—]
            """
        ),
        within=within(
            r"""
            (?:totals?|numbers|figures|percentages|values|rows|columns|data) (?:\w+ ){0,4}
                (?:may not (?:add|sum)|(?:do|does) not (?:add|sum)|rounded|in (?:parentheses
                |brackets|italics|thousands|millions)|(?:are|is) (?:provisional|preliminary|marked))
            due to rounding|rounded to the nearest|earlier version of this
            previous version of this|opinions expressed|about the authors?
            (?:has|have|was|were) (?:been )?(?:updated|corrected|amended) to
            (?:update|issue|edition|report) contained (?:\w+ )?errors?|mistakenly (?:\w+ed)
            (?:i|we|isw|who|she|he) (?:will|is|are|am) (?:\w+ ){0,4}(?:report(?:ing)? on|update
                |reporter|journalist|editor|correspondent)
            will (?:continue to |not )?(?:report|evaluate|publish|present|cover|provide)
                (?:\w+ ){0,4}(?:update|report|assessment|section|issue|edition|map|until)s?
            """
        ),
    ),
}
"""Cues of notices, entries of a list of references, captions and notes."""
