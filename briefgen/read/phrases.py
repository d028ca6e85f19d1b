"""What the furniture of English pages says: a table of reasons and the phrases that give them.

A line is a regular expression for a whole block, letter case and the ornament around it aside; one
that is indented further goes on with the line above. At the end `...` stands for whatever follows,
unless it quotes or tells who said something, as a report does; TITLE for words without a full stop;
DATE, NET (of a social network), NAMES and AGENCY for what they say.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

LINK_LIST = "heading of a link list"

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_PARTICLE = "de|du|van|von|der|den|la|le|al|el|ag|ben|bin|ibn|ould|and|&|for|in|at"
_CAPITAL = rf"(?!(?i:{_MONTH}|{_DAY})\b)[A-ZÀ-ÞŁŚŠŻŽ]"

_SYMBOLS = {
    "...": (
        r"\b(?!.*(?:[“”\"]|\b(?:said|says|told|tells|urged|warned|wrote|argued|asked|added)\b)).*"
    ),
    "TITLE": r"[^.]{1,90}$",
    "DATE": (
        rf"(?:\W*(?:\d\w*|{_MONTH}|{_DAY}|[ap]\.?m|at|on|gmt|utc|[cemp][sde]t|[cew]at|bst|ist"
        r"|today|yesterday|(?:minute|hour|day|week|month)s?|an?|ago)\b)+"
    ),
    "NET": (
        "(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|instagram|youtube|pinterest|tiktok"
        "|threads|bluesky|mastodon|messenger|e-?mail|print|copy link|rss)"
    ),
    "NAMES": (
        rf"(?-i:{_CAPITAL}[\w’'.-]*"
        rf"(?:(?:,? | ?[|/] ?| [–—-] )(?:{_CAPITAL}[\w’'.-]*|{_PARTICLE})){{1,12}})"
    ),
    "AGENCY": (
        "(?-i:AFP|AP|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|Anadolu|Xinhua|TASS|Sputnik|DPA|ANSA"
        "|Shutterstock|Alamy|iStock|Wikimedia Commons)"
    ),
}

_TABLE = {
    "page number": r"""
        \d{1,3}
        page \d+( (of|/) \d+)?
    """,
    "read-time line": r"""
        (\d+ ?-? ?)?min(ute)?s?( to)? (read|listen|watch)
        (estimated )?(reading|read|listening) time(\W+\d+ ?(min|minute|second)s?)?
        time to read\W+\d+ ?(min|minute)s?
    """,
    "subscription line": r"""
        (please )?consider (becoming|subscribing|upgrading|supporting (us|our|my|this)) ...
        (free|premium|full|paid) access
        (subscribe|unsubscribe|register|log ?in|log ?out|sign ?in|sign ?up)( (now|today|here|free))*
        subscribe (to|for|and|via|now|today|here|below|free) ...
        sign up (for|to) (free|our|the|a|an|your|this|get|receive|read|continue|daily|weekly) ...
        sign up (now|here|today|below) ...
        (log|sign) in (to|or|with|here|now) ...
        already (a (\w+ )?(subscriber|member)|have an account|subscribed|registered)(\?.*| (log
            |sign) in.*)?
        become an? (\w+ )?(subscriber|member|patron|supporter|insider) ...
        (get|receive|join) (our|the|your|my) (\w+ ){0,4}(newsletter|mailing list|e-?mails
            |alerts) ...
        (get|receive) .{1,60}\b(in|to|into) your (inbox|phone|mailbox) ...
        this (post|article|content|story|episode) is (only )?(available )?(for
            |to) (\w+ )?(subscribers|members|readers) ...
        (upgrade|switch) to paid ...
        (enter|type) your e-?mail ...
        your e-?mail( address)? will not be ...
        (thanks|thank you) for (reading|subscribing|watching|listening) ...
        .{1,60} is a reader[- ](supported|funded) publication ...
        (to )?(continue|keep) reading,? (this|subscribe|register|log|sign|with|for|please
            |create) ...
        create (an?|your) (free )?account ...
        start your (free )?(trial|subscription) ...
        you( have|[’']ve) (\w+ ){1,3}(free )?(articles?|stories|article limit)( left| remaining
            | this month)* ...
        (e-?mail )?newsletters?( sign[- ]?up)?
        discover more from TITLE
        (get|download|try) (the|our) (\w+ ){0,3}app ...
        (open|read|view|continue) in (the |your )?(\w+ )?(app|browser)
    """,
    "donation line": r"""
        (you can (also )?|please )?donate( (now|today|here|online|monthly))*
        (you can (also )?|please )?donate (via|to (us|our|support|keep|help)) ...
        (please )?(help )?support (us|our|my|independent|quality|this) (work|journalism|reporting
            |newsroom|mission) ...
        support us( (now|today|here))*
        (make|give) an? (\w+[ -]){0,2}(donation|contribution|gift) (today|now|to (us|our|support
            |keep|help)) ...
        make a (donation|contribution)
        buy (me|us) an? (coffee|beer) ...
        we (need|rely on|depend on) your (help|support|donations?) ...
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
        (file|stock|handout|archive|courtesy) (photo|image|picture|footage)
        AGENCY([ /|,-]+(photos?|images?|via|AGENCY))*([ /|,-]+NAMES)?
        [^/]{1,40}/ ?AGENCY( via AGENCY)?
        .{1,300}[(\[][^)\]]*(photo|image|picture|file|courtesy|credit|via
            |/)[^)\]]*\bAGENCY[^)\]]*[)\]]
        .{1,300}[(\[][^)\]]*\bAGENCY[^)\]]*(photo|image|picture|file|courtesy|via|/)[^)\]]*[)\]]
        .{1,300}[(\[](photo|image|picture|illustration|file photo|credit)(s|:| by| courtesy
            | credit)[^)\]]*[)\]]
    """,
    "share bar": r"""
        (share|tweet|pin|save|bookmark|send)(\W+(this|it|on|via|to|with|the|a|by|and|page|article
            |story|post|link|friends?|as|share|NET))*
        NET(\W+(share|and|on|via|NET))*
        (print|e-?mail)( (this|page|article|story|it|to|a|friend))+
        \d[\d.,]*k? (shares?|views?|likes?|reads|followers)
        (follow|like|find|join|watch) (us|me|him|her|them)( here| (on|at|via) (@|NET|social
            |our).{0,60})?
        (follow|like|find) .{1,40} on NET(\W.{0,60})?
        join (us|me|our) .{0,40}\b(channel|page|server|group chat|community) ...
    """,
    LINK_LIST: r"""
        (read more|see more|see also|read also|also read|related|more|up next|trending( now)?
            |recommended( (for you|reading))?|editor[’']?s[’']? (picks?|choice)|what to read next
            |around the web|don[’']t miss|must reads?)
        (related|more|other|similar|recommended|suggested|popular|latest|recent|trending|top
            |featured|further|all)( \w+)? (articles?|stories|story|posts?|reading|reads|news
            |content|coverage|videos?|topics|headlines|links|episodes)( (from|on|in|by
            |about) TITLE)?
        more (from|by) TITLE
        more on this (story|topic|subject|issue)
        (you (may|might) also|people also|readers also) (like|read|liked|enjoy|be interested in
            |want to read|viewed)
        most (read|popular|viewed|shared|commented|recent)( (articles|stories|posts|news|today
            |this week|now))?
    """,
    "link line": r"""
        ((read|see|watch|view) (more|also|next)|also read|see also|read|watch|listen|more|related
            |related \w+|recommended|up next|don[’']t miss|must read) ?[:|»→] ?.{1,200}
        (read|see|learn|find out|discover) more( (from|in|here) TITLE)?
        (read|see|learn|find out|discover) more (about|on|at|here) ...
        (read|see|view|watch|listen to) (the |this )?(full|original|entire|complete) (article|story
            |report|post|text|interview|video|episode|statement)( here| on .{1,40})?
        listen to (this|the) (article|story|episode|podcast)( .{1,40})?
        (play|watch) (the |this )?video
        (click|tap) (here|below|the link|on the) ...
        (continue reading|keep reading|read on)( TITLE)?
        (skip|jump|back|return|go) to (main |the |our )?(content|navigation|menu|footer|top
            |home ?page|home|start|section|search)
        (load|show|view|see|browse) (more|all|less|fewer)( (articles|stories|posts|news|results
            |comments|topics|videos|by .{1,40}))?
        (previous|next|older|newer) (article|post|story|page|entry|entries|posts|articles|stories)
            (\W+TITLE)?
        [\w &’'-]{2,30}([>\u203a»][\w &’'-]{2,60})+
        (tags?|topics?|categor(y|ies)|keywords|filed under|posted in|tagged( with
            | as)?) ?: ?.{1,200}
        (filed under|posted in|tagged) TITLE
        (home|menu|main menu|search|close|navigation|toggle navigation|contact( us)?|about us
            |our team|site ?map|faq|contents|table of contents|in this (article|story)|on this page
            |tags|topics|expand|hide|opens? in (a )?new (tab|window))
    """,
    "cookie notice": r"""
        (we|this (web)?site|our (web)?site)( and our partners)? uses? cookies ...
        (accept|reject|allow|decline)( all)?( cookies)?
        (manage|change|review) (your |my )?(cookies?|cookie settings|privacy settings|consent
            |preferences)
        cookies?( (policy|settings|preferences|notice|consent))?
        by (clicking|continuing|using|subscribing|signing|browsing|submitting
            |entering) .{1,150}\byou (\w+ )?(agree|accept|consent|acknowledge) ...
        this site is protected by recaptcha ...
        (please )?enable (javascript|cookies) ...
        (javascript|your browser) (is|does|seems|appears) (not |disabled|required|to ).{0,80}
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
    "advertisement": r"""
        advertise(ment)?s?( with us)?
        ads?( feedback| choices)?
        (sponsored|promoted|paid|partner)( (content|post|story|partnership|links?))?
        sponsored by [^.,]{1,40}$
        (story|article|content) continues (below|after) ...
        (scroll|swipe)( down)? (to|for) (continue|read|more|video) ...
        this (article|post|page) (may )?contains? affiliate links ...
        remove ads|why this ad
    """,
    "comment prompt": r"""
        (leave|post|add|write) (a|your) (comment|reply|response)( (below|here|on this \w+))?
        (view |load |show |hide )?comments?( \(\d+\))?
        (\d+|no) (comments?|responses?|replies)( yet)?
        comments (are|have been|will be) (closed|off|disabled|moderated|turned off|reviewed) ...
        (join|start) the (conversation|discussion)
        (be the first to|let us know .{0,60}in the|tell us .{0,40}in the) comments? ...
        (what do you think\W+)?(let us know|tell us|share your thoughts
            |sound off).{0,40}\bcomments ...
        reply|report (this )?comment
    """,
    "footnote": r"""
        \[\^[^\]]{1,40}\]: .*
    """,
}


def compiled(phrases: str) -> re.Pattern[str]:
    """Return one pattern for all the phrases of a table."""
    lines = re.sub(r"\n {12,}", "", phrases).strip().splitlines()
    pattern = "|".join(line.strip() for line in lines).replace(" ...", "...")
    for symbol, meaning in _SYMBOLS.items():
        pattern = pattern.replace(symbol, meaning)
    return re.compile(rf"\W*(?:{pattern})\W*", re.IGNORECASE)


PHRASES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {reason: compiled(phrases) for reason, phrases in _TABLE.items()}
)
"""What a whole block says that is furniture, by the reason to drop it; the first to fit is it."""
