"""Furniture of pages in other languages goes; reports that speak of the same things stay."""

import pytest

from briefgen.model import Metadata, Source
from briefgen.read.text import document

PROSE = {
    "ar": "يواصل عمال ميناء ميريديا الإضراب منذ أحد عشر يوما للمطالبة برفع الأجور.",
    "de": "Die Hafenarbeiter von Meridia streiken seit elf Tagen für höhere Löhne.",
    "es": "Los estibadores del puerto de Meridia cumplen once días de huelga por los salarios.",
    "fr": "Les dockers du port de Meridia sont en grève depuis onze jours pour les salaires.",
    "pt": "Os estivadores do porto de Meridia estão em greve há onze dias pelos salários.",
    "ru": "Докеры порта Меридия бастуют одиннадцатый день и требуют повышения зарплаты.",
}

FURNITURE = {
    "ar": """
        اشترك في النشرة البريدية
        اقرأ أيضا: ميناء ميريديا بالأرقام
        شارك المقال على فيسبوك
        جميع الحقوق محفوظة لصحيفة الرصيف 2025
        مدة القراءة: 3 دقائق
        إعلان
    """,
    "de": """
        Jetzt Newsletter abonnieren
        Lesen Sie auch: Der Hafen in Zahlen
        Artikel teilen
        Alle Rechte vorbehalten.
        Lesezeit: 3 Minuten
        Diese Website verwendet Cookies, um Inhalte zu verbessern.
        Anzeige
    """,
    "es": """
        Suscríbete a nuestro boletín
        Lea también: El puerto en cifras
        Compartir en Facebook
        Todos los derechos reservados.
        Tiempo de lectura: 3 minutos
        Este sitio web utiliza cookies para mejorar su experiencia.
        Publicidad
    """,
    "fr": """
        Abonnez-vous à notre lettre d’information
        À lire aussi : Le port en chiffres
        Partager sur Facebook
        Tous droits réservés.
        Temps de lecture : 3 min
        Ce site utilise des cookies pour améliorer votre navigation.
        Publicité
        Il vous reste 60 % de cet article à lire.
    """,
    "pt": """
        Assine a nossa newsletter
        Leia também: O porto em números
        Compartilhar no Facebook
        Todos os direitos reservados.
        Tempo de leitura: 3 minutos
        Este site utiliza cookies para melhorar a navegação.
        Publicidade
    """,
    "ru": """
        Подпишитесь на нашу рассылку
        Читайте также: Порт в цифрах
        Поделиться в соцсетях
        Все права защищены.
        Время чтения: 3 мин
        Мы используем файлы cookie.
        Реклама
    """,
}

REPORTS = {
    "ar": "قالت الصحيفة إن عدد المشتركين في خدمتها تراجع بنسبة عشرة في المئة خلال العام.",
    "de": "Der Verlag teilte mit, dass die Zahl der Abonnenten um zehn Prozent gesunken ist.",
    "es": "El diario informó de que el número de suscriptores cayó un diez por ciento en mayo.",
    "fr": "Le journal a indiqué que le nombre de ses abonnés avait baissé de dix pour cent.",
    "pt": "O jornal informou que o número de assinantes caiu dez por cento durante o ano.",
    "ru": "Издательство сообщило, что число подписчиков сократилось за год на десять процентов.",
}


def kept(tag: str, line: str, declared: str | None = None) -> bool:
    text = f"{PROSE[tag]}\n\n{line}\n\n{PROSE[tag]}"
    read = document(Source("a.txt", "", b"", Metadata(language=declared)), text)
    return any(line in text[one.start : one.end] for one in read.blocks)


@pytest.mark.parametrize(
    ("tag", "line"),
    [(tag, line.strip()) for tag, lines in FURNITURE.items() for line in lines.strip().split("\n")],
)
def test_furniture_is_known_in_the_language_of_the_page(tag: str, line: str) -> None:
    assert not kept(tag, line)


@pytest.mark.parametrize(("tag", "line"), REPORTS.items())
def test_a_report_about_subscribers_stays(tag: str, line: str) -> None:
    assert kept(tag, line)


def test_english_furniture_goes_from_every_page_and_no_other_language_s() -> None:
    assert not kept("fr", "Subscribe to our newsletter")
    assert kept("de", "Tous droits réservés.", "de")
