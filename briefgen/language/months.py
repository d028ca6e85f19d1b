"""The names of months and of the days of the week, in the seven languages that have tables.

A name of three letters and more may be cut short with a full stop. No name means two months, nor
two days of the week, so a date can be read without knowing its language.
"""

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH = (
    "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,"
    " september sept sep, october oct, november nov, december dec"
)
_FRENCH = (
    "janvier janv, février fevrier févr fevr fév, mars, avril avr, mai, juin, juillet juil,"
    " août aout, septembre sept, octobre oct, novembre nov, décembre decembre déc"
)
_SPANISH = (
    "enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, agosto ago,"
    " septiembre setiembre sept set, octubre oct, noviembre nov, diciembre dic"
)
_PORTUGUESE = (
    "janeiro jan, fevereiro fev, março marco mar, abril abr, maio mai, junho jun, julho jul,"
    " agosto ago, setembro set, outubro out, novembro nov, dezembro dez"
)
_GERMAN = (
    "januar jänner jan, februar feber feb, märz maerz mär mrz, april apr, mai, juni jun, juli jul,"
    " august aug, september sept sep, oktober okt, november nov, dezember dez"
)
_RUSSIAN = (
    "январь января янв, февраль февраля февр фев, март марта мар, апрель апреля апр, май мая,"
    " июнь июня июн, июль июля июл, август августа авг, сентябрь сентября сент сен,"
    " октябрь октября окт, ноябрь ноября нояб ноя, декабрь декабря дек"
)
_ARABIC = (  # as in Egypt, the Gulf, the Maghreb and the Levant, whose names of two words have a _
    "يناير جانفي كانون_الثاني, فبراير فيفري شباط, مارس آذار اذار, أبريل ابريل إبريل أفريل نيسان,"
    " مايو ماي أيار ايار, يونيو يونيه جوان حزيران, يوليو يوليه يوليوز جويلية تموز,"
    " أغسطس اغسطس أوت غشت آب, سبتمبر شتنبر أيلول ايلول, أكتوبر اكتوبر تشرين_الأول تشرين_الاول,"
    " نوفمبر نونبر تشرين_الثاني, ديسمبر دجنبر كانون_الأول كانون_الاول"
)

MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name.replace("_", " "): number
        for language in (
            *(_ENGLISH, _FRENCH, _SPANISH, _PORTUGUESE, _GERMAN),
            *(_RUSSIAN, _ARABIC),
        )
        for number, names in enumerate(language.split(","), start=1)
        for name in names.split()
    }
)
"""The number of a month, from 1, by each of its names, in small letters."""

_WEEKS = (
    "monday mon, tuesday tues tue, wednesday wed, thursday thurs thur thu, friday fri,"
    " saturday sat, sunday sun",
    "lundi lun, mardi, mercredi mer, jeudi jeu, vendredi ven, samedi sam, dimanche dim",
    "lunes lun, martes, miércoles miercoles mié, jueves jue, viernes vie, sábado sabado sáb,"
    " domingo dom",
    "segunda-feira segunda seg, terça-feira terça ter, quarta-feira quarta qua,"
    " quinta-feira quinta qui, sexta-feira sexta sex, sábado sáb, domingo dom",
    "montag mo, dienstag di, mittwoch mi, donnerstag do, freitag fr, samstag sonnabend sa,"
    " sonntag so",
    "понедельник пн, вторник вт, среда ср, четверг чт, пятница пт, суббота сб, воскресенье вс",
    "الاثنين الإثنين, الثلاثاء, الأربعاء الاربعاء, الخميس, الجمعة, السبت, الأحد الاحد",
)

WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for language in _WEEKS
        for number, names in enumerate(language.split(","))
        for name in names.split()
    }
)
"""The number of a day of the week, Monday 0, by each of its names, in small letters.

`mar.` is Tuesday in French and Spanish, but March as well, so it is not among them.
"""

ORDINALS = ("st", "nd", "rd", "th", "er", "º", "ª", "°", ".º", "-го", "-е", ".")
"""What may stand right behind the number of a day: `1st`, `1er`, `1º`, `4-го`, `4.`."""

YEAR_MARKS = ("года", "год", "г.", "г", "م")
"""What may stand behind the number of a year: `2026 г.`, `2026 م`."""

DAY_FIRST = frozenset("ar de es fr pt ru en-au en-gb en-ie en-in en-nz en-za".split())
"""Tags, in small letters, of languages in which 3/4/2026 is a day of April.

In English without a country it may be either; and `en-us` is what programs put where nobody chose.
"""


def puts_the_day_first(tag: str) -> bool:
    """Whether dates in numbers have the day first in the language with this tag (BCP 47)."""
    return not DAY_FIRST.isdisjoint({tag.lower(), tag.lower().partition("-")[0]})
