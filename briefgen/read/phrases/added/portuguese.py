"""What programs and agencies add to texts in Portuguese, and where it was seen."""

from briefgen.read.phrases.phrase import CHECKED, COOKIES, FEED, MAIL, NEWSLETTER, RIGHTS, Phrase

PORTUGUESE = (
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
    Phrase(
        MAIL,
        r"(em|a|no dia) .{0,60}\b\d{4}\b.{0,80} escreveu:",
        "Gmail, Apple Mail, Thunderbird, above what is answered",
    ),
    Phrase(
        MAIL,
        r"-{2,} ?mensagem (original|encaminhada|reencaminhada)\b.{0,60}|início da mensagem "
        r"(encaminhada|reencaminhada):?",
        "Outlook, Gmail, Apple Mail, above what is passed on",
    ),
    Phrase(
        MAIL,
        r"enviado (do|de|a partir do) meu .{1,40}",
        "Apple Mail, Samsung",
    ),
    Phrase(
        MAIL,
        r"(cancelar (a |minha )?(inscrição|subscrição|assinatura)|descadastrar-?se)( "
        r".{0,80})?|(ver|abrir|ler) .{0,40}\b(navegador|online)",
        "Mailchimp, RD Station",
    ),
)
