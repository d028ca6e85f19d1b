"""What pages say about themselves: who wrote and pictured them, when, and whose they are."""

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "page number": r"""
        \d{1,3}
        page \d+( (of|/) \d+)?
    """,
    "publication line": r"""
        (first |originally |last )?(published|posted|updated|modified)(\W+DATE)?
        (last )?(update|modified on|updated on|published on|posted on|date):? DATE
        as (first |originally )?(published|posted) (on|in|at|by) TITLE
        (this (article|piece|post|story|essay|interview|text) )?(was )?(first|originally
            |previously) (published|appeared|posted) (on|in|at|by) [^.,]{1,80}(, \d{4})?( and (is
            |was|has been) .{1,60})?
        this (article|piece|post|story|essay|interview|text) (was (published|posted|updated)
            |appeared) (on|in|at|by) ...
    """,
    "byline": r"""
        (by|words by|story by|text by|(written|reported|edited|compiled|posted) by):? NAMES
        by:? (AGENCY|staff|(our|a) (staff )?(correspondent|reporter|writer))
        (additional |with )?(reporting|editing|writing|translation)( and (writing
            |editing))? by NAMES(; .{1,80})?
    """,
    "picture credit": r"""
        (photo(graph)?|image|picture|illustration|graphic|map|video|caption|credit)s?( (credit
            |courtesy|source|caption))?s? ?[:/©|] ?TITLE
        (photo(graph)?|image|picture|illustration|map) (by|via|courtesy of
            |courtesy) (?-i:[A-Z])[^.,]{1,60}$
        (photo|image|picture|video) (source|credit|caption)s?(, TITLE)?
        (file|stock|handout|archive|courtesy) (photo|image|picture|footage)
        AGENCY([ /|,-]+(photos?|images?|via|AGENCY))*([ /|,-]+NAMES)?
        [^/]{1,40}/ ?AGENCY( via AGENCY)?
        [^(\[]{1,300}[(\[]((photo|image|picture|illustration|file photo|credit)(s|:| by| courtesy
            | credit)[^)\]]*|[^)\]]*(photo|image|picture|file|courtesy|credit|via
            |/)[^)\]]*\bAGENCY[^)\]]*|[^)\]]*\bAGENCY[^)\]]*(photo|image|picture|file|courtesy|via
            |/)[^)\]]*)[)\]]
    """,
    "legal line": r"""
        (©|\(c\) ?\d{4}|copyright (©|\(c\)|\d{4})).*
        all rights reserved([.,;|].*)?
        (privacy|privacy policy|terms( (of (use|service)|and conditions|& conditions))?)
            (\W+(and )?(privacy policy|terms( of (use|service))?|cookie policy))*
        this (material|article|content|story|work) (may not|cannot|must not
            |is not to) be (published|reproduced|republished|copied|redistributed) ...
        (reprinted|republished|reproduced|reposted) (here )?(with|by
            |under) (the )?(kind |express |a )?(permission|creative commons) ...
        this (article|work|content) is (licensed|republished
            |published) under .{1,40}\blicen[cs]e ...
        the (views|opinions) expressed .{1,120}\b(author|writer|do not|are not|his own|her own
            |their own) ...
    """,
    "footnote": r"""
        \[\^[^\]]{1,40}\]: .*
        \[(\d{1,3}|[ivxl]{1,8})\]:? .*(https?:|www\.|\bdot (com|org|net)\b|\bibid\b|\bop\. cit\b).*
    """,
}
