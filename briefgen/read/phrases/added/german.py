"""What programs and agencies add to texts in German, and where it was seen."""

from briefgen.read.phrases.phrase import CHECKED, COOKIES, FEED, MAIL, NEWSLETTER, RIGHTS, Phrase

GERMAN = (
    Phrase(
        FEED,
        r"(der (beitrag|artikel)|die meldung) .{1,250} (erschien zuerst|"
        r"ist zuerst erschienen|wurde"
        r" zuerst veröffentlicht) (auf|bei|in) .{1,100}",
        "Yoast SEO, foot of each entry of a feed",
    ),
    Phrase(FEED, r"(quelle|quellen): ?[^.:;„“]{1,80}", "press releases, aggregators"),
    Phrase(
        FEED,
        r"(den )?(ganzen|vollständigen|kompletten) (artikel|beitrag|text) .{0,30}\b(lesen|"
        r"bei|auf)"
        r"\b.{0,80}",
        "papers, entries that are cut",
    ),
    Phrase(
        CHECKED,
        r"[^.]{1,140} (ließ(en)?|liess(en)?|lässt|lassen) [^.]{0,80}\bunabhängig\b[^.]{0,40}"
        r"\b(überprüfen|bestätigen|verifizieren)[^.]{0,30}",
        "dpa, Tagesschau, reports on wars",
    ),
    Phrase(
        CHECKED,
        r"[^.]{1,140} (konnten?|können|kann) [^.]{0,80}\bunabhängig(er seite)?\b[^.]{0,40}"
        r"\b(über)?(prüft|prüfen|bestätigt|bestätigen|verifiziert)( werden)?[^.]{0,30}",
        "dpa, Tagesschau, reports on wars",
    ),
    Phrase(
        RIGHTS,
        r"(©|\(c\)) ?.{0,20}(dpa|afp|apa|reuters|sid|kna|epd)\b.{0,80}|(dpa|afp|apa|epd|kna)"
        r"(-\w+)?([ /,]+(dpa|afp|apa|rtr|reuters|epd|kna))*",
        "German papers, below agency copy",
    ),
    Phrase(
        RIGHTS,
        r"(dieser (artikel|text|beitrag)|diese meldung) (wurde|ist|stammt|"
        r"erschien) .{0,80}\b(von"
        r"|aus|unter|automatisch|mit)\b.{0,80}\b(übernommen|dpa|afp|agentur|lizenz|erstellt|"
        r"veröffentlicht).{0,80}",
        "Zeit Online, Süddeutsche Zeitung, below agency copy",
    ),
    Phrase(
        RIGHTS,
        r"(nachdruck|vervielfältigung|weiterverbreitung|verwertung)\b.{0,80}\b(nur|untersagt|"
        r"verboten|genehmigung|gestattet).{0,80}",
        "press offices",
    ),
    Phrase(
        COOKIES,
        r"(wir|unsere partner)\b.{0,60}\b(verwenden|nutzen|setzen|speichern|benötigen)\b.{0,80}"
        r"\b(cookies|ihre (zustimmung|einwilligung)|personenbezogene daten).*",
        "consent walls of German papers",
    ),
    Phrase(
        COOKIES,
        r"(um|mit) .{0,100}\b(werbung|tracking|cookies)\b.{0,100}\b(zustimm\w+|akzeptier\w+|"
        r"einwillig\w+|abo).{0,120}",
        "consent walls: use with advertisements or pay",
    ),
    Phrase(
        NEWSLETTER,
        r"(unser|der|melden sie sich|jetzt|abonnieren sie|bestellen sie)\b.{0,80}\bnewsletter\b"
        r".{0,120}",
        "papers, within the article",
    ),
    Phrase(
        MAIL,
        r"am .{0,60}\b\d{4}\b.{0,60} schrieb .{1,100}:",
        "Gmail, Apple Mail, Thunderbird, above what is answered",
    ),
    Phrase(
        MAIL,
        r"-{2,} ?(ende der )?(ursprünglichen?|weitergeleiteten?|original-?) "
        r"?nachricht\b.{0,60}|(anfang der )?weitergeleitete[n]? nachricht:?",
        "Outlook, Gmail, Apple Mail, above what is passed on",
    ),
    Phrase(
        MAIL,
        r"(von meinem (iphone|ipad|mobiltelefon|handy)|gesendet von meinem .{1,30}) "
        r"?(gesendet)?",
        "Apple Mail, Samsung",
    ),
    Phrase(
        MAIL,
        r"(newsletter )?(abbestellen|abmelden)( .{0,60})?|(im|in ihrem) browser (ansehen|"
        r"anzeigen|öffnen|lesen)|(diese (e-?mail|nachricht)|newsletter) .{0,40}\b(browser|"
        r"abbestell|abmeld)\w*.{0,80}",
        "Mailchimp, CleverReach",
    ),
)
