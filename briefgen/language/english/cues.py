"""English: cues of what a sentence is."""

from briefgen.language.cues import Cue, cased, cues, opening, within
from briefgen.language.english.beside import BESIDE
from briefgen.language.english.text_talk import TEXT_TALK
from briefgen.language.patterns import any_word

_READERS = any_word(
    """
    users customers administrators admins organi[sz]ations companies defenders readers residents
    developers operators owners travell?ers subscribers teams maintainers people anyone everyone
    citizens parents motorists passengers consumers investors businesses visitors
    """
)

_DO = any_word(
    """
    apply update upgrade patch install review check verify ensure monitor disable enable rotate
    reset follow avoid consult contact treat isolate block restrict audit replace remove consider
    keep stay watch read visit click see note remember prioriti[sz]e implement download hunt pair
    assume imagine beware seek evacuate boil disconnect please always never make be don[’']t do
    """
)

CUES = cues(
    **TEXT_TALK,
    **BESIDE,
    advice=Cue(
        opening=opening(
            rf"""
            {_DO}(?! (?:of|is|was|are|were|has|had|by|in|for|and|said|says)\b)
            (?:to|if|where|when) [^,]{{4,80}}, {_DO}
            """
        ),
        within=within(
            rf"""
            (?:are|is|were|be) (?:\w+ly |also )?(?:urged|advised|encouraged|recommended|reminded
                |asked|warned|invited|requested) (?:not )?to
            {_READERS} (?:\w+ ){{0,9}}(?:should|must|need to|ought to)
            (?:recommends?|recommended|advises?|urges?|urging|advising) (?:that )?(?:all )?
                (?:{_READERS}|(?:imm\w+|prompt|swift|urgent) \w+)
            (?:should|must) be (?:\w+ly )?(?:applied|patched|updated|upgraded|treated|reviewed
                |rotated|disabled|isolated|avoided|blocked|reassessed|considered|prioriti[sz]ed)
            (?:is|are) (?:crucial|essential|imperative|strongly recommended|advisable) (?:for|to)
            detection should
            """
        ),
    ),
    nothing=Cue(
        opening=opening(
            r"""
            (?:there (?:is|are|was|were|have been|has been) (?:currently |still )?)?
                no (?:[\w-]+ ){0,3}(?:developments?|changes?|activity|incidents?|reports?|evidence
                |information|confirmation|indications?|cases?|victims?|attacks?|exploitation|news
                |updates?|progress|movements?|exploit|vulnerability|indicators?|casualties|details)
            (?:[\w’'-]+ ){1,9}did not (?:conduct|launch|make|carry out|undertake|report
                |achieve) (?:\w+ ){0,3}
                (?:operations?|attacks?|advances?|gains?|progress|assaults?|movements?|changes?)
                (?!.* (?:but|instead|and (?:\w+ed|\w+ly|continues?|instead)) )
            """
        ),
        within=within(
            r"""
            (?:no|any) (?:significant|major|notable|new|substantial|meaningful|noteworthy|material
                |further|independent) (?:[\w-]+ ){0,2}(?:developments?|changes?|activity
                |incidents?|confirmation|progress|movements?|news|shifts?)
            (?:nothing|little) (?:\w+ )?(?:to report|new|of note|has changed|was found|changed
                |happened)
            (?:has|have|had) not (?:\w+ly )?(?:changed|been (?:confirmed|verified|observed))
            (?:remains?|remained|was|were) (?:largely |broadly |essentially )?unchanged
            (?:cannot|can not|could not|unable to|does not|did not) (?:independently )?(?:confirm
                |verify|identify|corroborate|determine|observe any|report any|find any)
            (?:has|have|had|found|produced|provides?|saw|recorded) no (?:[\w-]+ ){0,2}(?:evidence
                |confirmation|indications?|victims?|information|signs?|changes?)
            (?:not|never) (?:supportable|captured|observed|reproduced)
            contains? no|no (?:[\w-]+ ){1,4}at all
            no (?:in-the-wild|active|known|public) (?:exploitation|attacks?|exploits?)
            """
        ),
    ),
    action=Cue(
        within=within(
            r"""
            \w{2,}ed(?! (?:for|as|from|below|above|in section|on inference))
            (?:struck|hit|shot|fell|rose|stole|stolen|took|won|lost|broke|sank|fled|met|began|left
                |held|told|sent|drove|fought|cut|shut|withdrew|died|dead|kills?|wounds?|attacks
                |seizes|announces|warns|confirms|launches|strikes|dies|murder)
            (?:is|are|were|was) \w{2,}ing
            """
        )
    ),
    day=Cue(
        within=within(
            r"""
            (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|overnight
            last (?:night|week|month|year)|(?:in |since |of |, )(?:19|20)\d\d
            (?:january|february|march|april|june|july|august|september|october|november|december
                |may|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.) (?:\d+)
            \d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november
                |december)
            """
        )
    ),
    name=Cue(
        cased=cased(r"(?<=[a-z,’'\d]\ )[“\"]?[A-ZÀ-Þ][\w’'-]+|^[A-ZÀ-Þ][\w’-]+(?=\ [A-ZÀ-Þ]\w)")
    ),
)
"""What talk and events are known by."""
