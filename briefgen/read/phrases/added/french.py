"""What programs and agencies add to texts in French, and where it was seen."""

from briefgen.read.phrases.phrase import CHECKED, COOKIES, FEED, MAIL, NEWSLETTER, RIGHTS, Phrase

FRENCH = (
    Phrase(
        FEED,
        r"(l[’'] ?article|l[’'] ?entrée|cet article|le (billet|post)) .{1,250} (est apparue? en"
        r" premier|est d[’']abord (apparue?|parue?)|est apparue? d[’']abord|"
        r"a été publiée? (d[’']"
        r"abord|en premier)) (sur|dans) .{1,100}",
        "Yoast SEO, foot of each entry of a feed",
    ),
    Phrase(FEED, r"sources? ?: ?[^.:;“”«»]{1,80}", "press releases, aggregators"),
    Phrase(
        FEED,
        r"(lire|lisez|voir|retrouvez) (la suite|l[’']article (complet|original|entier)"
        r"|l[’']intégralité)\b.{0,100}",
        "papers, entries that are cut",
    ),
    Phrase(
        CHECKED,
        r"[^.]{1,140}\b(n[’'’]?\w*|ne) ?(a|ont|pu|pouvai(t|ent)|peu(t|vent)|était|étaient|est|"
        r"sont)?\b[^.]{0,40}\b(vérifi|confirm)\w+\b[^.]{0,60}\b(de (manière|façon|source)"
        r" indépendante|indépendamment)[^.]{0,60}",
        "AFP, Reuters in French, reports on wars",
    ),
    Phrase(
        CHECKED,
        r"[^.]{1,140}\b(n[’']\w+|ne \w+) (pas )?(pu |être |en mesure de )*(de (manière|façon)"
        r" indépendante|indépendamment)[^.]{0,80}",
        "AFP, Reuters in French, reports on wars",
    ),
    Phrase(RIGHTS, r"(©|\(c\)) ?.{0,20}(afp|reuters|le monde)\b.{0,120}", "AFP"),
    Phrase(RIGHTS, r"\(?(avec|d[’']après) (l[’'])?(AFP|reuters|AP|agences?)\b.{0,60}\)?", "papers"),
    Phrase(
        RIGHTS,
        r"(cet article|ce texte|ce contenu|cette (dépêche|tribune)) (est|a été)\b.{0,60}\b"
        r"(republié|publié|reproduit|initialement|originellement|rédigé|produit)\w*.{1,150}",
        "The Conversation, below what is passed on",
    ),
    Phrase(
        COOKIES,
        r"(nous|nos partenaires|avec nos partenaires|avec votre accord)\b.{0,80}\b(utilis|"
        r"stock|"
        r"dépos|recour)\w+\b.{0,80}\b(cookies|traceurs|données personnelles|consentement).*",
        "consent walls of French papers",
    ),
    Phrase(
        NEWSLETTER,
        r"(recevez|retrouvez|inscrivez-vous|abonnez-vous|chaque (matin|jour|"
        r"semaine))\b.{0,100}\b"
        r"(newsletters?|lettres?|infolettre|boîte mail|courriel)\b.{0,100}",
        "papers, within the article",
    ),
    Phrase(
        MAIL,
        r"le .{0,60}\b\d{4}\b.{0,60} a écrit ?:",
        "Gmail, Apple Mail, Thunderbird, above what is answered",
    ),
    Phrase(
        MAIL,
        r"-{2,} ?(message (d[’']origine|original|transféré)|forwarded message)\b.{0,60}|"
        r"début du message (transféré|réexpédié) ?:?",
        "Outlook, Gmail, Apple Mail, above what is passed on",
    ),
    Phrase(
        MAIL,
        r"envoyé (de|depuis) mon .{1,40}",
        "Apple Mail, Samsung",
    ),
    Phrase(
        MAIL,
        r"(se désinscrire|se désabonner|désinscription|vous désinscrire|pour vous "
        r"désabonner)( .{0,80})?|(voir|afficher|lire|consulter) .{0,40}\b(navigateur|en "
        r"ligne)",
        "Mailchimp, Sendinblue",
    ),
)
