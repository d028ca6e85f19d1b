"""English: cues of talk about the text itself."""

from briefgen.language.cues import Cue, opening, within
from briefgen.language.patterns import any_word

_PART = any_word(
    """
    sections? chapters? append(?:ix|ices) annex(?:es)? reports? articles? posts? papers? documents?
    briefings? bulletins? newsletters? digests? roundups? editions? overview summary pages? guide
    tables? figures? charts? boxes footnotes? write-ups? walkthrough whitepaper instal?lments?
    columns? paragraphs? subsections? updates? assessments? blog
    """
)

_THINKING = any_word(
    """
    questions? points? picture distinctions? evidence findings? reading argument conclusions?
    caveats? interpretation hypothes[ie]s confidence methodology answer lessons? takeaways? record
    assumptions? limitations? irony upshot catch moral framing wording terminology nuance
    implications? observations? notion premise logic rationale comparison fact truth
    boundar(?:y|ies)
    discrepanc(?:y|ies) corrections? substrate attribution sourcing asymmetry designation
    concerns? history profile consideration precedents?
    """
)

TEXT_TALK = {
    "pointer": Cue(
        within=within(
            r"""
            (?:sections?|chapters?|appendix|annex|figures?|figs?\.|tables?|box|exhibit|footnotes?|§)
                \s?(?:\d+(?:\.\d+)*|[a-z]\b|[ivx]+\b|one|two|three|four|five|six)
            (?:see|described|discussed|covered|explained|detailed|listed|shown|outlined|presented
                |summari[sz]ed|set out|treated|addressed|given|noted|mentioned|laid out)
                (?:\w+ ){0,3}(?:above|below|elsewhere|hereafter|overleaf)
            (?:in|of|to|for) (?:the )?(?:next|following|preceding|previous|later|remaining)
                (?:sections?|chapters?|pages?|paragraphs?|parts?)
            out of scope|beyond the scope|what follows|as follows
            for (?:more|further|full|the full|a full|complete) (?:details?|information|data|list)
            """
        )
    ),
    "deictic": Cue(
        opening=opening(
            rf"""
            (?:the|a|an|each|every) (?:\w+ ){{0,2}}{_PART} (?:below|above|that follows?
                |is organi[sz]ed|is structured|proceeds|begins|opens|closes|concludes|lays? out
                |sets? out|walks|covers?|describes?|explains? (?:how|why|what)|is written
                |lists?|summari[sz]es|documents|answers|turns to|traces|provides)
            """
        ),
        within=within(
            rf"""
            (?:this|our|the (?:present|current|next|following|preceding|previous|remaining
                |final|rest of the|rest of this|companion|full|accompanying)) (?:\w+ )?{_PART}
            """
        ),
    ),
    "remark": Cue(
        opening=opening(
            r"""
            (?:put|simply put|put simply|that said|to be (?:clear|fair|precise|exact|honest|sure))
            (?:in (?:plain|simple) (?:terms|words|english)|needless to say|first|second|third),
            (?:(?:analyst|confidence|reader)(?:’s|'s)? note)
            """
        ),
        within=within(
            r"""
            worth (?:\w+ly )?(?:stating|noting|saying|keeping|mentioning|recalling|remembering
                |repeating|knowing|spelling|flagging|pausing|dwelling|pointing|emphasi[sz]ing
                |stressing|separating|asking|adding|being|reading|doing|quoting|understanding
                |a look|noticing)
            (?:important|useful|helpful|instructive|tempting|easy|fair|wrong|necessary|crucial|key)
                to (?:note|remember|say|know|keep|bear|see why|state|stress|recall|understand|read
                |distinguish|be (?:clear|precise|honest)|point)
            (?:bears|deserves|should be|must be|has to be) (?:\w+ )?(?:repeat\w*|not(?:ed|ing)|said
                |remember\w*|stress\w*|emphasi\w+|read|taken|understood|stated|visible|mention\w*)
            (?:short|honest|simple|plain) (?:answer|version)|the answer is|(?:good|bad) news is
            (?:stat|say|said|read|writ|word)\w* (?:\w+ )?(?:plainly|precisely|carefully|correctly
                |in prose|outright)|it plainly
            (?:overclaim|overstat|understat|overread)\w*
            (?:is|are|was|were) (?:not )?(?:supportable|withdrawn|speculation|unevidenced
                |well understood|instructive|telling|anomalous)
            (?:both|all of (?:them|these)) (?:are|is) true|true at once|hold simultaneously
            (?:is|was) not that|the risk here|(?:is|are) the tell
            before (?:going|turning|moving) (?:further|to|on)|a (?:brief )?(?:word|note) (?:on
                |about)
            (?:is|are|was) (?:direct|clear|strong|weak|solid|thin|plain|simple|conclusive)(?=[:;])
            both matter|(?:is|are) the (?:ones?|part|point|detail|thing|kind of) (?:\w+ )?(?:that
                |worth|where|why|to)
            tells? you|(?:needed|need|needs|required|took) (?:real |some |more |a )?(?:correction
                |correcting|caution|care|explaining|explanation|untangling|context|qualif\w+)
            (?:rests|relies|hinges) (?:\w+ )?on (?:one|two|inference|identity|direct|single)
            (?:piece|bit|word|note) of (?:good news|caution|warning|context|background)
            reading (?:the|it|this)|no claim in
            """
        ),
    ),
    "abstract": Cue(
        opening=opening(
            rf"""
            (?:the|a|an|one|two|three|four|five|six|several|some|few|many|both|that|no|another)
                (?:[\w’'-]+ ){{0,3}}(?:{_THINKING}|things|facts|reasons|characteristics)
                (?! (?:of|in|at|against|released|published|by|from|on|for) )
            (?:the|a|an) (?:[\w’'-]+ )?(?:lesson|point) (?:from|about)
            what (?:\w+ ){{0,6}}(?:is|are|was|makes|matters|supports|weakens|would|remains|holds)
            (?:nothing|everything|anything|something|almost none) (?:in|about|here|below|of)
            there (?:is|are|was|were) (?:one|two|three|several|a|an|no|some|few|many)
                (?:\w+ )?(?:{_THINKING}|ways?|things?|reasons?|tension|room)
            """
        )
    ),
    "address": Cue(within=within(r"you(?:r|rs|rself)?|you[’'](?:re|ve|ll|d)|let[’']s|imagine")),
}
"""Cues that a text speaks of itself, of how it is to be taken, or to its reader."""
