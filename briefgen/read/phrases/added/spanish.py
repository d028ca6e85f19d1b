"""What programs and agencies add to texts in Spanish, and where it was seen."""

from briefgen.read.phrases.phrase import CHECKED, COOKIES, FEED, MAIL, NEWSLETTER, RIGHTS, Phrase

SPANISH = (
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
    Phrase(
        MAIL,
        r"el .{0,60}\b\d{4}\b.{0,80} escribió:",
        "Gmail, Apple Mail, Thunderbird, above what is answered",
    ),
    Phrase(
        MAIL,
        r"-{2,} ?mensaje (original|reenviado)\b.{0,60}|inicio del mensaje reenviado:?",
        "Outlook, Gmail, Apple Mail, above what is passed on",
    ),
    Phrase(
        MAIL,
        r"enviado desde mi .{1,40}",
        "Apple Mail, Samsung",
    ),
    Phrase(
        MAIL,
        r"(darse de baja|darme de baja|cancelar (la |mi )?suscripción)( .{0,80})?|(ver|"
        r"abrir|leer) .{0,40}\b(navegador|en línea)",
        "Mailchimp, Acumbamail",
    ),
)
