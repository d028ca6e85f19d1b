"""How dates are written: the names of months, and what stands before a date, language by language.

A name of three letters and more may be cut short with a full stop. No name means two months, so a
date can be read without knowing its language.
"""

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH = (
    "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,"
    " september sept sep, october oct, november nov, december dec"
)
_FRENCH = (
    "janvier janv, février fevrier févr fevr, mars, avril avr, mai, juin, juillet juil, août aout,"
    " septembre sept, octobre oct, novembre nov, décembre decembre déc"
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
    "januar jänner jan, februar feb, märz maerz mär, april apr, mai, juni jun, juli jul,"
    " august aug, september sept sep, oktober okt, november nov, dezember dez"
)

MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for language in (_ENGLISH, _FRENCH, _SPANISH, _PORTUGUESE, _GERMAN)
        for number, names in enumerate(language.split(","), start=1)
        for name in names.split()
    }
)
"""The number of a month by each of its names, in small letters."""

PUBLISHED = (
    "published posted issued released"
    " publié publiée paru parue publicado publicada veröffentlicht erschienen"
).split()
"""Words after which a date says when a text was published."""

UPDATED = (
    "updated modified edited actualisé actualisée modifié modifiée actualizado actualizada"
    " atualizado atualizada aktualisiert geändert stand"
).split()
"""Words after which a date says when a text was last changed."""

BY = "by par por von".split()
"""Words before the name of the author."""
