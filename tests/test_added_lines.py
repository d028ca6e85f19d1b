"""Lines that programs and agencies add go, in every language; what only sounds like them stays."""

import pytest

from briefgen.model import Metadata, Source
from briefgen.read.foreign_phrases import phrases_of
from briefgen.read.phrases.added import ADDED
from briefgen.read.text import document

PROSE = "Two ships left Aalborn on Monday, and a third will follow them before the week is over."

LINES = {
    "en": """
        The post Ferries of Aalborn appeared first on Island News.
        The post Will the U.S. ship come back? Our view. first appeared on The Islander.
        The article Ferries stop was first published on Island News
        Continue reading Ferries stop at the pier at Island News.
        Read the full story at The Islander.
        Read the rest of the article on islander.example
        Submitted by /u/ferryman [link] [comments]
        [link] [comments]
        You can follow any responses to this entry through the RSS 2.0 feed.
        Both comments and pings are currently closed.
        Source: Island Shipping Board
        Via The Islander
        Article URL: https://islander.example/1
        (more…)
        Reuters could not independently verify the report.
        The BBC has not been able to independently verify the footage.
        AFP could not immediately and independently confirm the toll.
        CNN is unable to independently verify the claims of either side.
        The claims could not be independently verified.
        Distributed by APO Group on behalf of Ministry of Ports, Republic of Norland.
        Except for the headline, this story has not been edited by our staff.
        This article is republished from The Seminar under a Creative Commons license.
        Our Standards: The Thomson Reuters Trust Principles.
        The Associated Press contributed to this report.
        (With inputs from agencies)
        For syndication rights, write to desk@example.org
        No part of this report may be reproduced without the consent of the bank.
        We and our 812 partners store personal data such as cookies on your device.
        To view this video please accept third-party cookies.
        Want the best of the Islander in your inbox? Sign up here.
        Like what you read? Subscribe to our newsletter.
    """,
    "de": """
        Der Beitrag Fähren stehen still erschien zuerst auf Inselblatt.
        Der Artikel Was kommt nach dem 3. Mai? erschien zuerst bei Inselblatt
        Quelle: Hafenamt Aalborn
        Den vollständigen Artikel lesen Sie bei Inselblatt.
        Die Angaben ließen sich zunächst nicht unabhängig überprüfen.
        Die Berichte konnten nicht unabhängig überprüft werden.
        Die Angaben können von unabhängiger Seite nicht bestätigt werden.
        © dpa-infocom, dpa:260304-99-1/2
        Dieser Artikel wurde von der Nachrichtenagentur dpa übernommen.
        Nachdruck nur mit Genehmigung des Verlags.
        Wir und unsere Partner verwenden Cookies und benötigen Ihre Einwilligung.
        Abonnieren Sie unseren Newsletter für alle Neuigkeiten vom Hafen.
    """,
    "fr": """
        L’article Les bateaux restent au port est apparu en premier sur Journal de l’île.
        L'article Que faire ? est d'abord apparu sur Journal de l'île
        Source : Autorité du port
        Lire la suite sur journal.example
        L’AFP n’a pas pu vérifier ces informations de manière indépendante.
        Ces chiffres n’ont pas pu être vérifiés de façon indépendante.
        Avec AFP
        Cet article est republié à partir de The Seminar sous licence Creative Commons.
        Nous et nos partenaires utilisons des traceurs et des cookies.
        Recevez chaque matin notre lettre dans votre boîte mail
    """,
    "es": """
        La entrada Los barcos no salen se publicó primero en Diario de la Isla.
        El artículo ¿Qué pasa? apareció por primera vez en Diario de la Isla
        Fuente: Autoridad Portuaria
        Lea el artículo completo en diario.example
        Reuters no ha podido verificar de forma independiente esta información.
        Los datos no han podido ser verificados de manera independiente.
        © EFE 2026. Está expresamente prohibida la redistribución.
        Este artículo fue publicado originalmente en The Seminar.
        Usamos cookies y necesitamos tu consentimiento.
        Recibe nuestro boletín cada mañana en tu correo
    """,
    "pt": """
        O post Navios parados apareceu primeiro em Jornal da Ilha.
        A notícia Navios parados foi publicada pela primeira vez no Jornal da Ilha.
        Fonte: Autoridade do porto
        Leia a reportagem completa na íntegra aqui
        A Reuters não pôde verificar de forma independente as informações.
        Os números não foram verificados de maneira independente.
        © Lusa 2026
        Este artigo foi publicado originalmente no The Seminar.
        Utilizamos cookies e dados pessoais para melhorar a experiência.
        Receba a nossa newsletter todas as manhãs
    """,
    "ru": """
        Запись Паромы стоят впервые появилась Газета острова на странице.
        Статья Что дальше? впервые опубликована на сайте Газета острова.
        Источник: Управление порта
        Читать полный текст на сайте
        Агентство не может независимо проверить эти сведения.
        Независимого подтверждения этим данным нет.
        © ТАСС, 2026
        Этот материал создан и распространен лицом, о котором говорит закон.
        Продолжая пользоваться сайтом, вы соглашаетесь с условиями.
        Подпишитесь на наш телеграм-канал
    """,
    "ar": """
        ظهرت المقالة العبارات متوقفة أولاً على صحيفة الجزيرة.
        المقالة ماذا بعد ظهرت أولا على صحيفة الجزيرة.
        المصدر: هيئة الميناء
        لم تتمكن رويترز من التحقق من الخبر بشكل مستقل.
        تعذر التحقق من هذه الأرقام من مصدر مستقل.
        © جميع الحقوق محفوظة
        يمنع نسخ أو إعادة نشر هذا المحتوى دون إذن
        باستمرارك في التصفح فإنك توافق على ملفات الارتباط
        اشترك في نشرتنا اليومية
    """,
}

