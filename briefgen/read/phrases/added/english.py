"""What programs and agencies add to texts in English, and where it was seen."""

from briefgen.read.phrases.phrase import CHECKED, COOKIES, FEED, NEWSLETTER, RIGHTS, Phrase

ENGLISH = (
    Phrase(
        FEED,
        r"the (post|article|story|entry) .{1,250} (first appeared|appeared first|was first"
        r" (published|posted)) (on|at|in) [^“”\"]{1,100}",
        "Yoast SEO, foot of each entry of a feed",
    ),
    Phrase(
        FEED,
        r"(continue|keep) reading .{1,200} (at|on) [^.“”]{1,80}",
        "WordPress, excerpts in feeds",
    ),
    Phrase(
        FEED,
        r"read the (full|whole|rest of the|original|complete) (story|article|post|report|piece)"
        r" (at|on|from|by) .{1,80}",
        "TechCrunch, The Verge and others, entries that are cut",
    ),
    Phrase(FEED, r"submitted by /?u/\S+.{0,80}", "Reddit, feeds of its forums"),
    Phrase(FEED, r"\W*link\W+comments\W*", "Reddit, feeds of its forums"),
    Phrase(
        FEED,
        r"you can (follow|skip|leave) .{1,60}\b(responses?|entry|end).{0,60}\b(feed|entry|own"
        r" site|response).{0,120}",
        "WordPress, older themes, below each entry",
    ),
    Phrase(
        FEED,
        r"(both )?(comments and pings|pings|comments) are (currently|now) closed",
        "WordPress, older themes, below each entry",
    ),
    Phrase(FEED, r"(article|comments?) url: \S+( .*)?", "Hacker News, feeds made by hnrss"),
    Phrase(FEED, r"(points|# comments): \d+", "Hacker News, feeds made by hnrss"),
    Phrase(FEED, r"sources?: ?[^.:;“”]{1,80}", "press releases, aggregators"),
    Phrase(FEED, r"(via|h/t|hat tip:?) [^.“”]{1,60}", "blogs, below what they pass on"),
    Phrase(
        FEED,
        r"this (entry|post) was (posted|published|filed)( on| in| by| under) .{1,150}",
        "WordPress, older themes, below each entry",
    ),
    Phrase(
        FEED,
        r"[(\[]?(more|read more|continued|continue reading)( ?(…|\.\.\.|→|»|&raquo;))[)\]]?",
        "WordPress, Blogger, excerpts in feeds",
    ),
    Phrase(
        CHECKED,
        r"[^.]{1,80} (could|can|did|has|have|was|were)(n[’']t| not)?( yet)?( been)?"
        r"( able| unable)?( to)?,?( immediately| yet| and)* independently( of .{1,40})?"
        r" (verify|verified|confirm|confirmed|corroborate|authenticate)\b[^.]{0,160}",
        "Reuters, AFP, BBC, CNN, last line of reports on wars",
    ),
    Phrase(
        CHECKED,
        r"[^.]{1,120} (could|can|has|have)( ?not|n[’']t) (yet )?(be|been) (immediately )?"
        r"(independently )(verified|confirmed|corroborated|authenticated)[^.]{0,80}",
        "Reuters, AFP, BBC, CNN, last line of reports on wars",
    ),
    Phrase(
        CHECKED,
        r"[^.]{1,60} (is|was|are|were) (unable|not able) to (independently |immediately )+"
        r"(verify|confirm) [^.]{1,160}",
        "CNN, Al Jazeera, ISW",
    ),
    Phrase(
        RIGHTS,
        r"distributed by .{1,60} on behalf of .{1,120}",
        "APO Group, press releases of African bodies",
    ),
    Phrase(
        RIGHTS,
        r"(except for the headline, )?this (story|article|report) (has|"
        r"was) not (been )?(edited|"
        r"created|written) by .{1,200}",
        "NDTV, Hindustan Times, below agency copy",
    ),
    Phrase(
        RIGHTS,
        r"(this|the) (story|article|report|content|text|piece|press release)"
        r" (is|was|has been) (auto-?generated|syndicated|republished|reproduced|reprinted|"
        r"provided|produced|"
        r"distributed|supplied) .{0,40}\b(from|by|with|under|as part of) .{1,200}",
        "The Conversation, Project Syndicate, Covering Climate Now, below what they pass on",
    ),
    Phrase(
        RIGHTS,
        r"our standards: ?the thomson reuters trust principles.{0,60}",
        "Reuters, below each article",
    ),
    Phrase(
        RIGHTS,
        r"(the )?(associated press|AP|AFP|reuters|bloomberg|agence france-presse|(news )?agenc"
        r"(y|ies)|wire services?).{0,100} (also )?contributed (to|reporting).{0,80}",
        "American papers, below what they wrote with agency copy",
    ),
    Phrase(
        RIGHTS,
        r"\(?(with|from) (inputs? from )?(agenc(y|ies)|AGENCY).{0,60}\)?",
        "Indian papers, below agency copy",
    ),
    Phrase(
        RIGHTS,
        r"(for )?(syndication|licensing|reprint|republication) (rights|requests|inquiries|"
        r"enquiries|permissions?)\b.{0,150}",
        "magazines, below each article",
    ),
    Phrase(
        RIGHTS,
        r"(all )?(contents?|text|material|images?) (is |are )?(©|\(c\)|copyright(ed)?).{0,120}",
        "papers, below each article",
    ),
    Phrase(
        RIGHTS,
        r"no part of this (publication|article|content|report) may be .{1,250}",
        "reports of banks and think-tanks",
    ),
    Phrase(
        COOKIES,
        r"(we|our partners|this (web)?site|our (web)?site)( and .{1,40}| and our .{1,40})?"
        r" (use|uses|store|stores|set|sets|need) .{0,80}\b(cookies|your consent|"
        r"personal data)\b.*",
        "consent walls of OneTrust, Didomi, Sourcepoint",
    ),
    Phrase(
        COOKIES,
        r"(to (view|see|watch|show|display) (this|the) .{1,60}|(this|the) (content|video|post|"
        r"embed) (is|was) (blocked|not shown|hidden|provided)).{0,80}\b(cookies|consent|accept|"
        r"third[- ]party).{0,200}",
        "consent walls before embedded posts: The Guardian, BBC, Euronews",
    ),
    Phrase(
        NEWSLETTER,
        r"(enjoying|like|liked|love) (this|what you).{0,60}\?.{0,120}\b(subscribe|sign up|"
        r"newsletter|inbox|join).{0,120}",
        "newsletters of Substack, Beehiiv, Mailchimp",
    ),
    Phrase(
        NEWSLETTER,
        r"(want|wish) .{1,100}\b(inbox|newsletters?|by e-?mail)\?? .{0,160}",
        "papers, within the article",
    ),
    Phrase(
        NEWSLETTER,
        r"(our|the|a) .{0,40}\b(newsletter|briefing|digest|round-?up)\b.{0,80}\b(in|to|"
        r"into) your"
        r" (inbox|mailbox).{0,60}",
        "papers, within the article",
    ),
    Phrase(
        NEWSLETTER,
        r"(please )?(share|forward) this (newsletter|e-?mail|briefing) .{1,80}",
        "newsletters, last lines",
    ),
)
