"""Texts that one desk writes on a form: the same words each time, other figures, names and days."""

import random
import re
from collections.abc import Iterator

NAMES = {
    "district": "harbour northern southern eastern western river market station airport lakeside",
    "place": "Norvik Talmar Ostra Velden Karsk Mirow Dunmere Hallin Sorrel Brask Pendle Ulmen",
    "person": "Adams Beck Costa Dorn Eriks Falk Gomez Hahn Ivers Jansen Kruse Lund Meyer Nolan",
    "vendor": "Acorn Birch Cedar Delta Ember Fjord Garnet Hazel Indigo Juniper Kestrel Larch",
    "product": "Gateway Mailbox Router Vault Console Printer Firewall Portal Switch Sensor",
    "month": "January February March April May June July August September October November",
}

FORMS = {
    "situation report": """
        Daily situation report of the {place} centre for {day} March 2024. The report is made from
        open sources and states no policy. In the last day {n} attacks were counted in the
        {district} district; {n} people died and {n} were hurt. All figures may change as more is
        known. The next report appears tomorrow at the same hour. Readers who find mistakes may
        write to the desk of the centre, which answers every letter within a week.
    """,
    "advisory": """
        {vendor} {product}: update available. The vendor has released an update for {vendor}
        {product}. The flaw CVE-2024-{n} lets an attacker on the network run commands of his own
        with the rights of the service. Versions before {n}.{n} are affected. Users should install
        the update as soon as they can. Where that is not possible, only trusted networks should
        reach the service. The agency knows of no attacks by this flaw. Questions may be sent to the
        address at the foot of the page.
    """,
    "advisory without figures": """
        {vendor} has released an update for {product}. A flaw in {vendor} {product} lets an attacker
        on the network run commands of his own with the rights of the service. Users of {product}
        should install the update of {vendor} as soon as they can. Where that is not possible, only
        trusted networks should reach {product}. The agency knows of no attacks by this flaw.
        Questions may be sent to the address at the foot of the page at any hour.
    """,
    "match": """
        {place} against {place} ended {n}-{n} before {n} people on Friday night. {person} scored in
        minute {n} and {person} in minute {n}. The home side had most of the ball in the first half,
        and the visitors were the better side after the break. The referee showed {n} yellow cards
        and sent nobody off. {place} are now in place {n} of the table. Both sides play again next
        week, when the season goes into its last month.
    """,
    "case count": """
        The health office counted {n} new cases of the fever in the last day and {n} since it began.
        Parents should have their children vaccinated and stay at home with a fever. Schools and
        shops stay open as before. The figures come from the laboratories and may be corrected
        later. Those who have been in touch with a patient should call the office. The next notice
        appears tomorrow at the same hour on the pages of the office.
    """,
    "earthquake": """
        An earthquake of magnitude {n}.{n} was recorded {n} km from {place} at {n}:{n} local time on
        {day} {month}. Its centre lay {n} km deep. The institute received {n} reports from people
        who had felt it. There is no warning of waves. The first reading was made by a machine and
        will be checked by a person on duty. Aftershocks may come in the next days, and people
        should keep away from buildings that show cracks.
    """,
    "appointment": """
        The governor has named {person} as the new head of the {place} district. {person} takes over
        at the end of the month. The governor wished {person} luck in the new work. The head of a
        district sees to the roads, the schools and the hospitals, and reports to the governor.
        {person} was chosen from a list that a committee had drawn up. The council of the {place}
        district must confirm the choice within two weeks.
    """,
    "tender": """
        Tender {n}/{n} for a school in {place}. The works begin on {day} {month} and take {n}
        months. The estimate is {n} thousand. Offers are to be handed in by {n} hours on {day}
        {month} in a closed envelope at the office of {person}, room {n}. Offers that come late are
        not opened. The cheapest offer that meets the terms is taken. Firms must show that they have
        paid their taxes. The terms can be had at the desk on the ground floor.
    """,
    "German": """
        Lagebericht der Leitstelle vom {day}. März 2024. In den letzten Stunden wurden {n} Einsätze
        gezählt, davon {n} Brände und {n} Unfälle. {n} Menschen wurden verletzt. Der Bericht beruht
        auf den Meldungen der Wachen und ist vorläufig. Die Leitstelle bittet darum, den Notruf nur
        im Notfall zu wählen und die Wege frei zu halten. Der nächste Bericht erscheint morgen um
        dieselbe Zeit. Fragen beantwortet die Pressestelle an allen Tagen der Woche.
    """,
    "French": """
        Bulletin quotidien du centre de {place} pour le {day} avril 2024. Au cours des dernières
        heures, {n} attaques ont été signalées, faisant {n} morts et {n} blessés. {n} personnes ont
        quitté leurs maisons. Ces chiffres sont provisoires et seront corrigés si besoin. Le
        bulletin est établi à partir de sources ouvertes et ne reflète aucune position officielle.
        Le prochain bulletin paraîtra demain à la même heure. Le centre répond à toutes les lettres.
    """,
    "Russian": """
        Ежедневная сводка центра за {day} марта 2024 года. За последние сутки зафиксировано {n}
        обстрелов, погибли {n} человек, {n} ранены. Повреждены {n} домов. Данные являются
        предварительными и могут быть уточнены. Сводка составлена по открытым источникам и не
        отражает ничьей позиции. Следующая сводка выйдет завтра в то же время. Читателей, нашедших
        ошибку, просят написать в редакцию, которая отвечает на каждое письмо.
    """,
    "Arabic": """
        التقرير اليومي لمركز الرصد ليوم {day} آذار 2024. سجل المركز خلال الساعات الماضية {n} هجوما
        قتل فيها {n} شخصا وجرح {n} آخرون. وغادر {n} شخصا منازلهم إلى القرى المجاورة. هذه الأرقام
        أولية وقد تتغير مع وصول معلومات جديدة. أعد التقرير من مصادر مفتوحة ولا يعبر عن موقف أي جهة.
        يصدر التقرير القادم غدا في الموعد نفسه. يرجى من القراء الذين يجدون خطأ أن يكتبوا إلى المركز.
    """,
}
"""What stands on each form; a slot has the kind of what is filled in, `n` for a figure."""


def filled(form: str, number: int) -> str:
    """Return what the desk writes on a form the so-manieth time.

    A name of one kind is the same throughout a text; a figure is another one each time.
    """
    chance = random.Random(f"{form}{number}")
    names = {kind: each.split()[number % 10] for kind, each in NAMES.items()}

    def slot(found: re.Match[str]) -> str:
        kind = found[1]
        return str(chance.randrange(1, 400)) if kind == "n" else names.get(kind, str(number + 1))

    return re.sub(r"{(\w+)}", slot, " ".join(FORMS[form].split()))


def series(form: str, count: int) -> Iterator[str]:
    """Yield what the desk writes on a form, so many times."""
    return (filled(form, number) for number in range(count))


def corrected(text: str) -> str:
    """Return the text with one of its figures, or of its words, another."""
    found = list(re.finditer(r"\b\d+\b", text)) or list(re.finditer(r"\bthe\b", text))
    middle = found[len(found) // 2]
    return f"{text[: middle.start()]}401{text[middle.end() :]}"