REPORTS = {
    "en": """
        The word for ferry first appeared on a coin struck in Aalborn in the year 1412.
        The post office of Aalborn was first opened on the pier, and later moved into the town.
        Auditors independently verified the figures of the port and found no fault with them.
        The source of the oil was a pipe under the pier, which the fire brigade has closed.
        The harbour contributed to this year's growth, the bank reported in its survey of May.
        The bakery uses cookies of its own make as a gift for guests on the morning ferry.
        Two of the ships are licensed under the flag of Norland, and one under that of Liberia.
        The newsletter of the harbour had 400 readers in 1990 and has 12,000 of them today.
    """,
    "de": """
        Die Quelle der Verschmutzung war ein Rohr unter der Mole, das nun geschlossen ist.
        Der Artikel 5 des Vertrags wurde zuerst auf der Konferenz von Aalborn beraten.
        Ein unabhängiger Prüfer bestätigte die Zahlen des Hafens in allen Punkten.
    """,
    "fr": """
        La source de la pollution était un tuyau sous le quai, fermé depuis mardi soir.
        Un expert indépendant a vérifié les comptes du port et les a trouvés exacts.
    """,
    "es": """
        La fuente de la contaminación era un tubo bajo el muelle, cerrado desde el martes.
        Un perito independiente verificó las cuentas del puerto y no halló errores.
    """,
    "pt": """
        A fonte da poluição era um tubo debaixo do cais, fechado desde a noite de terça-feira.
        Um perito independente verificou as contas do porto e não encontrou erros.
    """,
    "ru": """
        Источник загрязнения нашли под причалом, трубу перекрыли во вторник вечером.
        Независимый эксперт проверил счета порта и не нашел в них ошибок.
    """,
    "ar": "مصدر التلوث أنبوب تحت الرصيف أغلق مساء الثلاثاء وفق ما أعلنته البلدية.",
}


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (tag, line.strip())
        for tag, lines in table.items()
        for line in lines.split("\n")
        if line.strip()
    ]


def blocks(tag: str, text: str) -> list[str]:
    found = document(Source("a.txt", "", b"", Metadata(language=tag)), text)
    return [found.text[one.start : one.end] for one in found.blocks]


@pytest.mark.parametrize(("tag", "line"), rows(LINES))
def test_a_line_that_a_program_or_an_agency_adds_is_dropped(tag: str, line: str) -> None:
    assert blocks(tag, f"{PROSE}\n\n{line}\n\n{PROSE}") == [PROSE, PROSE]


@pytest.mark.parametrize(("tag", "line"), rows(REPORTS))
def test_a_report_in_like_words_stays(tag: str, line: str) -> None:
    assert blocks(tag, f"{PROSE}\n\n{line}\n\n{PROSE}") == [PROSE, line, PROSE]


@pytest.mark.parametrize(("tag", "line"), [(tag, rows(LINES)[0][1]) for tag in LINES])
def test_a_feed_s_line_behind_the_last_words_of_an_entry_is_cut_off(tag: str, line: str) -> None:
    own = LINES[tag].strip().splitlines()[0].strip()
    for one in (line, own):
        found = document(Source("a.txt", "", b"", Metadata(language=tag)), f"{PROSE} {one}")
        assert [found.text[a.start : a.end] for a in found.blocks] == [PROSE]
        assert [found.text[a.start : a.end] for a in found.dropped] == [one]


def test_every_phrase_says_where_it_was_seen_and_makes_a_pattern() -> None:
    for tag, phrases in ADDED.items():
        assert all(phrase.seen and phrase.pattern for phrase in phrases)
        assert phrases_of(tag)
