"""What leads away from an article: headings of lists of others, and lines with one of them."""

from collections.abc import Mapping

LINK_LIST = "heading of a link list"

LINKS: Mapping[str, str] = {
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
}
