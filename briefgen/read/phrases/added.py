"""What programs and agencies add to texts they did not write, in each language, and who does.

Phrases are in the notation of `briefgen.read.phrases`. WordPress's lines are those of its own
translations and of its plug-in Yoast SEO, which signs each entry of a feed.
"""

from collections.abc import Mapping
from typing import NamedTuple

FEED, CHECKED, RIGHTS = "line added by a feed", "disclaimer of verification", "legal line"
COOKIES, NEWSLETTER = "cookie notice", "subscription line"


class Phrase(NamedTuple):
    """A phrase, why what it fits is furniture, and where it was seen."""

    reason: str
    pattern: str
    seen: str


ADDED: Mapping[str, tuple[Phrase, ...]] = {
    "en": (
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
    ),
    "de": (
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
    ),
    "es": (
        Phrase(
            FEED,
            r"(la entrada|el artículo|la noticia|el post) .{1,250} (se publicó|apareció|aparece|fue"
            r" publicad[oa]|ha sido publicad[oa]|se ha publicado) (primero|por primera vez)"
            r" (en|por) .{1,100}",
            "Yoast SEO, foot of each entry of a feed",
        ),
        Phrase(FEED, r"(fuente|fuentes|vía): ?[^.:;“”«»]{1,80}", "press releases, aggregators"),
        Phrase(
            FEED,
            r"(lea|lee|leer|ver|sigue leyendo|seguir leyendo|continúa leyendo)\b.{0,20}"
            r"\b(artículo|noticia|nota|texto)?\b.{0,40}\b(completa?|original) ?(en|aquí)?.{0,80}",
            "papers, entries that are cut",
        ),
        Phrase(
            CHECKED,
            r"[^.]{1,140}\bno (ha podido|han podido|pudo|pudieron|puede|pueden|ha sido posible|fue"
            r" posible)[^.]{0,30}\b(verificar|confirmar|comprobar|verificad[oa]s?|"
            r"confirmad[oa]s?)\b"
            r"[^.]{0,60}\b(de (forma|manera) independiente|independientemente)[^.]{0,60}",
            "EFE, Reuters in Spanish, reports on wars",
        ),
        Phrase(
            CHECKED,
            r"[^.]{1,140}\bno (ha podido|han podido|pudo|pudieron|puede|pueden)[^.]{0,30}\b(de"
            r" (forma|manera) independiente|independientemente)[^.]{0,80}",
            "EFE, Reuters in Spanish, reports on wars",
        ),
        Phrase(RIGHTS, r"(©|\(c\)) ?.{0,20}(efe|europa press|afp|reuters)\b.{0,120}", "EFE"),
        Phrase(
            RIGHTS,
            r"(este (artículo|contenido|texto)|esta (noticia|nota)) (ha sido|fue|se)\b.{0,40}\b"
            r"(publicad[oa]|elaborad[oa]|generad[oa]|reproducid[oa]|publicó|reproduce).{1,150}",
            "The Conversation, Infobae, below agency copy",
        ),
        Phrase(
            COOKIES,
            r"(nosotros y nuestros socios|nuestros socios|usamos|utilizamos|esta (página|"
            r"web))\b.{0,80}"
            r"\b(cookies|su consentimiento|tu consentimiento|datos personales).*",
            "consent walls of Spanish papers",
        ),
        Phrase(
            NEWSLETTER,
            r"(apúntate|suscríbete|suscríbase|recibe|reciba|regístrate|inscríbete)\b.{0,60}"
            r"\b(boletín|boletines|newsletters?|correo)\b.{0,100}",
            "El País, elDiario.es, within the article",
        ),
    ),
    "fr": (
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
        Phrase(
            RIGHTS, r"\(?(avec|d[’']après) (l[’'])?(AFP|reuters|AP|agences?)\b.{0,60}\)?", "papers"
        ),
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
    ),
    "pt": (
        Phrase(
            FEED,
            r"(o (post|artigo|conteúdo|texto)|a (notícia|publicação|matéria)) .{1,250} (apareceu|"
            r"aparece|foi publicad[oa]|surgiu) (primeiro|em primeiro lugar|pela primeira vez)"
            r" (em|no|na) .{1,100}",
            "Yoast SEO, foot of each entry of a feed",
        ),
        Phrase(FEED, r"(fonte|fontes|via): ?[^.:;“”«»]{1,80}", "press releases, aggregators"),
        Phrase(
            FEED,
            r"(leia|veja|ler|ver|continue a ler|confira) .{0,20}\b(artigo|matéria|notícia|texto|"
            r"reportagem)\b.{0,20}\b(complet[oa]|original|na íntegra)\b.{0,80}",
            "papers, entries that are cut",
        ),
        Phrase(
            CHECKED,
            r"[^.]{1,140}\bnão (pôde|puderam|conseguiu|conseguiram|pode|podem|foi possível|foram)\b"
            r"[^.]{0,60}\b(verific|confirm)\w+[^.]{0,60}\b(de (forma|maneira|modo) independente|"
            r"independentemente)[^.]{0,60}",
            "Lusa, Reuters in Portuguese, reports on wars",
        ),
        Phrase(
            CHECKED,
            r"[^.]{1,140}\bnão (pôde|puderam|conseguiu|conseguiram|pode|"
            r"podem)[^.]{0,30}\b(de (forma|"
            r"maneira|modo) independente|independentemente)[^.]{0,80}",
            "Lusa, Reuters in Portuguese, reports on wars",
        ),
        Phrase(RIGHTS, r"(©|\(c\)) ?.{0,20}(lusa|folha|afp|reuters)\b.{0,120}", "Lusa, Folha"),
        Phrase(
            RIGHTS,
            r"(este (artigo|texto|conteúdo)|esta (notícia|matéria|reportagem)) (foi|é)\b.{0,60}\b"
            r"(publicad|republicad|reproduzid|produzid|originalmente)\w*.{1,150}",
            "The Conversation, Agência Brasil, below what is passed on",
        ),
        Phrase(
            COOKIES,
            r"(nós|nós e os nossos parceiros|os nossos parceiros|usamos|utilizamos|"
            r"este site)\b.{0,80}"
            r"\b(cookies|consentimento|dados pessoais).*",
            "consent walls of Portuguese papers",
        ),
        Phrase(
            NEWSLETTER,
            r"(receba|subscreva|assine|inscreva-se|cadastre-se)\b.{0,80}\b(newsletters?|boletins?|"
            r"e-?mail|caixa de entrada)\b.{0,100}",
            "papers, within the article",
        ),
    ),
    "ru": (
        Phrase(
            FEED,
            r"(запись|сообщение|статья|пост) .{1,250} (впервые|сначала|первой|первым) (появил|"
            r"опубликован|размещен)\w* .{1,100}",
            "Yoast SEO, foot of each entry of a feed",
        ),
        Phrase(FEED, r"источники?: ?[^.:;«»“”]{1,80}", "press releases, aggregators"),
        Phrase(
            FEED,
            r"(читать|читайте|смотреть) (полный текст|статью|материал|новость|полностью|оригинал)\b"
            r".{0,100}",
            "papers, entries that are cut",
        ),
        Phrase(
            CHECKED,
            r"[^.]{1,140}\b(не (может|могут|смогл[аио]?|смог|удалось|удаётся|удается|имеет"
            r" возможности)|невозможно|нельзя)\b[^.]{0,60}\b(независим\w+|самостоятельно)\b"
            r"[^.]{0,80}",
            "Meduza, BBC in Russian, Reuters, reports on wars",
        ),
        Phrase(
            CHECKED,
            r"[^.]{0,140}\b(независим\w+) (подтверждени\w+|проверк\w+)\b[^.]{0,40}\b(нет|не)\b"
            r"[^.]{0,40}",
            "Meduza, BBC in Russian, reports on wars",
        ),
        Phrase(
            RIGHTS,
            r"(©|\(c\)) ?.{0,30}(тасс|риа новости|интерфакс|медуза|reuters|afp)\b.{0,120}",
            "TASS, RIA",
        ),
        Phrase(
            RIGHTS,
            r"(этот|данный) (материал|текст|сообщение) .{0,40}\b(создан|опубликован|перепечатан|"
            r"распространен|подготовлен)\w* .{1,200}",
            "Meduza and others, notices that a law demands",
        ),
        Phrase(
            COOKIES,
            r"(продолжая|оставаясь|используя)\b.{0,80}\b(соглаш|принима|дае)\w+\b.{0,120}",
            "consent bars of Russian sites",
        ),
        Phrase(
            NEWSLETTER,
            r"(подпис\w+|получайте)\b.{0,80}\b(рассылк\w+|телеграм\w*|telegram|канал\w*|"
            r"почт\w+)\b.{0,80}",
            "papers, within the article",
        ),
    ),
    "ar": (
        Phrase(
            FEED,
            r"(ظهرت|نشرت|ظهر|نشر) (المقالة|التدوينة|المقال|الموضوع|هذا المقال) .{1,250} (أولا|"
            r"أولاً|أولًا|لأول مرة)"
            r" (على|في) .{1,100}",
            "WordPress, foot of each entry of a feed",
        ),
        Phrase(
            FEED,
            r"(المقالة|التدوينة|المقال) .{1,250} (ظهرت|ظهر|نشرت|نشر) (أولا|أولاً|أولًا|"
            r"لأول مرة) (على|في)"
            r" .{1,100}",
            "WordPress, foot of each entry of a feed",
        ),
        Phrase(FEED, r"(المصدر|المصادر|نقلا عن|نقلاً عن) ?: ?[^.:؛«»“”]{1,80}", "papers"),
        Phrase(
            CHECKED,
            r"[^.]{0,140}(لم|لا|تعذر|يتعذر)[^.]{0,60}(التحقق|التأكد|تأكيد|"
            r"التثبت)[^.]{0,80}(مستقل|مستقلة)"
            r"[^.]{0,60}",
            "Reuters and AFP in Arabic, reports on wars",
        ),
        Phrase(
            CHECKED,
            r"[^.]{0,100}(لم|لا) (تتمكن|يتمكن|تستطع|يستطع|يمكن|تتأكد)[^.]{0,40}(مستقل|"
            r"مستقلة)[^.]{0,80}",
            "Reuters and AFP in Arabic, reports on wars",
        ),
        Phrase(RIGHTS, r"(©|\(c\)) ?.{0,120}(محفوظة|فرانس برس|رويترز).{0,60}", "papers"),
        Phrase(
            RIGHTS,
            r"(يمنع|يحظر|لا يجوز) .{0,40}(نشر|نسخ|إعادة نشر|اقتباس).{0,120}",
            "papers, below each article",
        ),
        Phrase(
            COOKIES,
            r"(باستمرارك|بالاستمرار|من خلال|عند) .{0,60}(توافق|موافقتك|تقبل) .{0,120}",
            "consent bars",
        ),
        Phrase(
            NEWSLETTER,
            r"(اشترك|اشتركوا|سجل|تابع|تابعوا|انضم) .{0,60}(نشرتنا|النشرة|القناة|قناتنا|واتساب|"
            r"تلغرام|تليغرام)"
            r".{0,80}",
            "Al Jazeera, Al Arabiya, within the article",
        ),
    ),
}
"""The phrases by the tag of their language; the first signs the entries of feeds."""
